"""Operations that are not at every base path of their profile."""

import pytest

from invocant_conformance import surfaces
from invocant_conformance.specification import links, operations


@pytest.mark.parametrize(
    ("operation", "found", "base"),
    [
        ("createGatewayChatCompletion", "", ""),
        ("createGatewayChatCompletion", "/v1", "/v1"),
        ("createGatewayMessage", "", "/v1"),
        ("createGatewayMessage", "/proxy", "/proxy/v1"),
        ("getGatewayLiveliness", "/v1", ""),
        ("getGatewayLiveliness", "/proxy/v1", "/proxy"),
    ],
)
def test_the_base_found_gives_way_to_the_documented_one(
    operation: str, found: str, base: str
) -> None:
    assert surfaces.base(operations.by_id()[operation], found) == base


def test_a_link_leads_to_what_another_operation_answers() -> None:
    link = links.leading_to(operations.by_id()["getGatewayResponse"])
    assert link is not None
    assert link.source.id == "createGatewayResponse"
    assert links.at({"id": "resp_1"}, link.parameters["response_id"]) == "resp_1"
    assert links.leading_to(operations.by_id()["getGatewayModel"]) is None


def test_public_operations_are_open() -> None:
    public = {each.id for each in operations.of_profile("gateway") if each.open}
    assert "getGatewayLiveness" in public
    assert "checkGatewayHealth" not in public


def test_an_alias_takes_one_of_several_tasks_with_a_request_of_its_own() -> None:
    alias = operations.by_id()["createGatewayEngineChatCompletion"]
    assert alias.tasks == ("chat",)
    assert alias.signatures[0].required == {"messages"}
