"""`make bench-search`: how fast articles are indexed and found, and how much room the index takes.

    python -m tests.bench.search [ARTICLES]

20,000 articles of 800 words if nothing else is said: up to 4,000 are generated and indexed, the others are copies of
these with numbers, addresses and entries of their own, so that it ends within minutes. On a SQLite file of its own,
or in a database of its own on the PostgreSQL that DATABASE_URL names. Each figure stands beside what is asked of it.
Where other work keeps the machine busy, this process's own processor time tells more; PostgreSQL's is not in it.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
ARTICLES, GENERATED, SINGLE, SEARCHES, ROUNDS = 20_000, 4_000, 100, 1_000, 5
ASKED = {"index": 150, "median": 10, "p95": 60, "median of 100,000": 40, "proposal": 5, "bytes": 10_240, "memory": 60}
TYPED = ("s", "sa", "sala", "þj", "thjo", "kv", "munurinn á h", "h", "bor", "qx")
TABLES = ("searchentry", "searchwords", "searchform", "searchname", "searchmark", "searchstate")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    if os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return on_postgres(count)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/bench.sqlite3"
        measure(count)


def on_postgres(count: int) -> None:
    """In a database that is made for this and dropped again."""
    import psycopg

    whole, name = os.environ["DATABASE_URL"], f"munur_bench_{os.getpid()}"
    with psycopg.connect(whole, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        os.environ["DATABASE_URL"] = whole.rsplit("/", 1)[0] + f"/{name}"
        try:
            measure(count)
        finally:
            from django.db import connections

            connections.close_all()
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def measure(count: int) -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from tests.bench.copies import copy
    from tests.bench.generated import Vocabulary, fill

    call_command("migrate", verbosity=0)
    vocabulary = Vocabulary()
    times = -(-count // GENERATED)
    count = count // times * times
    print(f"{connection.vendor}: {count:,} articles of about 800 words, {count // times:,} of them different")
    indexing(fill(count // times, vocabulary))
    copy(times)
    room(count)
    questions = Questions(vocabulary)
    searching(questions, "median" if count < 100_000 else "median of 100,000")
    proposing()
    memory(questions)


def say(what: str, found: float, unit: str, limit: str, own: str = "") -> None:
    print(f"{what:44} {found:>9,.1f} {unit:12} {limit:>14} {own}", flush=True)


def indexing(editions: list[int]) -> None:
    """The whole index is built, which warms up, as `rebuild_search` does it; then editions are indexed once more."""
    from articles.models import SearchEntry
    from articles.search import index, rebuilding, store

    before = megabytes()
    speed(
        "the whole index, cold at first", [rebuilding.begin()], lambda state: [*rebuilding.build(state)], len(editions)
    )
    say("memory of the process that made it", megabytes() - before, "MB more", f"≤ {ASKED['memory']}")
    store.tidy()
    SearchEntry.objects.filter(edition__in=editions[-SINGLE * 10 :]).delete()
    last = editions[-SINGLE * 10 :]
    speed(
        "indexed in batches of 100", [last[at : at + 100] for at in range(0, len(last) - SINGLE, 100)], index.index_all
    )
    speed("indexed one by one", [[pk] for pk in last[-SINGLE:]], lambda one: index.index(*one))


def speed(what: str, batches, work, count: int = 0) -> None:
    begun, own = time.perf_counter(), time.process_time()
    for batch in batches:
        work(batch)
    asked, spent = "" if count else f"≥ {ASKED['index']}", time.perf_counter() - begun
    count = count or sum(map(len, batches))
    own = f"{count / (time.process_time() - own):,.0f} by own CPU"
    say(what, count / spent, "editions/s", asked, own)


def megabytes() -> float:
    """What this process has of the memory."""
    with open("/proc/self/status") as status:
        return int(next(line.split()[1] for line in status if line.startswith("VmRSS"))) / 1024


def room(count: int) -> None:
    found = {table: size(f"articles_{table}") for table in TABLES}
    say("index, all tables and their indexes", sum(found.values()) / count, "bytes each", f"≤ {ASKED['bytes']:,}")
    say("index, to a hundred bytes of its texts", 100 * sum(found.values()) / text_size(), "bytes", "")
    print("    " + ", ".join(f"{table} {bytes_ / count:,.0f}" for table, bytes_ in found.items() if bytes_ > count))


def size(table: str) -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT coalesce(pg_total_relation_size(to_regclass(%s)), 0)", [table])
        else:
            own = "name = %s OR name LIKE %s OR name IN (SELECT name FROM sqlite_master WHERE tbl_name = %s)"
            cursor.execute(
                f"SELECT coalesce(sum(pgsize), 0) FROM dbstat WHERE aggregate = TRUE AND ({own})",
                [table, f"{table}_%", table],
            )
        return int(cursor.fetchone()[0])


def text_size() -> int:
    from django.db import connection

    length = "octet_length(content::text)" if connection.vendor == "postgresql" else "length(CAST(content AS BLOB))"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT sum({length}) FROM articles_revision")
        return int(cursor.fetchone()[0])


class Questions:
    """A mixed list of questions, each with a name for the report."""

    def __init__(self, vocabulary):
        from articles.language import words
        from articles.models import Author, Edition, Tag

        of, random = vocabulary.of_rank, vocabulary.random
        edition = Edition.objects.order_by("-pk")[7]
        first, second = edition.names[:2]
        common, often, seldom, rare = (
            [of(share)[0] for share in at] for at in ((0, 0.1), (0.3, 0.35), (0.6, 0.7), (0.95, 0.99))
        )
        tag, author = Tag.objects.first().pk, Author.objects.first().pk
        self.listed = {
            "a word that all have": ("af", {}),
            "two words that all have": ("hann verður", {}),
            "a common word": (common[0], {}),
            "two common words": (" ".join(common), {}),
            "a common word, page 2": (common[0], {"page": 2}),
            "a common word, filtered": (common[0], {"tags": (tag,), "author": author}),
            "a frequent word": (often[0], {}),
            "a common and a rare word": (f"{common[0]} {rare[0]}", {}),
            "a seldom word": (seldom[0], {}),
            "an inflected word": (of(0.5)[-1], {}),
            "a word without accents": (
                words.fold(next(word[-1] for word in vocabulary.words if not word[-1].isascii())),
                {},
            ),
            "a rare word": (rare[0], {}),
            "two rare words, nothing found": (" ".join(rare), {}),
            "three words": (f"{often[0]} {seldom[0]} {common[1]}", {}),
            "a pair": (f"{first} og {second}", {}),
            "a pair in a question": (f"hver er munurinn á {first} og {second}?", {}),
            "a subject": (first, {}),
            "a slip of the pen": (_slip(max(seldom[1], often[1], rare[1], key=len)), {}),
            "nonsense": ("xqzwvk", {}),
            "a real word that nobody wrote": ("gleraugnaglámur", {}),
            "twelve words": (" ".join(random.choice(of(random.random())) for _ in range(12)), {}),
        }


def _slip(word: str) -> str:
    return word[:2] + word[3] + word[2] + word[4:]


def searching(questions: Questions, median: str) -> None:
    from articles.search import results

    spent: dict[str, list[float]] = {}
    found = {}
    for name, (text, more) in list(questions.listed.items()) * ROUNDS:
        more = dict(more)
        if more.pop("page", 1) == 2:
            more["after"] = results.search(text, "is").next_key
        begun, own = time.perf_counter(), time.process_time()
        found[name] = results.search(text, "is", **more)
        spent.setdefault(name, []).append(((time.perf_counter() - begun) * 1000, (time.process_time() - own) * 1000))
    for name, times in spent.items():
        wall, own = (statistics.median(one) for one in zip(*times, strict=True))
        print(
            f"    {name:40} {wall:9.1f} ms {own:6.1f} own   {found[name].count:6,} “{questions.listed[name][0][:60]}”"
        )
    times = [(wall, own, name) for name, several in spent.items() for wall, own in several]
    say(
        "search, median",
        statistics.median(wall for wall, *_ in times),
        "ms",
        f"≤ {ASKED[median]}",
        f"{statistics.median(own for _, own, _ in times):.1f} own",
    )
    wall, own, name = sorted(times)[int(len(times) * 0.95)]
    say("search, 95 of 100", wall, "ms", f"≤ {ASKED['p95']}", f"{own:.1f} own")
    wall, own, name = max(times)
    say("search, slowest", wall, "ms", "", f"{own:.1f} own: {name}")


def proposing() -> None:
    from articles.search import proposals

    times = []
    for typed in TYPED * 10:
        begun = time.perf_counter()
        proposals.propose(typed, "is")
        times.append((time.perf_counter() - begun) * 1000)
    say("proposals, median", statistics.median(times), "ms", f"≤ {ASKED['proposal']}")
    say("proposals, 95 of 100", sorted(times)[int(len(times) * 0.95)], "ms", "")


MEMORY = """
import sys, django
django.setup()
from articles.search import results
def size():
    return int(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmRSS")))
before = size()
questions = sys.stdin.read().splitlines()
for number in range(int(sys.argv[1])):
    results.search(questions[number % len(questions)], "is")
print((size() - before) / 1024)
"""


def memory(questions: Questions) -> None:
    asked = "\n".join(text for text, _more in questions.listed.values())
    done = subprocess.run(
        [sys.executable, "-c", MEMORY, str(SEARCHES)], input=asked, capture_output=True, text=True, check=True
    )
    say(f"memory of a process after {SEARCHES:,} searches", float(done.stdout), "MB more", f"≤ {ASKED['memory']}")


if __name__ == "__main__":
    main()
