"""Articles for benches: BÍN's own words as often as texts have them, written into the tables in bulk."""

from bisect import bisect
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from random import Random

LEMMAS, COMPOUNDS, SUBJECTS, TAGS, AUTHORS = 27_000, 3_000, 4_000, 40, 12
LAST_NUMBER = 530_000  # of BÍN's entries, about
USED_FORMS = (8, 4, 2, 1)  # how often each of a word's forms comes
COMMON = (
    "og að í á er sem við til með fyrir um en af það eru ekki hann þegar eða verður því frá má hefur ef þess".split()
)
SHARE_OF_COMMON = 0.4
WORDS, BATCH = 800, 500
BEGUN = datetime(2024, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Noun:
    nominative: str
    dative: str
    genitive: str


class Vocabulary:
    """Some 30,000 words, of which the second comes half as often as the first, the third a third as often, and on."""

    def __init__(self, seed: int = 4):
        self.random = Random(seed)
        entries = list(self._entries())
        self.nouns = [noun for noun in map(_noun, entries) if noun]
        words = [_used_forms(entry) for entry in entries] + list(self._compounds())
        self.words = sorted(
            words, key=lambda forms: len(forms[0]) + self.random.gauss(0, 2)
        )  # frequent ones are short
        self._ranks = list(accumulate(1 / rank for rank in range(1, len(self.words) + 1)))
        weighted = [(word, SHARE_OF_COMMON / len(COMMON)) for word in COMMON] + list(self._weighted())
        self._forms, self._shares = [form for form, _ in weighted], list(accumulate(share for _, share in weighted))

    def of_rank(self, share: float) -> list[str]:
        """The used forms of the word that stands at this share of all text that is not of common words."""
        return self.words[bisect(self._ranks, share * self._ranks[-1])]

    def sentences(self, count: int) -> str:
        """Sentences of eleven words, of which the first is a common one, as it mostly is."""
        said = self.random.choices(self._forms, cum_weights=self._shares, k=count)
        said[::11] = [self.random.choice(COMMON).capitalize() for _ in said[::11]]
        return " ".join(" ".join(said[start : start + 11]) + "." for start in range(0, count, 11))

    def _weighted(self):
        """Each form, and its share of all words."""
        for rank, forms in enumerate(self.words, start=1):
            weights = USED_FORMS[: len(forms)]
            share = (1 - SHARE_OF_COMMON) / rank / self._ranks[-1] / sum(weights)
            yield from zip(forms, (weight * share for weight in weights), strict=True)

    def _entries(self):
        from articles.language.dictionary import bin_database, is_usual

        found = 0
        for number in self.random.sample(range(1, LAST_NUMBER), LAST_NUMBER - 1):
            forms = [entry for entry in bin_database().lookup_id(number) if entry.beinkunn == 1]
            if (
                forms
                and is_usual(forms[0])
                and forms[0].ofl in ("kk", "kvk", "hk", "lo", "so")
                and forms[0].ord.islower()
            ):
                yield forms
                found += 1
            if found == LEMMAS:
                return

    def _compounds(self):
        short = [noun for noun in self.nouns if len(noun.nominative) < 9]
        for _ in range(COMPOUNDS):
            first, last = self.random.sample(short, 2)
            yield [first.genitive + form for form in (last.nominative, last.dative, last.genitive)]


def _used_forms(entry) -> list[str]:
    forms = sorted({form.bmynd for form in entry})
    return forms[:: -(-len(forms) // len(USED_FORMS))]


def _noun(entry) -> Noun | None:
    forms = {form.mark: form.bmynd for form in reversed(entry)}
    cases = [forms.get(mark, "") for mark in ("NFET", "ÞGFET", "EFET")]
    return Noun(*cases) if all(cases) and entry[0].ofl != "so" else None


def fill(count: int, vocabulary: Vocabulary) -> list[int]:
    """So many published editions of 800 words; returns their numbers. Nothing of them is indexed."""
    from articles.models import Author, Edition, Subject, Tag

    nouns = vocabulary.random.sample(vocabulary.nouns, min(SUBJECTS, len(vocabulary.nouns)))
    subjects = [
        Subject(key=f"efni-{place}", name_is=noun.nominative.capitalize(), slug_is=f"efni-{place}")
        for place, noun in enumerate(nouns)
    ]
    Subject.objects.bulk_create(subjects, batch_size=BATCH)
    named = [(f"flokkur-{place}", vocabulary.nouns[place].nominative.capitalize()) for place in range(TAGS)]
    tags = [Tag(key=key, name_is=name, slug_is=key) for key, name in named]
    Tag.objects.bulk_create(tags)
    authors = [
        Author(key=f"h-{place}", name_is=f"Ritstjórn {place}", slug_is=f"h-{place}") for place in range(AUTHORS)
    ]
    Author.objects.bulk_create(authors)
    shared = list(zip(subjects, nouns, strict=True)), tags, authors
    for start in range(0, count, BATCH):
        _batch(range(start, min(start + BATCH, count)), vocabulary, *shared)
    return list(Edition.objects.order_by("pk").values_list("pk", flat=True))


def _batch(places, vocabulary, subjects, tags, authors) -> None:
    from articles import manuscript
    from articles.models import Article, Edition, Revision

    random = vocabulary.random
    chosen = [(random.sample(subjects, 2), random.sample(tags, 2), random.choice(authors)) for _ in places]
    articles = Article.objects.bulk_create([Article(key=f"grein-{place}") for place in places])
    contents = [
        manuscript.to_json(_manuscript(one.key, sides, vocabulary))
        for one, (sides, *_) in zip(articles, chosen, strict=True)
    ]
    revisions = Revision.objects.bulk_create(
        [Revision(article=article, content=content) for article, content in zip(articles, contents, strict=True)],
        batch_size=100,
    )
    editions = Edition.objects.bulk_create(
        [
            Edition(
                article=article,
                language="is",
                slug=article.key,
                state=Edition.State.PUBLISHED,
                published_at=BEGUN + timedelta(minutes=place),
                live_revision=revision,
                author=author,
                title=" – ".join(subject.name_is for subject, _noun in sides),
                names=[subject.name_is for subject, _noun in sides],
                lead="<p>Inngangur.</p>",
            )
            for place, article, revision, (sides, _tags, author) in zip(
                places, articles, revisions, chosen, strict=True
            )
        ]
    )
    _link(
        Edition.subjects.through,
        "subject_id",
        [
            (edition.pk, [subject.pk for subject, _noun in sides])
            for edition, (sides, *_) in zip(editions, chosen, strict=True)
        ],
    )
    _link(
        Edition.tags.through,
        "tag_id",
        [
            (edition.pk, [tag.pk for tag in its])
            for edition, (_sides, its, _author) in zip(editions, chosen, strict=True)
        ],
    )


def _link(through, column: str, links) -> None:
    rows = [through(edition_id=edition, **{column: other}) for edition, others in links for other in others]
    through.objects.bulk_create(rows, batch_size=BATCH)


def _manuscript(key, subjects, vocabulary):
    from articles import manuscript as values

    said, random = vocabulary.sentences, vocabulary.random

    def prose(count):
        return {"is": f"<p>{said(count)}</p>"}

    sides = tuple(
        values.Side(
            subject.key,
            values.Subject(
                subject.key,
                {"is": subject.name_is},
                {"is": subject.slug_is},
                {"is": values.Forms(noun.nominative, noun.dative, noun.genitive)},
            ),
            description=prose(110),
            example=prose(40),
            answer={"is": said(11)},
        )
        for subject, noun in subjects
    )
    dimensions = tuple(
        values.Dimension(
            f"atridi-{place}",
            {"is": random.choice(vocabulary.nouns).nominative.capitalize()},
            prose(45),
            cells=tuple(values.Cell(side.key, {"is": said(4)}) for side in sides),
        )
        for place in range(6)
    )
    similarities = tuple(values.Similarity(f"eins-{place}", {"is": said(10)}) for place in range(3))
    return values.Manuscript(
        key, lead=prose(50), summary=prose(40), sides=sides, similarities=similarities, dimensions=dimensions
    )
