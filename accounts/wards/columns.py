"""The columns we read of a postcode directory and of a list of ward names, whatever year's names they carry."""

from accounts.gias.table import Columns

YEARS = range(31, 10, -1)


def dated(stem: str, ending: str = "cd") -> tuple[str, ...]:
    """``wd25cd``, ``wd24cd`` and so on: the newest first."""
    return tuple(f"{stem}{year}{ending}" for year in YEARS)


IMD_2019, IMD_2025 = 32_844, 33_755
"""How many areas of England each index of deprivation puts in order. Rank 1 is the most deprived."""
RANKS = {"imd": IMD_2019, "imd19ind": IMD_2019, "imd20ind": IMD_2019, "imd25ind": IMD_2025, "imd26ind": IMD_2025}
"""The columns that may hold the rank of a postcode's area."""

POSTCODES = Columns(
    needed={
        "postcode": ("pcds", "pcd8", "pcd7", "pcd", "pcd2"),
        "council": ("oslaua", "laua", *dated("lad"), *dated("laua")),
        "ward": ("osward", "ward", *dated("wd")),
    },
    others={
        "county": ("oscty", "cty", *dated("cty")),
        "area": ("lsoa21", "lsoa11", *dated("lsoa")),
        **{name: (name,) for name in RANKS},
    },
    called="a postcode directory",
)
NAMES = Columns(
    needed={"code": dated("wd"), "name": dated("wd", "nm")},
    others={"council": dated("lad"), "county": dated("cty")},
    called="a list of ward names",
)
