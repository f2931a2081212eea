//! The feed and streams read the same positions: what moves one is heard on the other.

use std::collections::BTreeSet;

use futures_util::StreamExt as _;
use serde_json::json;
use touchstone::outbox;

use super::{FOLLOWS, Mirror, advanced};
use crate::{both_databases, support::Asks as _};

const EVERYONE: &str = "EVERYONE_WHO_SEES_THE_LEAD";
const FOLLOW: &str = "subscription($after: String) { leadActivity(after: $after) { lead { id } } }";

both_databases! {
    async fn a_stream_that_goes_on_has_heard_of_every_lead_that_moved_in_the_feed(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let owner = acme.admin().await;
        let account = bolt.service_account(FOLLOWS).await;
        let mut copy = Mirror::by(&account);
        let old = owner.prepares(&bolt).await;
        owner.shares(&old, &[&bolt]).await.ok();
        advanced(&world).await;
        copy.pulls().await;

        let start = outbox::rules::cursor(outbox::head(&world.app.db).await.unwrap());
        owner.comments(&old, "look again", EVERYONE).await.ok();
        for _ in 0..3 {
            let lead = owner.prepares(&bolt).await;
            owner.shares(&lead, &[&bolt]).await.ok();
        }
        advanced(&world).await;
        let told = copy.pulls().await;
        let moved: BTreeSet<String> =
            told.iter().filter_map(|line| line.strip_prefix("LEAD UPSERT ")).map(str::to_owned).collect();
        assert_eq!(moved.len(), 4, "{told:?}");

        let mut events = account.subscribe(FOLLOW, json!({ "after": start })).await;
        let mut heard = BTreeSet::new();
        while heard.len() < moved.len() {
            heard.insert(events.next().await.unwrap().ok().text("/leadActivity/lead/id"));
        }
        assert_eq!(heard, moved);
        copy.is_right("after all").await;
    }
}
