"""Judges a bundle by OASIS's validator: `python3 stix.py < bundle.json`.

Exits with 0 where it is valid, and 1 where it is not.
"""
import io
import sys

from stix2validator import ValidationOptions, print_results, validate_string


def main() -> int:
    # What the specification only recommends is told as warnings, and fails nothing.
    options = ValidationOptions(version="2.1", strict=False)
    results = validate_string(io.TextIOWrapper(sys.stdin.buffer, "utf-8").read(), options)
    if results.is_valid:
        return 0
    print_results(results)
    return 1


if __name__ == "__main__":
    sys.exit(main())
