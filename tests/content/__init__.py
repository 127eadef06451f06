"""What the programme says, and what it comes to."""
