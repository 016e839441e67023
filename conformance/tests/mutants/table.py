"""All mutants."""

from . import (
    chat,
    conditional,
    credentials,
    embeddings,
    gateway,
    management,
    management_updates,
    refusals,
    stream_order,
    streams,
)
from .mutant import Mutant

MUTANTS: tuple[Mutant, ...] = tuple(
    sorted(
        (
            *chat.MUTANTS,
            *conditional.MUTANTS,
            *credentials.MUTANTS,
            *management_updates.MUTANTS,
            *stream_order.MUTANTS,
            *streams.MUTANTS,
            *embeddings.MUTANTS,
            *refusals.MUTANTS,
            *management.MUTANTS,
            *gateway.MUTANTS,
        ),
        key=lambda mutant: (not mutant.row, mutant.name),
    )
)
