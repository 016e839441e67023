"""What goes wrong between this server and a provider, before anybody words it."""

from enum import Enum


class Trouble(Enum):
    """Why there is no answer that could be passed on."""

    UNREACHABLE = "cannot be reached"
    TIMED_OUT = "did not answer in time"
    BAD_ANSWER = "gave no usable answer"
    BUSY = "is asked by too many at once"
    REFUSED = "is not asked"
    NO_SECRET = "is not asked, for its key is not known"


class UpstreamError(Exception):
    """A provider that gave no usable answer. `detail` holds no secret and nothing of a request."""

    def __init__(self, trouble: Trouble, detail: str) -> None:
        super().__init__(detail)
        self.trouble = trouble
        self.detail = detail
