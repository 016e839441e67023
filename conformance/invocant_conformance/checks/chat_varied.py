"""Checks that the rules of a plain chat hold where more is asked of it.

The chats are cut, have several choices, a tool, a stop sequence, log probabilities, structured
content, a history, or are asked for a second time.
"""

from ..outcomes import expect
from ..probes.chat import CHOICES, STREAMED_CHOICES, Chat
from ..registry import check
from .answers import choices, skip_if_refused
from .asked import speaking_chats, varied_streams, whole_chats
from .chat import (
    expect_assistant,
    expect_content,
    expect_counting,
    expect_one_body,
)
from .chat_chunks import expect_indexes
from .schemas import expect_documented


@check("CHAT-SCHEMA-001", task="chat")
async def varied_answers_fit(chat: Chat) -> None:
    """Whatever is asked for, a chat is answered as documented."""
    for exchange in await whole_chats(chat):
        expect_documented(exchange, chat.surface.operation_id, "chat")


@check("CHAT-CHOICES-001", task="chat")
async def choices_of_varied_chats_are_indexed(chat: Chat) -> None:
    """Whatever is asked for, there is a choice, and index counts from 0 without gaps."""
    for exchange in await whole_chats(chat):
        expect_counting(exchange)


@check("CHAT-CHOICES-001", task="chat")
async def two_choices_are_two(chat: Chat) -> None:
    """Where n of 2 is accepted there are two choices."""
    exchange = skip_if_refused(await chat.ask(n=STREAMED_CHOICES), "n")
    expect_counting(exchange)
    count = len(choices(exchange))
    expect(count == STREAMED_CHOICES, f"of {STREAMED_CHOICES} choices {count} came", exchange)


@check("CHAT-CHOICES-001", task="chat")
async def one_choice_is_streamed_unless_more_are_wanted(chat: Chat) -> None:
    """The chunks of every stream belong to the choices that were asked for."""
    several = await chat.several_streamed()
    for stream in await varied_streams(chat):
        expect_indexes(stream, STREAMED_CHOICES if stream.exchange is several else 1)


@check("CHAT-CHOICES-001", task="chat")
async def one_choice_comes_unless_more_are_wanted(chat: Chat) -> None:
    """There is one choice, but where n was set."""
    several = await chat.several()
    for exchange in await whole_chats(chat):
        wanted, count = CHOICES if exchange is several else 1, len(choices(exchange))
        expect(count == wanted, f"{count} choices came, {wanted} were asked for", exchange)


@check("CHAT-ROLE-001", task="chat")
async def role_of_varied_answers_is_assistant(chat: Chat) -> None:
    """Whatever is asked for, every choice has the role assistant."""
    for exchange in await whole_chats(chat):
        expect_assistant(exchange)


@check("CHAT-CONTENT-001", task="chat")
async def varied_answers_say_something(chat: Chat) -> None:
    """Whatever is asked for, a message that finished with stop has content or tool calls."""
    for exchange in await speaking_chats(chat):
        expect_content(exchange)


@check("CHAT-PLAIN-001", task="chat")
async def varied_answers_are_one_body(chat: Chat) -> None:
    """Whatever is asked for without stream is answered with one JSON body."""
    for exchange in await whole_chats(chat):
        expect_one_body(exchange)
