from articles.models.addressed import OldSlug
from articles.models.article import Article
from articles.models.comparison import Cell, ComparisonDimension, Side, Similarity, Source
from articles.models.edition import Edition
from articles.models.page import Page
from articles.models.people import Author, Tag
from articles.models.revision import Revision
from articles.models.search import SearchEntry, SearchForm, SearchMark, SearchName, SearchState
from articles.models.subject import Subject

__all__ = [
    "Article",
    "Author",
    "Cell",
    "ComparisonDimension",
    "Edition",
    "OldSlug",
    "Page",
    "Revision",
    "SearchEntry",
    "SearchForm",
    "SearchMark",
    "SearchName",
    "SearchState",
    "Side",
    "Similarity",
    "Source",
    "Subject",
    "Tag",
]
