"""About me and the plan: what matters, strengths first, goals and steps, agreed by the person."""
