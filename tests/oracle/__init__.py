"""A second reading of the programme's files, to try the first one against. Shares no code with content, bot or api."""
