"""``python3 start.py bench [names] [--quick]``."""

import argparse
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sendpath.settings")

import django

django.setup()

from bench.run import add_arguments, complaint, run


def main(arguments: list[str]) -> int:
    """Measure, and answer 1 when a target was not met."""
    parser = argparse.ArgumentParser(prog="bench", description="How quick it is, as ratios. See docs/performance.md.")
    add_arguments(parser)
    chosen = parser.parse_args(arguments)
    if wrong := complaint(chosen.names, chosen.rounds):
        parser.error(wrong)
    return run(chosen.names, quick=chosen.quick, rounds=chosen.rounds)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
