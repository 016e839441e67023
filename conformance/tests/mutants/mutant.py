"""One deliberately broken server, and the table in which all of them stand."""

from collections.abc import Mapping
from dataclasses import dataclass

from invocant_conformance.requirements import Level, by_id

from .middleware import Mutation


@dataclass(frozen=True, kw_only=True, slots=True)
class Mutant:
    """A broken server, the requirement that it breaks, and how binding that is for whom.

    Mutants V01 to V28 are numbered as in the project's table of defects, from which their levels
    come; the others break what no defect of that table breaks.
    """

    name: str
    requirement: str
    levels: Mapping[str, Level]
    mutation: Mutation
    over_a_socket: bool = False

    @property
    def row(self) -> str:
        """The row of the table of defects, such as V05, empty where there is none."""
        return self.name[:3] if self.name.startswith("V") else ""


def defect(name: str, requirement: str, mutation: Mutation, levels: Mapping[str, Level]) -> Mutant:
    """Return a mutant of the table of defects, with the levels that stand there."""
    return Mutant(name=name, requirement=requirement, levels=levels, mutation=mutation)


def breach(
    name: str, requirement: str, mutation: Mutation, *, over_a_socket: bool = False
) -> Mutant:
    """Return a mutant of a requirement that the table of defects does not have."""
    return Mutant(
        name=name,
        requirement=requirement,
        levels=by_id()[requirement].levels,
        mutation=mutation,
        over_a_socket=over_a_socket,
    )
