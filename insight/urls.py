from django.urls import path

from insight import views

app_name = "insight"

urlpatterns = [
    path("", views.report, name="timeliness"),
    path("<str:code>/<str:kind>/", views.listed, name="listed"),
]
