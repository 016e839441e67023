# Generated from spec/; do not edit.
"""What clients hold."""
