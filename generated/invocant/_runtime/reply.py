# Copied from codegen/runtime/; do not edit.
"""The answer to one request, and the errors made from it."""

from collections.abc import Collection
from dataclasses import dataclass, field
from email.message import Message
from typing import Final, TypeVar
from urllib.parse import urlsplit

from .error_bodies import ErrorBody, parse_error_body
from .errors import APIResponseError, APIStatusError, InvocantError, status_class
from .headers import Headers, request_id
from .redact import redact, redact_bytes
from .request import PreparedRequest
from .retry import retry_after

__all__ = [
    "Reply",
    "head",
    "make_error",
    "one_line",
    "response_error",
    "status_error",
]

E = TypeVar("E", bound=InvocantError)

LONGEST_MESSAGE: Final = 1000


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """Status, headers and what is needed to speak of it; ``call`` reads ``POST /path``.

    ``secrets`` are masked in every error made from the reply.
    """

    call: str
    status: int
    reason: str
    headers: Headers
    body: bytes = field(default=b"", repr=False)
    secrets: Collection[str] = field(default=(), repr=False)

    def with_body(self, body: bytes) -> "Reply":
        """The same reply once its body was read."""
        # Spelled out: dataclasses.replace() takes several times as long.
        return Reply(
            call=self.call,
            status=self.status,
            reason=self.reason,
            headers=self.headers,
            body=body,
            secrets=self.secrets,
        )

    @property
    def safe_headers(self) -> Headers:
        """The headers with secrets masked, should a server echo them."""
        return Headers((name, redact(value, self.secrets)) for name, value in self.headers.items())

    @property
    def content_type(self) -> str:
        """The media type in lower case, without parameters; empty when there is none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """The character encoding that the content type names; empty when it names none."""
        message = Message()
        message["content-type"] = self.headers.get("content-type", "")
        return message.get_content_charset() or ""

    @property
    def is_success(self) -> bool:
        """Whether the status is 2xx."""
        return 200 <= self.status < 300


def head(status: int, reason: str, headers: Headers, request: PreparedRequest) -> Reply:
    """The reply to a request as far as it is known before its body."""
    return Reply(
        call=request.call,
        status=status,
        reason=reason,
        headers=headers,
        secrets=request.secrets,
    )


def status_error(reply: Reply, now: float) -> APIStatusError:
    """The error for a status other than 2xx; ``now`` in seconds since the epoch."""
    found = parse_error_body(reply.body, reply.reason or f"status {reply.status}")
    message = found.message
    if 300 <= reply.status < 400:
        message = f"redirects are not followed; location: {_place(reply.headers.get('location'))}"
    told = f"{reply.status} {found.code}" if found.code else str(reply.status)
    error = make_error(status_class(reply.status), f"{told}: {message}", reply, found)
    wait = retry_after(reply.headers, now)
    error.retry_after = found.retry_after if wait is None else wait
    return error


def response_error(reply: Reply, rule: str) -> APIResponseError:
    """The error for a 2xx answer that breaks ``rule``."""
    return make_error(
        APIResponseError, f"the answer (status {reply.status}) is invalid: {rule}", reply
    )


def make_error(kind: type[E], message: str, reply: Reply, found: ErrorBody | None = None) -> E:
    """An error with everything that the reply knows, in one line and without secrets."""
    headers = reply.safe_headers
    ident = request_id(headers)
    about = f"{reply.call}, request id {ident}" if ident else reply.call
    code = found.code if found else None
    return kind(
        f"{one_line(redact(message, reply.secrets))} ({about})",
        status=reply.status,
        headers=headers,
        request_id=ident,
        error_code=code if code is None else redact(code, reply.secrets),
        body=redact_bytes(reply.body, reply.secrets),
        retry_after=found.retry_after if found else None,
    )


def one_line(text: str) -> str:
    """``text`` on one line and shortened to what people read; the body of an error has it all."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_MESSAGE else f"{line[:LONGEST_MESSAGE]}…"


def _place(location: str | None) -> str:
    """Origin and path of a redirect; its query may carry a credential."""
    if not location:
        return "none given"
    try:
        parts = urlsplit(location)
        server = parts.netloc.rpartition("@")[2]
        origin = f"{parts.scheme}://{server}" if server else ""
    except ValueError:
        return "not a URL"
    return f"{origin}{parts.path}"
