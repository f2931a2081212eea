//! A listing on its way: handed in, screened, put into the queue or made a lead, delivered, answered, learnt of.

use serde_json::{Value, json};
use touchstone::platform::ids::{IdKind, decode_as};

use super::{first, hands_in, judges, offer, protected_until, releases, scene, screened, works};
use crate::{
    both_databases,
    ingest::{ingests, listing, market},
    support::{Asks as _, Lead, Person, World},
};

/// The lead of a listing.
fn lead_of(world: &World, listing: &Value) -> Lead {
    Lead::of(
        world,
        decode_as(IdKind::Lead, listing["lead"]["id"].as_str().unwrap()).unwrap(),
    )
}

async fn statistics(by: &Person) -> Value {
    let document = "{ screeningStatistics(from: \"2026-01-01T00:00:00Z\", to: \"2027-01-01T00:00:00Z\") { proactive reactive \
        proactiveRatio models { model suspects confirmed cleared precision { of all share low high } } } }";
    by.graphql(document, json!({}))
        .await
        .ok()
        .data("/screeningStatistics")
        .clone()
}

both_databases! {
    async fn a_likely_listing_waits_explains_itself_and_becomes_a_lead_of_who_confirms_it(world: World) {
        let (acme, brand, _, account) = scene(&world).await;
        let answer = hands_in(&account, &[offer("Acme replica bag", 1), offer("A bag of nobody", 2)]).await.ok();
        assert_eq!(answer.texts("/screenListings/results", "/outcome"), ["RECEIVED", "RECEIVED"]);
        let again = hands_in(&account, &[offer("Acme replica bag", 1)]).await.ok();
        assert_eq!(again.texts("/screenListings/results", "/outcome"), ["ALREADY_THERE"]);
        assert_eq!(works(&world).await, 2);
        assert_eq!(works(&world).await, 0, "each once");

        let seen = screened(&brand, json!({})).await.ok();
        assert_eq!(seen.number("/screenedListings/totalCount"), 1, "the other one names no brand");
        let waiting = seen.data("/screenedListings/nodes/0").clone();
        assert_eq!((waiting["state"].as_str(), waiting["disposition"].as_str()), (Some("QUEUED"), Some("SUSPECT")), "{waiting}");
        assert_eq!(waiting["model"], "written-1");
        assert_eq!(waiting["pictureUrls"], json!(["https://img.example/1.jpg"]));
        let findings = waiting["findings"].as_array().unwrap();
        let open = findings.iter().find(|finding| finding["signal"] == "open_word").unwrap();
        assert_eq!((open["words"].as_str(), open["field"].as_str()), (Some("replica"), Some("title")));
        let sum: f64 = findings.iter().map(|finding| finding["weight"].as_f64().unwrap()).sum();
        let score = waiting["score"].as_f64().unwrap();
        assert!((1.0 / (1.0 + (-sum).exp()) - score).abs() < 1e-5, "the weights are the score: {waiting}");

        let judged = judges(&brand, &waiting, "CONFIRM", json!({})).await.ok();
        let confirmed = judged.data("/judgeScreenedListing/screenedListing").clone();
        assert_eq!(confirmed["state"], "CONFIRMED");
        let lead = lead_of(&world, &confirmed).row().await;
        assert_eq!((lead.source.as_str(), lead.owner_id, lead.state.as_str()), ("MODEL", acme.id, "SUBMITTED"));
        let summary = lead.summary.unwrap();
        assert!(summary.contains("written-1") && summary.contains("open_word: replica"), "{summary}");
    }

    async fn what_the_desk_confirms_is_brought_to_the_brand_and_its_answer_comes_back(world: World) {
        let (acme, brand, desk, account) = scene(&world).await;
        hands_in(&account, &[offer("Acme replica bag", 1)]).await.ok();
        works(&world).await;
        let waiting = first(&desk, json!({ "states": ["QUEUED"] })).await;
        let judged = judges(&desk, &waiting, "CONFIRM", json!({})).await.ok();
        let lead = lead_of(&world, judged.data("/judgeScreenedListing/screenedListing"));
        assert_eq!(lead.row().await.state, "SHARED");
        let delivery = lead.delivery_to(&acme).await;
        assert_eq!((delivery.state.as_str(), delivery.due_on.is_empty()), ("PUSHED", false));
        let before = statistics(&brand).await;
        assert_eq!(before["models"][0]["suspects"], 1);
        brand.answers(&lead, &acme, "NOT_INFRINGING").await.ok();
        let after = statistics(&brand).await;
        assert_eq!((&after["models"][0]["confirmed"], &after["models"][0]["cleared"]), (&json!(0), &json!(1)), "{after}");
        assert_eq!(after["models"][0]["precision"]["all"], 1, "the answer counts, and not what the desk thought: {after}");
        assert_eq!((&after["proactive"], &after["reactive"]), (&json!(1), &json!(0)), "{after}");
    }

    async fn where_a_brand_wants_it_leads_are_made_and_delivered_by_themselves(world: World) {
        let (acme, brand, desk, account) = scene(&world).await;
        releases(&brand, Some(&acme), json!({ "mode": "LEAD" })).await.ok();
        hands_in(&account, &[offer("Acme replica bag", 1)]).await.ok();
        works(&world).await;
        let pushed = first(&desk, json!({})).await;
        assert_eq!(pushed["state"], "PUSHED", "{pushed}");
        assert_eq!(pushed["releaseNumber"], 1);
        let lead = lead_of(&world, &pushed);
        assert_eq!(lead.row().await.source, "MODEL");
        assert_eq!(lead.delivery_to(&acme).await.state, "PUSHED");
        // The same offer in other words is no second lead.
        hands_in(&account, &[offer("Acme replica bag, new photos", 1)]).await.ok();
        works(&world).await;
        let known = first(&desk, json!({ "states": ["KNOWN"] })).await;
        assert_eq!(known["lead"]["id"], pushed["lead"]["id"]);
    }

    async fn what_ingest_makes_leads_of_is_screened_and_known(world: World) {
        let (acme, brand, desk, _) = scene(&world).await;
        let (_, account) = market(&world).await;
        let mut replica = listing(&acme, 5);
        replica["title"] = json!("Acme replica watch");
        ingests(&account, &[replica], json!({})).await.ok();
        works(&world).await;
        let known = first(&desk, json!({})).await;
        assert_eq!((known["state"].as_str(), known["disposition"].as_str()), (Some("KNOWN"), Some("SUSPECT")), "{known}");
        let found = screened(&desk, json!({ "leadIds": [known["lead"]["id"]] })).await.ok();
        assert_eq!(found.number("/screenedListings/totalCount"), 1);
        // A lead that is not shared with the brand stays the desk's, whatever screening says of it.
        assert_eq!(screened(&brand, json!({})).await.ok().number("/screenedListings/totalCount"), 0);
        let lead = lead_of(&world, &known);
        desk.triages(&lead).await.ok();
        desk.shares(&lead, &[&acme]).await.ok();
        assert_eq!(screened(&brand, json!({})).await.ok().number("/screenedListings/totalCount"), 1);
    }

    async fn what_was_removed_is_known_again_for_ninety_days(world: World) {
        let (_, brand, desk, account) = scene(&world).await;
        hands_in(&account, &[offer("Acme replica bag with chain", 1)]).await.ok();
        works(&world).await;
        let waiting = first(&desk, json!({})).await;
        let judged = judges(&desk, &waiting, "CONFIRM", json!({})).await.ok();
        let lead = lead_of(&world, judged.data("/judgeScreenedListing/screenedListing"));
        desk.resolves(&lead).await.ok();
        let reference = lead.row().await.reference;

        hands_in(&account, &[offer("Acme replica bag with chain", 3)]).await.ok();
        works(&world).await;
        let again = first(&brand, json!({ "states": ["QUEUED"] })).await;
        assert!(again["relistedOf"].as_str().unwrap().contains(&reference), "{again}");
        let judged = judges(&brand, &again, "CONFIRM", json!({})).await.ok();
        let lead = lead_of(&world, judged.data("/judgeScreenedListing/screenedListing")).row().await;
        assert!(lead.summary.unwrap().contains(&reference));
        assert!(lead.infringement_types.contains("REPEAT_INFRINGEMENT"));

        world.after_days(92);
        hands_in(&account, &[offer("Acme replica bag with chain", 4)]).await.ok();
        works(&world).await;
        let late = first(&brand, json!({ "states": ["QUEUED"] })).await;
        assert!(late["relistedOf"].is_null(), "{late}");
    }

    async fn goods_that_say_what_they_are_never_become_a_lead(world: World) {
        let (_, brand, desk, account) = scene(&world).await;
        hands_in(&account, &[offer("Remanufactured cartridge Acme 664, replica", 1)]).await.ok();
        works(&world).await;
        let guarded = first(&brand, json!({})).await;
        assert_eq!((guarded["state"].as_str(), guarded["disposition"].as_str().unwrap().starts_with("DISCLOSED")), (Some("GUARDED"), true), "{guarded}");
        assert_eq!(guarded["allowedJudgements"], json!([]));
        for by in [&brand, &desk] {
            let answer = world.nothing_changes(judges(by, &guarded, "CONFIRM", json!({}))).await;
            answer.refused_with("TRANSITION_NOT_ALLOWED");
        }
    }

    async fn i34_without_a_right_in_force_nothing_is_screened_for_and_nothing_becomes_a_lead(world: World) {
        let (_, _, desk, account) = scene(&world).await;
        let bolt = world.brand("Bolt").await;
        let bolts = bolt.investigator().await;
        hands_in(&account, &[offer("Bolt replica bag", 1)]).await.ok();
        works(&world).await;
        assert_eq!(screened(&bolts, json!({})).await.ok().number("/screenedListings/totalCount"), 0, "no right at all");

        let ends = touchstone::platform::clock::micros("2026-03-12T00:00:00Z".parse().unwrap());
        protected_until(&bolt, ends).await;
        hands_in(&account, &[offer("Bolt replica bag", 2)]).await.ok();
        works(&world).await;
        let waiting = first(&bolts, json!({})).await;
        assert_eq!(waiting["state"], "QUEUED");

        world.after_days(10);
        for by in [&bolts, &desk] {
            let answer = world.nothing_changes(judges(by, &waiting, "CONFIRM", json!({}))).await;
            answer.refused_with("RIGHT_NOT_IN_FORCE");
        }
        hands_in(&account, &[offer("Bolt replica bag", 3)]).await.ok();
        works(&world).await;
        assert_eq!(screened(&bolts, json!({})).await.ok().number("/screenedListings/totalCount"), 1);
    }
}
