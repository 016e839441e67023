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


def order(chosen: str, *, entities: Sequence[str], fallback: bool) -> Sequence[str]:
    """Return the served entities that are tried, one after the other, beginning with the chosen.

    With fallbacks the others follow in the order of the list, each once, from the chosen one on.
    """
    place = entities.index(chosen)
    return [chosen, *entities[place + 1 :], *entities[:place]] if fallback else [chosen]


def answering(
    chosen: str, *, entities: Sequence[str], reachable: Sequence[str], fallback: bool
) -> str:
    """Return the served entity that answers: the one whose turn it is, or else the next.

    Raises Refused, naming the last that was tried, when none of them answers.
    """
    if chosen in reachable:
        return chosen
    tried = order(chosen, entities=entities, fallback=fallback)
    found = next((entity for entity in tried if entity in reachable), None)
    if found is None:
        raise unreachable(tried[-1])
    return found


def unreachable(entity: str) -> Refused:
    """Return the refusal for a served entity that does not answer."""
    message = f"The model of the served entity '{entity}' cannot be reached."
    return Refused(Kind.UNREACHABLE, message)
