"""Answers that are given byte by byte: how they are written down, and how they are played."""
