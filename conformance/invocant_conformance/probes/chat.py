"""Chats: the few requests from which the chat checks learn everything."""

from urllib.parse import quote

from ..exchange import Exchange
from ..json_values import JsonValue
from ..session import Session
from ..target import Surface
from .probe import Object, RememberingProbe

MAX_TOKENS = 128
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
_TOOLS: list[JsonValue] = [
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


class Chat(RememberingProbe):
    """A chat surface. Every method sends one request, once, and returns the exchange."""

    def __init__(self, session: Session, surface: Surface) -> None:
        super().__init__(session, surface)
        self._unknown = session.invent_name("unknown")

    def request(self, **changes: JsonValue) -> Object:
        """Return a small valid request body with some fields set otherwise."""
        body: Object = {"messages": _QUESTION, "max_tokens": MAX_TOKENS}
        if self.surface.names_model_in_body:
            body["model"] = self.surface.model
        return body | changes

    async def ask(self, **changes: JsonValue) -> Exchange:
        """Send the small request with some fields set otherwise."""
        return await self.once("POST", self.surface.path, json=self.request(**changes))

    async def plain(self) -> Exchange:
        """Chat without a stream."""
        return await self.ask()

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

    async def stream(self) -> Exchange:
        """Chat with a stream."""
        return await self.ask(stream=True)

    async def long_stream(self) -> Exchange:
        """Stream an answer that takes some time to make."""
        return await self.ask(messages=_LONG_QUESTION, stream=True)

    async def stream_with_usage(self) -> Exchange:
        """Stream and ask for the usage."""
        return await self.ask(stream=True, stream_options={"include_usage": True})

    async def several_streamed(self) -> Exchange:
        """Stream several choices."""
        return await self.ask(stream=True, n=STREAMED_CHOICES)

    async def cut_stream(self) -> Exchange:
        """Ask for much, in a stream of one token."""
        return await self.ask(messages=_LONG_QUESTION, max_tokens=1, stream=True)

    async def stream_of_unknown(self) -> Exchange:
        """Ask a model that does not exist for a stream."""
        if self.surface.names_model_in_body:
            return await self.ask(stream=True, model=self._unknown)
        path = self.surface.path.replace(quote(self.surface.model, safe=""), self._unknown)
        return await self.once("POST", path, json=self.request(stream=True))

    async def tool_stream(self) -> Exchange:
        """Force the call of a tool in a stream."""
        return await self.ask(**_tool_request(), stream=True)


def _tool_request() -> Object:
    return {
        "messages": _TOOL_QUESTION,
        "tools": _TOOLS,
        "tool_choice": {"type": "function", "function": {"name": TOOL}},
    }
