from django.urls import path

from insight import capacity_page

app_name = "capacity"

urlpatterns = [
    path("", capacity_page.overview, name="overview"),
    path("download/", capacity_page.download, name="download"),
    path("leads/<uuid:key>/", capacity_page.cases_led, name="lead"),
]
