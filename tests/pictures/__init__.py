"""Charts and the summary on paper."""
