"""Gives every generated request a connection of its own."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import ParamSpec, cast

from requests import PreparedRequest, Response, Session
from requests.adapters import HTTPAdapter
from schemathesis.engine import context

P = ParamSpec("P")


class _Unkept(HTTPAdapter):
    """Sends each request on a connection that was not used before."""

    def send(
        self,
        request: PreparedRequest,
        stream: bool = False,
        timeout: float | tuple[float | None, float | None] | None = None,
        verify: bool | str = True,
        cert: str | tuple[str, str] | None = None,
        proxies: dict[str, str] | None = None,
    ) -> Response:
        """Send a request, and answer what an adapter answers."""
        self.close()
        return super().send(request, stream, timeout, verify, cert, proxies)


@contextmanager
def unkept() -> Generator[None]:
    """Let no session of any run of the process keep a connection.

    Sessions keep one in spite of the header that asks to close it. A server that is about to close
    it answers what follows there with 400, or not at all, however right that is.
    """
    made = context.make_session  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    usual = cast(Callable[..., Session], made)
    context.make_session = _making(usual)
    try:
        yield
    finally:
        context.make_session = usual


def _making(usual: Callable[P, Session]) -> Callable[P, Session]:
    def make(*args: P.args, **kwargs: P.kwargs) -> Session:
        session = usual(*args, **kwargs)
        for scheme in ("http://", "https://"):
            session.mount(scheme, _Unkept())
        return session

    return make
