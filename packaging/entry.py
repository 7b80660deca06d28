"""Where the built program starts: the same command line as `walkcoach`, nothing more."""

import multiprocessing
import sys

from walkcoach.cli import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
