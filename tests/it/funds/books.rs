//! What the books say, and that nobody changes them.

use sea_orm::ConnectionTrait as _;
use serde_json::json;
use touchstone::{
    funds::{self, Refund},
    platform::{
        db::Tx,
        error::ErrorCode,
        ids::{IdKind, encode},
    },
};

use super::{Treasury, acts, captures, creates_fund, holds, refusal, releases, spends};
use crate::{
    both_databases,
    support::{Asks as _, with},
};

both_databases! {
    async fn i01_the_bank_is_worth_what_is_owed_at_every_step(world: World) {
        let (treasury, allocation) = Treasury::with_allocation(&world, "1000.00").await;
        let hold = holds(&world, allocation, 30_000).await.unwrap();
        captures(&world, hold, 20_000, true).await.unwrap();
        let balance = treasury.balance().await;
        for (name, amount) in [
            ("bank", "800.00"), ("pool", "0.00"), ("available", "800.00"), ("held", "0.00"), ("captured", "200.00"),
            ("refunded", "0.00"), ("committedNotPaid", "0.00"), ("shortfall", "0.00"),
        ] {
            assert_eq!(balance[name]["amount"], amount, "{name}: {balance}");
        }
        let kinds: Vec<_> = treasury.entries().await.iter().map(|entry| entry["kind"].as_str().unwrap().to_owned()).collect();
        assert_eq!(kinds, ["CONTRIBUTION", "ALLOCATION", "HOLD", "CAPTURE", "RELEASE"]);
        treasury.is_right().await;
    }

    async fn i02_nothing_is_held_that_is_not_there(world: World) {
        let (treasury, allocation) = Treasury::with_allocation(&world, "100.00").await;
        holds(&world, allocation, 9_000).await.unwrap();
        world.nothing_changes(async {
            assert_eq!(refusal(holds(&world, allocation, 1_001).await), ErrorCode::InsufficientFunds);
        }).await;
        holds(&world, allocation, 1_000).await.unwrap();
        assert_eq!(treasury.sum("available").await, "0.00");
        treasury.is_right().await;
    }

    async fn i02_the_database_itself_refuses_an_account_below_zero(world: World) {
        let (_, _) = Treasury::with_allocation(&world, "100.00").await;
        let db = world.app.db.write();
        world.nothing_changes(async {
            for statement in [
                "UPDATE ledger_account SET debits = debits + 10001 WHERE kind = 'ALLOCATION'",
                "UPDATE ledger_account SET credits = credits + 10001 WHERE kind = 'BANK'",
                "UPDATE ledger_account SET debits = -1 WHERE kind = 'POOL'",
            ] {
                assert!(db.execute_unprepared(statement).await.is_err(), "{statement}");
            }
        }).await;
    }

    async fn i03_a_hold_is_resolved_once(world: World) {
        let (treasury, allocation) = Treasury::with_allocation(&world, "100.00").await;
        let hold = holds(&world, allocation, 6_000).await.unwrap();
        captures(&world, hold, 4_000, false).await.unwrap();
        releases(&world, hold).await.unwrap();
        world.nothing_changes(async {
            assert_eq!(refusal(captures(&world, hold, 1, false).await), ErrorCode::TransitionNotAllowed);
            assert_eq!(refusal(releases(&world, hold).await), ErrorCode::TransitionNotAllowed);
            let on_top = spends(&world, async |tx: &Tx| funds::top_up(&world.app, tx, None, hold, 1).await).await;
            assert_eq!(refusal(on_top), ErrorCode::TransitionNotAllowed);
        }).await;
        assert_eq!(treasury.sum("available").await, "60.00");
        treasury.is_right().await;
    }

    async fn a_hold_whose_time_is_over_goes_back_by_itself(world: World) {
        let (treasury, allocation) = Treasury::with_allocation(&world, "100.00").await;
        let hold = holds(&world, allocation, 6_000).await.unwrap();
        captures(&world, hold, 1_000, false).await.unwrap();
        assert_eq!(funds::jobs::expire(&world.app).await.unwrap(), 0);
        world.after_days(15);
        world.nothing_changes(async {
            assert_eq!(refusal(captures(&world, hold, 1, false).await), ErrorCode::TransitionNotAllowed);
        }).await;
        assert_eq!(funds::jobs::expire(&world.app).await.unwrap(), 1);
        assert_eq!(funds::jobs::expire(&world.app).await.unwrap(), 0);
        assert_eq!((treasury.sum("available").await, treasury.sum("held").await), ("90.00".to_owned(), "0.00".to_owned()));
        treasury.is_right().await;
    }

    async fn i04_refunds_never_exceed_what_was_spent(world: World) {
        let (treasury, allocation) = Treasury::with_allocation(&world, "100.00").await;
        let hold = holds(&world, allocation, 6_000).await.unwrap();
        captures(&world, hold, 5_000, true).await.unwrap();
        let refund = |amount: &str, reference: &str| json!({
            "idempotencyKey": world.id().to_string(), "fundHoldId": encode(IdKind::FundHold, hold), "amount": amount, "bankReference": reference,
        });
        acts(&treasury.manager, "recordRefund", refund("30.00", "REF-1")).await.ok();
        world.nothing_changes(async {
            acts(&treasury.manager, "recordRefund", refund("20.01", "REF-2")).await.refused_with("INSUFFICIENT_FUNDS");
            acts(&treasury.manager, "recordRefund", refund("1.00", "REF-1")).await.refused_with("ALREADY_EXISTS");
            acts(&treasury.finance, "recordRefund", refund("1.00", "REF-3")).await.refused_with("FORBIDDEN");
        }).await;
        acts(&treasury.manager, "recordRefund", refund("20.00", "REF-2")).await.ok();
        assert_eq!((treasury.sum("refunded").await, treasury.sum("bank").await), ("50.00".to_owned(), "100.00".to_owned()));
        treasury.is_right().await;
    }

    async fn i05_entries_and_seals_can_only_grow(world: World) {
        let (treasury, _) = Treasury::with_allocation(&world, "100.00").await;
        treasury.agreed("proposePeriodClose", json!({ "fundId": treasury.fund })).await;
        let db = world.app.db.write();
        world.nothing_changes(async {
            for table in ["ledger_entry", "fund_period", "fund_approval"] {
                let replace = if world.app.db.is_sqlite() {
                    format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
                } else {
                    format!("TRUNCATE {table} CASCADE")
                };
                for statement in [format!("UPDATE {table} SET id = id"), format!("DELETE FROM {table}"), replace] {
                    assert!(db.execute_unprepared(&statement).await.is_err(), "{statement}");
                }
            }
        }).await;
    }

    async fn i05_a_mistake_is_taken_back_by_an_entry_that_names_it_and_once(world: World) {
        let (treasury, allocation) = Treasury::with_allocation(&world, "100.00").await;
        let hold = holds(&world, allocation, 6_000).await.unwrap();
        captures(&world, hold, 5_000, true).await.unwrap();
        let entries = treasury.entries().await;
        let find = |kind: &str| entries.iter().find(|entry| entry["kind"] == kind).unwrap()["id"].clone();
        let reverse = |entry: &serde_json::Value| json!({ "ledgerEntryId": entry, "reason": "it was another order" });
        world.nothing_changes(async {
            treasury.proposes("proposeReversal", reverse(&find("HOLD"))).await.refused_with("BAD_USER_INPUT");
        }).await;
        treasury.agreed("proposeReversal", reverse(&find("CAPTURE"))).await;
        let after = treasury.entries().await;
        let back = after.iter().find(|entry| entry["kind"] == "REVERSAL").unwrap();
        assert_eq!(back["reverses"], find("CAPTURE"));
        assert_eq!(after.iter().find(|entry| entry["id"] == find("CAPTURE")).unwrap()["reversedBy"], back["id"]);
        assert_eq!((treasury.sum("available").await, treasury.sum("captured").await), ("100.00".to_owned(), "0.00".to_owned()));
        world.nothing_changes(async {
            treasury.proposes("proposeReversal", reverse(&find("CAPTURE"))).await.refused_with("TRANSITION_NOT_ALLOWED");
        }).await;
        treasury.is_right().await;
    }

    async fn i06_the_same_key_moves_money_once_and_another_body_is_refused(world: World) {
        let treasury = Treasury::of(&world).await;
        let input = json!({
            "idempotencyKey": "once", "fundId": treasury.fund, "direction": "IN", "amount": "10.00", "bankReference": "IN-7",
        });
        acts(&treasury.manager, "recordSuspense", input.clone()).await.ok();
        world.nothing_changes(async {
            acts(&treasury.manager, "recordSuspense", input.clone()).await.ok();
            acts(&treasury.manager, "recordSuspense", with(input, json!({ "amount": "11.00" }))).await.refused_with("IDEMPOTENCY_MISMATCH");
        }).await;
        assert_eq!(treasury.sum("suspense").await, "10.00");
    }

    async fn i07_who_gets_round_the_database_is_found_out(world: World) {
        let (treasury, allocation) = Treasury::with_allocation(&world, "100.00").await;
        holds(&world, allocation, 6_000).await.unwrap();
        treasury.agreed("proposePeriodClose", json!({ "fundId": treasury.fund })).await;
        treasury.is_right().await;
        let db = world.app.db.write();
        let off = if world.app.db.is_sqlite() {
            "DROP TRIGGER ledger_entry_no_update; DROP TRIGGER fund_period_no_update"
        } else {
            "DROP TRIGGER ledger_entry_insert_only ON ledger_entry; DROP TRIGGER fund_period_insert_only ON fund_period"
        };
        db.execute_unprepared(off).await.unwrap();
        for (statement, undo, finding) in [
            ("UPDATE ledger_account SET credits = credits + 5 WHERE kind = 'POOL'", "UPDATE ledger_account SET credits = credits - 5 WHERE kind = 'POOL'", "a counter is not its entries"),
            ("UPDATE ledger_entry SET amount_minor = amount_minor + 5 WHERE kind = 'HOLD'", "UPDATE ledger_entry SET amount_minor = amount_minor - 5 WHERE kind = 'HOLD'", "a hold is not its entries"),
            ("UPDATE ledger_entry SET note = 'other' WHERE kind = 'ALLOCATION'", "UPDATE ledger_entry SET note = NULL WHERE kind = 'ALLOCATION'", "its entries are not those that were sealed"),
            ("UPDATE fund_hold SET captured_minor = 7", "UPDATE fund_hold SET captured_minor = 0", "a hold is not closed right"),
            ("UPDATE fund_period SET closed_at = closed_at + 1", "UPDATE fund_period SET closed_at = closed_at - 1", "its seal was altered"),
        ] {
            db.execute_unprepared(statement).await.unwrap();
            let report = funds::verify(&world.app).await.unwrap();
            assert!(report.findings.iter().any(|line| line.contains(finding)), "{finding}: {report}");
            db.execute_unprepared(undo).await.unwrap();
            treasury.is_right().await;
        }
        assert!(funds::jobs::prove(&world.app).await.is_ok());
    }

    async fn i07_a_seal_that_is_gone_is_missed_also_at_the_end(world: World) {
        let (treasury, _) = Treasury::with_allocation(&world, "100.00").await;
        treasury.agreed("proposePeriodClose", json!({ "fundId": treasury.fund })).await;
        treasury.is_right().await;
        let db = world.app.db.write();
        let off = if world.app.db.is_sqlite() {
            "DROP TRIGGER fund_period_no_delete"
        } else {
            "DROP TRIGGER fund_period_insert_only ON fund_period"
        };
        db.execute_unprepared(off).await.unwrap();
        db.execute_unprepared("DELETE FROM fund_period").await.unwrap();
        let report = funds::verify(&world.app).await.unwrap();
        assert!(report.findings.iter().any(|line| line.contains("period 1 is missing")), "{report}");
    }

    async fn i09_what_an_offender_paid_is_shared_exactly(world: World) {
        let treasury = Treasury::of(&world).await;
        let (bolt, deva) = (world.brand("Bolt").await, world.brand("Deva").await);
        let share = |id: String| json!({ "organizationId": id, "weight": 1 });
        let shares = vec![share(treasury.acme.public_id()), share(bolt.public_id()), share(deva.public_id())];
        let input = json!({ "fundId": treasury.fund, "amount": "100.00", "bankReference": "COURT-1", "shares": shares });
        let order = treasury.agreed("proposeRecovery", input).await;
        let document = "query($id: ID!) { fundOrder(id: $id) { shares { amount { amount } } entries { amount { amount } } } }";
        let found = treasury.manager.graphql(document, json!({ "id": order })).await.ok();
        let mut amounts = found.texts("/fundOrder/shares", "/amount/amount");
        amounts.sort();
        assert_eq!(amounts, ["33.33", "33.33", "33.34"]);
        assert_eq!(treasury.sum("recoveryPayable").await, "100.00");
        let payout = json!({ "fundId": treasury.fund, "organizationId": bolt.public_id(), "amount": "33.33", "bankReference": "OUT-1" });
        treasury.agreed("proposePayout", payout).await;
        assert_eq!((treasury.sum("recoveryPayable").await, treasury.sum("bank").await), ("66.67".to_owned(), "66.67".to_owned()));
        treasury.is_right().await;
    }

    async fn whoever_agrees_to_a_reversal_sees_all_that_it_takes_back(world: World) {
        let treasury = Treasury::of(&world).await;
        let bolt = world.brand("Bolt").await;
        let share = |id: String| json!({ "organizationId": id, "weight": 1 });
        let shares = vec![share(treasury.acme.public_id()), share(bolt.public_id())];
        let input = json!({ "fundId": treasury.fund, "amount": "100.00", "bankReference": "COURT-1", "shares": shares });
        treasury.agreed("proposeRecovery", input).await;
        let entry = treasury.entries().await[0]["id"].clone();
        let order = treasury.agreed("proposeReversal", json!({ "ledgerEntryId": entry, "reason": "another case" })).await;
        let document = "query($id: ID!) { fundOrder(id: $id) { amount { amount } } }";
        let found = treasury.manager.graphql(document, json!({ "id": order })).await.ok();
        assert_eq!(found.text("/fundOrder/amount/amount"), "100.00");
        assert_eq!((treasury.sum("recoveryPayable").await, treasury.sum("bank").await), ("0.00".to_owned(), "0.00".to_owned()));
        treasury.is_right().await;
    }

    async fn what_two_agreed_to_is_taken_back_by_two(world: World) {
        let treasury = Treasury::of(&world).await;
        let member = treasury.acme.public_id();
        let share = json!({ "organizationId": member, "weight": 1 });
        let recovery = json!({ "fundId": treasury.fund, "amount": "100.00", "bankReference": "COURT-1", "shares": [share] });
        treasury.agreed("proposeRecovery", recovery).await;
        let payout = json!({ "fundId": treasury.fund, "organizationId": member, "amount": "40.00", "bankReference": "OUT-1" });
        treasury.agreed("proposePayout", payout).await;
        let paid = treasury.entries().await.into_iter().find(|entry| entry["kind"] == "PAYOUT").unwrap();
        let back = json!({ "ledgerEntryId": paid["id"], "reason": "to the wrong account" });
        let id = treasury.proposes("proposeReversal", back).await.ok().text("/proposeReversal/order/id");
        super::decides(&treasury.first, "approveFundOrder", &id, 1).await.ok();
        assert_eq!(treasury.sum("bank").await, "60.00", "one is not enough");
        super::decides(&treasury.second, "approveFundOrder", &id, 2).await.ok();
        assert_eq!(treasury.sum("bank").await, "100.00");
        treasury.is_right().await;
    }

    async fn a_hold_that_cannot_be_closed_holds_up_no_other(world: World) {
        let (treasury, allocation) = Treasury::with_allocation(&world, "1000.00").await;
        for minor in [111, 222] {
            holds(&world, allocation, minor).await.unwrap();
        }
        world.after_days(15);
        let statements = match world.app.db.is_sqlite() {
            true => vec!["CREATE TRIGGER stuck BEFORE UPDATE ON fund_hold WHEN OLD.amount_minor = 111 \
                 BEGIN SELECT RAISE(ABORT, 'stuck'); END"],
            false => vec![
                "CREATE FUNCTION stuck() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
                 IF OLD.amount_minor = 111 THEN RAISE EXCEPTION 'stuck'; END IF; RETURN NEW; END $$",
                "CREATE TRIGGER stuck BEFORE UPDATE ON fund_hold FOR EACH ROW EXECUTE FUNCTION stuck()",
            ],
        };
        for statement in statements {
            world.app.db.write().execute_unprepared(statement).await.unwrap();
        }
        assert_eq!(funds::jobs::expire(&world.app).await.unwrap(), 1);
        assert_eq!(treasury.sum("held").await, "1.11");
        treasury.is_right().await;
    }

    async fn i10_money_is_changed_on_both_sides_or_on_none(world: World) {
        let treasury = Treasury::of(&world).await;
        treasury.contributes("720.00", "IN-1").await;
        let dollars = creates_fund(&treasury.manager, "USD").await;
        let exchange = |amount: &str| json!({
            "fundId": treasury.fund, "counterFundId": dollars, "amount": amount, "counterAmount": "100.00",
            "rateSource": "the bank's", "bankReference": "FX-1",
        });
        world.nothing_changes(async {
            let same = with(exchange("1.00"), json!({ "counterFundId": treasury.fund }));
            treasury.proposes("proposeExchange", same).await.refused_with("BAD_USER_INPUT");
        }).await;
        let id = treasury.proposes("proposeExchange", exchange("720.01")).await.ok().text("/proposeExchange/order/id");
        super::decides(&treasury.first, "approveFundOrder", &id, 1).await.ok();
        world.nothing_changes(async {
            super::decides(&treasury.second, "approveFundOrder", &id, 2).await.refused_with("INSUFFICIENT_FUNDS");
        }).await;
        treasury.agreed("proposeExchange", exchange("720.00")).await;
        for name in ["bank", "pool", "fxClearing"] {
            assert_eq!(treasury.sum(name).await, "0.00", "{name}");
        }
        let document = "query($id: ID!) { fund(id: $id) { balance { bank { amount } pool { amount } fxClearing { amount } } } }";
        let found = treasury.manager.graphql(document, json!({ "id": dollars })).await.ok();
        assert_eq!(found.text("/fund/balance/bank/amount"), "100.00");
        assert_eq!(found.text("/fund/balance/pool/amount"), "100.00");
        treasury.is_right().await;
    }

    async fn what_nobody_could_place_is_placed_by_another_person_before_a_period_closes(world: World) {
        let treasury = Treasury::of(&world).await;
        let input = json!({ "fundId": treasury.fund, "direction": "IN", "amount": "10.00", "bankReference": "IN-7" });
        treasury.proposes("recordSuspense", input).await.ok();
        let entry = treasury.entries().await[0]["id"].clone();
        let close = treasury.proposes("proposePeriodClose", json!({ "fundId": treasury.fund })).await.ok();
        let close = close.text("/proposePeriodClose/order/id");
        let clear = |target: &str| json!({ "idempotencyKey": world.id().to_string(), "ledgerEntryId": entry, "target": target });
        world.nothing_changes(async {
            super::decides(&treasury.first, "approveFundOrder", &close, 1).await.refused_with("TRANSITION_NOT_ALLOWED");
            acts(&treasury.manager, "clearSuspense", clear("POOL")).await.refused_with("FOUR_EYES");
            acts(&treasury.second, "clearSuspense", clear("CARD")).await.refused_with("BAD_USER_INPUT");
        }).await;
        acts(&treasury.second, "clearSuspense", clear("POOL")).await.ok();
        world.nothing_changes(async {
            acts(&treasury.second, "clearSuspense", clear("RETURN")).await.refused_with("TRANSITION_NOT_ALLOWED");
        }).await;
        super::decides(&treasury.first, "approveFundOrder", &close, 1).await.ok();
        treasury.contributes("5.00", "IN-8").await;
        let periods: Vec<_> = treasury.entries().await.iter().map(|entry| entry["period"].as_i64().unwrap()).collect();
        assert_eq!(periods, [1, 1, 2], "what comes later is in the next one");
        treasury.is_right().await;
    }

    async fn an_order_closes_the_period_for_which_it_was_asked_and_not_the_next_one(world: World) {
        let treasury = Treasury::of(&world).await;
        treasury.contributes("5.00", "IN-1").await;
        let close = json!({ "fundId": treasury.fund });
        let late = treasury.proposes("proposePeriodClose", close.clone()).await.ok();
        let late = late.text("/proposePeriodClose/order/id");
        world.after_hours(1);
        treasury.agreed("proposePeriodClose", close.clone()).await;
        world.after_hours(1);
        world.nothing_changes(async {
            super::decides(&treasury.first, "approveFundOrder", &late, 1).await.refused_with("TRANSITION_NOT_ALLOWED");
        }).await;
        treasury.agreed("proposePeriodClose", close).await;
        treasury.is_right().await;
    }

    async fn what_a_seller_pays_back_after_the_end_of_a_programme_goes_to_the_pool(world: World) {
        let treasury = Treasury::of(&world).await;
        treasury.contributes("100.00", "IN-1").await;
        let program = super::programs::creates(&treasury, json!({})).await;
        let allocation = json!({ "fundId": treasury.fund, "organizationId": treasury.acme.public_id(), "programId": program, "amount": "100.00" });
        treasury.agreed("proposeAllocation", allocation).await;
        let program_id = touchstone::platform::ids::decode_as(IdKind::Program, &program).unwrap();
        let allocation = funds::allocation_of(world.app.db.read(), treasury.acme.id, Some(program_id)).await.unwrap().unwrap();
        let hold = holds(&world, allocation.id, 5_000).await.unwrap();
        captures(&world, hold, 5_000, true).await.unwrap();
        acts(&treasury.manager, "archiveTestPurchaseProgram", json!({ "id": program, "expectedVersion": 1 })).await.ok();
        assert_eq!(refusal(holds(&world, allocation.id, 1).await), ErrorCode::TransitionNotAllowed);
        let refund = Refund { minor: 2_000, bank_reference: "REF-1".to_owned(), note: None };
        spends(&world, async |tx: &Tx| funds::refund(&world.app, tx, None, hold, refund).await).await.unwrap();
        assert_eq!((treasury.sum("pool").await, treasury.sum("available").await), ("20.00".to_owned(), "50.00".to_owned()));
        treasury.is_right().await;
    }
}
