"""Forwarding queries to the servers of external models, where `--allow-upstream` names them."""
