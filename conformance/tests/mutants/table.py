"""All mutants."""

from . import chat, embeddings, gateway, management, refusals, streams
from .mutant import Mutant

MUTANTS: tuple[Mutant, ...] = tuple(
    sorted(
        (
            *chat.MUTANTS,
            *streams.MUTANTS,
            *embeddings.MUTANTS,
            *refusals.MUTANTS,
            *management.MUTANTS,
            *gateway.MUTANTS,
        ),
        key=lambda mutant: (not mutant.row, mutant.name),
    )
)
