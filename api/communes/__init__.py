"""Finding a commune by what somebody typed."""
