"""The programme as other systems read it, and its judging."""
