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
            *streams.MUTANTS,
            *embeddings.MUTANTS,
            *refusals.MUTANTS,
            *management.MUTANTS,
            *gateway.MUTANTS,
        ),
        key=lambda mutant: (not mutant.row, mutant.name),
    )
)
