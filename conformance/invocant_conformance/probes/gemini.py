"""Gemini's generateContent: the few requests from which its checks learn everything."""

from ..exchange import Exchange
from ..json_values import JsonValue
from .probe import Object
from .query import Query

MAX_TOKENS = 128
CANDIDATES = 2
TOOL = "get_weather"
REQUIRED = ("city", "rainy")

_QUESTION = "Say hello in three words."
_LONG_QUESTION = "Tell the history of the moon in a thousand words."
_TOOL_QUESTION = "Look up the weather in Paris with the tool."
_TOOLS: list[JsonValue] = [
    {
        "functionDeclarations": [
            {
                "name": TOOL,
                "description": "Get the weather of a city.",
                "parameters": {
                    "type": "OBJECT",
                    "properties": {"city": {"type": "STRING"}},
                    "required": ["city"],
                },
            }
        ]
    }
]
_FORM: Object = {
    "type": "OBJECT",
    "properties": {"city": {"type": "STRING"}, "rainy": {"type": "BOOLEAN"}},
    "required": [*REQUIRED],
}


class Gemini(Query):
    """A surface of generateContent, whole or streamed. Every method sends one request, once."""

    def sample(self) -> Object:
        """Return a short question and a limit for its answer."""
        return {"contents": [_said(_QUESTION)], "generationConfig": {"maxOutputTokens": MAX_TOKENS}}

    async def several(self) -> Exchange:
        """Ask for several candidates."""
        config: Object = {"maxOutputTokens": MAX_TOKENS, "candidateCount": CANDIDATES}
        return await self.ask(generationConfig=config)

    async def cut(self) -> Exchange:
        """Ask for much, in one token."""
        config: Object = {"maxOutputTokens": 1}
        return await self.ask(contents=[_said(_LONG_QUESTION)], generationConfig=config)

    async def structured(self) -> Exchange:
        """Ask for JSON that fits a schema."""
        config: Object = {"responseMimeType": "application/json", "responseSchema": _FORM}
        question = _said("Is it rainy in Paris? Make something up.")
        return await self.ask(contents=[question], generationConfig=config)

    async def tool(self) -> Exchange:
        """Force the call of a function."""
        calling: Object = {"mode": "ANY", "allowedFunctionNames": [TOOL]}
        return await self.ask(
            contents=[_said(_TOOL_QUESTION)],
            tools=_TOOLS,
            toolConfig={"functionCallingConfig": calling},
        )

    async def after_tool(self, content: JsonValue) -> Exchange:
        """Give the content of an answer back, with what the called function found."""
        result: Object = {"functionResponse": {"name": TOOL, "response": {"celsius": 21}}}
        turns: list[JsonValue] = [
            _said(_TOOL_QUESTION),
            content,
            {"role": "user", "parts": [result]},
        ]
        return await self.ask(contents=turns, tools=_TOOLS)


def _said(text: str) -> Object:
    return {"role": "user", "parts": [{"text": text}]}
