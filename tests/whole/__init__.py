"""All processes together, as people meet them."""
