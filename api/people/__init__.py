"""People as the api knows them: opaque ids that belong to communes or to the staff."""
