from django.urls import path

from desk.people import invite, listing, moving, person

urlpatterns = [
    path("", listing.listed, name="people"),
    path("invitations/", invite.listed, name="invitations"),
    path("invite/", invite.invite, name="invite"),
    path("invitations/<uuid:key>/again/", invite.again, name="invite_again"),
    path("invitations/<uuid:key>/withdraw/", invite.withdraw, name="withdraw_invitation"),
    path("<uuid:key>/", person.person, name="person"),
    path("<uuid:key>/role/", person.give, name="give_role"),
    path("<uuid:key>/role/<uuid:standing>/end/", person.end, name="end_role"),
    path("<uuid:key>/role/<uuid:standing>/move/", moving.move_role, name="move_role"),
    path("<uuid:key>/second-step/", person.reset, name="reset_second_step"),
    path("<uuid:key>/sign-out/", person.sign_out, name="sign_out_person"),
    path("<uuid:key>/open/", person.open_again, name="open_again"),
    path("<uuid:key>/close/", person.close, name="close_person"),
]
