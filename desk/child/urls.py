from django.urls import path

from desk.child import address, bar, details, factors, follow, learning, markers, needs, person, results, secret
from desk.child import page as child_page

urlpatterns = [
    path("", child_page.child, name="child"),
    path("earlier/", child_page.earlier, name="child_earlier"),
    path("secret/", secret.secret, name="secret"),
    path("details/", details.details, name="child_details"),
    path("addresses/add/", address.address, name="add_address"),
    path("addresses/<uuid:key>/", address.address, name="address"),
    path("learning/add/", learning.learning, name="add_learning"),
    path("learning/<uuid:key>/", learning.learning, name="learning"),
    path("needs/", needs.needs, name="needs"),
    path("markers/", markers.markers, name="markers"),
    path("markers/<uuid:key>/", markers.over, name="marker_over"),
    path("factors/", factors.factors, name="factors"),
    path("factors/harm/", factors.add, {"side": "risk"}, name="add_risk"),
    path("factors/protects/", factors.add, {"side": "protects"}, name="add_protection"),
    path("factors/<uuid:key>/", factors.over, name="factor_over"),
    path("results/", results.results, name="results"),
    path("results/<uuid:key>/", results.mistaken, name="result_mistaken"),
    path("people/add/", person.person, name="add_person"),
    path("people/sender/<uuid:carer>/", person.person, name="add_sender"),
    path("people/<uuid:key>/", person.person, name="person"),
    path("people/<uuid:key>/follow/", follow.follow, name="follow"),
    path("people/<uuid:key>/bar/", bar.put, name="bar"),
    path("bars/<uuid:key>/", bar.answer, name="answer_bar"),
    path("bars/<uuid:key>/lift/", bar.lift, name="lift_bar"),
]
