"""The api's routes, on both databases."""
