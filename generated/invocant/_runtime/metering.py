# Copied from codegen/runtime/; do not edit.
"""OpenTelemetry measurements: how long calls of models take, and how many tokens.

Imported by programs alone that have imported OpenTelemetry.
"""

from functools import cache
from typing import Final

from opentelemetry import metrics
from opentelemetry.metrics import Histogram

from .conventions import call_attributes, error_type
from .hooks import CallEnded, Event

__all__ = ["duration", "measure", "tokens"]

# As the conventions ask for: seconds from 0.01 doubling, tokens from 1 by four.
SECONDS: Final = tuple(0.01 * 2**power for power in range(14))
TOKENS: Final = tuple(float(4**power) for power in range(14))


def measure(event: Event, /) -> None:
    """The hook that measures calls once they are over."""
    if not isinstance(event, CallEnded):
        return
    attributes = call_attributes(event.call)
    if event.facts.model is not None:
        attributes["gen_ai.response.model"] = event.facts.model
    usage = event.facts.usage
    for kind, count in (
        ("input", usage.input_tokens if usage else None),
        ("output", usage.output_tokens if usage else None),
    ):
        if count is not None:
            tokens().record(count, {**attributes, "gen_ai.token.type": kind})
    if event.error is not None:
        attributes["error.type"] = error_type(event.error)
    duration().record(event.seconds, attributes)


@cache
def duration() -> Histogram:
    """Seconds a call, streams to their end."""
    return metrics.get_meter("invocant").create_histogram(
        "gen_ai.client.operation.duration",
        unit="s",
        description="Duration of a call of a model.",
        explicit_bucket_boundaries_advisory=SECONDS,
    )


@cache
def tokens() -> Histogram:
    """Tokens a call, those of the request apart from those of the answer."""
    return metrics.get_meter("invocant").create_histogram(
        "gen_ai.client.token.usage",
        unit="{token}",
        description="Tokens of a request and of its answer.",
        explicit_bucket_boundaries_advisory=TOKENS,
    )
