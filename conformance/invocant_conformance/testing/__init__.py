"""The reference server in tests: the types of the pytest fixtures, and what they are made with.

Tests need not import anything of this: the fixtures come with the pytest plugin. It is here for
annotations, for settings of one's own, and for other test frameworks than pytest.
"""

from ..server.settings import ServerSettings
from .app import InvocantApp
from .environment import environment
from .options import ClientOptions, GatewayOptions
from .server import InvocantServer, running

__all__ = [
    "ClientOptions",
    "GatewayOptions",
    "InvocantApp",
    "InvocantServer",
    "ServerSettings",
    "environment",
    "running",
]
