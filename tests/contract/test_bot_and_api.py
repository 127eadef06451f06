"""The bot's deliveries against the real api, in process: what each errand comes to."""

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from uuid import uuid4

import pytest

from bot.backend import ApiAway, ApiRefused, Backend
from bot.dialogue.dossier import Author, Dossier, Piece, PieceState, Receipt, Sending
from bot.dialogue.errands import AcceptInvitation, FetchFile, ForgetPerson, HandOver, MakeInvitation
from bot.dialogue.events import Accepted, Declined, Fetched, HandedOver, HandOverRefused, Invited, NotFetched, NotInvited
from bot.dialogue.turn import Content
from bot.memory.errands import NotYet
from bot.memory.writing import PutEvidence
from content.answers import Attached, Chosen, Skipped, Written
from content.journey import journey, profile_journey, profile_of
from content.kinds import Evidence, EvidenceStatus, OneOf
from content.months import Month
from tests.contract.conftest import Office

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
ANA = Author("7", "Ana Soto", "Encargada de inclusión")
PDF = b"%PDF-1.4\n%%EOF"
DIGEST = sha256(PDF).hexdigest()


def sending(content: Content, *, with_file: bool = True) -> Dossier:
    """A dossier on its way: every question on the journey answered, one of them with evidence."""
    programme = content.current
    dossier = Dossier("13125", programme.edition, sending=Sending(ANA, NOON, "ht"))
    for question in profile_journey(programme, {}):
        assert isinstance(question.kind, OneOf)
        dossier = dossier.answered(question.id, Chosen((question.kind.options[-1].id,)), ANA, NOON)
    profile = profile_of(programme, dossier.said())
    assert profile is not None
    while open := [q for q in journey(programme, profile, dossier.said(), Month(2026, 11)) if q.id not in dossier.answers]:
        if with_file and isinstance(open[0].kind, Evidence) and not dossier.pieces:
            piece = Piece("7:1", open[0].id, "carta.pdf", ANA, NOON, PieceState.KEPT, "", "application/pdf", len(PDF), DIGEST)
            dossier = replace(dossier, pieces=(piece,)).answered(open[0].id, Attached(EvidenceStatus.ATTACHED), ANA, NOON)
        else:
            dossier = dossier.answered(open[0].id, Skipped(), ANA, NOON)
    return dossier


async def test_an_invitation_is_accepted_once_and_again_by_the_same_person(office: Office) -> None:
    invitation = office.invitation()
    for _ in range(2):
        assert await office.deliver(AcceptInvitation(invitation)) == Accepted("13125", focal_point=True)
    assert await office.deliver(AcceptInvitation(invitation), lane="8") == Declined("used")
    assert await office.deliver(AcceptInvitation("inv_nosuchcode"), lane="8") == Declined("unknown")


async def test_the_focal_point_invites_and_others_do_not(office: Office) -> None:
    await office.deliver(AcceptInvitation(office.invitation()))
    made = await office.deliver(MakeInvitation("13125"))
    assert isinstance(made, Invited)
    assert made.link == f"https://t.me/sello_bot?start={made.code}"
    assert await office.deliver(AcceptInvitation(made.code), lane="8") == Accepted("13125")
    assert await office.deliver(MakeInvitation("13125"), lane="9") == NotInvited()


async def test_a_forgotten_person_is_nobody_s_focal_point(office: Office) -> None:
    await office.deliver(AcceptInvitation(office.invitation()))
    for _ in range(2):
        assert await office.deliver(ForgetPerson("7")) is None
    assert await office.deliver(MakeInvitation("13125")) == NotInvited()


async def test_a_file_is_fetched_and_then_put(office: Office) -> None:
    office.files["F"] = PDF
    assert await office.deliver(FetchFile("7:1", "F")) == Fetched("7:1", DIGEST, "application/pdf", len(PDF))
    assert await office.waiting() == [PutEvidence(DIGEST)]
    for _ in range(2):
        assert await office.deliver(PutEvidence(DIGEST)) is None


async def test_what_somebody_only_practised_with_stays_here(office: Office) -> None:
    office.files["F"] = PDF
    await office.deliver(FetchFile("7:1", "F"), dossier="practice:7")
    assert await office.waiting() == []


@pytest.mark.parametrize(
    ("given", "why"),
    [(b"", "empty"), (b"MZ", "type"), (NotFetched("7:1", "gone"), "gone"), (NotFetched("7:1", "large"), "large")],
)
async def test_a_file_that_will_not_come(office: Office, given: bytes | NotFetched, why: str) -> None:
    office.files["F"] = given
    assert await office.deliver(FetchFile("7:1", "F")) == NotFetched("7:1", why)


async def test_a_hand_over_waits_for_its_evidence_and_is_received_once(office: Office, content: Content) -> None:
    dossier = sending(content)
    await office.keep(dossier)
    errand, id = HandOver("13125", 1), str(uuid4())
    with pytest.raises(NotYet):
        await office.deliver(errand, id=id)
    assert await office.waiting() == [PutEvidence(DIGEST)]
    office.files["F"] = PDF
    await office.deliver(FetchFile("7:1", "F"))
    await office.deliver(PutEvidence(DIGEST))
    first = await office.deliver(errand, id=id)
    assert isinstance(first, HandedOver)
    assert await office.deliver(errand, id=id) == first
    kept = await office.courier.backend.client.get(f"/v1/pre-applications/{first.reference}")
    body = kept.json()["content"]
    assert set(body["answers"]) == {each for each in dossier.answers if not each.startswith("PF")}
    assert {each["by_post"] for each in body["answers"].values()} == {ANA.post}
    assert [(piece["sha256"], piece["name"]) for piece in body["evidence"]] == [(DIGEST, "carta.pdf")]
    assert ANA.name not in kept.text
    assert body["language"] == "ht"


async def test_a_second_round_names_the_one_it_replaces(office: Office, content: Content) -> None:
    dossier = sending(content, with_file=False)
    await office.keep(dossier)
    first = await office.deliver(HandOver("13125", 1))
    assert isinstance(first, HandedOver)
    again = replace(dossier, round=2, receipts=(Receipt(1, first.reference, first.received_at, first.digest),))
    await office.keep(again)
    second = await office.deliver(HandOver("13125", 2))
    assert isinstance(second, HandedOver)
    assert second.replaces == first.reference != second.reference


async def test_nothing_is_handed_over_that_is_no_longer_being_sent(office: Office, content: Content) -> None:
    assert await office.deliver(HandOver("13125", 1)) is None
    await office.keep(replace(sending(content), sending=None))
    assert await office.deliver(HandOver("13125", 1)) is None


async def test_answers_of_closed_questions_stay_here(office: Office, content: Content) -> None:
    dossier = sending(content, with_file=False)
    answered = set(dossier.answers)
    closed = next(each for each in content.current.questions() if each.id not in answered)
    await office.keep(dossier.answered(closed.id, Written("cerrada"), ANA, NOON))
    done = await office.deliver(HandOver("13125", 1))
    assert isinstance(done, HandedOver)
    kept = await office.courier.backend.client.get(f"/v1/pre-applications/{done.reference}")
    assert closed.id not in kept.json()["content"]["answers"]


async def test_a_refusal_opens_the_dossier_again(office: Office, content: Content) -> None:
    await office.keep(replace(sending(content, with_file=False), key="13999"))
    outcome = await office.deliver(HandOver("13999", 1), dossier="13999")
    assert isinstance(outcome, HandOverRefused)


async def test_a_wrong_token_is_ours_to_mend_and_the_errand_waits(office: Office) -> None:
    office.courier.backend.client.headers["Authorization"] = "Bearer wrong"
    with pytest.raises(ApiAway):
        await office.deliver(AcceptInvitation("inv_x"))


async def test_an_api_that_does_not_answer_is_away() -> None:
    async with Backend.at("http://127.0.0.1:9", "t") as backend:
        with pytest.raises(ApiAway):
            await backend.accept("x", "p" * 8)


async def test_a_refusal_has_a_name(office: Office) -> None:
    with pytest.raises(ApiRefused, match="wrong-digest"):
        await office.courier.backend.put_evidence("0" * 64, PDF)
