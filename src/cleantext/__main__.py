"""`python -m cleantext` does what `cleantext` does."""

import sys

from _cleantext_cli import main

if __name__ == "__main__":
    sys.exit(main())
