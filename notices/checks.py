"""What the configuration check says about post when the program starts."""

from django.core.checks import Info, register

from notices.channels import can_text


@register()
def texts(app_configs, **kwargs) -> list[Info]:
    """Says when no text can be sent from here, so that nobody wonders why there are none."""
    if can_text():
        return []
    return [
        Info(
            "No text message can be sent from here, and none is ever queued.",
            hint="Set SENDPATH_NOTIFY_KEY and SENDPATH_NOTIFY_TEXT_TEMPLATE. See docs/operators/environment.md.",
            id="notices.I001",
        )
    ]
