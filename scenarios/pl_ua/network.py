#!/usr/bin/env python3
"""Writes places.csv, links.csv and origins.csv of the Poland-Ukraine road scenario.

Places are real. Which roads join them, how long and fast they are and where traffic is born is
assumed: a road is 1.25 times the great circle between its ends. Standard library only.

    python3 network.py [--out DIR]
"""

import argparse
import csv
import math
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
EARTH_KM = 6371.0
DETOUR = 1.25

# place: (label, country, latitude, longitude). "germany" and the like stand for all beyond Poland.
PLACES = {
    "kyiv": ("Kyiv", "UA", 50.45, 30.52), "zhytomyr": ("Zhytomyr", "UA", 50.25, 28.66),
    "rivne": ("Rivne", "UA", 50.62, 26.25), "lutsk": ("Lutsk", "UA", 50.75, 25.34),
    "kovel": ("Kovel", "UA", 51.22, 24.71), "volodymyr": ("Volodymyr", "UA", 50.85, 24.32),
    "lviv": ("Lviv", "UA", 49.84, 24.03), "sheptytskyi": ("Sheptytskyi", "UA", 50.39, 24.23),
    "yavoriv": ("Yavoriv", "UA", 49.94, 23.39), "sambir": ("Sambir", "UA", 49.52, 23.20),
    "stryi": ("Stryi", "UA", 49.26, 23.85), "ternopil": ("Ternopil", "UA", 49.55, 25.59),
    "ivano_frankivsk": ("Ivano-Frankivsk", "UA", 48.92, 24.71),
    "chernivtsi": ("Chernivtsi", "UA", 48.29, 25.94),
    "khmelnytskyi": ("Khmelnytskyi", "UA", 49.42, 26.99),
    "vinnytsia": ("Vinnytsia", "UA", 49.23, 28.47), "odesa": ("Odesa", "UA", 46.48, 30.73),
    "dnipro": ("Dnipro", "UA", 48.46, 35.05), "kharkiv": ("Kharkiv", "UA", 49.99, 36.23),
    "chelm": ("Chełm", "PL", 51.14, 23.47), "lublin": ("Lublin", "PL", 51.25, 22.57),
    "hrubieszow": ("Hrubieszów", "PL", 50.80, 23.89), "zamosc": ("Zamość", "PL", 50.72, 23.25),
    "tomaszow_lubelski": ("Tomaszów Lubelski", "PL", 50.45, 23.42),
    "jaroslaw": ("Jarosław", "PL", 50.02, 22.68), "przemysl": ("Przemyśl", "PL", 49.78, 22.77),
    "ustrzyki_dolne": ("Ustrzyki Dolne", "PL", 49.43, 22.59),
    "sanok": ("Sanok", "PL", 49.56, 22.21),
    "rzeszow": ("Rzeszów", "PL", 50.04, 22.00), "tarnow": ("Tarnów", "PL", 50.01, 20.99),
    "krakow": ("Kraków", "PL", 50.06, 19.94), "katowice": ("Katowice", "PL", 50.26, 19.02),
    "wroclaw": ("Wrocław", "PL", 51.11, 17.04), "warszawa": ("Warszawa", "PL", 52.23, 21.01),
    "lodz": ("Łódź", "PL", 51.76, 19.46), "poznan": ("Poznań", "PL", 52.41, 16.93),
    "gdansk": ("Gdańsk", "PL", 54.35, 18.65),
    "germany": ("Świecko, to Germany", "DE", 52.31, 14.58),
    "czechia": ("Gorzyczki, to Czechia", "CZ", 49.95, 18.40),
    "lithuania": ("Budzisko, to Lithuania", "LT", 54.27, 23.10),
}
# speed in km/h: pairs of places. Motorway 85, main road 65, local road 50 [assumed, for lorries].
ROADS = {
    85: ["jaroslaw rzeszow", "rzeszow tarnow", "tarnow krakow", "krakow katowice",
         "katowice wroclaw", "wroclaw germany", "katowice czechia", "warszawa lodz",
         "lodz poznan", "poznan germany", "lodz katowice", "lodz wroclaw", "lodz gdansk",
         "lublin warszawa",
         "korczowa jaroslaw", "warszawa lithuania", "lublin rzeszow", "warszawa gdansk"],
    65: ["kharkiv kyiv", "dnipro kyiv", "odesa kyiv", "odesa vinnytsia", "kyiv zhytomyr",
         "kyiv vinnytsia", "dnipro odesa", "zhytomyr rivne", "vinnytsia khmelnytskyi",
         "khmelnytskyi ternopil", "ternopil lviv", "rivne lutsk", "rivne lviv", "rivne ternopil",
         "lutsk kovel", "lutsk volodymyr", "lutsk lviv", "kovel volodymyr", "lviv sheptytskyi",
         "lviv yavoriv", "lviv sambir", "lviv stryi", "stryi ivano_frankivsk",
         "ivano_frankivsk chernivtsi", "ivano_frankivsk ternopil", "stryi sambir", "lviv hrebenne",
         "lviv medyka", "kovel dorohusk", "yavoriv korczowa", "dorohusk chelm", "chelm lublin",
         "chelm zamosc", "hrubieszow zamosc", "zamosc lublin", "zamosc tomaszow_lubelski",
         "hrebenne tomaszow_lubelski", "medyka przemysl", "przemysl jaroslaw", "przemysl sanok",
         "sanok rzeszow", "sanok tarnow"],
    50: ["volodymyr zosin", "sheptytskyi dolhobyczow", "volodymyr sheptytskyi", "yavoriv budomierz",
         "sambir malhowice", "sambir kroscienko", "zosin hrubieszow", "dolhobyczow hrubieszow",
         "dolhobyczow tomaszow_lubelski", "budomierz jaroslaw", "budomierz tomaszow_lubelski",
         "malhowice przemysl", "kroscienko ustrzyki_dolne", "ustrzyki_dolne sanok",
         "ustrzyki_dolne przemysl", "tomaszow_lubelski jaroslaw"],
}
# (class, direction): place, share in percent. Exit starts where entry ends and the other way round.
UKRAINE = {
    "lorry": "kyiv 24 lviv 14 odesa 9 dnipro 9 kharkiv 6 vinnytsia 7 rivne 5 lutsk 6 kovel 3 "
             "zhytomyr 4 ternopil 5 khmelnytskyi 4 ivano_frankivsk 3 chernivtsi 1",
    "car": "lviv 34 lutsk 7 kovel 4 volodymyr 4 sheptytskyi 5 yavoriv 5 sambir 6 stryi 4 "
           "ternopil 7 ivano_frankivsk 7 rivne 5 kyiv 8 vinnytsia 2 khmelnytskyi 2",
    "bus": "kyiv 28 lviv 26 odesa 6 dnipro 6 kharkiv 5 vinnytsia 6 rivne 5 lutsk 5 ternopil 5 "
           "ivano_frankivsk 5 chernivtsi 3",
}
POLAND = {
    "lorry": "germany 30 czechia 10 warszawa 14 lodz 8 katowice 8 krakow 6 wroclaw 6 poznan 5 "
             "gdansk 4 lublin 4 rzeszow 3 lithuania 2",
    "car": "warszawa 16 lublin 12 krakow 12 rzeszow 11 przemysl 10 katowice 8 wroclaw 7 chelm 5 "
           "zamosc 5 lodz 4 poznan 3 germany 7",
    "bus": "warszawa 30 krakow 14 wroclaw 10 lublin 10 katowice 8 rzeszow 7 germany 14 czechia 7",
}


def crossings(path=HERE / "crossings.csv"):
    """{crossing: (latitude, longitude)} as derive.py wrote them."""
    with open(path, newline="", encoding="utf-8") as file:
        return {row["name"]: (float(row["latitude"]), float(row["longitude"]))
                for row in csv.DictReader(file)}


def great_circle_km(a, b):
    """Distance on a sphere between two (latitude, longitude), in degrees."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*a, *b))
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half))


def shares(text):
    """[(place, share)] of 'kyiv 60 lviv 40', which must add up to 100."""
    words = text.split()
    pairs = list(zip(words[::2], map(int, words[1::2])))
    assert sum(share for _, share in pairs) == 100, text
    return [(place, share / 100) for place, share in pairs]


def link_lines(where):
    """Each road once, usable both ways."""
    for speed, roads in sorted(ROADS.items(), reverse=True):
        for road in roads:
            start, end = road.split()
            length = DETOUR * great_circle_km(where[start], where[end])
            yield start, end, f"{length:.0f}", speed, "assumed"


def origin_lines():
    """Where vehicles come from and where they go, by class and direction."""
    for kind in UKRAINE:
        both_ways = ("entry", UKRAINE, POLAND), ("exit", POLAND, UKRAINE)
        for direction, born, bound in both_ways:
            for role, table in (("origin", born), ("destination", bound)):
                for place, share in shares(table[kind]):
                    yield kind, direction, role, place, share, "assumed"


def write(path, header, lines):
    """One CSV table."""
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(lines)


def main():
    """Writes the three tables; what cannot be read or written is one line and exit code 2."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", type=Path, default=HERE, help="folder (default: this script's)")
    out = parser.parse_args().out
    try:
        where = crossings() | {place: row[2:] for place, row in PLACES.items()}
        out.mkdir(parents=True, exist_ok=True)
        write(out / "places.csv", ["name", "label", "country", "latitude", "longitude"],
              [(p, *row) for p, row in PLACES.items()])
        write(out / "links.csv", ["from", "to", "length [km]", "speed [km/h]", "source"],
              link_lines(where))
        write(out / "origins.csv",
              ["vehicle_class", "direction", "role", "place", "share", "source"], origin_lines())
    except OSError as error:
        print(f"network.py: {error.filename}: {error.strerror}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
