# Copied from codegen/runtime/; do not edit.
"""The unified authentication of ``databricks-sdk``, where that package is installed.

It finds what only it knows: the command-line tools of Databricks and Azure, notebooks, workload
identities. It looks at the network while it is set up, so that is put off until a request.
"""

from collections.abc import Mapping
from importlib import import_module

from .addresses import base_url, same_origin
from .configuration import SECRETS
from .credentials import UnifiedAuth
from .errors import AuthenticationError, ConfigurationError
from .redact import redact
from .reply import one_line

__all__ = ["configure", "unified_headers"]


def configure(arguments: Mapping[str, str]) -> UnifiedAuth:
    """The SDK's configuration; blocks. Raises ConfigurationError for what it refuses.

    ``host`` is among the arguments, and has to be what it is configured for in the end.
    """
    try:
        made: object = import_module("databricks.sdk.core").Config(**arguments)
    except Exception as error:  # whatever the package raises, requests' errors included
        fault = _told(error, arguments)
    else:
        if isinstance(made, UnifiedAuth) and same_origin(
            base_url("host", made.host), arguments["host"]
        ):
            return made
        fault = "it is configured for another host"
    raise ConfigurationError(f"databricks-sdk: {fault}")


def unified_headers(config: UnifiedAuth) -> Mapping[str, str]:
    """The headers of a request; blocks while a token is renewed. Raises AuthenticationError."""
    try:
        return {name.lower(): value for name, value in config.authenticate().items()}
    except Exception as error:  # whatever the package raises, requests' errors included
        fault = _told(error, {})
    raise AuthenticationError(f"databricks-sdk: {fault}")


def _told(error: Exception, arguments: Mapping[str, str]) -> str:
    """The error in one line. The package masks the secrets that it found itself."""
    given = {value for name, value in arguments.items() if name in SECRETS}
    return one_line(redact(f"{type(error).__name__}: {error}", given))
