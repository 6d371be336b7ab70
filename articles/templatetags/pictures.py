from django import template

from articles import pictures

register = template.Library()


@register.simple_tag
def picture_files(*shown):
    """The files of these pictures, by digest. One query, none where there is none."""
    return pictures.files(picture.digest for picture in shown if picture)


@register.simple_tag
def files_of_reading(reading):
    """The files of all pictures of an article's page, by digest."""
    return pictures.files(picture.digest for picture in reading.pictures)


@register.filter
def of(files, picture):
    """One picture's files; None where the library does not have it, and then there is nothing to show."""
    return files.get(picture.digest) if files and picture else None
