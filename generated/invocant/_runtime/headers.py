# Copied from codegen/runtime/; do not edit.
"""Response headers as errors and streams carry them: immutable, case-insensitive, picklable."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

__all__ = ["Headers", "request_id"]

# In order of preference; the last three are those of providers behind a gateway.
REQUEST_ID_HEADERS: Final = (
    "x-request-id",
    "x-databricks-request-id",
    "x-litellm-call-id",
    "request-id",
    "apim-request-id",
    "x-amzn-requestid",
)


class Headers(Mapping[str, str]):
    """Names in lower case; a name that came several times has its values joined by ``", "``."""

    __slots__: tuple[str, ...] = ("_values",)

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        self._values: dict[str, str] = {}
        for name, value in pairs:
            known = self._values.get(name.lower())
            self._values[name.lower()] = value if known is None else f"{known}, {value}"

    @classmethod
    def from_raw(cls, pairs: Iterable[tuple[bytes, bytes]]) -> "Headers":
        """From bytes as they came: ASCII, or UTF-8 or else Latin-1 where a server sends more."""
        headers = cls()
        values = headers._values
        for name, value in pairs:
            key, text = name.decode("latin-1").lower(), _decoded(value)
            values[key] = f"{values[key]}, {text}" if key in values else text
        return headers

    def __getitem__(self, name: str) -> str:
        return self._values[name.lower()]

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"Headers({list(self._values.items())!r})"


def request_id(headers: Mapping[str, str]) -> str | None:
    """The server's id of the exchange, for support requests and log searches."""
    return next((headers[name] for name in REQUEST_ID_HEADERS if headers.get(name)), None)


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("latin-1")
