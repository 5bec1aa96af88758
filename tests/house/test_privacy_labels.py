"""Every field says whether it is personal."""

import pytest

from door.privacy import our_models, unlabelled

MODELS = list(our_models())


def test_the_models_are_found():
    assert {"Case", "Child", "Carer", "Referral", "Dispatch", "Entry", "Draft", "Person"} <= {
        m.__name__ for m in MODELS
    }


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_every_field_is_labelled_once(model):
    assert unlabelled(model) == set()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_what_is_plainly_personal_is_labelled_so(model):
    plain = set(getattr(model.Privacy, "plain", ()))
    telling = {"given_name", "family_name", "preferred_name", "born_on", "home_postcode", "phone", "words", "wanted",
               "body", "subject", "answers", "password", "settled_because"}  # fmt: skip
    assert not plain & telling


def test_history_holds_nothing_personal_and_points_at_nothing():
    for model in MODELS:
        if model._meta.app_label == "ledger":
            assert not getattr(model.Privacy, "personal", ())
            assert not [field for field in model._meta.concrete_fields if field.is_relation]
