from django.urls import path

from desk.assessments import lists, steps, writing

urlpatterns = [
    path("", lists.assessments, name="assessments"),
    path("begin/", steps.begin, name="begin_assessment"),
    path("<uuid:key>/", writing.assessment, name="assessment"),
    path("<uuid:key>/write/", writing.write_part, name="write_part"),
    path("<uuid:key>/news/", writing.news, name="news_of_parts"),
    path("<uuid:key>/done/<slug:chapter>/", writing.done, name="part_done"),
    path("<uuid:key>/ask/<slug:chapter>/", steps.ask, name="ask_for_part"),
    path("<uuid:key>/send/", steps.send_one, name="send_assessment"),
    path("<uuid:key>/taken/", steps.taken, name="take_assessment"),
    path("<uuid:key>/stop/", steps.stop_one, name="stop_assessment"),
    path("<uuid:key>/print/", lists.to_print, name="print_assessment"),
]
