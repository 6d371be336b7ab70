"""Parts of pages that this process has drawn. What a part is drawn from is its name, so that none is ever old."""

import threading
from collections import OrderedDict
from collections.abc import Hashable

MOST = 1_500_000  # characters


class Parts:
    """The newest of them, never more than so many characters. A part that is longer than that is not kept at all."""

    def __init__(self, most: int = MOST):
        self.most, self.size = most, 0
        self._parts: OrderedDict[Hashable, str] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, name: Hashable) -> str | None:
        with self._lock:
            if name in self._parts:
                self._parts.move_to_end(name)
            return self._parts.get(name)

    def put(self, name: Hashable, part: str) -> None:
        with self._lock:
            if name in self._parts:
                return
            self._parts[name] = part
            self.size += len(part)
            while self.size > self.most:
                self.size -= len(self._parts.popitem(last=False)[1])

    def clear(self) -> None:
        with self._lock:
            self._parts.clear()
            self.size = 0


drawn = Parts()
