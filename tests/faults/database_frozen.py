"""PostgreSQL freezes: it stays connected and never answers, as a machine does that has no memory left.

.venv/bin/python -m tests.faults.database_frozen
"""

import sys
import threading

from tests.faults.drill import Drill, Outage
from tests.faults.place import place
from tests.faults.postgres import postgres

FROZEN = 18.0  # seconds


def main() -> int:
    drill = Drill(f"PostgreSQL freezes for {FROZEN:.0f} s: it is connected, and does not answer.")
    with postgres() as cluster, place(cluster.url) as site:
        outage = Outage(drill, site)
        cluster.freeze()
        thaw = threading.Timer(FROZEN, cluster.thaw)
        thaw.start()
        try:
            outage.finished_pages_are_served_beside_a_crowd()
            outage.processes_live()
        finally:
            thaw.join()
        site.drop(aside=outage.dropped, withdrawn=outage.withdrawn)
        outage.comes_back()
    return drill.end()


if __name__ == "__main__":
    sys.exit(main())
