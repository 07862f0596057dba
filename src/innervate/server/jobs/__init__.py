"""Work that a request leaves to the worker: a queue in the database."""
