"""Which served entity answers when models cannot be reached; pure."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from ..json_values import as_object, as_text
from .entities import Entity
from .errors import Kind, Refused

_NOWHERE = ".invalid"
"""The top-level domain that never exists (RFC 2606)."""


def is_reachable(entity: Entity) -> bool:
    """Whether a served entity answers: all do but custom providers at hosts that never exist."""
    model = as_object(entity.external_model)
    provider = as_object(model.get("custom_provider_config"))
    address = as_text(provider.get("custom_provider_url"))
    return not (urlsplit(address).hostname or "").endswith(_NOWHERE)


def answering(
    chosen: str, *, entities: Sequence[str], reachable: Sequence[str], fallback: bool
) -> str:
    """Return the served entity that answers: the one whose turn it is, or else the next.

    With fallbacks the others are tried in the order of the list, each once, beginning after the
    chosen one. Raises Refused, naming the last that was tried, when none of them answers.
    """
    place = entities.index(chosen)
    others = [*entities[place + 1 :], *entities[:place]] if fallback else []
    tried = [chosen, *others]
    found = next((entity for entity in tried if entity in reachable), None)
    if found is None:
        message = f"The model of the served entity '{tried[-1]}' cannot be reached."
        raise Refused(Kind.UNREACHABLE, message)
    return found
