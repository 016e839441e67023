"""Where each source belongs: the profiles that it speaks, and the path below which it does."""

from dataclasses import dataclass
from fnmatch import fnmatchcase

from .recordings import Recording


@dataclass(frozen=True, kw_only=True, slots=True)
class Home:
    """Profiles in the order in which paths are looked up, and what most paths begin with."""

    profiles: tuple[str, ...]
    base: str = ""


_GATEWAY = Home(profiles=("gateway", "scoring"))
_HOMES = (
    # What LiteLLM's proxy sent on, to an upstream that stood for a workspace.
    ("litellm-proxy*/*.upstream.*", Home(profiles=("invocations",))),
    ("litellm-proxy*/*", _GATEWAY),
    ("clients/*", Home(profiles=("management", "invocations", "gateway"))),
    ("servers/mlflow-scoring/*/*", Home(profiles=("scoring",))),
    (
        "servers/mlflow-server-gateway/openai/*",
        Home(profiles=("gateway", "scoring"), base="/gateway/openai"),
    ),
    (
        "servers/mlflow-server-gateway/mlflow/*",
        Home(profiles=("gateway", "scoring"), base="/gateway/mlflow"),
    ),
    ("servers/*", _GATEWAY),
)


def home(recording: Recording) -> Home:
    """Return where a recording belongs."""
    return next(where for glob, where in _HOMES if fnmatchcase(recording.id, glob))
