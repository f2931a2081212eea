//! Bank statements beside the ledger: taken once, matched to the last cent, and in the way of a period's end.

mod asking;
mod books;
mod camt;
mod closing;
mod matching;
mod sight;
mod suspense;
mod tables;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use crate::{
    both_databases,
    funds::Treasury,
    support::{Asks as _, Person, Response},
};

/// A statement in a table: two lines that the ledger may know, and what was there after them.
const TABLE: &str = "Date,Amount,Balance,Counterparty,Text,Reference\n2026-03-08,100.00,100.00,Acme,for March,IN-1\n\
    2026-03-09,25.00,125.00,Somebody,?,X-9\n";

fn statement(fund: &str, text: &str) -> Value {
    json!({ "fundId": fund, "name": "march.csv", "content": STANDARD.encode(text) })
}

async fn looks(by: &Person, statement: &Value) -> Response {
    let document = "query($input: BankStatementInput!) { bankStatementPreview(input: $input) { token mistakes { code line } \
        statements { newLines linesThere opening { amount } closing { amount } lines { line amount { amount } isThere } } } }";
    by.graphql(document, json!({ "input": statement })).await
}

async fn imports(by: &Person, statement: &Value) -> Response {
    let token = looks(by, statement)
        .await
        .ok()
        .data("/bankStatementPreview/token")
        .clone();
    let token = token.as_str().unwrap_or("none").to_owned();
    let document = "mutation($input: ImportBankStatementInput!) { importBankStatement(input: $input) { statements { id openCount } \
        matched userErrors { code field message } } }";
    let key = by.world.id().to_string();
    let input = json!({ "idempotencyKey": key, "statement": statement, "previewToken": token });
    by.graphql(document, json!({ "input": input })).await
}

async fn open_lines(by: &Person) -> Vec<String> {
    let document = "{ bankLines(filter: { states: [OPEN] }) { nodes { id } } }";
    by.graphql(document, json!({}))
        .await
        .ok()
        .texts("/bankLines/nodes", "/id")
}

async fn suspends(by: &Person, line: &str) -> Response {
    let document = "mutation($input: SuspendBankLineInput!) { suspendBankLine(input: $input) { line { state } userErrors { code field } } }";
    let input = json!({ "idempotencyKey": by.world.id().to_string(), "bankLineId": line });
    by.graphql(document, json!({ "input": input })).await
}

async fn difference(treasury: &Treasury, by: &Person) -> Vec<String> {
    let document = "query($id: ID!) { bankReconciliation(fundId: $id, from: \"2026-03-01\", to: \"2026-03-31\") { \
        difference { amount } openLinesTotal { amount } outstandingTotal { amount } } }";
    let found = by.graphql(document, json!({ "id": treasury.fund })).await.ok();
    ["difference", "openLinesTotal", "outstandingTotal"]
        .map(|name| found.text(&format!("/bankReconciliation/{name}/amount")))
        .to_vec()
}

both_databases! {
    async fn a_line_that_the_ledger_knows_is_matched_and_another_becomes_suspense(world: World) {
        let treasury = Treasury::of(&world).await;
        treasury.contributes("100.00", "IN-1").await;
        let done = imports(&treasury.manager, &statement(&treasury.fund, TABLE)).await.ok();
        assert_eq!(done.number("/importBankStatement/matched"), 1, "{done}");
        let open = open_lines(&treasury.auditor).await;
        assert_eq!(open.len(), 1);
        assert_eq!(difference(&treasury, &treasury.first).await, ["25.00", "25.00", "0.00"]);
        let close = json!({ "fundId": treasury.fund });
        let proposed = treasury.proposes("proposePeriodClose", close).await.ok();
        let id = proposed.text("/proposePeriodClose/order/id");
        world.nothing_changes(async {
            crate::funds::decides(&treasury.first, "approveFundOrder", &id, 1).await.refused_with("TRANSITION_NOT_ALLOWED");
        }).await;
        suspends(&treasury.manager, &open[0]).await.ok();
        assert_eq!(difference(&treasury, &treasury.first).await, ["0.00", "0.00", "0.00"]);
        world.nothing_changes(async {
            suspends(&treasury.manager, &open[0]).await.refused_with("TRANSITION_NOT_ALLOWED");
        }).await;
        treasury.is_right().await;
    }

    async fn a_statement_is_taken_once(world: World) {
        let treasury = Treasury::of(&world).await;
        let whole = statement(&treasury.fund, TABLE);
        imports(&treasury.manager, &whole).await.ok();
        world.nothing_changes(async {
            imports(&treasury.manager, &whole).await.refused_with("ALREADY_EXISTS");
            looks(&treasury.finance, &whole).await.refused_with("FORBIDDEN");
        }).await;
    }

    async fn what_cannot_be_taken_says_why(world: World) {
        let treasury = Treasury::of(&world).await;
        world.nothing_changes(async {
            for (text, code) in [
                (TABLE.replace("125.00", "126.00"), "UNBALANCED"),
                (TABLE.replace("2026-03-09", "soon"), "DATE"),
                ("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>".to_owned(), "UNREADABLE"),
                ("<Document".to_owned(), "UNREADABLE"),
            ] {
                let seen = looks(&treasury.manager, &statement(&treasury.fund, &text)).await.ok();
                assert_eq!(seen.text("/bankStatementPreview/mistakes/0/code"), code, "{seen}");
                assert!(seen.data("/bankStatementPreview/token").is_null());
            }
        }).await;
    }
}
