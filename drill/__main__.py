"""``python3 start.py drill [--seed N] [--kills N] [--only KIND] [--quick]``."""

import sys

from drill.run import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
