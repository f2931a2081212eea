//! What follows from what was found, or from nobody looking any more: a lead is retracted where all that was bought is genuine,
//! and a purchase of which nothing is open is at its end.

use serde_json::{Value, json};

use super::{Bench, acts, disposes, moves, on_sample, reads, reads_sample, report, sample_row, samples::hands};
use crate::{
    both_databases,
    purchases::{self, Cast},
    support::{Asks as _, Evidence, Person, World, with},
};

/// A bench with two samples.
async fn pair(world: &World) -> Bench {
    Bench::with(Cast::of(world).await, &["S-1", "S-2"]).await
}

impl Bench {
    /// What is said of the second sample.
    fn second_one(&self) -> Value {
        json!({ "sampleId": self.samples[1] })
    }

    /// Where the purchase stands.
    async fn stands(&self) -> String {
        purchases::row(&self.world, &self.purchase).await.state
    }

    async fn lead_stands(&self) -> String {
        self.cast.lead.row().await.state
    }

    /// The piece of evidence that a sample is.
    async fn piece_of(&self, place: usize) -> Evidence {
        let sample = sample_row(&self.world, &self.samples[place]).await;
        let id = touchstone::platform::ids::encode(touchstone::platform::ids::IdKind::Evidence, sample.evidence_id);
        Evidence::named(&self.world, &id)
    }
}

/// One of two samples is found counterfeit; the other one is waited for until somebody takes this step.
async fn waited_for_no_more(bench: &Bench, by: &Person, mutation: &str) {
    let second = bench.ordered("LAB", &bench.first, bench.second_one()).await;
    bench.finished("LAB", &bench.second, "COUNTERFEIT", json!({})).await;
    assert_eq!(bench.stands().await, "IN_APPRAISAL", "the other one is still inspected");
    moves(by, mutation, &second, json!({ "reason": "no time" })).await.ok();
    assert_eq!(bench.stands().await, "APPRAISED");
    for sample in &bench.samples {
        disposes(&bench.cast.desk, sample, "RETAINED").await.ok();
    }
    assert_eq!(bench.stands().await, "CLOSED");
}

/// One person says that it left; the years of a piece of evidence are not over by that.
async fn is_kept_though(world: &World, disposal: &str) {
    let bench = Bench::of(world).await;
    let (desk, admin) = (&bench.cast.desk, bench.cast.acme.admin().await);
    disposes(desk, bench.sample(), disposal).await.ok();
    let piece = bench.piece_of(0).await;
    let ask = json!({ "reason": "the years are over" });
    world
        .nothing_changes(async {
            for by in [&admin, desk] {
                let asked = by.on_evidence("askEvidenceDestruction", &piece, ask.clone()).await;
                asked.refused_with("TRANSITION_NOT_ALLOWED");
            }
        })
        .await;
    world.after_days(3 * 366);
    desk.on_evidence("askEvidenceDestruction", &piece, ask).await.ok();
}

both_databases! {
    async fn a_lead_is_not_retracted_by_one_genuine_piece_of_two(world: World) {
        let bench = pair(&world).await;
        let before = bench.lead_stands().await;
        bench.finished("LAB", &bench.first, "GENUINE", json!({})).await;
        assert_eq!(bench.lead_stands().await, before, "nobody has looked at the other one");
        bench.finished("LAB", &bench.first, "GENUINE", bench.second_one()).await;
        assert_eq!(bench.lead_stands().await, "RETRACTED");
    }

    async fn a_lead_is_not_retracted_where_the_other_piece_is_no_genuine_one(world: World) {
        let bench = pair(&world).await;
        let before = bench.lead_stands().await;
        bench.finished("LAB", &bench.first, "GENUINE", json!({})).await;
        bench.finished("LAB", &bench.first, "COUNTERFEIT", bench.second_one()).await;
        assert_eq!(bench.lead_stands().await, before);
        assert_eq!(bench.stands().await, "APPRAISED");
    }

    /// A lead is not retracted while somebody still inspects something of it; it is once that was taken back.
    async fn a_lead_waits_for_who_still_inspects_something_of_it(world: World) {
        let bench = pair(&world).await;
        let before = bench.lead_stands().await;
        bench.finished("LAB", &bench.first, "GENUINE", json!({})).await;
        let asked = bench.begun("BRAND_HQ", &bench.headquarters, json!({})).await;
        bench.finished("LAB", &bench.first, "GENUINE", bench.second_one()).await;
        assert_eq!(bench.lead_stands().await, before, "headquarters have not spoken yet");
        moves(&bench.cast.requester, "cancelAppraisal", &asked, json!({ "reason": "not needed" })).await.ok();
        assert_eq!(bench.lead_stands().await, "RETRACTED");
    }

    async fn a_purchase_is_over_though_the_only_appraiser_declined(world: World) {
        let bench = Bench::of(&world).await;
        let id = bench.ordered("LAB", &bench.first, json!({})).await;
        moves(&bench.first, "declineAppraisal", &id, json!({ "reason": "no time" })).await.ok();
        assert_eq!(bench.stands().await, "IN_APPRAISAL");
        disposes(&bench.cast.desk, bench.sample(), "RETAINED").await.ok();
        assert_eq!(bench.stands().await, "CLOSED", "nobody is asked any more");
    }

    async fn a_purchase_whose_sample_is_inspected_is_not_over(world: World) {
        let bench = pair(&world).await;
        let id = bench.ordered("LAB", &bench.first, bench.second_one()).await;
        disposes(&bench.cast.desk, bench.sample(), "RETAINED").await.ok();
        world.nothing_changes(async {
            disposes(&bench.cast.desk, &bench.samples[1], "RETAINED").await.refused_with("APPRAISAL_CONFLICT");
        }).await;
        // The one that is still inspected is settled by its being taken back.
        moves(&bench.cast.requester, "cancelAppraisal", &id, json!({ "reason": "not needed" })).await.ok();
        assert_eq!(bench.stands().await, "IN_APPRAISAL");
        disposes(&bench.cast.desk, &bench.samples[1], "RETAINED").await.ok();
        assert_eq!(bench.stands().await, "CLOSED");
    }

    async fn a_purchase_is_appraised_once_the_last_appraiser_declined(world: World) {
        let bench = pair(&world).await;
        waited_for_no_more(&bench, &bench.first, "declineAppraisal").await;
    }

    async fn a_purchase_is_appraised_once_the_last_order_was_taken_back(world: World) {
        let bench = pair(&world).await;
        waited_for_no_more(&bench, &bench.cast.requester, "cancelAppraisal").await;
    }

    /// What was contested after the samples were put away holds up the end until somebody else has said the same.
    async fn i20_what_is_contested_afterwards_holds_up_the_end_of_a_purchase_and_no_longer(world: World) {
        let bench = pair(&world).await;
        let first = bench.finished("LAB", &bench.first, "COUNTERFEIT", json!({})).await;
        bench.finished("LAB", &bench.first, "COUNTERFEIT", bench.second_one()).await;
        disposes(&bench.cast.desk, bench.sample(), "RETAINED").await.ok();
        moves(&bench.cast.requester, "contestAppraisal", &first, json!({ "reason": "our own thread" })).await.ok();
        disposes(&bench.cast.desk, &bench.samples[1], "RETAINED").await.ok();
        assert_ne!(bench.stands().await, "CLOSED", "somebody doubts it");
        bench.finished("LAB", &bench.second, "COUNTERFEIT", json!({ "followsId": first })).await;
        assert_eq!(bench.stands().await, "CLOSED");
    }

    /// Each of the two holds its own appraisal only; neither may take the other one for unsaid.
    async fn two_reports_that_come_to_count_at_once_miss_nothing_of_each_other(world: World) {
        let bench = pair(&world).await;
        let one = bench.reported("INDEPENDENT_LAB", &bench.first, "GENUINE", json!({})).await;
        let other = bench.reported("INDEPENDENT_LAB", &bench.second, "GENUINE", bench.second_one()).await;
        for id in [&one, &other] {
            moves(&bench.cast.requester, "agreeToAppraisal", id, json!({})).await.ok();
        }
        let (first, second) = tokio::join!(
            moves(&bench.cast.requester, "finalizeAppraisal", &one, json!({})),
            moves(&bench.cast.desk, "finalizeAppraisal", &other, json!({})),
        );
        first.ok();
        second.ok();
        assert_eq!((bench.stands().await.as_str(), bench.lead_stands().await.as_str()), ("APPRAISED", "RETRACTED"));
    }

    async fn appraisals_of_two_samples_of_a_purchase_are_ordered_at_once(world: World) {
        let bench = pair(&world).await;
        let wishes = [json!({}), bench.second_one()].map(|more| bench.wish("LAB", &bench.first, more));
        let [one, other] = wishes;
        let (first, second) = tokio::join!(
            acts(&bench.cast.requester, "orderAppraisal", one),
            acts(&bench.cast.desk, "orderAppraisal", other),
        );
        first.ok();
        second.ok();
        assert_eq!(bench.stands().await, "IN_APPRAISAL");
    }

    async fn i14_i18_what_went_back_is_evidence_for_its_years_all_the_same(world: World) {
        is_kept_though(&world, "RETURNED").await;
    }

    async fn i14_i18_what_law_enforcement_has_is_evidence_for_its_years_all_the_same(world: World) {
        is_kept_though(&world, "TRANSFERRED_TO_LE").await;
    }

    /// One is genuine and belongs to who paid it, the other one goes by both hands to the desk and from there to law enforcement.
    async fn a_purchase_ends_with_an_asset_and_with_what_law_enforcement_has(world: World) {
        let bench = pair(&world).await;
        let (desk, buyer, second) = (&bench.cast.desk, &bench.cast.buyer, bench.samples[1].as_str());
        bench.finished("LAB", &bench.first, "GENUINE", json!({})).await;
        bench.finished("LAB", &bench.first, "COUNTERFEIT", bench.second_one()).await;
        let says = async |by: &Person, sample: &str, disposal: &str, note: &str| {
            let version = sample_row(&world, sample).await.version;
            let input = json!({ "id": sample, "expectedVersion": version, "disposal": disposal, "note": note });
            on_sample(by, "disposeSample", input).await
        };
        let asset = says(desk, bench.sample(), "ASSET", "Acme's archive").await.ok();
        assert_eq!(asset.text("/disposeSample/sample/disposal"), "ASSET");
        assert_eq!(bench.stands().await, "APPRAISED", "the other one is still there");
        hands(buyer, second, desk).await.ok();
        on_sample(desk, "confirmSampleHandOver", json!({ "id": second, "note": "seal whole" })).await.ok();
        says(desk, second, "TRANSFERRED_TO_LE", "Pudong bureau, receipt 44").await.ok();
        assert_eq!(bench.stands().await, "CLOSED");
        let kinds = purchases::reads(&bench.cast.requester, &bench.purchase).await.ok().texts("/purchase/timeline", "/kind");
        assert_eq!(kinds.last().map(String::as_str), Some("CLOSED"));
        let ends: [(&str, &[&str]); 2] = [("ASSET", &["DISPOSED"]), ("TRANSFERRED_TO_LE", &["TRANSFERRED", "RECEIVED", "DISPOSED"])];
        for (place, (disposal, since)) in ends.into_iter().enumerate() {
            let (row, custody) = (sample_row(&world, &bench.samples[place]).await, bench.piece_of(place).await.custody().await);
            assert_eq!((row.disposal.as_deref(), row.disposed_by, row.retained_until), (Some(disposal), Some(desk.id), None));
            assert!(row.disposed_at.is_some() && row.disposal_note.is_some(), "{row:?}");
            assert_eq!(custody[custody.len() - since.len()..], *since, "{disposal}");
        }
        world.nothing_changes(async {
            for sample in &bench.samples {
                disposes(desk, sample, "RETAINED").await.refused_with("TRANSITION_NOT_ALLOWED");
            }
        }).await;
        assert!(world.evidence_faults().await.is_empty());
    }

    async fn i18_what_was_found_counterfeit_does_not_go_back_before_its_years_are_over(world: World) {
        let bench = pair(&world).await;
        bench.finished("LAB", &bench.first, "COUNTERFEIT", json!({})).await;
        bench.finished("LAB", &bench.first, "ALTERED", bench.second_one()).await;
        world.nothing_changes(async {
            for sample in &bench.samples {
                let refused = disposes(&bench.cast.desk, sample, "RETURNED").await;
                assert_eq!(refused.error_field().as_deref(), Some("disposal"), "{refused}");
            }
        }).await;
        world.after_days(3 * 366);
        for sample in &bench.samples {
            disposes(&bench.cast.desk, sample, "RETURNED").await.ok();
        }
    }

    async fn i18_what_is_under_hold_or_on_its_way_does_not_leave(world: World) {
        let bench = Bench::of(&world).await;
        let (desk, buyer) = (&bench.cast.desk, &bench.cast.buyer);
        let piece = bench.piece_of(0).await;
        let hold = desk.holds(&piece).await;
        world.nothing_changes(async {
            for disposal in ["RETURNED", "TRANSFERRED_TO_LE"] {
                disposes(desk, bench.sample(), disposal).await.refused_with("TRANSITION_NOT_ALLOWED");
            }
        }).await;
        desk.evidence_act("liftLegalHold", json!({ "id": hold, "reason": "the case is closed" })).await.ok();
        let version = reads_sample(buyer, bench.sample()).await.ok().number("/sample/custodyVersion");
        let input = json!({ "idempotencyKey": world.id().to_string(), "id": bench.sample(), "expectedVersion": version,
            "toPersonId": desk.public_id(), "seal": "S-9" });
        on_sample(buyer, "handOverSample", input).await.ok();
        world.nothing_changes(async {
            for disposal in ["RETAINED", "RETURNED", "TRANSFERRED_TO_LE"] {
                disposes(desk, bench.sample(), disposal).await.refused_with("TRANSITION_NOT_ALLOWED");
            }
        }).await;
        on_sample(desk, "confirmSampleHandOver", json!({ "id": bench.sample() })).await.ok();
        disposes(desk, bench.sample(), "TRANSFERRED_TO_LE").await.ok();
    }

    /// Whoever had it last writes nothing into its chain any more.
    async fn i17_what_has_left_is_handed_on_by_nobody(world: World) {
        let bench = Bench::of(&world).await;
        let (desk, buyer) = (&bench.cast.desk, &bench.cast.buyer);
        disposes(desk, bench.sample(), "TRANSFERRED_TO_LE").await.ok();
        let version = reads_sample(buyer, bench.sample()).await.ok().number("/sample/custodyVersion");
        let base = json!({ "id": bench.sample(), "expectedVersion": version });
        let hands = json!({ "idempotencyKey": world.id().to_string(), "toPersonId": desk.public_id(), "seal": "S-9" });
        let writes = json!({ "act": "EXAMINED", "note": "once more" });
        world.nothing_changes(async {
            for (mutation, more) in [("handOverSample", hands), ("recordSampleCustody", writes)] {
                let refused = on_sample(buyer, mutation, with(base.clone(), more)).await;
                assert_eq!(refused.error_code(), Some("TRANSITION_NOT_ALLOWED"), "{mutation}: {refused}");
            }
            let wish = bench.wish("LAB", &bench.first, json!({}));
            acts(&bench.cast.requester, "orderAppraisal", wish).await.refused_with("TRANSITION_NOT_ALLOWED");
        }).await;
        assert!(world.evidence_faults().await.is_empty());
    }

    /// What may still be corrected is compared with nothing: else it would be an answer to who inspects blindly.
    async fn i21_who_inspects_blindly_does_not_learn_by_the_figures_what_others_found(world: World) {
        let bench = Bench::of(&world).await;
        bench.finished("BRAND_HQ", &bench.headquarters, "COUNTERFEIT", json!({})).await;
        let document = "{ appraiserFigures { appraiser { id } reported compared wrong } }";
        let figures = async || {
            let found = bench.second.graphql(document, json!({})).await.ok();
            (found.number("/appraiserFigures/0/compared"), found.number("/appraiserFigures/0/wrong"))
        };
        let id = bench.reported("LAB", &bench.second, "GENUINE", json!({})).await;
        assert_eq!(figures().await, (0, 0));
        moves(&bench.cast.requester, "agreeToAppraisal", &id, json!({})).await.ok();
        assert_eq!(figures().await, (0, 0), "it may still be corrected");
        let corrected = with(report(&bench.second, "COUNTERFEIT").await, json!({ "reason": "the light" }));
        moves(&bench.second, "correctAppraisal", &id, corrected).await.ok();
        assert_eq!(figures().await, (0, 0));
        moves(&bench.cast.requester, "agreeToAppraisal", &id, json!({})).await.ok();
        moves(&bench.cast.requester, "finalizeAppraisal", &id, json!({})).await.ok();
        assert_eq!(figures().await, (1, 0));
    }

    /// A sample that was drawn stays so until somebody has inspected it a second time, whoever orders and takes back.
    async fn nobody_gets_a_drawn_sample_out_of_its_second_inspection(world: World) {
        let bench = Bench::of(&world).await;
        let policy = "mutation($input: SetAppraisalPolicyInput!) { setAppraisalPolicy(input: $input) { userErrors { code field } } }";
        let ranks = ["LOCAL_TEAM", "LAB", "INDEPENDENT_LAB", "BRAND_HQ", "COURT_APPOINTED"];
        let input = json!({ "expectedVersion": 0, "rankOrder": ranks, "qualityEvery": 1 });
        bench.cast.desk.graphql(policy, json!({ "input": input })).await.ok();
        let due = async || reads_sample(&bench.cast.desk, bench.sample()).await.ok().data("/sample/qualityDue").clone();
        // The first one who is asked declines, so that the first report is that of a later round.
        let declined = bench.ordered("LAB", &bench.first, json!({})).await;
        moves(&bench.first, "declineAppraisal", &declined, json!({ "reason": "no time" })).await.ok();
        bench.finished("LAB", &bench.second, "COUNTERFEIT", json!({})).await;
        assert_eq!(due().await, json!(true));
        for (by, mutation) in [(&bench.cast.requester, "cancelAppraisal"), (&bench.first, "declineAppraisal")] {
            let again = bench.ordered("LAB", &bench.first, json!({ "quality": true })).await;
            assert_eq!(due().await, json!(false));
            moves(by, mutation, &again, json!({ "reason": "no time" })).await.ok();
            assert_eq!(due().await, json!(true), "{mutation}");
        }
        let again = bench.finished("LAB", &bench.first, "COUNTERFEIT", json!({ "quality": true })).await;
        let read = reads(&bench.cast.requester, &again).await.ok();
        assert_eq!((read.text("/appraisal/purpose"), read.data("/appraisal/blind")), ("QUALITY".to_owned(), &json!(true)));
        assert_eq!(due().await, json!(false));
    }
}
