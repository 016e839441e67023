# Copied from codegen/runtime/; do not edit.
"""What `ai_query` means, apart from any engine that has it as a function.

Source: `ai_query` in the SQL language manual of Databricks (its syntax and arguments up to
``failOnError``; of the rest, and of the guides to batch inference and structured output, excerpts),
the error conditions ``AI_FUNCTION_*``, ``pyspark``'s form of it, and what published programs do
with the answers of workspaces. Where these contradict each other:

- With ``failOnError => false`` the manual and Databricks' own examples tell of the fields
  ``response`` and ``errorStatus``, or ``response`` and ``errorMessage``; programs that were run
  read ``result`` and ``errorMessage``, and errors of theirs quote
  ``STRUCT<result: ARRAY<FLOAT>, errorMessage: STRING>``. Here it is what was run. Of a row that
  succeeded ``errorMessage`` is null, as the manual says; workspaces were seen to give an empty
  text, so statements for both ask whether ``result`` is null.
- ``responseFormat`` as DDL is a STRUCT with one field, itself a STRUCT. What comes back has the
  fields of the inner one, so the outer name is the name of the schema, and no wrapper. Examples of
  Databricks' assistant give a STRUCT of several fields; here that is refused, since workspaces were
  seen to want one.
- ``responseFormat`` as a JSON schema gives a text in workspaces: programs read it by ``from_json``.
  Here it gives what the schema says; with ``returnType => 'STRING'`` it is the text.
- ``returnType`` may be left out for custom models that have a schema in Unity Catalog (Databricks
  Runtime 15.2 and above); the serving API does not tell that schema. Here it is required of them.
"""
