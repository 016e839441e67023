"""Faults that the reference server makes when a request asks for them."""

from __future__ import annotations


def fault(spec: str) -> dict[str, str]:
    """The header that asks for a fault, such as `503` or `429;retry-after=1`."""
    return {"x-invocant-fault": spec}
