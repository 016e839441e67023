"""What only a real connection shows: cuts, timeouts, released connections."""

import asyncio
import gc
import pickle
import socket
import time

import httpx
import pytest

from runtime._async.transport import AsyncTransport
from runtime.credentials import token_credential
from runtime.errors import (
    APIConnectionError,
    APITimeoutError,
    StreamInterrupted,
)
from runtime.opening import ConnectionSettings, opener
from runtime.operation import Arguments
from runtime.options import Timeout
from runtime.proxies import proxy_for
from runtime.settings import Settings

from .raw_server import Connection, RawServer, Scene, serving
from .support import (
    CHAT,
    GET,
    HELLO,
    SETTINGS,
    THING,
    TOKEN,
    Answer,
    Bench,
    Chunk,
    TransportLike,
    chunk,
)

BODY = b'{"id": "1", "choices": []}'
ANSWER = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n%s" % (
    len(BODY),
    BODY,
)
FIRST = f"data: {chunk('a')}\n\n".encode()
DONE = b"data: [DONE]\n\n"
IMPATIENT = Timeout(connect=2, read=0.2, write=2, pool=0.2)


def reach(bench: Bench, server: RawServer, timeout: Timeout | None = None) -> TransportLike:
    return bench.connected(
        Settings(base_url=server.url, credential=token_credential(TOKEN)), timeout=timeout
    )


def answer(connection: Connection) -> None:
    connection.read_request()
    connection.send(ANSWER)
    connection.await_departure()


def answer_twice(connection: Connection) -> None:
    connection.read_request()
    connection.send(ANSWER)
    answer(connection)


def stay_silent(connection: Connection) -> None:
    connection.read_request()
    connection.await_departure()


def hang_up(connection: Connection) -> None:
    connection.read_request()
    connection.reset()


def cut_the_answer(connection: Connection) -> None:
    connection.read_request()
    connection.send(ANSWER[:-5])


def stream_and_reset(connection: Connection) -> None:
    connection.read_request()
    connection.begin_stream()
    connection.send_chunk(FIRST)
    time.sleep(0.05)
    connection.reset()


def stream_and_drop(connection: Connection) -> None:
    connection.read_request()
    connection.begin_stream()
    connection.send_chunk(FIRST)
    connection.send(b"5\r\nda")


def stream_and_stall(connection: Connection) -> None:
    connection.read_request()
    connection.begin_stream()
    connection.send_chunk(FIRST)
    connection.await_departure()


def stream_past_the_marker(connection: Connection) -> None:
    connection.read_request()
    connection.begin_stream()
    connection.send_chunk(FIRST + DONE)
    connection.await_departure()


def stream_byte_by_byte(connection: Connection) -> None:
    connection.read_request()
    connection.begin_stream()
    for byte in f"data: {chunk('ü€😀')}\r\n\r\n".encode() + DONE:
        connection.send_chunk(bytes([byte]))
    connection.send(b"0\r\n\r\n")


def test_one_connection_serves_many_requests(bench: Bench) -> None:
    with serving(answer_twice) as server:
        transport = reach(bench, server)
        transport.request(CHAT, Answer, HELLO)
        transport.request(CHAT, Answer, HELLO)
        transport.close()
    assert server.connections == 1


def test_closing_the_client_closes_its_connections(bench: Bench) -> None:
    with serving(answer) as server:
        transport = reach(bench, server)
        transport.request(CHAT, Answer, HELLO)
        transport.close()
        assert server.departed.wait(2)


def test_nothing_is_opened_before_the_first_request(bench: Bench) -> None:
    with serving(answer) as server:
        reach(bench, server).close()
        time.sleep(0.05)
        assert server.connections == 0


def test_silence_is_a_timeout_and_a_post_is_not_repeated(bench: Bench) -> None:
    with serving(stay_silent, stay_silent) as server:
        transport = reach(bench, server, IMPATIENT)
        with pytest.raises(APITimeoutError) as caught:
            transport.request(CHAT, Answer, HELLO)
        transport.close()
        assert server.departed.wait(2)
    assert caught.value.sent
    assert len(server.requests) == 1


def test_a_get_survives_a_reset(bench: Bench) -> None:
    with serving(hang_up, answer) as server:
        transport = reach(bench, server)
        transport.request(GET, Answer, THING)
        transport.close()
    assert len(server.requests) == 2


def test_a_post_that_was_reset_is_not_repeated(bench: Bench) -> None:
    with serving(hang_up, answer) as server:
        transport = reach(bench, server)
        with pytest.raises(APIConnectionError) as caught:
            transport.request(CHAT, Answer, HELLO)
        transport.close()
    assert caught.value.sent
    assert len(server.requests) == 1


def test_a_cut_answer_is_a_connection_error(bench: Bench) -> None:
    with serving(cut_the_answer) as server:
        transport = reach(bench, server)
        with pytest.raises(APIConnectionError, match="RemoteProtocolError"):
            transport.request(CHAT, Answer, HELLO)
        transport.close()


def test_a_refused_connection_is_tried_again(bench: Bench) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    transport = bench.connected(
        Settings(base_url=f"http://127.0.0.1:{port}", credential=token_credential(TOKEN))
    )
    with pytest.raises(APIConnectionError, match="ConnectError") as caught:
        transport.request(CHAT, Answer, HELLO)
    transport.close()
    assert not caught.value.sent
    assert len(bench.waits.seconds) == 2


@pytest.mark.parametrize("scene", [stream_and_reset, stream_and_drop])
def test_a_cut_stream_is_an_interruption_with_what_came(bench: Bench, scene: Scene) -> None:
    with serving(scene) as server:
        transport = reach(bench, server)
        stream = transport.stream(CHAT, Chunk, HELLO)
        with pytest.raises(StreamInterrupted) as caught:
            list(stream)
        transport.close()
    assert caught.value.received == [Chunk.model_validate_json(chunk("a"))]
    loaded = pickle.loads(pickle.dumps(caught.value))
    assert loaded.received == caught.value.received


def test_a_stalled_stream_is_an_interruption(bench: Bench) -> None:
    with serving(stream_and_stall) as server:
        transport = reach(bench, server, IMPATIENT)
        stream = transport.stream(CHAT, Chunk, HELLO)
        with pytest.raises(StreamInterrupted, match="ReadTimeout"):
            list(stream)
        assert server.departed.wait(2)
        transport.close()


def test_the_first_event_comes_before_the_stream_ends(bench: Bench) -> None:
    with serving(stream_and_stall) as server:
        transport = reach(bench, server)
        stream = transport.stream(CHAT, Chunk, HELLO)
        assert next(stream).choices[0].delta is not None
        stream.close()
        transport.close()


def test_leaving_a_stream_early_releases_the_connection(bench: Bench) -> None:
    with serving(stream_and_stall) as server:
        transport = reach(bench, server)
        with transport.stream(CHAT, Chunk, HELLO) as _:
            pass
        assert server.departed.wait(2)
        transport.close()


@pytest.mark.parametrize("events_read", [0, 1])
def test_dropping_a_stream_releases_the_connection(bench: Bench, events_read: int) -> None:
    with serving(stream_and_stall) as server:
        transport = reach(bench, server)
        stream = transport.stream(CHAT, Chunk, HELLO)
        for _ in range(events_read):
            next(stream)
        del stream
        bench.settle()
        assert server.departed.wait(2)
        transport.close()


def test_the_marker_ends_a_stream_that_the_server_keeps_open(bench: Bench) -> None:
    with serving(stream_past_the_marker) as server:
        transport = reach(bench, server)
        assert len(list(transport.stream(CHAT, Chunk, HELLO))) == 1
        assert server.departed.wait(2)
        transport.close()


def test_reads_may_be_cut_anywhere(bench: Bench) -> None:
    with serving(stream_byte_by_byte) as server:
        transport = reach(bench, server)
        [event] = list(transport.stream(CHAT, Chunk, HELLO))
        transport.close()
    assert event == Chunk.model_validate_json(chunk("ü€😀"))


def test_what_is_sent_is_what_was_said(bench: Bench) -> None:
    with serving(answer) as server:
        transport = reach(bench, server)
        transport.request(GET, Answer, Arguments(path={"name": "a/b ?#%ü"}))
        transport.close()
    head = server.requests[0].split(b"\r\n")
    assert head[0] == b"GET /things/a%2Fb%20%3F%23%25%C3%BC HTTP/1.1"
    assert f"authorization: Bearer {TOKEN}".encode() in head


def test_the_proxy_of_the_environment_is_used(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(answer) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url.removeprefix("http://"))
        transport = bench.connected(SETTINGS)
        transport.request(CHAT, Answer, HELLO)
        transport.close()
    assert proxy.requests[0].startswith(b"POST http://workspace.test/chat HTTP/1.1")


def test_an_origin_that_the_environment_exempts_is_reached_directly(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(answer) as server:
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        transport = reach(bench, server)
        transport.request(CHAT, Answer, HELLO)
        transport.close()
    assert len(server.requests) == 1


def test_tcp_keeps_silent_connections_alive() -> None:
    with serving(answer) as server, opener(ConnectionSettings(), server.url).open() as transport:
        response = transport.handle_request(httpx.Request("POST", server.url))
        stream = response.extensions["network_stream"]
        peer: socket.socket = stream.get_extra_info("socket")
        assert peer.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) == 1


def test_a_cancelled_stream_releases_the_connection() -> None:
    async def cancelled(transport: AsyncTransport) -> None:
        async def read() -> None:
            async for _ in await transport.stream(CHAT, Chunk, HELLO):
                pass

        task = asyncio.create_task(read())
        await asyncio.sleep(0.1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await asyncio.to_thread(server.departed.wait, 2)
        assert server.departed.is_set()
        await transport.close()

    with serving(stream_and_stall) as server:
        made = AsyncTransport(Settings(base_url=server.url, credential=token_credential(TOKEN)))
        asyncio.run(cancelled(made))


def test_a_stream_may_be_closed_while_another_task_reads_it() -> None:
    async def stopped(transport: AsyncTransport) -> None:
        stream = await transport.stream(CHAT, Chunk, HELLO)

        async def read() -> None:
            async for _ in stream:
                pass

        task = asyncio.create_task(read())
        await asyncio.sleep(0.1)
        await stream.close()
        with pytest.raises(StreamInterrupted) as caught:
            await task
        assert len(caught.value.received) == 1
        await asyncio.to_thread(server.departed.wait, 2)
        assert server.departed.is_set()
        await transport.close()

    with serving(stream_and_stall) as server:
        made = AsyncTransport(Settings(base_url=server.url, credential=token_credential(TOKEN)))
        asyncio.run(stopped(made))


def test_a_transport_pickles_and_opens_connections_of_its_own() -> None:
    with serving(answer) as server:
        transport = AsyncTransport(
            Settings(base_url=server.url, credential=token_credential(TOKEN))
        )
        copy: AsyncTransport = pickle.loads(pickle.dumps(transport))

        async def use() -> None:
            await copy.request(CHAT, Answer, HELLO)
            await copy.close()

        asyncio.run(use())
    assert server.connections == 1


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # the first loop takes its socket along
def test_a_client_that_outlives_its_event_loop_opens_connections_in_the_next() -> None:
    kept: list[socket.socket] = []

    def answer_and_stay(connection: Connection) -> None:
        connection.read_request()
        connection.send(ANSWER)
        kept.append(connection.peer.dup())

    with serving(answer_and_stay, answer_and_stay) as server:
        settings = Settings(base_url=server.url, credential=token_credential(TOKEN))
        transport = AsyncTransport(settings, options={"timeout": IMPATIENT})
        for _ in range(2):
            asyncio.run(transport.request(CHAT, Answer, HELLO))
        asyncio.run(transport.close())
    for peer in kept:
        peer.close()
    gc.collect()  # so that the client's socket is found here
    assert server.connections == 2


def test_an_ipv6_address_is_exempt_as_the_environment_writes_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    monkeypatch.setenv("no_proxy", "localhost,::1")
    assert proxy_for("http://[::1]:4010") is None
    assert proxy_for("http://[::2]:4010") == "http://127.0.0.1:1"


def test_an_answer_that_breaks_off_keeps_its_status_and_says_so(bench: Bench) -> None:
    with serving(cut_the_answer) as server, pytest.raises(APIConnectionError) as caught:
        reach(bench, server).request(CHAT, Answer, HELLO)
    assert caught.value.status == 200
    assert str(caught.value).startswith("the answer broke off: RemoteProtocolError")


def test_a_missing_answer_names_the_server(bench: Bench) -> None:
    with serving() as server:
        url = server.url
    unreachable = bench.connected(Settings(base_url=url, credential=token_credential(TOKEN)))
    with pytest.raises(APIConnectionError, match=rf"^no answer from {url}: ConnectError"):
        unreachable.request(CHAT, Answer, HELLO)
