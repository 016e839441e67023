"""Servers that are killed at any moment lose nothing of what they answered with 200."""

import threading
import time
from pathlib import Path
from random import Random

from .survivors import Survivors
from .test_command import serving

CLIENTS = 3
LONGEST = 0.4


def test_killed(tmp_path: Path, kills: int) -> None:
    """Kill so many servers with one state file, each while three clients write to it."""
    random = Random(7)
    clients = [Survivors(prefix=f"c{number}-", random=Random(number)) for number in range(CLIENTS)]
    for _ in range(kills):
        before = sum(client.changes for client in clients)
        with serving("--state", str(tmp_path / "state.db")) as (process, url):
            check(clients, url)
            writers = [
                threading.Thread(target=client.write_until_the_end, args=(url,))
                for client in clients
            ]
            for writer in writers:
                writer.start()
            time.sleep(random.uniform(0.05, LONGEST))
            process.kill()
            for writer in writers:
                writer.join()
        assert sum(client.changes for client in clients) > before
    with serving("--state", str(tmp_path / "state.db")) as (_, url):
        check(clients, url)


def check(clients: list[Survivors], url: str) -> None:
    for client in clients:
        client.check(url)
