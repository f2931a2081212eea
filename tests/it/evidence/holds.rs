//! Legal holds, and the end of evidence: two people, never under hold.

use sea_orm::ConnectionTrait as _;
use serde_json::json;
use touchstone::evidence::jobs;

use crate::{
    both_databases,
    support::{Evidence, Person, Response, picture},
};

async fn asks(by: &Person, of: &Evidence) -> Response {
    by.on_evidence(
        "askEvidenceDestruction",
        of,
        json!({ "reason": "kept longer than allowed" }),
    )
    .await
}

async fn approves(by: &Person, of: &Evidence) -> Response {
    by.on_evidence("approveEvidenceDestruction", of, json!({})).await
}

both_databases! {
    async fn i18_nothing_under_legal_hold_is_disposed_of(world: World) {
        let (acme, secretariat) = (world.brand("Acme").await, world.secretariat().await);
        let (admin, desk) = (acme.admin().await, secretariat.desk().await);
        let lead = admin.prepares(&acme).await;
        let photo = admin.attaches(&lead, &picture(1), json!({})).await;
        let path = photo.path().await;
        // Asked for before the hold: the second person may not decide any more.
        asks(&admin, &photo).await.ok();
        let hold = admin.holds(&photo).await;
        world
            .nothing_changes(async {
                approves(&desk, &photo).await.refused_with("TRANSITION_NOT_ALLOWED");
                let id = match world.app.db.is_sqlite() {
                    true => format!("x'{}'", photo.id.simple()),
                    false => format!("'{}'", photo.id),
                };
                let by_hand = format!("UPDATE evidence_item SET file_id = NULL WHERE id = {id}");
                assert!(world.app.db.write().execute_unprepared(&by_hand).await.is_err());
                assert!(world.app.db.write().execute_unprepared("DELETE FROM file_object").await.is_err());
            })
            .await;
        desk.on_evidence("refuseEvidenceDestruction", &photo, json!({ "reason": "under hold" })).await.ok();
        world.nothing_changes(async { asks(&admin, &photo).await.refused_with("TRANSITION_NOT_ALLOWED") }).await;
        world.after_days(400);
        jobs::tidy(&world.app).await.unwrap();
        assert!(path.is_file(), "tidying leaves it alone");
        let lifted = admin.evidence_act("liftLegalHold", json!({ "id": hold, "reason": "case closed" })).await.ok();
        assert_eq!(lifted.data("/liftLegalHold/evidence/onHold"), false);
        asks(&admin, &photo).await.ok();
        approves(&desk, &photo).await.ok();
        assert!(!path.exists());
    }

    async fn i14_destruction_takes_two_people_one_of_them_from_outside(world: World) {
        let (acme, secretariat) = (world.brand("Acme").await, world.secretariat().await);
        let (admin, investigator) = (acme.admin().await, acme.investigator().await);
        let (desk, other_desk) = (secretariat.desk().await, secretariat.desk().await);
        let lead = admin.prepares(&acme).await;
        let photo = admin.attaches(&lead, &picture(1), json!({})).await;
        world
            .nothing_changes(async {
                approves(&desk, &photo).await.refused_with("TRANSITION_NOT_ALLOWED");
                asks(&investigator, &photo).await.refused_with("FORBIDDEN");
            })
            .await;
        asks(&desk, &photo).await.ok();
        world
            .nothing_changes(async {
                approves(&desk, &photo).await.refused_with("FOUR_EYES");
                approves(&admin, &photo).await.refused_with("FORBIDDEN");
                asks(&admin, &photo).await.refused_with("TRANSITION_NOT_ALLOWED");
            })
            .await;
        let path = photo.path().await;
        let done = approves(&other_desk, &photo).await.ok();
        assert_eq!(done.text("/approveEvidenceDestruction/evidence/state"), "DESTROYED");
        assert!(!path.exists(), "the bytes are gone");
        let row = photo.row().await;
        assert!(row.file_id.is_none() && row.sha256.is_some(), "what was said of it stays");
        assert_eq!(photo.custody().await, ["COLLECTED", "HASHED", "DESTROYED"]);
        let seen = admin.looks_at(&photo).await.ok();
        assert_eq!(seen.text("/evidenceItem/state"), "DESTROYED");
        assert_eq!(seen.list("/evidenceItem/allowedActions").len(), 0);
        assert_eq!(world.evidence_faults().await, Vec::<String>::new());
        assert_eq!(lead.timeline().await.last().unwrap(), "EVIDENCE_DESTROYED");
    }

    /// The secretariat alone may not destroy what is its own.
    async fn i14_evidence_of_the_secretariats_own_lead_is_not_destroyed_by_the_secretariat(world: World) {
        let (acme, secretariat) = (world.brand("Acme").await, world.secretariat().await);
        let (desk, other) = (secretariat.desk().await, secretariat.desk().await);
        let lead = desk.prepares(&acme).await;
        let photo = desk.attaches(&lead, &picture(1), json!({})).await;
        asks(&desk, &photo).await.ok();
        world.nothing_changes(async { approves(&other, &photo).await.refused_with("FOUR_EYES") }).await;
    }

    async fn bytes_that_something_else_is_made_of_stay(world: World) {
        let (acme, secretariat) = (world.brand("Acme").await, world.secretariat().await);
        let (admin, desk) = (acme.admin().await, secretariat.desk().await);
        let lead = admin.prepares(&acme).await;
        let one = admin.attaches(&lead, &picture(1), json!({})).await;
        let other = admin.attaches(&lead, &picture(1), json!({})).await;
        assert_eq!(one.row().await.file_id, other.row().await.file_id, "the same bytes lie there once");
        let path = one.path().await;
        asks(&admin, &one).await.ok();
        approves(&desk, &one).await.ok();
        assert!(path.is_file());
        assert_eq!(world.evidence_faults().await, Vec::<String>::new());
        asks(&admin, &other).await.ok();
        approves(&desk, &other).await.ok();
        assert!(!path.exists());
    }

    async fn an_agencys_hold_is_lifted_by_the_agency_alone(world: World) {
        let (acme, police, secretariat) = (world.brand("Acme").await, world.agency("Police").await, world.secretariat().await);
        let (admin, officer, desk) = (acme.admin().await, police.officer().await, secretariat.desk().await);
        let lead = admin.prepares(&acme).await;
        let photo = admin.attaches(&lead, &picture(1), json!({})).await;
        admin.shares(&lead, &[&police]).await.ok();
        let hold = officer.holds(&photo).await;
        let more = || json!({ "id": hold, "reason": "no longer needed" });
        world
            .nothing_changes(async {
                admin.evidence_act("liftLegalHold", more()).await.refused_with("FORBIDDEN");
                desk.evidence_act("liftLegalHold", more()).await.refused_with("FORBIDDEN");
            })
            .await;
        let seen = admin.looks_at(&photo).await.ok();
        assert_eq!(seen.data("/evidenceItem/onHold"), true);
        assert_eq!(seen.text("/evidenceItem/holds/0/organization/name"), "Police");
        assert_eq!(seen.data("/evidenceItem/holds/0/reason"), &serde_json::Value::Null, "the agency's own");
        officer.evidence_act("liftLegalHold", more()).await.ok();
        world.nothing_changes(async { officer.evidence_act("liftLegalHold", more()).await.refused_with("TRANSITION_NOT_ALLOWED") }).await;
        assert_eq!(photo.row().await.holds, 0);
    }

    async fn a_hold_is_placed_once_for_a_key_and_counts_for_each(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, investigator) = (acme.admin().await, acme.investigator().await);
        let lead = admin.creates(&acme).await;
        let photo = admin.attaches(&lead, &picture(1), json!({})).await;
        let input = |key: &str| json!({ "idempotencyKey": key, "id": photo.public_id(), "reason": "court order" });
        admin.evidence_act("placeLegalHold", input("a")).await.ok();
        admin.evidence_act("placeLegalHold", input("a")).await.ok();
        assert_eq!(photo.row().await.holds, 1);
        admin.evidence_act("placeLegalHold", input("b")).await.ok();
        assert_eq!(photo.row().await.holds, 2);
        world
            .nothing_changes(async {
                investigator.evidence_act("placeLegalHold", input("c")).await.refused_with("FORBIDDEN");
                let empty = json!({ "idempotencyKey": "d", "id": photo.public_id(), "reason": "" });
                admin.evidence_act("placeLegalHold", empty).await.refused_with("BAD_USER_INPUT");
            })
            .await;
    }
}
