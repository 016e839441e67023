"""Who is shown the endpoints and the requests of others."""

import ipaddress

from starlette.requests import Request

from ..admin import is_admin
from ..settings import ServerSettings


def may_see(request: Request, settings: ServerSettings) -> bool:
    """Whether a request is shown endpoints and requests.

    On a server that only this machine can reach, who asks for it by a loopback name is: a page of
    somebody else whose name was made to lead here asks by that name. Elsewhere the admin token is
    needed.
    """
    if settings.loopback and is_local(request.url.hostname or ""):
        return True
    return is_admin(request.headers, settings.admin_token)


def is_local(host: str) -> bool:
    """Whether a name in a URL can only mean the machine itself."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost" or host.lower().endswith(".localhost")
