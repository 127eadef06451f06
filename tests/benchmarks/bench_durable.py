"""Durable updates per second on one core, from the inbox to Telegram: ours, a bare prototype, and aiogram, in turns."""

from functools import partial
from pathlib import Path

from tests.benchmarks.figures import Figures
from tests.benchmarks.rivals.comparing import Rival, fresh, redises, reported, reported_over_http, run_in_turns, write_rates

ROUNDS = 7
SIZE = ("50", "1000")  # people, presses


def test_durable_updates(tmp_path: Path, figures: Figures) -> None:
    bare = Rival("a bare prototype", lambda: reported("prototype", fresh(tmp_path), *SIZE))
    ours = Rival("ours, the same form", lambda: reported("ours", "form", "-", fresh(tmp_path), *SIZE))
    whole = Rival("ours, the whole dialogue", lambda: reported("ours", "programme", "-", fresh(tmp_path), *SIZE))
    with redises(tmp_path) as urls:
        aiograms = [Rival(name, partial(reported, "aiogram_form", url, "-", *SIZE)) for name, url in urls.items()]
        run_in_turns([bare, ours, *aiograms, whole], ROUNDS)
    write_rates(figures, "durable updates", [bare, ours, *aiograms, whole])
    figures.add("ours : a bare prototype", ours.against(bare), "goal: at least 0.65")
    for each in aiograms:
        figures.add(f"ours : {each.name}", ours.against(each), "goal: at least 1.5")
        figures.add(f"ours : {each.name}, by processor time", ours.processor_against(each))


def test_over_http(tmp_path: Path, figures: Figures) -> None:
    def ours() -> dict[str, float]:
        folder = fresh(tmp_path)
        return reported_over_http(*SIZE, "r|yes|Q1", lambda root: ("ours", "form", root, folder, *SIZE))

    def aiogram(redis: str) -> dict[str, float]:
        return reported_over_http(*SIZE, "r|yes|Q1", lambda root: ("aiogram_form", redis, root, *SIZE))

    own = Rival("ours, the same form", ours)
    with redises(tmp_path) as urls:
        others = [Rival(name, partial(aiogram, url)) for name, url in urls.items()]
        run_in_turns([own, *others], ROUNDS)
    write_rates(figures, "over HTTP", [own, *others])
    for each in others:
        figures.add(f"over HTTP, ours : {each.name}", own.against(each))
