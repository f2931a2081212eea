//! A fund in files, read back by the tools that others read them with.

use std::process::Command;

use reqwest::StatusCode;
use serde_json::json;

use super::{Treasury, captures, holds};
use crate::{both_databases, support::World, transport::serving::Serving};

/// The status, and the bytes, of a file of March.
pub async fn fetch(serving: &Serving, token: &str, fund: &str, file: &str) -> (StatusCode, Vec<u8>) {
    let url = format!("{}/funds/{fund}/{file}?from=2026-03-01&to=2026-03-31", serving.url);
    let answer = serving.http.get(url).bearer_auth(token).send().await.unwrap();
    (answer.status(), answer.bytes().await.unwrap().to_vec())
}

/// What a program says of a file.
pub fn read_by(program: &str, arguments: &[&str], bytes: &[u8], name: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(name);
    std::fs::write(&file, bytes).unwrap();
    let arguments: Vec<String> = arguments
        .iter()
        .map(|argument| argument.replace("FILE", &file.display().to_string()))
        .collect();
    // Names are in UTF-8, whatever the machine speaks.
    let read = Command::new(program).args(&arguments).env("LC_ALL", "C.UTF-8").output();
    let read = read.unwrap_or_else(|error| panic!("{program} (scripts/ensure {program}): {error}"));
    assert!(read.status.success(), "{read:?}");
    String::from_utf8(read.stdout).unwrap()
}

/// A fund in which everything happened once, with a name that means something to a journal.
async fn lived(world: &World) -> Treasury {
    let (treasury, allocation) = Treasury::with_allocation(world, "1000.00").await;
    let hold = holds(world, allocation, 30_000).await.unwrap();
    captures(world, hold, 20_000, true).await.unwrap();
    let odd = world.brand("Odd: (brand);  莆田 \"x\"").await;
    let share = json!({ "organizationId": odd.public_id(), "weight": 1 });
    let recovery = json!({
        "fundId": treasury.fund, "amount": "10.01", "bankReference": "COURT; 1", "shares": [share], "note": "paid | late\n; not a comment",
    });
    treasury.agreed("proposeRecovery", recovery).await;
    treasury
}

both_databases! {
    async fn the_journal_balances_in_hledger_with_the_totals_that_the_graph_shows(world: World) {
        let treasury = lived(&world).await;
        let serving = Serving::of(&world).await;
        let token = serving.token_of(&treasury.manager).await;
        let (status, journal) = fetch(&serving, &token, &treasury.fund, "journal.hledger").await;
        assert_eq!(status, StatusCode::OK);
        read_by("hledger", &["-f", "FILE", "check"], &journal, "fund.journal");
        let balance = treasury.balance().await;
        for (account, name, sign) in [
            ("assets:.*:BANK", "bank", ""),
            ("liabilities:.*:POOL", "pool", "-"),
            ("liabilities:.*:ALLOCATION", "available", "-"),
            ("liabilities:.*:HELD", "held", "-"),
            ("liabilities:.*:RECOVERY_PAYABLE", "recoveryPayable", "-"),
            ("tag:cost=GOODS", "captured", ""),
            (".", "fxClearing", ""),
        ] {
            let table = read_by("hledger", &["-f", "FILE", "balance", "-O", "csv", account], &journal, "fund.journal");
            let total = table.lines().last().unwrap().rsplit(',').next().unwrap().trim_matches('"');
            let amount = balance[name]["amount"].as_str().unwrap();
            let expected = if amount == "0.00" { "0".to_owned() } else { format!("{sign}{amount} CNY") };
            assert_eq!(total, expected, "{account}: {table}");
        }
        serving.stop().await;
    }

    async fn a_statement_and_tables_hold_what_their_reader_sees(world: World) {
        let treasury = lived(&world).await;
        let serving = Serving::of(&world).await;
        let token = serving.token_of(&treasury.manager).await;
        let (status, pdf) = fetch(&serving, &token, &treasury.fund, "statement.pdf").await;
        assert_eq!(status, StatusCode::OK);
        let text = read_by("pdftotext", &["-layout", "FILE", "-"], &pdf, "fund.pdf");
        for word in ["Statement of a fund", "At the bank", "810.01", "Capture", "Held: Acme", "200.00"] {
            assert!(text.contains(word), "{word}: {text}");
        }
        let (_, csv) = fetch(&serving, &token, &treasury.fund, "entries.csv").await;
        let csv = String::from_utf8(csv).unwrap();
        assert_eq!(csv.matches("\"GOODS\"").count(), 1, "{csv}");
        let finance = serving.token_of(&treasury.finance).await;
        let (_, own) = fetch(&serving, &finance, &treasury.fund, "entries.csv").await;
        let own = String::from_utf8(own).unwrap();
        assert!(own.contains("CAPTURE") && !own.contains("CONTRIBUTION") && !own.contains("COURT"), "{own}");
        let (_, xlsx) = fetch(&serving, &token, &treasury.fund, "entries.xlsx").await;
        assert!(xlsx.starts_with(b"PK"));
        let stranger = world.brand("Bolt").await.person(&[touchstone::permissions::Role::Mf]).await;
        let stranger = serving.token_of(&stranger).await;
        world.nothing_changes(async {
            for file in ["statement.pdf", "entries.csv", "entries.xlsx", "journal.hledger"] {
                let (status, _) = fetch(&serving, &stranger, &treasury.fund, file).await;
                assert_eq!(status, StatusCode::NOT_FOUND, "{file}");
            }
        }).await;
        serving.stop().await;
    }
}
