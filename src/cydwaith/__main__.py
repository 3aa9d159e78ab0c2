"""``python -m cydwaith``: every verb, inside the environment."""

import sys

from cydwaith.cli import main

sys.exit(main())
