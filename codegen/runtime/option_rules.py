"""What the options of clients and of calls have to be, told before anything is sent."""

import math
from collections.abc import Callable, Mapping
from typing import Final, TypeGuard

from .errors import ConfigurationError, RequestError
from .json_data import is_object
from .options import RequestOptions, Timeout
from .violations import refuse

__all__ = ["check_client_options", "check_options", "is_seconds", "shown"]

# Eleven days: operating systems take few more seconds as the timeout of a socket.
LONGEST_SECONDS: Final = 1_000_000.0


def check_options(options: RequestOptions) -> None:
    """Raise RequestError for an option of a call that does not exist or cannot be used."""
    given: Mapping[str, object] = {**options}
    for name, value in given.items():
        if name not in _RULES:
            raise refuse((name,), "Not a parameter of this method; extra_body can carry others")
        holds, rule = _RULES[name]
        if value is not None and not holds(value):
            raise refuse((name,), rule, shown(value))


def check_client_options(options: RequestOptions) -> None:
    """Raise ConfigurationError for an option of a client that does not exist or cannot be used."""
    try:
        check_options(options)
    except RequestError as error:
        fault = str(error)
    else:
        return
    raise ConfigurationError(fault)


def _is_timeout(value: object) -> bool:
    if not isinstance(value, Timeout):
        return is_seconds(value)
    limits = (value.connect, value.read, value.write, value.pool)
    return all(limit is None or is_seconds(limit) for limit in limits)


def is_seconds(value: object) -> TypeGuard[int | float]:
    """Whether ``value`` is a number of seconds that can be waited."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return math.isfinite(value) and 0 < value <= LONGEST_SECONDS


def _is_wait(value: object) -> bool:
    return is_seconds(value) or (value == 0 and not isinstance(value, bool))


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_bool(value: object) -> bool:
    return isinstance(value, bool)


def shown(value: object) -> str:
    """Numbers as they are; anything else may hold a credential."""
    if isinstance(value, int | float | Timeout):
        return repr(value)
    return f"an instance of {type(value).__name__}"


_RULES: Final[Mapping[str, tuple[Callable[[object], bool], str]]] = {
    "extra_headers": (is_object, "Must be a mapping"),
    "extra_query": (is_object, "Must be a mapping"),
    "extra_body": (is_object, "Must be a mapping"),
    "timeout": (_is_timeout, "Must be positive seconds, at most 1000000, or a Timeout of such"),
    "max_retries": (_is_count, "Must be an integer from 0"),
    "max_retry_wait": (_is_wait, "Must be seconds from 0, at most 1000000"),
    "retry_unsafe": (_is_bool, "Must be a bool"),
}
