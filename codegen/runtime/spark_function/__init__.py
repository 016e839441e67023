"""`ai_query` as a function of Spark.

Spark hands rows to Python as Arrow data, up to 10,000 at a time, in as many processes as there are
tasks at once. Each process has one client; a client that the program gives reaches it as a
broadcast, which stands in no plan and no log.
"""
