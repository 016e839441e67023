# Generated from spec/; do not edit.
"""What servers answer, as models."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

from invocant._runtime.models import Model

from . import ai_gateway


class EmailNotifications(Model):
    """Who is told by e-mail how an update of the endpoint's configuration or state went."""

    on_update_success: list[str] | None = None
    """Addresses that are told of updates that succeeded."""
    on_update_failure: list[str] | None = None
    """Addresses that are told of updates that failed."""


class EndpointTag(Model):
    """A tag. Tags end up in the billing logs. An endpoint has one tag of a key at most."""

    key: str
    """Key of the tag."""
    value: str | None = None
    """Value of the tag; a tag may have none."""


class EndpointTags(Model):
    """All tags of an endpoint. Servers of 2024 answered with the bare array, which today's
    clients read as no tags."""

    tags: list[EndpointTag] | None = None
    """The tags; may be left out where there are none."""


RateLimitKey = TypeAliasType("RateLimitKey", Literal["user", "endpoint"] | str)
"""Whose requests are counted together. The default is endpoint, which counts all requests to
it."""


class ServingEndpointNotifications(Model):
    """The notifications that an endpoint has."""

    name: str | None = None
    """Name of the endpoint."""
    email_notifications: EmailNotifications | None = None
    """Who is told by e-mail how an update of the endpoint's configuration or state went."""


class RateLimit(Model):
    """How many requests are allowed in a period. Deprecated; the rate limits of the AI Gateway
    replace it."""

    calls: ai_gateway.RateLimitCount
    """A number of requests or tokens, of 64 bits; may be written as text."""
    key: RateLimitKey | None = None
    """Whose requests are counted together. The default is endpoint, which counts all requests to
    it."""
    renewal_period: Literal["minute"] | str
    """After which time the counts begin anew; there is only the minute."""


class EndpointRateLimits(Model):
    """All older rate limits of an endpoint. Deprecated; the rate limits of the AI Gateway
    replace them."""

    rate_limits: list[RateLimit] | None = None
    """The limits; reading the endpoint does not return them."""
