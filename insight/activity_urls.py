from django.urls import path

from insight import activity_page

app_name = "activity"

urlpatterns = [
    path("", activity_page.overview, name="overview"),
    path("download/", activity_page.download, name="download"),
    path("<str:of>/<str:key>/", activity_page.behind, name="behind"),
]
