"""Where a request goes: what the specification says of its method and path."""

from dataclasses import dataclass
from typing import Final

from .. import oauth, slashes
from ..paths import Paths
from ..routing import BoundOperation, PathEndpoint
from .sent import Sent

ANY_OTHER: Final = "any other path"
_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """The target of a request.

    label: method and path for reports, of which there are only so many. bound: the operation, None
    where there is none. described: whether the path is one of the API's or of OAuth's.
    """

    label: str
    bound: BoundOperation | None = None
    described: bool = True

    @property
    def lacks_method(self) -> bool:
        """Whether the path is described, but not with this method."""
        return self.described and self.bound is None and not self.label.endswith(oauth.PATHS)


def place_of(sent: Sent, paths: Paths) -> Place:
    """Return where a request goes."""
    found, names = paths.found(slashes.marked(sent.path))
    method = sent.method if sent.method in _METHODS else "OTHER"
    if names is None or not isinstance(found, PathEndpoint):
        if sent.path in oauth.PATHS:
            return Place(label=f"{method} {sent.path}")
        return Place(label=ANY_OTHER, described=False)
    bound = found.find(sent.method)
    label = bound.operation.label if bound else f"{method} {found.path}"
    return Place(label=label, bound=bound)
