from django.urls import path

from desk.feedback import asked, take_down

urlpatterns = [
    path("", asked.who_was_asked, name="feedback"),
    path("<uuid:ask>/", take_down.take_down, name="take_down_feedback"),
    path("<uuid:ask>/paper/", take_down.paper, name="paper_feedback"),
]
