# Copied from codegen/runtime/; do not edit.
"""`ai_query` as a function of DuckDB.

DuckDB evaluates functions of Python for up to 2,048 rows at a time, in each of its threads. Two of
them make one `ai_query`: one asks, and returns JSON text; the other tells, while a statement is
bound, the type that ``from_json`` makes of the text. A macro puts them together, and gives
parameters names and defaults, which functions do not have.
"""
