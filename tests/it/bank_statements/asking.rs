//! What a clerk asks about the bank, files as banks write them, and where lines stand afterwards.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Value, json};
use touchstone::platform::money::Money;

use crate::support::{Asks as _, Person, Response, with};

/// Minor units of yuan as people write them.
pub fn decimal(minor: i64) -> String {
    let currency = "CNY".to_owned();
    Money { minor, currency }.amount()
}

/// A line of a table: the day of March, minor units, the bank's reference, and what was written to it.
pub type Row<'a> = (i8, i64, &'a str, &'a str);

/// A table of lines with the balance after each, beginning with so much.
pub fn table(opening: i64, rows: &[Row<'_>]) -> String {
    let mut balance = opening;
    let rows = rows.iter().map(|(day, minor, reference, words)| {
        balance += *minor;
        let (amount, after) = (decimal(*minor), decimal(balance));
        format!("2026-03-{day:02},{amount},{after},{reference},{words}")
    });
    let head = std::iter::once("Date,Amount,Balance,Reference,Text".to_owned());
    head.chain(rows).collect::<Vec<_>>().join("\n")
}

/// A file of a fund's bank, and what is said of how to read it.
pub fn file(fund: &str, bytes: &[u8], more: Value) -> Value {
    let base = json!({ "fundId": fund, "name": "a file", "content": STANDARD.encode(bytes) });
    with(base, more)
}

/// What would become of a file.
pub async fn previews(by: &Person, file: &Value) -> Response {
    let document = "query($input: BankStatementInput!) { bankStatementPreview(input: $input) { \
        format token encoding delimiter columns { name suggestion } mistakes { code line message } \
        statements { bankId account from to newLines linesThere opening { amount } closing { amount } \
        lines { line bookedOn valueOn amount { amount } reference counterparty text isThere } } } }";
    by.graphql(document, json!({ "input": file })).await
}

/// The days and amounts of the first statement in a file in which nothing is wrong.
pub async fn draft(by: &Person, file: &Value) -> Vec<(String, String)> {
    let seen = previews(by, file).await.ok();
    assert!(seen.list("/bankStatementPreview/mistakes").is_empty(), "{seen}");
    assert!(seen.data("/bankStatementPreview/token").is_string(), "{seen}");
    let path = "/bankStatementPreview/statements/0/lines";
    let days = seen.texts(path, "/bookedOn");
    days.into_iter().zip(seen.texts(path, "/amount/amount")).collect()
}

/// The code of the first mistake of a file, which gives no token.
pub async fn mistake(by: &Person, file: &Value) -> String {
    let seen = previews(by, file).await.ok();
    assert!(seen.data("/bankStatementPreview/token").is_null(), "{seen}");
    seen.text("/bankStatementPreview/mistakes/0/code")
}

/// The token by which a file is imported as it is now.
pub async fn token(by: &Person, file: &Value) -> String {
    let seen = previews(by, file).await.ok();
    seen.text("/bankStatementPreview/token")
}

/// Does a mutation of bank statements and selects what it is about.
pub async fn does(by: &Person, mutation: &str, selection: &str, input: Value) -> Response {
    let kind = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
    let document = format!(
        "mutation($input: {kind}!) {{ {mutation}(input: $input) {{ {selection} userErrors {{ code field message }} }} }}"
    );
    let key = json!({ "idempotencyKey": by.world.id().to_string() });
    by.graphql(&document, json!({ "input": with(key, input) })).await
}

/// Imports a file with a token, whatever that is of.
pub async fn imports_with(by: &Person, file: &Value, token: &str) -> Response {
    let input = json!({ "statement": file, "previewToken": token });
    does(by, "importBankStatement", "matched statements { id openCount }", input).await
}

/// Says that lines and entries are the same money.
pub async fn matches(by: &Person, lines: &[&str], entries: &[&str]) -> Response {
    let input = json!({ "bankLineIds": lines, "ledgerEntryIds": entries });
    let selection = "match { id kind amount { amount } lines { id } entries { id } }";
    does(by, "matchBankLines", selection, input).await
}

/// Takes a match back.
pub async fn unmatches(by: &Person, id: &str, reason: &str) -> Response {
    let input = json!({ "bankMatchId": id, "reason": reason });
    does(
        by,
        "unmatchBankLines",
        "match { id undoneReason undoneBy { id } }",
        input,
    )
    .await
}

/// Matches what is sure.
pub async fn matches_by_reference(by: &Person, fund: &str) -> Response {
    does(by, "matchBankLinesByReference", "matched", json!({ "fundId": fund })).await
}

/// Gives what is in suspense its place.
pub async fn clears(by: &Person, entry: &str, target: &str) -> Response {
    let input = json!({ "ledgerEntryId": entry, "target": target });
    does(by, "clearSuspense", "fund { id }", input).await
}

/// All lines of a fund, the latest booked first; the count says the same.
pub async fn lines(by: &Person, filter: Value) -> Vec<Value> {
    let document = "query($filter: BankLineFilter) { bankLines(first: 100, filter: $filter) { totalCount nodes { \
        id state number bookedOn amount { amount } reference references counterparty text ageDays allowedActions \
        match { id kind entries { id } } history { id undoneReason } } } }";
    let found = by.graphql(document, json!({ "filter": filter })).await.ok();
    let nodes = found.list("/bankLines/nodes").clone();
    assert_eq!(
        found.number("/bankLines/totalCount"),
        i64::try_from(nodes.len()).unwrap()
    );
    nodes
}

/// The line that the bank calls so.
pub async fn line(by: &Person, reference: &str) -> Value {
    let mut all = lines(by, json!({})).await;
    all.retain(|line| line["reference"] == reference);
    assert_eq!(all.len(), 1, "{reference}: {all:?}");
    all.remove(0)
}

/// The id in a value.
pub fn id(value: &Value) -> String {
    value["id"].as_str().unwrap().to_owned()
}

/// The id of the line that the bank calls so.
pub async fn line_id(by: &Person, reference: &str) -> String {
    id(&line(by, reference).await)
}

/// The entry that has a value in a field, such as its bank reference.
pub async fn entry(by: &Person, fund: &str, field: &str, value: &str) -> String {
    let document = "query($id: ID!) { fund(id: $id) { entries(first: 100) { nodes { id kind bankReference } } } }";
    let found = by.graphql(document, json!({ "id": fund })).await.ok();
    let nodes = found.list("/fund/entries/nodes");
    let entry = nodes.iter().find(|entry| entry[field] == value);
    id(entry.unwrap_or_else(|| panic!("no entry with {field} {value}: {found}")))
}

/// What is in suspense in a fund.
pub async fn in_suspense(by: &Person, fund: &str) -> Vec<Value> {
    let document = "query($id: ID!) { fund(id: $id) { openSuspense { entry { id bankReference } open { amount } ageDays \
        explanation } } }";
    let found = by.graphql(document, json!({ "id": fund })).await.ok();
    found.list("/fund/openSuspense").clone()
}

/// A fund's bank account from the first of March to a day of it.
pub async fn reckoned(by: &Person, fund: &str, to: i8) -> Value {
    let document = "query($id: ID!, $to: Date!) { bankReconciliation(fundId: $id, from: \"2026-03-01\", to: $to) { \
        difference { amount } openingDifference { amount } openLinesTotal { amount } outstandingTotal { amount } \
        openLineCount outstandingCount statementClosing { amount } ledgerClosing { amount } \
        orderDifferences { kind orderNumber captured { amount } } } }";
    let variables = json!({ "id": fund, "to": format!("2026-03-{to:02}") });
    let found = by.graphql(document, variables).await.ok();
    found.data("/bankReconciliation").clone()
}

/// Minor units of one sum of these.
pub fn minor(of: &Value, name: &str) -> i64 {
    of[name]["amount"].as_str().unwrap().replace('.', "").parse().unwrap()
}
