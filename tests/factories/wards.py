"""Postcode directories and lists of ward names, to the headers of two releases. Every code and name is invented."""

import csv
import io

OLD = ["pcd", "pcd2", "pcds", "dointr", "doterm", "oscty", "ced", "oslaua", "osward", "lsoa11", "imd", "lsoa21"]
NEW = ["pcd7", "pcd8", "pcds", "dointr", "doterm", "cty25cd", "lad25cd", "wd25cd", "lsoa21cd", "imd20ind"]
SALFORDS = "E08000006"
BELHUS, TILBURY = "E05002230", "E05002241"


def a_postcode(postcode: str = "M5 4WT", ward: str = BELHUS, rank: str = "300", **said: str) -> dict[str, str]:
    """One line, by the names of both releases."""
    line = {
        "pcds": postcode, "dointr": "198001", "oslaua": SALFORDS, "lad25cd": SALFORDS, "oscty": "E99999999",
        "cty25cd": "E99999999", "osward": ward, "wd25cd": ward, "lsoa11": "E01005678", "lsoa21": "E01005678",
        "lsoa21cd": "E01005678", "imd": rank, "imd20ind": rank,
    }  # fmt: skip
    return line | said


def directory(lines, columns: list[str] = NEW) -> bytes:
    """The file of these lines."""
    text = io.StringIO(newline="")
    out = csv.writer(text, quoting=csv.QUOTE_ALL)
    out.writerow(columns)
    out.writerows([line.get(name, "") for name in columns] for line in lines)
    return text.getvalue().encode()


def names(wards: dict[str, str], council: str = SALFORDS) -> bytes:
    """A list of wards and councils."""
    lines = [{"WD25CD": code, "WD25NM": name, "LAD25CD": council} for code, name in wards.items()]
    return directory(lines, ["WD25CD", "WD25NM", "LAD25CD"])
