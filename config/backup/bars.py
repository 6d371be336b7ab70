"""The bar that says how far a backup is."""

from contextlib import contextmanager

from tqdm import tqdm


def progress(stream, *, quiet: bool):
    """Shows a bar for each part of the work, where somebody sits at a terminal and did not ask for silence."""

    @contextmanager
    def part(name: str, size: int):
        hidden = True if quiet else None
        with tqdm(
            total=size, desc=name, unit="B", unit_scale=True, unit_divisor=1024, disable=hidden, file=stream
        ) as bar:
            yield bar.update

    return part
