"""Evidence is what its content is, under the digest of its content."""

import io
import os
import zipfile
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from typing import Any

import pytest

from tests.api.conftest import Api

MB = 1 << 20


def _office(*parts: str, bulk: bytes = b"") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in ("[Content_Types].xml", *parts):
            archive.writestr(part, bulk or b"<xml/>")
    return file.getvalue()


PDF = b"%PDF-1.7\n%\xe2\xe3\n" + os.urandom(64)
PNG = b"\x89PNG\r\n\x1a\n" + os.urandom(64)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + os.urandom(64)
DOCX, XLSX = _office("word/document.xml"), _office("xl/workbook.xml")
ACCEPTED = {
    "application/pdf": PDF,
    "image/png": PNG,
    "image/jpeg": JPEG,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": DOCX,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": XLSX,
}


def _put(api: Api, content: bytes, digest: str | None = None, **headers: str) -> Any:
    address = f"/v1/evidence/{digest or sha256(content).hexdigest()}"
    return api.client.put(address, content=content, headers={**api.as_("bot"), **headers})


def _files(api: Api) -> list[str]:
    return [path.name for path in api.settings.evidence_dir.rglob("*") if path.is_file()]


@pytest.mark.parametrize("media_type", ACCEPTED)
def test_a_piece_is_kept_and_read_again(api: Api, media_type: str) -> None:
    content = ACCEPTED[media_type]
    digest = sha256(content).hexdigest()
    kept = _put(api, content)
    assert (kept.status_code, kept.json()) == (200, {"sha256": digest, "media_type": media_type, "size": len(content)})
    read = api.client.get(f"/v1/evidence/{digest}", headers=api.as_("reviewer"))
    assert read.content == content
    assert read.headers["content-type"] == media_type
    assert read.headers["x-content-type-options"] == "nosniff"
    assert read.headers["content-disposition"].startswith(f'attachment; filename="{digest}.')


def test_put_twice_it_is_kept_once(api: Api) -> None:
    assert [_put(api, PDF).status_code for _ in range(2)] == [200, 200]
    with ThreadPoolExecutor(6) as threads:
        assert {answer.status_code for answer in threads.map(lambda _: _put(api, PNG), range(12))} == {200}
    assert sorted(_files(api)) == sorted([sha256(PDF).hexdigest(), sha256(PNG).hexdigest()])


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "evidence-empty"),
        (b"MZ\x90\x00 this program cannot be run in DOS mode", "type-refused"),
        (b"GIF89a", "type-refused"),
        (b"hola", "type-refused"),
        (b"%PDX-1.7", "type-refused"),
        (b"PK\x03\x04 not a zip", "type-refused"),
        (_office("a.txt"), "type-refused"),
        (_office("word/document.xml", "word/vbaProject.bin"), "type-refused"),
        (b"MZ" + DOCX, "type-refused"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old .doc", "type-refused"),
    ],
    ids=["empty", "program", "gif", "text", "nearly a pdf", "broken zip", "any zip", "macros", "program as docx", "old doc"],
)
def test_what_is_not_accepted_is_told_and_leaves_nothing(api: Api, content: bytes, problem: str) -> None:
    answer = _put(api, content, **{"Content-Type": "application/pdf"})
    assert (answer.status_code, answer.json()["type"]) == (422, f"/problems/{problem}")
    assert _files(api) == []


def test_a_wrong_digest_is_refused_and_leaves_nothing(api: Api) -> None:
    answer = _put(api, PDF, "a" * 64)
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/wrong-digest")
    assert answer.json()["received"] == sha256(PDF).hexdigest()
    assert _files(api) == []


@pytest.mark.parametrize("digest", ["A" * 64, "a" * 63, "..%2f..%2fetc%2fpasswd"])
def test_an_address_that_is_no_digest_is_refused(api: Api, digest: str) -> None:
    assert _put(api, PDF, digest).status_code in (404, 422)
    assert _files(api) == []


def test_twenty_megabytes_are_accepted_and_not_one_byte_more(api: Api) -> None:
    exactly = b"%PDF-" + bytes(20 * MB - 5)
    assert _put(api, exactly).status_code == 200
    over = _put(api, exactly + b"\0")
    assert (over.status_code, over.json()["type"]) == (413, "/problems/too-large")
    assert _files(api) == [sha256(exactly).hexdigest()]


def test_a_stream_that_does_not_say_its_length_is_counted(api: Api) -> None:
    def stream() -> Any:
        for _ in range(21):
            yield bytes(MB)

    answer = api.client.put(f"/v1/evidence/{'a' * 64}", content=stream(), headers=api.as_("bot"))
    assert (answer.status_code, answer.json()["type"]) == (413, "/problems/too-large")
    assert _files(api) == []


def test_a_bomb_is_not_opened(api: Api) -> None:
    bomb = _office("word/document.xml", bulk=bytes(200 * MB))
    assert len(bomb) < MB
    assert _put(api, bomb).status_code == 200


def test_an_unknown_piece_is_told(api: Api) -> None:
    answer = api.client.get(f"/v1/evidence/{'b' * 64}", headers=api.as_("support"))
    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/unknown-evidence")
