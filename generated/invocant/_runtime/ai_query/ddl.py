# Copied from codegen/runtime/; do not edit.
"""Types as they are written in DDL: ``STRUCT<name: STRING, scores: ARRAY<FLOAT>>``.

Source: data types and ``from_json`` in the SQL language manual of Databricks. As for the schema of
``from_json``, a list of columns, ``name STRING, scores ARRAY<FLOAT>``, is a STRUCT as well.
"""

from collections.abc import Callable, Sequence
from typing import Final

from .datatypes import ArrayType, AtomicType, DataType, DecimalType, Field, MapType, StructType
from .tokens import Token, TokenKind, quoted_name, quoted_text, tokens

__all__ = ["parse_type", "write_type"]

_SYNONYMS: Final = {
    "BYTE": AtomicType.TINYINT,
    "SHORT": AtomicType.SMALLINT,
    "INTEGER": AtomicType.INT,
    "LONG": AtomicType.BIGINT,
    "REAL": AtomicType.FLOAT,
}
_ATOMIC: Final = {kind.value: kind for kind in AtomicType} | _SYNONYMS
_DECIMAL: Final = frozenset({"DECIMAL", "DEC", "NUMERIC"})
_DIGITS: Final = 38
_NAMES: Final = frozenset({TokenKind.WORD, TokenKind.NAME})
_KNOWN: Final = ", ".join([*(kind.value for kind in AtomicType), "DECIMAL, ARRAY, MAP, STRUCT"])


def parse_type(ddl: str) -> DataType:
    """The type that a text names. Raises ValueError with the place and the rule."""
    read = _Reader([*tokens(ddl)])
    kind = StructType(fields=read.fields(read.at_end)) if read.begins_column() else read.type()
    if not read.at_end():
        raise read.fault("the type ends before")
    return kind


def write_type(kind: DataType) -> str:
    """A type as DDL, of which :func:`parse_type` makes the same type."""
    match kind:
        case AtomicType():
            return kind.value
        case DecimalType(precision=precision, scale=scale):
            return f"DECIMAL({precision},{scale})"
        case ArrayType(element=element):
            return f"ARRAY<{write_type(element)}>"
        case MapType(value=value):
            return f"MAP<STRING, {write_type(value)}>"
        case StructType(fields=fields):
            return f"STRUCT<{', '.join(map(_written, fields))}>"


def _written(field: Field) -> str:
    needed = "" if field.nullable else " NOT NULL"
    said = "" if field.comment is None else f" COMMENT {quoted_text(field.comment)}"
    return f"{quoted_name(field.name)}: {write_type(field.type)}{needed}{said}"


class _Reader:
    """Reads tokens from the left."""

    def __init__(self, found: Sequence[Token]) -> None:
        self._tokens = found
        self._position = 0

    def fault(self, rule: str) -> ValueError:
        """The error that the token which is next gives."""
        token = self._next
        shown = f"character {token.at} ({token.text})" if token.text else "the end"
        return ValueError(f"{rule} {shown}")

    def at_end(self) -> bool:
        """Whether nothing is left."""
        return self._next.kind is TokenKind.END

    def begins_column(self) -> bool:
        """Whether a name and its type come next, which no type begins with."""
        first, second = self._tokens[0], self._tokens[min(1, len(self._tokens) - 1)]
        if first.kind is TokenKind.NAME:
            return True
        return first.kind is TokenKind.WORD and (second.kind in _NAMES or second.text == ":")

    def type(self) -> DataType:
        """Take a type."""
        if self._next.kind is not TokenKind.WORD:
            raise self.fault("a type is expected at")
        name = self._next.text.upper()
        if name in _ATOMIC:
            self._position += 1
            return _ATOMIC[name]
        if name in _DECIMAL:
            self._position += 1
            return self._decimal()
        if name not in {"ARRAY", "MAP", "STRUCT"}:
            raise self.fault(f"only {_KNOWN} are types, unlike what stands at")
        self._position += 1
        return self._nested(name)

    def fields(self, ended: Callable[[], bool]) -> tuple[Field, ...]:
        """Take fields until they end."""
        found: list[Field] = []
        while not ended():
            if found:
                self._expect(",")
            found.append(self._field())
        names = [field.name.lower() for field in found]
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            raise ValueError(f"the field {twice} is there twice")
        return tuple(found)

    @property
    def _next(self) -> Token:
        return self._tokens[self._position]

    def _take(self, text: str) -> bool:
        token = self._next
        found = token.kind in {TokenKind.WORD, TokenKind.MARK} and token.text.upper() == text
        self._position += found
        return found

    def _expect(self, text: str) -> None:
        if not self._take(text):
            raise self.fault(f"{text} is expected at")

    def _closes(self) -> bool:
        return self._next.kind is TokenKind.MARK and self._next.text == ">"

    def _nested(self, name: str) -> DataType:
        self._expect("<")
        kind = self._inner(name)
        self._expect(">")
        return kind

    def _inner(self, name: str) -> DataType:
        if name == "ARRAY":
            return ArrayType(element=self.type())
        if name == "STRUCT":
            return StructType(fields=self.fields(self._closes))
        if not self._take("STRING"):
            raise self.fault("keys of JSON objects are STRING, unlike what stands at")
        self._expect(",")
        return MapType(value=self.type())

    def _field(self) -> Field:
        token = self._next
        if token.kind not in _NAMES:
            raise self.fault("the name of a field is expected at")
        self._position += 1
        self._take(":")
        kind = self.type()
        nullable = not self._take("NOT")
        if not nullable:
            self._expect("NULL")
        return Field(name=token.text, type=kind, nullable=nullable, comment=self._comment())

    def _comment(self) -> str | None:
        if not self._take("COMMENT"):
            return None
        if self._next.kind is not TokenKind.TEXT:
            raise self.fault("a text in quotes is expected at")
        self._position += 1
        return self._tokens[self._position - 1].text

    def _decimal(self) -> DecimalType:
        if not self._take("("):
            return DecimalType()
        precision = self._number()
        scale = self._number() if self._take(",") else 0
        self._expect(")")
        if not 0 <= scale <= precision <= _DIGITS or precision == 0:
            raise ValueError(f"DECIMAL({precision},{scale}) has no 1 to {_DIGITS} digits")
        return DecimalType(precision=precision, scale=scale)

    def _number(self) -> int:
        if not (self._next.text.isascii() and self._next.text.isdigit()):
            raise self.fault("a number is expected at")
        self._position += 1
        return int(self._tokens[self._position - 1].text)
