"""Conformance of clients: what they send, and what they make of answers."""
