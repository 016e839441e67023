"""What became of rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from ..errors import InvocantError

__all__ = ["Done", "Statistics"]

R = TypeVar("R")
T = TypeVar("T")


@dataclass(frozen=True, kw_only=True, slots=True)
class Done(Generic[R, T]):
    """A row and its answer, or the error that it has instead.

    ``index``: place of the row in its input, counted from 0. ``value``: what the work returned;
    ``None`` with an error. ``error``: without traceback, so that it holds nothing but itself.
    ``attempts``: how often the row was sent. ``seconds``: from the first time that it was sent to
    its answer, pauses included.
    """

    index: int
    row: R = field(repr=False)
    value: T | None = field(repr=False)
    error: InvocantError | None
    attempts: int
    seconds: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Statistics:
    """What a batch has done up to now, over all of its runs.

    ``rows``: those with an answer or an error. ``failed``: those with an error. ``input_tokens``,
    ``output_tokens``: as the answers state them; 0 where they do not. ``seconds``: during which
    there was a run. ``rate``: rows a second. ``errors``: number of rows by name of the error's
    class. ``retries``: requests beyond the first of a row. ``concurrency``: how many requests may
    be in flight at the moment.
    """

    rows: int
    failed: int
    input_tokens: int
    output_tokens: int
    seconds: float
    rate: float
    errors: Mapping[str, int]
    retries: int
    concurrency: int
