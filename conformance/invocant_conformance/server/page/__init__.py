"""The start page: what a browser is shown at the root of the server."""
