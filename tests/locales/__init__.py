"""The catalogues, complete and sound."""
