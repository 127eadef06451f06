"""Whether the api is up, ready, and how it is doing."""
