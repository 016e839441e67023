"""A signal that interrupts a synchronous call leaves nothing behind, and the client in order."""

import signal
import threading
from collections.abc import Iterator
from types import FrameType

import pytest

import invocant

from .faults import VALUE
from .lanes import MESSAGES, MODEL, SYNC_LANES, Lane, sync_client
from .results import plain
from .stages import STAGES, Stage


@pytest.fixture
def interrupting() -> Iterator[None]:
    """SIGUSR1 does what Ctrl-C does."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGUSR1, interrupt)
    yield
    signal.signal(signal.SIGUSR1, before)


@pytest.mark.usefixtures("interrupting")
@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.id)
@pytest.mark.parametrize("lane", SYNC_LANES, ids=str)
def test_interrupted(lane: Lane, stage: Stage) -> None:
    main = threading.get_ident()

    def interrupt() -> None:
        server.wait_until_stalled()
        signal.pthread_kill(main, signal.SIGUSR1)

    with stage.server() as server:
        thread = threading.Thread(target=interrupt)
        thread.start()
        with sync_client(lane, server.url) as client:
            with pytest.raises(KeyboardInterrupt):
                work(client, stage)
            thread.join()
            server.wait_until_released()
            assert plain(client.chat.completions.create(messages=MESSAGES, model=MODEL)) == VALUE
        server.wait_until_left()


def work(client: invocant.Client, stage: Stage) -> None:
    """What is held up."""
    create = client.chat.completions.create
    if stage.work == "chat":
        create(messages=MESSAGES, model=MODEL)
        return
    stream = create(messages=MESSAGES, model=MODEL, stream=True)
    if stage.work == "bare-stream":
        list(stream)
        return
    with stream:
        list(stream)
