"""A partner's program in Python: hands listings in, follows the feed to a verdict, and takes webhooks.

    python touchstone.py send FILE          listings as lines of JSON; says what became of each
    python touchstone.py follow REFERENCE   keeps a copy of what the account sees, until that lead has a verdict
    python touchstone.py receive PORT       takes webhooks and checks their signatures; 0 is any free port

It asks TOUCHSTONE_URL as the service account TOUCHSTONE_CLIENT_ID with TOUCHSTONE_CLIENT_SECRET. Copy and cursor are
kept together in the file TOUCHSTONE_COPY; the secret of the webhook endpoint is TOUCHSTONE_WEBHOOK_SECRET.
"""

import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import httpx
from gql import Client, GraphQLRequest
from gql.transport.exceptions import TransportQueryError
from gql.transport.httpx import HTTPXTransport
from standardwebhooks import Webhook, WebhookVerificationError

URL = os.environ.get("TOUCHSTONE_URL", "").rstrip("/")
MOST_LISTINGS = 1_000  # of one call

INGEST = """mutation($input: IngestListingsInput!) { ingestListings(input: $input) {
  results { externalId outcome reference reason message } userErrors { code message } } }"""
CHANGES = """query($since: String) { changes(since: $since) { cursor hasMore changes { kind operation id
  lead { reference title state tlp verdictCounts { verdict count } } item { title }
  delivery { state verdict } comment { body } } } }"""


class ServiceAccount(httpx.Auth):
    """Gets a token when there is none or it has ended, and waits where too much was asked."""

    requires_response_body = True

    def __init__(self, client: str, secret: str):
        self.basic = httpx.BasicAuth(client, secret)
        self.token = None

    def auth_flow(self, request):
        for _ in range(4):
            if self.token is None:
                yield from self.renew()
            request.headers["Authorization"] = f"Bearer {self.token}"
            response = yield request
            if response.status_code == 401:
                self.token = None
            elif response.status_code in (429, 503):
                time.sleep(int(response.headers.get("Retry-After", 1)))
            else:
                return

    def renew(self):
        grant = httpx.Request("POST", f"{URL}/oauth/token", data={"grant_type": "client_credentials"})
        answer = yield next(self.basic.auth_flow(grant))
        if answer.status_code != 200:
            sys.exit(f"no token: {answer.text}")
        self.token = answer.json()["access_token"]


def connect() -> Client:
    account = ServiceAccount(*(os.environ[f"TOUCHSTONE_CLIENT_{part}"] for part in ("ID", "SECRET")))
    accept = {"Accept": "application/graphql-response+json"}
    return Client(transport=HTTPXTransport(url=f"{URL}/graphql", auth=account, headers=accept, timeout=60))


def send(file: str) -> None:
    """Everything may be sent again: what came in before is told as ALREADY_THERE."""
    lines = Path(file).read_text(encoding="utf-8").split("\n")
    listings = [json.loads(line) for line in lines if line.strip()]
    with connect() as session:
        for start in range(0, len(listings), MOST_LISTINGS):
            given = {"input": {"listings": listings[start : start + MOST_LISTINGS]}}
            done = session.execute(GraphQLRequest(INGEST, variable_values=given))["ingestListings"]
            if done["userErrors"]:
                sys.exit(f"refused: {done['userErrors']}")
            for result in done["results"]:
                print(result["outcome"], result["externalId"], result["reference"] or result["reason"], flush=True)


def apply(copy: dict, page: dict) -> None:
    for change in page["changes"]:
        copy["objects"].pop(change["id"], None)
        if change["operation"] == "UPSERT":
            copy["objects"][change["id"]] = change[change["kind"].lower()]
    copy["cursor"] = page["cursor"]


def keep(copy: dict, file: Path) -> None:
    """Copy and cursor in one step, so that a crash leaves both as they were before."""
    fresh = file.with_suffix(".new")
    fresh.write_text(json.dumps(copy), encoding="utf-8")
    fresh.replace(file)


def follow(reference: str) -> None:
    file = Path(os.environ.get("TOUCHSTONE_COPY", "copy.json"))
    copy = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {"cursor": None, "objects": {}}
    with connect() as session:
        while True:
            asked = GraphQLRequest(CHANGES, variable_values={"since": copy["cursor"]})
            try:
                page = session.execute(asked)["changes"]
            except TransportQueryError as error:
                if error.errors[0]["extensions"]["code"] != "CURSOR_EXPIRED":
                    raise
                copy = {"cursor": None, "objects": {}}
                continue
            apply(copy, page)
            keep(copy, file)
            if page["hasMore"]:
                continue
            for seen in copy["objects"].values():
                if seen.get("reference") == reference and seen["verdictCounts"]:
                    print(reference, seen["state"], *(row["verdict"] for row in seen["verdictCounts"]), flush=True)
                    return
            time.sleep(2)


class Receiver(BaseHTTPRequestHandler):
    seen: set[str] = set()  # yours stands in a database: the same message may come twice

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        try:
            message, status = Webhook(os.environ["TOUCHSTONE_WEBHOOK_SECRET"]).verify(body, dict(self.headers)), 204
        except (WebhookVerificationError, ValueError):
            message, status = None, 400
        self.send_response_only(status)
        self.end_headers()
        if message and self.headers["webhook-id"] not in self.seen:
            self.seen.add(self.headers["webhook-id"])
            print(message["type"], *(message["data"].get(key, "-") for key in ("reference", "verdict")), flush=True)


def receive(port: str) -> None:
    server = HTTPServer(("127.0.0.1", int(port)), Receiver)
    print(f"http://127.0.0.1:{server.server_port}/", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    commands = {"send": send, "follow": follow, "receive": receive}
    if len(sys.argv) != 3 or sys.argv[1] not in commands:
        sys.exit(__doc__)
    commands[sys.argv[1]](sys.argv[2])
