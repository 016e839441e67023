"""Content encodings: every body comes back however it is cut, and none that is damaged does."""

import gzip
import zlib
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runtime.content_coding import BrokenCoding, ContentDecoder, codings


def raw_deflate(data: bytes) -> bytes:
    """What many servers take for deflate."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


WRITERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
}


def decoded(names: Sequence[str], pieces: Sequence[bytes]) -> bytes:
    decoder = ContentDecoder(names)
    data = b"".join(decoder.feed(piece) for piece in pieces)
    decoder.finish()
    return data


def cut(data: bytes, places: list[int]) -> list[bytes]:
    ends = sorted(place % (len(data) + 1) for place in places)
    return [data[start:end] for start, end in zip([0, *ends], [*ends, len(data)], strict=True)]


@given(
    st.lists(st.sampled_from([*WRITERS]), max_size=3), st.binary(), st.lists(st.integers(0, 10_000))
)
def test_a_body_comes_back_however_it_is_cut(
    names: list[str], body: bytes, places: list[int]
) -> None:
    sent = body
    for name in names:
        sent = WRITERS[name](sent)
    assert decoded(names, cut(sent, places)) == body


@given(st.binary(), st.binary())
def test_a_body_of_several_gzip_members_is_one(first: bytes, second: bytes) -> None:
    sent = gzip.compress(first) + gzip.compress(second) + b"\0\0"
    assert decoded(["gzip"], [sent]) == first + second


@given(st.binary(min_size=1))
def test_deflate_without_its_header_is_understood(body: bytes) -> None:
    assert decoded(["deflate"], [raw_deflate(body)]) == body


@given(st.sampled_from([*WRITERS]), st.binary(), st.integers(1, 10_000))
def test_a_cut_body_is_noticed(name: str, body: bytes, missing: int) -> None:
    sent = WRITERS[name](body)
    kept = sent[: max(1, len(sent) - missing)]
    with pytest.raises(BrokenCoding):
        decoded([name], [kept])


def test_what_is_no_gzip_is_noticed() -> None:
    with pytest.raises(BrokenCoding):
        decoded(["gzip"], [b'{"id": 1}'])


def test_a_coding_that_was_not_asked_for_is_refused() -> None:
    with pytest.raises(BrokenCoding, match=r"^'br' was not asked for$"):
        ContentDecoder(["br"])


def test_codings_are_named_in_the_order_of_their_application() -> None:
    assert codings("identity, Deflate , gzip,") == ("deflate", "gzip")
