"""Faults on demand: answers that are late, refused, broken, cut or scripted."""
