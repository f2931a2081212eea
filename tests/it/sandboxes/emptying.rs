//! A sandbox that is emptied, by its organisation or by time: nothing of before is seen, and everything may come in again.

use serde_json::json;
use touchstone::sandboxes;

use super::{SANDBOX, WORD, act, feedback, find, in_a_sandbox, resets, tries};
use crate::{
    both_databases,
    changes::advanced,
    ingest::{came_in, counts, ingests},
    support::{Asks as _, Person},
};

const FEED: &str = "{ changes(first: 100) { changes { kind operation id } } }";

async fn sees_nothing(account: &Person, lead: &str) {
    assert!(account.lists(json!({})).await.is_empty());
    let one = account
        .graphql("query($id: ID!) { lead(id: $id) { title } }", json!({ "id": lead }))
        .await;
    one.not_found();
    assert!(!one.to_string().contains(WORD));
    assert_eq!(
        came_in(account, json!({})).await.number("/ingestedListings/totalCount"),
        0
    );
    advanced(&account.world).await;
    let feed = account.graphql(FEED, json!({})).await.ok();
    assert!(
        feed.texts("/changes/changes", "/operation")
            .iter()
            .all(|operation| operation != "UPSERT"),
        "{feed}"
    );
}

both_databases! {
    async fn who_empties_it_begins_anew(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let ((admin, account), (_, other)) = (in_a_sandbox(&acme).await, in_a_sandbox(&bolt).await);
        let lead = tries(&account, 1, "bag").await;
        let kept = tries(&other, 1, "bag").await;
        advanced(&world).await;
        world.nothing_changes(act(&admin, "resetSandbox", json!({ "expectedVersion": 7 }))).await.refused_with("STALE_VERSION");
        let emptied = resets(&admin).await.ok();
        assert_eq!(emptied.number("/resetSandbox/sandbox/leads"), 0);
        sees_nothing(&account, &lead).await;
        assert_eq!(sandboxes::jobs::play(&world.app).await.unwrap(), 0);
        // What rewrites rows opens nothing again.
        touchstone::leads::jobs::rebuild(&world.app).await.unwrap();
        sees_nothing(&account, &lead).await;
        let still = other.graphql("query($id: ID!) { lead(id: $id) { title } }", json!({ "id": kept })).await.ok();
        assert!(still.text("/lead/title").contains(WORD), "another one's stays");
        let again = tries(&account, 1, "bag").await;
        assert_ne!(again, lead);
        assert_eq!(feedback(&account, "find-1").await, ("ANSWERED".to_owned(), "CONFIRMED".to_owned()));
    }

    async fn what_is_older_than_30_days_is_gone_and_may_come_in_again(world: World) {
        let (admin, account) = in_a_sandbox(&world.brand("Acme").await).await;
        let lead = tries(&account, 1, "bag").await;
        world.after_days(29);
        assert_eq!(account.lists(json!({})).await.len(), 1);
        let later = tries(&account, 2, "belt").await;
        world.after_days(2);
        assert_eq!(account.lists(json!({})).await.len(), 1);
        account.graphql("query($id: ID!) { lead(id: $id) { id } }", json!({ "id": lead })).await.not_found();
        account.graphql("query($id: ID!) { lead(id: $id) { id } }", json!({ "id": later })).await.ok();
        assert_eq!(admin.graphql(SANDBOX, json!({})).await.ok().number("/sandbox/leads"), 1);
        assert_eq!(sandboxes::jobs::forget(&world.app).await.unwrap(), 1);
        let again = ingests(&account, &[find(1, "bag"), find(2, "belt")], json!({})).await.ok();
        assert_eq!(counts(&again), [1, 1, 0, 0]);
    }
}
