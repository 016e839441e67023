# Copied from codegen/runtime/; do not edit.
"""Vectors out of the answers of embeddings calls, as lists of floats or as a NumPy array."""

import math
import sys
from array import array as packed
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Final, Protocol

from pydantic import ConfigDict, TypeAdapter, ValidationError

from .errors import APIResponseError, ConfigurationError
from .response import error_about

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

__all__ = ["EmbeddingAnswer", "EmbeddingEntry", "array", "vectors"]

FLOAT_BYTES: Final = 4


class EmbeddingEntry(Protocol):
    """The vector of one input: numbers, or base64 of float32 in little-endian order."""

    @property
    def embedding(self) -> list[float] | str:
        """The vector."""
        ...

    @property
    def index(self) -> int | None:
        """Position of the input in the request."""
        ...


class EmbeddingAnswer(Protocol):
    """The answer of an embeddings call, such as an ``EmbeddingsResponse``."""

    @property
    def data(self) -> Sequence[EmbeddingEntry]:
        """One entry for each input."""
        ...


def vectors(answer: EmbeddingAnswer) -> list[list[float]]:
    """One list of floats for each input, in the order of the inputs.

    What came as base64 is exactly what its 32 bits say, on machines of every byte order.
    Raises APIResponseError for base64 that is none, for what are no finite float32 values, for
    vectors of different lengths, and where the indices are not 0, 1, 2 … in some order. Without any
    index, the vectors stand in the order of the inputs.
    """
    try:
        found = [_numbers(entry.embedding) for entry in _ordered(answer)]
        _width([len(vector) for vector in found])
    except _Fault as fault:
        told = str(fault)
    else:
        return found
    raise error_about(APIResponseError, told, answer)


def array(answer: EmbeddingAnswer) -> "npt.NDArray[np.float32]":
    """A float32 array of shape (inputs, dimensions), in the order of the inputs.

    Needs the extra ``numpy``; raises ConfigurationError without it, else as :func:`vectors`.
    Quickest for requests with ``encoding_format="base64"``: their answers are a third as long.
    """
    try:
        import numpy as np
    except ImportError as error:
        raise ConfigurationError("array needs numpy: pip install 'invocant[numpy]'") from error
    try:
        with np.errstate(over="ignore"):
            rows = [
                _bytes(entry.embedding)
                if isinstance(entry.embedding, str)
                else np.array(entry.embedding, dtype="<f4").tobytes()
                for entry in _ordered(answer)
            ]
        width = _width([len(row) for row in rows]) // FLOAT_BYTES
        # Of a bytearray an array is made that can be written to.
        made = np.frombuffer(bytearray().join(rows), dtype="<f4").reshape(len(rows), width)
        if not np.isfinite(made).all():
            raise _infinite()
    except _Fault as fault:
        told = str(fault)
    else:
        return made.astype(np.float32, copy=False)
    raise error_about(APIResponseError, told, answer)


class _Fault(Exception):
    """What is wrong with vectors."""


def _ordered(answer: EmbeddingAnswer) -> list[EmbeddingEntry]:
    """The entries in the order of the inputs."""
    entries = [*answer.data]
    given = {entry.index: entry for entry in entries}
    if given.keys() == {None}:
        return entries
    missing = next((index for index in range(len(entries)) if index not in given), None)
    if missing is not None:
        raise _Fault(f"data: no vector has the index {missing}, of {len(entries)}")
    return [given[index] for index in range(len(entries))]


def _numbers(vector: list[float] | str) -> list[float]:
    numbers = _unpacked(vector) if isinstance(vector, str) else vector
    # The sum of what is finite may be infinite, but that of what is not is never finite.
    if not (math.isfinite(sum(numbers)) or all(map(math.isfinite, numbers))):
        raise _infinite()
    return numbers


def _unpacked(text: str) -> list[float]:
    numbers = packed("f", _bytes(text))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tolist()


def _bytes(text: str) -> bytes:
    # Pydantic's decoder takes a quarter of the time that Python's does. It also takes the alphabet
    # for URLs and no padding, and escapes are what makes JSON of the text.
    if len(text) % 4 or not text.isascii() or any(sign in text for sign in '-_\\"'):
        raise _Fault("data: a vector is no base64")
    try:
        data = _decoder().validate_json(f'"{text}"')
    except ValidationError:
        raise _Fault("data: a vector is no base64") from None
    if len(data) % FLOAT_BYTES:
        raise _Fault(f"data: a vector has {len(data)} bytes, no multiple of 4")
    return data


@cache
def _decoder() -> TypeAdapter[bytes]:
    return TypeAdapter(bytes, config=ConfigDict(val_json_bytes="base64"))


def _width(widths: list[int]) -> int:
    """The width of all vectors; 0 where there are none."""
    if len({*widths}) > 1:
        raise _Fault("data: the vectors have different numbers of dimensions")
    return widths[0] if widths else 0


def _infinite() -> _Fault:
    return _Fault("data: a vector holds a value that is no finite float32")
