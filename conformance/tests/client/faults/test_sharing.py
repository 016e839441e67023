"""One client in several threads and processes, and copies of it."""

import pickle
import subprocess
import sys
import threading
from pathlib import Path
from typing import Final

import pytest

import invocant
from invocant import InvocantError, params

from .faults import FINE, VALUE
from .lanes import MODEL, NAME, SYNC_LANES, TOKEN, Lane
from .load import load_server
from .results import plain
from .server import FaultServer

FORKING: Final = Path(__file__).with_name("forking.py")
FINE_MESSAGES: Final[list[params.chat.ChatMessage]] = [{"role": "user", "content": "0 fine"}]
CLOSINGS: Final = 20
THREADS: Final = 8


@pytest.mark.parametrize(("flavour", "connections"), [("sync", 2), ("async", 3)])
def test_a_fork_opens_connections_of_its_own(flavour: str, connections: int) -> None:
    with FaultServer(FINE, FINE, FINE) as server:
        command = [sys.executable, "-W", "ignore", str(FORKING), flavour, server.url]
        ended = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
        assert ended.returncode == 0, ended.stderr
        assert (len(server.requests), server.connections) == (3, connections)


@pytest.mark.parametrize("lane", SYNC_LANES, ids=str)
def test_a_copy_opens_connections_of_its_own(lane: Lane) -> None:
    with FaultServer(FINE, FINE, FINE) as server:
        with invocant.Client(host=server.url, token=TOKEN, transport=lane.transport) as client:
            client.serving_endpoints.get(NAME)
            with pickle.loads(pickle.dumps(client)) as copy:
                assert plain(copy.serving_endpoints.get(NAME)) == VALUE
            assert plain(client.serving_endpoints.get(NAME)) == VALUE
        assert server.connections == 2
        server.wait_until_left()


@pytest.mark.parametrize("lane", SYNC_LANES, ids=str)
def test_a_client_may_be_closed_while_threads_call_with_it(lane: Lane) -> None:
    def call() -> None:
        start.wait()
        try:
            client.chat.completions.create(messages=FINE_MESSAGES, model=MODEL, max_retries=0)
        except InvocantError:
            pass
        except Exception as error:
            unexpected.append(error)

    unexpected: list[Exception] = []
    with load_server() as server:
        for _ in range(CLOSINGS):
            client = invocant.Client(host=server.url, token=TOKEN, transport=lane.transport)
            start = threading.Barrier(THREADS + 1)
            threads = [threading.Thread(target=call) for _ in range(THREADS)]
            for thread in threads:
                thread.start()
            start.wait()
            client.close()
            for thread in threads:
                thread.join()
            assert server.wait_until_left() == 0
    assert unexpected == []
