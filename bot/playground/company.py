"""Who is there when the playground opens: an official, her colleague, a migrant, and the support team with its group."""

from bot.playground.world import World

SUPPORT_GROUP = "Equipo de apoyo"

# Jean's phone is set to French: phones rarely offer Haitian Creole, which is why the bot asks.
_PEOPLE = (("marta", "Marta", "es"), ("ana", "Ana", "es"), ("jean", "Jean", "fr"), ("sofia", "Sofía", "es"))


def gather(world: World) -> None:
    """Adds whoever is missing; the support group is the world's first, so that its id is known beforehand."""
    for key, name, language in _PEOPLE:
        if key not in world.people:
            world.add_person(key, name, language)
    if not any(world.groups()):
        world.add_group(SUPPORT_GROUP, ["sofia"], is_forum=True)
