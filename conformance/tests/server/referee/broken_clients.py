"""Clients that are broken in one way each, and the rule that has to notice."""

from collections.abc import Callable
from typing import Final, TypeAlias

from .broken_requests import REQUESTS
from .watching import CHAT, NAMELESS, Watched, read_answer, request

Breaks: TypeAlias = Callable[[Watched, str], None]
BROKEN: dict[str, list[Breaks]] = {}

FAULT: Final = "x-invocant-fault"


def breaks(rule: str) -> Callable[[Breaks], Breaks]:
    """Register a client that breaks a rule."""

    def register(client: Breaks) -> Breaks:
        BROKEN.setdefault(rule, []).append(client)
        return client

    return register


def send(server: Watched, *requests: bytes) -> None:
    """Send requests on one connection, each once the one before was answered."""
    with server.connect() as connection:
        for each in requests:
            connection.sendall(each)
            read_answer(connection)


def simply(rule: str, name: str, make: Callable[[str], bytes]) -> None:
    """Register a client that breaks a rule with one request."""

    def client(server: Watched, agent: str) -> None:
        send(server, make(agent))

    client.__name__ = name
    breaks(rule)(client)


def again(rule: str, name: str, times: int, *more: tuple[str, str], method: str = "POST") -> None:
    """Register a client that breaks a rule with a request that it sends several times."""
    path = CHAT if method == "POST" else "/models"

    def client(server: Watched, agent: str) -> None:
        send(server, *([request(method, path, *more, agent=agent)] * times))

    client.__name__ = name
    breaks(rule)(client)


for _rule, _clients in REQUESTS.items():
    for _name, _make in _clients.items():
        simply(_rule, _name, _make)

again("CLI-RETRY-001", "does_not_wait", 2, (FAULT, "429;retry-after=1"))
again("CLI-RETRY-001", "does_not_read_dates", 2, (FAULT, "429;retry-after=5;as=date"))
again("CLI-RETRY-001", "does_not_read_ms", 2, (FAULT, "503;retry-after=2;as=milliseconds"))
again("CLI-RETRY-002", "sends_again_after_500", 2, (FAULT, "500"))
again("WIRE-RETRY-001", "never_gives_up", 11, (FAULT, "500"), method="GET")
again("WIRE-RETRY-002", "sends_again_after_400", 2, (FAULT, "400"))


@breaks("WIRE-RETRY-002")
def sends_again_though_told_not_to(server: Watched, agent: str) -> None:
    answer = "HTTP/1.1 409 Conflict\r\nx-should-retry: false\r\ncontent-length: 0\r\n\r\n"
    raw = answer.replace("\r\n", "%0D%0A").replace(" ", "%20")
    fault = (FAULT, f"raw;bytes={raw};end=keep")
    send(server, *([request("POST", CHAT, fault, agent=agent)] * 2))


@breaks("CLI-RETRY-002")
def sends_again_after_a_reset(server: Watched, agent: str) -> None:
    for _ in range(2):
        with server.connect() as connection:
            connection.sendall(request("POST", CHAT, (FAULT, "reset"), agent=agent))
            try:
                connection.recv(1)
            except ConnectionResetError:
                continue


@breaks("CLI-RETRY-002")
def sends_again_when_tired_of_waiting(server: Watched, agent: str) -> None:
    for _ in range(2):
        with server.connect() as connection:
            connection.sendall(request("POST", CHAT, (FAULT, "latency;seconds=30"), agent=agent))
        server.row(agent, "WIRE-HTTP-002")
    server.row(agent, "CLI-RETRY-002")


@breaks("WIRE-HTTP-001")
def speaks_something_else(server: Watched, agent: str) -> None:
    send(server, request(agent=agent), b"HELO invocant\r\n\r\n")


@breaks("WIRE-HTTP-002")
def leaves_in_the_middle(server: Watched, agent: str) -> None:
    with server.connect() as connection:
        connection.sendall(request(agent=agent)[:-5])
        server.row(agent, "WIRE-HTTP-001")


@breaks("WIRE-CONN-001")
def opens_a_connection_each_time(server: Watched, agent: str) -> None:
    for _ in range(11):
        send(server, request("GET", "/models", agent=agent))


@breaks("WIRE-CONN-002")
def forgets_its_connections(server: Watched, agent: str) -> None:
    open_ones = [server.connect() for _ in range(12)]
    for each in open_ones:
        each.sendall(request("GET", "/models", agent=agent))
        read_answer(each)
    for each in open_ones:
        each.close()


@breaks("WIRE-CONN-003")
def does_not_await_the_answer(server: Watched, agent: str) -> None:
    with server.connect() as connection:
        connection.sendall(request(agent=agent) * 2)
        server.row(agent, "WIRE-BODY-001")
        while not server.rows(agent)["WIRE-CONN-003"].failures:
            connection.recv(65536)


def _stays(server: Watched, agent: str) -> None:
    path = "/.invocant/case/CLI-CLOSE-001/marker-without-end/v1/chat/completions"
    with server.connect() as connection:
        connection.sendall(request("POST", path, agent=agent))
        data = b""
        while b"[DONE]" not in data:
            data += connection.recv(65536)
        server.clock.ahead += 10


@breaks("WIRE-SSE-001")
def does_not_know_the_end_marker(server: Watched, agent: str) -> None:
    _stays(server, agent)


@breaks("CLI-CLOSE-001")
def does_not_close_streams(server: Watched, agent: str) -> None:
    _stays(server, agent)


@breaks("CLI-SECRET-002")
def follows_with_its_token(server: Watched, agent: str) -> None:
    path = "/.invocant/case/CLI-SECRET-002/redirect-307/v1/chat/completions"
    with server.connect() as connection:
        connection.sendall(request("POST", path, agent=agent))
        head = read_answer(connection).decode()
    location = next(line for line in head.split("\r\n") if line.startswith("location: "))
    _, _, target = location.removeprefix("location: http://").partition("/")
    send(server, request("POST", f"/{target}", agent=agent))


def label(client: Breaks, agent: str) -> str:
    """What the referee calls a client."""
    return NAMELESS if client.__name__ == "has_no_name" else agent
