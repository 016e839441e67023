"""Real exchanges: what clients sent and what servers answered, one file for each source.

Bodies are as they were on the wire, but for long ones, which the recorder cut. Headers that say
nothing of the API, and those with credentials, were left out.
"""

import functools
import gzip
import json
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict

FOLDER = Path(__file__).parent / "recordings"
_SUFFIX = ".jsonl.gz"


class Message(BaseModel):
    """One side of an exchange; `body` is None for none.

    cut: only the beginning is kept. binary: bytes that are no text. broken: the connection ended
    before the body did.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    headers: Mapping[str, str]
    body: str | None = None
    cut: bool = False
    binary: bool = False
    broken: bool = False

    @property
    def media_type(self) -> str:
        """The content type without its parameters, "" for none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


class Recording(BaseModel):
    """An exchange; `target` is path and query.

    Without `status` no answer was recorded: none came, or only the request is known.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: str
    name: str
    method: str
    target: str
    sent: Message
    status: int | None = None
    received: Message | None = None

    @property
    def id(self) -> str:
        """Source and name, such as servers/vllm-cpu/chat_basic."""
        return f"{self.source}/{self.name}"


@functools.cache
def load() -> tuple[Recording, ...]:
    """Read every recording, in the order of sources and names."""
    return tuple(
        recording for path in sorted(FOLDER.rglob(f"*{_SUFFIX}")) for recording in _read(path)
    )


def _read(path: Path) -> list[Recording]:
    source = path.relative_to(FOLDER).as_posix().removesuffix(_SUFFIX)
    lines = gzip.decompress(path.read_bytes()).decode().split("\n")[:-1]
    found = [Recording.model_validate({"source": source, **json.loads(line)}) for line in lines]
    return sorted(found, key=lambda recording: recording.name)
