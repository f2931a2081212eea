//! Who inspects stands apart: blindly nobody who sees the lead or the purchase, independently nobody of the brand, whoever paid,
//! and law enforcement is not asked on the word of a brand alone that has a dispute with the seller.

use serde_json::json;
use touchstone::permissions::Role;

use super::{Bench, acts, blocks::referring, moves, reads_sample, report};
use crate::{
    both_databases,
    purchases::{self, Cast},
    referrals,
    support::{Person, World, draft, with},
};

/// A purchase with the alliance's money from the same member's lead, received.
async fn of_the_alliance(bench: &mut Bench) {
    let cast = &bench.cast;
    let wish = cast.wish(json!({ "allocationId": cast.alliance_money().await, "quantity": 1 }));
    let asked = purchases::acts(&cast.desk, "requestPurchase", wish).await.ok();
    let id = asked.text("/requestPurchase/purchase/id");
    assert_eq!(asked.text("/requestPurchase/purchase/initiator"), "ALLIANCE");
    purchases::moves(&cast.treasury.manager, "approvePurchase", &id, json!({}))
        .await
        .ok();
    let identity = cast.identity(&cast.buyer, json!({ "acknowledgeWarnings": true }));
    purchases::moves(&cast.desk, "assignPurchase", &id, identity).await.ok();
    let order = cast
        .order(&cast.buyer, "80.00", json!({ "orderNumber": "T-2026-0002" }))
        .await;
    purchases::moves(&cast.buyer, "orderPurchase", &id, order).await.ok();
    let receipt = cast.receipt(&cast.buyer, &cast.lead, &["S-20"]).await;
    let done = purchases::moves(&cast.buyer, "receivePurchase", &id, receipt)
        .await
        .ok();
    let samples = done.texts("/receivePurchase/purchase/samples", "/id");
    (bench.purchase, bench.samples) = (id, samples);
}

/// Insists that this appraiser is not taken, and that nothing changes by trying.
async fn is_refused(bench: &Bench, by: &Person, (rank, appraiser): (&str, &Person), blind: bool) {
    let wish = bench.wish(rank, appraiser, json!({ "blind": blind }));
    let refused = bench.world.nothing_changes(acts(by, "orderAppraisal", wish)).await;
    assert_eq!(
        refused.error_field().as_deref(),
        Some("appraiserId"),
        "{rank} by {}: {refused}",
        appraiser.name
    );
}

/// The local team finds it counterfeit, and says that it has a dispute with the seller; at the desk it comes to count.
async fn disputed(bench: &Bench) {
    let wish = bench.wish("LOCAL_TEAM", &bench.team, json!({}));
    let made = acts(&bench.cast.desk, "orderAppraisal", wish).await.ok();
    let id = made.text("/orderAppraisal/appraisal/id");
    let interest = json!({ "interest": "COMMERCIAL_DISPUTE", "note": "They sell what we stopped to deliver." });
    moves(&bench.team, "takeUpAppraisal", &id, interest).await.ok();
    moves(&bench.team, "beginAppraisal", &id, json!({})).await.ok();
    counts(bench, &bench.team, &id).await;
}

/// A report that says "counterfeit" is written, and at the desk it comes to count.
async fn counts(bench: &Bench, by: &Person, id: &str) {
    moves(by, "reportAppraisal", id, report(by, "COUNTERFEIT").await)
        .await
        .ok();
    for mutation in ["agreeToAppraisal", "finalizeAppraisal"] {
        moves(&bench.cast.desk, mutation, id, json!({})).await.ok();
    }
}

/// A referral waits for somebody else's word than that of a brand that has a dispute with the seller.
async fn waits_for_another_word(world: &World, bench: &Bench) {
    let cast = referring(&bench.cast).await;
    referrals::names(&cast.admin, &bench.cast.lead, referrals::company()).await;
    let id = cast.complete(&bench.cast.lead).await;
    referrals::moves(&cast.author, "submitReferral", &id, json!({}))
        .await
        .ok();
    disputed(bench).await;
    for by in [&cast.admin, &cast.desk] {
        let refused = world
            .nothing_changes(referrals::moves(by, "approveReferral", &id, json!({})))
            .await;
        refused.refused_with("APPRAISAL_CONFLICT");
    }
    let wish = bench.wish("LAB", &bench.first, json!({}));
    let made = acts(&bench.cast.desk, "orderAppraisal", wish).await.ok();
    let other = made.text("/orderAppraisal/appraisal/id");
    moves(&bench.first, "takeUpAppraisal", &other, json!({ "interest": "NONE" }))
        .await
        .ok();
    moves(&bench.first, "beginAppraisal", &other, json!({})).await.ok();
    counts(bench, &bench.first, &other).await;
    referrals::moves(&cast.admin, "approveReferral", &id, json!({}))
        .await
        .ok();
}

both_databases! {
    async fn i21_who_sees_the_purchase_does_not_inspect_blindly(world: World) {
        let bench = Bench::of(&world).await;
        let finance = bench.cast.acme.person(&[Role::Mf, Role::Ap]).await;
        purchases::reads(&finance, &bench.purchase).await.ok();
        reads_sample(&finance, bench.sample()).await.not_found();
        for by in [&bench.cast.requester, &bench.cast.desk] {
            is_refused(&bench, by, ("LOCAL_TEAM", &finance), true).await;
        }
        // Openly it may.
        bench.ordered("LOCAL_TEAM", &finance, json!({ "blind": false })).await;
        bench.ordered("LAB", &bench.first, json!({ "blind": true })).await;
    }

    /// Of a lead with items of two brands each sees its own; the evidence of the other one's is not seen, the lead is.
    async fn i21_who_sees_the_lead_does_not_inspect_blindly(world: World) {
        let mut cast = Cast::of(&world).await;
        let (bolt, admin) = (world.brand("Bolt").await, cast.acme.admin().await);
        let items = json!([
            { "brandId": cast.acme.brand_id(), "title": "Acme bag" },
            { "brandId": bolt.brand_id(), "title": "Bolt shoe" },
        ]);
        let lead = admin.prepares_from(with(draft(&cast.acme), json!({ "items": items }))).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        let read = admin.reads(&lead).await.ok();
        let items = read.list("/lead/items/edges");
        let own = items.iter().find(|item| item["node"]["title"] == "Acme bag").unwrap();
        cast.item = own["node"]["id"].as_str().unwrap().to_owned();
        cast.lead = lead.clone();
        let bench = Bench::with(cast, &["S-1"]).await;
        let (knows, does_not) = (bolt.person(&[Role::Mi, Role::Ap]).await, bolt.person(&[Role::Ap]).await);
        knows.reads(&lead).await.ok();
        reads_sample(&knows, bench.sample()).await.not_found();
        is_refused(&bench, &bench.cast.desk, ("LAB", &knows), true).await;
        let wish = bench.wish("LAB", &does_not, json!({ "blind": true }));
        acts(&bench.cast.desk, "orderAppraisal", wish).await.ok();
    }

    /// Also of what the alliance bought the brand's own people are not independent; nor does a court appoint them.
    async fn nobody_of_the_brand_is_independent_whoever_has_paid(world: World) {
        let mut bench = Bench::of(&world).await;
        for rank in ["INDEPENDENT_LAB", "COURT_APPOINTED"] {
            is_refused(&bench, &bench.cast.requester, (rank, &bench.team), false).await;
        }
        of_the_alliance(&mut bench).await;
        for rank in ["INDEPENDENT_LAB", "COURT_APPOINTED"] {
            is_refused(&bench, &bench.cast.desk, (rank, &bench.team), false).await;
        }
        for (rank, appraiser) in [("BRAND_HQ", &bench.headquarters), ("INDEPENDENT_LAB", &bench.first), ("COURT_APPOINTED", &bench.second)] {
            let wish = bench.wish(rank, appraiser, json!({}));
            acts(&bench.cast.desk, "orderAppraisal", wish).await.ok();
        }
    }

    async fn i20_a_brand_in_a_dispute_with_the_seller_is_not_the_only_word(world: World) {
        let bench = Bench::of(&world).await;
        waits_for_another_word(&world, &bench).await;
    }

    async fn i20_nor_is_it_the_only_word_where_the_alliance_has_paid(world: World) {
        let mut bench = Bench::of(&world).await;
        of_the_alliance(&mut bench).await;
        waits_for_another_word(&world, &bench).await;
    }

    /// What a listed seller sold is judged by an independent rank first, whatever a laboratory of the brand's choice says.
    async fn what_a_listed_seller_sold_is_judged_by_an_independent_rank(world: World) {
        let mut cast = Cast::of(&world).await;
        let admin = cast.acme.admin().await;
        let items = json!([{ "brandId": cast.acme.brand_id(), "title": "Acme bag", "seller": "Acme Outlet Ltd" }]);
        let lead = admin.prepares_from(with(draft(&cast.acme), json!({ "items": items }))).await;
        cast.item = purchases::first_item(&admin, &lead).await;
        cast.lead = lead;
        let bench = Bench::with(cast, &["S-1"]).await;
        let party = json!({ "idempotencyKey": "seller", "brandId": bench.cast.acme.brand_id(), "kind": "SELLER",
            "name": "Acme Outlet Ltd", "validFrom": "2026-01-01" });
        admin.act_selecting("addAuthorizedParty", party, "authorizedParty { id }").await.ok();
        let first = bench.reported("LAB", &bench.first, "COUNTERFEIT", json!({})).await;
        moves(&bench.cast.requester, "agreeToAppraisal", &first, json!({})).await.ok();
        world.nothing_changes(async {
            moves(&bench.cast.requester, "finalizeAppraisal", &first, json!({})).await.refused_with("AUTHORIZED_SELLER");
        }).await;
        assert_eq!(bench.case().await, ("PENDING".to_owned(), None));
        bench.finished("INDEPENDENT_LAB", &bench.second, "COUNTERFEIT", json!({})).await;
        assert_eq!(bench.case().await, ("CONCLUDED".to_owned(), Some("COUNTERFEIT".to_owned())));
    }
}
