"""Verifies the signature of a mail by dkimpy: `python3 dkim.py RECORD < mail.eml`, where RECORD is the text of the TXT record.

Exits with 0 where it is good, and 1 where it is not.
"""
import sys


def main() -> int:
    # The script has the name of the module: its own folder is not where that is looked for.
    sys.path = [entry for entry in sys.path if entry and not entry.endswith("tests/tools")]
    import dkim

    record = sys.argv[1].encode()
    mail = sys.stdin.buffer.read()
    return 0 if dkim.verify(mail, dnsfunc=lambda name, timeout=5: record) else 1


if __name__ == "__main__":
    sys.exit(main())
