"""Reads a file of events by PyMISP: `python3 misp.py < events.json`.

Exits with 0 where every event is read with its attributes and its tag, and 1 where one is not.
"""
import json
import sys

from pymisp import MISPEvent


def main() -> int:
    for entry in json.load(sys.stdin.buffer)["response"]:
        event = MISPEvent()
        event.load(json.dumps(entry))
        told = entry["Event"]
        labels = [tag.name for tag in event.tags if tag.name.startswith("tlp:")]
        values = [attribute.value for attribute in event.attributes]
        if len(labels) != 1 or values != [attribute["value"] for attribute in told["Attribute"]]:
            print(labels, values)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
