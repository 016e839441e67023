"""Embeddings: the few requests from which the embeddings checks learn everything."""

from ..exchange import Exchange
from ..json_values import JsonValue
from .probe import Object, RememberingProbe

TEXTS = ("the moon over the sea", "invoice", "a lake house with zebra stripes", "invoice")
"""Texts that are ordered neither by length nor by alphabet, one of them twice."""


class Embeddings(RememberingProbe):
    """An embeddings surface. Every method sends one request, once, and returns the exchange."""

    def request(self, texts: str | tuple[str, ...], **changes: JsonValue) -> Object:
        """Return a valid request body with some fields set otherwise."""
        body: Object = {"input": texts if isinstance(texts, str) else list(texts)}
        if self.surface.names_model_in_body:
            body["model"] = self.surface.model
        return body | changes

    async def ask(self, texts: str | tuple[str, ...], **changes: JsonValue) -> Exchange:
        """Send one request."""
        return await self.once("POST", self.surface.path, json=self.request(texts, **changes))

    async def single(self, text: str = TEXTS[0]) -> Exchange:
        """Embed one text, sent as a string."""
        return await self.ask(text)

    async def tokens(self) -> Exchange:
        """Embed one text, sent as token ids."""
        return await self.ask(TEXTS[0], input=[1, 2, 3])

    async def together(self) -> Exchange:
        """Embed all texts in one request."""
        return await self.ask(TEXTS)

    async def numbers(self) -> Exchange:
        """Embed the first two texts and ask for numbers."""
        return await self.ask(TEXTS[:2], encoding_format="float")

    async def base64(self) -> Exchange:
        """Embed the first two texts and ask for base64."""
        return await self.ask(TEXTS[:2], encoding_format="base64")
