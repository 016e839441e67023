"""Every scripted case comes to the same over each HTTP library.

The client suite tries them over the default one, with every method that they name; here the first
stands for all.
"""

from itertools import groupby
from typing import Final

import pytest

from invocant_conformance.client import scripted
from invocant_conformance.client.lane import open_lane
from invocant_conformance.client.own import AsyncDriver, SyncDriver
from invocant_conformance.outcomes import Failed

TOKEN: Final = "dapi-transport-sentinel-0123456789"

# They wait for seconds, and what they wait for is no matter of the library.
SLOW: Final = "CLI-RETRY-001"


@pytest.mark.parametrize(
    "driver",
    [
        SyncDriver(transport="httpx2"),
        AsyncDriver(transport="httpx"),
        AsyncDriver(transport="httpx2"),
        AsyncDriver(transport="aiohttp"),
    ],
    ids=lambda driver: driver.name,
)
def test_scripted_cases_hold_over_every_library(driver: SyncDriver | AsyncDriver) -> None:
    failures: list[str] = []
    with open_lane(driver, TOKEN) as lane:
        for case, trials in groupby(scripted.trials(lane), key=lambda trial: trial.case):
            trial = next(trials)
            if trial.requirement == SLOW:
                continue
            try:
                trial.run()
            except Failed as failure:
                failures.append(f"{case}: {failure}")
            except Exception as error:
                failures.append(f"{case}: {error!r}")
    assert failures == []
