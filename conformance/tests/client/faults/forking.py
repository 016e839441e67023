"""``python forking.py sync|async URL``: one client calls in a process, in its fork, and again.

Ends with 0 when all got their answers. Every ``asyncio.run`` has connections of its own anyway.
"""

import asyncio
import os
import sys

import invocant

TOKEN = "dapi-fork"
NAME = "endpoint-1"


def call(client: invocant.Client | invocant.AsyncClient) -> None:
    """One call that has to succeed."""
    if isinstance(client, invocant.Client):
        client.serving_endpoints.get(NAME, max_retries=0)
    else:
        asyncio.run(call_asynchronously(client))


async def call_asynchronously(client: invocant.AsyncClient) -> None:
    """The same, within an event loop."""
    await client.serving_endpoints.get(NAME, max_retries=0)


def main(flavour: str, url: str) -> int:
    """Call before the fork, in the child and then in the parent."""
    kind = invocant.Client if flavour == "sync" else invocant.AsyncClient
    client = kind(host=url, token=TOKEN)
    call(client)
    child = os.fork()
    if child == 0:
        call(client)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    call(client)
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
