from django.urls import path

from desk.ehc import advice, deciding, giving, notice, pages, preparing

urlpatterns = [
    path("", pages.requests, name="ehc"),
    path("<uuid:key>/", pages.one, name="ehc_request"),
    path("<uuid:key>/told/<slug:whom>/", preparing.told, name="ehc_told"),
    path("<uuid:key>/evidence/<slug:limb>/", preparing.evidence, name="ehc_evidence"),
    path("<uuid:key>/evidence/<uuid:evidence>/out/", preparing.out, name="ehc_evidence_out"),
    path("<uuid:key>/decision/", deciding.write_one, name="ehc_decision"),
    path("<uuid:key>/propose/", deciding.propose_one, name="ehc_propose"),
    path("<uuid:key>/decide/", deciding.decide, name="ehc_decide"),
    path("<uuid:key>/back/", deciding.back, name="ehc_back"),
    path("<uuid:key>/advice/", advice.every, name="ehc_advice"),
    path("<uuid:key>/advice/own/", advice.own, name="ehc_advice_own"),
    path("<uuid:key>/advice/<slug:letter>/ask/", advice.ask, name="ehc_advice_ask"),
    path("<uuid:key>/advice/<slug:letter>/earlier/", advice.earlier, name="ehc_advice_earlier"),
    path("advice/<uuid:key>/", giving.one, name="advice"),
    path("advice/<uuid:key>/give/", giving.give_one, name="advice_give"),
    path("advice/<uuid:key>/end/", giving.end_one, name="advice_end"),
    path("advice/<uuid:key>/out/<uuid:point>/", giving.out, name="advice_point_out"),
    path("advice/<uuid:key>/<slug:kind>/", giving.point, name="advice_point"),
    path("advice/<uuid:key>/<slug:kind>/<int:number>/", giving.point, name="advice_point_change"),
    path("<uuid:key>/withdraw/", deciding.withdraw_one, name="ehc_withdraw"),
    path("<uuid:key>/notice/", notice.on_paper, name="ehc_notice"),
    path("<uuid:key>/notice/file/", notice.file, name="ehc_notice_file"),
]
