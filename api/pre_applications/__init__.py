"""What municipalities hand over."""
