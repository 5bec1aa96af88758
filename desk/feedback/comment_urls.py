from django.urls import path

from desk.feedback import comments

urlpatterns = [
    path("comments/", comments.to_sort, name="comments"),
    path("comments/<uuid:ticket>/", comments.one_comment, name="comment"),
    path("comments/<uuid:ticket>/which/", comments.looked_up, name="look_up_comment"),
    path("themes/", comments.themes, name="themes"),
    path("themes/<slug:audience>/<slug:code>/", comments.theme, name="theme"),
]
