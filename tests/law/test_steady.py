"""Which clocks are believed. Each case names what happened to the machine."""

from datetime import UTC, datetime, timedelta

from cases.steady import Tick, doubt

NOON = datetime(2026, 11, 18, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def tick(at=NOON, boot="one", since=5000.0) -> Tick:
    return Tick(at, boot, since)


def later(by: timedelta, *, boot="one", slept=None) -> Tick:
    return Tick(NOON + by, boot, 5000.0 + (by if slept is None else slept).total_seconds())


def test_an_hour_later_is_an_hour_later():
    assert doubt(tick(), later(HOUR), NOON + HOUR) == ""


def test_the_first_look_ever_believes_what_the_database_says_too():
    assert doubt(None, tick(), NOON) == ""
    assert "differ by 365 days" in doubt(None, tick(NOON + timedelta(days=365)), NOON)


def test_a_worker_whose_clock_jumps_is_not_believed_beside_a_database_that_did_not():
    assert "differ by 364 days" in doubt(tick(), later(timedelta(days=365), slept=HOUR), NOON + HOUR)


def test_a_box_whose_clock_jumps_with_its_database_is_found_out_by_the_seconds_since_it_started():
    year = NOON + timedelta(days=365)
    assert doubt(tick(), later(timedelta(days=365), slept=HOUR), year) == "The clock jumped by 364 days."


def test_a_clock_set_back_is_not_believed():
    back = NOON - timedelta(days=1)
    assert doubt(tick(), Tick(back, "one", 5060.0), back)
    assert doubt(tick(), Tick(back, "two", 10.0), back) == "The clock went back by 1 day."


def test_three_days_of_silence_are_believed_with_and_without_a_restart():
    days = timedelta(days=3)
    assert doubt(tick(), later(days), NOON + days) == ""
    assert doubt(tick(), Tick(NOON + days, "two", 40.0), NOON + days) == ""


def test_twenty_days_are_believed_of_a_machine_that_ran_and_not_of_one_that_was_off():
    days = timedelta(days=20)
    assert doubt(tick(), later(days), NOON + days) == ""
    assert "for 20 days" in doubt(tick(), Tick(NOON + days, "two", 40.0), NOON + days)


def test_a_machine_that_does_not_say_when_it_started_is_held_to_the_gap_alone():
    before = tick(boot="")
    assert doubt(before, Tick(NOON + HOUR, "", 1.0), NOON + HOUR) == ""
    assert "15 days" in doubt(before, Tick(NOON + timedelta(days=15), "", 1.0), NOON + timedelta(days=15))


def test_a_few_minutes_are_nobodys_worry():
    assert doubt(tick(), later(timedelta(minutes=9), slept=timedelta()), NOON) == ""
    assert "minutes" in doubt(tick(), later(timedelta(minutes=30), slept=timedelta()), NOON + timedelta(minutes=30))
