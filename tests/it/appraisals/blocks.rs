//! A conflict, and a report that is contested, stop what stands on it until a higher word has settled it.

use serde_json::json;

use super::{Bench, disposes, moves, report};
use crate::{
    actions, both_databases, purchases, referrals,
    support::{Person, World, draft},
};

/// Those who refer the leads of a purchase's people.
pub async fn referring(cast: &purchases::Cast) -> referrals::Cast {
    let world = &cast.world;
    let police = world.agency("Police").await;
    let officer = police.officer().await;
    let chief = &cast.treasury.first;
    referrals::agency(chief, &police, "CN").await;
    let second = cast.secretariat.desk().await;
    let naming = referrals::verified_officer(chief, (&cast.desk, &second), &police, Some(&officer)).await;
    referrals::Cast {
        world: world.clone(),
        acme: cast.acme.clone(),
        author: cast.requester.clone(),
        admin: cast.acme.admin().await,
        desk: cast.desk.clone(),
        police,
        officer,
        naming,
    }
}

/// A bench about a lead that another member has confirmed, and those who act on it.
async fn acting(world: &World) -> (Bench, actions::Cast) {
    let mut cast = purchases::Cast::of(world).await;
    let bolt = world.brand("Bolt").await;
    let admin = cast.acme.admin().await;
    let items = json!([
        { "brandId": cast.acme.brand_id(), "title": "Acme bag" },
        { "brandId": bolt.brand_id(), "title": "Bolt shoe" },
    ]);
    let lead = admin
        .prepares_from(crate::support::with(draft(&cast.acme), json!({ "items": items })))
        .await;
    admin.shares(&lead, &[&bolt]).await.ok();
    bolt.investigator().await.answers(&lead, &bolt, "CONFIRMED").await.ok();
    cast.lead = lead.clone();
    cast.item = own_item(&cast.requester, &lead).await;
    let police = world.agency("Bureau").await;
    let acting = actions::Cast {
        world: world.clone(),
        acme: cast.acme.clone(),
        admin,
        investigator: cast.requester.clone(),
        desk: cast.desk.clone(),
        second: cast.secretariat.desk().await,
        leader: police.officer().await,
        officer: police.officer().await,
        police,
        lead,
    };
    (Bench::with(cast, &["S-1"]).await, acting)
}

/// The item of a lead that is about the own brand.
async fn own_item(by: &Person, lead: &crate::support::Lead) -> String {
    let read = by.reads(lead).await.ok();
    let items = read.list("/lead/items/edges");
    let own = items.iter().find(|item| item["node"]["title"] == "Acme bag").unwrap();
    own["node"]["id"].as_str().unwrap().to_owned()
}

/// Two who say different things of the sample.
async fn conflict(bench: &Bench) {
    bench.finished("LAB", &bench.first, "COUNTERFEIT", json!({})).await;
    bench.finished("LAB", &bench.second, "GREY_MARKET", json!({})).await;
    assert_eq!(bench.case().await.0, "CONFLICT");
}

/// Headquarters settle it.
async fn settled(bench: &Bench) {
    bench
        .finished("BRAND_HQ", &bench.headquarters, "COUNTERFEIT", json!({}))
        .await;
    assert_eq!(bench.case().await.0, "CONCLUDED");
}

both_databases! {
    async fn i20_a_referral_is_not_approved_while_appraisals_are_in_conflict(world: World) {
        let bench = Bench::of(&world).await;
        let cast = referring(&bench.cast).await;
        referrals::names(&cast.admin, &bench.cast.lead, referrals::company()).await;
        let id = cast.complete(&bench.cast.lead).await;
        referrals::moves(&cast.author, "submitReferral", &id, json!({})).await.ok();
        conflict(&bench).await;
        for by in [&cast.admin, &cast.desk] {
            world.nothing_changes(referrals::moves(by, "approveReferral", &id, json!({}))).await.refused_with("APPRAISAL_CONFLICT");
        }
        settled(&bench).await;
        referrals::moves(&cast.admin, "approveReferral", &id, json!({})).await.ok();
    }

    async fn i20_what_was_approved_before_is_not_sent_in_a_conflict(world: World) {
        let bench = Bench::of(&world).await;
        let cast = referring(&bench.cast).await;
        referrals::names(&cast.admin, &bench.cast.lead, referrals::company()).await;
        let id = cast.complete(&bench.cast.lead).await;
        referrals::moves(&cast.author, "submitReferral", &id, json!({})).await.ok();
        referrals::moves(&cast.admin, "approveReferral", &id, json!({})).await.ok();
        conflict(&bench).await;
        referrals::sends(&world).await;
        assert_ne!(referrals::row(&world, &id).await.state, "SENT");
        referrals::reads(&cast.officer, &id).await.not_found();
    }

    async fn i20_an_action_is_not_approved_while_a_report_is_contested(world: World) {
        let (bench, cast) = acting(&world).await;
        let id = cast.brought_to("PLANNED", json!({})).await;
        let first = bench.finished("LAB", &bench.first, "COUNTERFEIT", json!({})).await;
        moves(&bench.cast.requester, "contestAppraisal", &first, json!({ "reason": "our own thread" })).await.ok();
        for by in [&cast.second, &cast.leader] {
            world.nothing_changes(actions::moves(by, "approveOfflineAction", &id, json!({}))).await.refused_with("APPRAISAL_CONFLICT");
        }
        let again = bench.begun("LAB", &bench.second, json!({ "followsId": first })).await;
        moves(&bench.second, "reportAppraisal", &again, report(&bench.second, "COUNTERFEIT").await).await.ok();
        moves(&bench.cast.requester, "agreeToAppraisal", &again, json!({})).await.ok();
        moves(&bench.cast.requester, "finalizeAppraisal", &again, json!({})).await.ok();
        for by in [&cast.second, &cast.leader] {
            actions::moves(by, "approveOfflineAction", &id, json!({})).await.ok();
        }
        assert_eq!(actions::row(&world, &id).await.state, "APPROVED");
    }

    async fn i20_a_sample_stays_where_it_is_and_its_purchase_open(world: World) {
        let bench = Bench::of(&world).await;
        conflict(&bench).await;
        world.nothing_changes(async {
            for disposal in ["RETAINED", "RETURNED", "TRANSFERRED_TO_LE"] {
                disposes(&bench.cast.desk, bench.sample(), disposal).await.refused_with("APPRAISAL_CONFLICT");
            }
        }).await;
        assert_eq!(purchases::row(&world, &bench.purchase).await.state, "IN_APPRAISAL");
        settled(&bench).await;
        disposes(&bench.cast.desk, bench.sample(), "RETAINED").await.ok();
        assert_eq!(purchases::row(&world, &bench.purchase).await.state, "CLOSED");
    }
}
