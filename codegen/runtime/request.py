"""From the arguments of a call to the request that goes out, checked before it does."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from .body import build_body, encode
from .completion import asked_for
from .content_coding import ACCEPTED
from .credentials import StaticCredential, secrets_of
from .json_data import is_text
from .operation import Arguments, Operation
from .option_rules import check_options
from .options import RequestOptions, merged
from .parameters import encoded, fill, is_header_name, is_header_value, is_utf8
from .redact import secret_values
from .settings import Settings
from .user_agent import user_agent
from .violations import refuse

__all__ = ["PreparedRequest", "authenticated", "prepare"]

CREDENTIAL_HEADERS: Final = frozenset(
    {"authorization", "proxy-authorization", "x-api-key", "api-key", "x-litellm-api-key", "cookie"}
)


@dataclass(frozen=True, kw_only=True, slots=True)
class PreparedRequest:
    """A request ready to be sent.

    ``url`` is without ``query``; ``secrets`` are values to mask; ``asked`` is how many entries a
    stream that answers it has to finish; ``origin`` is the part of ``url`` that names the server;
    ``options`` are those that hold for the request; ``values`` are those in its path, by argument.
    """

    method: str
    path: str
    url: str
    headers: Mapping[str, str] = field(repr=False)
    query: Mapping[str, str] = field(repr=False)
    content: bytes | None = field(repr=False)
    secrets: frozenset[str] = field(repr=False)
    asked: int
    origin: str
    options: RequestOptions = field(repr=False, default_factory=RequestOptions)
    values: Mapping[str, object] = field(repr=False, default_factory=dict[str, object])

    @property
    def call(self) -> str:
        """Method and path, as errors name the request."""
        return f"{self.method} {self.path}"


def prepare(
    operation: Operation,
    arguments: Arguments,
    settings: Settings,
    accept: str,
    defaults: RequestOptions | None = None,
) -> PreparedRequest:
    """Build and check the request; ``defaults`` hold where its own options say nothing.

    A credential that does not change is part of it. Raises RequestError naming the field and the
    rule it breaks.
    """
    check_options(arguments.options)
    options, base = merged(defaults or {}, arguments.options), operation.base
    path = fill(operation, arguments.path)
    query, declared = encoded(operation, arguments.parameters)
    body = build_body(operation, arguments.body, options.get("extra_body"))
    given_headers = declared | dict(_extra_headers(options.get("extra_headers") or {}))
    url = (base.at(settings.base_url) if base else settings.base_url) + path
    fixed = _fixed_credential(settings, url)
    headers = {
        "user-agent": user_agent(),
        "accept": accept,
        "accept-encoding": ACCEPTED,
        **(fixed.headers if fixed else {}),
    }
    if body is not None:
        headers["content-type"] = "application/json"
    secrets = [*secret_values(body, operation.secrets), *_credentials(given_headers)]
    return PreparedRequest(
        method=operation.method,
        path=path,
        url=url,
        headers=headers | given_headers,
        query=query | _extra_query(options.get("extra_query") or {}),
        content=None if body is None else encode(body),
        secrets=fixed.secrets.union(secrets) if fixed else frozenset(secrets),
        asked=asked_for(body, operation.stream_end),
        origin=settings.origin,
        options=options,
        values=arguments.path,
    )


def _fixed_credential(settings: Settings, url: str) -> StaticCredential | None:
    credential = settings.credential
    return credential if isinstance(credential, StaticCredential) and settings.covers(url) else None


def authenticated(
    request: PreparedRequest, credential: Mapping[str, str], settings: Settings
) -> PreparedRequest:
    """The request with the headers of a credential, if it goes where that may be sent.

    Headers that the caller gave win over those of the credential.
    """
    if not settings.covers(request.url):
        return request
    headers = {**credential, **request.headers}
    return replace(request, headers=headers, secrets=request.secrets | secrets_of(credential))


def _extra_headers(headers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in headers.items():
        texts = is_text(name) and is_text(value)
        if not texts or not is_header_name(name) or not is_header_value(value):
            raise refuse(("extra_headers", str(name)), "Not a valid header")
        yield name.lower(), value


def _credentials(headers: Mapping[str, str]) -> Iterator[str]:
    """The values of headers that carry credentials, also without their scheme (``Bearer``)."""
    for name in headers.keys() & CREDENTIAL_HEADERS:
        yield headers[name]
        yield headers[name].rpartition(" ")[2]


def _extra_query(query: Mapping[str, str]) -> dict[str, str]:
    for name, value in query.items():
        if not (is_text(name) and is_text(value)):
            raise refuse(("extra_query", str(name)), "Name and value must be strings")
        if not (is_utf8(name) and is_utf8(value)):
            raise refuse(("extra_query",), "Name and value must be text that UTF-8 can write")
    return dict(query)
