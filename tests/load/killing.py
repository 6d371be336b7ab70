"""Server and worker are killed (SIGKILL) in the middle of writing: every acknowledged comment must be there.

.venv/bin/python -m tests.load.killing
"""

import signal
import sys
import threading
import time
from collections import Counter
from http.client import HTTPException

from tests.load.reader import Reader
from tests.load.site import site

ROUNDS, READERS = 3, 8
BEFORE_THE_BLOW = 40  # acknowledged comments in each round
LONGEST_ROUND = 30  # seconds


def main() -> int:
    acknowledged: list[str] = []
    with site() as place:
        for number in range(ROUNDS):
            if number:
                place.start()
            acknowledged += write_until_killed(place, number)
        is_sound, stored = place.is_sound(), Counter(place.stored())
        place.start()
        comes_back = place.answers()
    lost = [text for text in acknowledged if text not in stored]
    twice = [text for text, count in stored.items() if count > 1]
    print(f"Killed {ROUNDS} times. Acknowledged {len(acknowledged)}, stored {sum(stored.values())}.")
    print(f"Lost: {len(lost)}. Stored twice: {len(twice)}. The file is {'sound' if is_sound else 'DAMAGED'}.")
    is_well = not lost and not twice and is_sound and comes_back and len(acknowledged) >= ROUNDS * BEFORE_THE_BLOW
    print("It holds." if is_well else "IT DOES NOT HOLD.")
    return 0 if is_well else 1


def write_until_killed(place, number: int) -> list[str]:
    acknowledged: list[str] = []
    threads = [
        threading.Thread(target=write, args=(place, f"{number}.{one}", acknowledged), daemon=True)
        for one in range(READERS)
    ]
    for thread in threads:
        thread.start()
    deadline = time.monotonic() + LONGEST_ROUND
    while len(acknowledged) < BEFORE_THE_BLOW and time.monotonic() < deadline:
        time.sleep(0.01)
    place.end(signal.SIGKILL)
    for thread in threads:
        thread.join()
    return acknowledged


def write(place, name: str, acknowledged: list[str]) -> None:
    """Write until nobody answers any more."""
    reader = Reader(place.port, place.slug, has_script=True)
    try:
        reader.open_the_article()
        for count in range(10_000):
            text = f"Athugasemd {count} eftir lesanda {name}."
            if reader.write(text):
                acknowledged.append(text)
    except (OSError, HTTPException):
        return


if __name__ == "__main__":
    sys.exit(main())
