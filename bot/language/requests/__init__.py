"""What people ask for in plain sentences. The first line that fits counts: the special before the general."""

from bot.language.requests.around import AROUND
from bot.language.requests.everyday import EVERYDAY, HELP, REMINDING
from bot.language.requests.model import Asked
from bot.language.requests.parts import PARTS
from bot.language.requests.reviews import ANY_REVIEW, REVIEWS

REQUESTS: tuple[Asked, ...] = (*REMINDING, *AROUND, *PARTS, *REVIEWS, *EVERYDAY, *HELP, *ANY_REVIEW)
