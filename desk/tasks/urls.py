from django.urls import path

from desk.tasks import agree, escalate, page

urlpatterns = [
    path("new/", agree.agree, name="agree_action"),
    path("manager/", escalate.escalate, name="escalate"),
    path("<uuid:key>/", page.task, name="task"),
    path("<uuid:key>/have-it/", page.have_it, name="take_on_task"),
    path("<uuid:key>/ask/", page.ask, name="ask_after_task"),
    path("<uuid:key>/again/", page.again, name="open_task_again"),
]
