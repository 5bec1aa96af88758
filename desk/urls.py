from django.urls import include, path

from desk import (
    authority,
    case_page,
    joining,
    letter,
    mailbox,
    owner,
    post,
    reminders,
    request_page,
    search,
    teams,
    to_print,
    work,
)
from desk.child import new_record
from desk.deadline import answer, excuse, plain, take_up
from desk.deadline import page as deadline_page
from desk.me import calendar, hearing, leave, places
from desk.me import page as me
from desk.people import accepting

app_name = "desk"

urlpatterns = [
    path("work/", work.my_work, name="work"),
    path("requests/<str:reference>/", request_page.request_page, name="request"),
    path("requests/<str:reference>/same/", joining.same_child, name="same_child"),
    path("requests/<str:reference>/apart/", joining.not_the_same, name="not_the_same"),
    path("requests/<str:reference>/two-children/", joining.two_children, name="two_children"),
    path("requests/<str:reference>/two-children/back/", joining.not_two, name="not_two"),
    path("cases/<str:reference>/", case_page.case_page, name="case"),
    path("cases/<str:reference>/looked/", case_page.lookers, name="lookers"),
    path("cases/<str:reference>/deadlines/<uuid:key>/", deadline_page.why, name="deadline"),
    path("cases/<str:reference>/deadlines/<uuid:key>/plain/", plain.plain, name="plain"),
    path("cases/<str:reference>/deadlines/<uuid:key>/in-hand/", take_up.take_up, name="take_up"),
    path("cases/<str:reference>/deadlines/<uuid:key>/excuse/", excuse.excuse, name="excuse"),
    path("cases/<str:reference>/deadlines/<uuid:key>/excuse/<uuid:excuse>/", answer.answer, name="answer"),
    path("cases/<str:reference>/deadlines/<uuid:key>/excuse/<uuid:excuse>/back/", answer.take_back, name="take_back"),
    path("cases/<str:reference>/child/", include("desk.child.urls")),
    path("records/new/", new_record.new_record, name="new_record"),
    path("cases/<str:reference>/owner/", owner.owner, name="owner"),
    path("reminders/", reminders.reminders, name="reminders"),
    path("reminders/<str:code>/", reminders.change, name="change_reminders"),
    path("find/", search.search, name="search"),
    path("post/", post.post, name="post"),
    path("post/to-print/", to_print.to_print, name="to_print"),
    path("post/to-print/letters/", to_print.sheets_to_print, name="sheets"),
    path("post/<uuid:key>/", letter.letter, name="letter"),
    path("post/<uuid:key>/again/", post.again, name="again"),
    path("post/<uuid:key>/print-instead/", post.instead, name="print_instead"),
    path("post/<uuid:key>/dealt-with/", post.dealt_with, name="dealt_with"),
    path("post/<uuid:key>/undo-posting/", to_print.undo, name="undo_posting"),
    path("calendars/", include("desk.calendars.urls")),
    path("teams/", teams.teams_and_people, name="teams"),
    path("teams/<uuid:key>/mailbox/", mailbox.mailbox, name="mailbox"),
    path("teams/leave/", leave.enter_for, name="enter_leave_for"),
    path("people/", include("desk.people.urls")),
    path("invitation/", accepting.invitation, name="invitation"),
    path("invitation/code/", accepting.code, name="invitation_code"),
    path("invitation/password/", accepting.password, name="invitation_password"),
    path("invitation/accept/", accepting.accept_signed_in, name="accept_invitation"),
    path("invitation/<str:secret>/", accepting.link, name="invitation_link"),
    path("me/", me.me, name="me"),
    path("me/hearing/", hearing.hearing, name="hearing"),
    path("me/calendar/", calendar.calendar, name="calendar"),
    path("me/calendar/stop/", calendar.stop, name="stop_calendar"),
    path("calendar/<str:secret>.ics", calendar.file, name="calendar_file"),
    path("me/signed-in/elsewhere/", places.sign_out_elsewhere, name="sign_out_elsewhere"),
    path("me/signed-in/<uuid:key>/", places.sign_out_one, name="sign_out_place"),
    path("me/leave/", leave.enter, name="enter_leave"),
    path("leave/<uuid:key>/", leave.change, name="change_leave"),
    path("leave/<uuid:key>/back/", leave.come_back, name="come_back"),
    path("leave/<uuid:key>/out/", leave.take_out, name="take_out_leave"),
    path("council/", authority.choose, name="choose"),
]
