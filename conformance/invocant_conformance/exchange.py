"""One request and its answer, as they were on the wire."""

import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import quote

import httpx

TOKEN_VARIABLE = "$TOKEN"

_MEANT_BY_SHELL = re.compile(r'["`\\]|\$(?!TOKEN\b)')
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
"""What a terminal would act on when a command is pasted."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Exchange:
    """A request and the whole answer to it.

    `request_headers` shows the token as `$TOKEN`. `headers` is case-insensitive. `arrivals` has,
    for each piece of the body, the seconds since sending and the number of bytes; the times say
    nothing unless `live`: the transport hands on what it gets as it arrives.
    """

    method: str
    url: str
    request_headers: Mapping[str, str] = field(default_factory=dict[str, str])
    request_body: bytes | None = None
    status: int
    headers: httpx.Headers
    body: bytes
    arrivals: tuple[tuple[float, int], ...] = ()
    live: bool = False

    @property
    def content_type(self) -> str:
        """The bare media type in lower case, empty where there is none."""
        value: str = self.headers.get("content-type", "")
        return value.partition(";")[0].strip().lower()

    def with_variable(self, token: str) -> "Exchange":
        """Return the exchange with `$TOKEN` for a token in the address and the headers."""
        headers = {
            name: value.replace(token, TOKEN_VARIABLE)
            for name, value in self.request_headers.items()
        }
        url = self.url.replace(quote(token, safe=""), TOKEN_VARIABLE)
        return replace(self, url=url, request_headers=headers)

    def curl(self) -> str:
        """Return a command for a POSIX shell that repeats the request, with the token in $TOKEN."""
        words = ["curl", "-sS", "-i", "-N", "-X", self.method, _word(self.url)]
        for name, value in self.request_headers.items():
            words += ["-H", _word(f"{name}: {value}")]
        if self.request_body is None:
            return " ".join(words)
        return _with_body(words, self.request_body)


def _word(text: str) -> str:
    """Quote a word; the shell still fills in the token."""
    if TOKEN_VARIABLE not in text:
        return shlex.quote(text)
    return '"' + _MEANT_BY_SHELL.sub(r"\\\g<0>", text) + '"'


def _with_body(words: list[str], body: bytes) -> str:
    """Append the body: as text where a shell can hold it, else piped in from printf."""
    text = body.decode(errors="replace")
    if not _CONTROL.search(text) and text.encode() == body:
        return " ".join([*words, "--data-raw", shlex.quote(text)])
    octal = "".join(f"\\{byte:03o}" for byte in body)
    return f"printf '{octal}' | " + " ".join([*words, "--data-binary", "@-"])
