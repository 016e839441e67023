"""Text completions: the few requests from which the completion checks learn everything."""

from ..exchange import Exchange
from .probe import Object
from .query import Query

PROMPTS = ("The lake house was", "In the warehouse there are")
MAX_TOKENS = 64
ANSWERS = 2
STOP = "e"


class Completions(Query):
    """A completions surface. Every method sends one request, once, and returns the exchange."""

    def sample(self) -> Object:
        """Return a short prompt and a limit for its answer."""
        return {"prompt": PROMPTS[0], "max_tokens": MAX_TOKENS}

    async def unstreamed(self) -> Exchange:
        """Complete a text with stream false."""
        return await self.ask(stream=False)

    async def several(self) -> Exchange:
        """Ask for several answers to one prompt."""
        return await self.ask(n=ANSWERS)

    async def prompts(self) -> Exchange:
        """Complete several texts."""
        return await self.ask(prompt=list(PROMPTS))

    async def echoes(self) -> Exchange:
        """Complete several texts and ask for the prompts again."""
        return await self.ask(prompt=list(PROMPTS), echo=True)

    async def echo(self) -> Exchange:
        """Complete a text and ask for its prompt again."""
        return await self.ask(echo=True)

    async def cut(self) -> Exchange:
        """Ask for much, in one token."""
        return await self.ask(prompt="Once upon a time, long, long ago,", max_tokens=1)

    async def logprobs(self) -> Exchange:
        """Ask for log probabilities and two alternatives for each token."""
        return await self.ask(logprobs=2)

    async def stopped(self) -> Exchange:
        """Ask for an end before a letter that is in most texts."""
        return await self.ask(stop=[STOP])

    async def stopped_by_text(self) -> Exchange:
        """Ask for the same with the stop sequence as text."""
        return await self.ask(stop=STOP)

    async def several_streamed(self) -> Exchange:
        """Stream the answers to several prompts."""
        return await self.ask(prompt=list(PROMPTS), stream=True)
