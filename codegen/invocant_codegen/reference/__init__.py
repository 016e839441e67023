"""Pages for people: every operation, schema, rule and model of the specification, as Markdown."""
