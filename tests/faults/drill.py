"""A drill says what it finds, sentence by sentence, and ends with a code: 0 where all of it is as it should be."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.faults.asking import Answer, Writer, ask
from tests.faults.place import Place

SOON = 5.0  # seconds until everything is as before
LONG = 60.0  # seconds, after which nobody waits any more
GLANCE = 0.05
NEW = "Nýr inngangur eftir bilun."
CROWD = 24  # readers
PRESSING = 8.0  # seconds
QUICK = 1.0  # second that a reader of a finished page waits at most


@dataclass
class Drill:
    name: str
    failed: list[str] = field(default_factory=list)

    def __post_init__(self):
        print(f"\n{self.name}", flush=True)

    def check(self, sentence: str, is_so: bool, why: str = "") -> None:
        """Say whether the sentence is true."""
        print(f"  {'yes' if is_so else 'NO '}  {sentence}{f' ({why})' if why and not is_so else ''}", flush=True)
        if not is_so:
            self.failed.append(sentence)

    def check_soon(self, sentence: str, ask: Callable[[], bool], within: float = SOON) -> None:
        """Say after how long it became true, and whether that was soon enough."""
        took = seconds_until(ask)
        self.check(f"{sentence}: {took:.1f} s", took <= within, f"at most {within:.0f} s are allowed")

    def end(self) -> int:
        print(f"  {'IT DOES NOT HOLD' if self.failed else 'It holds'}.", flush=True)
        return 1 if self.failed else 0


def seconds_until(is_so: Callable[[], bool]) -> float:
    began = time.monotonic()
    while not is_so() and time.monotonic() - began < LONG:
        time.sleep(GLANCE)
    return time.monotonic() - began


@contextmanager
def crowd(ask: Callable[[], Answer]) -> Iterator[list[Answer]]:
    """Readers who ask again and again, all at once, until it is over. Gives their answers."""
    answers, over = [], threading.Event()

    def press():
        while not over.is_set():
            answers.append(ask())

    threads = [threading.Thread(target=press, daemon=True) for _ in range(CROWD)]
    for thread in threads:
        thread.start()
    try:
        yield answers
    finally:
        over.set()
        for thread in threads:
            thread.join()


@dataclass
class Outage:
    """What readers may expect while something is away. Made before it goes; asked meanwhile, and afterwards.

    Of the articles the first is drawn and stays, the second is drawn and dropped meanwhile, the third is drawn and
    withdrawn meanwhile, and the fourth is not drawn before it is over.
    """

    drill: Drill
    place: Place

    def __post_init__(self):
        self.port = self.place.port
        self.drawn, self.dropped, self.withdrawn, self.undrawn = (f"/{slug}/" for slug in self.place.slugs[:4])
        for path in (self.drawn, self.dropped, self.withdrawn):
            self._expect_finished(path)
        self.writer = Writer(self.place.port, self.place.slugs[0])

    def readers_are_served(self) -> Answer:
        """What holds wherever no page can be drawn. Returns the answer to a comment."""
        self.finished_pages_are_served()
        self.finished_pages_are_served_beside_a_crowd()
        self.others_get_the_own_page()
        refused = self.posting_keeps_the_text()
        self.dropped_pages_are_served_as_they_were()
        self.processes_live()
        return refused

    def finished_pages_are_served(self) -> None:
        answers = [self.ask(self.drawn) for _ in range(20)]
        slowest = max(answer.seconds for answer in answers)
        is_so = all(answer.status == 200 and "s-maxage" in answer.headers["cache-control"] for answer in answers)
        self.drill.check(
            f"A page that was drawn is served as ever (20 times, at most {slowest * 1000:.0f} ms).",
            is_so,
            _statuses(answers),
        )

    def finished_pages_are_served_beside_a_crowd(self, press: Callable[[], Answer] | None = None) -> None:
        """While more readers than there are threads want what cannot be done now."""
        with crowd(press or (lambda: self.ask(self.undrawn))) as answers:
            time.sleep(PRESSING)
            mine = [self.ask(self.drawn) for _ in range(20)]
        slowest = max(answer.seconds for answer in mine)
        is_so = all(answer.status == 200 for answer in mine) and slowest < QUICK
        said = f"{_statuses(mine)}, at most {slowest:.1f} s"
        self.drill.check(f"It is, beside {CROWD} who want what cannot be done ({said}).", is_so)
        is_so = all(answer.is_the_own_page or answer.status == 200 for answer in answers)
        self.drill.check(f"They get an answer, too ({len(answers)} answers).", is_so, _statuses(answers))

    def dropped_pages_are_served_as_they_were(self) -> None:
        self.place.drop(aside=self.dropped, withdrawn=self.withdrawn)
        aside, gone = self.ask(self.dropped), self.ask(self.withdrawn)
        is_so = aside.status == 200 and aside.headers["cache-control"] == "no-cache"
        self.drill.check("A page that was dropped is shown as it was.", is_so, _statuses([aside]))
        self.drill.check("A page that was withdrawn is shown to nobody.", gone.is_the_own_page, _statuses([gone]))

    def others_get_the_own_page(self) -> None:
        answer = self.ask(self.undrawn)
        self.drill.check(
            f"A page that never was drawn: 503 with Retry-After, as a page of ours ({answer.seconds:.1f} s).",
            answer.is_the_own_page,
            _statuses([answer]),
        )

    def posting_keeps_the_text(self, text: str = "Þetta má ekki týnast.\n\n„Nei“ & <jæja>.") -> Answer:
        answer = self.writer.send(text)
        sent_back = answer.form().get("text", "").replace("\r\n", "\n")
        self.drill.check(
            f"A comment: 503, it says that nothing was stored and keeps the text ({answer.seconds:.1f} s).",
            answer.is_the_own_page and sent_back == text,
            f"{_statuses([answer])}, {sent_back!r}",
        )
        return answer

    def processes_live(self) -> None:
        self.drill.check("Server and worker live.", self.place.are_alive())

    def comes_back(self, refused: Answer | None = None, *, dropped: bool = True) -> None:
        """Everything is as before, by itself. `dropped`: whether the worker knows what was."""
        check_soon = self.drill.check_soon
        check_soon("The page that never was drawn is there after", lambda: self.ask(self.undrawn).status == 200)
        if refused is not None:
            again = self.writer.send_again(refused)
            self.drill.check("“Try again” stores the comment.", again.status == 303, _statuses([again]))
            text = refused.form()["text"]
            count = self.place.stored().count(text)
            self.drill.check("It is stored once.", count == 1, str(count))
        if dropped:
            check_soon("The worker has drawn what was dropped after", lambda: self.lies_in_the_store(self.dropped))
        check_soon("What was dropped is finished again after", lambda: self._is_finished(self.dropped))
        self.place.publish(self.place.slugs[0], NEW)
        check_soon("A change on another host is read here after", lambda: NEW in self.ask(self.drawn).text)
        self.ask(self.withdrawn)
        old = self.place.old_pages()
        self.drill.check("No old page is left.", not old, old)
        self.processes_live()

    def ask(self, path: str) -> Answer:
        return ask(self.port, path)

    def lies_in_the_store(self, path: str) -> bool:
        """Found without asking for it, which would have it drawn."""
        return any(self.place.finished.glob(f"*/pages{path}index.html"))

    def _is_finished(self, path: str) -> bool:
        return "s-maxage" in self.ask(path).headers.get("cache-control", "")

    def _expect_finished(self, path: str) -> None:
        if seconds_until(lambda: self._is_finished(path)) >= LONG:
            raise SystemExit(f"{path} was not finished:\n{self.place.log()[-2000:]}")


def _statuses(answers: list[Answer]) -> str:
    return ", ".join(sorted({f"{answer.status or answer.text}" for answer in answers}))
