#!/usr/bin/env bash
# A partner's program of curl, jq and openssl: hands listings in, follows the feed to a verdict, and checks webhooks.
#
#   touchstone.sh send FILE          listings as lines of JSON; says what became of each
#   touchstone.sh follow REFERENCE   keeps a copy of what the account sees, until that lead has a verdict
#   touchstone.sh verify ID TIMESTAMP SIGNATURE <BODY
#                                    whether a webhook with these headers is genuine and of the last five minutes
#
# It asks TOUCHSTONE_URL as the service account TOUCHSTONE_CLIENT_ID with TOUCHSTONE_CLIENT_SECRET. Copy and cursor are
# kept together in the file TOUCHSTONE_COPY; the secret of the webhook endpoint is TOUCHSTONE_WEBHOOK_SECRET.
set -euo pipefail

copy=${TOUCHSTONE_COPY:-copy.json}
token=
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

ingest='mutation($input: IngestListingsInput!) { ingestListings(input: $input) {
  results { externalId outcome reference reason message } userErrors { code message } } }'
changes='query($since: String) { changes(since: $since) { cursor hasMore changes { kind operation id
  lead { reference title state tlp verdictCounts { verdict count } } item { title }
  delivery { state verdict } comment { body } } } }'

die() {
  printf '%s\n' "$*" >&2
  exit 1
}

# Secrets go by a file that nobody else reads, not by the list of processes.
renew() {
  printf 'user = "%s:%s"\n' "$TOUCHSTONE_CLIENT_ID" "$TOUCHSTONE_CLIENT_SECRET" \
    | curl --silent --show-error --fail-with-body --config - --data grant_type=client_credentials \
      "$TOUCHSTONE_URL/oauth/token" >"$folder/token" || die "no token: $(cat "$folder/token")"
  token=$(jq -r .access_token "$folder/token")
}

# ask DOCUMENT: with the variables in $folder/variables; leaves the answer in $folder/answer. Gets a token when there is none
# or it has ended, and waits where too much was asked.
ask() {
  local status wait attempt
  jq -c --arg query "$1" '{query: $query, variables: .}' "$folder/variables" >"$folder/question"
  [ -n "$token" ] || renew
  for attempt in 1 2 3 4; do
    status=$(printf 'header = "Authorization: Bearer %s"\n' "$token" \
      | curl --silent --show-error --config - --output "$folder/answer" --dump-header "$folder/head" \
        --write-out '%{http_code}' --header 'Content-Type: application/json' \
        --header 'Accept: application/graphql-response+json' --data-binary "@$folder/question" "$TOUCHSTONE_URL/graphql")
    case $status in
      401) renew ;;
      429 | 503)
        wait=$(tr -d '\r' <"$folder/head" | sed -n 's/^[Rr]etry-[Aa]fter: *//p')
        sleep "${wait:-1}"
        ;;
      *) return 0 ;;
    esac
  done
  die "refused $attempt times: $(cat "$folder/answer")"
}

# The code of the first error, or nothing.
code() { jq -r '.errors[0].extensions.code // empty' "$folder/answer"; }

# Everything may be sent again: what came in before is told as ALREADY_THERE.
send() {
  local piece
  split --lines=1000 "$1" "$folder/piece."
  for piece in "$folder"/piece.*; do
    jq -s '{input: {listings: .}}' "$piece" >"$folder/variables"
    ask "$ingest"
    jq -e '.errors == null and .data.ingestListings.userErrors == []' "$folder/answer" >/dev/null \
      || die "refused: $(cat "$folder/answer")"
    jq -r '.data.ingestListings.results[] | "\(.outcome) \(.externalId) \(.reference // .reason)"' "$folder/answer"
  done
}

follow() {
  local nothing='{"cursor":null,"objects":{}}'
  [ -f "$copy" ] || echo "$nothing" >"$copy"
  while true; do
    jq '{since: .cursor}' "$copy" >"$folder/variables"
    ask "$changes"
    if [ "$(code)" = CURSOR_EXPIRED ]; then
      echo "$nothing" >"$copy"
      continue
    fi
    jq -e '.errors == null' "$folder/answer" >/dev/null || die "refused: $(cat "$folder/answer")"
    # Copy and cursor in one step, so that a crash leaves both as they were before.
    jq --slurpfile answer "$folder/answer" '$answer[0].data.changes as $page
      | reduce $page.changes[] as $change (.;
          if $change.operation == "GONE" then del(.objects[$change.id])
          else .objects[$change.id] = $change[$change.kind | ascii_downcase] end)
      | .cursor = $page.cursor' "$copy" >"$copy.new"
    mv "$copy.new" "$copy"
    if jq -e '.data.changes.hasMore' "$folder/answer" >/dev/null; then continue; fi
    if jq -e -r --arg reference "$1" '.objects[] | select(.reference? == $reference and .verdictCounts != [])
        | "\(.reference) \(.state) \([.verdictCounts[].verdict] | join(" "))"' "$copy"; then
      return
    fi
    sleep 2
  done
}

# The signature is HMAC-SHA256 of "ID.TIMESTAMP.BODY"; while a secret rotates there are two, and one has to fit.
verify() {
  local key wanted age
  key=$(printf %s "${TOUCHSTONE_WEBHOOK_SECRET#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')
  wanted=$({ printf '%s.%s.' "$1" "$2" && cat; } \
    | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | openssl base64 -A)
  age=$(($(date +%s) - $2))
  case " $3 " in
    *" v1,$wanted "*) [ "${age#-}" -le 300 ] || die "too old" ;;
    *) die "not genuine" ;;
  esac
}

case ${1:-}:$# in
  send:2 | follow:2 | verify:4) "$@" ;;
  *) die "usage: touchstone.sh send FILE | follow REFERENCE | verify ID TIMESTAMP SIGNATURE <BODY" ;;
esac
