from django.urls import path

from documents import views

app_name = "documents"

urlpatterns = [path("<uuid:key>/", views.open_file, name="open")]
