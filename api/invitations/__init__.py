"""Invitations, and what people may act as once they accepted one."""
