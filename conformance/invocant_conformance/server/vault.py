"""The plaintext secrets of endpoints, in memory only."""

from collections.abc import Mapping, Sequence

from ..json_values import JsonObject, as_list, as_object
from .endpoints import Endpoint
from .entities import Entity

_SUFFIX = "_plaintext"

Secrets = Mapping[str, str]
"""The secrets of one served entity, by field, such as openai_api_key."""


class Vault:
    """Holds secrets by endpoint and served entity; they leave it by `find` alone.

    Nothing of it is written anywhere, and it shows nothing of what it holds.
    """

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        self._kept: dict[str, dict[str, Secrets]] = {}

    def __repr__(self) -> str:
        return "Vault()"

    def __reduce__(self) -> str:
        raise TypeError("a vault is neither copied nor pickled")

    def keep(self, endpoint: Endpoint, asked: Sequence[Entity], config: JsonObject) -> None:
        """Keep the secrets of a configuration that an endpoint has just got, in place of others.

        asked: the entities that need them. config: as it was sent; one without entities changes
        nothing of what is served.
        """
        sent = [as_object(entity) for entity in as_list(config.get("served_entities"))]
        if not sent and not as_list(config.get("served_models")):
            return
        self.drop(endpoint.id)
        entities = endpoint.latest.entities if endpoint.latest else ()
        found: dict[str, Secrets] = {
            entity.name: _secrets(as_object(given.get("external_model")))
            for entity, given in zip(entities, sent, strict=False)
            if entity in asked
        }
        if any(found.values()):
            self._kept[endpoint.id] = found

    def find(self, endpoint_id: str, entity: str) -> Secrets:
        """Return the secrets of a served entity by field, none where none is kept."""
        return self._kept.get(endpoint_id, {}).get(entity, {})

    def drop(self, endpoint_id: str) -> None:
        """Forget the secrets of an endpoint."""
        self._kept.pop(endpoint_id, None)

    def clear(self) -> None:
        """Forget everything."""
        self._kept.clear()


def _secrets(value: JsonObject) -> dict[str, str]:
    """Return the plaintext secrets in an external model, by the field without its suffix."""
    found: dict[str, str] = {}
    for name, member in value.items():
        if isinstance(member, str) and name.endswith(_SUFFIX):
            found[name.removesuffix(_SUFFIX)] = member
        found |= _secrets(as_object(member))
    return found
