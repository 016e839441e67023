"""The profiles that are served, and which of them a path belongs to."""

from ..specification import operations

MANAGEMENT = "management"
GATEWAY = "gateway"


def profile_of(path: str) -> str:
    """Return the profile to which an unknown path belongs, judged by its first segment.

    A gateway lives at the root, so whatever no other profile claims is its.
    """
    first = path.split("/")[1:2]
    claims = {
        operation.paths[0].split("/")[1]: operation.profile
        for operation in operations.served()
        if operation.profile != GATEWAY
    }
    return claims.get(first[0], GATEWAY) if first else GATEWAY
