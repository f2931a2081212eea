//! The bank's side of a fund in the books of accountants: the same totals in the graph, in `hledger` and on the statement.

use reqwest::StatusCode;
use serde_json::json;
use touchstone::{
    funds::{
        self, Capture,
        rules::{CostKind, PaidFrom},
    },
    platform::db::Tx,
};

use super::{
    asking::{clears, entry, id, line_id, matches, matches_by_reference, minor, reckoned, table},
    imports, open_lines, statement, suspends,
};
use crate::{
    both_databases,
    funds::{
        Treasury, acts, captures,
        files::{fetch, read_by},
        holds, spends,
    },
    support::World,
    transport::serving::Serving,
};

/// A fund whose bank knows all that the ledger does and something more, with the closing balance of its statements.
async fn lived(world: &World) -> (Treasury, &'static str) {
    let (treasury, allocation) = Treasury::with_allocation(world, "1000.00").await;
    let hold = holds(world, allocation, 30_000).await.unwrap();
    captures(world, hold, 20_000, true).await.unwrap();
    let rows = [
        (6, 100_000, "IN-1", "for March"),
        (7, -20_000, "OUT-1", "the shop"),
        (8, 2_500, "X-1", "nobody knows; (really)"),
        (8, -1_100, "X-2", "taken: by whom?"),
        (9, 700, "X-3", "will go back"),
    ];
    let file = statement(&treasury.fund, &table(0, &rows));
    imports(&treasury.manager, &file).await.ok();
    let paid = entry(&treasury.auditor, &treasury.fund, "kind", "CAPTURE").await;
    let out = line_id(&treasury.manager, "OUT-1").await;
    matches(&treasury.manager, &[out.as_str()], &[paid.as_str()]).await.ok();
    for line in open_lines(&treasury.manager).await {
        suspends(&treasury.manager, &line).await.ok();
    }
    for (reference, target) in [("X-1", "POOL"), ("X-3", "RETURN")] {
        let waiting = entry(&treasury.auditor, &treasury.fund, "bankReference", reference).await;
        clears(&treasury.second, &waiting, target).await.ok();
    }
    (treasury, "814.00")
}

/// A total of the journal as `hledger` reckons it, in minor units.
fn total(journal: &[u8], accounts: &str) -> i64 {
    let arguments = ["-f", "FILE", "balance", "-O", "csv", accounts];
    let table = read_by("hledger", &arguments, journal, "fund.journal");
    let total = table.lines().last().unwrap().rsplit(',').next().unwrap();
    let number = total.trim_matches('"').trim_end_matches(" CNY").replace('.', "");
    number
        .parse()
        .unwrap_or_else(|error| panic!("{accounts}: {error}: {table}"))
}

both_databases! {
    async fn i01_the_journal_balances_in_hledger_with_the_bank_s_side_in_it(world: World) {
        let (treasury, closing) = lived(&world).await;
        let serving = Serving::of(&world).await;
        let token = serving.token_of(&treasury.auditor).await;
        let (status, journal) = fetch(&serving, &token, &treasury.fund, "journal.hledger").await;
        assert_eq!(status, StatusCode::OK);
        read_by("hledger", &["-f", "FILE", "check"], &journal, "fund.journal");
        let balance = treasury.balance().await;
        let owed = ["pool", "available", "held", "cardClearing", "recoveryPayable", "suspense", "fxClearing"];
        for (accounts, name) in [
            ("liabilities:.*:POOL", "pool"),
            ("liabilities:.*:ALLOCATION", "available"),
            ("liabilities:.*:HELD", "held"),
            ("liabilities:.*:SUSPENSE", "suspense"),
            ("liabilities:.*:CARD_CLEARING", "cardClearing"),
        ] {
            assert_eq!(total(&journal, accounts), -minor(&balance, name), "{accounts}: {balance}");
        }
        assert_eq!(minor(&balance, "suspense"), -1_100, "one line waits for its place: {balance}");
        let bank = total(&journal, "assets:.*:BANK");
        assert_eq!(bank, minor(&balance, "bank"));
        assert_eq!(bank, owed.iter().map(|name| minor(&balance, name)).sum::<i64>(), "the bank is worth what is owed");
        assert_eq!(total(&journal, "."), 0);
        let found = reckoned(&treasury.auditor, &treasury.fund, 31).await;
        assert_eq!(found["ledgerClosing"]["amount"], closing, "{found}");
        assert_eq!(minor(&found, "ledgerClosing"), bank, "{found}");
        assert_eq!(minor(&found, "statementClosing"), bank + 700, "what goes back has not left the bank yet: {found}");
        assert_eq!(minor(&found, "outstandingTotal"), -700, "{found}");
        treasury.is_right().await;
        serving.stop().await;
    }

    async fn i07_the_lines_in_the_file_come_to_what_the_statement_and_the_ledger_say(world: World) {
        let (treasury, closing) = lived(&world).await;
        let file = statement(&treasury.fund, &table(82_100, &[(9, -700, "OUT-2", "back")]));
        imports(&treasury.manager, &file).await.ok();
        let back = line_id(&treasury.manager, "OUT-2").await;
        let cleared = treasury.entries().await;
        let cleared: Vec<_> = cleared.iter().filter(|entry| entry["kind"] == "SUSPENSE_CLEARED" && entry["credit"]["kind"] == "BANK").map(id).collect();
        matches(&treasury.manager, &[back.as_str()], &[cleared[0].as_str()]).await.ok();
        let serving = Serving::of(&world).await;
        let token = serving.token_of(&treasury.manager).await;
        let (status, bytes) = fetch(&serving, &token, &treasury.fund, "reconciliation.csv").await;
        assert_eq!(status, StatusCode::OK);
        let mut rows = csv::Reader::from_reader(bytes.as_slice());
        let rows: Vec<csv::StringRecord> = rows.records().collect::<Result<_, _>>().unwrap();
        let sum: i64 = rows.iter().map(|row| row[2].replace('.', "").parse::<i64>().unwrap()).sum();
        let found = reckoned(&treasury.manager, &treasury.fund, 31).await;
        assert_eq!((rows.len(), sum), (6, minor(&found, "statementClosing")), "{found}");
        assert!(rows.iter().all(|row| !row[7].is_empty() && !row[8].is_empty()), "each line is matched with an entry");
        assert_eq!((found["statementClosing"]["amount"].as_str(), found["difference"]["amount"].as_str()), (Some(closing), Some("0.00")));
        serving.stop().await;
    }

    async fn a_line_pays_the_card_that_was_used_and_no_other(world: World) {
        let (treasury, allocation) = Treasury::with_allocation(&world, "100.00").await;
        let pays = async |reference: &str| {
            let input = json!({ "idempotencyKey": treasury.key(), "fundId": treasury.fund, "amount": "40.00", "bankReference": reference });
            acts(&treasury.manager, "recordCardPayment", input).await
        };
        world.nothing_changes(async {
            pays("CARD-1").await.refused_with("INSUFFICIENT_FUNDS");
        }).await;
        let hold = holds(&world, allocation, 4_000).await.unwrap();
        let capture = Capture {
            lines: vec![(CostKind::Goods, 4_000)],
            paid_from: PaidFrom::Card,
            bank_reference: None,
            closes: true,
        };
        spends(&world, async |tx: &Tx| funds::capture(&world.app, tx, None, hold, capture).await).await.unwrap();
        assert_eq!((treasury.sum("bank").await, treasury.sum("cardClearing").await), ("100.00".to_owned(), "40.00".to_owned()));
        let file = statement(&treasury.fund, &table(0, &[(8, 10_000, "IN-1", ""), (9, -4_000, "CARD-1", "the card")]));
        imports(&treasury.manager, &file).await.ok();
        pays("CARD-1").await.ok();
        let found = matches_by_reference(&treasury.manager, &treasury.fund).await.ok();
        assert_eq!(found.number("/matchBankLinesByReference/matched"), 1);
        let found = reckoned(&treasury.auditor, &treasury.fund, 31).await;
        assert_eq!((found["difference"]["amount"].as_str(), minor(&found, "ledgerClosing")), (Some("0.00"), 6_000), "{found}");
        assert_eq!(treasury.sum("cardClearing").await, "0.00");
        treasury.is_right().await;
    }
}
