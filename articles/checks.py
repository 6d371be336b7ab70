"""What `manage.py check` says about articles."""

from django.core.checks import Warning


def check_search_index(app_configs, **kwargs) -> list:
    """Another analyser understands words in another way than the one that made the index."""
    from articles.search import rebuilding

    try:
        outdated = rebuilding.is_outdated()
    except Exception:  # the database is away or has no tables yet: that is for others to say
        return []
    if not outdated:
        return []
    return [
        Warning(
            "The search index was made by another version of the analyser: much in it is not found.",
            hint="Run “manage.py rebuild_search”. Readers can go on searching meanwhile.",
            id="munur.W002",
        )
    ]
