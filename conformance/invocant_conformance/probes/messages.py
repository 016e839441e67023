"""The Messages API: the few requests from which its checks learn everything."""

from ..exchange import Exchange
from ..json_values import JsonValue
from ..specification import operations
from ..surfaces import surface
from .probe import Object
from .query import DROP, Query

MAX_TOKENS = 128
MANY_TOKENS = 2048
BUDGET = 1024
TOOL = "get_weather"
STOP = "e"
"""A letter that no English answer of some length is without."""

_QUESTION: Object = {"role": "user", "content": "Say hello in three words."}
_LONG_QUESTION: Object = {
    "role": "user",
    "content": "Tell the history of the moon in a thousand words.",
}
_TOOL_QUESTION: Object = {"role": "user", "content": "Look up the weather in Paris with the tool."}
_TOOLS: list[JsonValue] = [
    {
        "name": TOOL,
        "description": "Get the weather of a city.",
        "input_schema": {
            "type": "object",
            "properties": {"city": {"type": "string"}},
            "required": ["city"],
        },
    }
]


class Messages(Query):
    """A surface of the Messages API. Every method sends one request, once."""

    def sample(self) -> Object:
        """Return a short question and a limit for its answer."""
        return {"messages": [_QUESTION], "max_tokens": MAX_TOKENS}

    async def unstreamed(self) -> Exchange:
        """Ask with stream false."""
        return await self.ask(stream=False)

    async def cut(self) -> Exchange:
        """Ask for much, in one token."""
        return await self.ask(messages=[_LONG_QUESTION], max_tokens=1)

    async def stopped(self) -> Exchange:
        """Ask for much, up to a letter that will come."""
        return await self.ask(messages=[_LONG_QUESTION], stop_sequences=[STOP])

    async def without_limit(self) -> Exchange:
        """Leave max_tokens out."""
        return await self.ask(max_tokens=DROP)

    async def tool(self) -> Exchange:
        """Force the call of a tool."""
        return await self.ask(**_tool_request())

    async def tool_stream(self) -> Exchange:
        """Force the call of a tool in a stream."""
        return await self.ask(**_tool_request(), stream=True)

    async def after_tool(self, content: JsonValue, tool_use_id: str) -> Exchange:
        """Give the content of an answer back, with what the called tool found."""
        result: Object = {"type": "tool_result", "tool_use_id": tool_use_id, "content": "21"}
        turns: list[JsonValue] = [
            _TOOL_QUESTION,
            {"role": "assistant", "content": content},
            {"role": "user", "content": [result]},
        ]
        return await self.ask(messages=turns, tools=_TOOLS)

    async def thinking(self) -> Exchange:
        """Ask for a thought before the answer."""
        return await self.ask(**_thinking_request())

    async def thinking_stream(self) -> Exchange:
        """Ask for a thought before the answer in a stream."""
        return await self.ask(**_thinking_request(), stream=True)

    async def after_thinking(self, content: JsonValue) -> Exchange:
        """Give the content of an answer back, with a further question."""
        turns: list[JsonValue] = [
            _QUESTION,
            {"role": "assistant", "content": content},
            {"role": "user", "content": "And now in two words."},
        ]
        return await self.ask(**_thinking_request() | {"messages": turns})

    async def thinking_with_limit(self, max_tokens: int) -> Exchange:
        """Ask for a thought, with some limit for all."""
        return await self.ask(**_thinking_request() | {"max_tokens": max_tokens})


def _tool_request() -> Object:
    return {
        "messages": [_TOOL_QUESTION],
        "tools": _TOOLS,
        "tool_choice": {"type": "tool", "name": TOOL},
    }


def _thinking_request() -> Object:
    return {
        "thinking": {"type": "enabled", "budget_tokens": BUDGET},
        "max_tokens": MANY_TOKENS,
    }


class Counting(Query):
    """A surface that counts tokens. Every method sends one request, once."""

    def sample(self) -> Object:
        """Return a short prompt."""
        return {"messages": [_QUESTION]}

    async def longer(self) -> Exchange:
        """Count the tokens of a longer prompt."""
        return await self.ask(messages=[_QUESTION, _LONG_QUESTION])

    async def message(self) -> Exchange:
        """Have a message made from the short prompt, by the profile's first operation for it."""
        described = operations.of_profile(self.surface.profile)
        operation = next(each for each in described if "messages" in each.tasks)
        target = surface(operation, name=self.surface.model, task="messages")
        body = self.request(max_tokens=MAX_TOKENS)
        return await self.once(target.method, target.path, json=body)
