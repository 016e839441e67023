"""How a wanted effort of reasoning reaches a model, after the catalogue of models."""

from collections.abc import Iterator

from .json_data import is_object, member, members
from .violations import refuse

__all__ = ["members_for"]


def members_for(
    catalogue: object, model: str, effort: str, max_tokens: int | None
) -> dict[str, object]:
    """The members of a request that ask ``model`` for ``effort``; see ``invocant.reasoning``."""
    rules = member(catalogue, "reasoning")
    kind = member(member(rules, "kinds"), _kind(catalogue, model))
    mapping = member(kind, "efforts")
    limit: dict[str, object] = {} if max_tokens is None else {"max_tokens": max_tokens}
    if not is_object(mapping):
        return {"reasoning_effort": effort, **limit}
    if effort not in mapping:
        raise refuse(("effort",), f"Must be one of {', '.join(mapping)} for {model}", repr(effort))
    found = mapping[effort]
    budget = member(member(found, "thinking"), "budget_tokens")
    headroom = member(rules, "headroom_tokens")
    if max_tokens is None and isinstance(budget, int) and isinstance(headroom, int):
        limit = {"max_tokens": budget + headroom}
    return {**(found if is_object(found) else {}), **limit}


def _kind(catalogue: object, model: str) -> str:
    """How the model is told; models that the catalogue does not know are told as they are asked."""
    short = model.rpartition("/")[2]
    for each in members(catalogue, "models"):
        if short in _names(each):
            return str(member(each, "reasoning") or "forwarded")
    return "forwarded"


def _names(model: object) -> Iterator[object]:
    yield from (member(model, key) for key in ("name", "entity_name"))
