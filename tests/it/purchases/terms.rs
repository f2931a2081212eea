//! For how long money is held and samples are kept: from a day to come on, and never for what was decided before.

use futures_util::future::join_all;
use jiff::Timestamp;
use serde_json::{Value, json};
use touchstone::platform::clock::micros;

use super::{Cast, moves, row};
use crate::{
    appraisals::{disposes, sample_row},
    both_databases,
    support::{Asks as _, Person, Response, World, with},
};

const DAY: i64 = 86_400_000_000;

/// Sets terms: seven days and five years from the second day of the test on, but for what is said otherwise.
async fn sets(by: &Person, expected: i32, more: Value) -> Response {
    let document = "mutation($input: SetPurchaseTermsInput!) { setPurchaseTerms(input: $input) { \
        terms { holdDays retentionYears version set { effectiveFrom holdDays retentionYears setBy { id } } } \
        userErrors { code field message } } }";
    let base =
        json!({ "expectedVersion": expected, "effectiveFrom": "2026-03-11", "holdDays": 7, "retentionYears": 5 });
    by.graphql(document, json!({ "input": with(base, more) })).await
}

/// The days and years that hold now, and how often they were set.
async fn in_force(by: &Person) -> (i64, i64, i64) {
    let document = "{ purchaseTerms { holdDays retentionYears version } }";
    let found = by.graphql(document, json!({})).await.ok();
    let number = |name: &str| found.number(&format!("/purchaseTerms/{name}"));
    (number("holdDays"), number("retentionYears"), number("version"))
}

/// A purchase that is approved now, and for how many days its money is held.
async fn held_days(cast: &Cast) -> (String, i64) {
    let id = cast.requested(json!({})).await;
    moves(&cast.finance, "approvePurchase", &id, json!({})).await.ok();
    let until = row(&cast.world, &id).await.hold_expires_at.unwrap();
    (id, (until - micros(cast.world.now())) / DAY)
}

async fn kept_until(world: &World, sample: &str) -> Option<i64> {
    sample_row(world, sample).await.retained_until
}

fn at(text: &str) -> Option<i64> {
    Some(micros(text.parse::<Timestamp>().unwrap()))
}

both_databases! {
    async fn terms_change_nothing_that_was_decided_before_their_day(world: World) {
        let cast = Cast::with_money(&world, "5000.00").await;
        let (_, samples) = cast.received(&["S-1"]).await;
        let (before, days) = held_days(&cast).await;
        assert_eq!((days, kept_until(&world, &samples[0]).await), (14, at("2029-03-09T01:00:00Z")));
        let held = row(&world, &before).await;
        let done = sets(&cast.desk, 0, json!({})).await.ok();
        assert_eq!(done.text("/setPurchaseTerms/terms/set/0/setBy/id"), cast.desk.public_id());
        assert_eq!(done.text("/setPurchaseTerms/terms/set/0/effectiveFrom"), "2026-03-11");
        world.after_days(1);
        assert_eq!(in_force(&cast.desk).await, (14, 3, 1), "its day has not come");
        assert_eq!(held_days(&cast).await.1, 14);
        world.after_days(1);
        assert_eq!(in_force(&cast.requester).await, (7, 5, 1));
        assert_eq!(held_days(&cast).await.1, 7);
        assert_eq!(row(&world, &before).await, held);
        disposes(&cast.desk, &samples[0], "RETAINED").await.ok();
        assert_eq!(kept_until(&world, &samples[0]).await, at("2029-03-09T01:00:00Z"), "the years that held when it came");
    }

    async fn what_comes_under_terms_is_kept_by_them_whatever_is_set_later(world: World) {
        let cast = Cast::of(&world).await;
        sets(&cast.treasury.manager, 0, json!({})).await.ok();
        world.after_days(2);
        let (_, samples) = cast.received(&["S-1"]).await;
        assert_eq!(kept_until(&world, &samples[0]).await, at("2031-03-11T01:00:00Z"));
        sets(&cast.desk, 1, json!({ "effectiveFrom": "2026-03-12", "retentionYears": 1 })).await.ok();
        world.after_days(2);
        assert_eq!(in_force(&cast.desk).await, (7, 1, 2));
        disposes(&cast.desk, &samples[0], "RETAINED").await.ok();
        assert_eq!(kept_until(&world, &samples[0]).await, at("2031-03-11T01:00:00Z"));
    }

    async fn a_slip_is_put_right_before_its_day(world: World) {
        let cast = Cast::of(&world).await;
        sets(&cast.desk, 0, json!({ "holdDays": 70 })).await.ok();
        sets(&cast.desk, 1, json!({})).await.ok();
        world.after_days(2);
        assert_eq!(in_force(&cast.desk).await, (7, 5, 2));
    }

    async fn terms_that_are_refused_change_nothing(world: World) {
        let cast = Cast::of(&world).await;
        world.nothing_changes(async {
            for nobody in [&cast.requester, &cast.finance] {
                sets(nobody, 0, json!({})).await.refused_with("FORBIDDEN");
            }
            sets(&cast.desk, 1, json!({})).await.refused_with("STALE_VERSION");
            for (field, value) in [
                ("effectiveFrom", json!("2026-03-09")),
                ("effectiveFrom", json!("2025-01-01")),
                ("holdDays", json!(0)),
                ("holdDays", json!(91)),
                ("retentionYears", json!(0)),
                ("retentionYears", json!(31)),
            ] {
                let refused = sets(&cast.desk, 0, json!({ field: value })).await;
                assert_eq!(refused.error_field().as_deref(), Some(field), "{refused}");
            }
        }).await;
        assert_eq!(in_force(&cast.desk).await, (14, 3, 0));
    }

    async fn of_several_who_set_terms_at_once_one_does(world: World) {
        let cast = Cast::of(&world).await;
        let answers = join_all((0..5).map(|_| sets(&cast.desk, 0, json!({})))).await;
        let late = answers.iter().filter(|answer| answer.error_code() == Some("STALE_VERSION")).count();
        assert_eq!(late, 4);
        assert_eq!(in_force(&cast.desk).await.2, 1);
    }
}
