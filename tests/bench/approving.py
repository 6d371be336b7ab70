"""How long after a moderator has approved a comment the page with it lies in the store, the article's 21st comment."""

import os
import tempfile
import time
from pathlib import Path

from tests.bench.drawing import SEED, address, prepare
from tests.bench.figures import Figure, figure

TIMES = 21


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/bench.sqlite3"
        prepare()
        rounds, processor = approved(Path(folder) / "pages")
    return [figure("approved", rounds, f"{sum(processor) / len(processor):.1f} ms of them on the processor")]


def approved(folder: Path) -> tuple[list[float], list[float]]:
    """Milliseconds of each time: on the clock, and of this process's processor time."""
    from articles.models import Article, Edition
    from articles.pages import drawing, place
    from articles.pages.store import Store
    from comments.models import Comment
    from tests.factories import make_comment

    store, path = Store(folder), address(Edition, SEED)
    place.store, drawing.serves = lambda: store, True
    file, spent, used = store.pages / path.strip("/") / "index.html", [], []
    for number in range(TIMES + 1):
        text = f"Athugasemd númer {number}."
        comment = make_comment(article=Article.objects.get(key=SEED), state=Comment.State.HELD, text=text)
        drawing.draw(path)
        begun, on_processor = time.perf_counter(), time.process_time()
        comment.approve()
        # Drawn after the commit by whoever approves, or else soon by somebody beside.
        while text not in _text(file):
            time.sleep(0.001)
        spent.append((time.perf_counter() - begun) * 1000)
        used.append((time.process_time() - on_processor) * 1000)
        comment.delete()
    return spent[1:], used[1:]  # the first one opened everything


def _text(file: Path) -> str:
    return file.read_text() if file.exists() else ""
