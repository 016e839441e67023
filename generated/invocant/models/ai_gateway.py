# Generated from spec/; do not edit.
"""What servers answer, as models."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

from invocant._runtime.models import Model

AiGatewayGuardrailPiiBehavior = TypeAliasType(
    "AiGatewayGuardrailPiiBehavior", Literal["NONE", "BLOCK", "MASK"] | str
)
"""NONE lets such data through, BLOCK refuses the text, MASK puts placeholders in their
place."""


class AiGatewayInferenceTableConfig(Model):
    """Into which table of Unity Catalog requests and answers are logged. Enabling it needs
    catalog and schema. While it is enabled, the three names cannot change: disable it first.
    Payloads above 1 MB are not logged."""

    enabled: bool | None = None
    """Whether requests and answers are logged."""
    catalog_name: str | None = None
    """Catalog of the table; needed to enable it."""
    schema_name: str | None = None
    """Schema of the table; needed to enable it."""
    table_name_prefix: str | None = None
    """What the table's name begins with; by default the name of the endpoint."""


AiGatewayRateLimitKey = TypeAliasType(
    "AiGatewayRateLimitKey", Literal["user", "endpoint", "user_group", "service_principal"] | str
)
"""Whose use is counted together. The default is endpoint, which counts all requests to it."""


class AiGatewayUsageTrackingConfig(Model):
    """Whether requests are entered in the workspace's system tables on usage. Where a model
    states no usage, the tables count (characters + 1) / 4 tokens."""

    enabled: bool | None = None
    """Whether usage is tracked."""


class FallbackConfig(Model):
    """Whether a request that a served entity fails to answer, for instance with 500, is tried
    with the others, in the order in which they are listed. The first success is the answer;
    if none succeeds, it is the last failure."""

    enabled: bool
    """Whether other served entities are tried."""


RateLimitCount = TypeAliasType("RateLimitCount", int | str)
"""A number of requests or tokens, of 64 bits; may be written as text."""


class AiGatewayGuardrailPii(Model):
    """What is done with data about persons, such as e-mail addresses and card numbers."""

    behavior: AiGatewayGuardrailPiiBehavior | None = None
    """NONE lets such data through, BLOCK refuses the text, MASK puts placeholders in their
    place."""


class AiGatewayRateLimit(Model):
    """How much one kind of caller may use in a period. Who uses more is refused with 429."""

    calls: RateLimitCount | None = None
    """Requests allowed in the period; without it requests are not limited."""
    tokens: RateLimitCount | None = None
    """Tokens, of prompts and answers together, allowed in the period; without it tokens are not
    limited."""
    key: AiGatewayRateLimitKey | None = None
    """Whose use is counted together. The default is endpoint, which counts all requests to it."""
    principal: str | None = None
    """Whom the limit is for: the e-mail address of a user, the name of a group, or the
    application id of a service principal, as key says. A limit of key user without it holds
    for each user."""
    renewal_period: Literal["minute"] | str
    """After which time the counts begin anew; there is only the minute."""


class AiGatewayGuardrailParameters(Model):
    """The guardrails of one direction; those left out are off."""

    pii: AiGatewayGuardrailPii | None = None
    """What is done with data about persons, such as e-mail addresses and card numbers."""
    safety: bool | None = None
    """Whether unsafe content, such as violence or self-harm, is blocked."""
    invalid_keywords: list[str] | None = None
    """Words that block a text in which they occur, found by comparing strings. Deprecated in
    favour of guardrails of the gateway's own services; no field here replaces it."""
    valid_topics: list[str] | None = None
    """Topics of which a chat must have one, else it is blocked. Deprecated in favour of
    guardrails of the gateway's own services; no field here replaces it."""


class AiGatewayGuardrails(Model):
    """What requests and answers may not hold. A blocked one is answered with 400."""

    input: AiGatewayGuardrailParameters | None = None
    """What requests may not hold."""
    output: AiGatewayGuardrailParameters | None = None
    """What answers may not hold."""


class AiGatewayConfig(Model):
    """The AI Gateway of a serving endpoint: rate limits, usage tracking, payload logging,
    guardrails and fallbacks. A part that is left out is off. Endpoints of external models, of
    provisioned throughput and of pay-per-token models have all of it, endpoints of agents
    have inference tables only. Newer documentation calls these settings superseded by Unity
    AI Gateway, whose services are no serving endpoints; the API goes on to take them."""

    rate_limits: list[AiGatewayRateLimit] | None = None
    """How many requests and tokens callers may use; every limit holds by itself."""
    usage_tracking_config: AiGatewayUsageTrackingConfig | None = None
    """Whether requests are entered in the workspace's system tables on usage. Where a model
    states no usage, the tables count (characters + 1) / 4 tokens."""
    inference_table_config: AiGatewayInferenceTableConfig | None = None
    """Into which table of Unity Catalog requests and answers are logged. Enabling it needs
    catalog and schema. While it is enabled, the three names cannot change: disable it first.
    Payloads above 1 MB are not logged."""
    guardrails: AiGatewayGuardrails | None = None
    """What requests and answers may not hold. A blocked one is answered with 400."""
    fallback_config: FallbackConfig | None = None
    """Whether a request that a served entity fails to answer, for instance with 500, is tried
    with the others, in the order in which they are listed. The first success is the answer;
    if none succeeds, it is the last failure."""
