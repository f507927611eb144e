#!/usr/bin/env python3
"""Derives the input tables of the Poland-Ukraine road scenario from real counts and real queues.

Counts say how many vehicles cross (throughput); queues say how many lorries are booked. The
bookings, which nobody publishes, follow: bookings = throughput + change of queue.

    python3 derive.py                          write the tables beside this script
    python3 derive.py --until 2026-07-15       use no queue observation from that date on
    python3 derive.py --check                  compare a fluid simulation with the observed queues
"""

import argparse
import calendar
import csv
import math
import sys
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path

HERE = Path(__file__).resolve().parent
QUEUES = HERE / "data" / "pl_ua_dpsu_2026.csv"
COUNTS = HERE / "data" / "pl_ua_border_monthly_2026.csv"

# id: (name in the counts, label). Source of the pairs: the Polish name stands first in the counts.
CROSSINGS = {
    "dorohusk": ("Dorohusk – Jagodzin", "Dorohusk"),
    "zosin": ("Zosin – Ustiług", "Zosin"),
    "dolhobyczow": ("Dołhobyczów – Uhrynów", "Dołhobyczów"),
    "hrebenne": ("Hrebenne – Rawa Ruska", "Hrebenne"),
    "budomierz": ("Budomierz – Hruszew", "Budomierz"),
    "korczowa": ("Korczowa – Krakowiec", "Korczowa"),
    "medyka": ("Medyka – Szeginie", "Medyka"),
    "malhowice": ("Malhowice – Niżankowice", "Małhowice"),
    "kroscienko": ("Krościenko – Smolnica", "Krościenko"),
}
# The three main crossings of Lviv oblast share their lorries: what one loses, the others get.
# Elsewhere a long queue puts lorries off altogether. Found by forecast error; see README.md.
DIVERTING = ("hrebenne", "korczowa", "medyka")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CLASSES = {"truck": "lorry", "car": "car", "bus": "bus"}
DIRECTIONS = {"entry_to_PL": "entry", "exit_from_PL": "exit"}

WEEK = 168
LOCAL_OFFSET = 2          # Europe/Warsaw in summer; all observations are from June and July
MONDAY = 96               # hours from 1970-01-01, a Thursday, to the first Monday
LONGEST_INTERVAL = 24     # hours; across a longer gap a queue cannot be interpolated
SCALE_HOURS = 24.0        # of the logit choice between crossings (DESIGN.md 4.1)
STEP = 0.25               # hours, of the fluid simulation
PASSES = 3                # of placing the bookings of long intervals where they usually fall
MAX_EXPONENT = 3.0        # a crossing is never chosen more than e^3 times as often as normal


class InputError(Exception):
    """Something the user can put right; printed as one line."""


# --- time -----------------------------------------------------------------------------------------

def hours_of(text):
    """Hours since 1970 of an ISO 8601 date or time, which is UTC when it names no zone."""
    try:
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        raise InputError(f"'{text}' is not a date or time such as 2026-07-15 or 2026-07-15T12:00Z")
    return (moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)).timestamp() / 3600


def iso(hours):
    """ISO 8601 UTC to the second."""
    moment = datetime(1970, 1, 1) + timedelta(seconds=round(hours * 3600))
    return moment.isoformat() + "Z"


def hour_of_week(hours):
    """0 is Monday 00:00-01:00 local time."""
    return (math.floor(hours + LOCAL_OFFSET + 1e-9) - MONDAY) % WEEK


# --- reading --------------------------------------------------------------------------------------

def rows(path):
    """The rows of a CSV file as dictionaries."""
    try:
        with open(path, newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}")


def read_queues(path=QUEUES, column="trucks_waiting"):
    """{crossing: [(time in hours, vehicles waiting)]} by time, and {crossing: (lat, lon)}."""
    queues, places = {c: [] for c in CROSSINGS}, {}
    for number, row in enumerate(rows(path), start=2):
        try:
            crossing = row["crossing_id"]
            if crossing not in queues:
                raise InputError(f"{path}:{number}: unknown crossing '{crossing}'")
            places[crossing] = (row["lat"], row["lon"])
            if row[column]:
                time = hours_of(row["source_updated_utc"])
                queues[crossing].append((time, float(row[column])))
        except (KeyError, ValueError) as error:
            raise InputError(f"{path}:{number}: {error}")
    return {c: sorted(q) for c, q in queues.items()}, places


def read_daily_counts(path=COUNTS):
    """{(crossing, direction, class, month): vehicles per day}, by the days of each month."""
    ids = {counted: c for c, (counted, _) in CROSSINGS.items()}
    daily = {}
    for number, row in enumerate(rows(path), start=2):
        try:
            if row["vehicle_class"] not in CLASSES:
                continue
            days = calendar.monthrange(int(row["year"]), int(row["month"]))[1]
            key = (ids[row["crossing"]], DIRECTIONS[row["direction"]],
                   CLASSES[row["vehicle_class"]], int(row["month"]))
            daily[key] = int(row["vehicles"]) / days
        except (KeyError, ValueError) as error:
            raise InputError(f"{path}:{number}: {error}")
    return daily


# --- cleaning -------------------------------------------------------------------------------------

def spikes(series):
    """Indices of observations that leave the line of their neighbours and come straight back.

    A spike turns back by more than 60 lorries and 6 % of the mean queue within 16 hours. The
    worst goes first, so that its innocent neighbours are judged without it.
    """
    if not series:
        return set()
    limit = max(60.0, 0.06 * sum(q for _, q in series) / len(series))
    kept = list(range(len(series)))
    while True:
        worst, size = None, limit
        for before, here, after in zip(kept, kept[1:], kept[2:]):
            rise, back = series[here][1] - series[before][1], series[after][1] - series[here][1]
            near = series[after][0] - series[before][0] < 16
            if near and rise * back < 0 and min(abs(rise), abs(back)) > size:
                worst, size = here, min(abs(rise), abs(back))
        if worst is None:
            return set(range(len(series))) - set(kept)
        kept.remove(worst)


def without_spikes(series):
    """The observations that are not spikes."""
    bad = spikes(series)
    return [point for index, point in enumerate(series) if index not in bad]


def before(series, until):
    """The observations earlier than `until`."""
    return [point for point in series if point[0] < until]


# --- what a queue tells ---------------------------------------------------------------------------

def at(series, hours):
    """The queue at a time, by straight lines; beyond the ends, the nearest observation."""
    index = bisect_right(series, (hours, math.inf))
    if index == 0 or index == len(series):
        return series[min(index, len(series) - 1)][1]
    (t0, q0), (t1, q1) = series[index - 1], series[index]
    return q0 + (q1 - q0) * (hours - t0) / (t1 - t0)


def covered(series, hours):
    """Whether the time lies between two observations at most a day apart."""
    index = bisect_right(series, (hours, math.inf))
    return 0 < index < len(series) and series[index][0] - series[index - 1][0] <= LONGEST_INTERVAL


def time_mean(series, start, end):
    """Time-weighted mean of the queue between two times."""
    steps = max(1, round((end - start) / STEP))
    return sum(at(series, start + (k + 0.5) * (end - start) / steps) for k in range(steps)) / steps


def release_shape(series, rate):
    """Throughput by local hour, mean 1.

    Where the queue falls faster than the mean throughput (upper fifth of the short intervals that
    cover the hour), throughput must be at least as high as the fall. Elsewhere the data do not tell
    throughput from bookings, and it is taken as even.
    """
    falls = [[] for _ in range(24)]
    for (t0, q0), (t1, q1) in zip(series, series[1:]):
        if 1 <= t1 - t0 <= 4:
            for hour in range(math.ceil(t0), math.floor(t1 - 0.5) + 1):
                falls[(hour + LOCAL_OFFSET) % 24].append((q0 - q1) / (t1 - t0) / rate)
    shape = [max(1.0, sorted(f)[int(0.8 * len(f))]) if len(f) >= 10 else 1.0 for f in falls]
    return [s * 24 / sum(shape) for s in shape]


@dataclass
class Week:
    """The typical week of one crossing, hour by hour from Monday 00:00 local time."""
    rate: float                                   # mean throughput, lorries an hour
    shape: list = field(default_factory=list)     # of throughput, by hour of day
    bookings: list = field(default_factory=list)  # lorries in that hour when the queue is as usual
    usual: list = field(default_factory=list)     # the queue at the start of that hour as usual
    neutral: list = field(default_factory=list)   # lorries in that hour at the reference wait

    @property
    def reference(self):
        """The queue, in lorries, at which the choice between crossings is neutral."""
        return sum(self.usual) / WEEK

    def appeal(self, queue):
        """How many times as often the crossing is booked as at its reference wait."""
        hours = (queue - self.reference) / self.rate
        return math.exp(max(-MAX_EXPONENT, min(MAX_EXPONENT, -hours / SCALE_HOURS)))


def amount(by_hour, start, end):
    """Integral over [start, end] of a rate that is constant within each hour of the week."""
    total, now = 0.0, start
    while now < end - 1e-9:
        stop = min(math.floor(now + 1e-9) + 1, end)
        total += (stop - now) * by_hour[hour_of_week(now)]
        now = stop
    return total


def hourly_levels(series, bookings=None, release=None):
    """{full hour: queue}, in intervals of at most a day.

    Straight lines, or, when rates by hour of the week are given, with the bookings of an interval
    put where bookings usually fall: so a batch that happened in an unobserved night stays sharp.
    """
    levels = {}
    for (a, qa), (b, qb) in zip(series, series[1:]):
        if b - a > LONGEST_INTERVAL:
            continue
        booked = qb - qa + amount(release, a, b) if bookings else 0.0
        usual = amount(bookings, a, b) if bookings else 0.0
        for hour in range(math.ceil(a), math.floor(b) + 1):
            if booked > 0 and usual > 0:
                share = amount(bookings, a, hour) / usual
                levels[hour] = max(0.0, qa + booked * share - amount(release, a, hour))
            else:
                levels[hour] = at(series, hour)
    return levels


def weighted_flows(levels, memory):
    """Mean change and mean level by hour of the week; the k-th last week counts memory**k."""
    if not levels:
        return None
    last = max(levels)
    change, level, weight = [0.0] * WEEK, [0.0] * WEEK, [0.0] * WEEK
    for hour, queue in levels.items():
        if hour + 1 in levels:
            w, h = memory ** ((last - 1 - hour) // WEEK), hour_of_week(hour)
            change[h] += w * (levels[hour + 1] - queue)
            level[h] += w * queue
            weight[h] += w
    if min(weight) <= 0:
        return None
    return [c / w for c, w in zip(change, weight)], [q / w for q, w in zip(level, weight)]


def non_negative(flows):
    """Takes what is below zero out of the flows that follow, so that the sum stays."""
    result, debt = list(flows), 0.0
    for index in list(range(len(flows))) * 2:
        result[index] += debt
        debt = min(0.0, result[index])
        result[index] -= debt
    return result


def typical_week(series, rate, memory=1.0):
    """The typical week of a crossing from its observations; None when they do not cover a week."""
    series = without_spikes(series)
    week = Week(rate, release_shape(series, rate))
    release = [rate * week.shape[h % 24] for h in range(WEEK)]
    for _ in range(PASSES):
        flows = weighted_flows(hourly_levels(series, week.bookings, release), memory)
        if flows is None:
            return None
        change, level = flows
        bookings = non_negative([c + r for c, r in zip(change, release)])
        total = sum(bookings)
        # A usual week ends as it began.
        week.bookings = [b * rate * WEEK / total for b in bookings]
    orbit = [0.0]
    for hour in range(WEEK - 1):
        orbit.append(orbit[-1] + week.bookings[hour] - release[hour])
    lift = max(sum(level) / WEEK - sum(orbit) / WEEK, -min(orbit))
    week.usual = [q + lift for q in orbit]
    for hour in range(WEEK):
        middle = (week.usual[hour] + week.usual[(hour + 1) % WEEK]) / 2
        week.neutral.append(week.bookings[hour] / week.appeal(middle))
    return week


# --- simulation -----------------------------------------------------------------------------------

def simulate(weeks, start, end):
    """{crossing: [(time, queue)]} from {crossing: (time, queue)}, as a fluid.

    Each crossing is booked in proportion to its table times its appeal. Where lorries divert, the
    sum of their bookings stays what it is in a usual week; elsewhere a long queue loses them.
    """
    queue = {c: q for c, (_, q) in start.items()}
    begin = {c: t for c, (t, _) in start.items()}
    now = min(begin.values())
    paths = {c: [start[c]] for c in start}
    while now < end - 1e-9:
        step = min(STEP, end - now)
        hour = hour_of_week(now)
        wanted = {c: w.neutral[hour] * w.appeal(queue[c]) for c, w in weeks.items()}
        wanted.update(diverted(weeks, wanted, hour))
        for c, week in weeks.items():
            if begin[c] <= now:
                out = week.rate * week.shape[hour % 24]
                queue[c] = max(0.0, queue[c] + step * (wanted[c] - out))
                paths[c].append((now + step, queue[c]))
        now += step
    return paths


def diverted(weeks, wanted, hour):
    """The bookings of the crossings that share lorries, scaled to their usual sum."""
    members = [c for c in DIVERTING if c in weeks]
    total = sum(wanted[c] for c in members)
    usual = sum(weeks[c].bookings[hour] for c in members)
    return {c: wanted[c] * usual / total if total > 0 else 0.0 for c in members}


# --- tables ---------------------------------------------------------------------------------------

def write(folder, name, header, lines):
    """One CSV table, UTF-8 with plain line ends."""
    path = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with open(path, "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            writer.writerows(lines)
    except OSError as error:
        raise InputError(f"{path}: cannot write: {error.strerror}")


def decimals(value, digits=3):
    """Fixed decimals with no trailing zeros, so that the same tables come from every machine."""
    return f"{value:.{digits}f}".rstrip("0").rstrip(".")


def volume_lines(daily, month):
    """The months that were counted, then June and July, assumed equal to `month`."""
    counted = sorted({key[3] for key in daily})
    for c in CROSSINGS:
        for direction in DIRECTIONS.values():
            for kind in CLASSES.values():
                for m in counted:
                    yield c, direction, kind, m, decimals(daily[c, direction, kind, m]), "counted"
                same = decimals(daily[c, direction, kind, month])
                for m in (6, 7):
                    yield c, direction, kind, m, same, "assumed"


def booking_lines(weeks):
    """168 hours for each crossing that lorries use."""
    for c, week in weeks.items():
        for h in range(WEEK):
            lorries = decimals(week.bookings[h]), decimals(week.neutral[h])
            yield c, h // 24 + 1, h % 24, *lorries


def initial_queue(series, start):
    """The observation within an hour of the start, else the last before it, else None."""
    near = [p for p in series if abs(p[0] - start) <= 1]
    earlier = [p for p in series if p[0] <= start]
    return min(near, key=lambda p: abs(p[0] - start)) if near else earlier[-1] if earlier else None


def observed_lines(lorries, cars):
    """Queues into the Union, as reports show them beside the simulated ones; lorries first."""
    for kind, queues in (("lorry", lorries), ("car", cars)):
        for c, series in queues.items():
            left_out = spikes(series) if kind == "lorry" else ()
            for i, (t, q) in enumerate(series):
                note = "spike: left out of the fit" if i in left_out else ""
                yield c, "entry", kind, iso(t), decimals(q), note


def write_tables(folder, queues, cars, places, daily, weeks, start, month):
    """All tables of the scenario."""
    write(folder, "crossings.csv", ["name", "label", "country", "latitude", "longitude"],
          [(c, label, "PL", *places[c]) for c, (_, label) in CROSSINGS.items()])
    write(folder, "volumes.csv",
          ["crossing", "direction", "vehicle_class", "month", "vehicles_per_day", "source"],
          volume_lines(daily, month))
    write(folder, "bookings.csv",
          ["crossing", "weekday", "hour", "vehicles", "at_reference_wait"],
          booking_lines(weeks))
    write(folder, "release.csv", ["crossing", "hour", "factor"],
          [(c, h, decimals(w.shape[h], 4)) for c, w in weeks.items() for h in range(24)])
    first = {c: initial_queue(q, start) for c, q in queues.items()}
    write(folder, "initial_queue.csv", ["crossing", "time_utc", "lorries"],
          [(c, iso(p[0]), decimals(p[1])) for c, p in first.items() if p])
    write(folder, "observed_queues.csv",
          ["crossing", "direction", "vehicle_class", "time", "vehicles", "note"],
          observed_lines({c: queues[c] for c in weeks}, cars))
    write(folder, "reference_wait.csv", ["crossing", "hours", "lorries", "lorries_per_hour", "diverts"],
          [(c, decimals(w.reference / w.rate, 2), decimals(w.reference, 1), decimals(w.rate),
            "yes" if c in DIVERTING else "no")
           for c, w in weeks.items()])


# --- check ----------------------------------------------------------------------------------------

def fit(queues, rates, until, memory):
    """Typical weeks from the observations before `until`, for the crossings that lorries use."""
    weeks = {}
    for c, rate in rates.items():
        week = typical_week(before(queues[c], until), rate, memory)
        if week is None:
            raise InputError(f"{c}: the observations before {iso(until)} do not cover every hour "
                             "of a week; choose a later --until")
        weeks[c] = week
    return weeks


def check_in_sample(queues, rates, start, until, memory):
    """Prints the mean queue of 28 simulated days beside the observed."""
    weeks, end = fit(queues, rates, until, memory), min(until, start + 28 * 24)
    first = {c: initial_queue(queues[c], start) for c in weeks}
    if end <= start or None in first.values():
        raise InputError(f"--start {iso(start)}: no observed queue to begin from before --until")
    paths = simulate(weeks, {c: (start, queue) for c, (_, queue) in first.items()}, end)
    print(f"Mean lorry queue, {iso(start)} to {iso(end)} (in sample)")
    print(f"{'crossing':12}{'observed':>10}{'simulated':>10}{'difference':>12}")
    for c in weeks:
        seen, got = time_mean(queues[c], start, end), time_mean(paths[c], start, end)
        change = f"{100 * (got / seen - 1):+.0f} %" if seen >= 1 else "-"
        print(f"{c:12}{seen:10.0f}{got:10.0f}{change:>12}")


def mean_error(series, origin, forecast):
    """Mean absolute error at the observations of the week after the origin, outliers included."""
    errors = [abs(forecast(t) - q) for t, q in series if origin < t <= origin + WEEK]
    return sum(errors) / len(errors)


def weekday_mean(series, hours, memory=1.0):
    """Mean of the earlier weeks at this weekday and hour."""
    total = weight = 0.0
    for week in range(1, 60):
        t = hours - week * WEEK
        if covered(series, t):
            total, weight = total + memory ** week * at(series, t), weight + memory ** week
    return total / weight if weight else series[-1][1]


def forecast_errors(queues, rates, origin, memory):
    """{crossing: (simulation, weekday mean, recent weekday mean, last week)} for one origin."""
    past = {c: before(queues[c], origin) for c in rates}
    weeks = fit(queues, rates, origin, memory)
    paths = simulate(weeks, {c: without_spikes(past[c])[-1] for c in weeks}, origin + WEEK)
    return {c: (mean_error(queues[c], origin, lambda t: at(paths[c], t)),
                mean_error(queues[c], origin, lambda t: weekday_mean(past[c], t)),
                mean_error(queues[c], origin, lambda t: weekday_mean(past[c], t, memory)),
                mean_error(queues[c], origin, lambda t: at(past[c], t - WEEK))) for c in weeks}


def check_forecasts(queues, rates, until, memory):
    """Prints the errors of rolling 7-day forecasts, each fitted on earlier observations only."""
    origins = [hours_of("2026-07-15T12:00Z") + 24 * day for day in range(10)]
    origins = [origin for origin in origins if origin + WEEK <= until]
    if not origins:
        print("\nNo forecasts: --until leaves no week to compare with after 2026-07-15")
        return
    each = [forecast_errors(queues, rates, origin, memory) for origin in origins]
    print(f"\nMean absolute error in lorries, 7 days ahead, mean of {len(each)} daily origins from "
          f"{iso(origins[0])}\n(in brackets the last origin alone)")
    titles = ("simulation", "weekday mean", "recent w. mean", "last week")
    print(f"{'crossing':12}" + "".join(f"{title:>16}" for title in titles))
    for c in rates:
        means = [sum(e[c][k] for e in each) / len(each) for k in range(4)]
        texts = [f"{mean:.0f} ({last:.0f})" for mean, last in zip(means, each[-1][c])]
        print(f"{c:12}" + "".join(f"{text:>16}" for text in texts))


def print_batches(queues, rates):
    """Prints the sharp rises: does a batch fill the queue to a level or add a fixed number?"""
    print("\nBatches (bookings above 3 x throughput), local time: "
          "queue before -> highest within a day after")
    for c, rate in rates.items():
        series, found, last = without_spikes(queues[c]), [], -math.inf
        top = max(q for _, q in series)
        for (a, qa), (b, qb) in zip(series, series[1:]):
            booked = qb - qa + rate * (b - a)
            if b - a > LONGEST_INTERVAL or a <= last + 36:
                continue
            if booked > max(3 * rate * (b - a), 0.15 * top, 60):
                peak = max(q for t, q in series if a <= t <= b + 24)
                local = datetime(1970, 1, 1) + timedelta(hours=a + LOCAL_OFFSET)
                day = WEEKDAYS[local.weekday()]
                found.append(f"{day} {local:%d.%m. %H:%M} {qa:.0f}->{peak:.0f}")
                last = a
        print(f"  {c:12}" + "; ".join(found))


# --- command line ---------------------------------------------------------------------------------

def arguments():
    """The options."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0], allow_abbrev=False)
    add = parser.add_argument
    add("--until", default="2026-08-01", help="use only queue observations before this (UTC)")
    add("--start", default="2026-06-27T18:00Z", help="time of the initial queue")
    add("--month", type=int, default=4, help="counted month that June and July are taken to equal")
    add("--memory", type=float, help="weight of a week relative to the week after it "
        "(default: 1 for the tables, 0.5 for the forecasts of --check)")
    add("--out", type=Path, default=HERE, help="folder for the tables (default: this script's)")
    add("--check", action="store_true", help="write nothing; simulate and compare with the queues")
    options = parser.parse_args()
    if options.memory is not None and not 0 < options.memory <= 1:
        raise InputError(f"--memory {options.memory}: must be above 0 and at most 1")
    return options


def run(options):
    """Reads, derives, writes or checks."""
    until, start = hours_of(options.until), hours_of(options.start)
    queues, places = read_queues()
    cars, _ = read_queues(column="cars_waiting")
    daily = read_daily_counts()
    if (next(iter(CROSSINGS)), "entry", "lorry", options.month) not in daily:
        raise InputError(f"--month {options.month}: not in {COUNTS.name}, which has 1 to 4")
    queues = {c: before(q, until) for c, q in queues.items()}
    cars = {c: before(q, until) for c, q in cars.items()}
    rates = {c: daily[c, "entry", "lorry", options.month] / 24 for c in CROSSINGS}
    rates = {c: r for c, r in rates.items() if r > 0}
    if options.check:
        check_in_sample(queues, rates, start, until, options.memory or 1.0)
        check_forecasts(queues, rates, until, options.memory or 0.5)
        print_batches(queues, rates)
        return
    weeks = fit(queues, rates, until, options.memory or 1.0)
    write_tables(options.out, queues, cars, places, daily, weeks, start, options.month)


def main():
    """Runs; a bad input is one line on stderr and exit code 2."""
    try:
        run(arguments())
    except InputError as error:
        print(f"derive.py: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
