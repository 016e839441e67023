"""Faults that the reference server makes when a request asks for them."""

from __future__ import annotations

from collections.abc import Mapping

import openai
import pytest

ERRORS: Mapping[int, type[openai.APIStatusError]] = {
    400: openai.BadRequestError,
    401: openai.AuthenticationError,
    403: openai.PermissionDeniedError,
    404: openai.NotFoundError,
    409: openai.ConflictError,
    422: openai.UnprocessableEntityError,
    429: openai.RateLimitError,
    500: openai.InternalServerError,
    502: openai.InternalServerError,
    503: openai.InternalServerError,
    504: openai.InternalServerError,
}
"""What the `openai` client, and what stands on it, raises for each status."""

each_status = pytest.mark.parametrize(("status", "error"), ERRORS.items())


def fault(spec: object) -> dict[str, str]:
    """The header that asks for a fault, such as `503` or `429;retry-after=1`."""
    return {"x-invocant-fault": str(spec)}
