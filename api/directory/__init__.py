"""The services that people can use: kept, changed with their history, found and given out."""
