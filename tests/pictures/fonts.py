"""Makes the small fonts that pictures and posters are set in; run again when a catalogue needs a character that they lack.

    python -m tests.pictures.fonts

It needs fonttools and, installed, the fonts that it cuts from: Debian's `fonts-noto-core` and `fonts-noto-cjk`.
"""

from collections.abc import Iterable
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

from api.directory.printing import FONTS as POSTERS
from bot.pictures.typesetting import FONTS
from content.catalogues import DOMAINS, LOCALES, read_catalogue

INSTALLED = Path("/usr/share/fonts")
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x250), *range(0x2B0, 0x370), *range(0x1E00, 0x1F00), *range(0x2000, 0x2070)]
POSTER_LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x2010, 0x2030), 0x202F]
SIGNS = [ord(sign) for sign in "⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉€№™ℹ←↑→↓↔−×÷≈≠≤≥∞√□■○●◐◑△▲▽▼◇◆☆★✓✗⚠①②③④⑤⑥⑦⑧⑨⑩"]
CHINESE_MARKS = [*range(0x3000, 0x3020), *range(0xFF01, 0xFF5F), *range(0xFFE0, 0xFFE7), *map(ord, "“”‘’…—·°×")]


def main() -> None:
    """Writes every font anew."""
    for weight in ("Regular", "Bold"):
        _cut(INSTALLED / f"truetype/noto/NotoSans-{weight}.ttf", LATIN + SIGNS, f"NotoSans-{weight}.ttf")
    _cut(INSTALLED / "opentype/noto/NotoSansCJK-Regular.ttc", chinese() | {*SIGNS, *CHINESE_MARKS}, "NotoSansCJKsc-Regular.otf")
    _box().save(FONTS / "Box.ttf")
    for weight in ("Regular", "Bold"):
        _cut(INSTALLED / f"truetype/noto/NotoSans-{weight}.ttf", POSTER_LATIN, f"NotoSans-{weight}.ttf", POSTERS)
    printed = used_in("zh_Hans", ["api"]) | {*CHINESE_MARKS}
    _cut(INSTALLED / "opentype/noto/NotoSansCJK-Regular.ttc", printed, "NotoSansCJKsc-Regular.otf", POSTERS)


def chinese() -> set[int]:
    """The 3,755 characters in most common use (the first level of GB 2312), and those of our own sentences."""
    common = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return {ord(character.decode("gb2312")) for character in common if character < b"\xd7\xfa"} | used_in("zh_Hans")


def used_in(language: str, domains: Iterable[str] = DOMAINS) -> set[int]:
    """Every character that is printed in that language's catalogues; CataloguesBroken without them."""
    catalogues = (read_catalogue(LOCALES / language / "LC_MESSAGES" / f"{domain}.po") for domain in domains)
    forms = (form for catalogue in catalogues for message in catalogue if message.id for form in _forms(message.string))
    return {ord(character) for form in forms for character in form if character.isprintable()}


def _forms(translated: str | Iterable[str] | None) -> Iterable[str]:
    return [translated] if isinstance(translated, str) else translated or []


def _cut(whole: Path, characters: Iterable[int], name: str, folder: Path = FONTS) -> None:
    # Third in the Chinese collection stand the shapes of the mainland. Without a new date, equal fonts are equal files.
    font = TTFont(whole, fontNumber=2 if whole.suffix == ".ttc" else -1, recalcTimestamp=False)
    options = Options(hinting=False, desubroutinize=False, name_IDs=["*"])
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font.save(folder / name)


def _box() -> TTFont:
    """A font with a box for every character there is: what no other font has is seen to be there, and can be copied."""
    builder = FontBuilder(1000)
    builder.setupGlyphOrder([".notdef", "box"])
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "box": _frame()})
    _map_everything(builder.font, "box")
    builder.setupHorizontalMetrics({".notdef": (700, 0), "box": (700, 80)})
    builder.setupHorizontalHeader(ascent=1069, descent=-293)
    builder.setupOS2(sTypoAscender=1069, sTypoDescender=-293, sCapHeight=714, sxHeight=536, usWinAscent=1069, usWinDescent=293)
    builder.setupNameTable({"familyName": "Box", "styleName": "Regular", "psName": "Box-Regular"})
    builder.setupPost()
    builder.updateHead(created=0, modified=0)
    builder.font.recalcTimestamp = False
    return builder.font


def _map_everything(font: TTFont, glyph: str) -> None:
    everything = CmapSubtable.newSubtable(13)  # the format that says "this whole range is one and the same glyph"
    everything.platformID, everything.platEncID, everything.language = 3, 10, 0
    everything.cmap = dict.fromkeys([*range(0x20, 0xD800), *range(0xE000, 0x110000)], glyph)
    font["cmap"] = table = newTable("cmap")
    table.tableVersion, table.tables = 0, [everything]


def _frame() -> object:
    pen = TTGlyphPen(None)
    for near, far in ((80, 620), (130, 570)):
        corners = [(near, near), (near, far), (far, far), (far, near)]
        pen.moveTo(corners[0])
        for corner in corners[1:] if near == 80 else reversed(corners[1:]):
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()


if __name__ == "__main__":
    main()
