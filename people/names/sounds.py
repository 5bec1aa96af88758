"""How a name sounds, as one or two short codes, so that it is found when it is misheard.

Metaphone was made for English. Before it we bring to one form what other languages write in other ways, once mildly and
once as an English ear would take it down; two names sound alike when any of their codes is the same. Ranking by
likeness comes afterwards, so a code may be generous.
"""

import re
from functools import lru_cache

from jellyfish import metaphone

from people.names.spelling import together

HEARD = {
    "niamh": "neev", "caoimhe": "keeva", "aoife": "eefa", "saoirse": "sersha", "siobhan": "shivon", "sean": "shawn",
    "sinead": "shinade", "eoin": "owen", "eoghan": "owen", "ciara": "keera", "ciaran": "keeran", "oisin": "osheen",
    "roisin": "rosheen", "tadhg": "tige", "aine": "onya", "grainne": "gronya", "meabh": "mave", "ruairi": "rory",
    "sian": "sharn", "rhys": "reece", "ieuan": "yiyan", "ioan": "yoan", "llywelyn": "lewelin", "dafydd": "davith",
    "nguyen": "win", "wojciech": "voyteck", "agnieszka": "agneshka", "leigh": "lee", "hugh": "hew", "xavier": "zavier",
    "yvonne": "evon", "phoebe": "feebee", "zoe": "zowee", "chloe": "clowee", "stjohn": "sinjin", "menzies": "mingis",
    "featherstonehaugh": "fanshaw", "cholmondeley": "chumley", "beauchamp": "beecham", "siddharth": "sidart",
}  # fmt: skip
"""Names that no rule leads from the ear to the page."""
MILD = (
    (r"^ng", "n"), (r"^n(?=[wv])", ""), (r"sch", "sh"), (r"tch", "ch"), (r"cz", "ch"), (r"sz", "sh"), (r"kh", "k"),
    (r"dh", "d"), (r"bh", "b"), (r"jh", "j"), (r"^gh", "g"), (r"^th(?=om)", "t"), (r"mps", "ms"), (r"ch(?=m)", "h"),
    (r"(?<=[a-z])y(?=[a-z])", "i"), (r"^[aeiou]+", "a"), (r"(.)\1+", r"\1"),
    (r"(?<=[aeiou])s(?=i[ao]$)", "z"),
)  # fmt: skip
"""Spellings brought together, whoever hears them. "Aisha" and "Ayesha", "Chowdhury" and "Chaudhary"."""
BY_EAR = (
    (r"kw", "k"), (r"^kh", "h"), (r"^s(?=i[aeou])", "sh"), (r"[bm]h", "v"), (r"th", "t"), (r"^j", "y"),
    (r"w(?=[aeiou])", "v"), (r"(?<![scp])h(?!$)", ""), (r"g$", ""), (r"sz$", "s"), (r"lr", "r"), (r"sh(?=e?w)", "s"),
    (r"(?<=[aeiou])[sz](?=i[ao]$)", "sh"),
)  # fmt: skip
"""What an English ear makes of the rest. "Siobhan" and "Shivaun", "Khadija" and "Hadija"."""


@lru_cache(maxsize=20_000)
def sounds(name: str) -> tuple[str, ...]:
    """The codes of one name, the mild one first. A name in letters that have no code is its own."""
    word = together(name)
    if not word:
        return ()
    heard = HEARD.get(word) or _rewritten(word, BY_EAR)
    codes = [_code(word), _code(heard)]
    return tuple(dict.fromkeys(codes))


def _code(word: str) -> str:
    return str(metaphone(_rewritten(word, MILD))) or word[:20] if word.isascii() else word[:20]


def _rewritten(word: str, rules: tuple[tuple[str, str], ...]) -> str:
    for pattern, instead in rules:
        word = re.sub(pattern, instead, word)
    return word
