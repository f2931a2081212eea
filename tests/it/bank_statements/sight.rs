//! Who may do what with the bank's side, and who learns nothing of it.

use reqwest::StatusCode;
use serde_json::{Value, json};
use touchstone::{permissions::Role, platform::ids::IdKind};

use super::{
    TABLE,
    asking::{does, entry, id, in_suspense, line, line_id, lines, matches},
    imports, looks, statement, suspends,
};
use crate::{
    both_databases,
    funds::Treasury,
    support::{Asks as _, Person, Response, World},
    transport::serving::Serving,
};

/// Everything that can be asked of the bank's side, each for itself.
async fn asks(by: &Person, fund: &str, statement: &str, line: &str) -> Vec<Response> {
    let mut answers = Vec::new();
    for (document, id) in [
        (
            "query($id: ID!) { bankStatements(filter: { fundId: $id }) { totalCount } }",
            fund,
        ),
        ("query($id: ID!) { bankStatement(id: $id) { id } }", statement),
        (
            "query($id: ID!) { bankLines(filter: { fundId: $id }) { totalCount } }",
            fund,
        ),
        ("query($id: ID!) { bankMatchSuggestions(fundId: $id) { score } }", fund),
        (
            "query($id: ID!) { bankReconciliation(fundId: $id, from: \"2026-03-01\", to: \"2026-03-31\") { openLineCount } }",
            fund,
        ),
        (
            "query($id: ID!) { f: bankLines(filter: { statementId: $id }) { nodes { id } } }",
            statement,
        ),
    ] {
        answers.push(by.graphql(document, json!({ "id": id })).await);
    }
    let document = "query($id: ID!, $line: ID!) { bankMatchSuggestions(fundId: $id, bankLineIds: [$line]) { score } }";
    let asked = json!({ "id": fund, "line": line });
    answers.push(by.graphql(document, asked).await);
    answers
}

/// Everything that can be done to the bank's side, each for itself, by somebody who knows all the ids.
async fn does_all(by: &Person, known: &Known) -> Vec<Response> {
    let file = statement(&known.fund, TABLE);
    let import = json!({ "statement": file, "previewToken": "none" });
    let (line, of) = (known.line.as_str(), known.of.as_str());
    let back = json!({ "bankMatchId": of, "reason": "not so" });
    vec![
        looks(by, &file).await,
        does(by, "importBankStatement", "matched", import).await,
        matches(by, &[line], &[known.entry.as_str()]).await,
        does(
            by,
            "matchBankLinesByReference",
            "matched",
            json!({ "fundId": known.fund }),
        )
        .await,
        does(by, "unmatchBankLines", "match { id }", back).await,
        suspends(by, line).await,
    ]
}

/// What somebody knows who should not.
struct Known {
    fund: String,
    statement: String,
    line: String,
    entry: String,
    of: String,
}

impl Known {
    /// Of a statement of which one line is matched and the other one open.
    async fn of(treasury: &Treasury) -> Self {
        treasury.contributes("100.00", "IN-1").await;
        let done = imports(&treasury.manager, &statement(&treasury.fund, TABLE)).await.ok();
        Self {
            fund: treasury.fund.clone(),
            statement: done.text("/importBankStatement/statements/0/id"),
            line: line_id(&treasury.manager, "X-9").await,
            entry: entry(&treasury.auditor, &treasury.fund, "bankReference", "IN-1").await,
            of: id(&line(&treasury.manager, "IN-1").await["match"]),
        }
    }

    /// The same where nothing is there.
    fn nothing(world: &World) -> Self {
        Self {
            fund: world.unknown(IdKind::Fund),
            statement: world.unknown(IdKind::BankStatement),
            line: world.unknown(IdKind::BankLine),
            entry: world.unknown(IdKind::LedgerEntry),
            of: world.unknown(IdKind::BankMatch),
        }
    }
}

/// The status, and the bytes, of a file.
async fn fetch(serving: &Serving, token: Option<&str>, path: &str) -> (StatusCode, Vec<u8>) {
    let request = serving.http.get(format!("{}{path}", serving.url));
    let request = match token {
        Some(token) => request.bearer_auth(token),
        None => request,
    };
    let answer = request.send().await.unwrap();
    (answer.status(), answer.bytes().await.unwrap().to_vec())
}

both_databases! {
    async fn only_who_keeps_funds_works_with_the_bank_s_side(world: World) {
        let treasury = Treasury::of(&world).await;
        let known = Known::of(&treasury).await;
        let secretariat = crate::support::Organization {
            world: world.clone(),
            id: treasury.manager.organization,
            name: "Secretariat".to_owned(),
            brands: Vec::new(),
        };
        let bolt = world.brand("Bolt").await;
        let people = [
            bolt.person(&[Role::Mf]).await, bolt.person(&[Role::Ma]).await, treasury.acme.investigator().await,
            world.agent_firm("Firm").await.agent_for(&treasury.acme).await, secretariat.desk().await,
        ];
        world.nothing_changes(async {
            for by in people.iter().chain([&treasury.finance]) {
                for answer in does_all(by, &known).await.iter().chain(&asks(by, &known.fund, &known.statement, &known.line).await) {
                    answer.refused_with("FORBIDDEN");
                }
                for answer in does_all(by, &Known::nothing(&world)).await {
                    answer.refused_with("FORBIDDEN");
                }
            }
            // Who agrees, and who audits, reads and does nothing.
            for by in [&treasury.first, &treasury.auditor] {
                for answer in does_all(by, &known).await {
                    answer.refused_with("FORBIDDEN");
                }
                for answer in asks(by, &known.fund, &known.statement, &known.line).await {
                    answer.ok();
                }
            }
            let nobody = world.anonymous();
            let asked = nobody.graphql("{ bankLines { totalCount } }", json!({})).await;
            asked.refused_with("UNAUTHENTICATED");
        }).await;
    }

    async fn what_is_not_there_is_not_found_by_whoever_works_with_it(world: World) {
        let treasury = Treasury::of(&world).await;
        let nothing = Known::nothing(&world);
        world.nothing_changes(async {
            for answer in does_all(&treasury.manager, &nothing).await {
                answer.not_found();
            }
            let answers = asks(&treasury.manager, &nothing.fund, &nothing.statement, &nothing.line).await;
            for (place, answer) in answers.into_iter().enumerate() {
                match place {
                    1 | 3 | 4 | 6 => answer.not_found(),
                    // A list of what is not there is an empty one.
                    _ => {
                        let answer = answer.ok();
                        let counted = [answer.data("/bankStatements/totalCount"), answer.data("/bankLines/totalCount")];
                        assert!(counted.iter().all(|count| count.is_null() || count.as_i64() == Some(0)), "{answer}");
                    }
                }
            }
            // An id of something else is none.
            suspends(&treasury.manager, &treasury.fund).await.refused_with("INVALID_ID");
            let wrong = "query($id: ID!) { bankStatement(id: $id) { id } }";
            treasury.manager.graphql(wrong, json!({ "id": treasury.fund })).await.refused_with("INVALID_ID");
        }).await;
    }

    async fn who_does_not_read_the_ledger_sees_lines_and_no_entries(world: World) {
        let treasury = Treasury::of(&world).await;
        Known::of(&treasury).await;
        for (by, entries) in [(&treasury.first, 0), (&treasury.auditor, 1), (&treasury.second, 1)] {
            let found = line(by, "IN-1").await;
            assert_eq!(found["match"]["entries"].as_array().unwrap().len(), entries, "{}: {found}", by.name);
            assert_eq!(lines(by, json!({})).await.len(), 2);
        }
        suspends(&treasury.manager, &line_id(&treasury.manager, "X-9").await).await.ok();
        assert_eq!(in_suspense(&treasury.auditor, &treasury.fund).await.len(), 1);
        for (by, steps) in [(&treasury.auditor, json!([])), (&treasury.first, json!([])), (&treasury.second, json!(["UNMATCH"]))] {
            assert_eq!(line(by, "X-9").await["allowedActions"], steps, "{}", by.name);
        }
        let of = |value: &Value| value["id"].as_str().map(str::to_owned);
        let node = "query($id: ID!) { node(id: $id) { id } }";
        let line = line_id(&treasury.manager, "X-9").await;
        let seen = treasury.finance.graphql(node, json!({ "id": line })).await;
        assert_eq!(of(seen.data("/node")), None, "{seen}");
    }

    async fn files_of_the_bank_s_side_are_for_those_who_read_it(world: World) {
        let treasury = Treasury::of(&world).await;
        let known = Known::of(&treasury).await;
        let serving = Serving::of(&world).await;
        let original = format!("/bank-statements/{}/original", known.statement);
        let days = "?from=2026-03-01&to=2026-03-31";
        let table = format!("/funds/{}/reconciliation.csv{days}", known.fund);
        let workbook = format!("/funds/{}/reconciliation.xlsx{days}", known.fund);
        let token = serving.token_of(&treasury.auditor).await;
        let (status, bytes) = fetch(&serving, Some(&token), &original).await;
        assert_eq!((status, bytes.as_slice()), (StatusCode::OK, TABLE.as_bytes()), "byte by byte");
        let (status, bytes) = fetch(&serving, Some(&token), &table).await;
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(status, StatusCode::OK);
        for part in ["\"100.00\",\"CNY\",\"IN-1\"", "\"25.00\",\"CNY\",\"X-9\"", known.of.as_str(), known.entry.as_str()] {
            assert!(text.contains(part), "{part}: {text}");
        }
        let (status, bytes) = fetch(&serving, Some(&token), &workbook).await;
        assert!(status == StatusCode::OK && bytes.starts_with(b"PK"));
        let admin = serving.token_of(&treasury.first).await;
        assert_eq!(fetch(&serving, Some(&admin), &original).await.0, StatusCode::OK);
        let finance = serving.token_of(&treasury.finance).await;
        world.nothing_changes(async {
            for path in [&original, &table, &workbook] {
                assert_eq!(fetch(&serving, Some(&finance), path).await.0, StatusCode::NOT_FOUND, "{path}");
                assert_eq!(fetch(&serving, None, path).await.0, StatusCode::UNAUTHORIZED, "{path}");
            }
            for path in [&table, &workbook] {
                assert_eq!(fetch(&serving, Some(&admin), path).await.0, StatusCode::FORBIDDEN, "entries are not for administrators");
            }
            let nowhere = format!("/bank-statements/{}/original", world.unknown(IdKind::BankStatement));
            for path in [nowhere.as_str(), "/bank-statements/x/original", &table.replace("to=2026-03-31", "to=2026-02-01")] {
                assert_ne!(fetch(&serving, Some(&token), path).await.0, StatusCode::OK, "{path}");
            }
        }).await;
        serving.stop().await;
    }
}
