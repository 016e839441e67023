"""Events of messages, responses and Gemini make up the answer that they are pieces of."""

from hypothesis import given
from hypothesis import strategies as st

from runtime.accumulation import merge

from . import streamed_gemini, streamed_messages, streamed_responses
from .pieces import Json, Knife


@given(streamed_messages.MESSAGES, st.data())
def test_the_events_of_a_message_make_up_the_message(answer: Json, data: st.DataObject) -> None:
    assert merge("messages", streamed_messages.message_events(answer, Knife(data))) == answer


@given(streamed_gemini.ANSWERS, st.data())
def test_the_pieces_of_gemini_make_up_its_answer(answer: Json, data: st.DataObject) -> None:
    assert merge("gemini", streamed_gemini.gemini_events(answer, Knife(data))) == answer


@given(streamed_responses.ANSWERS, st.data())
def test_the_last_event_of_a_response_is_the_answer(answer: Json, data: st.DataObject) -> None:
    assert merge("responses", streamed_responses.whole_events(answer, Knife(data))) == answer


@given(streamed_responses.ANSWERS, st.booleans(), st.data())
def test_events_about_items_make_up_the_output(
    answer: Json, numbered: bool, data: st.DataObject
) -> None:
    events = streamed_responses.built_events(answer, Knife(data), numbered=numbered)
    assert merge("responses", events) == answer
