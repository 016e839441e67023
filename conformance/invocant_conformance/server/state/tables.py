"""The tables of a state file, each with the type of its documents."""

from collections.abc import Iterable, Mapping
from typing import Final, TypeVar

from pydantic import JsonValue, TypeAdapter, ValidationError

from ...json_values import JsonObject
from ..endpoints import Endpoint
from ..gateway_keys import GatewayKey
from ..tokens import IssuedToken
from .codecs import codec
from .database import Database, StateFileError
from .rows import Rows, Unkept

T = TypeVar("T")

_ENDPOINT: Final = codec(Endpoint)
_KEY: Final = codec(GatewayKey)
_TOKEN: Final = codec(IssuedToken)
_ANSWER: Final = TypeAdapter[JsonObject](dict[str, JsonValue])


class Table(Rows[T]):
    """One table; a document is the JSON of a value.

    Raises StateFileError when documents are loaded of which one is no such value.
    """

    def __init__(self, database: Database, name: str, codec: TypeAdapter[T]) -> None:
        self._database = database
        self._name = name
        self._codec = codec

    def load(self) -> Iterable[tuple[str, T]]:
        """Return what is kept, in the order in which the keys came."""
        try:
            return [
                (key, self._codec.validate_json(document, strict=True))
                for key, document in self._database.load(self._name)
            ]
        except ValidationError as error:
            where = f"a document of {self._name} does not fit"
            raise StateFileError(f"{self._database.path} is damaged: {where}") from error

    def keep(self, changes: Mapping[str, T | None]) -> None:
        """Write values, and delete those of keys with None, in one transaction."""
        self._database.write(
            self._name,
            {
                key: None if value is None else self._codec.dump_json(value).decode()
                for key, value in changes.items()
            },
        )

    def clear(self) -> None:
        """Delete all rows."""
        self._database.clear(self._name)


def endpoints(database: Database | None) -> Rows[Endpoint]:
    """Return the rows of the endpoints, by name."""
    return Table(database, "endpoints", _ENDPOINT) if database else Unkept[Endpoint]()


def keys(database: Database | None) -> Rows[GatewayKey]:
    """Return the rows of a gateway's keys, by digest."""
    return Table(database, "keys", _KEY) if database else Unkept[GatewayKey]()


def tokens(database: Database | None) -> Rows[IssuedToken]:
    """Return the rows of the tokens that were issued, by digest."""
    return Table(database, "tokens", _TOKEN) if database else Unkept[IssuedToken]()


def answers(database: Database | None) -> Rows[JsonObject]:
    """Return the rows of the answers of the Responses API that are kept, by id."""
    return Table(database, "answers", _ANSWER) if database else Unkept[JsonObject]()
