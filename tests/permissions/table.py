"""Who may see and do what while a review is prepared: the table of domain.md, as it is on the 21st.

What domain.md has in one column, "pack links", are the first four: all that is prepared is seen alike, and
what each may write of it differs. W writes and sees, R sees, S sees where it stands and nothing of it.
"""

from collections.abc import Collection, Mapping

from bot.rules.roles import Role
from storage.database import Sessions
from tests.conversation.conftest import BEN, CARL, CHIDI, KATE, MARTIN, OFFICE, PRIYA, SIAN, ZOE
from tests.conversation.packing import DENISE
from tests.permissions.paths import Column, Does, Path
from tests.permissions.prepared import CANARIES, end_roles, give_role, leave, replace
from tests.permissions.surfaces import GUEST, STRANGER

# "own": they add, and change what they have added. The office writes dates and people in the Lead's place:
# "scheduled (Lead or office)", domain.md says of the states.
TABLE = """
                                          | papers | meeting | questions | the day | group status
 head                                     | W      | W       | W         | W       | R
 joint head                               | W      | W       | W         | W       | R
 whom the head has asked to see to it     | W      | –       | –         | –       | –
 lead reviewer                            | R      | W       | W         | R       | R
 reviewer                                 | R      | R       | own       | R       | R
 champion                                 | focus  | focus   | –         | S       | R
 Lead of that group                       | S      | S       | S         | S       | W
 deputy of the Lead                       | S      | S       | S         | S       | W
 other head of the group                  | –      | –       | –         | –       | R
 Lead of another group                    | –      | –       | –         | –       | –
 reviewer of another group                | –      | –       | –         | –       | –
 management                               | –      | –       | –         | –       | R
 Consortium Office                        | S      | S       | S         | S       | W
 governor of the school                   | –      | –       | –         | –       | –
 governor of another school               | –      | –       | –         | –       | –
 reviewer of the school, not in this team | –      | –       | –         | –       | –
 head who has been replaced               | –      | –       | –         | –       | –
 reviewer who has been replaced           | –      | –       | –         | –       | –
 champion who has been replaced           | –      | –       | –         | –       | –
 reviewer who has left                    | –      | –       | –         | –       | –
 head who has left                        | –      | –       | –         | –       | –
 whom the head had asked, who has left    | –      | –       | –         | –       | –
 guest in the chat                        | –      | –       | –         | –       | –
 anyone not in the roster                 | –      | –       | –         | –       | –
"""

ELLIE, TOM = "ellie.fenwick@oak.example", "tom.garrod@oak.example"
MARGARET, GILLIAN = "margaret.osei@oak.example", "gillian.frost@hollylane.example"
AMIT, BETHAN = "amit.desai@consortium.example", "bethan.rees@stourview.example"
LEILA = "leila.haddad@stannes.example"
WHO = {
    "head": PRIYA,
    "joint head": ELLIE,
    "whom the head has asked to see to it": DENISE,
    "lead reviewer": MARTIN,
    "reviewer": BEN,
    "champion": CHIDI,
    "Lead of that group": KATE,
    "deputy of the Lead": SIAN,
    "other head of the group": ZOE,
    "Lead of another group": CARL,
    "reviewer of another group": BETHAN,
    "management": AMIT,
    "Consortium Office": OFFICE,
    "governor of the school": MARGARET,
    "governor of another school": GILLIAN,
    "reviewer of the school, not in this team": TOM,
    "head who has been replaced": PRIYA,
    "reviewer who has been replaced": BEN,
    "champion who has been replaced": CHIDI,
    "reviewer who has left": BEN,
    "head who has left": PRIYA,
    "whom the head had asked, who has left": DENISE,
    "guest in the chat": GUEST,
    "anyone not in the roster": STRANGER,
}
# To these the bot says that it does not know them.
UNKNOWN = {row for row in WHO if "left" in row} | {"guest in the chat", "anyone not in the roster"}


def cells() -> Mapping[str, Mapping[Column, str]]:
    heading, *lines = (line.split("|") for line in TABLE.strip("\n").splitlines())
    columns = [Column(name.strip()) for name in heading[1:]]
    return {row.strip(): dict(zip(columns, map(str.strip, found), strict=True)) for row, *found in lines}


CELLS = cells()


def become(row: str, sessions: Sessions) -> str:
    """Make somebody what the row says, where the sample is not so already; their address."""
    match row:
        case "joint head":
            give_role(sessions, ELLIE, Role.HEAD, "oak")
        case "head who has been replaced":
            give_role(sessions, ELLIE, Role.HEAD, "oak")
            end_roles(sessions, PRIYA)
        case "reviewer who has been replaced" | "champion who has been replaced":
            replace(sessions, WHO[row], "Daniel Achterberg")
        case _ if row.endswith("has left"):
            leave(sessions, WHO[row])
    return WHO[row]


def may(row: str, path: Path, found: Mapping[Column, str] | None = None) -> bool:
    """Whether the table lets those in this row go this way."""
    cell = (found or CELLS[row]).get(path.column, "")
    listed = not path.only or row in path.only
    if path.column is Column.ANYBODY:
        return row not in UNKNOWN
    if path.column in {Column.OWN, Column.LED, Column.AUDIT}:
        return bool(path.only) and row in path.only
    if path.does is Does.SHOWS:
        return cell not in {"", "–"} and listed
    return listed and cell in {"W", "own"}


def sees(row: str, found: Mapping[Column, str] | None = None) -> Collection[str]:
    """Those of the canaries that the table shows to them."""
    cell = found or CELLS[row]
    kinds = {
        "links": cell[Column.PAPERS] in {"W", "R"},
        "areas": cell[Column.PAPERS] in {"W", "R", "focus"},
        "meeting": cell[Column.MEETING] in {"W", "R"},
        "focus": cell[Column.MEETING] in {"W", "R", "focus"},
        "questions": cell[Column.QUESTIONS] in {"W", "R", "own"},
        "rows": cell[Column.DAY] in {"W", "R"},
        "draft": cell[Column.DAY] == "W",
    }
    return {word for kind, shown in kinds.items() if shown for word in CANARIES[kind]}
