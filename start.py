#!/usr/bin/env python3
"""SENDPath with one command: ``python3 start.py``. ``python3 start.py help`` lists the others.

This file is read by whatever Python is there, so it keeps to words that an old one understands.
"""

import sys

OLDEST, NEWEST = (3, 11), (3, 13)


def complaint(version):
    """What to say about this Python's version, or nothing when it will do."""
    if OLDEST <= version[:2] <= NEWEST:
        return ""
    return (
        "SENDPath needs Python 3.11, 3.12 or 3.13. This is Python %d.%d, at %s.\n"
        "Install one of those and name it, for example: python3.13 start.py" % (version[0], version[1], sys.executable)
    )


if __name__ == "__main__":
    if complaint(sys.version_info):
        sys.exit(complaint(sys.version_info))
    from launch.bootstrap import main

    sys.exit(main(sys.argv[1:]))
