"""What the pages of post begin with, as their acts do."""

from tests.acts.conftest import letter

__all__ = ["letter"]
