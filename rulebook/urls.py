from django.urls import path

from rulebook import views, what_if

app_name = "rulebook"

urlpatterns = [
    path("", views.rule_book, name="book"),
    path("what-if/", what_if.what_if, name="what_if"),
    path("what-if/calendar.ics", what_if.what_if_calendar, name="what_if_calendar"),
    path("<str:code>/", views.one_rule, name="rule"),
]
