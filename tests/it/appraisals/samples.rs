//! Samples: from hand to hand, and what becomes of them.

use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use serde_json::{Value, json};
use touchstone::platform::ids::IdKind;

use super::{Bench, disposes, on_sample, reads_sample, sample_row};
use crate::{
    both_databases, purchases,
    support::{Asks as _, Evidence, Person, Response, with},
};

/// Hands a sample to somebody in the version that its custody has now.
pub(super) async fn hands(by: &Person, sample: &str, to: &Person) -> Response {
    let version = reads_sample(by, sample).await.ok().number("/sample/custodyVersion");
    let input = json!({ "idempotencyKey": by.world.id().to_string(), "id": sample, "expectedVersion": version,
        "toPersonId": to.public_id(), "seal": "S-9" });
    on_sample(by, "handOverSample", input).await
}

/// Writes down what somebody did with a sample, in a version of its custody.
async fn writes(by: &Person, sample: &str, version: i64, act: Value) -> Response {
    let base = json!({ "id": sample, "expectedVersion": version });
    on_sample(by, "recordSampleCustody", with(base, act)).await
}

/// The piece of evidence that a sample is.
async fn piece(bench: &Bench) -> Evidence {
    let id = reads_sample(&bench.cast.requester, bench.sample())
        .await
        .ok()
        .text("/sample/evidence/id");
    Evidence::named(&bench.world, &id)
}

both_databases! {
    async fn what_was_received_is_evidence_in_the_buyer_s_hand(world: World) {
        let bench = Bench::of(&world).await;
        let read = reads_sample(&bench.cast.requester, bench.sample()).await.ok();
        assert_eq!(read.text("/sample/holder/id"), bench.cast.buyer.public_id());
        assert_eq!((read.text("/sample/seal"), read.text("/sample/retainedUntil")[..4].to_owned()), ("S-1".to_owned(), "2029".to_owned()));
        assert!(piece(&bench).await.custody().await.contains(&"COLLECTED".to_owned()));
        assert!(world.evidence_faults().await.is_empty());
    }

    async fn i17_a_sample_goes_to_its_appraiser_and_back_by_both_hands(world: World) {
        let bench = Bench::of(&world).await;
        let buyer = &bench.cast.buyer;
        world.nothing_changes(async {
            // Nobody who does not inspect it, and nobody who has not got it in hand.
            assert_eq!(hands(buyer, bench.sample(), &bench.first).await.error_field().as_deref(), Some("toPersonId"));
        }).await;
        bench.ordered("LAB", &bench.first, json!({})).await;
        hands(buyer, bench.sample(), &bench.first).await.ok();
        world.nothing_changes(async {
            let own = on_sample(buyer, "confirmSampleHandOver", json!({ "id": bench.sample() })).await;
            assert!(own.error_code().is_some(), "one hand is not both: {own}");
        }).await;
        on_sample(&bench.first, "confirmSampleHandOver", json!({ "id": bench.sample(), "note": "seal whole" })).await.ok();
        assert_eq!(reads_sample(&bench.first, bench.sample()).await.ok().text("/sample/holder/id"), bench.first.public_id());
        hands(&bench.first, bench.sample(), &bench.cast.desk).await.ok();
        on_sample(&bench.cast.desk, "confirmSampleHandOver", json!({ "id": bench.sample() })).await.ok();
        assert_eq!(reads_sample(&bench.cast.desk, bench.sample()).await.ok().text("/sample/holder/id"), bench.cast.desk.public_id());
        let custody = piece(&bench).await.custody().await;
        assert_eq!(custody.iter().filter(|kind| *kind == "TRANSFERRED").count(), 2, "{custody:?}");
        assert!(world.evidence_faults().await.is_empty());
    }

    /// What was done stands in the chain in the order in which it was done, by who had the sample in hand, and in no version twice.
    async fn i17_who_has_a_sample_in_hand_writes_down_what_it_did_and_nobody_else_does(world: World) {
        let bench = Bench::of(&world).await;
        let (buyer, sample, stranger) = (&bench.cast.buyer, bench.sample(), world.brand("Bolt").await.admin().await);
        let version = async || reads_sample(buyer, sample).await.ok().number("/sample/custodyVersion");
        let (received, first) = (piece(&bench).await.custody().await, version().await);
        let (examined, admin) = (json!({ "act": "EXAMINED", "note": "on both sides" }), bench.cast.acme.admin().await);
        world.nothing_changes(async {
            // Those who see it and have not got it, and whose role has nothing in hand.
            for by in [&bench.cast.desk, &bench.cast.requester, &admin, &bench.cast.finance] {
                writes(by, sample, first, examined.clone()).await.refused_with("FORBIDDEN");
            }
            for by in [&stranger, &bench.first] {
                writes(by, sample, first, examined.clone()).await.not_found();
                writes(by, &world.unknown(IdKind::Sample), 99, json!({ "act": "SEALED" })).await.not_found();
            }
            writes(buyer, sample, first + 1, examined.clone()).await.refused_with("STALE_VERSION");
            let no_seal = writes(buyer, sample, first, json!({ "act": "SEALED" })).await;
            assert_eq!(no_seal.error_field().as_deref(), Some("seal"), "{no_seal}");
        }).await;
        for (act, seal) in [
            (json!({ "act": "OPENED", "note": "seal whole" }), Value::Null),
            (examined.clone(), Value::Null),
            (json!({ "act": "COPIED" }), Value::Null),
            (json!({ "act": "SEALED", "seal": "S-2" }), json!("S-2")),
        ] {
            writes(buyer, sample, version().await, act.clone()).await.ok();
            assert_eq!(reads_sample(buyer, sample).await.ok().data("/sample/seal"), &seal, "{act}");
        }
        let seen = version().await;
        assert_eq!(seen, first + 4, "each is a version of its own");
        let (one, other) = tokio::join!(writes(buyer, sample, seen, examined.clone()), writes(buyer, sample, seen, examined.clone()));
        let mut codes = [one.error_code(), other.error_code()];
        codes.sort_unstable();
        assert_eq!(codes, [None, Some("STALE_VERSION")]);
        bench.ordered("LAB", &bench.first, json!({})).await;
        world.nothing_changes(async {
            writes(&bench.first, sample, version().await, examined.clone()).await.refused_with("FORBIDDEN");
        }).await;
        hands(buyer, sample, &bench.first).await.ok();
        world.nothing_changes(async {
            writes(buyer, sample, version().await, examined.clone()).await.refused_with("TRANSITION_NOT_ALLOWED");
            writes(&bench.first, sample, version().await, examined.clone()).await.refused_with("FORBIDDEN");
        }).await;
        on_sample(&bench.first, "confirmSampleHandOver", json!({ "id": sample })).await.ok();
        writes(&bench.first, sample, version().await, json!({ "act": "OPENED" })).await.ok();
        world.nothing_changes(async {
            writes(buyer, sample, version().await, examined).await.refused_with("FORBIDDEN");
        }).await;
        let custody = piece(&bench).await.custody().await;
        let since = ["OPENED", "EXAMINED", "COPIED", "SEALED", "EXAMINED", "TRANSFERRED", "RECEIVED", "OPENED"];
        assert_eq!((&custody[..received.len()], &custody[received.len()..]), (&received[..], &since.map(str::to_owned)[..]));
        let written = entity::audit_entry::Entity::find().filter(entity::audit_entry::Column::Action.eq("recordSampleCustody"));
        assert_eq!(written.count(world.app.db.read()).await.unwrap(), 6, "what was refused is not in the log");
        assert!(world.evidence_faults().await.is_empty());
    }

    async fn a_purchase_ends_when_the_last_of_its_samples_does(world: World) {
        let bench = Bench::with(purchases::Cast::of(&world).await, &["S-1", "S-2"]).await;
        let desk = &bench.cast.desk;
        disposes(desk, &bench.samples[0], "RETAINED").await.ok();
        assert_eq!(purchases::row(&world, &bench.purchase).await.state, "RECEIVED");
        disposes(desk, &bench.samples[1], "RETURNED").await.ok();
        assert_eq!(purchases::row(&world, &bench.purchase).await.state, "CLOSED");
        world.nothing_changes(async {
            disposes(desk, &bench.samples[1], "RETAINED").await.refused_with("TRANSITION_NOT_ALLOWED");
        }).await;
    }

    async fn what_is_counterfeit_is_nobody_s_asset(world: World) {
        let bench = Bench::of(&world).await;
        bench.finished("LAB", &bench.first, "COUNTERFEIT", json!({})).await;
        world.nothing_changes(async {
            assert!(disposes(&bench.cast.desk, bench.sample(), "ASSET").await.error_code().is_some());
            assert!(disposes(&bench.cast.desk, bench.sample(), "DESTROYED").await.error_code().is_some());
        }).await;
        disposes(&bench.cast.desk, bench.sample(), "RETAINED").await.ok();
    }

    async fn i14_i18_a_sample_is_destroyed_by_two_people_after_its_years_and_when_no_hold_is_left(world: World) {
        let bench = Bench::of(&world).await;
        let (desk, second) = (bench.cast.desk.clone(), bench.cast.secretariat.desk().await);
        let admin = bench.cast.acme.admin().await;
        disposes(&desk, bench.sample(), "RETAINED").await.ok();
        let piece = piece(&bench).await;
        let ask = json!({ "reason": "the years are over" });
        world.nothing_changes(async {
            assert!(admin.on_evidence("askEvidenceDestruction", &piece, ask.clone()).await.error_code().is_some(), "too early");
        }).await;
        let hold = desk.holds(&piece).await;
        world.after_days(3 * 366);
        world.nothing_changes(async {
            assert!(admin.on_evidence("askEvidenceDestruction", &piece, ask.clone()).await.error_code().is_some(), "under hold");
        }).await;
        let lift = json!({ "id": hold, "reason": "the case is closed" });
        desk.evidence_act("liftLegalHold", lift).await.ok();
        desk.on_evidence("askEvidenceDestruction", &piece, ask).await.ok();
        world.nothing_changes(async {
            desk.on_evidence("approveEvidenceDestruction", &piece, json!({})).await.refused_with("FOUR_EYES");
            admin.on_evidence("approveEvidenceDestruction", &piece, json!({})).await.refused_with("FORBIDDEN");
        }).await;
        second.on_evidence("approveEvidenceDestruction", &piece, json!({})).await.ok();
        assert_eq!(reads_sample(&desk, bench.sample()).await.ok().text("/sample/disposal"), "DESTROYED");
        assert!(world.evidence_faults().await.is_empty());
    }

    async fn what_was_seen_in_another_version_is_not_changed(world: World) {
        let bench = Bench::of(&world).await;
        let stale = json!({ "id": bench.sample(), "expectedVersion": 99, "disposal": "RETAINED" });
        world.nothing_changes(on_sample(&bench.cast.desk, "disposeSample", stale)).await.refused_with("STALE_VERSION");
        assert_eq!(sample_row(&world, bench.sample()).await.disposal, None);
    }

    async fn a_lead_tells_of_the_samples_that_are_seen(world: World) {
        let bench = Bench::of(&world).await;
        let document = "query($id: ID!) { lead(id: $id) { samples { id } purchases { id samples { id } } } }";
        let lead = json!({ "id": bench.cast.lead.public_id() });
        let seen = bench.cast.requester.graphql(document, lead.clone()).await.ok();
        assert_eq!(seen.texts("/lead/samples", "/id"), bench.samples);
        assert_eq!(seen.texts("/lead/purchases/0/samples", "/id"), bench.samples);
        let stranger = world.brand("Bolt").await.admin().await;
        stranger.graphql(document, lead).await.not_found();
    }
}
