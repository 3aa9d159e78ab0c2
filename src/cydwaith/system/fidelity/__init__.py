"""Live fidelity: what the record says of how a service works, beside what people rate."""
