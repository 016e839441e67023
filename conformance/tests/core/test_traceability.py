"""Requirements and checks belong together, in both directions."""

from invocant_conformance import listing, registry, requirements
from invocant_conformance.generic import mapping
from invocant_conformance.generic.library import built_in_checks
from invocant_conformance.specification import operations


def server_rows() -> set[str]:
    return {row.id for row in requirements.load() if "server" in row.kinds}


def test_every_server_requirement_is_tried() -> None:
    tried = {check.requirement for check in registry.load()} | set(listing.generated_cases())
    assert server_rows() - tried == set()


def test_every_check_names_a_server_requirement() -> None:
    tried = {check.requirement for check in registry.load()} | set(listing.generated_cases())
    assert tried - server_rows() == set()


def test_every_requirement_is_tried_in_each_of_its_profiles() -> None:
    generated = {
        (key.id, key.profile)
        for operation in operations.tried()
        for name in (*mapping.CHECKS, *mapping.CHAINED)
        for key in mapping.keys_of(name, operation)
    }
    tasks = {operation.profile: set[str]() for operation in operations.tried()}
    for operation in operations.tried():
        tasks[operation.profile] |= {"any", *operation.tasks}
    directed = {
        (check.requirement, profile)
        for check in registry.load()
        for profile in operations.profiles()
        if check.profile == profile or check.task in tasks[profile]
    }
    promised = {
        (row.id, profile)
        for row in requirements.load()
        if "server" in row.kinds
        for profile in row.levels
    }
    assert promised - directed - generated == set()


def test_a_draft_is_tried_by_nothing() -> None:
    tried = {check.requirement for check in registry.load()} | set(listing.generated_cases())
    assert tried & {row.id for row in requirements.drafts()} == set()


def test_every_built_in_check_is_mapped_or_switched_off() -> None:
    assert built_in_checks() == {*mapping.CHECKS, *mapping.CHAINED, *mapping.UNUSED}


def test_generated_requests_only_count_for_rows_of_their_profile() -> None:
    for operation in operations.tried():
        for name in (*mapping.CHECKS, *mapping.CHAINED):
            for key in mapping.keys_of(name, operation):
                assert key.profile in requirements.by_id()[key.id].levels
