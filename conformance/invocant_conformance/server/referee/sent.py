"""A request as it arrived, and what is said of it."""

from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.types import Scope


@dataclass(frozen=True, kw_only=True, slots=True)
class Sent:
    """A request.

    path and query: as they were sent, percent-encoded. headers: pairs in the order of the wire,
    names in lower case. body: None where it did not come whole or is larger than is judged.
    """

    method: str
    path: str
    query: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | None = b""

    def values(self, name: str) -> tuple[str, ...]:
        """Return the values of a header, one for each time that it was sent."""
        return tuple(value for each, value in self.headers if each == name)

    def value(self, name: str) -> str:
        """Return the first value of a header, "" where it was not sent."""
        return next(iter(self.values(name)), "")

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """The parameters of the query, decoded."""
        return parse_qsl(self.query, keep_blank_values=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Judgement:
    """What is said of one request by one rule. broken: what is wrong, "" where it is kept."""

    rule: str
    broken: str = ""


def sent_in(scope: Scope, *, path: str, body: bytes | None) -> Sent:
    """Return the request of an ASGI scope. path: the part of its path that is judged."""
    return Sent(
        method=scope["method"],
        path=path,
        query=scope["query_string"].decode("latin-1"),
        headers=tuple(
            (name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"]
        ),
        body=body,
    )


def raw_path(scope: Scope) -> str:
    """Return the path of an ASGI scope as it was sent, without the query."""
    raw: bytes = scope.get("raw_path") or scope["path"].encode()
    return raw.decode("latin-1").partition("?")[0]
