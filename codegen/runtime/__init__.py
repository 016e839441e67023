"""The hand-written part of the client package, copied into it by code generation.

Asynchronous source; ``_sync`` is made from ``_async`` by token substitution.
"""
