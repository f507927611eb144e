#!/usr/bin/env python3
"""Prints the table of README.md: what some seconds more for each lorry do to the queue.

    python3 cliff.py --cordon ../../build/release/analysis/cordon [--replications 20]

A queue counts while it is more than an hour's work of the booths. Standard library only.
"""

import argparse
import csv
import statistics
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
WEEK = 168  # hours
PUBLISHED = {
    40: "no queue",
    60: "six to eight hours in the middle of the week",
    70: "1,200 to 2,724 lorries, Monday evening to Saturday noon",
    80: "no recovery",
}


class Failed(Exception):
    """The simulator did not do what it was asked."""


def scenario_of(more):
    """The file with so many seconds more."""
    return HERE / (f"plus_{more}.toml" if more else "baseline.toml")


def loads():
    """Lorries that come in an hour, and booths to check them."""
    with open(scenario_of(0), "rb") as file:
        baseline = tomllib.load(file)
    booths = baseline["line"]["lorries"]["lanes"]["value"]
    return baseline["volume"][0]["vehicles_per_day"] / 24, booths


def seconds_of(more):
    """Mean time of the check."""
    with open(scenario_of(more), "rb") as file:
        time = tomllib.load(file)["layout"]["road"]["stage"]["check"]["time"]["lorry"]
    return float(time["erlang"]["mean"].removesuffix(" s"))


def queues(options, more):
    """The lorries waiting at each hour, for each replication."""
    with tempfile.TemporaryDirectory() as folder:
        command = [options.cordon, "run", scenario_of(more), "--quiet", "--replications",
                   str(options.replications), "--out", Path(folder) / "run"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Failed(done.stderr.strip() or f"cordon: exit code {done.returncode}")
        series = {}
        with open(Path(folder) / "run" / "queues.csv", newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                series.setdefault(row["replication"], []).append(int(row["waiting"]))
    return list(series.values())


def longest_spell(waiting, limit):
    """Begin and end, in hours, of the longest time with more than `limit` waiting."""
    longest, begin = (0, 0), None
    for hour, lorries in enumerate([*waiting, 0]):
        if lorries > limit and begin is None:
            begin = hour
        elif lorries <= limit and begin is not None:
            longest, begin = max(longest, (begin, hour), key=lambda s: s[1] - s[0]), None
    return longest


def hour_of_week(hour):
    """0 is Monday 0:00, local time."""
    day = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[hour // 24 % 7]
    return f"{day} {hour % 24:02}:00"


def middle_and_range(values):
    """Median, least and most."""
    middle, least, most = statistics.median_low(values), min(values), max(values)
    return f"{middle:,}" if least == most else f"{middle:,} ({least:,} to {most:,})"


def row(options, more):
    """One line of the table."""
    lorries_an_hour, booths = loads()
    an_hours_work = booths * 3600 / seconds_of(more)
    series = queues(options, more)
    spells = [longest_spell(waiting[:WEEK + 1], an_hours_work) for waiting in series]
    lasts = [end - begin for begin, end in spells]
    typical = spells[lasts.index(statistics.median_low(lasts))]
    when = f"{hour_of_week(typical[0])} to {hour_of_week(typical[1])}"
    if typical[1] > WEEK:
        when = f"{hour_of_week(typical[0])} on"
    cells = [f"+{more} s", f"{24 * an_hours_work:,.0f}", f"{lorries_an_hour / an_hours_work:.2f}",
             middle_and_range([max(waiting[:WEEK + 1]) for waiting in series]),
             f"{middle_and_range(lasts)} h", when if max(lasts) > 0 else "",
             middle_and_range([waiting[WEEK] for waiting in series]),
             middle_and_range([waiting[-1] for waiting in series]), PUBLISHED.get(more, "")]
    return "| " + " | ".join(cells) + " |"


def main():
    """Prints the table; a failure is one line on stderr and exit code 2."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--cordon", required=True, help="the simulator")
    parser.add_argument("--replications", type=int, default=20)
    options = parser.parse_args()
    heads = ("more for each lorry", "booths can serve a day", "needed share", "longest queue",
             "more than an hour's wait", "when", "waiting after one week", "after two",
             "published")
    try:
        rows = [row(options, more) for more in (0, 40, 60, 70, 80)]
    except (Failed, OSError) as error:
        print(f"cliff.py: {error}", file=sys.stderr)
        return 2
    print("| " + " | ".join(heads) + " |\n" + "|---" * len(heads) + "|\n" + "\n".join(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
