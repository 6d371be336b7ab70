"""Which columns there are once a language. The file's name is the library's."""

from modeltranslation.translator import TranslationOptions, register

from articles import models


@register(models.Article)
class ArticleTranslation(TranslationOptions):
    fields = ("title", "lead", "summary")


@register(models.Subject)
class SubjectTranslation(TranslationOptions):
    fields = ("name", "slug", *models.Subject.FORMS, "definition")


@register(models.Side)
class SideTranslation(TranslationOptions):
    fields = ("answer", "description", "example")


@register(models.Similarity)
class SimilarityTranslation(TranslationOptions):
    fields = ("sentence", "name", "text")


@register(models.ComparisonDimension)
class DimensionTranslation(TranslationOptions):
    fields = ("name", "group", "discussion")


@register(models.Cell)
class CellTranslation(TranslationOptions):
    fields = ("text", "drafted")


@register(models.Author)
class AuthorTranslation(TranslationOptions):
    fields = ("name", "slug", "bio")


@register(models.Tag)
class TagTranslation(TranslationOptions):
    fields = ("name", "slug")


@register(models.Picture)
class PictureTranslation(TranslationOptions):
    fields = ("alt", "credit")


@register(models.Page)
class PageTranslation(TranslationOptions):
    fields = ("name", "slug", "body")
