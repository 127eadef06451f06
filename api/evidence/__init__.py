"""Evidence, addressed by its content."""
