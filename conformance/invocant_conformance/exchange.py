"""One request and its answer, as they were on the wire."""

import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import quote

import httpx

from .credentials import PLACEHOLDER

_MEANT_BY_SHELL = re.compile(rf'["`\\]|(?!{PLACEHOLDER.pattern})\$')
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
"""What a terminal would act on when a command is pasted."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Exchange:
    """A request and the whole answer to it.

    `request_headers` has placeholders for secrets, such as `$TOKEN`; `curl_options` are words by
    which curl connects as the suite did. `headers` is case-insensitive. `arrivals` has,
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
    curl_options: tuple[str, ...] = ()

    @property
    def content_type(self) -> str:
        """The bare media type in lower case, empty where there is none."""
        value: str = self.headers.get("content-type", "")
        return value.partition(";")[0].strip().lower()

    def with_variables(self, placeholders: Mapping[str, str]) -> "Exchange":
        """Return the exchange with the placeholder for each secret in the address and headers."""
        url, headers = self.url, dict(self.request_headers)
        for secret, placeholder in placeholders.items():
            url = url.replace(quote(secret, safe=""), placeholder)
            for name, value in headers.items():
                headers[name] = value.replace(secret, placeholder)
        return replace(self, url=url, request_headers=headers)

    def curl(self) -> str:
        """Return a command for a POSIX shell, whose variables stand for the credentials."""
        words = ["curl", "-sS", "-i", "-N", "-X", self.method, _word(self.url)]
        words += [word if word == "$PROXY" else shlex.quote(word) for word in self.curl_options]
        for name, value in self.request_headers.items():
            words += ["-H", _word(f"{name}: {value}")]
        if self.request_body is None:
            return " ".join(words)
        return _with_body(words, self.request_body)


def _word(text: str) -> str:
    """Quote a word; the shell still fills in the credentials."""
    if not PLACEHOLDER.search(text):
        return shlex.quote(text)
    return '"' + _MEANT_BY_SHELL.sub(r"\\\g<0>", text) + '"'


def _with_body(words: list[str], body: bytes) -> str:
    """Append the body: as text where a shell can hold it, else piped in from printf."""
    text = body.decode(errors="replace")
    if not _CONTROL.search(text) and text.encode() == body:
        return " ".join([*words, "--data-raw", shlex.quote(text)])
    octal = "".join(f"\\{byte:03o}" for byte in body)
    return f"printf '{octal}' | " + " ".join([*words, "--data-binary", "@-"])
