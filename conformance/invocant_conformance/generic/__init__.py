"""The generic phase: requests generated from the specification, judged by schemathesis."""
