"""What is due every minute and every night."""

from celery.schedules import crontab

from sendpath.celery import app


def _tasks() -> set[str]:
    app.loader.import_default_modules()
    return {name for name in app.tasks if not name.startswith("celery.")}


def test_every_task_has_its_hour_and_every_hour_its_task() -> None:
    assert {due["task"] for due in app.conf.beat_schedule.values()} == _tasks() - {"sendpath.echo"}


def test_the_day_is_counted_in_london() -> None:
    assert app.conf.timezone == "Europe/London"
    assert app.conf.beat_schedule["seal"]["schedule"] == crontab(hour="1", minute="30")
    assert app.conf.beat_schedule["patrol"]["schedule"] == crontab(hour="2", minute="10")


def test_what_comes_every_minute_does_not_pile_up() -> None:
    for due in app.conf.beat_schedule.values():
        if due["schedule"] == crontab():
            assert due["options"]["expires"] < 60


def test_a_task_lost_with_its_worker_is_done_again() -> None:
    assert app.conf.task_acks_late
    assert app.conf.task_reject_on_worker_lost
    assert app.conf.worker_prefetch_multiplier == 1
    assert app.conf.accept_content == ["json"]
    assert app.conf.broker_transport_options["unacked_restore_interval"] == 5
