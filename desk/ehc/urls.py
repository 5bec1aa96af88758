from django.urls import path

from desk.ehc import deciding, notice, pages, preparing

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
    path("<uuid:key>/notice/", notice.on_paper, name="ehc_notice"),
    path("<uuid:key>/notice/file/", notice.file, name="ehc_notice_file"),
]
