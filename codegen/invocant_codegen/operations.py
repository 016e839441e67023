"""What the client templates render: every decision about names, types and texts is made here."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Argument:
    """One argument of a method: its Python name, its name on the wire, its type."""

    name: str
    key: str
    type: str
    required: bool
    description: str


@dataclass(frozen=True, kw_only=True, slots=True)
class StreamEnd:
    """When a stream is complete; see `x-stream` of the specification."""

    marker: str
    list: str
    key: str
    field: str
    count: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Streaming:
    """The events that a method sends when it is asked to stream."""

    event: str
    end: StreamEnd


@dataclass(frozen=True, kw_only=True, slots=True)
class Paging:
    """The entries of a list: their type, and the expression that takes them from the answer."""

    item: str
    entries: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Method:
    """One method of a resource.

    `body` is the type that the transport checks the body against; `answer` is none where the
    server sends an empty object.
    """

    name: str
    constant: str
    operation_id: str
    http_method: str
    path: str
    path_arguments: tuple[Argument, ...]
    body_arguments: tuple[Argument, ...]
    body: str | None
    secrets: tuple[str, ...]
    answer: str | None
    streaming: Streaming | None
    paging: Paging | None
    documentation: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Attribute:
    """A resource that another resource or a client holds."""

    name: str
    class_name: str
    module: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Resource:
    """A class of methods and further resources."""

    class_name: str
    documentation: str
    attributes: tuple[Attribute, ...]
    methods: tuple[Method, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ResourceModule:
    """One file of resources: the tree below one attribute of a client, leaves first."""

    package: str
    name: str
    resources: tuple[Resource, ...]

    @property
    def methods(self) -> tuple[Method, ...]:
        """All methods of all resources of the file."""
        return tuple(method for resource in self.resources for method in resource.methods)


@dataclass(frozen=True, kw_only=True, slots=True)
class Credential:
    """What a client is made with: two arguments, and the function that settles them."""

    address: str
    secret: str
    settle: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Client:
    """A client class and its resources."""

    name: str
    documentation: tuple[str, ...]
    package: str
    credential: Credential
    modules: tuple[ResourceModule, ...]
    attributes: tuple[Attribute, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Flavour:
    """The words in which synchronous and asynchronous code differ."""

    kind: str
    module: str
    prefix: str
    define: str
    wait: str
    folder: str
    context: str


SYNC = Flavour(
    kind="synchronous",
    module="_client",
    prefix="",
    define="def",
    wait="",
    folder="_sync",
    context="",
)
ASYNC = Flavour(
    kind="asynchronous",
    module="_async_client",
    prefix="Async",
    define="async def",
    wait="await ",
    folder="_async",
    context="a",
)
