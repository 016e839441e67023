"""Checks that bodies which break the request's schema are refused; the rules come from there."""

from ..outcomes import expect
from ..probes.chat import Chat
from ..probes.embeddings import TEXTS, Embeddings
from ..probes.management import Management
from ..probes.probe import Object, RememberingProbe
from ..registry import check
from .breakage import breakages, one_for_each_keyword
from .specification import operations


@check("CHAT-INPUT-001", task="chat")
async def broken_chats_are_refused(chat: Chat) -> None:
    """A chat that breaks one constraint is answered with 4xx, the unbroken one is accepted."""
    schema = operations()[chat.surface.operation_id].request_schema("chat")
