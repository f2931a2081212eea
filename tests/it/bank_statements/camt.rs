//! Statements by ISO 20022 camt.053: what their entries look like, and what is none of them.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{
    asking::{
        decimal, draft, entry, file, imports_with, line, line_id, lines, matches, mistake, previews, reckoned, table,
    },
    imports, statement,
};
use crate::{
    both_databases,
    funds::Treasury,
    support::{Asks as _, Person},
};

/// What the name spaces of these statements begin with.
const SPACE: &str = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.";

/// A document of a version.
fn document(version: &str, inside: &str) -> String {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    format!(
        "{head}\n<Document xmlns=\"{SPACE}{version}\"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr>{inside}\
         </BkToCstmrStmt></Document>"
    )
}

fn side(minor: i64) -> &'static str {
    if minor < 0 { "DBIT" } else { "CRDT" }
}

/// An amount without its sign, which stands beside it.
fn amount(minor: i64) -> String {
    let (side, amount) = (side(minor), decimal(minor.abs()));
    format!("<Amt Ccy=\"CNY\">{amount}</Amt><CdtDbtInd>{side}</CdtDbtInd>")
}

/// A balance of a kind at a day.
fn balance(kind: &str, minor: i64, day: &str) -> String {
    let amount = amount(minor);
    format!("<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp>{amount}<Dt><Dt>{day}</Dt></Dt></Bal>")
}

/// A booked line with what else stands in it.
fn booked(minor: i64, day: &str, inside: &str) -> String {
    let amount = amount(minor);
    format!("<Ntry>{amount}<Sts>BOOK</Sts><BookgDt><Dt>{day}</Dt></BookgDt>{inside}</Ntry>")
}

/// A statement of an account from a balance to another one.
fn account(number: &str, (opening, closing): (i64, i64), entries: &str) -> String {
    let balances = [
        balance("OPBD", opening, "2026-03-01"),
        balance("CLBD", closing, "2026-03-09"),
    ]
    .concat();
    format!("<Stmt><Id>S-{opening}</Id><Acct><Id><IBAN>{number}</IBAN></Id></Acct>{balances}{entries}</Stmt>")
}

/// A file with one statement that begins with nothing.
fn one(treasury: &Treasury, closing: i64, entries: &str) -> Value {
    let text = document("02", &account("CN1", (0, closing), entries));
    statement(&treasury.fund, &text)
}

/// The first line of the first statement in a file.
async fn first(by: &Person, file: &Value) -> Value {
    let seen = previews(by, file).await.ok();
    assert!(seen.list("/bankStatementPreview/mistakes").is_empty(), "{seen}");
    seen.data("/bankStatementPreview/statements/0/lines/0").clone()
}

/// Entities that stand for ten of the one before.
fn laughs() -> String {
    let mut text = "<?xml version=\"1.0\"?><!DOCTYPE Document [<!ENTITY a0 \"ha\">".to_owned();
    for number in 1..10 {
        let ten = format!("&a{};", number - 1).repeat(10);
        // Writing to a text cannot fail.
        let _ = write!(text, "<!ENTITY a{number} \"{ten}\">");
    }
    format!("{text}]><Document xmlns=\"{SPACE}02\"><BkToCstmrStmt>&a9;</BkToCstmrStmt></Document>")
}

both_databases! {
    async fn versions_02_to_08_say_the_same(world: World) {
        let treasury = Treasury::of(&world).await;
        let plain = booked(10_000, "2026-03-09", "<AcctSvcrRef>IN-1</AcctSvcrRef>");
        let inside = account("CN1", (0, 10_000), &plain);
        let coded = inside.replace("<Sts>BOOK</Sts>", "<Sts><Cd>BOOK</Cd></Sts>");
        let expected = [("2026-03-09".to_owned(), "100.00".to_owned())];
        world.nothing_changes(async {
            for version in ["02", "03", "04", "05", "06", "07", "08"] {
                for inside in [&inside, &coded] {
                    let text = document(version, inside);
                    assert_eq!(draft(&treasury.manager, &statement(&treasury.fund, &text)).await, expected, "{version}");
                }
            }
            let named = document("08", &coded).replace("</", "</c:").replace('<', "<c:").replace("<c:/c:", "</c:").replace("<c:?", "<?");
            let named = named.replace("xmlns=", "xmlns:c=");
            assert_eq!(draft(&treasury.manager, &statement(&treasury.fund, &named)).await, expected, "{named}");
            let marked = format!("\u{feff}{}", document("04", &inside));
            assert_eq!(draft(&treasury.manager, &statement(&treasury.fund, &marked)).await, expected);
            for version in ["01", "09", "13", ""] {
                let text = document(version, &inside);
                assert_eq!(mistake(&treasury.manager, &statement(&treasury.fund, &text)).await, "UNREADABLE", "{version}");
            }
        }).await;
        treasury.contributes("100.00", "IN-1").await;
        let done = imports(&treasury.manager, &statement(&treasury.fund, &document("08", &coded))).await.ok();
        assert_eq!(done.number("/importBankStatement/matched"), 1, "{done}");
    }

    async fn a_batch_is_one_line_of_several_payments(world: World) {
        let treasury = Treasury::of(&world).await;
        for (amount, reference) in [("60.00", "E-1"), ("40.00", "E-2")] {
            treasury.contributes(amount, reference).await;
        }
        let payment = |reference: &str, name: &str| format!("<TxDtls><Refs><EndToEndId>{reference}</EndToEndId></Refs>\
            <RltdPties><Dbtr><Nm>{name}</Nm></Dbtr></RltdPties><RmtInf><Ustrd>from {name}</Ustrd></RmtInf></TxDtls>");
        let details = format!("<NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch>{}{}</NtryDtls>", payment("E-1", "Acme"), payment("E-2", "Bolt"));
        let entries = booked(10_000, "2026-03-09", &format!("<AcctSvcrRef>B-1</AcctSvcrRef>{details}"));
        let done = imports(&treasury.manager, &one(&treasury, 10_000, &entries)).await.ok();
        assert_eq!(done.number("/importBankStatement/matched"), 0, "no single payment is the whole: {done}");
        let found = line(&treasury.auditor, "B-1").await;
        assert_eq!(found["references"], json!(["B-1", "E-1", "E-2"]));
        assert_eq!((found["counterparty"].is_null(), found["text"].as_str()), (true, Some("from Acme from Bolt")), "{found}");
        let document = "query($id: ID!) { bankMatchSuggestions(fundId: $id) { reasons entries { id } } }";
        let suggested = treasury.auditor.graphql(document, json!({ "id": treasury.fund })).await.ok();
        let best = suggested.data("/bankMatchSuggestions/0");
        assert_eq!((best["entries"].as_array().unwrap().len(), best["reasons"][0].as_str()), (2, Some("REFERENCE")), "{suggested}");
        let of: Vec<&str> = best["entries"].as_array().unwrap().iter().map(|entry| entry["id"].as_str().unwrap()).collect();
        matches(&treasury.manager, &[found["id"].as_str().unwrap()], &of).await.ok();
        assert_eq!(reckoned(&treasury.auditor, &treasury.fund, 31).await["difference"]["amount"], "0.00");
    }

    async fn a_reversal_moves_money_as_its_indicator_says(world: World) {
        let treasury = Treasury::of(&world).await;
        treasury.contributes("100.00", "IN-1").await;
        let parties = "<NtryDtls><TxDtls><RltdPties><Dbtr><Nm>The fund</Nm></Dbtr><Cdtr><Nm>A shop</Nm></Cdtr></RltdPties></TxDtls></NtryDtls>";
        let back = format!("<RvslInd>true</RvslInd><AcctSvcrRef>BACK-1</AcctSvcrRef>{parties}");
        let entries = [
            booked(10_000, "2026-03-08", "<AcctSvcrRef>IN-1</AcctSvcrRef>"),
            booked(-2_000, "2026-03-08", &format!("<RvslInd>false</RvslInd><AcctSvcrRef>OUT-1</AcctSvcrRef>{parties}")),
            booked(2_000, "2026-03-09", &back),
        ];
        imports(&treasury.manager, &one(&treasury, 10_000, &entries.concat())).await.ok();
        for (reference, amount) in [("OUT-1", "-20.00"), ("BACK-1", "20.00")] {
            let found = line(&treasury.auditor, reference).await;
            assert_eq!((found["amount"]["amount"].as_str(), found["counterparty"].as_str()), (Some(amount), Some("A shop")), "{found}");
        }
        let (out, back) = (line_id(&treasury.manager, "OUT-1").await, line_id(&treasury.manager, "BACK-1").await);
        matches(&treasury.manager, &[out.as_str(), back.as_str()], &[]).await.ok();
        let found = reckoned(&treasury.auditor, &treasury.fund, 31).await;
        assert_eq!((found["difference"]["amount"].as_str(), found["openLineCount"].as_i64()), (Some("0.00"), Some(0)), "{found}");
    }

    async fn what_may_be_left_out_may_be(world: World) {
        let treasury = Treasury::of(&world).await;
        let balances = [balance("PRCD", 0, "2026-03-01"), balance("CLBD", 500, "2026-03-09")].concat();
        let bare = format!("<Stmt>{balances}<Ntry>{}<ValDt><DtTm>2026-03-08T23:30:00+08:00</DtTm></ValDt></Ntry></Stmt>", amount(500));
        let bare = bare.replace(" Ccy=\"CNY\"", "");
        let found = first(&treasury.manager, &statement(&treasury.fund, &document("02", &bare))).await;
        assert_eq!((found["bookedOn"].as_str(), found["valueOn"].as_str()), (Some("2026-03-08"), Some("2026-03-08")), "{found}");
        for field in ["reference", "counterparty", "text"] {
            assert!(found[field].is_null(), "{field}: {found}");
        }
        let nothing = format!("<Stmt>{}{}</Stmt>", balance("OPBD", 0, "2026-03-01"), balance("CLBD", 0, "2026-03-02"));
        let waits = booked(700, "2026-03-02", "").replace("BOOK", "PDNG") + &booked(0, "2026-03-02", "");
        for entries in [String::new(), waits] {
            let text = document("02", &nothing.replace("</Stmt>", &format!("{entries}</Stmt>")));
            assert!(draft(&treasury.manager, &statement(&treasury.fund, &text)).await.is_empty());
        }
        imports(&treasury.manager, &statement(&treasury.fund, &document("02", &nothing))).await.ok();
        let rest = document("02", &bare);
        imports(&treasury.manager, &statement(&treasury.fund, &rest)).await.ok();
        assert_eq!(lines(&treasury.auditor, json!({})).await.len(), 1);
    }

    async fn names_and_words_are_taken_from_where_banks_write_them(world: World) {
        let treasury = Treasury::of(&world).await;
        let said = |inside: &str| one(&treasury, 500, &booked(500, "2026-03-09", inside));
        for (inside, reference, text) in [
            ("<NtryRef>7</NtryRef>", Some("7"), None),
            ("<AcctSvcrRef> NOTPROVIDED </AcctSvcrRef>", None, None),
            ("<NtryDtls><TxDtls><Refs><AcctSvcrRef>T-7</AcctSvcrRef></Refs></TxDtls></NtryDtls>", Some("T-7"), None),
            ("<NtryDtls><TxDtls><Refs><EndToEndId>E-7</EndToEndId></Refs></TxDtls></NtryDtls>", None, None),
            (
                "<NtryDtls><TxDtls><RmtInf><Ustrd>one</Ustrd><Ustrd>two &amp; three</Ustrd></RmtInf><AddtlTxInf>four</AddtlTxInf>\
                 </TxDtls></NtryDtls><AddtlNtryInf><![CDATA[<five>]]></AddtlNtryInf>",
                None,
                Some("one two & three four <five>"),
            ),
        ] {
            let found = first(&treasury.manager, &said(inside)).await;
            assert_eq!((found["reference"].as_str(), found["text"].as_str()), (reference, text), "{inside}");
        }
        let party = "<NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>Acme</Nm></Pty></Dbtr></RltdPties></TxDtls></NtryDtls>";
        assert_eq!(first(&treasury.manager, &said(party)).await["counterparty"], "Acme", "as the later versions write it");
    }

    async fn i10_what_is_in_another_currency_is_refused_as_a_whole(world: World) {
        let treasury = Treasury::of(&world).await;
        let entries = booked(10_000, "2026-03-09", "");
        let right = account("CN1", (0, 10_000), &entries);
        let wrong = [
            right.replace(&entries, &entries.replace("CNY", "USD")),
            right.replacen("CNY", "USD", 1),
            [right.as_str(), &right.replace("CNY", "USD").replace("CN1", "US1")].concat(),
        ];
        world.nothing_changes(async {
            for inside in wrong {
                let file = statement(&treasury.fund, &document("02", &inside));
                assert_eq!(mistake(&treasury.manager, &file).await, "CURRENCY", "{inside}");
                imports_with(&treasury.manager, &file, "none").await.refused_with("BAD_USER_INPUT");
            }
        }).await;
    }

    async fn two_statements_of_one_account_are_taken_and_of_two_accounts_are_not(world: World) {
        let treasury = Treasury::of(&world).await;
        let of = |number: &str, opening: i64, name: &str| {
            let reference = format!("<AcctSvcrRef>{name}</AcctSvcrRef>");
            account(number, (opening, opening + 500), &booked(500, "2026-03-09", &reference))
        };
        let both = |second: &str| [of("CN1", 0, "A"), of(second, 500, "B")].concat();
        let other = statement(&treasury.fund, &document("02", &both("CN2")));
        world.nothing_changes(async {
            assert_eq!(mistake(&treasury.manager, &other).await, "OTHER_ACCOUNT", "also where the balances happen to fit");
            imports_with(&treasury.manager, &other, "none").await.refused_with("BAD_USER_INPUT");
        }).await;
        let done = imports(&treasury.manager, &statement(&treasury.fund, &document("02", &both("CN1")))).await.ok();
        assert_eq!(done.list("/importBankStatement/statements").len(), 2);
        // A table names no account, and what was known is still known after it.
        imports(&treasury.manager, &statement(&treasury.fund, &table(1_000, &[(9, 500, "C", "")]))).await.ok();
        let later = statement(&treasury.fund, &document("02", &of("CN2", 1_500, "D")));
        world.nothing_changes(async {
            assert_eq!(mistake(&treasury.manager, &later).await, "OTHER_ACCOUNT");
        }).await;
        let later = statement(&treasury.fund, &document("02", &of("CN1", 1_500, "D")));
        imports(&treasury.manager, &later).await.ok();
        assert_eq!(lines(&treasury.auditor, json!({})).await.len(), 4);
    }

    async fn a_table_and_a_message_of_the_same_days_are_taken_once(world: World) {
        let treasury = Treasury::of(&world).await;
        treasury.contributes("100.00", "IN-1").await;
        imports(&treasury.manager, &statement(&treasury.fund, &table(0, &[(8, 10_000, "IN-1", "for March")]))).await.ok();
        let entries = [
            booked(10_000, "2026-03-08", "<AcctSvcrRef>IN-1</AcctSvcrRef>"),
            booked(500, "2026-03-09", "<AcctSvcrRef>IN-2</AcctSvcrRef>"),
        ];
        let whole = one(&treasury, 10_500, &entries.concat());
        imports(&treasury.manager, &whole).await.ok();
        assert_eq!(lines(&treasury.auditor, json!({})).await.len(), 2);
        let known = entry(&treasury.auditor, &treasury.fund, "bankReference", "IN-1").await;
        assert_eq!(line(&treasury.auditor, "IN-1").await["match"]["entries"], json!([{ "id": known }]));
        world.nothing_changes(async {
            imports(&treasury.second, &whole).await.refused_with("ALREADY_EXISTS");
        }).await;
    }

    async fn a_line_that_cannot_be_read_is_named_and_nothing_is_taken(world: World) {
        let treasury = Treasury::of(&world).await;
        let good = booked(500, "2026-03-09", "");
        let right = account("CN1", (0, 500), &format!("\n{good}"));
        let wrong = [
            (right.replace(&good, &good.replace("5.00", "5,00")), "AMOUNT"),
            (right.replace(&good, &good.replace("5.00", "-5.00")), "AMOUNT"),
            (right.replace(&good, &good.replace("<CdtDbtInd>CRDT</CdtDbtInd>", "")), "AMOUNT"),
            (right.replace(&good, &good.replace("<Amt Ccy=\"CNY\">5.00</Amt>", "")), "AMOUNT"),
            (right.replace(&good, &good.replace("2026-03-09", "2026-13-09")), "DATE"),
            (right.replace(&good, &good.replace("2026-03-09", "2026-03-19")), "DATE"),
            (right.replace(&good, &good.replace("<BookgDt><Dt>2026-03-09</Dt></BookgDt>", "")), "DATE"),
            (right.replace(&good, ""), "UNBALANCED"),
            (right.replace("OPBD", "ITBD"), "INCOMPLETE"),
            (right.replace("CLBD", "CLAV"), "INCOMPLETE"),
        ];
        world.nothing_changes(async {
            for (inside, code) in wrong {
                let file = statement(&treasury.fund, &document("02", &inside));
                assert_eq!(mistake(&treasury.manager, &file).await, code, "{inside}");
                imports_with(&treasury.manager, &file, "none").await.refused_with("BAD_USER_INPUT");
            }
            let bad = document("02", &right.replace(&good, &good.replace("5.00", "five")));
            let seen = previews(&treasury.manager, &statement(&treasury.fund, &bad)).await.ok();
            assert_eq!(seen.number("/bankStatementPreview/mistakes/0/line"), 3, "{seen}");
        }).await;
    }

    async fn what_is_no_message_of_a_bank_is_refused_in_words_and_stores_nothing(world: World) {
        let treasury = Treasury::of(&world).await;
        let right = document("02", &account("CN1", (0, 500), &booked(500, "2026-03-09", "")));
        let outside = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
        let deep = document("02", &[ "<a>".repeat(50_000), "</a>".repeat(50_000) ].concat());
        let many = document("02", &format!("<Stmt>{}</Stmt>", "<a/>".repeat(150_000)));
        let mut latin = right.clone().into_bytes();
        let place = latin.len() / 2;
        latin[place] = 0xe9;
        let files = [
            ("entities of entities", laughs().into_bytes(), "UNREADABLE"),
            ("what is fetched from elsewhere", right.replace("?>", &format!("?>{outside}")).into_bytes(), "UNREADABLE"),
            ("cut off", right.as_bytes()[..right.len() / 2].to_vec(), "UNREADABLE"),
            ("not closed", right.replace("</Bal>", "").into_bytes(), "UNREADABLE"),
            ("an entity that is none", right.replace("S-0", "&nbsp;").into_bytes(), "UNREADABLE"),
            ("another message", right.replace("camt.053", "camt.052").into_bytes(), "UNREADABLE"),
            ("no name space", right.replace(SPACE, "").into_bytes(), "UNREADABLE"),
            ("another element", right.replace("BkToCstmrStmt", "BkToCstmrAcctRpt").into_bytes(), "UNREADABLE"),
            ("no statement", document("02", "").into_bytes(), "UNREADABLE"),
            ("a page", b"<!doctype html><html><body>Sign in</body></html>".to_vec(), "UNREADABLE"),
            ("not in UTF-8", latin, "UNREADABLE"),
            ("deep", deep.into_bytes(), "UNREADABLE"),
            ("without end", many.into_bytes(), "INCOMPLETE"),
        ];
        world.nothing_changes(async {
            for (name, bytes, code) in files {
                let file = file(&treasury.fund, &bytes, json!({}));
                let seen = previews(&treasury.manager, &file).await.ok();
                assert_eq!(seen.text("/bankStatementPreview/mistakes/0/code"), code, "{name}: {seen}");
                assert_eq!(seen.text("/bankStatementPreview/format"), "CAMT", "{name}");
                let said = seen.text("/bankStatementPreview/mistakes/0/message");
                assert!(!said.is_empty() && !said.contains("root:"), "{name}: {said}");
                imports_with(&treasury.manager, &file, "none").await.refused_with("BAD_USER_INPUT");
            }
        }).await;
        imports(&treasury.manager, &file(&treasury.fund, right.as_bytes(), json!({}))).await.ok();
    }
}
