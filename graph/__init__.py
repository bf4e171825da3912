"""The graph: the store, what it believes, its networks, their metrics, the page and the exports."""
