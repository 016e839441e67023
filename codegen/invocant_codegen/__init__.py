"""Turns the documents of `spec/` into the package `invocant`."""
