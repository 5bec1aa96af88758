from django.urls import path

from desk.allocation import items, lists, sitting

urlpatterns = [
    path("", lists.allocation, name="allocation"),
    path("plan/", sitting.plan_one, name="plan_sitting"),
    path("<uuid:key>/", sitting.sitting, name="sitting"),
    path("<uuid:key>/change/", sitting.change, name="change_sitting"),
    path("<uuid:key>/cancel/", sitting.cancel_one, name="cancel_sitting"),
    path("<uuid:key>/open/", sitting.open_one, name="open_sitting"),
    path("<uuid:key>/came/", sitting.came, name="who_came"),
    path("<uuid:key>/newcomers/", sitting.newcomers, name="add_newcomers"),
    path("<uuid:key>/close/", sitting.close_one, name="close_sitting"),
    path("<uuid:key>/items/<uuid:item>/", items.decide, name="decide_item"),
    path("<uuid:key>/items/<uuid:item>/later/", items.later, name="put_item_off"),
]
