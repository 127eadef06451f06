"""Every promise of the project, in a form that can fail."""
