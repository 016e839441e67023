# Copied from codegen/runtime/; do not edit.
"""Everything that awaits: sending requests and reading streams."""
