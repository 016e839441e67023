"""Chunks of chats and text completions make up the answer that they are pieces of."""

from hypothesis import given
from hypothesis import strategies as st

from runtime.accumulation import merge

from .pieces import Json, Knife
from .streamed_chats import CHATS, COMPLETIONS, chat_events, completion_events


@given(CHATS, st.data())
def test_the_chunks_of_a_chat_make_up_the_chat(answer: Json, data: st.DataObject) -> None:
    assert merge("chat", chat_events(answer, Knife(data))) == answer


@given(COMPLETIONS, st.data())
def test_the_chunks_of_a_text_make_up_the_text(answer: Json, data: st.DataObject) -> None:
    assert merge("completions", completion_events(answer, Knife(data))) == answer
