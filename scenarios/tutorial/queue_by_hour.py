#!/usr/bin/env python3
"""Shows how long the queue is at each hour of the day: the mean of all days, lines and replications.

    python3 queue_by_hour.py RESULTS

RESULTS is a folder that `cordon run` or `cordon compare` wrote, with record.queues_every = "1 h".
Hours are UTC. Standard library only.
"""

import csv
import sys
from pathlib import Path


def mean_queue(folder):
    """{scenario: {hour: mean waiting vehicles}}, scenarios in the order of the table."""
    sums = {}
    with open(Path(folder) / "queues.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            hours = sums.setdefault(row["scenario"], {})
            moments = hours.setdefault(int(row["time"][11:13]), {})
            moment = row["replication"], row["time"]
            moments[moment] = moments.get(moment, 0) + int(row["waiting"])
    return {scenario: {hour: sum(seen.values()) / len(seen) for hour, seen in sorted(hours.items())}
            for scenario, hours in sums.items()}


def main():
    """Prints one row for each hour; a problem is one line on stderr and exit code 2."""
    try:
        (folder,) = sys.argv[1:]
        means = mean_queue(folder)
        print(f"{'hour':>4}" + "".join(f"{scenario:>14}" for scenario in means))
        for hour in sorted({hour for hours in means.values() for hour in hours}):
            print(f"{hour:4}" + "".join(f"{hours.get(hour, 0):14.1f}" for hours in means.values()))
    except ValueError:
        print("queue_by_hour.py: expected one folder of results", file=sys.stderr)
        return 2
    except (OSError, KeyError) as error:
        print(f"queue_by_hour.py: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
