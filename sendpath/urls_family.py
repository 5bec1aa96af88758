"""The family's addresses. No staff page has a route here."""

from django.conf import settings
from django.urls import include, path

from portal.about import by_link
from portal.confirm import confirm
from portal.feedback import feedback
from portal.meeting import calendar, come
from portal.reply import reply
from portal.start import home
from sendpath.ways_in import WAYS_IN

urlpatterns = [
    path("", home, name="home"),
    *WAYS_IN,
    path("confirm/<str:token>/", confirm, name="confirm"),
    path("reply/<str:token>/", reply, name="reply"),
    path("come/<str:token>/", come, name="come"),
    path("come/<str:token>/calendar.ics", calendar, name="come_calendar"),
    path("about/<str:token>/", by_link, name="about_child"),
    path("feedback/<str:token>/", feedback, name="feedback"),
]

if settings.MODE != "production":
    from demo.urls import DEMO

    urlpatterns += DEMO

urlpatterns += [path("", include("portal.urls"))]  # last: a council's name may stand where any other word does not
