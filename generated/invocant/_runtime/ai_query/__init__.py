# Copied from codegen/runtime/; do not edit.
"""What `ai_query` means, apart from any engine that has it as a function.

Source: `ai_query` in the SQL language manual of Databricks, its error conditions
``AI_FUNCTION_*``, and ``pyspark``'s form of it. Where these contradict each other:

- With ``failOnError => false`` the manual's table tells of the fields ``response`` and
  ``errorStatus``, its examples and what workspaces return of ``result`` and ``errorMessage``. Here
  they are ``result`` and ``errorMessage``; of a row that succeeded ``errorMessage`` is null, as the
  table says, though workspaces were also seen to give an empty text.
- ``responseFormat`` as DDL is a STRUCT with one field, itself a STRUCT. The manual's example
  returns the fields of the inner one, so its name is the name of the schema, and no wrapper.
- ``responseFormat`` as a JSON schema gives a text in the manual. Here it gives what the schema
  says; with ``returnType => 'STRING'`` it is the text.
- ``returnType`` was required of custom models, and is now inferred where the model has a schema in
  Unity Catalog, which the serving API does not tell. Here it is required of them.
"""
