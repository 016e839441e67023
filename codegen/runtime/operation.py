"""What generated code hands to the transport: the operation, and the arguments of one call."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from .models import Model
from .options import RequestOptions

__all__ = ["JSON", "Arguments", "Base", "Finished", "Operation", "Parameter", "StreamEnd"]

JSON = "application/json"


@dataclass(frozen=True, kw_only=True, slots=True)
class Finished:
    """The rule that everything asked for has finished.

    It holds when as many entries of the events' ``list``, told apart by ``key``, as the request's
    field ``count`` asks for (one without it) and all that were seen had a non-empty ``field``. An
    empty ``count`` means one entry.
    """

    list: str
    key: str
    field: str
    count: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class StreamEnd:
    """When a stream is complete, each rule sufficient for itself.

    ``marker``: after an event whose data is this text; empty where there is none. ``types``: after
    an event whose member ``type`` is one of these. ``finished``: where the body ends, if this holds
    of the events before.
    """

    marker: str = ""
    types: frozenset[str] = frozenset()
    finished: Finished | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Parameter:
    """A parameter of the query or of the header: name of its argument, and name on the wire.

    ``type`` is ``str``, ``int``, ``float`` or ``bool``.
    """

    name: str
    key: str
    type: type[str] | type[int] | type[float] | type[bool]


@dataclass(frozen=True, kw_only=True, slots=True)
class Base:
    """The base path of an operation that is not at all of those that its API has.

    ``own`` is where it is, ``others`` are the further ones with which an address may end.
    """

    own: str
    others: tuple[str, ...]

    def at(self, address: str) -> str:
        """The address with the operation's own base path in the place of another one."""
        known = sorted((self.own, *self.others), key=len, reverse=True)
        end = next((each for each in known if address.endswith(each)), "")
        return address.removesuffix(end) + self.own


@dataclass(frozen=True, kw_only=True, slots=True)
class Operation:
    """One operation of the API.

    ``path`` and ``aliases`` are templates whose placeholders are names of arguments; the one is
    used that has a place for every argument given. ``body`` returns the TypedDict of the request
    body; being called on first use, it lets a resource be imported without its request types.
    ``secrets`` are the names of body fields whose values never appear in an error. ``accept`` lists
    the media types of the answer that is no stream. ``base`` is none where every base path of the
    API will do. ``merge`` is the format after whose rules the events of a stream make up an answer;
    ``note`` returns the type of what such a stream may hold that is no event. ``task`` is what a
    model is asked to do, ``model`` the argument that names it; both are empty where none is asked.
    """

    id: str
    method: str
    path: str
    base: Base | None = None
    aliases: tuple[str, ...] = ()
    query: tuple[Parameter, ...] = ()
    headers: tuple[Parameter, ...] = ()
    body: Callable[[], object] | None = None
    secrets: frozenset[str] = frozenset()
    stream_end: StreamEnd | None = None
    merge: str = ""
    note: Callable[[], type[Model]] | None = None
    accept: str = JSON
    task: str = ""
    model: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Arguments:
    """The arguments of one call by name, those of the body by field; ``OMIT`` is not sent.

    ``path`` fills the operation's path; ``parameters`` are those of query and header.
    """

    path: Mapping[str, object] = field(default_factory=dict[str, object])
    parameters: Mapping[str, object] = field(default_factory=dict[str, object], repr=False)
    body: Mapping[str, object] | None = field(default=None, repr=False)
    options: RequestOptions = field(default_factory=RequestOptions, repr=False)
