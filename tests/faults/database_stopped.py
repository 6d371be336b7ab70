"""PostgreSQL is stopped as if its machine had lost power, and started again.

.venv/bin/python -m tests.faults.database_stopped
"""

import sys
import time

from tests.faults.drill import Drill, Outage
from tests.faults.place import place
from tests.faults.postgres import postgres

LASTING = 15  # seconds more, as whoever tries in vain does so less and less often


def main() -> int:
    drill = Drill("PostgreSQL is stopped, and started again.")
    with postgres() as cluster, place(cluster.url) as site:
        outage = Outage(drill, site)
        cluster.stop()
        refused = outage.readers_are_served()
        time.sleep(LASTING)
        outage.processes_live()
        cluster.start()
        outage.comes_back(refused)
    return drill.end()


if __name__ == "__main__":
    sys.exit(main())
