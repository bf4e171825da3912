"""The networks: the columns that graph/network.py reads, edges that rest on facts, and no tie that nobody has."""
