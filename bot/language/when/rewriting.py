"""What is written in several ways, and the one word for it that the patterns know."""

import re

MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
WEEKDAYS = "mon|tue|wed|thu|fri|sat|sun"
WE = r"(?:we|they|school|the\s+children|pupils|children|everyone)"
MONTHS_COUNTED = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
UNITS = "one|two|three|four|five|six|seven|eight|nine"
TENS = "twenty|thirty|forty|fifty"

SCHOOL_WORDS = (
    (r"(?<![^\W_])w\s?[./]?\s?[bc](?![^\W_])\.?", "weekfrom"),
    (r"\b(?:wk|we+k|w)[\s/-]*(?:beg\w*|com\w*ing|comm?|starting|starts)\b\.?", "weekfrom"),
    (r"(?<![^\W_])w\s?[./]\s?e(?![^\W_])\.?|\b(?:wk|week)[\s-]*ending\b", "weekto"),
    (r"\bhalf[\s-]*terms?\b", "halfterm"),
    (r"\bhalf\s+of\b", "halfof"),
    (r"\bend\s+of\s+(?:the\s+)?(?:school\s+)?day\b|\bhome[\s-]?time\b", "dayend"),
    (r"\bend\s+of\s+school\b(?!\s+(?:year|term))", "dayend"),
    (
        rf"\b(?:when\s+)?(?:{WE}\s+)?(?:break(?:s|ing)?[\s-]up"
        r"|finish(?:e[sd])?(?=\s+for\s+(?:the\s+)?(?:christmas|easter|summer|half)))(?:\s+day)?\b",
        "breakup",
    ),
    (rf"\b(?:when\s+)?(?:{WE}\s+)?broke[\s-]up(?:\s+day)?\b", "brokeup"),
    (rf"\b(?:when\s+)?{WE}\s+(?:went|came)\s+back(?:\s+to\s+school)?\b", "wentback"),
    (r"\b(?:day\s+)?(?:when\s+|that\s+)?term\s+(?:ends|finishes)\b", "last day of term"),
    (r"\b(?:day\s+)?(?:when\s+|that\s+)?term\s+(?:starts|begins)\b", "first day of term"),
    (
        rf"\b(?:when\s+|(?:day|that)\s+(?=we))?(?:{WE}(?:\s+a|['’])?(?:re)?\s+)"
        r"(?:go|get|come|comes|goes|is|are|back)?\s?(?:back|return|returns)\b(?:\s+to\s+school|\s+in\b)?",
        "goback",
    ),
    (r"\bback\s+to\s+school(?:\s+day)?\b", "goback"),
    (r"\bthis\s+(?=morning\b|afternoon\b|evening\b)", "today"),
    (r"\btonight\b", "today evening"),
    (r"\bthis\s+day\b", "today"),
    (r"\bof\s+the\s+new\s+year\b", "of newyear"),
    (r"\b(?:2nd|second)[\s-]+(?:to[\s-]+)?last\b|\blast\s+but\s+one\b", "penultimate"),
    (r"\blast\s+([a-z]+)\s+but\s+one\b", r"penultimate \1"),
    (r"\b(?:an?\s+)?couple\s+of\s+(?=[a-z]+days\b)", "2"),
    (r"\b(?:no|not)\s+later\s+than\b", "by"),
    (r"\bin\s+(?:the\s+)?year\s+(?=[0-9]{4}\b)", " "),
    (r"\btwo\s+thousand\s+(?:and\s+)?(?=[a-z]+teen\b|twenty\b)", "twenty"),
    # "The last of November" is a day; without "of the" it would be a month gone by.
    (rf"\blast\s+of\s+(?=(?:the|this|next)\s+month\b|(?:{MONTHS})[a-z]*\b)", "last day of"),
    (r"\bfinal\b", "last"),
    (r"\bb4\b", "before"),
)
SAID_FIRST = (
    (r"\b(?:in|over|during|within)\s+the\s+(next|last|coming)\s+(?=(?:week|month|fortnight)\b)", r"inthe \1"),
    (rf"\b(?:an?\s+)?week\s+on\s+(?={WEEKDAYS})", "weekon"),
    (r"^\s*(?:no|nope)\s+(?=(?:actually|sorry|wait|make|it\s?(?:is|was|s)|thats)\b)", " "),
    (r"\bon\s+second\s+thoughts?\b", " "),
    (r"(?<=day)\s+is\s+(?:fine|good|great|ok|okay|perfect)\s*[,;-]", " "),
    # "No, Thursday": without a comma it may be "not on Thursday".
    (r"^\s*(?:no|nope)\b\s*(?:[,.;!-]+|(?=.*\b(?:instead|better|please)\b))", " "),
)
DATES = (
    (r"\b([0-9]{1,2})\s+(st|nd|rd|th)\b", r"\1\2"),
    # "The eleventh of the twelfth", and not "of the second week".
    (
        rf"\b([0-9]{{1,2}}(?:st|nd|rd|th)|[a-z-]*(?:{MONTHS_COUNTED}|teenth|tieth))\s+of\s+(?:the\s+)?"
        rf"(?=(?:{MONTHS_COUNTED}|(?:1[0-2]|[1-9])(?:st|nd|rd|th))(?:\s*$|\s*,|\s+(?:at|[0-9]{{4}})\b))",
        r"\1 numbered",
    ),
    # "The 14 to the 15" are days.
    (
        r"\bthe\s+([0-9]{1,2})(?=\s*$|\s*,|\s+at\s+[0-9h]|\s+(?:to|until|til|till|and|or)\s+the\b|\s*-\s*the\b)",
        r"\1th",
    ),
    (r"(?<=day)\s*,\s*(?=[0-9]{3,4}\s*$)", "at"),
    # "14 Nov, 10" is not the year 2010, and "5 on May 28" is not in 2028.
    (r"(?<=[a-z])\s*,\s*(?=[0-9]{1,2}\s*$)", "then"),
    (r"(?<=[0-9])\s+on\s+(?=[a-z0-9])", "at"),
    (r"([0-9]{4}-[0-9]{2}-[0-9]{2})t([0-9]{2}:[0-9]{2})(?::00(?:\.0+)?)?(?![0-9:.z+-])", r"\1 \2"),
    (r"\b([0-9]{1,2}(?:st|nd|rd|th)?)[-./]([a-z]{3,9})[-./]([0-9]{2}|[0-9]{4})\b", r"\1 \2 in \3"),
    (rf"\b([0-9]{{1,2}}(?:st|nd|rd|th)?)[-./](?=[a-z]{{3,9}}\b)(?!{WEEKDAYS})", r"\1 "),
    (r"\b([a-z]{3,9})[/.](?=\w)", r"\1 "),
    (r"\b([0-9]{1,2}(?:st|nd|rd|th))(?=[a-z])", r"\1"),
    (rf"(?<=[0-9])(?=(?:{MONTHS})[a-z]*)", " "),
    (rf"(?<=\b(?:{MONTHS}))(?=[0-9])", " "),
    (rf"\b({TENS}|mid|early|late|pre|post)-(?=\w)", r"\1 "),
    # A dash between two days or months stays: it is a span.
    (rf"(?<=[a-z])(?<![0-9][ap]m)-(?=[a-z])(?!{WEEKDAYS}|{MONTHS})", " "),
)
TIMES = (
    (
        rf"\b((?:{WEEKDAYS})[a-z]*)\s+(1[3-9]|2[0-9]|3[01])\s*([ap])\.?\s?m\b",
        r"\1 \2th in \3m",
    ),
    (r"\bat\s+([1-9])([0-5][05])\s*$", r"at \1:\2"),
    (r"(?<=day)\s+am\s+(?=at\b)", "morning"),
    (r"(?<=day)\s+pm\s+(?=at\b)", "afternoon"),
    (r"\b((?:19|20)[0-9]{2})\s+([ap])\s?\.?\s?m\b", r"\1 in \2m"),
    (r"\b(?:starting|commencing|beginning)\s+(?=at\b)", " "),
    (r"\bfive\s+and\s+twenty\s+(?=to\b|past\b)", "twenty five"),
    # An entry of a diary.
    (r"(?<=[0-9])\s*,?\s+(?:end|finish)(?:s|es)?\s*:\s*(?=[a-z0-9])", "to"),
    (r"\b([0-9]{1,2}:[0-9]{2}):[0-9]{2}\b", r"\1"),
    (r"(?<=[0-9])\s?([ap])\s?\.?\s?m\b\.?", r"\1m"),
    (r"\b([0-9]{1,2}(?:[.:]?[0-9]{2})?)([ap])\b", r"\1\2m"),
    (r"\bhalf(?=past\b)", "half"),
    (r"\b([ap])\.\s?m\b\.?", r"\1m"),
    (rf"\b(ten|(?:{TENS})(?:[\s-](?:{UNITS}))?|{UNITS}|[a-z]+teen)\s+([ap])\s?\.?\s?m\b\.?", r"\1 \2m"),
    (r"\b([0-2]?[0-9])[:.]?([0-5][0-9])\s?(?:h|hrs?|hours)\b", r"\1:\2"),
    (r"\b([0-9]{1,2})\s?h\s?([0-9]{2})?\b", r"\1:\2"),
    (r"(?<=[0-9])\s?([ap]m)?\s?-?ish\b", r"\1 ish"),
    (r"\bo\s?clock\b", "oclock"),
    (r"(?<![/.])(?<![0-9]-)\b(?:12(?:[.:]00)?|twelve)\s+(?=noon\b|midday\b)", " "),
    (r"@", "at"),
)
SMILES = ((r"[:;]-?[)dp](?![a-z])", " "),)

# Applied from top to bottom, to text in lower case without apostrophes.
REWRITTEN = tuple(
    (re.compile(pattern), f" {word} ")
    for pattern, word in (*SMILES, *SAID_FIRST, *SCHOOL_WORDS, *DATES, *TIMES)
)


def rewritten(text: str) -> str:
    for pattern, word in REWRITTEN:
        text = pattern.sub(word, text)
    return text
