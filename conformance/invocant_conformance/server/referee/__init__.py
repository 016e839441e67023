"""The referee: judges every request that clients send to the reference server."""
