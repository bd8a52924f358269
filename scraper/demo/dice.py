"""Dice that fall the same way for the same words, in every process."""

from random import Random


def dice(seed: str) -> Random:
    """A generator for a seed."""
    return Random(seed)  # noqa: S311 - it invents demo texts, nothing secret
