# Generated from spec/; do not edit.
"""What requests hold, as types of plain dicts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired, TypeAlias

import typing_extensions

TelemetryFeature: TypeAlias = (
    Literal[
        "TELEMETRY_FEATURE_LOGS",
        "TELEMETRY_FEATURE_TRACES",
        "TELEMETRY_FEATURE_METRICS",
        "TELEMETRY_FEATURE_INFERENCE_TABLE",
    ]
    | str
)
"""One kind of record."""


class TelemetryInferenceTableConfig(typing_extensions.TypedDict):
    """How requests and answers are recorded."""

    sampling_fraction: NotRequired[float]
    """Share of the requests that are recorded, 0 to 1."""


TelemetryTableName: TypeAlias = str
"""Name of a table, as catalog.schema.table."""


class TelemetryTableNames(typing_extensions.TypedDict):
    """
    Tables in Unity Catalog to write to, each as catalog.schema.table; those left out are not
    written. Answers name the profile that is made of them instead.
    """

    logs_table: NotRequired[TelemetryTableName]
    """Name of a table, as catalog.schema.table."""
    metrics_table: NotRequired[TelemetryTableName]
    """Name of a table, as catalog.schema.table."""
    traces_table: NotRequired[TelemetryTableName]
    """Name of a table, as catalog.schema.table."""
    annotations_table: NotRequired[TelemetryTableName]
    """Name of a table, as catalog.schema.table."""


class TelemetryConfig(typing_extensions.TypedDict):
    """
    Where logs, traces, metrics and requests of the endpoint are written. Either table names,
    of which the platform makes a profile, or a profile that exists. Public preview.
    """

    table_names: NotRequired[TelemetryTableNames]
    """
    Tables in Unity Catalog to write to, each as catalog.schema.table; those left out are not
    written. Answers name the profile that is made of them instead.
    """
    telemetry_profile_id: NotRequired[str]
    """Profile to use; answers always name the one in use."""
    inference_table_config: NotRequired[TelemetryInferenceTableConfig]
    """How requests and answers are recorded."""
    enabled_telemetry_features: NotRequired[Sequence[TelemetryFeature]]
    """What to record; without it, or when it is empty, everything."""
