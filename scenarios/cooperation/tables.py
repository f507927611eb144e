#!/usr/bin/env python3
"""Prints the table of README.md: what each way of telling and asking changes, and what it costs.

    python3 tables.py --cordon ../../build/release/analysis/cordon

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
VARIANTS = {  # by what they are compared with
    "baseline": ["one_report", "risk_forms", "warning", "cross_check", "cross_check_direct",
                 "cross_check_outage", "cross_check_by_letter", "intelligence", "rumours",
                 "look_up_on_request", "look_up", "entry_summaries"],
    "entry_summaries": ["look_up_ahead", "exit_data"],
    "new_substance": ["early_warning"],
}
SHOWN = [("seizures", 1), ("illicit_passed", 1), ("reporting_hours", 0), ("wait_mean", 2)]  # digits


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
    text = shown(float(row["difference"]), digits, "+")
    if row["low"] == "" or float(row["low"]) == float(row["high"]):
        return text
    return f"{text} ± {shown((float(row['high']) - float(row['low'])) / 2, digits)}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--cordon", required=True, type=Path)
    options = parser.parse_args()
    print("| variant | against | seizures | passed | writing, officer hours | wait, min |")
    print("|---|---|--:|--:|--:|--:|")
    try:
        for baseline, variants in VARIANTS.items():
            seen = compare(options.cordon, baseline, variants)
            for name in variants:
                cells = [change(seen[name, measure], digits) for measure, digits in SHOWN]
                print(f"| `{name}` | `{baseline}` | {' | '.join(cells)} |")
    except (Failed, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
