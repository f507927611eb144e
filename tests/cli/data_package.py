#!/usr/bin/env python3
"""Holds datapackage.json files against the JSON Schema of their profile.

    tests/cli/data_package.py FILE...

Prints a line for each fault, and fails if there is any.
"""

import json
import pathlib
import sys

import jsonschema

SCHEMAS = pathlib.Path(__file__).resolve().parent / "data/frictionless"


def faults(path):
    package = json.loads(path.read_text(encoding="utf-8"))
    schema = json.loads((SCHEMAS / f"{package['profile']}.json").read_text(encoding="utf-8"))
    for error in jsonschema.Draft4Validator(schema).iter_errors(package):
        place = "/".join(str(part) for part in error.absolute_path)
        yield f"{path}: {place}: {error.message[:300]}"
    for resource in package["resources"]:
        if not (path.parent / resource["path"]).is_file():
            yield f"{path}: {resource['path']}: is not there"


def main(arguments):
    found = [fault for name in arguments for fault in faults(pathlib.Path(name))]
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
