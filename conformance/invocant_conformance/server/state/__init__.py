"""What outlives the process: rows of JSON documents in one SQLite file, or nowhere."""
