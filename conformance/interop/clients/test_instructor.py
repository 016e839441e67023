"""`instructor` gets instances of the models that it asks for, in every mode it documents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

import anthropic
import instructor
import openai
import pytest
from instructor.core import IncompleteOutputException, InstructorRetryException
from openai.types.chat import ChatCompletionMessageParam
from pydantic import BaseModel, field_validator

from interop.clients.faults import each_status, fault
from interop.clients.places import AT_GATEWAY, AT_WORKSPACE, Place, each_place
from interop.clients.surfaces import TOKEN, server_url

MESSAGES: list[ChatCompletionMessageParam] = [{"role": "user", "content": "Jason is 25 years old."}]
OF_CHAT = [
    instructor.Mode.TOOLS,
    instructor.Mode.JSON,
    instructor.Mode.MD_JSON,
    instructor.Mode.JSON_SCHEMA,
]


class User(BaseModel):
    name: str
    age: int


class Team(BaseModel):
    members: list[User]
    kind: Literal["football", "chess"]


def client(
    place: Place,
    mode: instructor.Mode = instructor.Mode.TOOLS,
    headers: dict[str, str] | None = None,
) -> instructor.Instructor:
    caller = openai.OpenAI(
        base_url=place.url, api_key=TOKEN, max_retries=0, default_headers=headers
    )
    return instructor.from_openai(caller, mode=mode)


@each_place
@pytest.mark.parametrize("mode", OF_CHAT, ids=lambda mode: mode.name)
def test_each_mode_gives_an_instance_at_the_first_attempt(
    place: Place, mode: instructor.Mode
) -> None:
    user = client(place, mode).create(
        model=place.chat, messages=MESSAGES, response_model=User, max_retries=0
    )

    assert isinstance(user, User)


@each_place
def test_the_responses_api_gives_an_instance(place: Place) -> None:
    user = client(place, instructor.Mode.RESPONSES_TOOLS).responses.create(
        model=place.responses, input=MESSAGES, response_model=User, max_retries=0
    )

    assert isinstance(user, User)


@each_place
def test_parallel_tools_give_all_that_was_called(place: Place) -> None:
    # An abstract type, which is documented, but no `type[T]` to a type checker.
    users: Any = Iterable[User]
    found = list(
        client(place, instructor.Mode.PARALLEL_TOOLS).create(
            model=place.chat, messages=MESSAGES, response_model=users, max_retries=0
        )
    )

    assert found
    assert all(isinstance(user, User) for user in found)


@each_place
def test_the_completion_comes_beside_the_instance(place: Place) -> None:
    user, completion = client(place).create_with_completion(
        model=place.chat, messages=MESSAGES, response_model=User
    )

    assert isinstance(user, User)
    assert completion.usage.completion_tokens > 0


@each_place
def test_a_partial_stream_grows_into_the_instance(place: Place) -> None:
    states = list(
        client(place).create_partial(model=place.chat, messages=MESSAGES, response_model=User)
    )

    assert states[0].model_dump() == {"name": None, "age": None}
    assert User.model_validate(states[-1].model_dump())
    assert len({state.model_dump_json() for state in states}) > 2


def test_an_iterable_stream_gives_instances() -> None:
    users = list(
        client(AT_GATEWAY).create_iterable(
            model=AT_GATEWAY.chat, messages=MESSAGES, response_model=User
        )
    )

    assert users
    assert all(isinstance(user, User) for user in users)


def test_a_nested_model_is_filled_in() -> None:
    team = client(AT_GATEWAY).create(
        model=AT_GATEWAY.chat, messages=MESSAGES, response_model=Team, max_retries=0
    )

    assert team.members
    assert team.kind in ("football", "chess")


def test_a_hosted_model_refuses_the_references_that_nested_models_need() -> None:
    """Databricks documents that functions there may not use `$ref`."""
    with pytest.raises(InstructorRetryException, match=r"\$ref is not supported"):
        client(AT_WORKSPACE).create(model=AT_WORKSPACE.chat, messages=MESSAGES, response_model=Team)


@each_place
@pytest.mark.parametrize(
    "mode", [instructor.Mode.TOOLS, instructor.Mode.JSON], ids=lambda mode: mode.name
)
def test_an_answer_that_fails_validation_is_asked_for_again(
    place: Place, mode: instructor.Mode
) -> None:
    seen: list[int] = []

    class Picky(User):
        @field_validator("age")
        @classmethod
        def third_time_right(cls, age: int) -> int:
            seen.append(age)
            if len(seen) < 3:
                raise ValueError("age is wrong, try again")
            return age

    user = client(place, mode).create(
        model=place.chat, messages=MESSAGES, response_model=Picky, max_retries=3
    )

    assert len(seen) == 3
    assert user.age == seen[-1]


@each_place
def test_an_answer_cut_at_max_tokens_is_told_as_incomplete(place: Place) -> None:
    with pytest.raises(IncompleteOutputException):
        client(place, instructor.Mode.JSON).create(
            model=place.chat, messages=MESSAGES, response_model=User, max_tokens=2
        )


def test_the_documented_provider_takes_host_and_token_from_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DATABRICKS_HOST", server_url())
    monkeypatch.setenv("DATABRICKS_TOKEN", TOKEN)
    caller = instructor.from_provider(f"databricks/{AT_WORKSPACE.chat}")

    assert isinstance(caller.create(messages=MESSAGES, response_model=User), User)


def test_the_messages_api_gives_an_instance() -> None:
    caller = instructor.from_anthropic(
        anthropic.Anthropic(base_url=server_url(), api_key=TOKEN, max_retries=0)
    )
    user = caller.create(
        model="claude-3-7-sonnet", max_tokens=1024, messages=MESSAGES, response_model=User
    )

    assert isinstance(user, User)


@each_place
@each_status
def test_an_error_status_is_told_by_the_retry_exception_with_its_cause(
    place: Place, status: int, error: type[openai.APIStatusError]
) -> None:
    with pytest.raises(InstructorRetryException) as caught:
        client(place, headers=fault(status)).create(
            model=place.chat, messages=MESSAGES, response_model=User
        )

    assert isinstance(caught.value.__cause__, error)
