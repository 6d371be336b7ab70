"""Work that waits for the end of a transaction and is done once then, however many parts of it asked for it."""

from typing import Self

from django.db import connection, transaction


class AfterCommit:
    """Collects what one transaction wants done. Subclasses say in `run` what that is.

    What a part collected that was undone stays here, if the transaction had one of these before: `run` must bear it.
    """

    is_over = False

    @classmethod
    def of_this_transaction(cls) -> Self:
        """The one that follows the transaction which is open now."""
        for _savepoints, call, *_ in connection.run_on_commit:
            if isinstance(call, cls) and not call.is_over:
                return call
        after = cls()
        transaction.on_commit(after)
        return after

    def __call__(self) -> None:
        self.is_over = True
        self.run()

    def run(self) -> None:
        raise NotImplementedError
