"""Subjects to draft cells for, made of nothing but their forms."""

from articles.manuscript import Forms, Subject


def subject(nominative, dative="", genitive="", *, number="singular", language="is"):
    forms = Forms(nominative, dative or nominative, genitive or dative or nominative, number)
    return Subject(nominative, name={language: nominative.capitalize()}, forms={language: forms})


SALES = subject("sala", "sölu")
SERVICE = subject("þjónusta", "þjónustu")
VIRUSES = subject("veirur", "veirum", "veira", number="plural")
BACTERIA = subject("bakteríur", "bakteríum", "baktería", number="plural")
FUNGI = subject("sveppir", "sveppum", "sveppa", number="plural")
ELECTRONIC = subject("rafræn undirskrift", "rafrænni undirskrift", "rafrænnar undirskriftar")
WRITTEN = subject("skrifleg undirskrift", "skriflegri undirskrift", "skriflegrar undirskriftar")
TEA = subject("tea", language="en")
COFFEE = subject("coffee", language="en")
