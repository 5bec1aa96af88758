from provision.models.request import ServiceAnswer, ServiceRequest, ServiceWish
from provision.models.service import Service, ServiceVersion, Threshold

__all__ = ["Service", "ServiceAnswer", "ServiceRequest", "ServiceVersion", "ServiceWish", "Threshold"]
