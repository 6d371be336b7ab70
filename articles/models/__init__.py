from articles.models.addressed import OldSlug
from articles.models.article import Article
from articles.models.comparison import Cell, ComparisonDimension, Side, Similarity, Source
from articles.models.edition import Edition
from articles.models.finished import GroundTurn, StaleGround
from articles.models.page import Page
from articles.models.people import Author, Tag
from articles.models.picture import Picture
from articles.models.publication import Publication
from articles.models.revision import Revision
from articles.models.search import SearchEntry, SearchForm, SearchMark, SearchName, SearchState
from articles.models.shared_preview import PreviewAnswer, SharedPreview
from articles.models.subject import Subject
from articles.models.translating import TranslatedText, TranslationStanding, Translator
from articles.models.working import Presence, UnsavedPreview

__all__ = [
    "Article",
    "Author",
    "Cell",
    "ComparisonDimension",
    "Edition",
    "GroundTurn",
    "OldSlug",
    "Page",
    "Picture",
    "Presence",
    "PreviewAnswer",
    "Publication",
    "Revision",
    "SearchEntry",
    "SearchForm",
    "SearchMark",
    "SearchName",
    "SearchState",
    "SharedPreview",
    "Side",
    "Similarity",
    "Source",
    "StaleGround",
    "Subject",
    "Tag",
    "TranslatedText",
    "TranslationStanding",
    "Translator",
    "UnsavedPreview",
]
