"""What a principal may do with the endpoints of a workspace.

CAN_VIEW lets read an endpoint, CAN_QUERY query it as well, and CAN_MANAGE change it, its settings
and its permissions (page "Serving endpoints access control"). Anybody may create endpoints.
"""

from collections.abc import Mapping

from ..specification.records import Operation
from .endpoints import Endpoint
from .errors import Kind, Refused
from .grants import MANAGE, VIEW, Principal, allows, level_of
from .profiles import MANAGEMENT
from .store import EndpointStore


def level(endpoint: Endpoint, principal: Principal) -> str | None:
    """Return what a principal may do with an endpoint, None for nothing."""
    return level_of(principal, endpoint.settings.grants)


def check(endpoint: Endpoint, principal: Principal, wanted: str) -> None:
    """Raise Refused where a principal has less than a permission level on an endpoint."""
    if not allows(level(endpoint, principal), wanted):
        message = f"'{principal.name}' has no permission {wanted} on endpoint '{endpoint.name}'."
        raise Refused(Kind.PERMISSION_DENIED, message)


def check_operation(
    operation: Operation, principal: Principal, path: Mapping[str, str], store: EndpointStore
) -> None:
    """Refuse an operation of the management API on an endpoint, which its path names.

    Reading takes CAN_VIEW, all else CAN_MANAGE. What is not there, and the platform's endpoints,
    are left to the operation.
    """
    if principal.is_admin or operation.profile != MANAGEMENT:
        return
    endpoint = store.find(path.get("name", ""))
    if endpoint is None:
        endpoint = store.find_by_id(path.get("serving_endpoint_id", ""))
    if endpoint is not None:
        check(endpoint, principal, VIEW if operation.method == "GET" else MANAGE)
