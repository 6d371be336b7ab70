"""A change in words, short enough to be read: of what stayed the same only what stands around it."""

from articles.differences import SAME, Change, Piece

AROUND = 300  # characters of what stayed the same, on either side of a change
LONGEST = 6_000  # characters of one thing that came or went


def drawn(change: Change) -> tuple[Piece, ...]:
    found = change.pieces
    last = len(found) - 1
    return tuple(
        _short(piece, after_change=place > 0, before_change=place < last) if piece.kind == SAME else _bounded(piece)
        for place, piece in enumerate(found)
    )


def _short(piece: Piece, after_change: bool, before_change: bool) -> Piece:
    text = piece.text
    if len(text) <= 3 * AROUND:
        return piece
    start = text[:AROUND].rpartition(" ")[0] if after_change or not before_change else ""
    end = text[-AROUND:].partition(" ")[2] if before_change else ""
    return piece._replace(text=f"{start} … {end}")


def _bounded(piece: Piece) -> Piece:
    return piece if len(piece.text) <= LONGEST else piece._replace(text=f"{piece.text[:LONGEST]} …")
