//! What is the same money: said once, to the last cent, by one of those who say it at once.

use futures_util::future::join_all;
use serde_json::json;
use touchstone::platform::ids::IdKind;

use super::{
    TABLE, asking,
    asking::{draft, entry, file, id, line, line_id, lines, matches, reckoned, table, unmatches},
    difference, imports, statement, suspends,
};
use crate::{
    both_databases,
    funds::{Treasury, captures, creates_fund, holds},
    purchases::Cast,
    support::{Asks as _, Person, Response},
};

/// Imports a table that begins with nothing.
async fn has_lines(treasury: &Treasury, rows: &[asking::Row<'_>]) -> Response {
    let file = statement(&treasury.fund, &table(0, rows));
    imports(&treasury.manager, &file).await.ok()
}

/// The ids of entries, by what the bank calls them.
async fn entries<const N: usize>(treasury: &Treasury, references: [&str; N]) -> Vec<String> {
    let mut found = Vec::with_capacity(N);
    for reference in references {
        found.push(entry(&treasury.auditor, &treasury.fund, "bankReference", reference).await);
    }
    found
}

/// Of some answers one says that it was done, the others that it was too late.
fn one_was_done(answers: &[Response]) {
    let late = ["TRANSITION_NOT_ALLOWED", "ALREADY_EXISTS"];
    for answer in answers {
        assert!(answer.error_code().is_none_or(|code| late.contains(&code)), "{answer}");
    }
    assert_eq!(answers.iter().filter(|answer| answer.error_code().is_none()).count(), 1);
}

/// What the graph suggests, each with its lines and entries.
async fn suggestions(by: &Person, fund: &str) -> Response {
    let document = "query($id: ID!) { bankMatchSuggestions(fundId: $id) { score reasons lines { id } entries { id } \
        orders { orderNumber purchaseReference } } }";
    by.graphql(document, json!({ "id": fund })).await.ok()
}

both_databases! {
    async fn of_two_clerks_who_match_one_line_one_wins_and_the_other_leaves_nothing(world: World) {
        let treasury = Treasury::of(&world).await;
        treasury.contributes("100.00", "A").await;
        treasury.contributes("100.00", "B").await;
        has_lines(&treasury, &[(8, 10_000, "X-1", "?")]).await;
        let (one, other) = (line_id(&treasury.manager, "X-1").await, entries(&treasury, ["A", "B"]).await);
        let (mine, to_a, to_b) = ([one.as_str()], [other[0].as_str()], [other[1].as_str()]);
        let at_once = [matches(&treasury.manager, &mine, &to_a), matches(&treasury.second, &mine, &to_b)];
        one_was_done(&join_all(at_once).await);
        let contents = world.contents().await;
        for (rows, count) in [("bank_match", 1), ("bank_match_part", 2), ("bank_matched_line", 1), ("bank_matched_entry", 1)] {
            assert_eq!(contents.rows(rows).len(), count, "{rows}");
        }
        let found = line(&treasury.auditor, "X-1").await;
        assert_eq!(found["state"], "MATCHED", "{found}");
        assert_eq!((found["match"]["entries"].as_array().unwrap().len(), found["history"].as_array().unwrap().len()), (1, 1));
        let reckoned = reckoned(&treasury.auditor, &treasury.fund, 31).await;
        assert_eq!(reckoned["outstandingTotal"]["amount"], "100.00", "what the other one named is free: {reckoned}");
    }

    async fn of_twenty_who_match_or_suspend_one_line_one_is_heard(world: World) {
        let treasury = Treasury::of(&world).await;
        treasury.contributes("100.00", "A").await;
        has_lines(&treasury, &[(8, 10_000, "X-1", "?")]).await;
        let (line_id, of) = (line_id(&treasury.manager, "X-1").await, entries(&treasury, ["A"]).await);
        let at_once = (0..20).map(|number| {
            let by = if number % 4 < 2 { &treasury.manager } else { &treasury.second };
            let (line_id, of) = (line_id.as_str(), of[0].as_str());
            async move {
                match number % 2 {
                    0 => matches(by, &[line_id], &[of]).await,
                    _ => suspends(by, line_id).await,
                }
            }
        });
        one_was_done(&join_all(at_once).await);
        assert_eq!(world.contents().await.rows("bank_match").len(), 1);
        let reckoned = reckoned(&treasury.auditor, &treasury.fund, 31).await;
        assert_eq!(reckoned["openLineCount"], 0, "{reckoned}");
        let suspense = asking::in_suspense(&treasury.auditor, &treasury.fund).await;
        assert_eq!(reckoned["outstandingCount"], suspense.len(), "either the entry is matched or another one is in suspense");
        treasury.is_right().await;
    }

    async fn a_match_is_taken_back_with_a_reason_and_made_again(world: World) {
        let treasury = Treasury::of(&world).await;
        treasury.contributes("100.00", "IN-1").await;
        imports(&treasury.manager, &statement(&treasury.fund, TABLE)).await.ok();
        let before = line(&treasury.auditor, "IN-1").await;
        let of = before["match"]["id"].as_str().unwrap();
        assert_eq!((before["match"]["kind"].as_str(), before["ageDays"].is_null()), (Some("AUTOMATIC"), true));
        world.nothing_changes(async {
            unmatches(&treasury.manager, of, " ").await.refused_with("BAD_USER_INPUT");
            unmatches(&treasury.first, of, "not so").await.refused_with("FORBIDDEN");
            unmatches(&treasury.manager, &world.unknown(IdKind::BankMatch), "not so").await.refused_with("NOT_FOUND");
        }).await;
        let undone = unmatches(&treasury.second, of, "another payer").await.ok();
        assert_eq!(undone.text("/unmatchBankLines/match/undoneBy/id"), treasury.second.public_id());
        world.nothing_changes(async {
            unmatches(&treasury.manager, of, "again").await.refused_with("TRANSITION_NOT_ALLOWED");
        }).await;
        let open = line(&treasury.manager, "IN-1").await;
        assert_eq!((open["state"].as_str(), open["match"].is_null()), (Some("OPEN"), true), "{open}");
        assert_eq!(open["allowedActions"], json!(["MATCH", "SUSPEND"]));
        assert_eq!(difference(&treasury, &treasury.first).await, ["25.00", "125.00", "100.00"]);
        let (line_id, of) = (id(&open), entries(&treasury, ["IN-1"]).await);
        let again = matches(&treasury.manager, &[line_id.as_str()], &[of[0].as_str()]).await.ok();
        assert_eq!(again.text("/matchBankLines/match/kind"), "CONFIRMED");
        let after = line(&treasury.auditor, "IN-1").await;
        assert_eq!(after["state"], "MATCHED");
        let reasons: Vec<_> = after["history"].as_array().unwrap().iter().map(|one| one["undoneReason"].as_str()).collect();
        assert_eq!(reasons, [Some("another payer"), None], "what was said before stays");
        assert_eq!(difference(&treasury, &treasury.first).await, ["25.00", "25.00", "0.00"]);
        treasury.is_right().await;
    }

    async fn what_is_sure_is_found_again_when_it_is_asked_for(world: World) {
        let treasury = Treasury::of(&world).await;
        has_lines(&treasury, &[(8, 10_000, "IN-1", "for March")]).await;
        assert_eq!(line(&treasury.manager, "IN-1").await["state"], "OPEN");
        treasury.contributes("100.00", "IN-1").await;
        world.nothing_changes(async {
            asking::matches_by_reference(&treasury.auditor, &treasury.fund).await.refused_with("FORBIDDEN");
            asking::matches_by_reference(&treasury.manager, &world.unknown(IdKind::Fund)).await.refused_with("NOT_FOUND");
        }).await;
        let found = asking::matches_by_reference(&treasury.manager, &treasury.fund).await.ok();
        assert_eq!(found.number("/matchBankLinesByReference/matched"), 1);
        let nothing = asking::matches_by_reference(&treasury.second, &treasury.fund).await.ok();
        assert_eq!(nothing.number("/matchBankLinesByReference/matched"), 0);
        assert_eq!(difference(&treasury, &treasury.first).await, ["0.00", "0.00", "0.00"]);
    }

    async fn one_line_is_several_entries_and_several_lines_are_one(world: World) {
        let treasury = Treasury::of(&world).await;
        for (amount, reference) in [("60.00", "A"), ("40.00", "B"), ("300.00", "C")] {
            treasury.contributes(amount, reference).await;
        }
        has_lines(&treasury, &[(8, 10_000, "X-1", "?"), (8, 11_000, "X-2", "?"), (8, 19_000, "X-3", "?")]).await;
        let found = suggestions(&treasury.auditor, &treasury.fund).await;
        let found = found.list("/bankMatchSuggestions");
        assert_eq!(found.len(), 2, "{found:?}");
        for one in found {
            assert!(one["reasons"].as_array().unwrap().contains(&json!("SUM")), "{one}");
            let ids = |of: &str| -> Vec<String> { one[of].as_array().unwrap().iter().map(id).collect() };
            let (mine, theirs) = (ids("lines"), ids("entries"));
            assert!([(1, 2), (2, 1)].contains(&(mine.len(), theirs.len())), "{one}");
            let mine: Vec<&str> = mine.iter().map(String::as_str).collect();
            let theirs: Vec<&str> = theirs.iter().map(String::as_str).collect();
            matches(&treasury.manager, &mine, &theirs).await.ok();
        }
        assert!(lines(&treasury.auditor, json!({ "states": ["OPEN", "IN_SUSPENSE"] })).await.is_empty());
        assert_eq!(lines(&treasury.auditor, json!({ "states": ["MATCHED"] })).await.len(), 3);
        assert_eq!(difference(&treasury, &treasury.first).await, ["0.00", "0.00", "0.00"]);
    }

    async fn what_does_not_come_to_the_same_is_refused_and_changes_nothing(world: World) {
        let (treasury, _) = Treasury::with_allocation(&world, "100.00").await;
        treasury.contributes("99.99", "A").await;
        let rows = [(8, 10_000, "X-1", "?"), (8, -10_000, "X-2", "?"), (9, 9_998, "X-3", "?")];
        has_lines(&treasury, &rows).await;
        let mut ids = Vec::new();
        for (_, _, reference, _) in rows {
            ids.push(line_id(&treasury.manager, reference).await);
        }
        let (came, left, less) = (ids[0].as_str(), ids[1].as_str(), ids[2].as_str());
        let known = entries(&treasury, ["A", "IN-1"]).await;
        let allocated = entry(&treasury.auditor, &treasury.fund, "kind", "ALLOCATION").await;
        let nobody = (world.unknown(IdKind::BankLine), world.unknown(IdKind::LedgerEntry));
        let (a, whole) = (known[0].as_str(), known[1].as_str());
        world.nothing_changes(async {
            for (lines, entries, code) in [
                (vec![came], vec![a], "BAD_USER_INPUT"),
                (vec![left], vec![whole], "BAD_USER_INPUT"),
                (vec![came, less], vec![a, whole], "BAD_USER_INPUT"),
                (vec![came], vec![], "BAD_USER_INPUT"),
                (vec![came], vec![allocated.as_str()], "BAD_USER_INPUT"),
                (vec![came], vec![nobody.1.as_str()], "BAD_USER_INPUT"),
                (vec![], vec![whole], "NOT_FOUND"),
                (vec![nobody.0.as_str()], vec![whole], "NOT_FOUND"),
                (vec![came, nobody.0.as_str()], vec![whole], "NOT_FOUND"),
            ] {
                matches(&treasury.manager, &lines, &entries).await.refused_with(code);
            }
        }).await;
        // A line that was taken back by the bank needs no entry.
        matches(&treasury.manager, &[came, left], &[]).await.ok();
        assert_eq!(lines(&treasury.auditor, json!({ "states": ["OPEN"] })).await.len(), 1);
    }

    async fn i10_lines_and_entries_of_two_currencies_are_never_the_same_money(world: World) {
        let treasury = Treasury::of(&world).await;
        let dollars = creates_fund(&treasury.manager, "USD").await;
        let input = json!({ "fundId": dollars, "organizationId": treasury.acme.public_id(), "amount": "100.00", "bankReference": "U-1" });
        treasury.agreed("proposeContribution", input).await;
        treasury.contributes("100.00", "A").await;
        has_lines(&treasury, &[(8, 10_000, "U-1", "in yuan")]).await;
        imports(&treasury.manager, &statement(&dollars, &table(0, &[(8, 10_000, "A", "in dollars")]))).await.ok();
        let (yuan, other) = (line_id(&treasury.manager, "U-1").await, line_id(&treasury.manager, "A").await);
        let of_dollars = entry(&treasury.auditor, &dollars, "bankReference", "U-1").await;
        let of_yuan = entry(&treasury.auditor, &treasury.fund, "bankReference", "A").await;
        assert_eq!(lines(&treasury.auditor, json!({ "states": ["OPEN"] })).await.len(), 2, "the same name in another fund is another one");
        world.nothing_changes(async {
            for (lines, entries) in [
                (vec![yuan.as_str()], vec![of_dollars.as_str()]),
                (vec![other.as_str()], vec![of_yuan.as_str()]),
                (vec![yuan.as_str(), other.as_str()], vec![of_yuan.as_str(), of_dollars.as_str()]),
            ] {
                matches(&treasury.manager, &lines, &entries).await.refused_with("BAD_USER_INPUT");
            }
        }).await;
        matches(&treasury.manager, &[yuan.as_str()], &[of_yuan.as_str()]).await.ok();
        matches(&treasury.manager, &[other.as_str()], &[of_dollars.as_str()]).await.ok();
        for fund in [&treasury.fund, &dollars] {
            assert_eq!(reckoned(&treasury.auditor, fund, 31).await["difference"]["amount"], "0.00");
        }
    }

    async fn i06_a_match_that_is_sent_twice_is_made_once(world: World) {
        let treasury = Treasury::of(&world).await;
        treasury.contributes("100.00", "A").await;
        treasury.contributes("100.00", "B").await;
        has_lines(&treasury, &[(8, 10_000, "X-1", "?")]).await;
        let (line_id, of) = (line_id(&treasury.manager, "X-1").await, entries(&treasury, ["A", "B"]).await);
        let input = |entry: &str| json!({ "idempotencyKey": "once", "bankLineIds": [line_id], "ledgerEntryIds": [entry] });
        let sends = async |entry: &str| asking::does(&treasury.manager, "matchBankLines", "match { id }", input(entry)).await;
        let made = sends(&of[0]).await.ok();
        world.nothing_changes(async {
            assert_eq!(sends(&of[0]).await.ok().0, made.0);
            sends(&of[1]).await.refused_with("IDEMPOTENCY_MISMATCH");
        }).await;
        let back = async |reason: &str| {
            let input = json!({ "idempotencyKey": "back", "bankMatchId": made.text("/matchBankLines/match/id"), "reason": reason });
            asking::does(&treasury.manager, "unmatchBankLines", "match { id }", input).await
        };
        back("not so").await.ok();
        world.nothing_changes(async {
            back("not so").await.ok();
            back("or so").await.refused_with("IDEMPOTENCY_MISMATCH");
        }).await;
    }

    async fn a_match_explains_nothing_before_the_later_of_its_days(world: World) {
        let treasury = Treasury::of(&world).await;
        treasury.contributes("100.00", "IN-1").await;
        has_lines(&treasury, &[(7, 10_000, "IN-1", "for March")]).await;
        for (day, difference, open) in [(6, "0.00", 0), (7, "100.00", 1), (8, "100.00", 1), (9, "0.00", 0)] {
            let found = reckoned(&treasury.auditor, &treasury.fund, day).await;
            assert_eq!((found["difference"]["amount"].as_str(), found["openLineCount"].as_i64()), (Some(difference), Some(open)), "{day}: {found}");
            assert_eq!(found["outstandingCount"], 0);
        }
        let days = json!({ "states": ["MATCHED"], "from": "2026-03-07", "to": "2026-03-07" });
        assert_eq!(lines(&treasury.auditor, days).await.len(), 1);
        assert!(lines(&treasury.auditor, json!({ "from": "2026-03-08" })).await.is_empty());
    }

    async fn an_order_its_capture_and_the_bank_s_line_are_brought_together(world: World) {
        let cast = Cast::of(&world).await;
        cast.ordered().await;
        let treasury = &cast.treasury;
        has_lines(treasury, &[(8, 100_000, "IN-1", "for March"), (9, -25_000, "OUT-9", "Order T-2026-0001 thank you")]).await;
        let found = suggestions(&treasury.auditor, &treasury.fund).await;
        let best = found.data("/bankMatchSuggestions/0");
        assert_eq!(best["orders"][0]["orderNumber"], "T-2026-0001", "{found}");
        for reason in ["ORDER_NUMBER", "AMOUNT", "SAME_DAY"] {
            assert!(best["reasons"].as_array().unwrap().contains(&json!(reason)), "{reason}: {best}");
        }
        let (line_id, entry) = (id(&best["lines"][0]), id(&best["entries"][0]));
        matches(&treasury.manager, &[line_id.as_str()], &[entry.as_str()]).await.ok();
        let reckoned = reckoned(&treasury.auditor, &treasury.fund, 31).await;
        assert_eq!(reckoned["difference"]["amount"], "0.00");
        assert_eq!(reckoned["orderDifferences"], json!([]), "order and capture say the same");
        assert!(suggestions(&treasury.auditor, &treasury.fund).await.list("/bankMatchSuggestions").is_empty());
    }

    async fn a_capture_without_an_order_is_told(world: World) {
        let (treasury, allocation) = Treasury::with_allocation(&world, "100.00").await;
        let hold = holds(&world, allocation, 6_000).await.unwrap();
        captures(&world, hold, 5_000, true).await.unwrap();
        let found = reckoned(&treasury.auditor, &treasury.fund, 31).await;
        assert_eq!(found["orderDifferences"].as_array().unwrap().len(), 1);
        let told = &found["orderDifferences"][0];
        assert_eq!((told["kind"].as_str(), told["captured"]["amount"].as_str()), (Some("LEDGER_WITHOUT_ORDER"), Some("50.00")));
        let unseen = reckoned(&treasury.first, &treasury.fund, 31).await;
        assert_eq!(unseen["orderDifferences"], json!([]), "who does not read the ledger learns nothing of it here");
    }

    async fn the_latest_line_first_and_a_page_at_a_time(world: World) {
        let treasury = Treasury::of(&world).await;
        let content = file(&treasury.fund, table(0, &[(7, 1, "A", ""), (8, 2, "B", ""), (9, 3, "C", "")]).as_bytes(), json!({}));
        assert_eq!(draft(&treasury.manager, &content).await.len(), 3);
        imports(&treasury.manager, &content).await.ok();
        let document = "query($after: String) { bankLines(first: 2, after: $after) { totalCount pageInfo { hasNextPage endCursor } \
            nodes { reference } } }";
        let page = treasury.auditor.graphql(document, json!({})).await.ok();
        assert_eq!((page.texts("/bankLines/nodes", "/reference"), page.number("/bankLines/totalCount")), (vec!["C".to_owned(), "B".to_owned()], 3));
        let after = page.text("/bankLines/pageInfo/endCursor");
        let rest = treasury.auditor.graphql(document, json!({ "after": after })).await.ok();
        assert_eq!(rest.texts("/bankLines/nodes", "/reference"), ["A"]);
        assert_eq!(rest.data("/bankLines/pageInfo/hasNextPage"), false);
    }
}
