"""What the templates of the reference render: every text is ready to stand in Markdown."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldEntry:
    """One field, parameter or header: its name, its type in words, and what is said of it."""

    name: str
    kind: str
    required: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleLink:
    """A rule, where it is mentioned: a link to its row, its title and its levels."""

    link: str
    title: str
    levels: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ExampleEntry:
    """One example: what it shows, the language of its text, and the text."""

    title: str
    language: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerEntry:
    """One documented answer: status, meaning, and what each media type holds."""

    status: str
    text: str
    bodies: str


@dataclass(frozen=True, kw_only=True, slots=True)
class OperationEntry:
    """One operation. `calls` are the methods of the clients that send it, with their arguments.

    `bases` are the base paths at which it is served where that is not the root alone, and `aliases`
    the further paths at which it can be reached.
    """

    id: str
    anchor: str
    summary: str
    description: str
    request_line: str
    marks: str
    bases: str
    aliases: Sequence[str]
    calls: Sequence[str]
    parameters: Sequence[FieldEntry]
    body: str
    answers: Sequence[AnswerEntry]
    headers: Sequence[FieldEntry]
    end: str
    examples: Sequence[ExampleEntry]
    rules: Sequence[RuleLink]


@dataclass(frozen=True, kw_only=True, slots=True)
class SchemaEntry:
    """One component schema: its fields, or, where it has none, its type in words."""

    name: str
    description: str
    kind: str
    fields: Sequence[FieldEntry]
    rules: Sequence[RuleLink]


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleEntry:
    """One requirement row."""

    id: str
    title: str
    levels: str
    statement: str
    condition: str
    source: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ModelEntry:
    """One model of the catalogue."""

    name: str
    task: str
    apis: str
    description: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """Rows of one topic under one heading."""

    title: str
    rules: Sequence[RuleEntry]


@dataclass(frozen=True, kw_only=True, slots=True)
class OperationsPage:
    """The operations of one profile."""

    file: str
    title: str
    description: str
    operations: Sequence[OperationEntry]


@dataclass(frozen=True, kw_only=True, slots=True)
class SchemasPage:
    """The component schemas of one file of the specification."""

    file: str
    title: str
    description: str
    schemas: Sequence[SchemaEntry]


@dataclass(frozen=True, kw_only=True, slots=True)
class Reference:
    """All pages."""

    operations: Sequence[OperationsPage]
    schemas: Sequence[SchemasPage]
    rules: Sequence[Section]
    models: Sequence[ModelEntry]
