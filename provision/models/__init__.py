from provision.models.news import ServiceNews
from provision.models.request import ServiceAnswer, ServiceOutcome, ServiceRequest, ServiceWish
from provision.models.service import Service, ServiceVersion, Threshold

__all__ = [
    "Service", "ServiceAnswer", "ServiceNews", "ServiceOutcome", "ServiceRequest", "ServiceVersion",
    "ServiceWish", "Threshold",
]  # fmt: skip
