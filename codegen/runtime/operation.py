"""What generated code hands to the transport: the operation, and the arguments of one call."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from .options import RequestOptions

__all__ = ["Arguments", "Operation", "StreamEnd"]


@dataclass(frozen=True, kw_only=True, slots=True)
class StreamEnd:
    """When a stream is complete: after an event whose data is ``marker``, or when as many entries
    of the events' ``list``, told apart by ``key``, as the request's field ``count`` asks for (one
    without it) and all that were seen had a non-empty ``field``."""

    marker: str
    list: str
    key: str
    field: str
    count: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Operation:
    """One operation of the API.

    ``body`` returns the TypedDict of the request body; being called on first use, it lets a
    resource be imported without its request types. ``secrets`` are the names of body fields whose
    values never appear in an error.
    """

    id: str
    method: str
    path: str
    body: Callable[[], object] | None = None
    secrets: frozenset[str] = frozenset()
    stream_end: StreamEnd | None = None
    accept: str = "application/json"


@dataclass(frozen=True, kw_only=True, slots=True)
class Arguments:
    """The arguments of one call; body fields that are ``OMIT`` are not sent."""

    path: Mapping[str, str] = field(default_factory=dict[str, str])
    body: Mapping[str, object] | None = field(default=None, repr=False)
    options: RequestOptions = field(default_factory=RequestOptions, repr=False)
