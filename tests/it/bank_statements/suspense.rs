//! What nobody can place: written down at once, on the work list, and placed by another person.

use serde_json::json;
use touchstone::permissions::Role;

use super::{
    TABLE,
    asking::{
        clears, does, entry, id, in_suspense, line, line_id, lines, matches, matches_by_reference, reckoned, table,
        unmatches,
    },
    imports, open_lines, statement, suspends,
};
use crate::{
    both_databases,
    funds::{Treasury, creates_fund},
};

both_databases! {
    async fn a_line_in_suspense_is_on_the_work_list_until_another_person_places_it(world: World) {
        let treasury = Treasury::of(&world).await;
        treasury.contributes("100.00", "IN-1").await;
        imports(&treasury.manager, &statement(&treasury.fund, TABLE)).await.ok();
        assert!(in_suspense(&treasury.auditor, &treasury.fund).await.is_empty());
        let of = open_lines(&treasury.manager).await;
        let input = json!({ "bankLineId": of[0], "note": "nobody knows" });
        does(&treasury.manager, "suspendBankLine", "line { state }", input).await.ok();
        world.after_days(2);
        let found = line(&treasury.auditor, "X-9").await;
        assert_eq!((found["state"].as_str(), found["ageDays"].as_i64()), (Some("IN_SUSPENSE"), Some(2)), "{found}");
        assert_eq!(found["match"]["kind"], "SUSPENSE");
        assert_eq!(lines(&treasury.auditor, json!({ "states": ["IN_SUSPENSE"] })).await.len(), 1);
        assert!(open_lines(&treasury.auditor).await.is_empty());
        let listed = in_suspense(&treasury.auditor, &treasury.fund).await;
        assert_eq!(listed.len(), 1);
        assert_eq!((listed[0]["open"]["amount"].as_str(), listed[0]["ageDays"].as_i64()), (Some("25.00"), Some(2)));
        assert_eq!(listed[0]["entry"]["bankReference"], "X-9", "by the bank's own name");
        assert!(in_suspense(&treasury.first, &treasury.fund).await.is_empty(), "who does not read the ledger");
        let waits = id(&listed[0]["entry"]);
        world.nothing_changes(async {
            clears(&treasury.manager, &waits, "POOL").await.refused_with("FOUR_EYES");
            clears(&treasury.auditor, &waits, "POOL").await.refused_with("FORBIDDEN");
            clears(&treasury.second, &waits, "CARD").await.refused_with("BAD_USER_INPUT");
        }).await;
        clears(&treasury.second, &waits, "POOL").await.ok();
        assert!(in_suspense(&treasury.auditor, &treasury.fund).await.is_empty());
        let found = line(&treasury.auditor, "X-9").await;
        assert_eq!((found["state"].as_str(), found["ageDays"].is_null()), (Some("MATCHED"), true), "{found}");
        world.nothing_changes(async {
            clears(&treasury.second, &waits, "RETURN").await.refused_with("TRANSITION_NOT_ALLOWED");
        }).await;
        assert_eq!((treasury.sum("pool").await, treasury.sum("suspense").await), ("125.00".to_owned(), "0.00".to_owned()));
        assert_eq!(reckoned(&treasury.auditor, &treasury.fund, 31).await["difference"]["amount"], "0.00");
        treasury.is_right().await;
    }

    async fn i02_no_more_goes_to_suspense_than_the_bank_has(world: World) {
        let treasury = Treasury::of(&world).await;
        treasury.contributes("100.00", "IN-1").await;
        let file = statement(&treasury.fund, &table(5_000, &[(8, 10_000, "IN-1", ""), (8, -10_001, "OUT-1", "")]));
        imports(&treasury.manager, &file).await.ok();
        let out = line_id(&treasury.manager, "OUT-1").await;
        world.nothing_changes(async {
            suspends(&treasury.manager, &out).await.refused_with("INSUFFICIENT_FUNDS");
        }).await;
        let found = reckoned(&treasury.auditor, &treasury.fund, 31).await;
        assert_eq!(found["openingDifference"]["amount"], "50.00", "the bank began with more than the ledger: {found}");
        assert_eq!((found["openLinesTotal"]["amount"].as_str(), found["difference"]["amount"].as_str()), (Some("-100.01"), Some("-50.01")));
        treasury.is_right().await;
    }

    async fn i08_what_left_without_approval_is_put_down_to_nobody_and_comes_back(world: World) {
        let treasury = Treasury::of(&world).await;
        treasury.contributes("100.00", "IN-1").await;
        let file = statement(&treasury.fund, &table(0, &[(8, 10_000, "IN-1", ""), (8, -3_000, "OUT-1", "who took it?")]));
        imports(&treasury.manager, &file).await.ok();
        suspends(&treasury.manager, &line_id(&treasury.manager, "OUT-1").await).await.ok();
        let sums = [treasury.sum("bank").await, treasury.sum("suspense").await, treasury.sum("pool").await];
        assert_eq!(sums, ["70.00", "-30.00", "100.00"]);
        treasury.is_right().await;
        let waits = id(&in_suspense(&treasury.auditor, &treasury.fund).await[0]["entry"]);
        world.nothing_changes(async {
            clears(&treasury.second, &waits, "POOL").await.refused_with("BAD_USER_INPUT");
            clears(&treasury.second, &waits, "CARD").await.refused_with("INSUFFICIENT_FUNDS");
        }).await;
        clears(&treasury.second, &waits, "RETURN").await.ok();
        assert_eq!(reckoned(&treasury.auditor, &treasury.fund, 31).await["outstandingTotal"]["amount"], "30.00");
        let file = statement(&treasury.fund, &table(7_000, &[(9, 3_000, "IN-2", "sorry")]));
        imports(&treasury.manager, &file).await.ok();
        let came_back = entry(&treasury.auditor, &treasury.fund, "kind", "SUSPENSE_CLEARED").await;
        let of = line_id(&treasury.manager, "IN-2").await;
        matches(&treasury.manager, &[of.as_str()], &[came_back.as_str()]).await.ok();
        let found = reckoned(&treasury.auditor, &treasury.fund, 31).await;
        assert_eq!((found["difference"]["amount"].as_str(), found["outstandingCount"].as_i64()), (Some("0.00"), Some(0)), "{found}");
        assert_eq!(treasury.sum("bank").await, "100.00");
        treasury.is_right().await;
    }

    async fn i15_who_puts_a_line_into_suspense_does_not_place_it_in_another_role(world: World) {
        let both = world.secretariat().await.person(&[Role::Fm, Role::Sa]).await;
        let fund = creates_fund(&both, "CNY").await;
        imports(&both, &statement(&fund, &table(0, &[(8, 10_000, "X-1", "?")]))).await.ok();
        suspends(&both, &line_id(&both, "X-1").await).await.ok();
        let waits = id(&in_suspense(&both, &fund).await[0]["entry"]);
        world.nothing_changes(async {
            clears(&both, &waits, "POOL").await.refused_with("FOUR_EYES");
        }).await;
    }

    async fn a_line_that_the_ledger_knows_with_another_amount_is_not_recorded_twice(world: World) {
        let treasury = Treasury::of(&world).await;
        treasury.contributes("90.00", "IN-1").await;
        let file = statement(&treasury.fund, &table(0, &[(8, 10_000, "IN-1", "for March")]));
        let done = imports(&treasury.manager, &file).await.ok();
        assert_eq!(done.number("/importBankStatement/matched"), 0, "the amounts differ");
        let of = line_id(&treasury.manager, "IN-1").await;
        let known = entry(&treasury.auditor, &treasury.fund, "bankReference", "IN-1").await;
        world.nothing_changes(async {
            suspends(&treasury.manager, &of).await.refused_with("ALREADY_EXISTS");
            matches(&treasury.manager, &[of.as_str()], &[known.as_str()]).await.refused_with("BAD_USER_INPUT");
        }).await;
        treasury.contributes("10.00", "IN-1/2").await;
        let rest = entry(&treasury.auditor, &treasury.fund, "bankReference", "IN-1/2").await;
        matches(&treasury.manager, &[of.as_str()], &[known.as_str(), rest.as_str()]).await.ok();
        assert_eq!(reckoned(&treasury.auditor, &treasury.fund, 31).await["difference"]["amount"], "0.00");
    }

    async fn what_was_in_suspense_by_mistake_is_open_again_and_is_not_written_twice(world: World) {
        let treasury = Treasury::of(&world).await;
        imports(&treasury.manager, &statement(&treasury.fund, &table(0, &[(8, 2_500, "X-9", "?")]))).await.ok();
        let of = line_id(&treasury.manager, "X-9").await;
        suspends(&treasury.manager, &of).await.ok();
        let standing = id(&line(&treasury.manager, "X-9").await["match"]);
        unmatches(&treasury.manager, &standing, "it is known after all").await.ok();
        let found = reckoned(&treasury.auditor, &treasury.fund, 31).await;
        assert_eq!((found["openLinesTotal"]["amount"].as_str(), found["outstandingTotal"]["amount"].as_str()), (Some("25.00"), Some("25.00")));
        world.nothing_changes(async {
            suspends(&treasury.manager, &of).await.refused_with("ALREADY_EXISTS");
        }).await;
        let again = matches_by_reference(&treasury.manager, &treasury.fund).await.ok();
        assert_eq!(again.number("/matchBankLinesByReference/matched"), 1);
        assert_eq!(line(&treasury.manager, "X-9").await["state"], "IN_SUSPENSE", "its entry waits as before");
        treasury.is_right().await;
    }

    async fn a_line_without_a_name_is_called_by_its_statement(world: World) {
        let treasury = Treasury::of(&world).await;
        let text = "Date,Amount,Balance,Text\n2026-03-08,5.00,5.00,?\n2026-03-08,5.00,10.00,?";
        imports(&treasury.manager, &statement(&treasury.fund, text)).await.ok();
        for of in open_lines(&treasury.manager).await {
            suspends(&treasury.manager, &of).await.ok();
        }
        let listed = in_suspense(&treasury.auditor, &treasury.fund).await;
        let mut names: Vec<_> = listed.iter().map(|item| item["entry"]["bankReference"].as_str().unwrap()).collect();
        names.sort_unstable();
        assert!(names[0].starts_with("BS-26-") && names[0].ends_with("/1") && names[1].ends_with("/2"), "{names:?}");
        treasury.is_right().await;
    }
}
