"""The editors' desk. Forms, grid and lists; what they do is done by `articles.rows` and `articles.publishing`."""

from articles.admin.article import ArticleAdmin
from articles.admin.pages import PageAdmin
from articles.admin.people import AuthorAdmin, TagAdmin
from articles.admin.pictures import PictureAdmin
from articles.admin.subjects import SubjectAdmin
from articles.admin.translators import TranslatorAdmin

__all__ = ["ArticleAdmin", "AuthorAdmin", "PageAdmin", "PictureAdmin", "SubjectAdmin", "TagAdmin", "TranslatorAdmin"]
