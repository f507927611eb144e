#!/usr/bin/env python3
"""Waits for the first check by kind of post and class, as in README.md, from a folder of results.

    cordon run scenarios/eu/baseline.toml --replications 1 --set length="24 d" --out DIR
    python3 scenarios/eu/waits.py DIR

Minutes; of the numbers of all posts and directions, the middle one and the highest with its post.
"""

import csv
import statistics
import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).parent
MEASURES = ("wait_mean", "wait_p95", "wait_max")


def rows_of(path: Path) -> list[dict[str, str]]:
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: waits.py DIR, a folder of results", file=sys.stderr)
        return 2
    kind = {row["name"]: row["kind"] for row in rows_of(HERE / "input" / "posts.csv")}
    label = {row["name"]: row["label"] for row in rows_of(HERE / "crossings.csv")}
    try:
        measured = rows_of(Path(sys.argv[1]) / "measures.csv")
    except OSError as error:
        print(f"waits.py: {error}", file=sys.stderr)
        return 2
    found = defaultdict(lambda: defaultdict(list))
    for row in measured:
        of_a_line = row["crossing"] != "all" and row["direction"] != "all" \
            and row["vehicle_class"] != "all" and row["stage"] == "all"
        if of_a_line and row["measure"] in MEASURES and row["value"]:
            by_road = kind[row["crossing"]] in ("road", "ferry")
            group = (kind[row["crossing"]], row["vehicle_class"]) if by_road else ("others", "")
            found[group][row["measure"]].append((float(row["value"]), label[row["crossing"]]))
    for (where, who), values in sorted(found.items()):
        texts = []
        for measure in MEASURES:
            highest, post = max(values[measure])
            middle = statistics.median(value for value, _ in values[measure])
            texts.append(f"{measure} {middle:.2f}, {highest:.2f} ({post})")
        print(f"{where} {who}".strip() + ": " + "; ".join(texts))
    return 0


if __name__ == "__main__":
    sys.exit(main())
