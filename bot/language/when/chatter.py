"""What people say around a date and do not mean as part of it."""

import re

WE = "(?:we|you|i|it|they)"
A = "(?: (?:a|an|our|us|me|it|this))*"
EVENT = "(?:deadline|meeting|review|visit|workshop|feedback|date|day|appointment)"
BEFORE = (
    "yes|yeah|yep|ok|okay|oh|ah|sorry|actually|hi|hello|hey|thanks|right|so|well|um|er|hmm",
    "when|sent|date|starts?|date and time|rather|better",
    "and|then|but|scrap that|change plan|no wait|wait|correction|make that",
    "how about|what about|perhaps|maybe|possibly|probably|preferably|ideally|hopefully|say|i think|i guess",
    "lets (?:say|do|go for|try|make it|go with|meet)|shall we (?:say|do|try|go for|meet)",
    "make (?:it|that)",
    rf"(?:can|could|shall|may|might) {WE}(?: (?:do|say|have|make|make it|move to|move it to|be|try))+",
    rf"(?:can|could|shall|may|might) {WE} (?:go for|meet|book|come)|go (?:for|with)|see you",
    "meant|oops|should (?:say|be|read)|(?:it|that) should (?:say|be|read)",
    rf"{WE} (?:meant|mean|said|say|think|prefer|would prefer|d prefer)",
    rf"{WE} (?:would like|d like|can do|could do)",
    rf"{WE} (?:can make|could make|want|suggest)|(?:id|wed) (?:prefer|like)",
    "ill (?:go back|come|visit|be there)",
    rf"{WE} (?:did|had|held|gave|sent|met)(?: (?:it|them|this|{EVENT}))?",
    "(?:move|change|switch|push|put)(?: (?:it|that|this))?(?: (?:back|forward))? to",
    rf"(?:book|set up|arrange|schedule){A}(?: (?:in|{EVENT}))?(?: for)?|meet|lets have{A} (?:lunch|{EVENT})",
    rf"(?:(?:a|our) )?{EVENT}(?: (?:is|will be|was))?(?: at)?",
    "its|it is|thats|that is|is|was|will be|would be|due|it was|sometime|some time|for(?! (?:[0-9]|an?\\b))",
)
AFTER = (
    "instead|then|thanks|thank you|many thanks|cheers|ta|x|xx|xxx|ok|okay|maybe|perhaps|actually|though",
    "if (?:possible|thats ok|that is ok|you can|poss|ok|free)|i think|will do|hopefully",
    "any (?:good|use)|best|only|inclusive",
    "would be (?:good|great|fine|best|better|perfect|lovely|ideal|ok)|sounds (?:good|fine|great)|it is",
    "is (?:fine|good|best|better|great|perfect|ok|ideal)|suits?(?: us| me)?(?: best)?",
    rf"works(?: best| better| well)?(?: for (?:us|me))?|for (?:us|me|{EVENT})",
)
OPENING = re.compile(rf"(?:(?:{'|'.join(BEFORE)}) )+")
CLOSING = re.compile(rf"(?: (?:{'|'.join(AFTER)}))+")
# Whatever is said with these is not the day that is named.
NOT = re.compile(
    r"\b(?:not|no|never|isnt|cant|cannot|wont|dont|doesnt|except|but|unless|avoid|without|neither"
    r"|nor|rather|other than|apart from|most|if|whichever)\b"
)


def stripped(phrase: str) -> str:
    """What is left without greetings and the like; all of it where nothing would be left."""
    opening = OPENING.match(f"{phrase} ")
    left = phrase[opening.end() :] if opening and opening.end() < len(phrase) else phrase
    closing = next((found for found in CLOSING.finditer(left) if found.end() == len(left)), None)
    return (left[: closing.start()] if closing and closing.start() else left).strip() or phrase


def denies(phrase: str) -> bool:
    return NOT.search(phrase) is not None
