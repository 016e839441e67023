# Copied from codegen/runtime/; do not edit.
"""`ai_query` as a function of DuckDB.

DuckDB evaluates functions of Python for up to 2,048 rows at a time, in each of its threads. Some of
them ask, and return what they are told in one form each: vectors as they are, anything else as JSON
text. Others tell, while a statement is bound, which form that is, and the type that ``from_json``
makes of the text. A macro puts them together, and gives parameters names and defaults, which
functions do not have.
"""
