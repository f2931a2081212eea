//! Who inspects blindly knows the sample and the questions, and by no path anything else.

use serde_json::{Value, json};
use touchstone::{
    permissions::Role,
    platform::ids::{IdKind, encode},
};

use super::{Bench, lists, moves, on_sample, reads, reads_sample, report, sample_row, told};
use crate::{
    both_databases,
    purchases::{self, Cast},
    support::{Asks as _, Person, Response, World},
};

/// Everything that can be asked of an appraisal, and of what hangs on it.
const ALL: &str = "query($id: ID!) { appraisal(id: $id) { id reference rank rankPlace round purpose state blind dueOn dueAt overdue \
    questions referenceFeatures interest interestNote endReason agreedAt contestedAt contestReason finalAt reportUrl allowedActions \
    version orderedAt orderedBy { id name } agreedBy { id } contestedBy { id } appraiser { id } appraiserOrganization { id } \
    organization { id name } purchase { id reference seller title money { asked { amount } } } lead { id reference title } \
    follows { id report { conclusion reasons } } context { orderNumber seller listingUrl } \
    report { conclusion orderNumber listingUrl reportSha256 } reports { reasons orderNumber listingUrl } \
    sample { id reference number label seal receivedAt retainedUntil disposal disposalNote place holder { id name } \
    handOver { to { id } note } purchase { id reference } lead { id title } evidence { id title source } \
    appraisals { id report { conclusion reasons } } conclusion { state conclusion standsOn { id } against { id } } } } }";

/// Asks for everything, and says all of it in one text.
async fn asked(by: &Person, id: &str, sample: &str, hidden: &[String]) -> String {
    let mut told: Vec<Response> = vec![
        by.graphql(ALL, json!({ "id": id })).await,
        reads(by, id).await,
        reads_sample(by, sample).await,
        by.graphql(
            "{ appraisals(first: 50) { totalCount nodes { id round purpose context { seller } follows { id } } } }",
            json!({}),
        )
        .await,
        by.graphql(
            "{ samples(first: 50) { totalCount nodes { id label lead { id } purchase { id } evidence { id } } } }",
            json!({}),
        )
        .await,
        by.graphql("{ appraiserFigures { appraiser { id } reported wrong } }", json!({}))
            .await,
        by.graphql(
            "{ notifications(first: 50) { nodes { kind heading lead { id } purchase { id } appraisal { id } } } }",
            json!({}),
        )
        .await,
        by.graphql(
            "{ search(query: \"Acme\", first: 50) { totalCount nodes { kind excerpts { text } } } }",
            json!({}),
        )
        .await,
        by.graphql("{ purchases(first: 50) { totalCount nodes { id } } }", json!({}))
            .await,
        by.graphql("{ leads(first: 50) { totalCount nodes { id } } }", json!({}))
            .await,
    ];
    for id in hidden {
        told.push(
            by.graphql("query($id: ID!) { node(id: $id) { id } }", json!({ "id": id }))
                .await,
        );
    }
    let is_wrong = |answer: &&Response| answer.error_code() == Some("INVALID_DOCUMENT");
    assert_eq!(
        told.iter().find(is_wrong),
        None,
        "a document that asks for nothing proves nothing"
    );
    // What was asked for by its id stands in the answer only where it was found.
    told.iter()
        .map(|answer| answer.0["data"].to_string())
        .collect::<Vec<_>>()
        .join("\n")
}

/// A bench about goods of a seller, with an earlier report that says a lot.
async fn told_much(world: &World) -> (Bench, String, Vec<(&'static str, String)>) {
    let cast = Cast::of(world).await;
    let wish = json!({ "seller": "Top Grade Kicks" });
    let id = cast.assigned(wish).await;
    let order = cast.order(&cast.buyer, "250.00", json!({})).await;
    purchases::moves(&cast.buyer, "orderPurchase", &id, order).await.ok();
    let receipt = cast.receipt(&cast.buyer, &cast.lead, &["S-1"]).await;
    let received = purchases::moves(&cast.buyer, "receivePurchase", &id, receipt)
        .await
        .ok();
    let samples = received.texts("/receivePurchase/purchase/samples", "/id");
    let lab = world
        .organization(touchstone::permissions::viewer::OrganizationKind::Lab, "Lab")
        .await;
    let bench = Bench {
        world: world.clone(),
        team: cast.acme.person(&[Role::Ap]).await,
        headquarters: cast.acme.person(&[Role::Ap]).await,
        first: lab.person(&[Role::Ap]).await,
        second: lab.person(&[Role::Ap]).await,
        lab,
        purchase: id,
        samples,
        cast,
    };
    let first = bench
        .finished("LAB", &bench.first, "COUNTERFEIT", json!({ "blind": false }))
        .await;
    moves(
        &bench.cast.requester,
        "contestAppraisal",
        &first,
        json!({ "reason": "our own thread" }),
    )
    .await
    .ok();
    let lead = bench.cast.lead.row().await;
    let sample = sample_row(world, bench.sample()).await;
    let purchase = purchases::row(world, &bench.purchase).await;
    let secrets = vec![
        ("the lead", bench.cast.lead.public_id()),
        ("the lead's reference", lead.reference),
        ("the lead's title", lead.title),
        ("the purchase", bench.purchase.clone()),
        ("the purchase's reference", purchase.reference),
        ("the listing's title", purchase.title),
        ("the evidence", encode(IdKind::Evidence, sample.evidence_id)),
        ("the seller", "Top Grade Kicks".to_owned()),
        ("the price", "250.00".to_owned()),
        ("the order", "T-2026-0001".to_owned()),
        ("the earlier appraisal", first.clone()),
        ("what it found", "COUNTERFEIT".to_owned()),
        ("why", "The seam says".to_owned()),
        ("why it is contested", "our own thread".to_owned()),
        ("who asked", bench.cast.requester.public_id()),
        ("who has bought", bench.cast.buyer.public_id()),
        ("who inspected before", bench.first.public_id()),
        ("where it is kept", "shelf 4".to_owned()),
    ];
    (bench, first, secrets)
}

both_databases! {
    async fn i21_a_blind_appraiser_learns_of_nothing_but_the_sample(world: World) {
        let (bench, first, secrets) = told_much(&world).await;
        let again = bench.ordered("LAB", &bench.second, json!({ "followsId": first })).await;
        world.notified().await;
        let hidden: Vec<String> = vec![
            bench.cast.lead.public_id(), bench.purchase.clone(), first.clone(), bench.cast.item.clone(),
            encode(IdKind::Evidence, sample_row(&world, bench.sample()).await.evidence_id),
        ];
        for state in ["ordered", "taken up", "reported"] {
            match state {
                "taken up" => {
                    moves(&bench.second, "takeUpAppraisal", &again, json!({ "interest": "NONE" })).await.ok();
                }
                "reported" => {
                    moves(&bench.second, "beginAppraisal", &again, json!({})).await.ok();
                    moves(&bench.second, "reportAppraisal", &again, report(&bench.second, "GENUINE").await).await.ok();
                }
                _ => {}
            }
            let said = asked(&bench.second, &again, bench.sample(), &hidden).await;
            assert!(said.contains(&again) && said.contains("Nine stitches an inch"), "{said}");
            for (what, secret) in secrets.iter().filter(|(what, _)| state != "reported" || *what != "why") {
                assert!(!said.contains(secret.as_str()), "{what} is told when it is {state}: {said}");
            }
        }
        assert_eq!(lists(&bench.second, json!({})).await, std::slice::from_ref(&again));
        reads(&bench.second, &first).await.not_found();
        for kind in told(&bench.second).await {
            assert_eq!(kind, "APPRAISAL_ORDERED");
        }
    }

    async fn who_inspects_openly_is_told_what_a_report_has_to_name(world: World) {
        let (bench, _, _) = told_much(&world).await;
        let third = bench.lab.person(&[Role::Ap]).await;
        let open = bench.ordered("LAB", &third, json!({ "blind": false })).await;
        let read = reads(&third, &open).await.ok();
        let context = json!({ "orderNumber": "T-2026-0001", "seller": "Top Grade Kicks", "listingUrl": null });
        assert_eq!(read.data("/appraisal/context"), &context);
        assert!(read.data("/appraisal/lead").is_null(), "the lead is not seen by that");
    }

    /// Who orders, judges and reads, and who finds nothing.
    async fn i21_roles_by_what_they_see_of_samples_and_appraisals(world: World) {
        let bench = Bench::of(&world).await;
        let id = bench.reported("LAB", &bench.first, "COUNTERFEIT", json!({})).await;
        let bolt = world.brand("Bolt").await;
        let cast = &bench.cast;
        let mut acme = cast.acme.clone();
        let kids = acme.add_brand("Acme Kids").await;
        let unknown = (world.unknown(IdKind::Appraisal), world.unknown(IdKind::Sample));
        for (who, person) in [
            ("administrator", acme.admin().await),
            ("investigator", cast.requester.clone()),
            ("desk", cast.desk.clone()),
            ("agent", world.agent_firm("Firm").await.agent_for(&cast.acme).await),
        ] {
            assert!(reads(&person, &id).await.error_code().is_none(), "{who}");
            assert_eq!(reads_sample(&person, bench.sample()).await.ok().text("/sample/evidence/id").len(), 35, "{who}");
            assert_eq!(lists(&person, json!({})).await, std::slice::from_ref(&id), "{who}");
        }
        for (who, person) in [
            ("another member", bolt.admin().await),
            ("its appraiser", bolt.person(&[Role::Ap]).await),
            ("of another brand", acme.person_for(&[Role::Mi], &[kids]).await),
            ("another appraiser", bench.second.clone()),
            ("the own team", bench.team.clone()),
        ] {
            let found = (reads(&person, &id).await, reads(&person, &unknown.0).await);
            found.0.not_found();
            assert_eq!(found.0.0, found.1.0, "{who}");
            let found = (reads_sample(&person, bench.sample()).await, reads_sample(&person, &unknown.1).await);
            found.0.not_found();
            assert_eq!(found.0.0, found.1.0, "{who}");
            assert!(lists(&person, json!({})).await.is_empty(), "{who}");
        }
        for (who, person) in [
            ("finance", cast.finance.clone()),
            ("officer", world.agency("Police").await.officer().await),
            ("fund manager", cast.treasury.manager.clone()),
        ] {
            assert!(matches!(reads(&person, &id).await.error_code(), Some("FORBIDDEN" | "NOT_FOUND")), "{who}");
        }
    }

    async fn i21_what_is_not_seen_is_not_there_before_anything_is_looked_at(world: World) {
        let bench = Bench::of(&world).await;
        let id = bench.ordered("LAB", &bench.first, json!({})).await;
        let stranger = world.brand("Bolt").await.person(&[Role::Ma, Role::Mi, Role::Ap]).await;
        let (appraisal, sample) = (world.unknown(IdKind::Appraisal), world.unknown(IdKind::Sample));
        let mutations: [(&str, Value); 6] = [
            ("takeUpAppraisal", json!({ "interest": "OTHER" })),
            ("declineAppraisal", json!({ "reason": "" })),
            ("beginAppraisal", json!({})),
            ("agreeToAppraisal", json!({})),
            ("contestAppraisal", json!({ "reason": "" })),
            ("cancelAppraisal", json!({ "reason": "" })),
        ];
        world.nothing_changes(async {
            for (mutation, more) in mutations {
                let mut answers = Vec::new();
                for id in [&id, &appraisal] {
                    let base = json!({ "id": id, "expectedVersion": 99 });
                    let answer = super::acts(&stranger, mutation, crate::support::with(base, more.clone())).await;
                    assert_eq!(answer.error_code(), Some("NOT_FOUND"), "{mutation}: {answer}");
                    answers.push(answer.0);
                }
                assert_eq!(answers[0], answers[1], "{mutation}");
            }
            for id in [bench.sample(), &sample] {
                let input = json!({ "id": id, "expectedVersion": 99, "disposal": "ASSET" });
                on_sample(&stranger, "disposeSample", input).await.not_found();
                let wish = bench.wish("LAB", &bench.second, json!({ "sampleId": id, "questions": "" }));
                super::acts(&stranger, "orderAppraisal", wish).await.not_found();
            }
        }).await;
    }
}
