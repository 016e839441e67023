# Generated from spec/; do not edit.
"""What requests hold, as types of plain dicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NotRequired, TypeAlias

import typing_extensions

from . import query


class DataframeRecordsRequest(typing_extensions.TypedDict):
    """Rows of a table, each an object. The order of the columns may be lost."""

    params: NotRequired[Mapping[str, object] | None]
    """
    Parameters of the model's signature, by name. A model whose signature has none ignores
    them.
    """
    client_request_id: NotRequired[query.ClientRequestId]
    """The caller's own id of the request, kept in the inference table and the usage table."""
    usage_context: NotRequired[query.UsageContext]
    """
    The caller's own keys and values, kept in the usage table, such as a project or an end
    user.
    """
    dataframe_records: Sequence[Mapping[str, object]]
    """The rows, each an object with a value for every column."""


class DataframeSplit(typing_extensions.TypedDict):
    """
    A table as pandas splits it. One page shows it wrapped in a list, which the model server
    refuses; it is an object.
    """

    columns: NotRequired[Sequence[object]]
    """
    Names of the columns, in the order of the values of a row. Numbered from 0 where they are
    left out.
    """
    data: Sequence[Sequence[object]]
    """The rows, each a list with a value for every column."""
    index: NotRequired[Sequence[object]]
    """Labels of the rows, as many as there are rows. Numbered from 0 where they are left out."""


class DataframeSplitRequest(typing_extensions.TypedDict):
    """
    Rows of a table, with the names of the columns said once. Keeps the order of the columns,
    so it is the form to prefer.
    """

    params: NotRequired[Mapping[str, object] | None]
    """
    Parameters of the model's signature, by name. A model whose signature has none ignores
    them.
    """
    client_request_id: NotRequired[query.ClientRequestId]
    """The caller's own id of the request, kept in the inference table and the usage table."""
    usage_context: NotRequired[query.UsageContext]
    """
    The caller's own keys and values, kept in the usage table, such as a project or an end
    user.
    """
    dataframe_split: DataframeSplit
    """
    A table as pandas splits it. One page shows it wrapped in a list, which the model server
    refuses; it is an object.
    """


class InstancesRequest(typing_extensions.TypedDict):
    """Tensors in row form, one entry for each example."""

    params: NotRequired[Mapping[str, object] | None]
    """
    Parameters of the model's signature, by name. A model whose signature has none ignores
    them.
    """
    client_request_id: NotRequired[query.ClientRequestId]
    """The caller's own id of the request, kept in the inference table and the usage table."""
    usage_context: NotRequired[query.UsageContext]
    """
    The caller's own keys and values, kept in the usage table, such as a project or an end
    user.
    """
    instances: Sequence[object]
    """
    The examples: numbers, texts, lists of a fixed shape, or objects that map the names of the
    inputs to such values.
    """


TensorInputs: TypeAlias = Sequence[object] | Mapping[str, object] | str | float | bool
"""One tensor, as a list or a single value, or an object that maps the names of the inputs to
tensors, which may differ in length."""


class InputsRequest(typing_extensions.TypedDict):
    """Tensors in column form."""

    params: NotRequired[Mapping[str, object] | None]
    """
    Parameters of the model's signature, by name. A model whose signature has none ignores
    them.
    """
    client_request_id: NotRequired[query.ClientRequestId]
    """The caller's own id of the request, kept in the inference table and the usage table."""
    usage_context: NotRequired[query.UsageContext]
    """
    The caller's own keys and values, kept in the usage table, such as a project or an end
    user.
    """
    inputs: TensorInputs
    """
    One tensor, as a list or a single value, or an object that maps the names of the inputs to
    tensors, which may differ in length.
    """
