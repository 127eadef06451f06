"""Words with accents, case and outer punctuation forgiven, so that two ways of writing one word meet."""

import unicodedata


def folded(text: str) -> str:
    """Lower case without accents, inner white space single, outer punctuation gone."""
    bare = text.casefold()
    if not bare.isascii():
        bare = "".join(each for each in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(each))
    return " ".join(bare.split()).strip(" .,;:!?¡¿«»\"'’()。，！？；：“”（）、")
