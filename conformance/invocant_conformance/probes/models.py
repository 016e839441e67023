"""A gateway's list of models."""

from ..exchange import Exchange
from .probe import RememberingProbe

OPERATION = "listGatewayModels"
_PATH = "/models"


class Models(RememberingProbe):
    """The list of models of a gateway."""

    async def list(self) -> Exchange:
        """Read the list, once."""
        return await self.once("GET", _PATH)
