"""What an editor should look at before readers do. Permissive: only what is a "stop" keeps an edition back. Pure."""

from .finding import GUESS, STOP, WARNING, Finding, Knows
from .whole import findings, stops

__all__ = ["GUESS", "STOP", "WARNING", "Finding", "Knows", "findings", "stops"]
