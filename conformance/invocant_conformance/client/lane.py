"""One client under test and the servers that it talks to."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from ..exchange import Exchange
from ..json_values import JsonValue
from .driver import Call, Driver
from .method import Method
from .origin import Origin

__all__ = ["Lane", "open_lane"]

TIMEOUT_SECONDS = 5.0
ENDPOINT_NAME = "endpoint-1"


@dataclass(frozen=True, kw_only=True, slots=True)
class Lane:
    """``origin`` is where the client is sent; ``elsewhere`` should never hear of it.

    ``exact``: the client is held to this project's own design, too: it tells null from absent,
    adds nothing of its own to a request, and has the documented kinds of errors.
    """

    driver: Driver
    origin: Origin
    elsewhere: Origin
    token: str = field(repr=False)
    exact: bool = True

    def exchange(self) -> Exchange | None:
        """The first request since the origin's script began, and the answer to it."""
        return self.origin.first_exchange()

    def call(
        self,
        method: Method,
        body: Mapping[str, JsonValue],
        *,
        path: Mapping[str, str] | None = None,
        base: str = "",
        query: Mapping[str, JsonValue] | None = None,
        headers: Mapping[str, JsonValue] | None = None,
    ) -> Call:
        """A call of ``method`` at the origin.

        Parameters that are not given: of the path, some plain value; else documented ones where
        they are required.
        """
        return Call(
            client=method.client,
            base_url=self.origin.url + base,
            token=self.token,
            method=method.name,
            path=path or dict.fromkeys(method.parameters, ENDPOINT_NAME),
            query=method.documented("query") if query is None else query,
            headers=method.documented("header") if headers is None else headers,
            body=body,
            timeout=TIMEOUT_SECONDS,
        )


@contextmanager
def open_lane(driver: Driver, token: str, *, exact: bool = True) -> Generator[Lane]:
    """A lane with servers that run while the context is open."""
    with Origin() as origin, Origin() as elsewhere:
        try:
            yield Lane(driver=driver, origin=origin, elsewhere=elsewhere, token=token, exact=exact)
        finally:
            driver.close()
