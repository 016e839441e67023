"""The bundled specification as records: nothing else reads its OpenAPI document for operations."""
