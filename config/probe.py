"""Asks a web process of this host whether it is alive or ready. For units and containers, which may have no curl.

`python -m config.probe readyz --port 8001 --wait 30` ends with 0 as soon as the process is ready, and with 1 after 30
seconds in which it was not. It imports nothing of the site, so it asks and is gone.
"""

import argparse
import http.client
import os
import sys
import time
from urllib.parse import urlsplit

PAUSE = 0.2  # seconds between two questions


def is_well(probe: str, port: int, host: str) -> bool:
    """Whether the process at this port of our own machine answers the probe with 200, asked by the site's name."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", f"/{probe}", headers={"Host": host})
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser(description="Ask a web process of this host.")
    parser.add_argument("probe", choices=["healthz", "readyz"], nargs="?", default="healthz")
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or 8000))
    parser.add_argument("--wait", type=float, default=0, help="seconds to go on asking")
    asked = parser.parse_args(arguments)
    host = urlsplit(os.environ.get("SITE_URL", "")).hostname or "127.0.0.1"
    deadline = time.monotonic() + asked.wait
    while not is_well(asked.probe, asked.port, host):
        if time.monotonic() >= deadline:
            return 1
        time.sleep(PAUSE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
