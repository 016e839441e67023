"""Providers that are stricter than they may be."""

from invocant_conformance.checks.provider import OF_ANOTHER

from .edits import status
from .middleware import Call
from .mutant import Mutant, breach


def _has_a_parameter_of_another(call: Call) -> bool:
    return bool(OF_ANOTHER.keys() & call.json.keys())


def _names_its_model(call: Call) -> bool:
    return isinstance(call.json.get("model"), str)


MUTANTS: tuple[Mutant, ...] = (
    breach(
        "parameter-of-another-provider-refused",
        "PROV-PARAMS-001",
        status(400, _has_a_parameter_of_another),
    ),
    breach("name-of-the-model-refused", "PROV-MODEL-001", status(400, _names_its_model)),
)
