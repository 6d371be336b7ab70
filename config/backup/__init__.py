"""Everything that the site has, in one file, and back: `manage.py backup` and `manage.py restore`."""


class NotPossible(Exception):
    """Why nothing was backed up or restored, as a sentence for the operator."""
