"""Adapters: programs that let the suite drive a client by the protocol of PROTOCOL.md."""
