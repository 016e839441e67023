"""Every row of the tables, with every client: what the caller sees, and what is left behind."""

import pickle
from collections.abc import Callable, Sequence
from typing import Final

import pytest

from invocant import InvocantError, Model, StreamInterrupted

from .bodies import BODIES
from .broken_connections import BROKEN_CONNECTIONS
from .faults import FINE, VALUE, Fault
from .garbage import GARBAGE
from .lanes import LANES, TOKEN, Caller, Lane, Result, reach
from .results import plain
from .server import FaultServer
from .silence import SILENCE
from .statuses import STATUSES

FAULTS: Final = (*BROKEN_CONNECTIONS, *SILENCE, *BODIES, *GARBAGE, *STATUSES)
JITTER: Final = 0.25


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.id)
@pytest.mark.parametrize("lane", LANES, ids=str)
def test_fault(lane: Lane, fault: Fault, waits: list[float]) -> None:
    server = FaultServer(*fault.scripts, FINE, greetings=fault.greetings)
    with server, reach(lane, server.url) as caller:
        if fault.error is None:
            assert plain(call(caller, fault)) == fault.result
        else:
            check(fails(caller, fault), fault)
        assert len(server.requests) == fault.requests
        check_waits(waits, fault.waits)
        server.wait_until_settled()
        caller.idle()
        assert plain(caller.chat()) == VALUE, "the client is of no use afterwards"
        caller.close()
        server.wait_until_left()


def call(caller: Caller, fault: Fault) -> Result:
    method: Callable[..., Result] = getattr(caller, fault.call)
    return method(**fault.options)


def fails(caller: Caller, fault: Fault) -> InvocantError:
    with pytest.raises(InvocantError) as caught:
        call(caller, fault)
    return caught.value


def check(error: InvocantError, fault: Fault) -> None:
    """The error has its class and attributes, one line, no secret, and can be pickled."""
    assert type(error) in (fault.error, fault.also), str(error)
    for name, value in fault.attributes.items():
        assert getattr(error, name) == value, name
    if fault.received is not None:
        assert isinstance(error, StreamInterrupted)
        assert [plain(each) for each in error.received if isinstance(each, Model)] == fault.received
    assert fault.says in str(error)
    assert str(error)
    assert "\n" not in str(error)
    pickled = pickle.dumps(error)
    assert TOKEN.encode() not in pickled
    copy = pickle.loads(pickled)
    assert type(copy) is type(error)
    assert (str(copy), copy.status, copy.body) == (str(error), error.status, error.body)


def check_waits(waits: Sequence[float], expected: Sequence[float]) -> None:
    assert len(waits) == len(expected), waits
    for seconds, longest in zip(waits, expected, strict=True):
        assert longest * (1 - JITTER) <= seconds <= longest
