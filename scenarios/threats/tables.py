#!/usr/bin/env python3
"""Prints the tables of README.md: what becomes of the goods, by engine, by policy of the mobile unit.

    python3 tables.py goods|engines|policies --cordon ../../build/release/analysis/cordon

Standard library only.
"""

import argparse
import csv
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
T_95 = {4: 3.182, 6: 2.571}  # two-sided Student's t, by replications
ENGINES = {"random": "engine_random", "binormal": "engine_binormal", "log_odds": "engine_log_odds",
           "logistic": "baseline", "proportional": "engine_proportional"}
POLICIES = {"in_turn": "mobile_in_turn", "uniform": "mobile_uniform",
            "proportional": "mobile_proportional", "risk_score": "mobile_risk_score",
            "last_seizure": "mobile_last_seizure", "explore_exploit": "mobile_explore_exploit",
            "stackelberg": "baseline"}


class Failed(Exception):
    """The simulator did not do what it was asked."""


def run(options, name, replications):
    """{(measure, commodity): values of the replications} over the whole border."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "run"
        command = [options.cordon, "run", HERE / f"{name}.toml", "--quiet", "--replications",
                   str(replications), "--out", out]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Failed(done.stderr.strip() or f"cordon: exit code {done.returncode}")
        with open(out / "measures.csv", newline="", encoding="utf-8") as file:
            return totals(csv.DictReader(file))


def totals(rows):
    found = {}
    for row in rows:
        wide = all(row[key] == "all" for key in
                   ("crossing", "direction", "stage", "vehicle_class", "country", "authority", "period"))
        if wide and row["value"] != "":
            found.setdefault((row["measure"], row["commodity"]), []).append(float(row["value"]))
    return found


def mean(values):
    return statistics.fmean(values)


def half_width(values):
    return T_95[len(values)] * statistics.stdev(values) / len(values) ** 0.5


def goods(options):
    seen = run(options, "baseline", 4)
    print("| what | attempts | seized | referred | refused | passed | caught |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    names = sorted({commodity for _, commodity in seen if commodity != "all"},
                   key=lambda c: -mean(seen["illicit_attempts", c]))
    for name in [*names, "all"]:
        of = {m: mean(seen[m, name]) for m in ("illicit_attempts", "seizures", "referrals",
                                                "sanction_refusals", "illicit_passed", "detections")}
        ended = of["detections"] + of["illicit_passed"]
        caught = f"{100 * of['detections'] / ended:.0f} %" if ended else ""
        print(f"| {name} | {of['illicit_attempts']:.1f} | {of['seizures']:.1f} | "
              f"{of['referrals']:.1f} | {of['sanction_refusals']:.1f} | "
              f"{of['illicit_passed']:.1f} | {caught} |")


def engines(options):
    print("| engine | precision | recall | false positives | detections |")
    print("|---|--:|--:|--:|--:|")
    for engine, name in ENGINES.items():
        seen = run(options, name, 4)
        cells = [f"{100 * mean(seen[m, 'all']):.1f} ± {100 * half_width(seen[m, 'all']):.1f} %"
                 for m in ("selection_precision", "selection_recall", "false_positive_rate")]
        found = seen["detections", "all"]
        print(f"| `{engine}` | {' | '.join(cells)} | {mean(found):.0f} ± {half_width(found):.0f} |")


def policies(options):
    print("| `beat_choice` | detections | more than `in_turn` | harm passed, more than `in_turn` |")
    print("|---|--:|--:|--:|")
    first = None
    for policy, name in POLICIES.items():
        seen = run(options, name, 6)
        first = first or seen
        cells = []
        for measure in ("detections", "harm_passed"):
            more = [a - b for a, b in zip(seen[measure, "all"], first[measure, "all"])]
            cells.append("" if seen is first else f"{mean(more):+.0f} ± {half_width(more):.0f}")
        print(f"| `{policy}` | {mean(seen['detections', 'all']):.0f} | {cells[0]} | {cells[1]} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    tables = {"goods": goods, "engines": engines, "policies": policies}
    parser.add_argument("table", choices=tables)
    parser.add_argument("--cordon", required=True, type=Path)
    options = parser.parse_args()
    try:
        tables[options.table](options)
    except (Failed, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
