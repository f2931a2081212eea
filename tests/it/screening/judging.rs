//! The queue: what somebody says to a listing, what comes next, what can be taken back.

use serde_json::{Value, json};

use super::{first, hands_in, judges, offer, scene, screened, undoes, works};
use crate::{
    both_databases,
    support::{Asks as _, Response, World},
};

fn listing(answer: &Response, mutation: &str) -> Value {
    answer.data(&format!("/{mutation}/screenedListing")).clone()
}

both_databases! {
    async fn what_was_said_is_kept_and_taken_back_unless_it_became_a_lead(world: World) {
        let (_, brand, _, account) = scene(&world).await;
        hands_in(&account, &[offer("Acme replica bag", 1)]).await.ok();
        works(&world).await;
        let waiting = first(&brand, json!({})).await;
        assert_eq!(waiting["allowedJudgements"], json!(["CONFIRM", "DISMISS", "SKIP"]));

        let skipped = listing(&judges(&brand, &waiting, "SKIP", json!({})).await.ok(), "judgeScreenedListing");
        assert_eq!((skipped["state"].as_str(), skipped["mayUndo"].as_bool()), (Some("SKIPPED"), Some(true)));
        let stale = world.nothing_changes(judges(&brand, &waiting, "SKIP", json!({}))).await;
        stale.refused_with("STALE_VERSION");
        let queued = listing(&undoes(&brand, &skipped).await.ok(), "undoScreeningJudgement");
        assert_eq!((queued["state"].as_str(), queued["judgedBy"].is_null()), (Some("QUEUED"), true));

        let unsaid = world.nothing_changes(judges(&brand, &queued, "DISMISS", json!({}))).await;
        unsaid.refused_with("BAD_USER_INPUT");
        let odd = world.nothing_changes(judges(&brand, &queued, "CONFIRM", json!({ "dismissal": "NOT_INFRINGING" }))).await;
        odd.refused_with("BAD_USER_INPUT");
        let more = json!({ "dismissal": "NOT_INFRINGING", "note": "Our own shop" });
        let dismissed = listing(&judges(&brand, &queued, "DISMISS", more).await.ok(), "judgeScreenedListing");
        assert_eq!((dismissed["state"].as_str(), dismissed["note"].as_str()), (Some("DISMISSED"), Some("Our own shop")));
        let queued = listing(&undoes(&brand, &dismissed).await.ok(), "undoScreeningJudgement");
        assert!(queued["dismissal"].is_null() && queued["note"].is_null(), "{queued}");

        let confirmed = listing(&judges(&brand, &queued, "CONFIRM", json!({})).await.ok(), "judgeScreenedListing");
        assert_eq!(confirmed["mayUndo"], false);
        let undone = world.nothing_changes(undoes(&brand, &confirmed)).await;
        undone.refused_with("TRANSITION_NOT_ALLOWED");
    }

    async fn a_judgement_brings_what_waits_next_the_most_likely_first(world: World) {
        let (_, brand, _, account) = scene(&world).await;
        let mut listings: Vec<Value> = (1..=4).map(|number| offer(&format!("Acme replica bag {number}"), number)).collect();
        listings.push(offer("Acme replica bag, mirror quality", 9));
        hands_in(&account, &listings).await.ok();
        works(&world).await;
        let seen = screened(&brand, json!({ "states": ["QUEUED"] })).await.ok();
        assert_eq!(seen.number("/screenedListings/totalCount"), 5);
        let scores: Vec<f64> = seen.list("/screenedListings/nodes").iter().map(|node| node["score"].as_f64().unwrap()).collect();
        assert!(scores.is_sorted_by(|one, other| one >= other), "{scores:?}");
        let top = seen.data("/screenedListings/nodes/0").clone();
        assert!(top["title"].as_str().unwrap().contains("mirror"));
        let answer = judges(&brand, &top, "SKIP", json!({})).await.ok();
        let next = answer.list("/judgeScreenedListing/next");
        assert_eq!(next.len(), 3);
        assert!(next.iter().all(|one| one["id"] != top["id"] && one["pictureUrls"][0].is_string()), "{next:?}");
    }

    async fn a_page_of_the_queue_costs_the_same_whatever_its_size(world: World) {
        let (_, brand, _, account) = scene(&world).await;
        let mut costs = Vec::new();
        for size in [2_usize, 20] {
            let listings: Vec<Value> = (0..size).map(|number| offer(&format!("Acme replica bag {number}"), size * 100 + number)).collect();
            hands_in(&account, &listings).await.ok();
            works(&world).await;
            let (listed, statements) = world.counting_statements(screened(&brand, json!({}))).await;
            assert_eq!(listed.ok().list("/screenedListings/nodes").len(), if size == 2 { 2 } else { 22 });
            costs.push(statements);
        }
        assert_eq!(costs[0], costs[1]);
    }

    async fn a_watched_seller_is_a_sign_for_its_own_organisation_s_brands(world: World) {
        let (_, brand, _, account) = scene(&world).await;
        let input = json!({ "platform": "taobao", "shopId": "7", "note": "Again", "idempotencyKey": "w-1" });
        let selection = "watchedSeller { id platform shopId version }";
        let made = brand.act_selecting("watchSeller", input.clone(), selection).await.ok();
        let again = brand.act_selecting("watchSeller", input.clone(), selection).await.ok();
        assert_eq!(made.text("/watchSeller/watchedSeller/id"), again.text("/watchSeller/watchedSeller/id"));
        let twice = crate::support::with(input, json!({ "idempotencyKey": "w-2" }));
        let twice = world.nothing_changes(brand.act_selecting("watchSeller", twice, selection)).await;
        twice.refused_with("ALREADY_EXISTS");

        hands_in(&account, &[offer("Acme replica bag", 1)]).await.ok();
        works(&world).await;
        let seen = first(&brand, json!({ "watched": true })).await;
        let signals: Vec<&str> = seen["findings"].as_array().unwrap().iter().filter_map(|finding| finding["signal"].as_str()).collect();
        assert!(signals.contains(&"watched_seller"), "{signals:?}");
        let stranger = world.brand("Bolt").await.investigator().await;
        let list = "{ watchedSellers { totalCount } }";
        assert_eq!(stranger.graphql(list, json!({})).await.ok().number("/watchedSellers/totalCount"), 0);
        assert_eq!(brand.graphql(list, json!({})).await.ok().number("/watchedSellers/totalCount"), 1);

        let end = json!({ "id": made.text("/watchSeller/watchedSeller/id"), "expectedVersion": 1 });
        world.nothing_changes(stranger.act_selecting("unwatchSeller", end.clone(), selection)).await.refused_with("NOT_FOUND");
        brand.act_selecting("unwatchSeller", end, selection).await.ok();
        assert_eq!(brand.graphql(list, json!({})).await.ok().number("/watchedSellers/totalCount"), 0);
    }
}
