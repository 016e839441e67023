"""The loop of an adapter that is written in Python: cases come in, outcomes go out."""

from typing import BinaryIO

from ...json_values import JsonObject
from ...outcomes import Skipped
from .. import codec, lines
from ..codec import Hello
from ..driver import Driver

__all__ = ["serve"]


def serve(driver: Driver, hello: Hello, source: BinaryIO, sink: BinaryIO) -> None:
    """Answer the lines of ``source`` on ``sink`` until they end.

    Raises ValueError for a line that is none of the protocol.
    """
    try:
        for line in source:
            sink.write(lines.write(_answer(driver, hello, lines.read(line))))
            sink.flush()
    finally:
        driver.close()


def _answer(driver: Driver, hello: Hello, line: JsonObject) -> JsonObject:
    if "hello" in line:
        return codec.hello_object(hello)
    if "reset" in line:
        driver.reset()
        return {"reset": True}
    case, call = codec.call_from(line)
    try:
        return codec.outcome_object(driver.call(call), case)
    except Skipped as reason:
        return {"case": case, "unsupported": reason.message}
