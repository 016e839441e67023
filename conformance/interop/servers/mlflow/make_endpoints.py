"""Makes endpoints of the AI Gateway inside a tracking server; to be run where MLflow is installed.

Arguments: the server's address, that of the provider, and NAME=MODEL for each endpoint.
"""

from __future__ import annotations

import sys

from mlflow.entities import GatewayEndpointModelConfig, GatewayModelLinkageType
from mlflow.store.tracking.rest_store import RestStore
from mlflow.utils.rest_utils import MlflowHostCreds


def main(server: str, provider: str, models: dict[str, str]) -> None:
    """Create a secret, and for each endpoint a definition of its model."""
    store = RestStore(lambda: MlflowHostCreds(server))
    secret = store.create_gateway_secret(
        secret_name="upstream",
        secret_value={"api_key": "sk-upstream"},
        provider="openai",
        auth_config={"api_base": provider},
    )
    for name, model in models.items():
        definition = store.create_gateway_model_definition(
            name=f"definition-of-{name}",
            secret_id=secret.secret_id,
            provider="openai",
            model_name=model,
        )
        linked = GatewayEndpointModelConfig(
            model_definition_id=definition.model_definition_id,
            linkage_type=GatewayModelLinkageType.PRIMARY,
        )
        store.create_gateway_endpoint(name=name, model_configs=[linked], usage_tracking=False)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], dict(each.split("=", 1) for each in sys.argv[3:]))
