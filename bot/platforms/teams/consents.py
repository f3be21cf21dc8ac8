"""Whether somebody wants a file, answered: it is made then, and put there for whoever may have it then."""

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime

from bot.cards import common
from bot.cards import parcels as say
from bot.cards.model import Card
from bot.links import Links
from bot.parcels import Files, Parcel, Wanted, instead, made
from bot.platforms.teams import files, showing
from bot.platforms.teams.activities import PLATFORM, Act, Upload
from bot.platforms.teams.connector import CARD, Connector, Piece
from bot.platforms.teams.requests import Away, Http, Refused
from bot.router import Clock, id_in
from storage import received
from storage.database import Sessions
from storage.received import Source

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Found:
    """`by_link`: what they get where the file can't be put."""

    parcel: Parcel
    by_link: Card


class Consents:
    """Each question is answered once: whoever wants the file again asks for it again."""

    def __init__(
        self, sessions: Sessions, links: Links, clock: Clock, connector: Connector, files: Files, http: Http
    ) -> None:
        self._sessions = sessions
        self._links = links
        self._clock = clock
        self._connector = connector
        self._files = files
        self._http = http

    async def take(self, act: Act) -> None:
        # A file stands in nobody's chat but one's own.
        if act.channel:
            return
        now = self._clock()
        who = await asyncio.to_thread(self._whose, act, now)
        if who is None:
            return
        subject = id_in(act.go.args.get("subject", "")) or 0
        if act.upload is None:
            await self._show_card(act, say.declined(subject))
            return
        wanted = Wanted(act.go.args.get("purpose", ""), subject, who)
        found = await asyncio.to_thread(self._find, wanted, now)
        if found is None:
            await self._show_card(act, common.refused(say.NOT_YOURS))
        elif await self._put(act.upload, found.parcel):
            await self._show(act, files.shown(act.upload), say.IS_THERE)
        else:
            await self._show_card(act, found.by_link)

    def _whose(self, act: Act, now: datetime) -> int | None:
        """The person's id, 0 for somebody unknown; None where the question has been answered before."""
        source = Source(PLATFORM, act.workspace, act.user, "")
        question = f"consent {act.reference.conversation}/{act.message}" if act.message else act.event
        with self._sessions.begin() as session:
            found = received.whereabouts_if_new(session, source, question, now)
        return (found.person_id or 0) if found else None

    def _find(self, wanted: Wanted, now: datetime) -> Found | None:
        with self._sessions() as session:
            card = instead(session, wanted, now, self._links)
        parcel = made(self._sessions, wanted, now, self._files) if card else None
        return Found(parcel, card) if parcel and card else None

    async def _put(self, upload: Upload, parcel: Parcel) -> bool:
        if not files.is_theirs(upload):
            log.warning("a file was not put where it was asked for: the address is not one of Microsoft's")
            return False
        try:
            await files.put(self._http, upload.to, parcel.file.body)
        except (Refused, Away) as failed:
            log.warning("a file was not taken by Teams: %s", failed)
            return False
        return True

    async def _show_card(self, act: Act, card: Card) -> None:
        drawn = showing.drawn(card)
        await self._show(act, Piece(CARD, drawn.card), drawn.said)

    async def _show(self, act: Act, piece: Piece, said: str) -> None:
        """In place of the question; below it, where that can't be changed."""
        where = act.reference
        to = where.service_url, where.conversation, piece, said
        try:
            if act.message:
                await self._connector.enclose(*to, in_place_of=act.message)
                return
        except Refused as refused:
            log.info("a question about a file was not changed in Teams: %s", refused)
        await self._connector.enclose(*to)
