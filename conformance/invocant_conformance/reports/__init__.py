"""Reports of a run: results.json, and everything that is derived from it."""
