"""What the errors of `requests` tell, as which some libraries raise refusals."""

from __future__ import annotations

import requests


def status_of(error: requests.HTTPError) -> int | None:
    """The status of the answer that was a refusal; None without an answer."""
    return None if error.response is None else error.response.status_code
