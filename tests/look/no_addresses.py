"""A house with no addresses at all, for the worst moment."""

urlpatterns: list = []
