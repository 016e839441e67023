# Generated from spec/; do not edit.

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired

import typing_extensions


class EmailNotifications(typing_extensions.TypedDict):
    """Whom to tell about updates."""

    on_update_success: NotRequired[Sequence[str]]
    """E-mail addresses to tell when an update is done."""
    on_update_failure: NotRequired[Sequence[str]]
    """E-mail addresses to tell when an update has failed."""


class EndpointTag(typing_extensions.TypedDict):
    """A tag."""

    key: str
    """Key of the tag."""
    value: NotRequired[str]
    """Value of the tag."""


class RateLimit(typing_extensions.TypedDict):
    """A limit of requests, in an older form. Use AiGatewayRateLimit instead."""

    calls: int
    """Requests that are let through in a period."""
    key: NotRequired[Literal["user", "endpoint"] | str]
    """What the limit holds for; the endpoint by default."""
    renewal_period: Literal["minute"]
    """The period; always a minute."""
