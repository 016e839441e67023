# Copied from codegen/runtime/; do not edit.
"""What callers may want to know of an answer beside its content."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TypeVar, cast

from .errors import InvocantError
from .headers import Headers, request_id
from .json_data import is_array
from .models import Model
from .pages import Page
from .reply import Reply, make_error

__all__ = ["Response", "attach", "described", "error_about", "response_of", "secrets_of"]

E = TypeVar("E", bound=InvocantError)


@dataclass(frozen=True, kw_only=True, slots=True)
class Response:
    """The HTTP side of an answer.

    ``headers`` have secrets masked, should a server echo them; ``request_id`` is the server's name
    for the exchange; ``served_model_name`` tells which model of an endpoint answered; ``body`` has
    the bytes that came, without content encoding, and is empty for a stream. What the server did
    not tell is ``None``.
    """

    status: int
    headers: Headers
    request_id: str | None
    served_model_name: str | None
    body: bytes = field(repr=False)


def described(reply: Reply) -> Response:
    """What of a reply is for callers."""
    headers = reply.safe_headers
    return Response(
        status=reply.status,
        headers=headers,
        request_id=request_id(headers),
        served_model_name=headers.get("served-model-name"),
        body=reply.body,
    )


def attach(answer: object, reply: Reply) -> object:
    """Let the models that an answer is, or is a list of, remember the reply they came with."""
    if isinstance(answer, Model):
        object.__setattr__(answer, "_reply", reply)
    elif is_array(answer):
        for each in answer:
            attach(each, reply)
    return answer


def secrets_of(answer: object) -> Collection[str]:
    """The secrets of the request that an answer came to; none for what no call returned."""
    reply = getattr(answer, "_reply", None)
    return reply.secrets if isinstance(reply, Reply) else ()


def response_of(answer: object) -> Response:
    """Status, headers and raw bytes of the response that brought an answer, a page or a stream.

    Raises InvocantError for what no call returned, which copies are: parts of an answer, and models
    that were copied, unpickled or made by hand.
    """
    if isinstance(answer, Page):
        answer = cast("Page[object]", answer).answer
    reply = getattr(answer, "_reply", None)
    if isinstance(reply, Reply):
        return described(reply)
    raise InvocantError(
        f"no response is known of this {type(answer).__name__}: no call returned it"
    )


def error_about(kind: type[E], message: str, answer: object) -> E:
    """An error about what an answer says, with what is known of the response that brought it."""
    reply = getattr(answer, "_reply", None)
    return make_error(kind, message, reply) if isinstance(reply, Reply) else kind(message)
