"""Checks of the headers in which a gateway takes its key."""

from collections.abc import Mapping

from ..exchange import Exchange
from ..outcomes import Skipped, expect
from ..probes.gateway import Gateway
from ..registry import check
from ..session import WRONG_TOKEN

_HEADERS = ("x-api-key", "api-key", "x-litellm-api-key")


def _ways(token: str) -> list[Mapping[str, str]]:
    alone: list[Mapping[str, str]] = [{name: token} for name in _HEADERS]
    return [*alone, {"x-litellm-api-key": f"Bearer {token}"}]


@check("GW-KEYS-001", profile="gateway")
async def every_header_is_read(gateway: Gateway) -> None:
    """The list of models is given for the key in any of the headers."""
    for headers in _ways(_need_token(gateway)):
        exchange = await _listed(gateway, headers)
        status = exchange.status
        expect(status == 200, f"the key in {_name(headers)} is answered with {status}", exchange)


@check("GW-KEYS-002", profile="gateway")
async def wrong_keys_are_refused(gateway: Gateway) -> None:
    """A wrong key is refused in each header in which the right one is accepted."""
    right, wrong = _ways(_need_token(gateway)), _ways(WRONG_TOKEN)
    for accepted, headers in zip(right, wrong, strict=True):
        if (await _listed(gateway, accepted)).status == 200:
            exchange = await _listed(gateway, headers)
            refused = exchange.status in (401, 403)
            status = exchange.status
            expect(refused, f"a wrong key in {_name(headers)} is answered with {status}", exchange)


async def _listed(gateway: Gateway, headers: Mapping[str, str]) -> Exchange:
    return await gateway.call("listGatewayModels", headers=headers, authorize=False)


def _name(headers: Mapping[str, str]) -> str:
    return next(iter(headers))


def _need_token(gateway: Gateway) -> str:
    if gateway.session.token is None:
        raise Skipped("the run has no token, so the target may need none")
    return gateway.session.token
