"""What survives a restart: the inbox, people, dossiers, errands and what is still to be sent."""
