from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "notices"

    def ready(self) -> None:
        """Makes the check of the post's configuration known."""
        from notices import checks  # noqa: F401
