"""Moderations: the few requests from which the moderation checks learn everything."""

from ..exchange import Exchange
from .probe import Object
from .query import DROP, Query

TEXTS = (
    "Would you please pass the salt?",
    "I will kill you, you worthless idiot.",
    "湖のほとりの家 🦓",
    "He said that he would stab and murder them all.",
    "Would you please pass the salt?",
)
"""Texts that are ordered neither by harm nor by alphabet, one twice, one beyond ASCII."""


class Moderations(Query):
    """A moderations surface. Every method sends one request, once, and returns the exchange."""

    def sample(self) -> Object:
        """Return one harmless text."""
        return {"input": TEXTS[0]}

    async def single(self, text: str = TEXTS[0]) -> Exchange:
        """Judge one text, sent as a string."""
        return await self.ask(input=text)

    async def together(self) -> Exchange:
        """Judge all texts in one request."""
        return await self.ask(input=list(TEXTS))

    async def parts(self) -> Exchange:
        """Judge one message of two texts."""
        return await self.ask(input=[{"type": "text", "text": text} for text in TEXTS[:2]])

    async def without_model(self) -> Exchange:
        """Judge one text and name no model."""
        return await self.ask(model=DROP)
