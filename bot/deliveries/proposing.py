"""What an official says of a service, brought to the api."""

from typing import Any

import structlog

from api.contract import ProposalRequest, ServiceEdit
from bot.backend import ApiRefused, Backend
from bot.dialogue.errands import ProposeService
from bot.dialogue.proposals import Change
from bot.dialogue.upkeep_events import NotProposed
from bot.memory import secrets
from bot.memory.database import Memory
from bot.memory.errands import Job

_LONGEST_BY = 100
_log = structlog.get_logger()


async def propose(memory: Memory, backend: Backend, job: Job, proposed: ProposeService) -> NotProposed | None:
    """Nothing once the api has it; NotProposed when it never will."""
    body = ProposalRequest(
        kind=proposed.kind.value,
        commune=proposed.cut,
        acting=await memory.do(secrets.alias, job.lane),
        by=proposed.by[:_LONGEST_BY],
        service=proposed.service or None,
        change=edit(proposed.change),
    )
    try:
        await backend.propose(job.id, body)
    except ApiRefused as refusal:
        _log.warning("proposal_refused", reason=refusal.name)
        return NotProposed()
    return None


def edit(change: Change) -> ServiceEdit:
    """The same change on the wire."""
    told: dict[str, Any] = {
        "name": change.name,
        "description": change.description,
        "categories": [change.category] if change.category else [],
        "papers": change.papers,
        "bring": list(change.bring),
        "address": change.address,
        "hours": [{"weekdays": list(each.weekdays), "opens": each.opens, "closes": each.closes} for each in change.hours],
        "phone": change.phone,
        "status": change.status,
    }
    return ServiceEdit.model_validate({name: value for name, value in told.items() if value})
