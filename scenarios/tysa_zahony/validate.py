#!/usr/bin/env python3
"""Holds the Tysa-Zahony scenario against the observed queue, and prints the tables of README.md.

    python3 validate.py --cordon ../../build/release/analysis/cordon [--replications 100] [TABLE]

TABLE is `in-sample` (11 and 12 June, from which the bookings were inferred), `forecast` (errors on
13 June, beside naive forecasts) or `hours` (13 June hour by hour). Standard library only.
"""

import argparse
import csv
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

import derive

HERE = Path(__file__).resolve().parent
DAY = timedelta(days=1)


class Failed(Exception):
    """The simulator did not do what it was asked."""


def run(options, scenario):
    """[{moment: lorries not yet called}] of every replication."""
    with tempfile.TemporaryDirectory() as folder:
        command = [options.cordon, "run", scenario, "--quiet", "--replications",
                   str(options.replications), "--out", Path(folder) / "run"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Failed(done.stderr.strip() or f"cordon: exit code {done.returncode}")
        series = {}
        with open(Path(folder) / "run" / "queues.csv", newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                moment = datetime.fromisoformat(row["time"].replace("Z", "+00:00"))
                series.setdefault(row["replication"], {})[moment] = int(row["waiting"])
    return list(series.values())


def value_at(series, moment):
    """Between the hours on a straight line."""
    before = moment.replace(minute=0, second=0)
    part = derive.hours_between(before, moment)
    return (1 - part) * series[before] + part * series[before + timedelta(hours=1)]


def observed_at(observations, moment):
    """The same of what was observed."""
    for a, b in derive.intervals(observations):
        if a.time <= moment <= b.time:
            part = derive.hours_between(a.time, moment) / derive.hours_between(a.time, b.time)
            return a.queue + part * (b.queue - a.queue)
    raise Failed(f"nothing was observed about {moment}")


class Simulated:
    """Queues of many replications; those called at the start are counted on, as many as then."""

    def __init__(self, options, scenario, first):
        self.runs = run(options, scenario)
        self.called = first.queue - first.not_called

    def queues(self, moment):
        """Of every replication, in order of length."""
        return sorted(value_at(series, moment) + self.called for series in self.runs)

    def mean(self, moment):
        """What is forecast."""
        queues = self.queues(moment)
        return sum(queues) / len(queues)

    def band(self, moment):
        """In which nine of ten replications lie."""
        queues = self.queues(moment)
        return queues[round(0.05 * (len(queues) - 1))], queues[round(0.95 * (len(queues) - 1))]


def of_13_june():
    """The observations that are forecast."""
    return [o for o in derive.read_observations() if derive.ORIGIN <= o.time < derive.ORIGIN + DAY]


def naive_forecasts():
    """What the observations up to the last of 12 June say without a model."""
    past = derive.known()
    last = past[-1]
    slope = (last.queue - observed_at(past, last.time - DAY)) / 24

    def drained(moment):
        return max(0.0, last.queue + slope * derive.hours_between(last.time, moment))

    def changed_as_yesterday(moment):
        change = observed_at(past, moment - DAY) - observed_at(past, last.time - DAY)
        return max(0.0, last.queue + change)

    def as_yesterday(moment):
        return observed_at(past, moment - DAY)

    return {"the queue stays as it is": lambda moment: last.queue,
            "as long as yesterday at this hour": as_yesterday,
            "changes as it did yesterday": changed_as_yesterday,
            "drains on as in the last 24 hours": drained}


def errors(observations, method):
    """What was forecast too much, for each observation."""
    return [method(o.time) - o.queue for o in observations]


def row(name, errs):
    """Mean absolute error, bias and worst error."""
    worst = max(errs, key=abs)
    size = sum(map(abs, errs)) / len(errs)
    return f"| {name} | {size:.0f} | {sum(errs) / len(errs):+.0f} | {worst:+.0f} |"


HEAD = ["| {} | mean absolute error | mean error | worst error |", "|---|---|---|---|"]


def in_sample(options):
    """Two days from which the bookings were inferred."""
    seen = derive.known()
    simulated = Simulated(options, HERE / "baseline.toml", seen[0])
    lines = [HEAD[0].format("lorries, 11 and 12 June"), HEAD[1]]
    for day in (11, 12):
        part = [o for o in seen if o.time.day == day]
        lines.append(row(f"{day} June", errors(part, simulated.mean)))
    return lines


def forecast_with(options, rate):
    """The forecast scenario with bookings as if `rate` lorries left an hour."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        table = derive.table_of(derive.bookings_by_hour(derive.known(), rate))
        (folder / "bookings.csv").write_text(table, encoding="utf-8")
        path = folder / "forecast.toml"
        path.write_text(f'extends = "{HERE / "forecast_13_june.toml"}"\nbooking = "bookings.csv"\n'
                        f'[line.lorries]\nrelease = "{rate} per hour"\n', encoding="utf-8")
        return Simulated(options, path, derive.known()[-1])


def forecast(options):
    """One day that nothing was inferred from."""
    seen = of_13_june()
    simulated = Simulated(options, HERE / "forecast_13_june.toml", derive.known()[-1])
    lines = [HEAD[0].format("lorries, 13 June"), HEAD[1],
             row("**simulation**", errors(seen, simulated.mean))]
    lines += [row(f"the same, {rate} lorries leaving an hour",
                  errors(seen, forecast_with(options, rate).mean)) for rate in (12, 25)]
    lines += [row(name, errors(seen, method)) for name, method in naive_forecasts().items()]
    return lines


def hours(options):
    """13 June, every third observation, and how many lie in the band."""
    seen = of_13_june()
    simulated = Simulated(options, HERE / "forecast_13_june.toml", derive.known()[-1])
    lines = ["| 13 June, UTC | observed | simulated | nine of ten replications |", "|---|---|---|---|"]
    within = 0
    for n, o in enumerate(seen):
        low, high = simulated.band(o.time)
        within += low <= o.queue <= high
        if n % 3 == 0 or o is seen[-1]:
            lines.append(f"| {o.time:%H:%M} | {o.queue} | {simulated.mean(o.time):.0f} | "
                         f"{low:.0f} to {high:.0f} |")
    lines.append(f"| all | {within} of {len(seen)} in the band | | |")
    return lines


TABLES = {"in-sample": in_sample, "forecast": forecast, "hours": hours}


def main():
    """Prints one table, or all; a failure is one line on stderr and exit code 2."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--cordon", required=True, help="the simulator")
    parser.add_argument("--replications", type=int, default=100)
    parser.add_argument("table", nargs="?", choices=TABLES, help="one of the tables [all]")
    options = parser.parse_args()
    try:
        tables = [TABLES[name](options) for name in ([options.table] if options.table else TABLES)]
    except (Failed, derive.InputError, OSError) as error:
        print(f"validate.py: {error}", file=sys.stderr)
        return 2
    print("\n\n".join("\n".join(lines) for lines in tables))
    return 0


if __name__ == "__main__":
    sys.exit(main())
