#!/usr/bin/env python3
"""Prints the table of README.md: how long cars wait, and what staff keeps the wait where it was.

    python3 staff.py --cordon ../../build/release/analysis/cordon [--replications 20]

A post is one guard on duty at any time, three officers a day. The fewest posts are sought with which
cars wait on average at most SLACK longer than in baseline.toml. Standard library only.
"""

import argparse
import csv
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHIFTS = 3
SLACK = 0.25  # minutes
FEWEST, MOST = 5, 8  # posts on each side: as in baseline.toml, and a guard for every booth
SIDES = {"arrivals": "entry", "departures": "exit"}
GOODS = {"separate": 2, "Nuija": 0}  # posts of guards in the goods centre, as in the files
ROWS = [
    ("separate", "as it was", "baseline"),
    ("separate", "30 s more", "ees"),
    ("separate", "twice as long", "ees_double"),
    ("Nuija", "as it was", "nuija"),
    ("Nuija", "30 s more", "ees_nuija"),
    ("Nuija", "twice as long", "ees_double_nuija"),
]


class Failed(Exception):
    """The simulator did not do what it was asked."""


def waits(options, name, posts=None):
    """Mean minutes that cars wait for the first check on each side; with so many posts of guards."""
    settings = []
    for side in SIDES if posts else ():
        settings += ["--set", f"team.guards_{side}.officers={SHIFTS * posts}"]
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "run"
        command = [options.cordon, "run", HERE / f"{name}.toml", "--quiet", "--replications",
                   str(options.replications), "--out", out, *settings]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Failed(done.stderr.strip() or f"cordon: exit code {done.returncode}")
        with open(out / "measures.csv", newline="", encoding="utf-8") as file:
            return mean_waits(csv.DictReader(file))


def mean_waits(rows):
    """{side: mean of the replications} of the waits of cars."""
    seen = {side: [] for side in SIDES}
    for row in rows:
        if row["measure"] == "wait_mean" and row["vehicle_class"] == "car":
            if row["crossing"] in seen and row["direction"] == SIDES[row["crossing"]]:
                seen[row["crossing"]].append(float(row["value"]))
    return {side: statistics.mean(values) for side, values in seen.items()}


def posts_needed(options, name, goal):
    """{side: fewest posts with which cars wait no longer than the goal}; a side may have none."""
    needed = {}
    for posts in range(FEWEST, MOST + 1):
        for side, wait in waits(options, name, posts).items():
            if wait <= goal[side] + SLACK:
                needed.setdefault(side, posts)
        if len(needed) == len(SIDES):
            break
    return needed


def row(options, goal, way, check, name):
    """One row of the table, with what is waited with the crews of the file and the posts needed."""
    now = waits(options, name)
    needed = posts_needed(options, name, goal)
    posts = [str(needed.get(side, f"more than {MOST}")) for side in SIDES]
    total = GOODS[way] + sum(needed.values()) if len(needed) == len(SIDES) else ""
    cells = [way, check, *(f"{now[side]:.1f} min" for side in SIDES), str(GOODS[way]), *posts,
             str(total)]
    return "| " + " | ".join(cells) + " |"


def main():
    """Prints the table; a failure is one line on stderr and exit code 2."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--cordon", required=True, help="the simulator")
    parser.add_argument("--replications", type=int, default=20)
    options = parser.parse_args()
    heads = ("checks", "a traveller's check", "arriving cars wait", "departing cars wait",
             "posts needed: goods centre", "arrivals", "departures", "in all")
    try:
        goal = waits(options, "baseline")
        rows = [row(options, goal, *which) for which in ROWS]
    except (Failed, OSError) as error:
        print(f"staff.py: {error}", file=sys.stderr)
        return 2
    print("| " + " | ".join(heads) + " |\n" + "|---" * len(heads) + "|\n" + "\n".join(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
