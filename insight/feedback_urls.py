from django.urls import path

from insight import feedback_page

app_name = "feedback"

urlpatterns = [
    path("", feedback_page.overview, name="overview"),
    path("download/", feedback_page.download, name="download"),
]
