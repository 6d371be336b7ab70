"""The history of an article: every save, the difference between any two, and the way back to one."""

from articles.admin.history.views import History

__all__ = ["History"]
