"""Clients that are broken in one way each, and the rule that has to notice."""

import base64
import json
from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from .watching import CHAT, NAMELESS, TOKEN, Watched, chat, read_answer, request

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


REQUESTS: Mapping[str, Mapping[str, Callable[[str], bytes]]] = {
    "WIRE-PATH-001": {"asks_for_nothing": lambda a: request("GET", "/nothing/here", agent=a)},
    "WIRE-PATH-002": {"puts_a_chat": lambda a: request("PUT", agent=a, body=chat())},
    "WIRE-PATH-003": {
        "sends_brackets": lambda a: request("GET", "/models?a[0]=1", agent=a),
        "sends_a_bare_percent_sign": lambda a: request("GET", "/models/50%", agent=a),
    },
    "WIRE-PATH-004": {
        "joins_with_two_slashes": lambda a: request("GET", "//models", agent=a),
        "leaves_dots_in": lambda a: request("GET", "/v1/../models", agent=a),
    },
    "WIRE-PARAM-001": {
        "sends_a_bool_of_python": lambda a: request("GET", "/models?include_metadata=True", agent=a)
    },
    "WIRE-PARAM-002": {"sends_its_version": lambda a: request("GET", "/models?v=1", agent=a)},
    "WIRE-SECRET-001": {
        "names_a_key_in_the_query": lambda a: request("GET", "/models?api_key=x", agent=a),
        "repeats_its_token": lambda a: request("GET", f"/models?t={TOKEN}", agent=a),
        "has_a_token_in_its_path": lambda a: request("GET", f"/models/{TOKEN}", agent=a),
        "sends_the_key_of_another": lambda a: request(
            "GET", "/models?x=sk-abcdefghijklmnop", agent=a
        ),
    },
    "WIRE-AUTH-001": {
        "has_no_token": lambda a: request(agent=a, without=("authorization",)),
        "has_no_scheme": lambda a: request(
            "POST", CHAT, ("authorization", TOKEN), agent=a, without=("authorization",)
        ),
        "says_bearer_twice": lambda a: request(
            "POST", CHAT, ("authorization", f"Bearer Bearer {TOKEN}"), agent=a,
            without=("authorization",),
        ),
        "logs_in": lambda a: request(
            "POST", CHAT, ("authorization", f"Basic {base64.b64encode(b'me:secret').decode()}"),
            agent=a, without=("authorization",),
        ),
    },
    "WIRE-AUTH-002": {
        "has_two_keys": lambda a: request("POST", CHAT, ("x-api-key", "sk-other"), agent=a)
    },
    "WIRE-HEADER-001": {"names_no_host": lambda a: request(agent=a, without=("host",))},
    "WIRE-HEADER-002": {
        "sends_a_form": lambda a: request(
            "POST", CHAT, ("content-type", "application/x-www-form-urlencoded"), agent=a,
            without=("content-type",),
        ),
        "sends_latin_1": lambda a: request(
            "POST", CHAT, ("content-type", "application/json; charset=latin-1"), agent=a,
            without=("content-type",),
        ),
    },
    "WIRE-HEADER-003": {"names_no_type": lambda a: request(agent=a, without=("content-type",))},
    "WIRE-HEADER-004": {
        "wants_a_page": lambda a: request(
            "POST", CHAT, ("accept", "text/html"), agent=a, without=("accept",)
        ),
        "wants_json_for_a_stream": lambda a: request(agent=a, body=chat(stream=True)),
    },
    "WIRE-HEADER-005": {
        "has_two_names": lambda a: request("POST", CHAT, ("user-agent", "other"), agent=a)
    },
    "WIRE-HEADER-006": {
        "sends_umlauts": lambda a: request("POST", CHAT, ("x-who", "Jürgen"), agent=a)
    },
    "WIRE-HEADER-007": {"has_no_name": lambda a: request(agent=None)},
    "WIRE-BODY-001": {
        "sends_nan": lambda a: request(agent=a, raw=b'{"temperature": NaN}'),
        "sends_half_a_text": lambda a: request(agent=a, raw=b'{"messages": ['),
        "sends_latin_1_in_json": lambda a: request(agent=a, raw='{"model": "ü"}'.encode("latin-1")),
    },
    "WIRE-BODY-002": {
        "says_it_twice": lambda a: request(
            agent=a, raw=json.dumps(chat()).encode()[:-1] + b', "max_tokens": 4}'
        )
    },
    "WIRE-BODY-003": {
        "forgets_the_messages": lambda a: request(agent=a, body={"model": "m"}),
        "sends_a_number_as_text": lambda a: request(agent=a, body=chat(max_tokens="3")),
        "sends_no_body": lambda a: request(agent=a, raw=b""),
    },
    "WIRE-BODY-004": {"sends_null": lambda a: request(agent=a, body=chat(messages=None))},
    "WIRE-BODY-005": {
        "sends_a_hint": lambda a: request(
            "POST", "/v1/chat/completions", agent=a, body=chat(x_hint=1)
        )
    },
    "WIRE-BODY-006": {
        "reads_with_a_body": lambda a: request("GET", "/models", agent=a, body={"a": 1})
    },
    "WIRE-BODY-007": {
        "hints_where_models_refuse_it": lambda a: request(agent=a, body=chat(x_hint=1)),
    },
}  # fmt: skip
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
