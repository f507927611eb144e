#!/usr/bin/env python3
"""Prints a table of README.md: what each way of telling and asking, or what follows a find, changes,
and what it costs.

    python3 tables.py telling --cordon ../../build/release/analysis/cordon
    python3 tables.py cases --cordon ../../build/release/analysis/cordon

Standard library only.
"""

import argparse
import csv
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPLICATIONS = 20
TELLING = {  # by what they are compared with
    "baseline": ["one_report", "risk_forms", "warning", "cross_check", "cross_check_direct",
                 "cross_check_outage", "cross_check_by_letter", "mutual_assistance", "liaison",
                 "intelligence", "rumours", "look_up_on_request", "look_up", "entry_summaries"],
    "entry_summaries": ["look_up_ahead", "exit_data"],
    "new_substance": ["early_warning"],
    "counterfeits": ["expertise"],
    "images_on_site": ["images_central"],
}
CASES = {
    "unit": ["referral", "eppo"],
    "referral": ["surveillance"],
    "surveillance": ["surveillance_urgent", "covert", "joint_team", "controlled_delivery"],
    "flight": ["hot_pursuit"],
}
# What is compared with what; measures, with heading and digits.
TABLES = {
    "telling": (TELLING, [("seizures", "seizures", 1), ("illicit_passed", "passed", 1),
                          ("reporting_hours", "writing, officer hours", 0),
                          ("wait_mean", "wait, min", 2),
                          ("time_in_system_mean", "in all, min", 2)]),
    "cases": (CASES, [("illicit_attempts", "attempts", 1), ("seizures", "seizures", 1),
                      ("illicit_passed", "passed", 1), ("cases_solved", "cases solved", 1),
                      ("investigation_hours", "investigating, officer hours", 0)]),
}


class Failed(Exception):
    """The simulator did not do what it was asked."""


def compare(cordon, baseline, variants):
    """{(variant, measure): row of comparison.csv} over the whole border."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "run"
        files = [HERE / f"{name}.toml" for name in (baseline, *variants)]
        command = [cordon, "compare", *files, "--quiet", "--replications", str(REPLICATIONS),
                   "--out", out]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Failed(done.stderr.strip() or f"cordon: exit code {done.returncode}")
        with open(out / "comparison.csv", newline="", encoding="utf-8") as file:
            return {(row["variant_name"], row["measure"]): row for row in csv.DictReader(file)
                    if all(row[key] == "all" for key in
                           ("crossing", "direction", "vehicle_class", "commodity"))}


def shown(value, digits, sign=""):
    """Without the sign of what is rounded to nothing."""
    rounded = round(value, digits)
    return f"{rounded:{sign}.{digits}f}" if rounded else f"{0:.{digits}f}"


def change(row, digits):
    if row is None:  # the scenario has no such thing
        return ""
    text = shown(float(row["difference"]), digits, "+")
    if row["low"] == "" or float(row["low"]) == float(row["high"]):
        return text
    return f"{text} ± {shown((float(row['high']) - float(row['low'])) / 2, digits)}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("table", choices=TABLES)
    parser.add_argument("--cordon", required=True, type=Path)
    options = parser.parse_args()
    variants_of, measures = TABLES[options.table]
    print(f"| variant | against | {' | '.join(heading for _, heading, _ in measures)} |")
    print(f"|---|---|{'--:|' * len(measures)}")
    try:
        for baseline, variants in variants_of.items():
            seen = compare(options.cordon, baseline, variants)
            for name in variants:
                cells = [change(seen.get((name, measure)), digits)
                         for measure, _, digits in measures]
                print(f"| `{name}` | `{baseline}` | {' | '.join(cells)} |")
    except (Failed, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
