"""Requests that break a rule by themselves, each by the name of the client that sends it."""

import base64
import json
from collections.abc import Callable, Mapping
from typing import Final

from .watching import CHAT, TOKEN, chat, request

REQUESTS: Final[Mapping[str, Mapping[str, Callable[[str], bytes]]]] = {
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
