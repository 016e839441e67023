"""What checks are given: a session bound to a surface, which asks for everything once."""
