# Generated from spec/; do not edit.
"""What requests hold, as types of plain dicts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired, TypeAlias

import typing_extensions

from . import ai_gateway


class EmailNotifications(typing_extensions.TypedDict):
    """Who is told by e-mail how an update of the endpoint's configuration or state went."""

    on_update_success: NotRequired[Sequence[str]]
    """Addresses that are told of updates that succeeded."""
    on_update_failure: NotRequired[Sequence[str]]
    """Addresses that are told of updates that failed."""


class EndpointTag(typing_extensions.TypedDict):
    """A tag. Tags end up in the billing logs. An endpoint has one tag of a key at most."""

    key: str
    """Key of the tag."""
    value: NotRequired[str]
    """Value of the tag; a tag may have none."""


class PatchServingEndpointTags(typing_extensions.TypedDict):
    """Tags to add and to delete, in one step. Tags that neither list names stay."""

    add_tags: NotRequired[Sequence[EndpointTag]]
    """Tags to add; one whose key exists replaces the value."""
    delete_tags: NotRequired[Sequence[str]]
    """Keys of the tags to delete."""


RateLimitKey: TypeAlias = Literal["user", "endpoint"] | str
"""Whose requests are counted together. The default is endpoint, which counts all requests to
it."""


class UpdateServingEndpointNotifications(typing_extensions.TypedDict):
    """The notifications that an endpoint is to have."""

    email_notifications: NotRequired[EmailNotifications]
    """Who is told by e-mail how an update of the endpoint's configuration or state went."""


class RateLimit(typing_extensions.TypedDict):
    """
    How many requests are allowed in a period. Deprecated; the rate limits of the AI Gateway
    replace it.
    """

    calls: ai_gateway.RateLimitCount
    """A number of requests or tokens, of 64 bits; may be written as text."""
    key: NotRequired[RateLimitKey]
    """
    Whose requests are counted together. The default is endpoint, which counts all requests to
    it.
    """
    renewal_period: Literal["minute"]
    """After which time the counts begin anew; there is only the minute."""


class EndpointRateLimits(typing_extensions.TypedDict):
    """
    All older rate limits of an endpoint. Deprecated; the rate limits of the AI Gateway
    replace them.
    """

    rate_limits: NotRequired[Sequence[RateLimit]]
    """The limits; reading the endpoint does not return them."""
