"""Words that can mean that somebody worries whether a child is not safe. A short list, chosen with care: it leads to an
offer on the page, to being read first, and to a person saying whether the family is written to, and decides nothing.
Missing some is expected; every request is read by a person. Pure."""

import re
from collections.abc import Iterable

SOMEBODY = r"(?:him|her|them|me|us|the child|himself|herself|themselves|myself)"
PHRASES = (
    r"bruis(?:e|es|ed|ing)",
    r"(?:marks?|burns?|cuts?|scars?) on (?:his|her|their|my)",
    rf"(?:hits?|hitting|beats?|beaten|beating|slaps?|slapped|slapping|kicks?|kicked|strangl\w+|chok\w+) {SOMEBODY}",
    rf"(?:hurts?|hurting|harms?|harmed|harming|touch(?:es|ed|ing)?) {SOMEBODY}",
    r"(?:afraid|scared|frightened|terrified) (?:to go|of going) home",
    r"(?:afraid|scared|frightened|terrified) of (?:his |her |their |my )?"
    r"(?:mum|mam|mother|dad|father|step\w+|parents?|uncle)",
    r"not safe (?:at home|there|with)|unsafe at home|does not feel safe|doesn['’]t feel safe",
    r"(?:child|sexual(?:ly)?|physical(?:ly)?|emotional(?:ly)?|domestic|substance)[- ]abus\w+",
    r"abused? (?:him|her|them|me)|being abused|domestic violence|violent (?:at home|partner|towards)",
    r"sexuali[sz]ed|sexual (?:harm|contact|exploitation)|rap(?:e|ed)\b",
    r"neglect(?:ed|ful|s)?\b",
    r"self[- ]harm\w*|suicid\w+|kill (?:himself|herself|themselves|myself)|wants? to die|end (?:his|her|their|my) life",
    r"(?:left|leaves? (?:him|her|them)) (?:home )?alone (?:at night|at home|for)|no food (?:at home|in the house)",
    r"exploit(?:ed|ation|ing)|county lines|groom(?:ed|ing)\b|traffick\w+",
    r"female genital|\bfgm\b|forced marriage|honou?r[- ]based",
)
"""Each stands by itself between word ends."""
FOUND = re.compile("|".join(rf"(?:\b(?:{phrase}))" for phrase in PHRASES), re.IGNORECASE)


def sounds_like_a_worry(texts: Iterable[str]) -> bool:
    """Whether anything written reads like a worry that a child is not safe."""
    return any(FOUND.search(" ".join(text.split())) for text in texts)
