"""Clients are told apart by what they say of themselves and by credentials that are not kept."""

from invocant_conformance.server.referee.clients import MOST_CLIENTS, Clients
from invocant_conformance.server.referee.sent import Sent


def sent(agent: str) -> Sent:
    return Sent(method="GET", path="/", headers=(("user-agent", agent),))


def tokens(*texts: str) -> frozenset[str]:
    return frozenset(texts)


def test_another_agent_token_or_host_is_another_client() -> None:
    clients = Clients()
    first = clients.of(sent("a/1"), "h", tokens("one"))
    assert clients.of(sent("a/1"), "h", tokens("one")) is first
    others = [
        clients.of(sent("b/1"), "h", tokens("one")),
        clients.of(sent("a/1"), "h", tokens("two")),
        clients.of(sent("a/1"), "i", tokens("one")),
    ]
    assert [each.label for each in (first, *others)] == ["a/1", "b/1", "a/1 (2)", "a/1 (3)"]


def test_a_request_without_credentials_is_the_last_one_of_its_agent() -> None:
    clients = Clients()
    before = clients.of(sent("a/1"), "h", tokens())
    first = clients.of(sent("a/1"), "h", tokens("one"))
    assert first is before
    assert clients.of(sent("a/1"), "h", tokens()) is first


def test_tokens_that_the_server_issued_make_no_other_client() -> None:
    clients = Clients(issued={"i1", "i2"})
    assert clients.of(sent("a"), "h", tokens("i1")) is clients.of(sent("a"), "h", tokens("i2"))


def test_only_so_many_clients_are_told_apart() -> None:
    clients = Clients()
    found = [clients.of(sent(f"a/{number}"), "h", tokens()) for number in range(MOST_CLIENTS + 2)]
    assert len({client.number for client in found}) == MOST_CLIENTS + 1
    assert found[-1] is found[-2]
    assert found[-1].label == "other clients"


def test_no_token_is_kept_and_none_is_in_a_label() -> None:
    secret = "dapi0123456789abcdef0123456789abcdef"
    clients = Clients()
    client = clients.of(sent(f"a/1 {secret}"), "h", tokens(secret))
    assert secret not in repr(vars(clients)) + repr(vars(client))
