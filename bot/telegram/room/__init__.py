"""The support room: staff answer people from a group with topics. The thread in the api is the truth, a topic a view of it."""
