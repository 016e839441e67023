"""What forwarding never does, whatever an endpoint's configuration says."""

import asyncio
import ssl
import threading
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
import trustme

from invocant_conformance.client.origin import Origin
from invocant_conformance.server.upstream.allowed import Address, AllowedHost
from invocant_conformance.server.upstream.connections import Caller, Outgoing
from invocant_conformance.server.upstream.errors import Trouble, UpstreamError
from invocant_conformance.server.upstream.settings import UpstreamSettings

from .chain import Front, custom, front
from .scripts import LEAST, answer

pytestmark = pytest.mark.anyio


def resolving(*addresses: str) -> Any:
    async def resolve(host: str, port: int) -> Sequence[str]:
        return addresses

    return resolve


@asynccontextmanager
async def tls_server(authority: trustme.CA, name: str) -> AsyncGenerator[int]:
    """Answer over TLS with a certificate for a name; gives the port."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n")
        await writer.drain()
        writer.close()

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with authority.issue_cert(name).private_key_and_cert_chain_pem.tempfile() as file:
        context.load_cert_chain(file)
    async with await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context) as server:
        yield server.sockets[0].getsockname()[1]


def outgoing(origin: Origin, host: str = "models.example.com", scheme: str = "http") -> Outgoing:
    address = Address(scheme=scheme, host=host, port=origin.port, target="/v1")
    return Outgoing(address=address, headers={}, content=b"{}")


def caller(origin: Origin, *addresses: str, **more: Any) -> Caller:
    allowed = (AllowedHost(host="models.example.com", port=origin.port),)
    return Caller(UpstreamSettings(allowed=allowed, resolve=resolving(*addresses), **more))


async def test_the_checked_address_is_connected_to_and_the_host_is_kept(origin: Origin) -> None:
    origin.play(answer(LEAST))
    calling = caller(origin, "127.0.0.1")
    async with await calling.send(outgoing(origin)) as reply:
        await reply.read()
    await calling.aclose()
    assert origin.requests[0].headers["host"] == f"models.example.com:{origin.port}"


async def test_a_name_is_looked_up_once_for_a_connection(origin: Origin) -> None:
    looked_up: list[str] = []

    async def resolve(host: str, port: int) -> Sequence[str]:
        looked_up.append(host)
        return ["127.0.0.1"] if len(looked_up) == 1 else ["169.254.169.254"]

    origin.play(answer(LEAST))
    allowed = (AllowedHost(host="models.example.com", port=origin.port),)
    calling = Caller(UpstreamSettings(allowed=allowed, resolve=resolve))
    async with await calling.send(outgoing(origin)) as reply:
        assert reply.status == 200
    with pytest.raises(UpstreamError, match="never forwarded to"):
        await calling.send(outgoing(origin))
    await calling.aclose()
    assert len(looked_up) == 2
    assert len(origin.requests) == 1


@pytest.mark.parametrize(
    "addresses", [["169.254.169.254"], ["127.0.0.1", "fe80::1%1"], ["::ffff:100.100.100.200"]]
)
async def test_a_forbidden_address_is_never_connected_to(
    origin: Origin, addresses: list[str]
) -> None:
    origin.play(answer(LEAST))
    calling = caller(origin, *addresses)
    with pytest.raises(UpstreamError, match="never forwarded to") as caught:
        await calling.send(outgoing(origin))
    assert (caught.value.trouble, origin.requests) == (Trouble.REFUSED, [])


async def test_the_next_address_is_tried_where_one_cannot_be_connected_to(origin: Origin) -> None:
    origin.play(answer(LEAST))
    calling = caller(origin, "127.0.0.2", "127.0.0.1")
    async with await calling.send(outgoing(origin)) as reply:
        assert reply.status == 200
    await calling.aclose()


async def test_other_hosts_are_not_asked_even_by_mistake(origin: Origin) -> None:
    with pytest.raises(UpstreamError, match="may not be forwarded to"):
        await caller(origin, "127.0.0.1").send(outgoing(origin, host="127.0.0.1"))


async def test_proxies_of_the_environment_are_not_used(
    origin: Origin, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    origin.play(answer(LEAST))
    calling = caller(origin, "127.0.0.1")
    async with await calling.send(outgoing(origin)) as reply:
        assert reply.status == 200
    await calling.aclose()


async def test_certificates_are_those_of_the_name_not_of_the_address() -> None:
    authority = trustme.CA()
    for name, trusted in (("models.example.com", True), ("other.example.com", False)):
        async with tls_server(authority, name) as port:
            allowed = (AllowedHost(host="models.example.com", port=port),)
            settings = UpstreamSettings(allowed=allowed, resolve=resolving("127.0.0.1"))
            context = httpx.create_ssl_context()
            context.load_verify_locations(cadata=authority.cert_pem.bytes().decode())
            calling = Caller(settings, context)
            address = Address(scheme="https", host="models.example.com", port=port, target="/")
            request = Outgoing(address=address, headers={}, content=b"{}")
            if trusted:
                async with await calling.send(request) as reply:
                    assert reply.status == 200
            else:
                with pytest.raises(UpstreamError, match="cannot be connected to"):
                    await calling.send(request)
            await calling.aclose()


def test_metadata_is_not_asked_for_even_if_its_address_is_allowed() -> None:
    with front("http://169.254.169.254") as first:
        first.serve("metadata", custom("http://169.254.169.254/latest"))
        got = first.chat("metadata")
    assert got.status_code == 400
    assert "is at an address that is never forwarded to" in got.json()["message"]


def test_a_request_that_was_here_before_is_refused(scripted: Front, origin: Origin) -> None:
    origin.play(answer(LEAST), answer(LEAST))
    scripted.serve("mine", custom(origin.url))
    assert scripted.chat("mine").status_code == 200
    body = {"messages": [{"role": "user", "content": "Hello"}]}
    around = {"via": f"{origin.requests[0].headers['via']}, 1.1 proxy"}
    path = "/serving-endpoints/mine/invocations"
    got = scripted.http.post(path, json=body, headers=around)
    assert (got.status_code, len(origin.requests)) == (400, 1)
    assert "is this server itself" in got.json()["message"]


def test_hops_are_counted(scripted: Front, origin: Origin) -> None:
    origin.play(answer(LEAST), answer(LEAST))
    scripted.serve("mine", custom(origin.url))
    body = {"messages": [{"role": "user", "content": "Hello"}]}
    path = "/serving-endpoints/mine/invocations"
    statuses: list[int] = []
    for hops in (0, 3, 4):
        via = ", ".join(["1.1 proxy", *(f"1.1 invocant-{number}" for number in range(hops))])
        statuses.append(scripted.http.post(path, json=body, headers={"via": via}).status_code)
    assert statuses == [200, 200, 400]
    assert origin.requests[0].headers["via"].startswith("1.1 proxy, 1.1 invocant-")


def test_calls_beyond_the_limit_are_refused_at_once(origin: Origin) -> None:
    with front(origin.url, calls=1, answer_seconds=5) as first:
        first.serve("mine", custom(origin.url))
        origin.play(answer(LEAST, wait=0.5), answer(LEAST))
        statuses: list[int] = []
        waiting = threading.Thread(target=lambda: statuses.append(first.chat("mine").status_code))
        waiting.start()
        while not origin.requests:
            pass
        refused = first.chat("mine")
        waiting.join()
        assert (refused.status_code, statuses) == (429, [200])
        assert first.chat("mine").status_code == 200


@pytest.mark.parametrize("header", ["host", "Content-Length", "transfer-encoding", "a b", "x\r\ny"])
def test_keys_go_into_no_header_that_means_something_else(
    scripted: Front, origin: Origin, header: str
) -> None:
    entity = custom(origin.url)
    config = entity["external_model"]["custom_provider_config"]
    config["api_key_auth"] = {"key": header, "value_plaintext": "hush"}
    del config["bearer_token_auth"]
    scripted.serve("mine", entity)
    origin.play(answer(LEAST))
    assert (scripted.chat("mine").status_code, origin.requests) == (400, [])
