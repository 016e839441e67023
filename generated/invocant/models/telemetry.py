# Generated from spec/; do not edit.
"""What servers answer, as models."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

from invocant._runtime.models import Model

TelemetryFeature = TypeAliasType(
    "TelemetryFeature",
    Literal[
        "TELEMETRY_FEATURE_LOGS",
        "TELEMETRY_FEATURE_TRACES",
        "TELEMETRY_FEATURE_METRICS",
        "TELEMETRY_FEATURE_INFERENCE_TABLE",
    ]
    | str,
)
"""One kind of record."""


class TelemetryInferenceTableConfig(Model):
    """How requests and answers are recorded."""

    sampling_fraction: float | None = None
    """Share of the requests that are recorded, 0 to 1."""
    name: str | None = None
    """Table that the platform writes them to."""


class TelemetryConfig(Model):
    """Where logs, traces, metrics and requests of the endpoint are written. Either table names,
    of which the platform makes a profile, or a profile that exists. Public preview."""

    telemetry_profile_id: str | None = None
    """Profile to use; answers always name the one in use."""
    inference_table_config: TelemetryInferenceTableConfig | None = None
    """How requests and answers are recorded."""
    enabled_telemetry_features: list[TelemetryFeature] | None = None
    """What to record; without it, or when it is empty, everything."""
