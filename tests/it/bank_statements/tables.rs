//! Tables as banks write them, each line once, and nothing where a statement does not follow from the one before.

use futures_util::future::join_all;
use serde_json::{Value, json};
use touchstone::platform::ids::IdKind;

use super::{
    asking::{Row, draft, file, imports_with, lines, mistake, previews, table, token},
    imports, statement,
};
use crate::{
    both_databases,
    funds::Treasury,
    support::{Asks as _, Person, Response, with},
};

/// The amounts of all lines, the latest booked first.
async fn amounts(by: &Person) -> Vec<String> {
    let lines = lines(by, json!({})).await;
    let amounts = lines.iter().map(|line| line["amount"]["amount"].as_str().unwrap());
    amounts.map(str::to_owned).collect()
}

/// The statements of all funds, the latest first.
async fn statements(by: &Person) -> Response {
    let document = "{ bankStatements(first: 50) { totalCount nodes { id lineCount openCount from to account format name \
        opening { amount } closing { amount } } } }";
    by.graphql(document, json!({})).await.ok()
}

/// How tables are written: what is said of it, and its text.
fn written() -> Vec<(&'static str, Value, Vec<u8>)> {
    let comma = json!({ "dateOrder": "DMY", "decimalMark": "COMMA" });
    let chinese =
        "交易日期,支出,收入,余额,摘要\n2026-03-08,,\"1,234.56\",1234.56,出资\n2026-03-09,34.56,,1200.00,手续费";
    let mapped = json!({ "columns": [
        { "column": "Valuta", "field": "BOOKED_ON" }, { "column": "Betrag", "field": "AMOUNT" },
        { "column": "Saldo", "field": "BALANCE" },
    ] });
    vec![
        (
            "semicolons, decimal commas, days first, and the mark of UTF-8",
            comma,
            "\u{feff}Date;Amount;Balance\n08.03.2026;1.234,56;1.234,56\n09.03.2026;-34,56;1.200,00\n".into(),
        ),
        (
            "tabs, and columns for what left and what came",
            json!({}),
            "Date\tPaid out\tPaid in\tBalance\n20260308\t\t1234.56\t1234.56\n20260309\t34.56\t\t1200.00\n".into(),
        ),
        (
            "what left below zero in its own column",
            json!({}),
            "Date,Debit,Credit,Balance\n2026-03-08,0.00,1234.56,1234.56\n2026-03-09,-34.56,0.00,1200.00\n".into(),
        ),
        (
            "rows before the names, ends of lines as Windows writes them, brackets and signs of money",
            json!({ "skipRows": 2 }),
            "The Bank\r\nAccount,1\r\nDate,Amount,Balance\r\n2026/3/8,\"¥1,234.56\",1234.56\r\n2026/3/9,(34.56),1200.00\r\n"
                .into(),
        ),
        (
            "the latest first, and the sign behind",
            json!({}),
            "Date,Amount,Balance\n2026-03-09,34.56-,1200.00\n2026-03-08,+1 234.56,1234.56\n".into(),
        ),
        (
            "balances that are said and stand in no column, and times behind the days",
            json!({ "openingBalance": "0.00", "closingBalance": "1200.00", "dateOrder": "MDY" }),
            "Date,Amount\n03/08/2026 12:00,1234.56\n03/09/26 08:00,-34.56\n".into(),
        ),
        (
            "columns by their own names, and a row that is empty",
            mapped,
            "Valuta,Betrag,Saldo,Date\n2026-03-08,1234.56,1234.56,x\n,,,\n2026-03-09,-34.56,1200.00,y\n".into(),
        ),
        (
            "the characters of Chinese banks",
            json!({}),
            encoding_rs::GB18030.encode(chinese).0.into_owned(),
        ),
    ]
}

both_databases! {
    async fn tables_are_read_as_banks_write_them(world: World) {
        let treasury = Treasury::of(&world).await;
        let expected = [("2026-03-08", "1234.56"), ("2026-03-09", "-34.56")].map(|(day, amount)| (day.to_owned(), amount.to_owned()));
        world.nothing_changes(async {
            for (name, more, bytes) in written() {
                let file = file(&treasury.fund, &bytes, more);
                assert_eq!(draft(&treasury.manager, &file).await, expected, "{name}");
                let seen = previews(&treasury.manager, &file).await.ok();
                let sums = ["opening", "closing"].map(|of| seen.text(&format!("/bankStatementPreview/statements/0/{of}/amount")));
                assert_eq!(sums, ["0.00", "1200.00"], "{name}");
            }
        }).await;
        let (name, more, bytes) = written().remove(3);
        imports(&treasury.manager, &file(&treasury.fund, &bytes, more)).await.ok();
        assert_eq!(amounts(&treasury.auditor).await, ["-34.56", "1234.56"], "{name}");
    }

    async fn a_text_may_have_lines_quotes_and_delimiters_in_it(world: World) {
        let treasury = Treasury::of(&world).await;
        let text = "Date,Amount,Balance,Description,Memo,Counterparty,Reference\n\
            2026-03-08,1.00,1.00,\"first\nsecond, \"\"third\"\"\",more,=cmd(),NOTPROVIDED\n2026-03-09,2.00,3.00,,,Acme,R-1\n";
        let file = file(&treasury.fund, text.as_bytes(), json!({}));
        let seen = previews(&treasury.manager, &file).await.ok();
        let line = |at: usize| seen.data(&format!("/bankStatementPreview/statements/0/lines/{at}"));
        assert_eq!((line(0)["line"].as_i64(), line(1)["line"].as_i64()), (Some(2), Some(4)), "{seen}");
        assert_eq!(line(0)["text"], "first second, \"third\" more");
        assert!(line(0)["reference"].is_null(), "a word for nothing is no reference: {seen}");
        assert_eq!((line(1)["counterparty"].as_str(), line(1)["reference"].as_str()), (Some("Acme"), Some("R-1")));
        imports(&treasury.manager, &file).await.ok();
        assert_eq!(lines(&treasury.auditor, json!({})).await[1]["text"], "first second, \"third\" more");
    }

    async fn real_doubles_are_taken_twice_and_what_overlaps_once(world: World) {
        let treasury = Treasury::of(&world).await;
        let head = "Date,Amount,Balance,Text";
        let first = format!("{head}\n2026-03-08,5.00,5.00,Fee back\n2026-03-08,5.00,10.00,Fee back");
        imports(&treasury.manager, &statement(&treasury.fund, &first)).await.ok();
        assert_eq!(amounts(&treasury.auditor).await, ["5.00", "5.00"], "two are two");
        world.nothing_changes(async {
            let again = with(statement(&treasury.fund, &first), json!({ "name": "another name.csv" }));
            imports(&treasury.manager, &again).await.refused_with("ALREADY_EXISTS");
        }).await;
        let next = format!("{first}\n2026-03-09,5.00,15.00,Fee back\n2026-03-09,7.00,22.00,Fee back");
        let next = statement(&treasury.fund, &next);
        let seen = previews(&treasury.manager, &next).await.ok();
        let counts = ["linesThere", "newLines"].map(|of| seen.number(&format!("/bankStatementPreview/statements/0/{of}")));
        assert_eq!(counts, [2, 2], "{seen}");
        imports(&treasury.manager, &next).await.ok();
        let mut taken = amounts(&treasury.auditor).await;
        taken.sort();
        assert_eq!(taken, ["5.00", "5.00", "5.00", "7.00"]);
        let found = statements(&treasury.auditor).await;
        assert_eq!(found.number("/bankStatements/totalCount"), 2);
        let latest = found.data("/bankStatements/nodes/0");
        assert_eq!((latest["lineCount"].as_i64(), latest["opening"]["amount"].as_str(), latest["closing"]["amount"].as_str()), (Some(2), Some("10.00"), Some("22.00")), "it begins where the last one ended");
        world.nothing_changes(async {
            imports(&treasury.manager, &next).await.refused_with("ALREADY_EXISTS");
            imports(&treasury.second, &statement(&treasury.fund, &first)).await.refused_with("ALREADY_EXISTS");
        }).await;
    }

    async fn of_two_who_import_one_file_at_once_one_does(world: World) {
        let treasury = Treasury::of(&world).await;
        treasury.contributes("100.00", "IN-1").await;
        let whole = statement(&treasury.fund, super::TABLE);
        let token = token(&treasury.manager, &whole).await;
        let by = |number: usize| if number.is_multiple_of(2) { &treasury.manager } else { &treasury.second };
        let answers = join_all((0..8).map(|number| imports_with(by(number), &whole, &token))).await;
        for answer in &answers {
            assert!(answer.error_code().is_none_or(|code| code == "ALREADY_EXISTS"), "{answer}");
        }
        assert_eq!(answers.iter().filter(|answer| answer.error_code().is_none()).count(), 1);
        assert_eq!(amounts(&treasury.auditor).await, ["25.00", "100.00"]);
        let contents = world.contents().await;
        for (rows, count) in [("bank_file", 1), ("bank_statement", 1), ("bank_match", 1), ("bank_matched_line", 1)] {
            assert_eq!(contents.rows(rows).len(), count, "{rows}");
        }
    }

    async fn i06_an_import_that_is_sent_twice_is_done_once(world: World) {
        let treasury = Treasury::of(&world).await;
        let whole = statement(&treasury.fund, super::TABLE);
        let token = token(&treasury.manager, &whole).await;
        let sends = async |file: &Value| {
            let input = json!({ "idempotencyKey": "once", "statement": file, "previewToken": token });
            super::asking::does(&treasury.manager, "importBankStatement", "statements { id }", input).await
        };
        let made = sends(&whole).await.ok();
        world.nothing_changes(async {
            assert_eq!(sends(&whole).await.ok().0, made.0);
            let other = with(whole.clone(), json!({ "name": "another.csv" }));
            sends(&other).await.refused_with("IDEMPOTENCY_MISMATCH");
        }).await;
    }

    async fn a_file_is_taken_as_it_was_looked_at_and_not_otherwise(world: World) {
        let treasury = Treasury::of(&world).await;
        let (one, other) = (table(0, &[(8, 500, "A", "")]), table(0, &[(8, 500, "B", "")]));
        let (one, other) = (statement(&treasury.fund, &one), statement(&treasury.fund, &other));
        let (of_one, of_other) = (token(&treasury.manager, &one).await, token(&treasury.manager, &other).await);
        world.nothing_changes(async {
            for token in [of_other.as_str(), "", "none"] {
                imports_with(&treasury.manager, &one, token).await.refused_with("PREVIEW_REQUIRED");
            }
        }).await;
        imports_with(&treasury.manager, &one, &of_one).await.ok();
        world.nothing_changes(async {
            // What was there has changed: it does not follow any more.
            imports_with(&treasury.manager, &other, &of_other).await.refused_with("BAD_USER_INPUT");
        }).await;
        let next = statement(&treasury.fund, &table(500, &[(9, 1, "C", "")]));
        let of_next = token(&treasury.manager, &next).await;
        let between = statement(&treasury.fund, &table(500, &[(8, 1, "C", "")]));
        world.nothing_changes(async {
            imports_with(&treasury.manager, &between, &of_next).await.refused_with("PREVIEW_REQUIRED");
        }).await;
        imports_with(&treasury.second, &next, &of_next).await.ok();
    }

    async fn a_statement_that_does_not_follow_is_refused_as_a_whole(world: World) {
        let treasury = Treasury::of(&world).await;
        let rows: &[Row<'_>] = &[(7, 10_000, "A", ""), (8, 500, "B", "")];
        imports(&treasury.manager, &statement(&treasury.fund, &table(0, rows))).await.ok();
        world.nothing_changes(async {
            for (opening, rows, code) in [
                (10_501, vec![(9, 100, "C", "")], "GAP"),
                (10_500, vec![(6, 100, "C", "")], "GAP"),
                (10_500, vec![(9, 100, "A", "")], "REFERENCE_TAKEN"),
                (10_500, vec![(9, 500, "B", "")], "REFERENCE_TAKEN"),
                (10_500, vec![(9, 100, "C", ""), (9, 100, "C", "")], "REFERENCE_TAKEN"),
                (10_500, vec![(11, 100, "C", "")], "DATE"),
            ] {
                let file = statement(&treasury.fund, &table(opening, &rows));
                assert_eq!(mistake(&treasury.manager, &file).await, code, "{rows:?}");
                imports_with(&treasury.manager, &file, "none").await.refused_with("BAD_USER_INPUT");
            }
        }).await;
        let right = statement(&treasury.fund, &table(10_000, &[(8, 500, "B", ""), (9, 100, "C", "")]));
        imports(&treasury.manager, &right).await.ok();
        assert_eq!(amounts(&treasury.auditor).await, ["1.00", "5.00", "100.00"]);
    }

    async fn what_is_no_table_of_a_bank_says_why_and_stores_nothing(world: World) {
        let treasury = Treasury::of(&world).await;
        let many = (0..5_001).map(|at| format!("2026-03-08,1.00,{at}.00")).collect::<Vec<_>>().join("\n");
        let many = format!("Date,Amount,Balance\n{many}");
        world.nothing_changes(async {
            for (text, more, code) in [
                ("When,How much\n2026-03-08,1.00", json!({}), "INCOMPLETE"),
                ("Date,Text\n2026-03-08,1.00", json!({}), "INCOMPLETE"),
                ("Date,Amount\n2026-03-08,1.00", json!({}), "INCOMPLETE"),
                ("Date,Amount,Balance", json!({}), "INCOMPLETE"),
                ("Date,Amount,Balance\n2026-03-08,0.00,0.00", json!({}), "INCOMPLETE"),
                ("\n\n", json!({}), "UNREADABLE"),
                ("Date,Amount,Balance\n2026-03-08,1.00,1.00", json!({ "skipRows": 7 }), "UNREADABLE"),
                ("Date,Amount,Balance\n2026-03-08,1.00,1.00", json!({ "openingBalance": "1.00" }), "UNBALANCED"),
                ("Date,Amount,Balance\n2026-03-08,1.00,1.00\n2026-03-09,1.00,3.00", json!({}), "UNBALANCED"),
                ("Date,Amount,Balance\n08.03.2026,1.00,1.00", json!({}), "DATE"),
                ("Date,Amount,Balance\n2026-02-30,1.00,1.00", json!({}), "DATE"),
                ("Date,Amount,Balance\n,1.00,1.00", json!({}), "DATE"),
                ("Date;Amount;Balance\n2026-03-08;1,50;1,50", json!({}), "AMOUNT"),
                ("Date,Amount,Balance\n2026-03-08,1.234,1.234", json!({}), "AMOUNT"),
                ("Date,Amount,Balance\n2026-03-08,\",100\",100", json!({}), "AMOUNT"),
                ("Date,Amount,Balance\n2026-03-08,--1.00,-1.00", json!({}), "AMOUNT"),
                ("Date,Amount,Balance\n2026-03-08,1e3,1000", json!({}), "AMOUNT"),
                ("Date,Amount,Balance\n2026-03-08,99999999999999999.00,0.00", json!({}), "AMOUNT"),
                ("Date,Amount,Balance,Currency\n2026-03-08,1.00,1.00,USD", json!({}), "CURRENCY"),
                (many.as_str(), json!({}), "TOO_LARGE"),
            ] {
                let file = file(&treasury.fund, text.as_bytes(), more);
                let name: String = text.chars().take(80).collect();
                assert_eq!(mistake(&treasury.manager, &file).await, code, "{name}");
                imports_with(&treasury.manager, &file, "none").await.refused_with("BAD_USER_INPUT");
            }
        }).await;
    }

    async fn what_is_no_file_is_refused_before_it_is_read(world: World) {
        let treasury = Treasury::of(&world).await;
        let whole = statement(&treasury.fund, super::TABLE);
        let huge = "x".repeat((700 * 1_024 + 1_usize).div_ceil(3) * 4);
        let columns: Vec<Value> = (0..101).map(|at| json!({ "column": format!("c{at}"), "field": "TEXT" })).collect();
        world.nothing_changes(async {
            for change in [
                json!({ "content": "" }), json!({ "content": "no base64!" }), json!({ "content": huge }), json!({ "name": " " }),
                json!({ "name": "x".repeat(201) }), json!({ "skipRows": -1 }), json!({ "skipRows": 51 }), json!({ "columns": columns }),
            ] {
                let file = with(whole.clone(), change);
                previews(&treasury.manager, &file).await.refused_with("BAD_USER_INPUT");
                imports_with(&treasury.manager, &file, "none").await.refused_with("BAD_USER_INPUT");
            }
            let nowhere = with(whole.clone(), json!({ "fundId": world.unknown(IdKind::Fund) }));
            previews(&treasury.manager, &nowhere).await.refused_with("NOT_FOUND");
            imports_with(&treasury.manager, &nowhere, "none").await.refused_with("NOT_FOUND");
        }).await;
    }
}
