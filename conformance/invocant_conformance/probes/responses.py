"""The Responses API: the few requests from which its checks learn everything."""

from ..exchange import Exchange
from ..json_values import JsonValue
from .probe import Object
from .query import Query

MAX_TOKENS = 128
FEW_TOKENS = 16
"""The least limit that OpenAI's models take."""
MANY_TOKENS = 2048
TOOL = "get_weather"
METADATA: Object = {"suite": "invocant"}
FORM: Object = {
    "type": "object",
    "properties": {"city": {"type": "string"}, "rainy": {"type": "boolean"}},
    "required": ["city", "rainy"],
    "additionalProperties": False,
}
LONGEST_ID = 64

_QUESTION = "Say hello in three words."
_LONG_QUESTION = "Tell the history of the moon in a thousand words."
_TOOL_QUESTION: Object = {"role": "user", "content": "Look up the weather in Paris with the tool."}
_PARAMETERS: Object = {
    "type": "object",
    "properties": {"city": {"type": "string"}},
    "required": ["city"],
}
_TOOLS: list[JsonValue] = [
    {
        "type": "function",
        "name": TOOL,
        "description": "Get the weather of a city.",
        "parameters": _PARAMETERS,
    }
]


class Responses(Query):
    """A surface of the Responses API. Every method sends one request, once."""

    def sample(self) -> Object:
        """Return a short question and a limit for its answer."""
        return {"input": _QUESTION, "max_output_tokens": MAX_TOKENS}

    async def unstreamed(self) -> Exchange:
        """Ask with stream false."""
        return await self.ask(stream=False)

    async def cut(self) -> Exchange:
        """Ask for much, in few tokens."""
        return await self.ask(input=_LONG_QUESTION, max_output_tokens=FEW_TOKENS)

    async def less_cut(self) -> Exchange:
        """Ask for as much, in twice as many tokens."""
        return await self.ask(input=_LONG_QUESTION, max_output_tokens=2 * FEW_TOKENS)

    async def cut_stream(self) -> Exchange:
        """Ask for much, in a stream of few tokens."""
        return await self.ask(input=_LONG_QUESTION, max_output_tokens=FEW_TOKENS, stream=True)

    async def with_metadata(self) -> Exchange:
        """Ask with metadata."""
        return await self.ask(metadata=METADATA)

    async def structured(self) -> Exchange:
        """Ask for JSON that fits a schema."""
        form: Object = {"type": "json_schema", "name": "weather", "strict": True, "schema": FORM}
        question = "Is it rainy in Paris? Make something up."
        return await self.ask(input=question, text={"format": form})

    async def tool(self) -> Exchange:
        """Force the call of a function."""
        return await self.ask(**_tool_request())

    async def tool_stream(self) -> Exchange:
        """Force the call of a function in a stream."""
        return await self.ask(**_tool_request(), stream=True)

    async def after_tool(self, items: list[JsonValue], call_id: str) -> Exchange:
        """Give the items of an answer back, with what the called function found."""
        result: Object = {"type": "function_call_output", "call_id": call_id, "output": "21"}
        return await self.ask(input=[_TOOL_QUESTION, *items, result], tools=_TOOLS)

    async def thinking(self) -> Exchange:
        """Ask for a thought and its summary."""
        return await self.ask(**_thinking_request())

    async def thinking_stream(self) -> Exchange:
        """Ask for a thought and its summary in a stream."""
        return await self.ask(**_thinking_request(), stream=True)

    async def after_thinking(self, items: list[JsonValue]) -> Exchange:
        """Give the items of an answer back, with a further question."""
        asked: Object = {"role": "user", "content": _QUESTION}
        again: Object = {"role": "user", "content": "And now in two words."}
        return await self.ask(input=[asked, *items, again], max_output_tokens=MANY_TOKENS)

    async def with_id_of(self, length: int) -> Exchange:
        """Give a message back whose id has some number of characters."""
        text: Object = {"type": "output_text", "text": "Hello there, friend.", "annotations": []}
        earlier: Object = {
            "type": "message",
            "id": "msg_".ljust(length, "0"),
            "role": "assistant",
            "status": "completed",
            "content": [text],
        }
        return await self.after_thinking([earlier])


def _tool_request() -> Object:
    return {
        "input": [_TOOL_QUESTION],
        "tools": _TOOLS,
        "tool_choice": {"type": "function", "name": TOOL},
    }


def _thinking_request() -> Object:
    return {
        "reasoning": {"effort": "low", "summary": "auto"},
        "max_output_tokens": MANY_TOKENS,
    }
