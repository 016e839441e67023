"""Embeddings: the few requests from which the embeddings checks learn everything."""

from ..exchange import Exchange
from .probe import Object
from .query import Change, Query

TEXTS = ("the moon over the sea", "invoice", "湖のほとりの家 🦓", "invoice")
"""Texts that are ordered neither by length nor by alphabet, one twice, one beyond ASCII."""

MANY = tuple(TEXTS[(place * place + place // 3) % 3] for place in range(34))
"""More of them than the usual batches have (8, 16, 32), in an order that does not repeat."""


class Embeddings(Query):
    """An embeddings surface. Every method sends one request, once, and returns the exchange."""

    def sample(self) -> Object:
        """Return one text."""
        return {"input": TEXTS[0]}

    def of_texts(self, texts: str | tuple[str, ...], **changes: Change) -> Object:
        """Return a valid request body for some texts, with some members set otherwise."""
        return self.request(input=texts if isinstance(texts, str) else list(texts), **changes)

    async def embed(self, texts: str | tuple[str, ...], **changes: Change) -> Exchange:
        """Embed some texts."""
        return await self.once("POST", self.surface.path, json=self.of_texts(texts, **changes))

    async def single(self, text: str = TEXTS[0]) -> Exchange:
        """Embed one text, sent as a string."""
        return await self.embed(text)

    async def tokens(self) -> Exchange:
        """Embed one text, sent as token ids."""
        return await self.ask(input=[1, 2, 3])

    async def together(self) -> Exchange:
        """Embed all texts in one request."""
        return await self.embed(TEXTS)

    async def together_again(self) -> Exchange:
        """Embed all texts a second time."""
        return await self.repeat(input=list(TEXTS))

    async def many(self) -> Exchange:
        """Embed many texts in one request."""
        return await self.embed(MANY)

    async def list_of_one(self) -> Exchange:
        """Embed one text, sent as a list."""
        return await self.embed(TEXTS[:1])

    async def numbers(self) -> Exchange:
        """Embed the first two texts and ask for numbers."""
        return await self.embed(TEXTS[:2], encoding_format="float")

    async def base64(self) -> Exchange:
        """Embed the first two texts and ask for base64."""
        return await self.embed(TEXTS[:2], encoding_format="base64")

    async def single_base64(self) -> Exchange:
        """Embed one text, sent as a string, and ask for base64."""
        return await self.embed(TEXTS[0], encoding_format="base64")
