"""Figures, printed with medians; never timed tests."""
