#!/usr/bin/env python3
"""Infers the bookings of the Tysa-Zahony queue, which nobody publishes, from its length.

Lorries leave at a constant rate (assumed), so bookings = that rate x time + change of the queue.
Every day is alike: a mean of the days seen, by hour of the local day.

    python3 derive.py                 writes bookings.csv, from observations of 11 and 12 June
    python3 derive.py --rate 20       the same with 20 lorries an hour leaving
    python3 derive.py --check         writes nothing, and fails if bookings.csv is not what it would write

Standard library only.
"""

import argparse
import csv
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

HERE = Path(__file__).resolve().parent
QUEUES = HERE / "data" / "tysa_zahony_lorries_2025_06.csv"
BOOKINGS = HERE / "bookings.csv"
ORIGIN = datetime(2025, 6, 13, tzinfo=timezone.utc)  # nothing from then on is used here
LOCAL = timezone(timedelta(hours=2))                 # Europe/Budapest in summer
SECONDS_A_LORRY = 420                                # of the published wait, exactly


class InputError(Exception):
    """Something the user can put right; printed as one line."""


@dataclass(frozen=True)
class Observation:
    """What was published at one moment."""

    time: datetime
    queue: int       # lorries in the queue, called ones included
    not_called: int  # of these


def read_observations():
    """All observations, in the order of time."""
    try:
        with open(QUEUES, newline="", encoding="utf-8") as file:
            rows = [Observation(
                datetime.fromisoformat(row["checkpoint_time_utc"]).replace(tzinfo=timezone.utc),
                int(row["vehicles_in_queue"]), int(row["wait_time_s"]) // SECONDS_A_LORRY)
                for row in csv.DictReader(file)]
    except (OSError, KeyError, ValueError) as error:
        raise InputError(f"{QUEUES}: {error}") from error
    return sorted(rows, key=lambda o: o.time)


def known():
    """Observations before the origin of the forecast."""
    return [o for o in read_observations() if o.time < ORIGIN]


def hours_between(earlier, later):
    """Hours from one moment to another."""
    return (later - earlier).total_seconds() / 3600


def intervals(observations):
    """Pairs of observations that follow one another."""
    return list(zip(observations, observations[1:]))


def fastest_fall(observations):
    """Lorries an hour: no constant rate below this explains the queue without negative bookings."""
    return max((a.queue - b.queue) / hours_between(a.time, b.time) for a, b in intervals(observations))


def parts_by_hour(begin, end):
    """The local hours of the day that an interval covers, and how much of each."""
    while begin < end:
        local = begin.astimezone(LOCAL)
        next_hour = begin + timedelta(hours=1, minutes=-local.minute, seconds=-local.second)
        until = min(end, next_hour)
        yield local.hour, hours_between(begin, until)
        begin = until


def without_negatives(rates):
    """What an hour has too little is taken from the hours that follow; the day's sum stays."""
    rates, owed = list(rates), 0.0
    for hour in [*range(24)] * 2:
        rates[hour], owed = max(0.0, rates[hour] + owed), min(0.0, rates[hour] + owed)
    return rates


def bookings_by_hour(observations, rate):
    """Lorries booked in each local hour of the day when `rate` leave an hour."""
    booked, seen = [0.0] * 24, [0.0] * 24
    for a, b in intervals(observations):
        per_hour = rate + (b.queue - a.queue) / hours_between(a.time, b.time)
        for hour, part in parts_by_hour(a.time, b.time):
            booked[hour] += per_hour * part
            seen[hour] += part
    return without_negatives([b / s for b, s in zip(booked, seen)])


def table_of(by_hour):
    """The table that the scenario reads: every day of the week alike."""
    rows = ["crossing,weekday,hour,vehicles,at_reference_wait"]
    rows += [f"zahony,{weekday},{hour},{vehicles:.2f},{vehicles:.2f}"
             for weekday in range(1, 8) for hour, vehicles in enumerate(by_hour)]
    return "\n".join(rows) + "\n"


def main():
    """Writes the table; a problem is one line on stderr and exit code 2."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--rate", type=float, help="lorries leaving an hour [the fastest fall]")
    parser.add_argument("--check", action="store_true", help="write nothing")
    options = parser.parse_args()
    try:
        observations = known()
        fall = fastest_fall(observations)
        by_hour = bookings_by_hour(observations, options.rate or fall)
        if not options.check:
            BOOKINGS.write_text(table_of(by_hour), encoding="utf-8")
        elif BOOKINGS.read_text(encoding="utf-8") != table_of(by_hour):
            raise InputError(f"{BOOKINGS}: is not what derive.py makes of the observations")
    except (InputError, OSError) as error:
        print(f"derive.py: {error}", file=sys.stderr)
        return 2
    print(f"{len(observations)} observations; fastest fall {fall:.1f} lorries an hour; "
          f"{sum(by_hour):.0f} bookings a day")
    return 0


if __name__ == "__main__":
    sys.exit(main())
