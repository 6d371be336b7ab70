"""Prose: the closed HTML subset of an article's longer texts, in one canonical form. Pure.

The subset is `p`, `ul`, `ol` and `li` with `a[href]`, `strong` and `em` inside, always nested in that order:
`<p>Sala er <a href="https://is.wikipedia.org/wiki/Sala"><strong>skipti</strong></a>.</p>`. Lists are flat, blocks
follow each other without space between them, and equal text has equal HTML.
"""

from .characters import line
from .markdown import from_markdown, to_markdown
from .reading import clean, plain, words

__all__ = ["clean", "from_markdown", "line", "plain", "to_markdown", "words"]
