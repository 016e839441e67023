"""Directed checks: one module an area, each check an async function of one probe."""
