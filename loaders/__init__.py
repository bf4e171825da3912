"""From the outside to claims: facts files, tables, judgements and ontology extensions.

Reading changes nothing; every reader gives whole documents or raises DataError with all its problems.
"""
