"""Many rows: requests from any iterable, under one limit that follows what the server bears.

Pure are the limit (`limits`), the decision to send a row again (`decision`), the order of answers
(`window`) and what is counted (`tally`).
"""
