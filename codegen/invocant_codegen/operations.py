"""What the client templates render: every decision about names, types and texts is made here."""

from collections.abc import Mapping
from dataclasses import dataclass

from .wait_rules import WaitRule


@dataclass(frozen=True, kw_only=True, slots=True)
class Argument:
    """One argument of a method: its Python name, its name on the wire, its type.

    `default` is the expression of its default, for one that is not required. `plain` is its type
    where no Python type may be given, for one that else takes them; `sent` the expression of what
    is sent, where that is not the argument itself.
    """

    name: str
    key: str
    type: str
    required: bool
    description: str
    default: str = "OMIT"
    plain: str = ""
    sent: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Parameter:
    """A parameter of the query or of the header: its argument, and the Python type of its value."""

    argument: Argument
    kind: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Finished:
    """The rule that everything asked for has finished; see `x-stream` of the specification."""

    list: str
    key: str
    field: str
    count: str


@dataclass(frozen=True, kw_only=True, slots=True)
class StreamEnd:
    """When a stream is complete; see `x-stream` of the specification."""

    marker: str
    types: tuple[str, ...]
    finished: Finished | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Answered:
    """What a method returns: the type of it, and the expression that names it to the transport.

    They differ for types that are no classes, such as unions and lists.
    """

    type: str
    named: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Structured:
    """The argument that takes the type of a parsed answer, and that answer, `of` some schema."""

    argument: Argument
    of: str
    answer: Answered


@dataclass(frozen=True, kw_only=True, slots=True)
class Streaming:
    """The events that a method sends when it is asked to stream, or always.

    `answer` is what they make up by the rules of `merge`, in the end; `note` names the type of what
    may come among them and is none.
    """

    event: Answered
    answer: Answered
    merge: str
    note: str | None
    end: StreamEnd
    always: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Base:
    """The base path of an operation that is not at all of those that its client may be given."""

    own: str
    others: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Paging:
    """The entries of a list: their type, and the expression that takes them from the answer."""

    item: str
    entries: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Method:
    """One method of a resource.

    Placeholders of `path` and `aliases` are names of arguments; `alias_arguments` choose an alias.
    `body` is the type that the transport checks the body against; `answer` is none where the
    server sends text or an empty object, and where it always sends a stream. `accept` lists media
    types, empty for JSON alone. `task` is what a model is asked to do, `model` the argument that
    names it.
    """

    name: str
    constant: str
    operation_id: str
    http_method: str
    path: str
    base: Base | None
    aliases: tuple[str, ...]
    path_arguments: tuple[Argument, ...]
    alias_arguments: tuple[Argument, ...]
    body_arguments: tuple[Argument, ...]
    query: tuple[Parameter, ...]
    headers: tuple[Parameter, ...]
    body: str | None
    secrets: tuple[str, ...]
    answer: Answered | None
    text: bool
    accept: str
    streaming: Streaming | None
    structured: Structured | None
    paging: Paging | None
    documentation: tuple[str, ...]
    task: str = ""
    model: str = ""

    @property
    def parameter_arguments(self) -> tuple[Argument, ...]:
        """The arguments that go into query and headers, required ones first."""
        arguments = [each.argument for each in (*self.query, *self.headers)]
        return tuple(sorted(arguments, key=lambda argument: not argument.required))

    @property
    def keyword_arguments(self) -> tuple[Argument, ...]:
        """The arguments that are given by name, in the order of the signature."""
        return (*self.alias_arguments, *self.body_arguments, *self.parameter_arguments)

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """All arguments, in the order of the signature."""
        return (*self.path_arguments, *self.keyword_arguments)

    @property
    def returned(self) -> str:
        """The type of what comes back from a call that is neither stream nor page."""
        if self.answer:
            return self.answer.type
        return "str" if self.text else "None"


@dataclass(frozen=True, kw_only=True, slots=True)
class Wait:
    """A method that polls until its rule says how it ended; see `x-wait` of the specification.

    `begin` is called first. `path` are the arguments that fill the poll's path, by placeholder.
    """

    name: str
    begin: Method | None
    poll: Method
    rule: WaitRule
    path: Mapping[str, str]
    timeout: float
    remains: str
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
    waits: tuple[Wait, ...]


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

    @property
    def wait_rules(self) -> tuple[WaitRule, ...]:
        """All rules that methods of the file wait by."""
        waits = [wait for resource in self.resources for wait in resource.waits]
        return tuple({wait.rule.constant: wait.rule for wait in waits}.values())


@dataclass(frozen=True, kw_only=True, slots=True)
class Turns:
    """The types of an answer that may call tools, and of the turns that go on from it."""

    answer: str
    turn: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CredentialArgument:
    """An argument of a client, by default `None`, that tells where the server is or who asks."""

    name: str
    type: str
    description: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Credential:
    """What a client is made with, and the function that settles it.

    The first argument is the address of the server.
    """

    settle: str
    arguments: tuple[CredentialArgument, ...]

    @property
    def address(self) -> str:
        """The name of the argument with the server's address."""
        return self.arguments[0].name


@dataclass(frozen=True, kw_only=True, slots=True)
class DataPlane:
    """The resource whose requests can also go to addresses of their own.

    `reader` is the method that tells the address, as an attribute path of the client.
    """

    attribute: Attribute
    reader: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Client:
    """A client class and its resources."""

    name: str
    documentation: tuple[str, ...]
    provider: str
    package: str
    credential: Credential
    modules: tuple[ResourceModule, ...]
    attributes: tuple[Attribute, ...]
    data_plane: DataPlane | None
