"""The tables are what the models say, and each room's migrations are one line."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from door.privacy import our_models
from tests.house.tree import ROOT


@pytest.mark.django_db
def test_no_model_has_moved_on_without_a_migration():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db
def test_every_room_has_one_newest_migration():
    loader = MigrationLoader(connection)
    assert loader.detect_conflicts() == {}
    for room in {model._meta.app_label for model in our_models()}:
        assert len(loader.graph.leaf_nodes(room)) == 1, room


def test_every_table_is_ours_by_name():
    for model in our_models():
        assert model._meta.db_table.startswith(f"{model._meta.app_label}_")
        assert (ROOT / model._meta.app_label / "migrations" / "0001_first.py").exists()
        assert apps.get_app_config(model._meta.app_label).name == model._meta.app_label
