from django.urls import path

from insight import footprint_page

app_name = "footprint"

urlpatterns = [path("", footprint_page.counts, name="counts")]
