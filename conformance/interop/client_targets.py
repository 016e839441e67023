"""The clients of other projects that the suite is run on, each behind an adapter."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["CLIENTS", "ClientTarget"]


@dataclass(frozen=True, kw_only=True, slots=True)
class ClientTarget:
    """One client, or one flavour of it; known failures are in `known-failures/clients/{name}.yaml`.

    `program` names the variable of the environment with the program that runs the adapter, which
    gets `arguments`.
    """

    name: str
    program: str
    arguments: Sequence[str]

    @property
    def command(self) -> tuple[str, ...]:
        """The adapter's command."""
        return (*os.environ[self.program].split(), *self.arguments)


def _python(name: str, program: str, module: str, *options: str) -> ClientTarget:
    arguments = ("-m", f"interop.adapters.{module}_adapter", *options)
    return ClientTarget(name=name, program=program, arguments=arguments)


CLIENTS = (
    _python("openai", "INTEROP_CLIENTS", "openai"),
    _python("openai-async", "INTEROP_CLIENTS", "openai", "--async"),
    ClientTarget(name="openai-javascript", program="INTEROP_OPENAI_JAVASCRIPT", arguments=()),
    _python("anthropic", "INTEROP_FRAMEWORKS", "anthropic"),
    _python("anthropic-async", "INTEROP_FRAMEWORKS", "anthropic", "--async"),
    _python("databricks-sdk", "INTEROP_CLIENTS", "databricks_sdk"),
    _python("mlflow", "INTEROP_MLFLOW", "mlflow"),
    _python("litellm-openai", "INTEROP_LITELLM", "litellm", "openai"),
    _python("litellm-databricks", "INTEROP_LITELLM", "litellm", "databricks"),
)
