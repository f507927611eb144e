#!/usr/bin/env python3
"""Writes lines.csv, teams.csv and profiles.csv of the Poland-Ukraine road scenario.

Volumes, releases and queues are those of the tables beside this script. How many lanes and
officers the posts have is not published: it is assumed here, by one rule for all posts, such that
every post can do what it is counted to do, and cars into the Union wait as many as observed.
Standard library only.

    python3 posts.py [--tables DIR] [--out DIR]
"""

import argparse
import csv
import math
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent

# Mean time of the first check in minutes; the scenario has the same numbers.
# Lorry: planning constant of the booked queue at Tysa-Zahony, 7 min. Others assumed:
# 2 travellers a car and 30 a bus, 45 s each, and half a minute for the vehicle.
FIRST_CHECK = {"lorry": 7.0, "car": 2.0, "bus": 23.0}
# Mean time of the customs check that follows on the same lane, minutes, assumed.
CUSTOMS_CHECK = {"lorry": 2.5, "car": 0.75, "bus": 5.0}
BUSY = 0.75          # share of the busiest hour's capacity that traffic takes, assumed
ROAD_METRES = 1500   # approach road, assumed
METRES = {"lorry": 20, "car": 7, "bus": 15}
SECOND_LINE = 8      # customs officers a shift beside the lanes: papers, scanner, dog, searches
SHIFTS = 3
SATURATED_WAIT = 12  # hours; below it a booked queue is not limited by its post, assumed

# Vehicles an hour through the day, relative to one another, assumed: cars and buses by day,
# lorries that leave the Union from morning to night.
DAY = {
    "car": [3, 2, 2, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 7, 7, 6, 5, 4, 3],
    "bus": [4, 3, 3, 3, 4, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 5, 4],
    "lorry": [4, 4, 3, 3, 3, 4, 5, 5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 5, 5, 5, 4],
}
WEEK = {  # by weekday, Monday first, assumed
    "car": [0.95, 0.9, 0.9, 0.95, 1.1, 1.1, 1.1],
    "bus": [0.95, 0.9, 0.9, 0.95, 1.1, 1.1, 1.1],
    "lorry": [1.0, 1.05, 1.05, 1.05, 1.05, 0.95, 0.85],
}


def rows(path):
    """A CSV table as dictionaries."""
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def write(path, header, lines):
    """One CSV table, UTF-8 with plain line ends."""
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(lines)


def decimals(value, digits=3):
    """Fixed decimals with no trailing zeros."""
    return f"{value:.{digits}f}".rstrip("0").rstrip(".")


def busiest(kind):
    """Traffic of the busiest hour of the week over that of the mean hour."""
    day, week = DAY[kind], WEEK[kind]
    return max(day) / (sum(day) / 24) * max(week) / (sum(week) / 7)


def lanes_for(per_hour, kind):
    """Lanes that are manned all day, such that the busiest hour takes BUSY of them."""
    minutes = max(FIRST_CHECK[kind], CUSTOMS_CHECK[kind])
    return max(1, math.ceil(per_hour * minutes / 60 * busiest(kind) / BUSY))


def fluid_queue(per_hour, capacity, kind):
    """Mean queue of a week when the traffic of every hour flows and the post does `capacity`."""
    mean = sum(DAY[kind]) * sum(WEEK[kind]) / 168
    rates = [per_hour * week * day / mean for week in WEEK[kind] for day in DAY[kind]]
    queue = total = 0.0
    for rate in rates + rates:  # the first week brings the queue to its level
        queue = max(0.0, queue + rate - capacity)
        total += queue
    return total / len(rates) / 2


def observed_cars(tables):
    """Mean of the cars seen waiting to enter, by crossing; mostly seen by day."""
    seen = {}
    for row in rows(tables / "data" / "pl_ua_dpsu_2026.csv"):
        if row["cars_waiting"]:
            seen.setdefault(row["crossing_id"], []).append(int(row["cars_waiting"]))
    return {crossing: sum(cars) / len(cars) for crossing, cars in seen.items()}


def lanes_to_match(per_hour, waiting, kind):
    """Lanes and time factor with which, in a fluid, as many wait on average as were seen."""
    low, high = per_hour, per_hour * busiest(kind)
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if fluid_queue(per_hour, middle, kind) > waiting else (low, middle)
    lanes = max(1, math.ceil(high * FIRST_CHECK[kind] / 60))
    return lanes, lanes * 60 / (high * FIRST_CHECK[kind])


def booked_line(rate, wait, waiting):
    """Booths that do just what was counted: lanes whole, service time to match.

    Where hardly anybody waits the count says nothing of what the post could do: booths are then
    as everywhere, and the calling forward has half of the count to spare (assumed).
    """
    lanes = max(1, math.ceil(rate * FIRST_CHECK["lorry"] / 60))
    factor = lanes * 60 / (rate * FIRST_CHECK["lorry"])
    if wait < SATURATED_WAIT:
        rate, factor = 1.5 * rate, 1.0
    return [lanes, lanes, decimals(factor, 4), "booked", "", decimals(rate), decimals(wait, 2),
            waiting]


def volume_table(tables):
    """Vehicles a day in July by crossing, direction and class."""
    return {(r["crossing"], r["direction"], r["vehicle_class"]): float(r["vehicles_per_day"])
            for r in rows(tables / "volumes.csv") if r["month"] == "7"}


def physical_line(kind, manned, factor):
    """Half as many lanes again as are manned on average: more officers open more of them."""
    return [math.ceil(1.5 * manned), 1, decimals(factor, 4), "physical",
            ROAD_METRES // METRES[kind], "", "0", "0"]


def line_rows(tables):
    """Every line that has traffic, with the lanes that are manned on average."""
    reference = {r["crossing"]: r for r in rows(tables / "reference_wait.csv")}
    initial = {r["crossing"]: r["lorries"] for r in rows(tables / "initial_queue.csv")}
    cars = observed_cars(HERE)
    for (crossing, direction, kind), per_day in volume_table(tables).items():
        if per_day <= 0:
            continue
        head = [f"{crossing}_{kind}_{direction}", crossing, direction, kind]
        if kind == "lorry" and direction == "entry":
            seen = reference[crossing]
            line = booked_line(float(seen["lorries_per_hour"]), float(seen["hours"]),
                               initial.get(crossing, "0"))
            yield line[0], head + line
        elif kind == "car" and direction == "entry" and crossing in cars:
            manned, factor = lanes_to_match(per_day / 24, cars[crossing], kind)
            yield manned, head + physical_line(kind, manned, factor)
        else:
            manned = lanes_for(per_day / 24, kind)
            yield manned, head + physical_line(kind, manned, 1)


def team_rows(lines):
    """Guards and customs for the lanes that are manned on average, and customs' second line."""
    manned = {}
    for lanes, line in lines:
        manned[line[1]] = manned.get(line[1], 0) + lanes
    for crossing, lanes in manned.items():
        yield [f"{crossing}_guards", crossing, "border_guard", lanes * SHIFTS, "around_the_clock"]
        yield [f"{crossing}_customs", crossing, "customs", (lanes + SECOND_LINE) * SHIFTS,
               "around_the_clock"]


def profile_rows():
    """Traffic by hour of the week."""
    for kind in DAY:
        for direction in ("entry", "exit"):
            for weekday, of_week in enumerate(WEEK[kind], 1):
                for hour, of_day in enumerate(DAY[kind]):
                    yield kind, direction, weekday, hour, decimals(of_week * of_day, 4)


def main():
    """Writes the three tables; what cannot be read or written is one line and exit code 2."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--tables", type=Path, default=HERE, help="folder of the input tables")
    parser.add_argument("--out", type=Path, default=HERE, help="folder (default: this script's)")
    options = parser.parse_args()
    try:
        lines = list(line_rows(options.tables))
        write(options.out / "lines.csv",
              ["name", "crossing", "direction", "vehicle_class", "lanes", "manned_first",
               "time_factor", "queue", "road_capacity", "release [per hour]", "reference_wait [h]",
               "initial_queue"], [line for _, line in lines])
        write(options.out / "teams.csv", ["name", "crossing", "authority", "officers", "roster"],
              team_rows(lines))
        write(options.out / "profiles.csv",
              ["vehicle_class", "direction", "weekday", "hour", "weight"], profile_rows())
    except OSError as error:
        print(f"posts.py: {error.filename}: {error.strerror}", file=sys.stderr)
        return 2
    except (KeyError, ValueError) as error:
        print(f"posts.py: {options.tables}: a table has no {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
