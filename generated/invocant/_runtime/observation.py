# Copied from codegen/runtime/; do not edit.
"""What a transport tells of a call to whoever wants to know, which mostly is nobody."""

from contextlib import AbstractContextManager
from types import TracebackType
from typing import TYPE_CHECKING, Final, TypeVar

from .errors import InvocantError
from .request import PreparedRequest

if TYPE_CHECKING:
    from .events import EventReader
    from .reply import Reply

__all__ = ["UNOBSERVED", "Observation"]

T = TypeVar("T")


class Observation:
    """What happens to one call, told to nobody. A context that lasts until the call returns."""

    def __enter__(self) -> "Observation":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """The call is over if it raised."""

    def sending(self, request: PreparedRequest) -> None:
        """The next request is about to be sent."""

    def received(self, reply: "Reply", *, whole: bool) -> None:
        """An answer has come, ``whole`` or without its body."""

    def failed(self, error: InvocantError, retry_in: float | None) -> None:
        """The attempt came to nothing."""

    def returning(self, answer: T) -> T:
        """The call is over, with an answer that is given back."""
        return answer

    def streaming(self, reader: "EventReader[object]") -> AbstractContextManager[object]:
        """A context that lasts until the stream is over, with what was read of it."""
        return self


UNOBSERVED: Final = Observation()
