"""Permission cannot be forgotten: guarded tables, policies, the tripwire.

Public surface: ``GuardedModel``, ``Policy``, ``register``, ``policy_for``,
``approved_rows`` (policies and audit only), ``writing``, ``maintenance``.
"""
