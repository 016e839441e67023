"""One request and its answer, as they were on the wire."""

import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field

import httpx

from .credentials import PLACEHOLDER

_SECRET_AT_THE_END = re.compile(f"(?:{PLACEHOLDER.pattern})$")


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

    def curl(self) -> str:
        """Return a command for a POSIX shell that repeats the request, with the token in $TOKEN."""
        words = ["curl", "-sS", "-i", "-N", "-X", self.method, shlex.quote(self.url)]
        words += [word if word == "$PROXY" else shlex.quote(word) for word in self.curl_options]
        for name, value in self.request_headers.items():
            words += ["-H", _header_word(f"{name}: {value}")]
        if self.request_body is None:
            return " ".join(words)
        return _with_body(words, self.request_body)


def _header_word(header: str) -> str:
    """Quote a header; the shell still fills in what stands for a secret at its end."""
    found = _SECRET_AT_THE_END.search(header)
    if found is None:
        return shlex.quote(header)
    plain = re.sub(r'(["`\\$])', r"\\\1", header[: found.start()])
    return f'"{plain}{found[0]}"'


def _with_body(words: list[str], body: bytes) -> str:
    """Append the body: as text where a shell can hold it, else piped in from printf."""
    text = body.decode(errors="replace")
    if "\x00" not in text and text.encode() == body:
        return " ".join([*words, "--data-raw", shlex.quote(text)])
    octal = "".join(f"\\{byte:03o}" for byte in body)
    return f"printf '{octal}' | " + " ".join([*words, "--data-binary", "@-"])
