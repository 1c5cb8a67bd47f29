"""`python -m dateline` is `dateline`, also where the package is not installed."""

import sys

from dateline.cli import main

sys.exit(main())
