#!/usr/bin/env python3
"""Runs the Poland-Ukraine scenario and holds its lorry queues against the observed ones.

Prints three tables, and with --write puts them into README.md between their markers: the mean queue
of 28 days (in sample), the error of rolling 7-day forecasts that know only what came before
(out of sample) beside two naive forecasts, and what the joint operation changes for each side that
may hold the lorries back. Standard library only; takes a few minutes.

    python3 validate.py --cordon ../../build/release/analysis/cordon [--write]
"""

import argparse
import csv
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import derive

HERE = Path(__file__).resolve().parent
BIG = ("dorohusk", "hrebenne", "korczowa", "medyka")
ORIGINS = [derive.hours_of("2026-07-15T12:00Z") + 24 * day for day in range(10)]
MEMORY = 0.5  # of the forecasts: a week counts half the week after it


class Failed(Exception):
    """The simulator did not do what it was asked."""


def cordon(options, *words):
    """Runs the simulator; its own error line is ours."""
    command = [str(options.cordon), *map(str, words), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Failed(done.stderr.strip() or f"{' '.join(command)}: exit code {done.returncode}")


def queue_series(folder):
    """{crossing: [(hours, mean waiting lorries over replications)]} of the entry lines."""
    sums = {}
    with open(folder / "queues.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["vehicle_class"] != "lorry" or row["direction"] != "entry":
                continue
            at = sums.setdefault(row["crossing"], {})
            total, count = at.get(row["time"], (0, 0))
            at[row["time"]] = total + int(row["waiting"]), count + 1
    return {crossing: sorted((derive.hours_of(t), total / count) for t, (total, count) in at.items())
            for crossing, at in sums.items()}


def read_observed():
    """Queues and lorry rates as derive.py reads them."""
    queues, _ = derive.read_queues()
    daily = derive.read_daily_counts()
    rates = {c: daily[c, "entry", "lorry", 4] / 24 for c in derive.CROSSINGS}
    return queues, {c: r for c, r in rates.items() if r > 0}


def in_sample(options, queues, scratch):
    """Mean queue over the scenario's 28 days, simulated and observed."""
    out = scratch / "in_sample"
    cordon(options, "run", HERE / "baseline.toml", "--replications", options.replications,
           "--set", "record.queues_every=1 h", "--out", out)
    simulated = queue_series(out)
    start = derive.hours_of("2026-06-27T18:00Z")
    end = start + 28 * 24
    lines = ["| crossing | observed mean | simulated mean | difference |", "|---|---|---|---|"]
    for c in (*BIG, "zosin", "dolhobyczow"):
        seen = derive.time_mean(queues[c], start, end)
        got = derive.time_mean(simulated[c], start, end)
        lines.append(f"| {c} | {seen:.0f} | {got:.0f} | {100 * (got / seen - 1):+.0f} % |")
    return lines


def forecast_scenario(origin, folder):
    """The scenario as it could have been written at `origin`: tables from earlier observations."""
    when = derive.iso(origin)
    subprocess.run([sys.executable, HERE / "derive.py", "--until", when, "--start", when,
                    "--memory", str(MEMORY), "--out", folder], check=True)
    subprocess.run([sys.executable, HERE / "posts.py", "--tables", folder, "--out", folder],
                   check=True)
    path = folder / "forecast.toml"
    path.write_text(f'extends = "{HERE / "baseline.toml"}"\nstart = {when}\nlength = "7 d"\n'
                    'booking = "bookings.csv"\nrelease = "release.csv"\n[line]\n'
                    'csv = "lines.csv"\n[record]\nqueues_every = "1 h"\n', encoding="utf-8")
    return path


def forecasts(options, queues, rates, scratch):
    """Mean absolute error of 7-day forecasts over the origins, by crossing and method."""
    errors = {c: [[], [], [], []] for c in rates}
    for origin in ORIGINS:
        folder = scratch / f"origin_{origin:.0f}"
        folder.mkdir()
        path = forecast_scenario(origin, folder)
        cordon(options, "run", path, "--replications", options.replications, "--out", folder / "run")
        simulated = queue_series(folder / "run")
        past = {c: derive.before(queues[c], origin) for c in rates}
        for c in rates:
            methods = (lambda t, c=c: derive.at(simulated[c], t),
                       lambda t, c=c: derive.weekday_mean(past[c], t),
                       lambda t, c=c: derive.weekday_mean(past[c], t, MEMORY),
                       lambda t, c=c: derive.at(past[c], t - derive.WEEK))
            for errs, method in zip(errors[c], methods):
                errs.append(derive.mean_error(queues[c], origin, method))
    lines = ["| crossing | simulation | weekday mean | the same, recent weeks weighted | "
             "same time last week |", "|---|---|---|---|---|"]
    for c in (*BIG, "zosin", "dolhobyczow"):
        means = [sum(errs) / len(errs) for errs in errors[c]]
        lines.append(f"| {c} | " + " | ".join(f"{mean:.0f}" for mean in means) + " |")
    return lines


def primary_rows(folder):
    """{measure: row} of the comparison over the whole border."""
    with open(folder / "comparison.csv", newline="", encoding="utf-8") as file:
        return {row["measure"]: row for row in csv.DictReader(file)
                if all(row[key] == "all" for key in ("crossing", "direction", "vehicle_class",
                                                     "commodity"))}


def binding_sides(options, scratch):
    """What the joint operation changes, for each side that may hold the lorries back."""
    lines = ["| binding side | wait_mean, min | illicit_passed | report_delay_mean, h | "
             "officer_hours | seizures |", "|---|---|---|---|---|---|"]
    for side in (0, 0.5, 1):
        out = scratch / f"side_{side}"
        cordon(options, "compare", HERE / "baseline.toml", HERE / "joint_operation.toml",
               "--replications", options.replications, "--set", f"binding_side={side}",
               "--out", out)
        rows = primary_rows(out)
        cells = []
        for measure in ("wait_mean", "illicit_passed", "report_delay_mean", "officer_hours",
                        "seizures"):
            row = rows[measure]
            cells.append(f"{float(row['difference']):+.1f} ({float(row['low']):+.1f} to "
                         f"{float(row['high']):+.1f})")
        lines.append(f"| {side} | " + " | ".join(cells) + " |")
    return lines


def put_into_readme(name, lines):
    """Replaces what stands between the markers of this name."""
    path = HERE / "README.md"
    text = path.read_text(encoding="utf-8")
    begin, end = f"<!-- {name}: made by validate.py -->", f"<!-- end of {name} -->"
    pattern = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.S)
    if not pattern.search(text):
        raise Failed(f"{path}: the markers of '{name}' are missing")
    table = "\n".join([begin, *lines, end])
    path.write_text(pattern.sub(lambda _: table, text), encoding="utf-8")


def main():
    """Runs the three checks; a failure is one line on stderr and exit code 2."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--cordon", type=Path, required=True, help="the simulator")
    parser.add_argument("--replications", type=int, default=20)
    parser.add_argument("--write", action="store_true", help="put the tables into README.md")
    options = parser.parse_args()
    try:
        queues, rates = read_observed()
        with tempfile.TemporaryDirectory() as folder:
            scratch = Path(folder)
            tables = {"in sample": in_sample(options, queues, scratch),
                      "forecasts": forecasts(options, queues, rates, scratch),
                      "binding side": binding_sides(options, scratch)}
        for name, lines in tables.items():
            print(f"\n{name}\n" + "\n".join(lines))
            if options.write:
                put_into_readme(name, lines)
    except (Failed, derive.InputError, OSError, subprocess.CalledProcessError) as error:
        print(f"validate.py: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
