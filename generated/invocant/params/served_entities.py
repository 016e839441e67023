# Generated from spec/; do not edit.
"""What requests hold, as types of plain dicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NotRequired, TypeAlias

import typing_extensions

from . import external_models, scalars


class AutoCaptureConfigInput(typing_extensions.TypedDict):
    """
    Table of requests and answers, in an older form. Its names cannot be changed while it is
    enabled. Use the inference table of ai_gateway instead.
    """

    catalog_name: NotRequired[str]
    """Catalog of the table."""
    schema_name: NotRequired[str]
    """Schema of the table."""
    table_name_prefix: NotRequired[str]
    """Beginning of the table's name."""
    enabled: NotRequired[bool]
    """Whether requests are recorded; answers always say it."""


BurstScaling: TypeAlias = bool
"""Whether bursts may exceed the provisioned throughput; true by default and never returned.
Public preview."""


EnvironmentVariables: TypeAlias = Mapping[str, str]
"""Environment variables of the model, by name. A value may refer to a secret as
{{secrets/scope/key}}."""


InstanceProfile: TypeAlias = str
"""ARN of the AWS instance profile that the model uses to reach other services. Public
preview."""


MaxProvisionedConcurrency: TypeAlias = scalars.Int32
"""Most concurrent requests to provision. A GPU replica counts for 4. Excludes workload_size."""


MaxProvisionedThroughput: TypeAlias = scalars.Int32
"""Most tokens a second to provision, a multiple of the model's throughput_chunk_size."""


MinProvisionedConcurrency: TypeAlias = scalars.Int32
"""Fewest concurrent requests to provision. A GPU replica counts for 4. Excludes
workload_size."""


MinProvisionedThroughput: TypeAlias = scalars.Int32
"""Fewest tokens a second to provision, a multiple of the model's throughput_chunk_size; 0
lets the model scale to zero."""


ProvisionedModelUnits: TypeAlias = int
"""Model units of throughput to provision, at least 1. Public preview."""


class PtServedModel(typing_extensions.TypedDict):
    """
    A model to serve with provisioned throughput, counted in model units; it never scales to
    zero.
    """

    name: NotRequired[scalars.ResourceName]
    """
    Name of the served entity, unique in the endpoint; made from the model and its version by
    default.
    """
    entity_name: str
    """The model in Unity Catalog, as catalog.schema.model."""
    entity_version: NotRequired[str]
    """Version of the model. Optional, but better sent, since Terraform insists on it."""
    provisioned_model_units: ProvisionedModelUnits
    """Model units of throughput to provision, at least 1. Public preview."""
    burst_scaling_enabled: NotRequired[BurstScaling]
    """
    Whether bursts may exceed the provisioned throughput; true by default and never returned.
    Public preview.
    """


ScaleToZero: TypeAlias = bool
"""Whether the model may be shut down while nobody queries it; the next query is then slow."""


ServingModelWorkloadType: TypeAlias = (
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
    | str
)
"""Machine that runs the model, CPU by default. CPU_MEDIUM, CPU_LARGE, GPU_XLARGE (one H100)
and GPU_XLARGE_8 are beta; further types come now and then."""


TrafficPercentage: TypeAlias = int | str
"""Percent of the requests, 0 to 100. Documented examples write it as text; answers as a
number."""


WorkloadSize: TypeAlias = str
"""Range of concurrent requests to provision: Small 4, Medium 8 to 16, Large 16 to 64, or a
size of the workspace's own; from 0 where the model may scale to zero. Excludes min_ and
max_provisioned_concurrency."""


class Route(typing_extensions.TypedDict):
    """The share of one served entity. Answers name it in both spellings."""

    served_model_name: NotRequired[str]
    """Name of the served entity."""
    served_entity_name: NotRequired[str]
    """Name of the served entity, in the newer spelling."""
    traffic_percentage: TrafficPercentage
    """
    Percent of the requests, 0 to 100. Documented examples write it as text; answers as a
    number.
    """


class ServedModelInput(typing_extensions.TypedDict):
    """A model to serve, in an older form without external models. Use ServedEntityInput instead."""

    name: NotRequired[scalars.ResourceName]
    """Name of the served model, unique in the endpoint; made from model and version by default."""
    model_name: str
    """A registered model, or a model in Unity Catalog (catalog.schema.model)."""
    model_version: str
    """Version of the model."""
    workload_size: NotRequired[WorkloadSize]
    """
    Range of concurrent requests to provision: Small 4, Medium 8 to 16, Large 16 to 64, or a
    size of the workspace's own; from 0 where the model may scale to zero. Excludes min_ and
    max_provisioned_concurrency.
    """
    workload_type: NotRequired[ServingModelWorkloadType]
    """
    Machine that runs the model, CPU by default. CPU_MEDIUM, CPU_LARGE, GPU_XLARGE (one H100)
    and GPU_XLARGE_8 are beta; further types come now and then.
    """
    scale_to_zero_enabled: ScaleToZero
    """Whether the model may be shut down while nobody queries it; the next query is then slow."""
    min_provisioned_concurrency: NotRequired[MinProvisionedConcurrency]
    """
    Fewest concurrent requests to provision. A GPU replica counts for 4. Excludes
    workload_size.
    """
    max_provisioned_concurrency: NotRequired[MaxProvisionedConcurrency]
    """Most concurrent requests to provision. A GPU replica counts for 4. Excludes workload_size."""
    min_provisioned_throughput: NotRequired[MinProvisionedThroughput]
    """
    Fewest tokens a second to provision, a multiple of the model's throughput_chunk_size; 0
    lets the model scale to zero.
    """
    max_provisioned_throughput: NotRequired[MaxProvisionedThroughput]
    """Most tokens a second to provision, a multiple of the model's throughput_chunk_size."""
    provisioned_model_units: NotRequired[ProvisionedModelUnits]
    """Model units of throughput to provision, at least 1. Public preview."""
    burst_scaling_enabled: NotRequired[BurstScaling]
    """
    Whether bursts may exceed the provisioned throughput; true by default and never returned.
    Public preview.
    """
    environment_vars: NotRequired[EnvironmentVariables]
    """
    Environment variables of the model, by name. A value may refer to a secret as
    {{secrets/scope/key}}.
    """
    instance_profile_arn: NotRequired[InstanceProfile]
    """
    ARN of the AWS instance profile that the model uses to reach other services. Public
    preview.
    """


class TrafficConfig(typing_extensions.TypedDict):
    """
    How requests are split over the served entities. Needed for more than one entity; a single
    one gets everything.
    """

    routes: NotRequired[Sequence[Route]]
    """One route for each served entity; their percentages add up to 100."""


class PtEndpointCoreConfig(typing_extensions.TypedDict):
    """What an endpoint with provisioned throughput is to serve."""

    served_entities: NotRequired[Sequence[PtServedModel]]
    """The models to serve. Their names differ."""
    traffic_config: NotRequired[TrafficConfig]
    """
    How requests are split over the served entities. Needed for more than one entity; a single
    one gets everything.
    """


class ServedEntityInput(typing_extensions.TypedDict):
    """
    A model to serve: either an external model, or an entity of the workspace with the
    resources to give it.
    """

    name: NotRequired[scalars.ResourceName]
    """
    Name of the served entity, unique in the endpoint. By default the external model's name
    with dots and colons as dashes, or the entity's name and version joined by a dash.
    """
    external_model: NotRequired[external_models.ExternalModel]
    """
    A model outside the workspace. Excludes everything that describes an entity and its
    resources.
    """
    entity_name: NotRequired[str]
    """
    A registered model, a model in Unity Catalog (catalog.schema.model), or a feature spec in
    Unity Catalog.
    """
    entity_version: NotRequired[str]
    """Version of the model; feature specs have none."""
    workload_size: NotRequired[WorkloadSize]
    """
    Range of concurrent requests to provision: Small 4, Medium 8 to 16, Large 16 to 64, or a
    size of the workspace's own; from 0 where the model may scale to zero. Excludes min_ and
    max_provisioned_concurrency.
    """
    workload_type: NotRequired[ServingModelWorkloadType]
    """
    Machine that runs the model, CPU by default. CPU_MEDIUM, CPU_LARGE, GPU_XLARGE (one H100)
    and GPU_XLARGE_8 are beta; further types come now and then.
    """
    scale_to_zero_enabled: NotRequired[ScaleToZero]
    """Whether the model may be shut down while nobody queries it; the next query is then slow."""
    min_provisioned_concurrency: NotRequired[MinProvisionedConcurrency]
    """
    Fewest concurrent requests to provision. A GPU replica counts for 4. Excludes
    workload_size.
    """
    max_provisioned_concurrency: NotRequired[MaxProvisionedConcurrency]
    """Most concurrent requests to provision. A GPU replica counts for 4. Excludes workload_size."""
    min_provisioned_throughput: NotRequired[MinProvisionedThroughput]
    """
    Fewest tokens a second to provision, a multiple of the model's throughput_chunk_size; 0
    lets the model scale to zero.
    """
    max_provisioned_throughput: NotRequired[MaxProvisionedThroughput]
    """Most tokens a second to provision, a multiple of the model's throughput_chunk_size."""
    provisioned_model_units: NotRequired[ProvisionedModelUnits]
    """Model units of throughput to provision, at least 1. Public preview."""
    burst_scaling_enabled: NotRequired[BurstScaling]
    """
    Whether bursts may exceed the provisioned throughput; true by default and never returned.
    Public preview.
    """
    environment_vars: NotRequired[EnvironmentVariables]
    """
    Environment variables of the model, by name. A value may refer to a secret as
    {{secrets/scope/key}}.
    """
    instance_profile_arn: NotRequired[InstanceProfile]
    """
    ARN of the AWS instance profile that the model uses to reach other services. Public
    preview.
    """


class EndpointCoreConfigInput(typing_extensions.TypedDict):
    """
    What an endpoint is to serve: external models, custom models and feature specs, or models
    with provisioned throughput, but never a mixture of these.
    """

    name: NotRequired[str]
    """Ignored; databricks-sdk repeats the endpoint's name here."""
    served_entities: NotRequired[Sequence[ServedEntityInput]]
    """The models to serve. Their names differ, and external models share one task."""
    served_models: NotRequired[Sequence[ServedModelInput]]
    """The models to serve, in an older form. Use served_entities instead, never both."""
    traffic_config: NotRequired[TrafficConfig]
    """
    How requests are split over the served entities. Needed for more than one entity; a single
    one gets everything.
    """
    auto_capture_config: NotRequired[AutoCaptureConfigInput]
    """
    Tables of requests and answers, in an older form. Use the inference table of ai_gateway
    instead.
    """
