//! The same listing, again and at once, and those that others have.

use futures_util::future::join_all;
use serde_json::{Value, json};

use super::{came_in, counts, ingests, leads, listing, market, outcomes};
use crate::{
    both_databases,
    support::{draft, with},
};

both_databases! {
    async fn a_listing_comes_in_once_whatever_is_said_of_it(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (market, account) = market(&world).await;
        let first = ingests(&account, &[listing(&acme, 1)], json!({})).await.ok();
        // What remembers requests for a month has forgotten them by then.
        world.after_days(40);
        let mobile = with(listing(&acme, 1), json!({
            "url": "https://a.m.taobao.com/awp/core/detail.htm?id=99900000001", "title": "Cheaper now", "externalId": "another",
        }));
        let again = ingests(&account, std::slice::from_ref(&mobile), json!({})).await.ok();
        assert_eq!(outcomes(&again), ["ALREADY_THERE"]);
        assert_eq!(again.text("/ingestListings/results/0/reference"), first.text("/ingestListings/results/0/reference"));
        let colleague = market.person(&[touchstone::permissions::Role::Ps]).await;
        assert_eq!(outcomes(&ingests(&colleague, &[mobile], json!({})).await.ok()), ["ALREADY_THERE"]);
        let other_brand = with(listing(&acme, 1), json!({ "brand": { "name": bolt.name } }));
        assert_eq!(outcomes(&ingests(&account, &[other_brand], json!({})).await.ok()), ["CREATED"]);
        assert_eq!(leads(&world).await.len(), 2);
        let listed = came_in(&account, json!({})).await;
        assert_eq!(listed.number("/ingestedListings/totalCount"), 2);
        assert_eq!(came_in(&account, json!({ "externalIds": ["Acme-1"] })).await.number("/ingestedListings/totalCount"), 2);
        assert_eq!(came_in(&account, json!({ "externalIds": ["another"] })).await.number("/ingestedListings/totalCount"), 0);
    }

    async fn what_another_lead_that_the_caller_sees_has_is_a_duplicate(world: World) {
        let acme = world.brand("Acme").await;
        let (person, colleague) = (acme.investigator().await, acme.investigator().await);
        let item = json!([{ "brandId": acme.brand_id(), "title": "Bag", "url": "https://item.taobao.com/item.htm?id=99900000001" }]);
        let lead = colleague.creates_from(with(draft(&acme), json!({ "items": item }))).await;
        colleague.submits(&lead).await.ok();
        let reference = lead.row().await.reference;
        for dry_run in [true, false] {
            let answer = ingests(&person, &[listing(&acme, 1), listing(&acme, 2)], json!({ "dryRun": dry_run })).await.ok();
            assert_eq!(outcomes(&answer)[0], "DUPLICATE", "{answer}");
            assert_eq!(answer.data("/ingestListings/results/0/possibleDuplicates"), &json!([reference]));
            assert_eq!(answer.data("/ingestListings/results/0/lead"), &Value::Null);
        }
        assert_eq!(leads(&world).await.len(), 2);
        // What was taken back stands in nobody's way.
        acme.admin().await.retracts(&lead).await.ok();
        assert_eq!(outcomes(&ingests(&person, &[listing(&acme, 1)], json!({})).await.ok()), ["CREATED"]);
    }

    async fn i22_another_organisations_equal_listing_is_not_told(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (_, account) = market(&world).await;
        let rival = bolt.investigator().await;
        ingests(&rival, &[listing(&acme, 1)], json!({})).await.ok();
        for dry_run in [true, false] {
            let answer = ingests(&account, &[listing(&acme, 1)], json!({ "dryRun": dry_run })).await.ok();
            assert_eq!(outcomes(&answer), [if dry_run { "WOULD_CREATE" } else { "CREATED" }]);
            assert!(answer.list("/ingestListings/results/0/possibleDuplicates").is_empty());
        }
        for (person, own) in [(&rival, 1), (&account, 1), (&acme.investigator().await, 0)] {
            assert_eq!(came_in(person, json!({})).await.number("/ingestedListings/totalCount"), own);
        }
    }

    async fn many_calls_with_the_same_listings_at_once_make_each_lead_once(world: World) {
        let acme = world.brand("Acme").await;
        let (market, account) = market(&world).await;
        let colleague = market.person(&[touchstone::permissions::Role::Ps]).await;
        let listings: Vec<Value> = (0..20).map(|number| listing(&acme, number)).collect();
        // Each says something else of them, so that no call is the same request as another one.
        let said = |call: usize| listings.iter().map(move |listing| with(listing.clone(), json!({ "seller": format!("Shop {}", call / 2) })));
        let calls: Vec<Vec<Value>> = (0..20).map(|call| said(call).collect()).collect();
        let sent = calls.iter().enumerate().map(|(call, listings)| {
            let by = if call % 4 == 0 { &colleague } else { &account };
            ingests(by, listings, json!({}))
        });
        let answers = join_all(sent).await;
        let totals = answers.into_iter().map(|answer| counts(&answer.ok()));
        let totals = totals.fold([0; 4], |sum, counts| std::array::from_fn(|at| sum[at] + counts[at]));
        assert_eq!(totals, [20, 380, 0, 0]);
        let rows = leads(&world).await;
        assert_eq!(rows.len(), 20);
        assert!(rows.iter().all(|row| row.state == "SUBMITTED"));
        assert_eq!(came_in(&account, json!({})).await.number("/ingestedListings/totalCount"), 20);
    }

    async fn what_a_crash_left_unsaid_is_made_good_by_the_next_call(world: World) {
        use sea_orm::EntityTrait as _;
        let acme = world.brand("Acme").await;
        let (_, account) = market(&world).await;
        ingests(&account, &[listing(&acme, 1)], json!({})).await.ok();
        // As if the process had ended between making the lead and noting it.
        entity::ingested_listing::Entity::delete_many().exec(world.app.db.write()).await.unwrap();
        assert_eq!(outcomes(&ingests(&account, &[listing(&acme, 1)], json!({})).await.ok()), ["ALREADY_THERE"]);
        let listed = came_in(&account, json!({})).await;
        assert_eq!(listed.text("/ingestedListings/nodes/0/item/listingId"), "99900000001");
    }
}
