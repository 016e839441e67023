"""The tree of exceptions."""

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime import errors
from runtime.errors import APIStatusError, InternalServerError, InvocantError, status_class
from runtime.headers import Headers
from runtime.models import Unknown

CLASSES: list[type[InvocantError]] = [
    value
    for name in errors.__all__
    if isinstance(value := getattr(errors, name), type) and issubclass(value, InvocantError)
]

TEXT = st.text()
OPTIONAL_TEXT = st.none() | TEXT


@st.composite
def raised(draw: st.DrawFn) -> InvocantError:
    pairs = st.lists(st.tuples(TEXT, TEXT))
    error = draw(st.sampled_from(CLASSES))(
        draw(TEXT),
        status=draw(st.none() | st.integers(100, 599)),
        headers=draw(st.none() | pairs.map(Headers)),
        request_id=draw(OPTIONAL_TEXT),
        error_code=draw(OPTIONAL_TEXT),
        body=draw(st.none() | st.binary()),
        retry_after=draw(st.none() | st.floats(0, 1e6)),
    )
    if isinstance(error, errors.RequestError):
        error.field, error.rule = draw(OPTIONAL_TEXT), draw(OPTIONAL_TEXT)
    if isinstance(error, errors.APIConnectionError):
        error.sent = draw(st.booleans())
    if isinstance(error, errors.ParseError):
        error.answer = Unknown.model_validate(draw(st.dictionaries(TEXT, TEXT)))
    if isinstance(error, errors.AnswerRefused):
        error.refusal = draw(OPTIONAL_TEXT)
    if isinstance(error, errors.StreamInterrupted):
        extras = st.dictionaries(TEXT, TEXT)
        error.received = draw(st.lists(extras.map(Unknown.model_validate)))
    return error


@given(raised())
def test_errors_pickle_with_all_that_they_carry(error: InvocantError) -> None:
    loaded = pickle.loads(pickle.dumps(error))
    assert type(loaded) is type(error)
    assert str(loaded) == str(error)
    assert loaded.__dict__ == error.__dict__


def test_an_error_with_a_cause_pickles() -> None:
    with pytest.raises(InvocantError) as caught:
        raise InvocantError("outer") from OSError("inner")
    assert str(pickle.loads(pickle.dumps(caught.value))) == "outer"


@pytest.mark.parametrize("kind", CLASSES)
def test_every_error_has_every_attribute(kind: type[InvocantError]) -> None:
    error = kind("m")
    assert (error.status, error.headers, error.request_id) == (None, None, None)
    assert (error.error_code, error.body, error.retry_after) == (None, None, None)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (302, APIStatusError),
        (400, errors.BadRequestError),
        (401, errors.AuthenticationError),
        (403, errors.PermissionDeniedError),
        (404, errors.NotFoundError),
        (409, errors.ConflictError),
        (418, APIStatusError),
        (422, errors.UnprocessableEntityError),
        (429, errors.RateLimitError),
        (500, InternalServerError),
        (503, InternalServerError),
        (599, InternalServerError),
    ],
)
def test_the_status_decides_the_class(status: int, kind: type[APIStatusError]) -> None:
    assert status_class(status) is kind


def test_a_timeout_is_a_connection_error() -> None:
    assert issubclass(errors.APITimeoutError, errors.APIConnectionError)


@given(st.lists(st.tuples(TEXT, TEXT)))
def test_headers_copy_and_pickle(pairs: list[tuple[str, str]]) -> None:
    headers = Headers(pairs)
    assert pickle.loads(pickle.dumps(headers)) == headers == copy.deepcopy(headers)


def test_headers_ignore_case_and_join_repeated_names() -> None:
    headers = Headers([("Set-Cookie", "a"), ("set-cookie", "b")])
    assert headers["SET-COOKIE"] == "a, b"
    assert list(headers) == ["set-cookie"]
    assert "x" not in headers
