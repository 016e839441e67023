"""What is recorded of an endpoint, as answers show it."""

import re
from typing import Any

from invocant_conformance.server.telemetry import resolved

from .answers import check_schema


def shown(wanted: dict[str, Any]) -> Any:
    found = resolved(wanted, endpoint="fraud", seed=0)
    check_schema(found, "TelemetryConfig")
    return found


def test_tables_become_a_profile() -> None:
    tables = {"table_names": {"logs_table": "main.serving.logs"}}
    profile = shown(tables)["telemetry_profile_id"]
    assert re.fullmatch("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", profile)
    assert shown(tables) == {"telemetry_profile_id": profile}
    assert shown({"table_names": {"logs_table": "main.serving.other"}}) != shown(tables)


def test_a_profile_stays() -> None:
    assert shown({"telemetry_profile_id": "p"}) == {"telemetry_profile_id": "p"}


def test_the_table_of_requests_stands_beside_the_others() -> None:
    wanted = {
        "table_names": {"logs_table": "main.serving.logs"},
        "inference_table_config": {"sampling_fraction": 0.5},
    }
    table = {"sampling_fraction": 0.5, "name": "main.serving.fraud_payload"}
    assert shown(wanted)["inference_table_config"] == table


def test_an_empty_list_of_features_means_all_and_is_not_shown() -> None:
    wanted: dict[str, Any] = {"telemetry_profile_id": "p", "enabled_telemetry_features": []}
    assert shown(wanted) == {"telemetry_profile_id": "p"}
