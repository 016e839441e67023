# Copied from codegen/runtime/; do not edit.
"""The macro that makes one `ai_query` of several functions.

It takes a field out of a struct that has one for each form, by the form's name, which is known once
a statement is bound: so the type of the whole is that of the field. DuckDB leaves the other fields
out; and their requests are null, for which nothing is asked.
"""

from typing import Final

from .forms import FORMS, JSON, Form

__all__ = ["DESCRIBE", "FORM", "ask_name", "macro"]

DESCRIBE: Final = "describe"
FORM: Final = "form"

# `struct_extract` and `from_json` refuse, while the macro is made, constants that depend on
# parameters, unless the binding of it stops earlier, as it does at the element of a list whose type
# is not known yet.
_MACRO: Final = """
CREATE OR REPLACE TEMP MACRO {name}(
    endpoint, request, returnType := NULL, failOnError := true,
    modelParameters := NULL, responseFormat := NULL, files := NULL
) AS struct_extract({{{fields}}}, {prefix}form([endpoint][1], {options}))
"""
_FIELD: Final = """{ask}(
    endpoint,
    CASE WHEN {prefix}form(endpoint, {options}) = '{form}' THEN to_json(request)::VARCHAR END,
    {options},
    CASE WHEN files IS NULL THEN '' ELSE to_base64(files::BLOB) END
)"""
_FROM_JSON: Final = "from_json({field}, {prefix}describe([endpoint][1], {options}))"
_OPTIONS: Final = """json_object(
    'returnType', returnType, 'failOnError', failOnError,
    'modelParameters', modelParameters, 'responseFormat', responseFormat
)::VARCHAR"""


def macro(name: str, prefix: str) -> str:
    """The statement that makes it, of functions whose names begin with ``prefix``."""
    fields = ", ".join(f"'{form.name}': {_field(form, prefix)}" for form in FORMS)
    return _MACRO.format(name=name, prefix=prefix, fields=fields, options=_OPTIONS)


def ask_name(form: Form) -> str:
    """The name of the function that asks for results in a form."""
    return f"ask_{form.name}"


def _field(form: Form, prefix: str) -> str:
    ask = prefix + ask_name(form)
    field = _FIELD.format(ask=ask, prefix=prefix, form=form.name, options=_OPTIONS)
    if form is not JSON:
        return field
    return _FROM_JSON.format(field=field, prefix=prefix, options=_OPTIONS)
