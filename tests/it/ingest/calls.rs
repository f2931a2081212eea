//! Calls with listings: a result for each, bounds, rights.

use serde_json::json;
use touchstone::{permissions::Role, platform::ids::IdKind};

use super::{counts, ingests, leads, listing, market, outcomes};
use crate::{
    both_databases,
    support::{Asks as _, with},
};

both_databases! {
    async fn each_listing_has_a_result_of_its_own(world: World) {
        let acme = world.brand("Acme").await;
        let (market, account) = market(&world).await;
        let listings = [
            listing(&acme, 1),
            with(listing(&acme, 2), json!({ "brand": { "name": "Nobody's" } })),
            with(listing(&acme, 3), json!({ "url": "ftp://files.example/x" })),
            with(listing(&acme, 1), json!({ "title": "The same, further on" })),
            with(listing(&acme, 4), json!({ "title": " " })),
            with(listing(&acme, 5), json!({ "price": { "amount": "1.999", "currency": "CNY" } })),
            with(listing(&acme, 6), json!({ "url": null, "platform": "Taobao", "listingId": "99900000006", "brand": { "id": acme.brand_id() },
                "price": { "amount": "19.90", "currency": "CNY" }, "capturedAt": "2026-03-08T10:00:00Z", "seller": "Shop", "country": "CN" })),
            with(listing(&acme, 7), json!({ "url": null })),
            with(listing(&acme, 8), json!({ "brand": { "id": world.unknown(IdKind::Brand) } })),
        ];
        let answer = ingests(&account, &listings, json!({})).await.ok();
        assert_eq!(counts(&answer), [2, 1, 0, 6], "{answer}");
        assert_eq!(
            outcomes(&answer),
            ["CREATED", "REFUSED", "REFUSED", "ALREADY_THERE", "REFUSED", "REFUSED", "CREATED", "REFUSED", "REFUSED"]
        );
        let reasons: Vec<_> = answer.list("/ingestListings/results").iter().map(|result| result["reason"].clone()).collect();
        assert_eq!(
            reasons,
            [json!(null), json!("UNKNOWN_BRAND"), json!("NOT_WEB_ADDRESS"), json!(null), json!("NO_TITLE"), json!("UNREADABLE_VALUE"),
                json!(null), json!("NO_LISTING"), json!("UNKNOWN_BRAND")]
        );
        assert_eq!(answer.text("/ingestListings/results/6/externalId"), "Acme-6");
        assert_eq!(answer.number("/ingestListings/results/8/index"), 8);
        assert_eq!(answer.text("/ingestListings/results/0/lead/tlp"), "AMBER");
        assert_eq!(answer.text("/ingestListings/results/0/lead/state"), "SUBMITTED");
        assert_eq!(answer.text("/ingestListings/results/3/reference"), answer.text("/ingestListings/results/0/reference"));
        let rows = leads(&world).await;
        assert_eq!(rows.len(), 2);
        assert!(rows.iter().all(|row| row.owner_id == market.id && row.source == "PARTNER"));
    }

    async fn a_dry_run_changes_nothing(world: World) {
        let acme = world.brand("Acme").await;
        let (_, account) = market(&world).await;
        ingests(&account, &[listing(&acme, 1)], json!({})).await.ok();
        let listings = [listing(&acme, 1), listing(&acme, 2), listing(&acme, 2), with(listing(&acme, 3), json!({ "country": "China" }))];
        let answer = world.nothing_changes(ingests(&account, &listings, json!({ "dryRun": true }))).await.ok();
        assert_eq!(outcomes(&answer), ["ALREADY_THERE", "WOULD_CREATE", "ALREADY_THERE", "REFUSED"]);
        assert_eq!(answer.text("/ingestListings/results/3/reason"), "REFUSED");
        assert!(answer.text("/ingestListings/results/3/message").contains("3166"), "{answer}");
    }

    async fn too_many_at_once_and_none_at_all_are_refused(world: World) {
        let acme = world.brand("Acme").await;
        let (_, account) = market(&world).await;
        let many: Vec<_> = (0..1_001).map(|number| listing(&acme, number)).collect();
        world.nothing_changes(ingests(&account, &many, json!({}))).await.refused_with("LIMIT_EXCEEDED");
        world.nothing_changes(ingests(&account, &[], json!({}))).await.refused_with("BAD_USER_INPUT");
    }

    async fn i29_ingest_never_makes_red(world: World) {
        let acme = world.brand("Acme").await;
        let (_, account) = market(&world).await;
        for tlp in ["RED", "GREEN", "CLEAR"] {
            for dry_run in [false, true] {
                let listings = [listing(&acme, 1)];
                let answer = ingests(&account, &listings, json!({ "tlp": tlp, "dryRun": dry_run }));
                let answer = world.nothing_changes(answer).await;
                assert_eq!((answer.error_code(), answer.error_field().as_deref()), (Some("TLP_CEILING"), Some("tlp")), "{answer}");
            }
        }
        // A draft opens nothing by itself, but RED it cannot be either: its author could not read it.
        let listings = [listing(&acme, 1)];
        let draft = ingests(&account, &listings, json!({ "tlp": "RED", "draft": true }));
        world.nothing_changes(draft).await.refused_with("TLP_CEILING");
        let narrower = ingests(&account, &[listing(&acme, 1)], json!({ "tlp": "AMBER_STRICT" })).await.ok();
        assert_eq!(narrower.text("/ingestListings/results/0/lead/tlp"), "AMBER_STRICT");
    }

    async fn nobody_hands_in_for_others_or_without_the_role(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (_, account) = market(&world).await;
        let for_bolt = json!({ "onBehalfOfId": bolt.public_id() });
        for person in [&account, &acme.investigator().await] {
            world.nothing_changes(ingests(person, &[listing(&bolt, 1)], for_bolt.clone())).await.refused_with("FORBIDDEN");
        }
        let finance = acme.person(&[Role::Mf]).await;
        world.nothing_changes(ingests(&finance, &[listing(&acme, 1)], json!({}))).await.refused_with("FORBIDDEN");
        let nobody = world.anonymous();
        let document = "{ ingestedListings { totalCount } }";
        nobody.graphql(document, json!({})).await.refused_with("UNAUTHENTICATED");
        let agent = world.agent_firm("Firm").await.agent_for(&bolt).await;
        let answer = ingests(&agent, &[listing(&bolt, 1)], for_bolt).await.ok();
        assert_eq!(counts(&answer), [1, 0, 0, 0], "{answer}");
        assert!(leads(&world).await.iter().all(|row| row.owner_id == bolt.id));
    }

    async fn drafts_stay_drafts_until_the_same_listing_comes_without_the_wish(world: World) {
        let acme = world.brand("Acme").await;
        let person = acme.investigator().await;
        ingests(&person, &[listing(&acme, 1)], json!({ "draft": true })).await.ok();
        assert_eq!(leads(&world).await[0].state, "DRAFT");
        let again = ingests(&person, &[listing(&acme, 1)], json!({})).await.ok();
        assert_eq!(counts(&again), [0, 1, 0, 0]);
        assert_eq!(leads(&world).await[0].state, "SUBMITTED");
    }
}
