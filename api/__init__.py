"""Pre-applications, evidence and invitations, over HTTP."""
