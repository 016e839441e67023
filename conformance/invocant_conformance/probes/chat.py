"""Chats: the few requests from which the chat checks learn everything."""

from ..exchange import Exchange
from ..json_values import JsonValue
from .probe import Object
from .query import Query

MAX_TOKENS = 128
FEW_TOKENS = 8
CHOICES = 3
STREAMED_CHOICES = 2
TOOL = "get_weather"

_QUESTION: list[JsonValue] = [{"role": "user", "content": "Say hello in three words."}]
_LONG_QUESTION: list[JsonValue] = [
    {"role": "user", "content": "Tell the history of the moon in a thousand words."}
]
_TOOL_QUESTION: list[JsonValue] = [
    {"role": "user", "content": "Look up the weather in Paris with the tool."}
]
TOOLS: list[JsonValue] = [
    {
        "type": "function",
        "function": {
            "name": TOOL,
            "description": "Get the weather of a city.",
            "parameters": {
                "type": "object",
                "properties": {"city": {"type": "string"}},
                "required": ["city"],
            },
        },
    }
]


class Chat(Query):
    """A chat surface. Every method sends one request, once, and returns the exchange."""

    def sample(self) -> Object:
        """Return a short question and a limit for its answer."""
        return {"messages": _QUESTION, "max_tokens": MAX_TOKENS}

    async def unstreamed(self) -> Exchange:
        """Chat with stream false."""
        return await self.ask(stream=False)

    async def several(self) -> Exchange:
        """Ask for several choices."""
        return await self.ask(n=CHOICES)

    async def cut(self) -> Exchange:
        """Ask for much, in one token."""
        return await self.ask(messages=_LONG_QUESTION, max_tokens=1)

    async def tool(self) -> Exchange:
        """Force the call of a tool."""
        return await self.ask(**_tool_request())

    async def shortened(self) -> Exchange:
        """Ask for much, in a few tokens."""
        return await self.ask(messages=_LONG_QUESTION, max_tokens=FEW_TOKENS)

    async def less_shortened(self) -> Exchange:
        """Ask for as much, in twice as many tokens."""
        return await self.ask(messages=_LONG_QUESTION, max_tokens=2 * FEW_TOKENS)

    async def long_stream(self) -> Exchange:
        """Stream an answer that takes some time to make."""
        return await self.ask(messages=_LONG_QUESTION, stream=True)

    async def stream_with_usage(self) -> Exchange:
        """Stream and ask for the usage."""
        return await self.ask(stream=True, stream_options={"include_usage": True})

    async def stream_without_usage(self) -> Exchange:
        """Stream and decline the usage."""
        return await self.ask(stream=True, stream_options={"include_usage": False})

    async def several_streamed(self) -> Exchange:
        """Stream several choices."""
        return await self.ask(stream=True, n=STREAMED_CHOICES)

    async def cut_stream(self) -> Exchange:
        """Ask for much, in a stream of one token."""
        return await self.ask(messages=_LONG_QUESTION, max_tokens=1, stream=True)

    async def stream_of_unknown(self) -> Exchange:
        """Ask a model that does not exist for a stream."""
        return await self.of_unknown(stream=True)

    async def tool_stream(self) -> Exchange:
        """Force the call of a tool in a stream."""
        return await self.ask(**_tool_request(), stream=True)


def _tool_request() -> Object:
    return {
        "messages": _TOOL_QUESTION,
        "tools": TOOLS,
        "tool_choice": {"type": "function", "function": {"name": TOOL}},
    }
