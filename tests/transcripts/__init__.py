"""Whole conversations, written as they read."""
