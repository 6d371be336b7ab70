"""What is wrong with a file, where."""

from collections.abc import Iterator
from contextlib import contextmanager


class ArticleFileError(ValueError):
    """A file that cannot be read. `str` is a whole sentence with the file, where it is known, and the line."""

    def __init__(self, message: str, line: int = 1, name: str = "") -> None:
        super().__init__(message, line, name)
        self.message = message
        self.line = line
        self.name = name

    def __str__(self) -> str:
        place = f"{self.name}, line {self.line}" if self.name else f"Line {self.line}"
        return f"{place}: {self.message}"

    @classmethod
    @contextmanager
    def naming(cls, name: str) -> Iterator[None]:
        """Errors raised inside say the file's name."""
        try:
            yield
        except cls as error:
            raise cls(error.message, error.line, error.name or name) from error.__cause__
