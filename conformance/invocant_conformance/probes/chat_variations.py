"""What chats may ask for beside a question: the members that the requests of the suite vary."""

from collections.abc import Mapping
from typing import Final

from ..json_values import JsonValue
from .chat import FEW_TOKENS, STREAMED_CHOICES, TOOL, TOOLS
from .probe import Object

STOP: Final = "e"
ALTERNATIVES: Final = 2
SCHEMA: Final[Object] = {
    "type": "object",
    "properties": {"city": {"type": "string"}, "people": {"type": "integer"}},
    "required": ["city", "people"],
    "additionalProperties": False,
}
_JSON: list[JsonValue] = [
    {"role": "user", "content": "Name a city and its number of people, as JSON."}
]
_CLOCK: JsonValue = {
    "type": "function",
    "function": {
        "name": "get_time",
        "description": "Get the local time of a city.",
        "parameters": {
            "type": "object",
            "properties": {"city": {"type": "string"}},
            "required": ["city"],
        },
    },
}

STOPPED: Final[Object] = {"stop": [STOP]}
STOPPED_BY_TEXT: Final[Object] = {"stop": STOP}
LOGPROBS: Final[Object] = {"logprobs": True, "top_logprobs": ALTERNATIVES}
CERTAIN: Final[Object] = {"logprobs": True, "temperature": 0}
JSON_OBJECT: Final[Object] = {"messages": _JSON, "response_format": {"type": "json_object"}}
JSON_SCHEMA: Final[Object] = {
    "messages": _JSON,
    "response_format": {
        "type": "json_schema",
        "json_schema": {"name": "city", "schema": SCHEMA},
    },
}
REQUIRED: Final[Object] = {"tools": TOOLS, "tool_choice": "required"}
FORBIDDEN: Final[Object] = {"tools": TOOLS, "tool_choice": "none"}
PARALLEL: Final[Object] = {
    "messages": [
        {
            "role": "user",
            "content": "Call get_weather for Paris and get_time for Tokyo, both at once.",
        }
    ],
    "tools": [*TOOLS, _CLOCK],
    "tool_choice": "required",
    "parallel_tool_calls": True,
}
ROUND_TRIP: Final[Object] = {
    "messages": [
        {"role": "user", "content": "Look up the weather in Paris with the tool."},
        {
            "role": "assistant",
            "content": None,
            "tool_calls": [
                {
                    "id": "call_1",
                    "type": "function",
                    "function": {"name": TOOL, "arguments": '{"city": "Paris"}'},
                }
            ],
        },
        {"role": "tool", "tool_call_id": "call_1", "content": '{"celsius": 21}'},
    ],
    "tools": TOOLS,
}
CONVERSATION: Final[Object] = {
    "messages": [
        {"role": "system", "content": "You are polite and brief."},
        {"role": "user", "content": "Wie grüßt man in Zürich? 🦓"},
        {"role": "assistant", "content": "Grüezi!"},
        {"role": "user", "content": "Und was heißt «danke»?"},
    ],
    "temperature": 0.5,
    "top_p": 0.9,
}

WHOLE: Final[Mapping[str, Object]] = {
    "json_object": JSON_OBJECT,
    "json_schema": JSON_SCHEMA,
    "logprobs": LOGPROBS,
    "tool_choice required": REQUIRED,
    "tool_choice none": FORBIDDEN,
    "parallel_tool_calls": PARALLEL | {"stream": False},
    "the answer of a tool": ROUND_TRIP,
    "a conversation": CONVERSATION,
}
"""Whole chats beside the named ones of `Chat`, all of which say something; by what is asked for."""

STREAMED: Final[Mapping[str, Object]] = {
    "logprobs": CERTAIN | {"stream": True},
    "parallel_tool_calls": PARALLEL | {"stream": True},
    "a conversation": CONVERSATION | {"stream": True},
}
"""Streamed chats beside the named ones of `Chat`, all of which say something."""

_USAGE: Final[Object] = {"stream": True, "stream_options": {"include_usage": True}}
WITH_USAGE: Final[Mapping[str, Object]] = {
    "max_tokens": {"max_tokens": FEW_TOKENS} | _USAGE,
    "n": {"n": STREAMED_CHOICES} | _USAGE,
    "tool_choice": REQUIRED | _USAGE,
}
"""Streamed chats that ask for the usage beside something else, by what that is."""
