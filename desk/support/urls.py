from django.urls import path

from desk.support import pages, steps

urlpatterns = [
    path("", pages.rounds, name="support"),
    path("begin/", pages.begin_one, name="begin_support"),
    path("print/", pages.evidence, name="print_support"),
    path("<uuid:key>/", pages.one_round, name="support_round"),
    path("<uuid:key>/known/", steps.known, name="support_known"),
    path("<uuid:key>/outcome/", steps.outcome, name="support_outcome"),
    path("<uuid:key>/help/", steps.help_line, name="support_help"),
    path("<uuid:key>/out/<uuid:part>/", steps.out, name="support_out"),
    path("<uuid:key>/agree/", steps.agree_plan, name="agree_support"),
    path("<uuid:key>/note/", steps.note_one, name="note_support"),
    path("<uuid:key>/review/", steps.review_one, name="review_support"),
    path("<uuid:key>/contribution/<slug:agency>/", steps.contribution, name="support_contribution"),
]
