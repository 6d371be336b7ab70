"""16 readers write 25 comments each, all at once. Nothing may fail, and what was accepted must be stored.

.venv/bin/python -m tests.load.posting
"""

import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from tests.load.reader import Reader
from tests.load.site import site

READERS, EACH = 16, 25
LONGEST = 60  # seconds, then the rest is not written and it does not hold
SLOWEST = 1.0  # seconds, for 95 of 100


def main() -> int:
    with site() as place:
        readers = [Reader(place.port, place.slug, has_script=number % 2 == 0) for number in range(READERS)]
        with ThreadPoolExecutor(READERS) as threads:
            accepted = [text for texts in threads.map(write_all, readers, range(READERS)) for text in texts]
        stored = place.stored()
    statuses = Counter(status for reader in readers for status in reader.statuses)
    p95 = figures("All requests", [seconds for reader in readers for seconds in reader.took])
    figures("Those that stored", [seconds for reader in readers for seconds in reader.stored_in])
    print(f"Answers: {', '.join(f'{count} of {status}' for status, count in sorted(statuses.items()))}.")
    print(f"Accepted {len(accepted)} of {READERS * EACH}, stored {len(stored)}.")
    is_whole = sorted(accepted) == sorted(stored) and len(accepted) == READERS * EACH
    is_well = is_whole and not any(status >= 500 or not status for status in statuses) and p95 < SLOWEST
    print("It holds." if is_well else "IT DOES NOT HOLD.")
    return 0 if is_well else 1


def write_all(reader: Reader, number: int) -> list[str]:
    reader.open_the_article()
    texts = [f"Athugasemd {count} eftir lesanda {number}." for count in range(EACH)]
    deadline = time.monotonic() + LONGEST
    return [text for text in texts if time.monotonic() < deadline and reader.write(text)]


def figures(what: str, seconds: list[float]) -> float:
    """Print how long they took, and return what 95 of 100 stayed below."""
    ordered = sorted(seconds)
    p50, p95 = (ordered[int(len(ordered) * part)] for part in (0.5, 0.95))
    print(f"{what} ({len(ordered)}): p50 {p50:.3f} s, p95 {p95:.3f} s, max {ordered[-1]:.3f} s.")
    return p95


if __name__ == "__main__":
    sys.exit(main())
