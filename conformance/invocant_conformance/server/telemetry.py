"""What is recorded of an endpoint, as requests say it and as answers show it; pure."""

from ..json_values import JsonObject, JsonValue, as_object, as_text
from .draws import digest

_GROUPS = (8, 4, 4, 4, 12)


def resolved(wanted: JsonObject, *, endpoint: str, seed: int) -> JsonObject:
    """Return a valid TelemetryConfig as answers show it, without names of tables.

    Table names become a profile, the same for the same names; the table of requests stands beside
    them, or, with a profile, in the workspace's default schema.
    """
    tables = {name: as_text(table) for name, table in as_object(wanted.get("table_names")).items()}
    profile = as_text(wanted.get("telemetry_profile_id"))
    shown: dict[str, JsonValue] = {
        "telemetry_profile_id": profile or _uuid(digest("telemetry", seed, repr(tables)))
    }
    if "inference_table_config" in wanted:
        asked = as_object(wanted["inference_table_config"])
        place = next((name.rpartition(".")[0] for name in tables.values()), "") or "main.default"
        shown["inference_table_config"] = {**asked, "name": f"{place}.{endpoint}_payload"}
    if features := wanted.get("enabled_telemetry_features"):
        shown["enabled_telemetry_features"] = features
    return shown


def _uuid(digits: str) -> str:
    parts: list[str] = []
    for length in _GROUPS:
        parts.append(digits[:length])
        digits = digits[length:]
    return "-".join(parts)
