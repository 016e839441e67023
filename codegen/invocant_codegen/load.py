"""Reads the YAML files of `spec/`, keeping the line on which every value stands."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from .json_values import JsonObject, JsonValue, as_list, as_object, child
from .problems import Problem, UnusableSpec

MODELS = "models.yaml"
REQUIREMENTS = "requirements/"

# Scalars of the YAML 1.2 JSON schema (https://spec.openapis.org/oas/v3.2.0#format): dates and
# words such as `no` and `on` stay text, unlike in YAML 1.1.
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """One file: its path below `spec/`, its content, and the line of every JSON pointer."""

    path: str
    content: JsonObject
    lines: Mapping[str, int]

    def problem(self, pointer: str, rule: str, message: str) -> Problem:
        """Describe a violated rule at a pointer, or at its closest ancestor that has a line."""
        known = pointer
        while known and known not in self.lines:
            known = known.rpartition("/")[0]
        line = self.lines.get(known, 1)
        return Problem(file=self.path, line=line, pointer=pointer, rule=rule, message=message)

    def objects(self, pointer: str) -> Iterator[tuple[str, JsonObject]]:
        """Yield the objects of the list at a top-level key, with their pointers."""
        for index, item in enumerate(as_list(self.content.get(pointer.removeprefix("/")))):
            yield child(pointer, index), as_object(item)


@dataclass(frozen=True, kw_only=True, slots=True)
class Spec:
    """All files of `spec/` by their path below it, sorted."""

    documents: Mapping[str, Document]

    def openapi(self) -> Iterator[Document]:
        """Yield the OpenAPI documents: everything but the requirements and the models."""
        for path, document in self.documents.items():
            if path != MODELS and not path.startswith(REQUIREMENTS):
                yield document

    def requirements(self) -> Iterator[Document]:
        """Yield the files of requirement rows."""
        for path, document in self.documents.items():
            if path.startswith(REQUIREMENTS):
                yield document

    def models(self) -> JsonObject:
        """Return the catalogue of hosted models, empty where the specification has none."""
        document = self.documents.get(MODELS)
        return document.content if document else {"models": []}


def load(folder: Path) -> Spec:
    """Read every YAML file below a folder.

    Raises UnusableSpec for syntax errors, duplicate keys and files that hold no mapping.
    """
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder).as_posix()
        document, found = parse(name, path.read_bytes())
        documents[name] = document
        problems += found
    if not documents:
        message = "no YAML file in the folder"
        problems.append(Problem(file="", line=1, pointer="", rule="empty", message=message))
    if problems:
        raise UnusableSpec(problems)
    return Spec(documents=documents)


def parse(path: str, content: bytes) -> tuple[Document, list[Problem]]:
    """Parse one file; the document is empty where the problems leave nothing to read."""
    reader = _Reader(path)
    try:
        node: yaml.Node | None = yaml.CSafeLoader(content.decode()).get_single_node()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        reader.report(line, "", "yaml-encoding", f"byte {error.start} is not UTF-8")
        return Document(path=path, content={}, lines={}), reader.problems
    except yaml.YAMLError as error:
        reader.report(_line(error), "", "yaml-syntax", _message(error))
        return Document(path=path, content={}, lines={}), reader.problems
    value = reader.value(node, "") if node else None
    if not isinstance(value, Mapping):
        reader.report(1, "", "yaml-mapping", "the file must hold one mapping")
    document = Document(path=path, content=as_object(value), lines=reader.lines)
    return document, reader.problems


def _line(error: yaml.YAMLError) -> int:
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    return mark.line + 1 if mark else 1


def _message(error: yaml.YAMLError) -> str:
    told = error.problem if isinstance(error, yaml.MarkedYAMLError) else str(error)
    return " ".join((told or "not readable").split())


class _Reader:
    """Turns YAML nodes into JSON values and notes lines and duplicate keys on the way."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._within: list[yaml.Node] = []
        self.lines: dict[str, int] = {}
        self.problems: list[Problem] = []

    def report(self, line: int, pointer: str, rule: str, message: str) -> None:
        """Note a problem."""
        problem = Problem(file=self._path, line=line, pointer=pointer, rule=rule, message=message)
        self.problems.append(problem)

    def value(self, node: yaml.Node, pointer: str) -> JsonValue:
        """Return the JSON value of a node."""
        self.lines.setdefault(pointer, node.start_mark.line + 1)
        if any(node is outer for outer in self._within):
            line = node.start_mark.line + 1
            self.report(line, pointer, "yaml-alias", "an alias inside of what it stands for")
            return None
        self._within.append(node)
        value = self._value(node, pointer)
        self._within.pop()
        return value

    def _value(self, node: yaml.Node, pointer: str) -> JsonValue:
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, pointer)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, child(pointer, i)) for i, item in enumerate(node.value)]
        return _scalar(node)

    def _mapping(self, node: yaml.MappingNode, pointer: str) -> JsonObject:
        content: dict[str, JsonValue] = {}
        for key_node, value_node in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + 1
            place = child(pointer, key)
            if key in content:
                first = self.lines[place]
                self.report(
                    line, place, "yaml-duplicate-key", f"key {key!r} already on line {first}"
                )
                continue
            self.lines[place] = line
            content[key] = self.value(value_node, place)
        return content


def _scalar(node: yaml.Node) -> JsonValue:
    text = str(node.value)
    if isinstance(node, yaml.ScalarNode) and node.style:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _NUMBER.fullmatch(text) else text
