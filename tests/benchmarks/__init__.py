"""Figures, printed with medians by `make bench`. Files are `bench_*.py`: no test run collects them, and nothing fails on time."""
