from django.urls import path

from portal import (
    ask,
    assessment,
    files,
    leave,
    meeting,
    mine,
    news,
    reply,
    saving,
    send,
    services,
    start,
    talking,
    withdraw,
)  # fmt: skip

app_name = "portal"

urlpatterns = [
    path("mine/", mine.mine, name="mine"),
    path("mine/news/", news.news, name="news"),
    path("mine/news/stop/", news.stop, name="stop_news"),
    path("mine/<str:reference>/", mine.one, name="one"),
    path("mine/<str:reference>/answer/", reply.reply_signed_in, name="reply"),
    path("mine/<str:reference>/withdraw/", withdraw.withdraw, name="withdraw"),
    path("mine/<str:reference>/lead/photo/", mine.lead_photo, name="lead_photo"),
    path("mine/<str:reference>/child/", mine.child, name="child"),
    path("mine/<str:reference>/assessment/<uuid:key>/", assessment.assessment, name="assessment"),
    path("mine/<str:reference>/talking/", talking.talking, name="talking"),
    path("mine/<str:reference>/talking/way/", talking.way, name="talking_way"),
    path("mine/<str:reference>/meetings/<uuid:key>/", meeting.notes, name="notes"),
    path("<slug:slug>/", start.council, name="council"),
    path("<slug:slug>/services/", services.every, name="services"),
    path("<slug:slug>/services/<slug:service>/", services.one, name="service"),
    path("<slug:slug>/services/<slug:service>/check/", services.check, name="check_service"),
    path("<slug:slug>/ask/", ask.ask, name="ask"),
    path("<slug:slug>/ask/files/", files.files, name="files"),
    path("<slug:slug>/ask/check/", send.check, name="check"),
    path("<slug:slug>/ask/sent/", send.sent, name="sent"),
    path("<slug:slug>/ask/save/", saving.save, name="save"),
    path("<slug:slug>/ask/leave/", leave.leave, name="leave"),
    path("<slug:slug>/ask/back/<str:secret>/", saving.back, name="back"),
    path("<slug:slug>/ask/<slug:key>/", ask.question, name="question"),
]
