"""`python -m walkcoach` is the command `walkcoach`; nothing else lives here."""

import sys

from walkcoach.cli import main

if __name__ == "__main__":
    sys.exit(main())
