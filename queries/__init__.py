"""The questions: one `.rq` file each, and the catalogue that finds, documents, binds and runs them."""
