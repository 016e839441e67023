"""The base of all probes: sends a request once and remembers the exchange."""

from collections.abc import Mapping
from typing import TypeAlias

from ..exchange import Exchange
from ..json_values import JsonValue
from ..outcomes import Failed
from ..seen import noted
from ..session import Authorize, Session
from ..target import Surface

Object: TypeAlias = dict[str, JsonValue]


class RememberingProbe:
    """A session bound to one surface. Equal requests are sent once.

    What thirty checks want to know of one answer costs one call. A request whose connection broke
    is remembered as well and fails in the same way for everybody who asks for it.
    """

    def __init__(self, session: Session, surface: Surface) -> None:
        self.session = session
        self.surface = surface
        self._answers: dict[str, Exchange | Failed] = {}

    async def once(
        self,
        method: str,
        path: str,
        *,
        json: JsonValue | None = None,
        content: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        authorize: Authorize = True,
        again: int = 0,
    ) -> Exchange:
        """Return the exchange of this request, which is sent at the first call only.

        `again` tells repetitions of one request apart: each number is sent.

        Raises what `Session.send` raises.
        """
        key = repr((method, path, json, content, headers, authorize, again))
        if key not in self._answers:
            try:
                self._answers[key] = await self.session.send(
                    method, path, json=json, content=content, headers=headers, authorize=authorize
                )
            except Failed as broken:
                self._answers[key] = broken
        answer = self._answers[key]
        if isinstance(answer, Failed):
            raise Failed(answer.message, answer.exchange)
        return noted(answer)
