from django.urls import path

from rulebook import views

app_name = "rulebook"

urlpatterns = [
    path("", views.rule_book, name="book"),
    path("<str:code>/", views.one_rule, name="rule"),
]
