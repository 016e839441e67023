# Generated from spec/; do not edit.
"""What servers answer, as models."""

from __future__ import annotations

from typing import Literal

from pydantic import JsonValue
from typing_extensions import TypeAliasType

from invocant._runtime.models import Model

from . import endpoint_state, external_models, scalars

ApiType = TypeAliasType(
    "ApiType",
    Literal[
        "mlflow/v1/chat/completions",
        "mlflow/v1/embeddings",
        "openai/v1/responses",
        "anthropic/v1/messages",
        "cursor/v1/chat/completions",
        "gemini/v1beta/models",
    ]
    | str,
)
"""One format in which a hosted model can be queried."""


EnvironmentVariables = TypeAliasType("EnvironmentVariables", dict[str, str])
"""Environment variables of the model, by name. A value may refer to a secret as
{{secrets/scope/key}}."""


class FoundationModel(Model):
    """A model that the platform hosts."""

    name: str | None = None
    """Name of the model."""
    display_name: str | None = None
    """Name for a person."""
    docs: str | None = None
    """Address of its documentation."""
    description: str | None = None
    """What it is."""
    price: str | None = None
    """Price of what the model writes, as a number in text; the unit is price_unit."""
    input_price: str | None = None
    """Price of what the model reads, as a number in text; the unit is price_unit."""
    price_unit: str | None = None
    """What the prices are counted in."""
    pricing_model: str | None = None
    """How the model is paid for."""
    model_class: str | None = None
    """Family of the model."""
    api_types: list[ApiType] | None = None
    """Formats in which the model can be queried."""
    ai_gateway_model_profile: dict[str, JsonValue] | None = None
    """How the platform rates the model, by speed, cost and quality; the scales are not
    documented."""
    ai_gateway_v2_supported: bool | None = None
    """Whether the model can be queried through Unity Gateway."""


InstanceProfile = TypeAliasType("InstanceProfile", str)
"""ARN of the AWS instance profile that the model uses to reach other services. Public
preview."""


MaxProvisionedConcurrency = TypeAliasType("MaxProvisionedConcurrency", scalars.Int32)
"""Most concurrent requests to provision. A GPU replica counts for 4. Excludes workload_size."""


MaxProvisionedThroughput = TypeAliasType("MaxProvisionedThroughput", scalars.Int32)
"""Most tokens a second to provision, a multiple of the model's throughput_chunk_size."""


MinProvisionedConcurrency = TypeAliasType("MinProvisionedConcurrency", scalars.Int32)
"""Fewest concurrent requests to provision. A GPU replica counts for 4. Excludes
workload_size."""


MinProvisionedThroughput = TypeAliasType("MinProvisionedThroughput", scalars.Int32)
"""Fewest tokens a second to provision, a multiple of the model's throughput_chunk_size; 0
lets the model scale to zero."""


class PayloadTable(Model):
    """The table of requests and answers."""

    name: str | None = None
    """Name of the table."""
    status: str | None = None
    """State of the table."""
    status_message: str | None = None
    """The state, in words."""


ScaleToZero = TypeAliasType("ScaleToZero", bool)
"""Whether the model may be shut down while nobody queries it; the next query is then slow."""


class ServedModelSpec(Model):
    """A served model, in short, in an older form. Use ServedEntitySpec instead."""

    name: str | None = None
    """Name of the served entity, unique in the endpoint."""
    type: str | None = None
    """Kind of the entity, as in ServedEntitySpec."""
    model_name: str | None = None
    """Model or feature spec of the workspace."""
    model_version: str | None = None
    """Version of the model."""


ServingModelWorkloadType = TypeAliasType(
    "ServingModelWorkloadType",
    Literal[
        "CPU",
        "CPU_MEDIUM",
        "CPU_LARGE",
        "GPU_SMALL",
        "GPU_MEDIUM",
        "MULTIGPU_MEDIUM",
        "GPU_LARGE",
        "GPU_XLARGE",
        "GPU_XLARGE_8",
    ]
    | str,
)
"""Machine that runs the model, CPU by default. CPU_MEDIUM, CPU_LARGE, GPU_XLARGE (one H100)
and GPU_XLARGE_8 are beta; further types come now and then."""


TrafficPercentage = TypeAliasType("TrafficPercentage", int | str)
"""Percent of the requests, 0 to 100. Documented examples write it as text; answers as a
number."""


WorkloadSize = TypeAliasType("WorkloadSize", str)
"""Range of concurrent requests to provision: Small 4, Medium 8 to 16, Large 16 to 64, or a
size of the workspace's own; from 0 where the model may scale to zero. Excludes min_ and
max_provisioned_concurrency."""


class AutoCaptureState(Model):
    """State of the recording."""

    payload_table: PayloadTable | None = None
    """The table of requests and answers."""


class Route(Model):
    """The share of one served entity. Answers name it in both spellings."""

    served_model_name: str | None = None
    """Name of the served entity."""
    served_entity_name: str | None = None
    """Name of the served entity, in the newer spelling."""
    traffic_percentage: TrafficPercentage
    """Percent of the requests, 0 to 100. Documented examples write it as text; answers as a
    number."""


class ServedModelOutput(Model):
    """A served model, its resources and its state, in an older form. Use ServedEntityOutput
    instead."""

    name: str | None = None
    """Name of the served entity, unique in the endpoint."""
    type: str | None = None
    """Kind of the entity, as in ServedEntitySpec."""
    model_name: str | None = None
    """Model or feature spec of the workspace."""
    model_version: str | None = None
    """Version of the model."""
    creator: str | None = None
    """Who created it."""
    creation_timestamp: scalars.Int64 | None = None
    """When it was created, in milliseconds since 1970."""
    state: endpoint_state.ServedModelState | None = None
    """How the deployment of one served model goes."""
    workload_size: WorkloadSize | None = None
    """Range of concurrent requests to provision: Small 4, Medium 8 to 16, Large 16 to 64, or a
    size of the workspace's own; from 0 where the model may scale to zero. Excludes min_ and
    max_provisioned_concurrency."""
    workload_type: ServingModelWorkloadType | None = None
    """Machine that runs the model, CPU by default. CPU_MEDIUM, CPU_LARGE, GPU_XLARGE (one H100)
    and GPU_XLARGE_8 are beta; further types come now and then."""
    scale_to_zero_enabled: ScaleToZero | None = None
    """Whether the model may be shut down while nobody queries it; the next query is then slow."""
    min_provisioned_concurrency: MinProvisionedConcurrency | None = None
    """Fewest concurrent requests to provision. A GPU replica counts for 4. Excludes
    workload_size."""
    max_provisioned_concurrency: MaxProvisionedConcurrency | None = None
    """Most concurrent requests to provision. A GPU replica counts for 4. Excludes workload_size."""
    min_provisioned_throughput: MinProvisionedThroughput | None = None
    """Fewest tokens a second to provision, a multiple of the model's throughput_chunk_size; 0
    lets the model scale to zero."""
    max_provisioned_throughput: MaxProvisionedThroughput | None = None
    """Most tokens a second to provision, a multiple of the model's throughput_chunk_size."""
    provisioned_model_units: scalars.Int64 | None = None
    """Model units of provisioned throughput."""
    burst_scaling_enabled: bool | None = None
    """Whether bursts may exceed the provisioned throughput; clients know it, the platform does
    not send it."""
    min_dbus: float | None = None
    """Fewest DBUs (units of cost) an hour that the resources take."""
    max_dbus: float | None = None
    """Most DBUs (units of cost) an hour that the resources take."""
    environment_vars: EnvironmentVariables | None = None
    """Environment variables of the model, by name. A value may refer to a secret as
    {{secrets/scope/key}}."""
    instance_profile_arn: InstanceProfile | None = None
    """ARN of the AWS instance profile that the model uses to reach other services. Public
    preview."""


class TrafficConfig(Model):
    """How requests are split over the served entities. Needed for more than one entity; a single
    one gets everything."""

    routes: list[Route] | None = None
    """One route for each served entity; their percentages add up to 100."""


class AutoCaptureConfigOutput(Model):
    """Table of requests and answers, in an older form, with its state."""

    catalog_name: str | None = None
    """Catalog of the table."""
    schema_name: str | None = None
    """Schema of the table."""
    table_name_prefix: str | None = None
    """Beginning of the table's name."""
    enabled: bool | None = None
    """Whether requests are recorded; answers always say it."""
    state: AutoCaptureState | None = None
    """State of the recording."""


class ServedEntityOutput(Model):
    """A served model, its resources and its state."""

    name: str | None = None
    """Name of the served entity, unique in the endpoint."""
    type: Literal["EXTERNAL_MODEL", "FEATURE_SPEC", "FOUNDATION_MODEL", "UC_MODEL"] | str | None = (
        None
    )
    """Kind of the entity; the values are seen in answers only."""
    entity_name: str | None = None
    """Model or feature spec of the workspace."""
    entity_version: str | None = None
    """Version of the model."""
    external_model: external_models.ExternalModelOutput | None = None
    """A model outside the workspace, without secrets."""
    foundation_model: FoundationModel | None = None
    """A model that the platform hosts."""
    creator: str | None = None
    """Who created it."""
    creation_timestamp: scalars.Int64 | None = None
    """When it was created, in milliseconds since 1970."""
    state: endpoint_state.ServedModelState | None = None
    """How the deployment of one served model goes."""
    workload_size: WorkloadSize | None = None
    """Range of concurrent requests to provision: Small 4, Medium 8 to 16, Large 16 to 64, or a
    size of the workspace's own; from 0 where the model may scale to zero. Excludes min_ and
    max_provisioned_concurrency."""
    workload_type: ServingModelWorkloadType | None = None
    """Machine that runs the model, CPU by default. CPU_MEDIUM, CPU_LARGE, GPU_XLARGE (one H100)
    and GPU_XLARGE_8 are beta; further types come now and then."""
    scale_to_zero_enabled: ScaleToZero | None = None
    """Whether the model may be shut down while nobody queries it; the next query is then slow."""
    min_provisioned_concurrency: MinProvisionedConcurrency | None = None
    """Fewest concurrent requests to provision. A GPU replica counts for 4. Excludes
    workload_size."""
    max_provisioned_concurrency: MaxProvisionedConcurrency | None = None
    """Most concurrent requests to provision. A GPU replica counts for 4. Excludes workload_size."""
    min_provisioned_throughput: MinProvisionedThroughput | None = None
    """Fewest tokens a second to provision, a multiple of the model's throughput_chunk_size; 0
    lets the model scale to zero."""
    max_provisioned_throughput: MaxProvisionedThroughput | None = None
    """Most tokens a second to provision, a multiple of the model's throughput_chunk_size."""
    provisioned_model_units: scalars.Int64 | None = None
    """Model units of provisioned throughput."""
    burst_scaling_enabled: bool | None = None
    """Whether bursts may exceed the provisioned throughput; clients know it, the platform does
    not send it."""
    min_dbus: float | None = None
    """Fewest DBUs (units of cost) an hour that the resources take."""
    max_dbus: float | None = None
    """Most DBUs (units of cost) an hour that the resources take."""
    environment_vars: EnvironmentVariables | None = None
    """Environment variables of the model, by name. A value may refer to a secret as
    {{secrets/scope/key}}."""
    instance_profile_arn: InstanceProfile | None = None
    """ARN of the AWS instance profile that the model uses to reach other services. Public
    preview."""


class ServedEntitySpec(Model):
    """A served model, in short."""

    name: str | None = None
    """Name of the served entity, unique in the endpoint."""
    type: Literal["EXTERNAL_MODEL", "FEATURE_SPEC", "FOUNDATION_MODEL", "UC_MODEL"] | str | None = (
        None
    )
    """Kind of the entity; the values are seen in answers only."""
    entity_name: str | None = None
    """Model or feature spec of the workspace."""
    entity_version: str | None = None
    """Version of the model."""
    external_model: external_models.ExternalModelOutput | None = None
    """A model outside the workspace, without secrets."""
    foundation_model: FoundationModel | None = None
    """A model that the platform hosts."""


class EndpointCoreConfigOutput(Model):
    """What the endpoint serves."""

    config_version: scalars.Int64 | None = None
    """Number of the configuration; every change of the configuration, and every start, takes the
    next one."""
    served_entities: list[ServedEntityOutput] | None = None
    """The served models."""
    served_models: list[ServedModelOutput] | None = None
    """The served models once more, in an older form. Use served_entities instead."""
    traffic_config: TrafficConfig | None = None
    """How requests are split over the served entities. Needed for more than one entity; a single
    one gets everything."""
    auto_capture_config: AutoCaptureConfigOutput | None = None
    """Table of requests and answers, in an older form. Use the inference table of ai_gateway
    instead."""


class EndpointCoreConfigSummary(Model):
    """What the endpoint serves, in short; empty for some endpoints of the platform."""

    served_entities: list[ServedEntitySpec] | None = None
    """The served models."""
    served_models: list[ServedModelSpec] | None = None
    """The served models once more, in an older form. Use served_entities instead."""


class EndpointPendingConfig(Model):
    """What the endpoint will serve once its update is done."""

    config_version: scalars.Int64 | None = None
    """Number of the configuration; every change of the configuration, and every start, takes the
    next one."""
    served_entities: list[ServedEntityOutput] | None = None
    """The served models."""
    served_models: list[ServedModelOutput] | None = None
    """The served models once more, in an older form. Use served_entities instead."""
    traffic_config: TrafficConfig | None = None
    """How requests are split over the served entities. Needed for more than one entity; a single
    one gets everything."""
    auto_capture_config: AutoCaptureConfigOutput | None = None
    """Table of requests and answers, in an older form. Use the inference table of ai_gateway
    instead."""
    start_time: scalars.Int64 | None = None
    """When the update began, in milliseconds since 1970."""
