#!/usr/bin/env python3
"""Makes the tables of this scenario from the few that are written by hand, in input/ and data/.

    python3 derive.py            writes the tables beside this script
    python3 derive.py --check    says whether they are what it would write; exit code 1 if not

Lanes, machines and officers follow from volumes and from the times and shares of baseline.toml and
ics2.toml by the rule of `size_post`, which README.md states in words. Standard library only.
"""

import argparse
import calendar
import csv
import io
import math
import sys
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
Row = dict[str, str]
Table = tuple[list[str], list[list[str]]]  # header, rows

# --- how volumes are made of what is published: all assumed but the parcels -------------------------

TEU_PER_CONTAINER = 1.65
ASHORE = 0.5              # of the TEU of a port are put ashore, the rest is taken on
BY_VESSEL = 0.7           # of the containers come with the vessels of a port's own services
DEEP_SEA = 0.65           # of these with large ones, the rest with feeders
INBOUND = 0.5             # of the air cargo
FROM_OUTSIDE = 0.8        # of it comes from outside the Union
TONNES_PER_UNIT = 1.5
PARCELS_A_YEAR = 4.6e9    # low-value consignments into the Union in 2024: European Commission
PARCELS_PER_BATCH = 1000
WAGONS_PER_TRAIN = 45
PER_HOUR = {"container": 100, "wagon": 30}  # units an hour off one vessel or train
STAY = {"container": 6, "wagon": 2}         # hours at the berth or track besides

# --- how posts are sized: assumed -------------------------------------------------------------------

FIRST_CHECK = 0.8         # share of the lanes of a first check, with officers, in use on average
COMPUTER = 0.6            # the same of one without officers in the busiest hour of a week
SHARED = 0.6              # share of the lanes of a later stage in use on average
BERTHS = 0.6              # share of the berths in use on average
SPARE = 0.1               # officers beside those at lanes: reports, messages, what is found
SHIFTS = 3
LORRIES_FOR_SCANNER = 50  # a day, both ways; smaller posts have a dog only

LAYOUT_OF = {"road": "road", "ferry": "road", "rail": "rail", "port": "port", "air": "air",
             "post": "post"}
DETOUR = {"road": 1.3, "air": 1.05, "sea": 1.0}      # way over great circle
SPEED = {"road": "65 km/h", "ferry": "35 km/h", "air": "800 km/h", "sea": "18 kn"}
COUNTED = {"Dorohusk – Jagodzin": "dorohusk", "Zosin – Ustiług": "zosin",
           "Dołhobyczów – Uhrynów": "dolhobyczow", "Hrebenne – Rawa Ruska": "hrebenne",
           "Budomierz – Hruszew": "budomierz", "Korczowa – Krakowiec": "korczowa",
           "Medyka – Szeginie": "medyka", "Malhowice – Niżankowice": "malhowice",
           "Krościenko – Smolnica": "kroscienko", "Terespol – Brześć": "terespol",
           "Kukuryki – Kozłowiczy": "koroszczyn", "Bobrowniki – Bierestowica": "bobrowniki",
           "Kuźnica – Bruzgi": "kuznica", "Bezledy – Bagrationowsk": "bezledy",
           "Grzechotki – Mamonowo II": "grzechotki"}
COUNTED_CLASS = {"truck": "lorry", "car": "car", "bus": "bus"}
COUNTED_DIRECTION = {"entry_to_PL": "entry", "exit_from_PL": "exit"}
FEWEST_COUNTED = 1.0      # vehicles a day; fewer, such as a lorry at a bridge for cars, are left out

STATES = {"AT": "Austria", "BE": "Belgium", "BG": "Bulgaria", "CY": "Cyprus", "CZ": "Czechia",
          "DE": "Germany", "DK": "Denmark", "EE": "Estonia", "ES": "Spain", "FI": "Finland",
          "FR": "France", "GR": "Greece", "HR": "Croatia", "HU": "Hungary", "IE": "Ireland",
          "IT": "Italy", "LT": "Lithuania", "LU": "Luxembourg", "LV": "Latvia", "MT": "Malta",
          "NL": "Netherlands", "PL": "Poland", "PT": "Portugal", "RO": "Romania", "SE": "Sweden",
          "SI": "Slovenia", "SK": "Slovakia"}

# Relative traffic by hour of the day, and by day of the week from Monday: assumed.
HOURS = {
    "car": [3, 2, 2, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 7, 6, 5, 4, 4],
    "lorry": [8, 8, 8, 8, 8, 8, 9, 9, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 9, 9, 8, 8],
    "air_cargo": [9, 9, 9, 9, 8, 8, 8, 7, 6, 6, 6, 6, 6, 6, 7, 7, 8, 8, 8, 8, 9, 9, 9, 9],
}
DAYS = {"car": [9, 9, 9, 9, 11, 12, 11], "lorry": [10, 11, 11, 11, 10, 8, 6],
        "air_cargo": [9, 10, 10, 10, 10, 10, 9]}
SHAPE_OF = {"car": "car", "bus": "car", "lorry": "lorry", "air_cargo": "air_cargo",
            "parcel": "air_cargo"}


class InputError(Exception):
    """A table that cannot be used."""


@dataclass
class Traffic:
    """Vehicles a day of one class and direction at one post."""
    vehicles: float           # those that choose a post by way and wait
    source: str
    by_month: dict[int, float] = field(default_factory=dict)  # where months were counted
    in_lots: float = 0.0      # with vessels or trains

    @property
    def most(self) -> float:
        """All that come a day, in the busiest month."""
        return max([self.vehicles, *self.by_month.values()]) + self.in_lots


@dataclass
class Post:
    """A border crossing point."""
    row: Row
    latitude: float
    longitude: float
    position: str             # where that is from
    traffic: dict[tuple[str, str], Traffic] = field(default_factory=dict)  # by class, direction

    @property
    def name(self) -> str:
        """Its name."""
        return self.row["name"]

    @property
    def kind(self) -> str:
        """Road, ferry, rail, port, air or post."""
        return self.row["kind"]


# --- reading ----------------------------------------------------------------------------------------

def read(folder: str, name: str) -> list[Row]:
    """The rows of a table written by hand."""
    path = HERE / folder / name
    try:
        with open(path, newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}")
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise InputError(f"{path}:{number}: not as many cells as the header has")
    return rows


def read_positions() -> dict[str, tuple[float, float, str]]:
    """Latitude, longitude and source, by UN/LOCODE, airport, and crossing between PL and UA."""
    positions = {}
    for row in read("data", "unlocode.csv"):
        positions[row["locode"]] = (float(row["latitude"]), float(row["longitude"]),
                                    "UN/LOCODE " + row["locode"])
    ends = defaultdict(list)
    for row in read("data", "runways.csv"):
        for end in ("first", "second"):
            ends[row["airport"]].append((float(row[end + "_latitude"]),
                                         float(row[end + "_longitude"])))
    for airport, points in ends.items():
        positions[airport] = (sum(p[0] for p in points) / len(points),
                              sum(p[1] for p in points) / len(points),
                              "OurAirports: middle of the runways of " + airport)
    for row in read("data", "pl_ua_positions.csv"):
        positions["pl_ua/" + row["crossing"]] = (
            float(row["latitude"]), float(row["longitude"]),
            "State Border Guard Service of Ukraine (CC BY 4.0)")
    return positions


def read_posts() -> dict[str, Post]:
    """The posts where they are; a position written into posts.csv goes before one looked up."""
    positions, posts = read_positions(), {}
    for row in read("input", "posts.csv"):
        code = row["position"] + ("/" + row["name"] if row["position"] == "pl_ua" else "")
        if row["latitude"]:
            where = (float(row["latitude"]), float(row["longitude"]),
                     "assumed: to a few km, from general knowledge")
        elif code in positions:
            where = positions[code]
        else:
            raise InputError(f"input/posts.csv: {row['name']}: nothing is known of '{code}'")
        if row["name"] in posts:
            raise InputError(f"input/posts.csv: {row['name']} is there twice")
        posts[row["name"]] = Post(row, *where)
    return posts


def add_counted(posts: dict[str, Post]) -> None:
    """What was counted at Poland's land border: means of the months; others are as their mean."""
    monthly: dict[tuple[str, str, str], dict[int, float]] = defaultdict(dict)
    for row in read("data", "pl_border_monthly_2026.csv"):
        if row["vehicle_class"] in COUNTED_CLASS:
            days = calendar.monthrange(int(row["year"]), int(row["month"]))[1]
            key = (COUNTED[row["crossing"]], COUNTED_CLASS[row["vehicle_class"]],
                   COUNTED_DIRECTION[row["direction"]])
            monthly[key][int(row["month"])] = int(row["vehicles"]) / days
    for (name, kind, direction), months in monthly.items():
        mean = sum(months.values()) / len(months)
        if mean >= FEWEST_COUNTED:
            posts[name].traffic[kind, direction] = Traffic(
                mean, "assumed: the mean of January to April 2026, which were counted", months)


def add_roads(posts: dict[str, Post]) -> None:
    """What input/roads.csv says of the other roads and of ferries."""
    for row in read("input", "roads.csv"):
        for direction in ("entry", "exit"):
            posts[row["crossing"]].traffic[row["vehicle_class"], direction] = Traffic(
                float(row[direction]), row["source"])


def add_yearly(posts: dict[str, Post]) -> None:
    """What input/yearly.csv says of ports, airports, post and railways, as units a day."""
    for row in read("input", "yearly.csv"):
        post, quantity = posts[row["crossing"]], float(row["quantity"])
        chosen, in_lots, kind, how = daily_units(row["unit"], quantity)
        source = f"{row['source']}; {how}: assumed"
        post.traffic[kind, "entry"] = Traffic(chosen, source, in_lots=in_lots)
        if row["exit"] == "yes" and kind == "wagon":
            post.traffic[kind, "exit"] = Traffic(0, source, in_lots=in_lots)
        elif row["exit"] == "yes":
            post.traffic[kind, "exit"] = Traffic(chosen + in_lots, source)


def daily_units(unit: str, quantity: float) -> tuple[float, float, str, str]:
    """Units a day by choice and in lots, their class, and how they were made."""
    if unit == "million TEU":
        ashore = quantity * 1e6 * ASHORE / TEU_PER_CONTAINER / 365
        return (ashore * (1 - BY_VESSEL), ashore * BY_VESSEL, "container",
                f"{ASHORE:.0%} each way, {TEU_PER_CONTAINER} TEU a container")
    if unit == "thousand t":
        units = quantity * 1e3 * INBOUND * FROM_OUTSIDE / TONNES_PER_UNIT / 365
        return units, 0, "air_cargo", (f"{INBOUND:.0%} each way, {FROM_OUTSIDE:.0%} from outside the "
                                       f"Union, {TONNES_PER_UNIT} t a unit")
    if unit == "% of parcels":
        batches = quantity / 100 * PARCELS_A_YEAR / 365 / PARCELS_PER_BATCH
        return batches, 0, "parcel", (f"share of {PARCELS_A_YEAR / 1e9:.1f} bn a year (European "
                                      f"Commission, 2024), {PARCELS_PER_BATCH} in a batch")
    if unit == "trains a day":
        return 0, quantity * WAGONS_PER_TRAIN, "wagon", f"{WAGONS_PER_TRAIN} wagons a train"
    raise InputError(f"input/yearly.csv: unknown unit '{unit}'")


# --- what baseline.toml says ------------------------------------------------------------------------

def plain(value: object) -> object:
    """A value without the source beside it."""
    return value["value"] if isinstance(value, dict) and "value" in value else value


def share(value: object) -> float:
    """A share as a number."""
    value = plain(value)
    if not isinstance(value, str):
        return float(value)
    number, unit = value.split(" ", 1)
    return float(number) / {"%": 100, "per 1000": 1e3, "per 10000": 1e4}[unit]


def minutes(value: object) -> float:
    """The mean of a duration or of its distribution, in minutes."""
    value = plain(value)
    if isinstance(value, dict):
        (parameters,) = [v for k, v in value.items() if k != "source"]
        return minutes(parameters["mean"])
    number, unit = value.split(" ", 1)
    return float(number) * {"s": 1 / 60, "min": 1, "h": 60, "d": 1440}[unit]


def peak(kind: str) -> float:
    """Traffic of the busiest hour of the week over the mean."""
    if kind not in SHAPE_OF:
        return 1.0
    hours, days = HOURS[SHAPE_OF[kind]], DAYS[SHAPE_OF[kind]]
    return max(hours) * 24 / sum(hours) * max(days) * 7 / sum(days)


def read_toml(name: str) -> dict:
    with open(HERE / name, "rb") as file:
        return tomllib.load(file)


def visits(stages: dict, scenario: dict, kind: str, direction: str,
           scanner: bool) -> dict[str, float]:
    """How often one honest vehicle comes to each stage, on average; with what targeters ask for."""
    selection, advance = scenario["selection"], scenario["advance"]
    shares = {colour: share(selection[colour]) for colour in ("yellow", "orange", "red")}
    if direction == "entry" and kind in advance:
        shares[scenario["targeting"]["channel"]] += (share(advance[kind]["referred"])
                                                     * share(scenario["targeting"]["control"]))
    ordered = sorted(stages, key=lambda name: stages[name]["order"])
    seen = dict.fromkeys(ordered, 0.0)
    seen[ordered[0]] = 1.0
    for name in ordered:
        stage = stages[name]
        alarm = share(scenario["technique"][stage["technique"]].get("false_alarm", 0)) \
            if stage.get("technique") else 0.0
        outcomes = shares if stage.get("selects") else {"alarm": alarm, "cleared": 1 - alarm}
        for outcome, probability in outcomes.items():
            for target in stage.get("next", {}).get(outcome, []):
                if scanner or not stages[target].get("equipment"):
                    seen[target] += seen[name] * probability
                    break
    return seen


@dataclass
class Size:
    """Lanes, machines and officers of a post."""
    lines: dict[tuple[str, str], int] = field(default_factory=dict)  # lanes by class, direction
    lanes: dict[str, int] = field(default_factory=dict)              # of shared stages
    scanners: int = 0
    officers: dict[str, int] = field(default_factory=dict)           # a day, by authority


def size_post(post: Post, scenario: dict) -> Size:
    """The rule by which posts are sized.

    A first check has lanes such that FIRST_CHECK of them are in use on average, or, where a
    computer does it, COMPUTER of them in the busiest hour and while all berths unload; later stages
    have lanes such that SHARED of them are in use on average. There is at least one of each. Every
    lane is manned around the clock, with SPARE officers more.
    """
    stages, size = scenario["layout"][LAYOUT_OF[post.kind]]["stage"], Size()
    lorries = sum(t.most for (kind, _), t in post.traffic.items() if kind == "lorry")
    scanner = LAYOUT_OF[post.kind] != "road" or lorries >= LORRIES_FOR_SCANNER
    load: dict[str, float] = defaultdict(float)
    for (kind, direction), traffic in post.traffic.items():
        seen = visits(stages, scenario, kind, direction, scanner)
        lanes = 1
        for name, stage in stages.items():
            time = minutes(stage["time"][kind]) if kind in stage["time"] else 0.0
            if not stage.get("own_lanes"):
                load[name] += traffic.most / 1440 * seen[name] * time
            elif stage.get("crew"):
                lanes = max(lanes, math.ceil(traffic.most / 1440 * time / FIRST_CHECK))
            else:
                lanes = max(lanes, math.ceil(busiest(kind, traffic) * time / COMPUTER))
        size.lines[kind, direction] = lanes
    for name, stage in stages.items():
        lanes = max(1, math.ceil(load[name] / SHARED))
        if stage.get("own_lanes"):
            lanes = sum(size.lines.values())
        elif stage.get("equipment"):
            lanes = size.scanners = lanes if scanner else 0
        else:
            size.lanes[name] = lanes
        for authority in stage.get("crew", []):
            size.officers.setdefault(authority, 0)
            size.officers[authority] += lanes * int(plain(stage.get("officers_per_lane", 1)))
    size.officers = {a: SHIFTS * math.ceil(n * (1 + SPARE)) for a, n in size.officers.items()}
    return size


def busiest(kind: str, traffic: Traffic) -> float:
    """Vehicles a minute in the busiest hour of a week, while all berths unload."""
    unloading = berths(kind, traffic) * PER_HOUR[kind] / 60 if traffic.in_lots else 0
    return (traffic.most - traffic.in_lots) / 1440 * peak(kind) + unloading


# --- vessels and trains -----------------------------------------------------------------------------

def services(kind: str, traffic: Traffic) -> list[tuple[str, float, float]]:
    """Of a post's lots: name, units in one, calls a day."""
    if kind == "wagon":
        return [("trains", WAGONS_PER_TRAIN, traffic.in_lots / WAGONS_PER_TRAIN)]
    found = []
    for name, units, most in (("deep_sea", traffic.in_lots * DEEP_SEA, 2500),
                              ("feeders", traffic.in_lots * (1 - DEEP_SEA), 400)):
        size = max(50.0, min(most, units * 3))
        found.append((name, round(size), units / size))
    return found


def berths(kind: str, traffic: Traffic) -> int:
    """Berths, or tracks, such that BERTHS of them are in use."""
    hours = sum(calls * (units / PER_HOUR[kind] + STAY[kind])
                for _, units, calls in services(kind, traffic))
    return max(1, math.ceil(hours / 24 / BERTHS))


# --- ways -------------------------------------------------------------------------------------------

def great_circle(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Kilometres between two places by latitude and longitude."""
    (p, l), (q, m) = [(math.radians(x), math.radians(y)) for x, y in (a, b)]
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin((m - l) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(h))


def links(posts: dict[str, Post], places: dict[str, Row], origins: list[Row]) -> Table:
    """Ways from the origins of each corridor to its posts, and the lanes of the sea."""
    where = {name: (float(row["latitude"]), float(row["longitude"])) for name, row in places.items()}
    where.update({name: (post.latitude, post.longitude) for name, post in posts.items()})
    ways: dict[tuple[str, str], tuple[str, str]] = {}
    for row in origins:
        for post in posts.values():
            if post.row["corridor"] == row["corridor"] and post.row["kind"] != "rail":
                mode = way_of(post, row["direction"])
                if mode[0] != "sea":
                    ways[row["place"], post.name] = mode
    for post in posts.values():
        if post.kind == "rail":
            ways[nearest(post, places, where), post.name] = ("road", "road")
        for point in filter(None, post.row["sea"].split(";")):
            ways[point, post.name] = ("sea", "sea")
    for row in read("input", "sea_lanes.csv"):
        ways[row["from"], row["to"]] = ("sea", "sea")
    source = {"road": "assumed: great circle times 1.3", "air": "assumed: great circle times 1.05",
              "sea": "assumed: great circles from way point to way point"}
    rows = []
    for (start, end), (kind, speed) in sorted(ways.items()):
        length = max(1.0, great_circle(where[start], where[end]) * DETOUR[kind])
        rows.append([start, end, f"{length:.0f} km", SPEED[speed], source[kind]])
    return ["from", "to", "length", "speed", "source"], rows


def way_of(post: Post, direction: str) -> tuple[str, str]:
    """Detour and speed of the way between an origin and a post."""
    if direction == "exit":
        return "road", "road"
    return {"road": ("road", "road"), "ferry": ("road", "ferry"), "port": ("sea", "sea"),
            "air": ("air", "air"), "post": ("air", "air")}[post.kind]


def nearest(post: Post, places: dict[str, Row], where: dict[str, tuple[float, float]]) -> str:
    """The town outside the Union that is nearest to a railway post."""
    outside = [p for p, row in places.items() if row["country"] and row["country"] not in STATES]
    return min(outside, key=lambda p: great_circle(where[p], (post.latitude, post.longitude)))


# --- tables -----------------------------------------------------------------------------------------

def decimals(value: float, digits: int = 2) -> str:
    """Fixed decimals with no trailing zeros, so that the same tables come from every machine."""
    text = f"{value:.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def crossings(posts: dict[str, Post], sizes: dict[str, Size]) -> Table:
    """Where posts are, and what they have."""
    shared = sorted({stage for size in sizes.values() for stage in size.lanes})
    header = ["name", "label", "country", "latitude", "longitude", "layout", "closed",
              "equipment.scanner", *("lanes." + stage for stage in shared), "source", "note"]
    rows = []
    for post in posts.values():
        size = sizes[post.name]
        rows.append([post.name, post.row["label"], post.row["country"], decimals(post.latitude, 4),
                     decimals(post.longitude, 4), LAYOUT_OF[post.kind],
                     "true" if post.row["closed"] else "", str(size.scanners or ""),
                     *(str(size.lanes.get(stage, "")) for stage in shared), post.position,
                     post.row["note"]])
    return header, rows


def lines(posts: dict[str, Post], sizes: dict[str, Size]) -> Table:
    """Lanes and queues: who does not come by road waits in a yard that is never full."""
    rows = []
    for post in posts.values():
        for (kind, direction), lanes in sizes[post.name].lines.items():
            room = "1000" if LAYOUT_OF[post.kind] == "road" else "100000"
            rows.append([f"{post.name}_{kind}_{direction}", post.name, direction, kind, str(lanes),
                         room, "assumed: derive.py"])
    return ["name", "crossing", "direction", "vehicle_class", "lanes", "road_capacity",
            "source"], rows


def volumes(posts: dict[str, Post]) -> Table:
    """Vehicles a day, without those that come in lots."""
    rows = []
    for post in posts.values():
        for (kind, direction), traffic in post.traffic.items():
            if kind == "wagon":
                continue
            head = [post.name, direction, kind]
            for month, vehicles in sorted(traffic.by_month.items()):
                rows.append([*head, str(month), decimals(vehicles),
                             "Polish Border Guard, counted in 2026"])
            rows.append([*head, "0", decimals(traffic.vehicles), traffic.source])
    return ["crossing", "direction", "vehicle_class", "month", "vehicles_per_day", "source"], rows


def teams(posts: dict[str, Post], sizes: dict[str, Size]) -> Table:
    """One team for each authority and post."""
    rows = []
    for post in posts.values():
        for authority, officers in sizes[post.name].officers.items():
            rows.append([f"{post.name}_{authority}", post.name, authority, str(officers),
                         "around_the_clock", "assumed: derive.py"])
    return ["name", "crossing", "authority", "officers", "roster", "source"], rows


def terminals(posts: dict[str, Post]) -> Table:
    """Quays and reloading tracks; containers cost storage when they stay long."""
    rows = []
    for post in posts.values():
        served = [(kind, berths(kind, traffic)) for (kind, _), traffic in post.traffic.items()
                  if traffic.in_lots]
        if served:
            kind = served[0][0]
            storage = ["4 d", "0.7", "5 d", "40 EUR"] if kind == "container" else [""] * 4
            rows.append([post.name, post.name, str(sum(n for _, n in served)),
                         f"{PER_HOUR[kind]} per hour", *storage, "assumed"])
    return ["name", "crossing", "berths", "unloading", "dwell.lognormal.mean", "dwell.lognormal.cv",
            "free_time", "storage_cost", "source"], rows


def lots(posts: dict[str, Post]) -> Table:
    """Vessels and trains, evenly spaced and late by chance; each service begins at its own hour."""
    rows: list[list[str]] = []
    for post in posts.values():
        for (kind, direction), traffic in post.traffic.items():
            for name, units, calls in services(kind, traffic) if traffic.in_lots else []:
                every = 24 / calls
                begin = every * (len(rows) * 5 % 12) / 12
                rows.append([f"{post.name}_{name}_{direction}", post.name, direction, kind,
                             f"{decimals(every * 60, 0)} min", f"{decimals(begin * 60, 0)} min",
                             str(units), "0.3" if kind == "container" else "0.1",
                             "8 h" if kind == "container" else "3 h", f"{STAY[kind]} h",
                             traffic.source + "; services and sizes: assumed"])
    return ["name", "terminal", "direction", "vehicle_class", "every", "first",
            "size.lognormal.mean", "size.lognormal.cv", "lateness.exponential.mean", "stay",
            "source"], rows


def flows(posts: dict[str, Post], origins: list[Row]) -> Table:
    """Who may choose among which posts: one flow for each corridor, class and direction."""
    shares: dict[tuple[str, str, str], dict[str, str]] = defaultdict(dict)
    for row in origins:
        for kind in row["classes"].split(";"):
            shares[row["corridor"], kind, row["direction"]][row["place"]] = row["share"]
    used = list(dict.fromkeys(row["place"] for row in origins))
    rows = []
    for (corridor, kind, direction), places in shares.items():
        where = [p.name for p in posts.values()
                 if p.row["corridor"] == corridor and (kind, direction) in p.traffic]
        if where:
            rows.append([f"{kind}_{corridor}_{direction}", kind, direction, ";".join(where),
                         *(places.get(place, "") for place in used), *laws(kind, direction)])
    for direction in ("entry", "exit"):
        rows.append([f"wagon_rail_{direction}", "wagon", direction,
                     ";".join(p.name for p in posts.values() if ("wagon", direction) in p.traffic),
                     *([""] * len(used)), *laws("wagon", direction)])
    return ["name", "vehicle_class", "direction", "crossings",
            *("origins." + place for place in used), "empty_share", "travellers.uniform.low",
            "travellers.uniform.high", "delay_cost_per_hour", "source"], rows


def laws(kind: str, direction: str) -> list[str]:
    """Empty share, travellers and cost of delay of a class: assumed."""
    empty = {"lorry": "0.15" if direction == "entry" else "0.25", "wagon": "0.15",
             "container": "0.15" if direction == "entry" else "0.25"}.get(kind, "")
    travellers = {"car": ["1", "4"], "bus": ["15", "45"]}.get(kind, ["", ""])
    cost = {"lorry": "25", "car": "15", "bus": "150"}.get(kind, "")
    return [empty, *travellers, f"{cost} EUR per hour" if cost else "", "assumed"]


def profiles() -> Table:
    """Traffic by hour of the week, of the classes that do not come evenly."""
    rows = []
    for kind, shape in SHAPE_OF.items():
        for direction in ("entry", "exit") if kind != "parcel" else ("entry",):
            for day, of_day in enumerate(DAYS[shape], start=1):
                for hour, of_hour in enumerate(HOURS[shape]):
                    rows.append([kind, direction, str(day), str(hour), str(of_day * of_hour),
                                 "assumed"])
    return ["vehicle_class", "direction", "weekday", "hour", "weight", "source"], rows


def desks(posts: dict[str, Post]) -> Table:
    """The single point of contact of each state that has posts."""
    states = sorted({post.row["country"] for post in posts.values()})
    return (["name", "label", "analysts", "time.lognormal.mean", "time.lognormal.cv", "source"],
            [[contact(s), f"Single point of contact of {STATES[s]}", "2", "30 min", "0.8", "assumed"]
             for s in states])


def contact(state: str) -> str:
    """The desk of a state."""
    return "contact_" + state.lower()


def channels(posts: dict[str, Post]) -> Table:
    """National networks, SIENA and what else there is to write by."""
    by_state = defaultdict(list)
    for post in posts.values():
        by_state[post.row["country"]].append(post.name)
    states = sorted(by_state)
    contacts = [contact(s) for s in states]
    everyone = ";".join(name for s in states for name in by_state[s])
    rows = [[f"network_{s.lower()}", f"Customs network of {STATES[s]}", ";".join(by_state[s]), "",
             contact(s), "15 min", "", "", "", "15 min", "assumed"] for s in states]
    for name, label, crossing, bases, other, latency, low, high, loss, effort in (
            ("siena", "SIENA", "", "", ["europol"], "15 min", "", "", "0.01", "20 min"),
            ("letters", "Letters", "", "", ["europol", "olaf", "prosecutor", "eppo"], "", "10 d",
             "30 d", "0.02", "30 min"),
            ("afis", "AFIS, the anti-fraud information system", "", "", ["olaf"], "30 min", "", "",
             "", "20 min"),
            ("prosecutors_files", "Prosecutors' files", "", "investigators", ["prosecutor", "eppo"],
             "15 min", "", "", "", "30 min"),
            ("early_warning", "Early warning network", "", "", ["euda"], "30 min", "", "", "",
             "20 min"),
            ("enforcement_portal", "IP Enforcement Portal", everyone, "", ["euipo"], "15 min", "", "",
             "", "20 min")):
        reached = other if crossing else [*contacts, *other]
        rows.append([name, label, crossing, bases, ";".join(reached), latency, low, high, loss,
                     effort, "assumed"])
    return ["name", "label", "crossings", "bases", "desks", "latency", "latency.uniform.low",
            "latency.uniform.high", "loss", "officer_time", "source"], rows


def all_tables() -> dict[str, Table]:
    """Every table of the scenario, by file name."""
    posts, origins = read_posts(), read("input", "origins.csv")
    places = {row["name"]: row for row in read("input", "places.csv")}
    both = set(posts) & set(places)
    if both:
        raise InputError(f"input: {', '.join(sorted(both))}: a place and a post of this name")
    add_counted(posts)
    add_roads(posts)
    add_yearly(posts)
    for post in posts.values():
        if not post.traffic:
            raise InputError(f"input: {post.name} has no traffic")
    scenario = read_toml("baseline.toml") | read_toml("ics2.toml")
    sizes = {name: size_post(post, scenario) for name, post in posts.items()}
    return {
        "crossings.csv": crossings(posts, sizes),
        "places.csv": (["name", "label", "country", "latitude", "longitude", "source"],
                       [[*row.values(), "assumed: to a hundredth of a degree"]
                        for row in places.values()]),
        "links.csv": links(posts, places, origins),
        "lines.csv": lines(posts, sizes),
        "volumes.csv": volumes(posts),
        "teams.csv": teams(posts, sizes),
        "terminals.csv": terminals(posts),
        "lots.csv": lots(posts),
        "flows.csv": flows(posts, origins),
        "profiles.csv": profiles(),
        "desks.csv": desks(posts),
        "channels.csv": channels(posts),
    }


def text_of(table: Table) -> str:
    """A table as CSV, with plain line ends."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(table[0])
    writer.writerows(table[1])
    return file.getvalue()


def main() -> int:
    """Writes or checks; a bad input is one line on stderr and exit code 2."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--check", action="store_true", help="write nothing; compare with the files")
    options = parser.parse_args()
    try:
        tables = {HERE / name: text_of(table) for name, table in all_tables().items()}
    except (InputError, KeyError, ValueError) as error:
        print(f"derive.py: {error}", file=sys.stderr)
        return 2
    if not options.check:
        for path, text in tables.items():
            path.write_text(text, encoding="utf-8", newline="\n")
        return 0
    stale = [path.name for path, text in tables.items()
             if not path.exists() or path.read_text(encoding="utf-8") != text]
    for name in stale:
        print(f"derive.py: {name} is not what this script makes", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
