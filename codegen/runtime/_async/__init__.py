"""Everything that awaits: sending requests and reading streams."""
