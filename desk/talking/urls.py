from django.urls import path

from desk.talking import pages, steps

urlpatterns = [
    path("", pages.talks, name="talks"),
    path("<uuid:key>/", pages.talk, name="talk"),
    path("<uuid:key>/record/", steps.record, name="record_talk"),
    path("<uuid:key>/no-answer/", steps.no_answer, name="settle_talk"),
    path("<uuid:key>/way/", steps.way, name="talk_way"),
]
