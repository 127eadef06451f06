"""What is documented exists, and what exists is documented."""

import re
from pathlib import Path

import api.settings
import bot.settings
from api.app import create_app
from api.settings import Settings
from tests.house.sources import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
API = (ROOT / "docs/api.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
SETTING = re.compile(r"\bSELLO_[A-Z_]+[A-Z]\b")
# Spanish and English names of the chat's commands, as the contract gives them.
COMMANDS = {
    "start", "ayuda", "help", "idioma", "language", "requisitos", "requirements", "autoevaluacion",
    "assessment", "avance", "progress", "estado", "status", "servicios", "services", "persona",
    "human", "privacidad", "privacy", "misdatos", "mydata", "borrar", "forget",
}  # fmt: skip


def _settings_in_code() -> set[str]:
    """Those that a program reads, or knows another to read; any other is refused at start as a slip."""
    return set(api.settings.names() | api.settings.OF_THE_OTHERS | bot.settings.names() | bot.settings.OF_THE_OTHERS)


def test_every_setting_is_in_the_readme_and_in_the_code() -> None:
    documented = set(re.findall(r"^\| `(SELLO_[A-Z_]+)` \|", README, re.MULTILINE))
    assert documented == _settings_in_code()


def test_a_setting_of_one_is_no_slip_to_the_other() -> None:
    ours, theirs = api.settings, bot.settings
    assert ours.names() | ours.OF_THE_OTHERS == theirs.names() | theirs.OF_THE_OTHERS


def test_the_example_sets_what_exists() -> None:
    given = set(re.findall(r"^(SELLO_[A-Z_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE))
    assert given <= _settings_in_code()


def test_compose_sets_what_exists() -> None:
    compose = (ROOT / "compose.yaml").read_text(encoding="utf-8")
    assert set(SETTING.findall(compose)) <= _settings_in_code()


def test_every_make_command_is_described_and_exists() -> None:
    commands = set(re.findall(r"^([a-z-]+):.*?## ", MAKEFILE, re.MULTILINE)) - {"help"}
    described = set(re.findall(r"\bmake ([a-z-]+)\b(?=[`,\n ]*)", "\n".join(_code(README + CONTRIBUTING))))
    assert described == commands


def _code(document: str) -> list[str]:
    """What is written as code: between backticks, or indented."""
    return re.findall(r"`([^`\n]+)`", document) + re.findall(r"^    (.+)$", document, re.MULTILINE)


def test_every_command_of_the_chat_is_described() -> None:
    described = set(re.findall(r"`/([a-z]+)`", README))
    assert described >= COMMANDS


def test_every_link_leads_somewhere() -> None:
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "content").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
            assert "://" in target or (path.parent / target).exists(), f"{path.name}: {target}"


def test_every_place_that_is_named_exists() -> None:
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for named in re.findall(r"`((?:api|bot|content|docs|locales|tests)/[\w./-]*)`", path.read_text(encoding="utf-8")):
            assert (ROOT / named).exists(), f"{path.name}: {named}"


def test_every_decision_is_short() -> None:
    decisions = sorted((ROOT / "docs/decisions").glob("*.md"))
    assert decisions
    assert [path.name for path in decisions if len(path.read_text(encoding="utf-8").splitlines()) > 60] == []


def test_no_secret_has_a_default() -> None:
    compose = (ROOT / "compose.yaml").read_text(encoding="utf-8")
    secrets = re.findall(r"\$\{\w*(?:TOKEN|PASSWORD|SECRET)\w*([^}]*)\}", compose)
    assert secrets
    assert [rest for rest in secrets if not rest.startswith(":?")] == []


def test_every_route_is_documented_and_exists(tmp_path: Path) -> None:
    settings = Settings(api_database_url=f"sqlite:///{tmp_path / 'api.sqlite3'}", evidence_dir=tmp_path)
    described = set(re.findall(r"^\| `([A-Z]+ /[^`]*)` \|", API, re.MULTILINE))
    schema = create_app(settings).openapi()
    served = {f"{method.upper()} {path}" for path, methods in schema["paths"].items() for method in methods}
    assert described == served
