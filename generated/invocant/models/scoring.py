# Generated from spec/; do not edit.
"""What servers answer, as models."""

from __future__ import annotations

from typing import Any

from pydantic import JsonValue

from invocant._runtime.models import Model


class ScoringResponse(Model):
    """The answer to a scoring request, predictions from a model or outputs from a feature spec
    (SCORE-ANSWER-001)."""

    predictions: Any | None = None
    """What the model returned, any JSON; mostly a list with an entry for every row."""
    outputs: list[dict[str, JsonValue]] | None = None
    """From an endpoint that serves a feature spec, the features of every row."""
