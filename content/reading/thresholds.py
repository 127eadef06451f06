"""Thresholds that nobody could reach, or that stand upside-down."""

from content.kinds import Dating, Number, SomeOf
from content.reading.fields import Fields

UPSIDE_DOWN = "«en_parte» pide lo mismo o más que «cumple»."


def check_several(fields: Fields, kind: SomeOf) -> None:
    """Complains of thresholds of a question with several choices."""
    open_to_all = {option.id for option in kind.options if not option.exclusive}
    if kind.options and not open_to_all:
        fields.complain("opciones", "Todas las opciones son «sola».", "Deje «sola: sí» únicamente en la que excluye a las demás.")
        return
    for key, wanted in (("cumple", kind.meets), ("en_parte", kind.partly)):
        if wanted is None:
            continue
        if wanted.count > len(open_to_all):
            remedy = f"Hay {len(open_to_all)} opciones que se pueden marcar juntas."
            fields.complain(key, f"Nadie puede marcar {wanted.count} opciones.", remedy)
        for code in wanted.all_of:
            if code not in open_to_all:
                what = f"«con» menciona «{code}», que no sirve aquí."
                fields.complaints.unknown(fields.spot(key), what, code, sorted(open_to_all))
    partly, meets = kind.partly, kind.meets
    if partly and partly.count >= meets.count and set(partly.all_of) >= set(meets.all_of):
        fields.complain("en_parte", UPSIDE_DOWN, "Ponga en «en_parte» un número menor.")


def check_number(fields: Fields, kind: Number) -> None:
    """Complains of a range or thresholds of a number."""
    if kind.minimum >= kind.maximum:
        fields.complain("rango", "El rango está al revés: «desde» no es menor que «hasta».", "Cámbielos de lugar.")
        return
    for key, value in (("cumple", kind.meets), ("en_parte", kind.partly)):
        if value is None:
            continue
        if not kind.minimum <= value <= kind.maximum:
            fields.complain(key, f"«{key}» pide {value}, fuera del rango.", f"Debe estar entre {kind.minimum} y {kind.maximum}.")
        if kind.integer and value != value.to_integral_value():
            what = f"«{key}» pide {value}, pero el rango no acepta decimales."
            fields.complain(key, what, "Escriba un entero o «decimales: sí».")
    if kind.partly is not None and kind.partly >= kind.meets:
        fields.complain("en_parte", UPSIDE_DOWN, "Ponga en «en_parte» un número menor.")


def check_age(fields: Fields, kind: Dating) -> None:
    """Complains of ages of a date: partly must reach further back than meets."""
    if kind.partly_age is not None and kind.meets_age is not None and kind.partly_age <= kind.meets_age:
        fields.complain("en_parte", "«en_parte» acepta menos meses que «cumple», o los mismos.", "Ponga en «en_parte» más meses.")
