"""No recording is dropped: the fixture holds what was counted when it was copied."""

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from . import recordings

_SENT_ON = ".upstream."
_LARGEST = 1_500_000


class Count(BaseModel):
    """Recordings of one source."""

    model_config = ConfigDict(extra="forbid")

    exchanges: int
    sent_on: int = 0


def test_the_fixture_holds_every_recording_of_every_source() -> None:
    found: dict[str, Counter[str]] = {}
    for recording in recordings.load():
        kind = "sent_on" if _SENT_ON in recording.name else "exchanges"
        found.setdefault(recording.source, Counter())[kind] += 1
    counted = {
        source: Count(exchanges=counts["exchanges"], sent_on=counts["sent_on"])
        for source, counts in found.items()
    }
    assert counted == _manifest()


def test_no_two_recordings_have_the_same_id() -> None:
    counts = Counter(recording.id for recording in recordings.load())
    assert [id for id, count in counts.items() if count > 1] == []


def test_the_fixture_stays_small() -> None:
    files = [path for path in recordings.FOLDER.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < _LARGEST


def test_no_recording_holds_a_path_of_the_machine_that_made_it() -> None:
    texts = {recording.id: recording.model_dump_json() for recording in recordings.load()}
    assert [id for id, text in texts.items() if re.search(r"/(home|root)/", text)] == []


def _manifest() -> Mapping[str, Count]:
    content = yaml.safe_load((Path(__file__).parent / "manifest.yaml").read_text())
    return {source: Count.model_validate(count) for source, count in content["sources"].items()}
