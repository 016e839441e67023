# Generated from spec/; do not edit.
"""What `Gateway` and `AsyncGateway` hold."""
