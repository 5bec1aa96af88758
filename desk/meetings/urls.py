from django.urls import path

from desk.meetings import arrange, close, invitees, lists, notes

urlpatterns = [
    path("", lists.meetings, name="meetings"),
    path("new/", arrange.new, name="call_meeting"),
    path("earlier/", arrange.earlier, name="enter_meeting"),
    path("<uuid:key>/", notes.meeting, name="meeting"),
    path("<uuid:key>/change/", arrange.change, name="move_meeting"),
    path("<uuid:key>/cancel/", arrange.cancel_one, name="cancel_meeting"),
    path("<uuid:key>/ask/", invitees.ask, name="invite"),
    path("<uuid:key>/out/<uuid:invitee>/", invitees.out, name="take_out"),
    path("<uuid:key>/answer/<uuid:invitee>/", invitees.answered, name="answer_for"),
    path("<uuid:key>/came/<uuid:invitee>/", invitees.came, name="came"),
    path("<uuid:key>/notes/", notes.write, name="write_notes"),
    path("<uuid:key>/strike/<uuid:row>/", notes.strike_out, name="strike"),
    path("<uuid:key>/news/", notes.news, name="news_of_notes"),
    path("<uuid:key>/close/", close.close_one, name="close_meeting"),
    path("<uuid:key>/print/", lists.to_print, name="print_meeting"),
    path("<uuid:key>/family/", close.taken_down, name="taken_down"),
]
