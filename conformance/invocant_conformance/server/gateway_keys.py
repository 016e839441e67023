"""Keys that a gateway makes: valid at once, limited as was asked, forgotten with the process."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from ..json_values import JsonObject, as_integer, as_list, as_text
from .errors import Kind, Refused

_MINUTE = 60
_LAST = 253_402_300_799.0  # The end of the year 9999, after which there are no dates.
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800, "mo": 2_592_000}
_DURATION = re.compile(r"(\d+)(\D+)")
_ASKED = (
    *("key_alias", "user_id", "team_id", "models", "max_budget", "rpm_limit", "tpm_limit"),
    *("metadata", "blocked"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class GatewayKey:
    """A key, what was asked for when it was made, and its use; times in seconds since 1970.

    `window` is the minute in which it was last used, `used` how often within it.
    """

    key: str
    asked: JsonObject
    created: float
    expires: float | None
    window: int = 0
    used: int = 0
    last_used: float | None = None

    @property
    def digest(self) -> str:
        """The SHA-256 of the key, by which it may be named."""
        return hashlib.sha256(self.key.encode()).hexdigest()

    @property
    def models(self) -> frozenset[str]:
        """The models that it may use, empty for all."""
        return frozenset(map(as_text, as_list(self.asked.get("models"))))

    def status(self, now: float) -> str:
        """Return active, expired or revoked."""
        if self.asked.get("blocked") is True:
            return "revoked"
        return "expired" if self.expires is not None and now >= self.expires else "active"


class KeyStore:
    """The keys of one gateway.

    next_id: gives text that no other key has. now: seconds since 1970.
    """

    def __init__(self, *, next_id: Callable[[], str], now: Callable[[], float]) -> None:
        self._next_id = next_id
        self._now = now
        self._keys: dict[str, GatewayKey] = {}

    def generate(self, request: JsonObject) -> GatewayKey:
        """Make a key from a valid GenerateKeyRequest.

        Raises Refused where a key that the request brings along is there already.
        """
        key = as_text(request.get("key")) or f"sk-{self._next_id()}"
        if key in self._keys:
            raise Refused(Kind.INVALID_FIELD, "key: there is such a key already.", "key")
        now = self._now()
        made = GatewayKey(
            key=key,
            asked={name: request[name] for name in _ASKED if request.get(name) is not None},
            created=now,
            expires=_after(now, request.get("duration")),
        )
        self._keys[key] = made
        return made

    def __contains__(self, token: object) -> bool:
        return token in self._keys

    def find(self, named: str) -> GatewayKey | None:
        """Return the key that is named by itself or by its SHA-256, None where there is none."""
        digests = (key for key in self._keys.values() if key.digest == named)
        return self._keys.get(named) or next(digests, None)

    def admit(self, token: str) -> GatewayKey | None:
        """Return the key that a request carries, counted as used; None for any other token.

        Raises Refused for a key that has expired, is blocked, or was used too often within the
        minute.
        """
        key = self._keys.get(token)
        if key is None:
            return None
        now = self._now()
        if (status := key.status(now)) != "active":
            raise Refused(Kind.UNAUTHENTICATED, f"The key is {status}.")
        used = self._counted(key, now)
        limit = as_integer(key.asked.get("rpm_limit"))
        if limit is not None and used.used > limit:
            wait = _MINUTE - int(now) % _MINUTE
            message = f"The key may be used {limit} times a minute."
            raise Refused(Kind.LIMIT_EXCEEDED, message, headers={"retry-after": str(wait)})
        return used

    def _counted(self, key: GatewayKey, now: float) -> GatewayKey:
        window = int(now) // _MINUTE
        count = key.used + 1 if window == key.window else 1
        used = replace(key, window=window, used=count, last_used=now)
        self._keys[key.key] = used
        return used


def details(key: GatewayKey, *, now: float) -> JsonObject:
    """Return the KeyDetails of a key."""
    return {
        **_shared(key),
        "status": key.status(now),
        "blocked": key.asked.get("blocked", False),
        "last_active": written(key.last_used),
    }


def generated(key: GatewayKey) -> JsonObject:
    """Return the GeneratedKey of a key."""
    return {**_shared(key), "key": key.key, "token": key.digest, "token_id": key.digest}


def _shared(key: GatewayKey) -> JsonObject:
    return {
        **dict.fromkeys(_ASKED),
        "models": [],
        "metadata": {},
        **key.asked,
        "key_name": f"sk-...{key.key[-4:]}",
        "spend": 0.0,
        "expires": written(key.expires),
        "created_at": written(key.created),
    }


def written(seconds: float | None) -> str | None:
    """Return a time as date-time text, None for none."""
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC).isoformat()


def _after(now: float, duration: object) -> float | None:
    found = _DURATION.fullmatch(duration) if isinstance(duration, str) else None
    return min(now + int(found[1]) * _UNITS[found[2]], _LAST) if found else None
