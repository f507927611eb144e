#!/usr/bin/env python3
"""Runs the variants and tells which of the expected changes are seen.

expected.csv has a row for each change that a variant is expected to make: with what to compare it,
how large and how long the run is, in how many replications, the measure and of what. Scenarios that
are compared in the same way run under the same luck. A change is seen where the paired t interval at
99 % leaves out zero. Prints the table. With --write it notes in expected.csv what is seen, and puts
the table of all that has been noted into ../STRATEGY.md. With --check it fails where a row is not as
noted, if it has been. Standard library only. All takes an hour or two; --days 24 takes rows that do in
a minute or two.

    python3 signs.py --cordon ../../build/release/analysis/cordon [--days 24] [--check | --write]
"""

import argparse
import csv
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
EXPECTED = HERE / "expected.csv"
PAGE = HERE.parent / "STRATEGY.md"
BEGIN, END = "<!-- signs.py -->", "<!-- signs.py ends -->"
# Student's t, 0.995, by replications: tables in any textbook.
T_99 = {3: 9.925, 4: 5.841, 5: 4.604, 6: 4.032, 7: 3.707, 8: 3.499, 9: 3.355, 10: 3.250}
TO_RUN = ("variant", "compared_with", "scale", "days", "replications", "measure", "of", "expected")
NOTED = ("seen", "unit", "there", "here", "low", "high")
LABELS = ("crossing", "direction", "stage", "vehicle_class", "commodity", "country", "authority",
          "period")


def problem(name, text):
    """What is expected of a field, or None if it is that."""
    if name in ("variant", "compared_with"):
        return None if (HERE / f"{text}.toml").is_file() else "a scenario beside this file"
    if name in ("scale", "days"):
        return None if text.isascii() and text.isdigit() and int(text) > 0 else "a whole number above 0"
    if name == "replications":
        return None if text in map(str, T_99) else f"{min(T_99)} to {max(T_99)}"
    if name == "measure":
        return None if text else "a measure of measures.csv"
    if name == "expected":
        return None if text in ("up", "down", "either") else "up, down or either"
    return None


def read_expected(path=EXPECTED):
    """The rows; exits with a line for each mistake. Fields have no quotes and no commas in them."""
    rows, mistakes = [], []
    lines = path.read_text(encoding="utf-8").splitlines()
    if lines[:1] != [",".join(TO_RUN + NOTED)]:
        sys.exit(f"{path}:1:1: expected the columns {','.join(TO_RUN + NOTED)}")
    for number_of_line, line in enumerate(lines[1:], start=2):
        fields = line.split(",")
        if len(fields) != len(TO_RUN + NOTED):
            mistakes.append(f"{path}:{number_of_line}:1: {len(fields)} fields; expected "
                            f"{len(TO_RUN + NOTED)}")
            continue
        row = dict(zip(TO_RUN + NOTED, fields))
        column = 1
        for name, text in row.items():
            expected = problem(name, text)
            if expected:
                mistakes.append(f"{path}:{number_of_line}:{column}: {name}: '{text}'; expected "
                                f"{expected}")
            column += len(text) + 1
        rows.append(row)
    if mistakes:
        sys.exit("\n".join(mistakes))
    return rows


def way_of(row):
    """Rows of the same way are run together."""
    return int(row["scale"]), int(row["days"]), int(row["replications"])


def run(options, way, names):
    """As read_measures(); exits with the simulator's own error line."""
    scale, days, replications = way
    files = [str(HERE / f"{name}.toml") for name in names]
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder) / "results"
        command = [options.cordon, "compare", *files, "--set", f"scale={scale}", "--set",
                   f'length="{days} d"', "--replications", str(replications), "--out", str(results),
                   "--quiet"]
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False)
        except OSError as error:
            sys.exit(f"{options.cordon}: {error.strerror}; expected the program cordon")
        if done.returncode != 0:
            sys.exit(done.stderr.strip() or f"{' '.join(command)}: exit code {done.returncode}")
        return read_measures(results / "measures.csv")


def read_measures(path):
    """{measure: unit}, {scenario: {(measure, of): {replication: value}}}"""
    units, found = {}, {}
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            units[row["measure"]] = row["unit"]
            of = ";".join(f"{label}={row[label]}" for label in LABELS if row[label] != "all")
            values = found.setdefault(row["scenario"], {}).setdefault((row["measure"], of), {})
            values[int(row["replication"])] = float(row["value"] or "nan")
    return units, found


def change(before, after):
    """Means and the interval of the paired differences."""
    both = sorted(before.keys() & after.keys())
    gains = [after[r] - before[r] for r in both]
    mean = statistics.fmean(gains)
    half = T_99[len(gains)] * statistics.stdev(gains) / len(gains) ** 0.5
    return (statistics.fmean(before[r] for r in both), statistics.fmean(after[r] for r in both),
            mean - half, mean + half)


def seen(low, high):
    return "up" if low > 0 else "down" if high < 0 else "no"


def number(x):
    """Three digits, and thousands by commas."""
    if x == 0 or 1000 <= abs(x):
        return f"{x:,.0f}"
    return f"{float(f'{x:.3g}'):g}"


def evaluate(options, rows):
    """After each way of running, the rows with what has been found in `found`: the texts of NOTED.

    Exits in the end, with a line for each row that no run has anything of.
    """
    ways, missing = {}, []
    for row in rows:
        names = ways.setdefault(way_of(row), [])
        names.extend(n for n in (row["compared_with"], row["variant"]) if n not in names)
    for way, names in ways.items():
        print(f"{len(names)} scenarios, scale {way[0]}, {way[1]} days, {way[2]} replications",
              file=sys.stderr)
        units, measured = run(options, way, names)
        for row in rows:
            if way_of(row) != way:
                continue
            key = row["measure"], row["of"]
            of = [measured[row[n]].get(key) for n in ("compared_with", "variant")]
            if not any(of):
                missing.append(f"{EXPECTED}: {row['variant']}: {row['measure']} {row['of']}: neither "
                               "run has it; expected a measure and labels of measures.csv")
                continue
            nothing = dict.fromkeys(range(1, way[2] + 1), 0.0)  # what one of them does not have
            of = [values or nothing for values in of]
            numbers = change(*of)
            row["found"] = dict(zip(NOTED, (seen(*numbers[2:]), units.get(row["measure"], ""),
                                            *(f"{x:.6g}" for x in numbers))))
        yield
    if missing:
        sys.exit("\n".join(missing))


def table(rows):
    lines = ["| variant | compared with | vehicles an agent, days, runs | measure | expected | there | here | change | |",
             "|---|---|---|---|---|---|---|---|---|"]
    for row in rows:
        found = row.get("found") or {name: row[name] for name in NOTED}
        there, here, low, high = (number(float(found[name])) for name in NOTED[2:])
        of = f" ({row['of'].replace('=', ' ').replace('_', ' ').replace(';', ', ')})" if row["of"] else ""
        verdict = {"no": "too small to see", row["expected"]: "seen"}.get(
            found["seen"], "seen" if row["expected"] == "either" else "**the other way**")
        unit = "" if found["unit"] == "1" else f", {found['unit']}"
        lines.append(
            f"| `{row['variant']}` | `{row['compared_with']}` | {', '.join(map(str, way_of(row)))} "
            f"| `{row['measure']}`{of}{unit} | {row['expected']} | {there} "
            f"| {here} | {low} to {high} | {verdict} |")
    return "\n".join(lines)


def write(rows):
    """Notes what has been found, and draws the page's table anew."""
    for row in rows:
        row.update(row.pop("found", {}))
    with open(EXPECTED, "w", newline="", encoding="utf-8") as file:
        out = csv.DictWriter(file, TO_RUN + NOTED, lineterminator="\n")
        out.writeheader()
        out.writerows(rows)
    head, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    tail = rest.partition(END)[2]
    noted = [row for row in rows if row["seen"]]
    PAGE.write_text(f"{head}{BEGIN}\n{table(noted)}\n{END}{tail}", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cordon", required=True)
    parser.add_argument("--days", help="only rows of runs of this length")
    parser.add_argument("--scale", help="only rows of this scale")
    action = parser.add_mutually_exclusive_group()
    action.add_argument("--check", action="store_true", help="fail where seen is not as noted")
    action.add_argument("--write", action="store_true", help="note what is seen")
    options = parser.parse_args()
    all_rows = read_expected()
    rows = [row for row in all_rows if options.days in (None, row["days"])
            and options.scale in (None, row["scale"])]
    if not rows:
        parser.error("expected.csv has no such rows")
    wrong = []
    for _ in evaluate(options, rows):
        wrong = [f"{row['variant']}: {row['measure']}: seen: {row['found']['seen']}; noted: {row['seen']}"
                 for row in rows
                 if options.check and row["seen"] and row.get("found", row)["seen"] != row["seen"]]
        if options.write:
            write(all_rows)
    print(table(rows))
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
