"""One deliberately broken server, and the table in which all of them stand."""

from collections.abc import Mapping
from dataclasses import dataclass

from invocant_conformance.requirements import Level, by_id

from .middleware import Mutation

_BINDING = ("V02", "V04", "V05", "V06", "V07", "V08", "V09", "V10", "V12", "V18", "V19", "V27")
_ADVISED = ("V03", "V13", "V14", "V16", "V17", "V22", "V26", "V28")
_BEHIND: Mapping[str, Mapping[str, Level]] = {
    **{row: {"provider": Level.MUST} for row in _BINDING},
    **{row: {"provider": Level.SHOULD} for row in _ADVISED},
    "V15": {"provider": Level.MUST, "scoring": Level.MUST},
}
"""How binding the rows of the table of defects are behind an endpoint, its column `back`."""


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
    """Return a mutant of the table of defects, with the levels that stand there.

    levels: those of workspaces and gateways; those of servers behind them follow from the row.
    """
    behind = _BEHIND.get(name[:3], {})
    return Mutant(
        name=name, requirement=requirement, levels={**levels, **behind}, mutation=mutation
    )


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
