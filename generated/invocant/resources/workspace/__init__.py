# Generated from spec/; do not edit.
"""What `Client` and `AsyncClient` hold."""
