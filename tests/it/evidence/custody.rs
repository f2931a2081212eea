//! Who had a piece of evidence: an account without a gap.

use sea_orm::ConnectionTrait as _;
use serde_json::json;
use touchstone::evidence::jobs;

use crate::{
    both_databases,
    support::{Asks as _, Person, picture},
};

both_databases! {
    async fn i17_what_happens_to_a_piece_stands_in_its_chain(world: World) {
        let acme = world.brand("Acme").await;
        let (author, colleague) = (acme.investigator().await, acme.investigator().await);
        let lead = author.creates(&acme).await;
        let photo = author.attaches(&lead, &picture(1), json!({ "seal": "S-1" })).await;
        author.on_evidence("recordCustody", &photo, json!({ "act": "OPENED", "note": "looked inside" })).await.ok();
        author.on_evidence("recordCustody", &photo, json!({ "act": "EXAMINED" })).await.ok();
        author.on_evidence("recordCustody", &photo, json!({ "act": "SEALED", "seal": "S-2" })).await.ok();
        let transfer = author.hands_over(&photo, &colleague).await;
        colleague.evidence_act("confirmEvidenceTransfer", json!({ "id": transfer, "note": "intact" })).await.ok();
        colleague.on_evidence("recordCustody", &photo, json!({ "act": "COPIED" })).await.ok();
        let kinds = ["COLLECTED", "SEALED", "HASHED", "OPENED", "EXAMINED", "SEALED", "TRANSFERRED", "RECEIVED", "COPIED"];
        assert_eq!(photo.custody().await, kinds);
        let seen = author.looks_at(&photo).await.ok();
        assert_eq!(seen.number("/evidenceItem/custody/totalCount"), 9);
        let events = seen.list("/evidenceItem/custody/edges");
        for pair in events.windows(2) {
            assert_eq!(pair[1]["node"]["prev"], pair[0]["node"]["hash"]);
        }
        assert_eq!(events[3]["node"]["note"], "looked inside");
        assert_eq!(seen.text("/evidenceItem/seal"), "S-17", "under which it travelled");
        assert!(seen.text("/evidenceItem/holderName").starts_with(&colleague.name));
        assert_eq!(world.evidence_faults().await, Vec::<String>::new());
    }

    async fn i17_custody_can_only_grow(world: World) {
        let acme = world.brand("Acme").await;
        let author = acme.investigator().await;
        let lead = author.creates(&acme).await;
        author.attaches(&lead, &picture(1), json!({})).await;
        let db = world.app.db.write();
        let mut attempts = vec![
            "UPDATE custody_event SET at = 1",
            "DELETE FROM custody_event",
            "DELETE FROM evidence_item",
            "UPDATE evidence_item SET sha256 = 'other'",
        ];
        if world.app.db.is_sqlite() {
            attempts.push("INSERT OR REPLACE INTO custody_event SELECT * FROM custody_event WHERE seq = 1");
            attempts.push(
                "INSERT OR REPLACE INTO custody_event SELECT randomblob(16), evidence_id, seq, kind, at, actor_id, \
                 organization_id, link, detail, prev, 'another' FROM custody_event WHERE seq = 1",
            );
            attempts.push("INSERT OR REPLACE INTO evidence_item SELECT * FROM evidence_item");
        } else {
            attempts.push("TRUNCATE custody_event");
            attempts.push("TRUNCATE evidence_item CASCADE");
        }
        world
            .nothing_changes(async {
                for attempt in attempts {
                    assert!(db.execute_unprepared(attempt).await.is_err(), "{attempt}");
                }
            })
            .await;
    }

    async fn i17_who_gets_round_the_database_is_found_out(world: World) {
        let acme = world.brand("Acme").await;
        let author = acme.investigator().await;
        let lead = author.creates(&acme).await;
        for (shade, statement, fault) in [
            (1, "UPDATE custody_event SET detail = '{}' WHERE evidence_id = X AND seq = 1", "event 1 was altered"),
            (2, "DELETE FROM custody_event WHERE evidence_id = X AND seq = 1", "event 1 is missing"),
            (3, "DELETE FROM custody_event WHERE evidence_id = X AND seq = 2", "its end was cut off"),
        ] {
            let photo = author.attaches(&lead, &picture(shade), json!({})).await;
            assert_eq!(photo.custody().await, ["COLLECTED", "HASHED"]);
            let (off, id) = if world.app.db.is_sqlite() {
                ("DROP TRIGGER IF EXISTS custody_event_no_update; DROP TRIGGER IF EXISTS custody_event_no_delete", format!("x'{}'", photo.id.simple()))
            } else {
                ("DROP TRIGGER IF EXISTS custody_event_insert_only ON custody_event", format!("'{}'", photo.id))
            };
            world.app.db.write().execute_unprepared(off).await.unwrap();
            world.app.db.write().execute_unprepared(&statement.replace('X', &id)).await.unwrap();
            let found = world.evidence_faults().await;
            assert!(found.iter().any(|found| found == fault), "{fault}: {found:?}");
        }
    }

    async fn a_piece_stays_with_who_sent_it_until_the_other_hand_confirms(world: World) {
        let (acme, secretariat) = (world.brand("Acme").await, world.secretariat().await);
        let (author, desk) = (acme.investigator().await, secretariat.desk().await);
        let lead = author.prepares(&acme).await;
        let photo = author.attaches(&lead, &picture(1), json!({})).await;
        let transfer = author.hands_over(&photo, &desk).await;
        let seen = desk.looks_at(&photo).await.ok();
        assert!(seen.text("/evidenceItem/holderName").contains("Acme") || seen.text("/evidenceItem/holderName") == "Acme");
        assert_eq!(seen.text("/evidenceItem/transfer/recipient/id"), desk.public_id());
        // It is on its way: nothing else is done to it, and only the other hand confirms.
        world
            .nothing_changes(async {
                author.on_evidence("recordCustody", &photo, json!({ "act": "OPENED" })).await.refused_with("TRANSITION_NOT_ALLOWED");
                author.evidence_act("confirmEvidenceTransfer", json!({ "id": transfer })).await.refused_with("FORBIDDEN");
                desk.evidence_act("withdrawEvidenceTransfer", json!({ "id": transfer, "reason": "mine" })).await.refused_with("FORBIDDEN");
                desk.evidence_act("refuseEvidenceTransfer", json!({ "id": transfer, "reason": " " })).await.refused_with("BAD_USER_INPUT");
            })
            .await;
        desk.evidence_act("refuseEvidenceTransfer", json!({ "id": transfer, "reason": "the seal is broken" })).await.ok();
        assert_eq!(photo.row().await.holder_id, author.id);
        assert_eq!(photo.custody().await.last().unwrap(), "RETURNED");
        let again = author.hands_over(&photo, &desk).await;
        author.evidence_act("withdrawEvidenceTransfer", json!({ "id": again, "reason": "not yet" })).await.ok();
        let third = author.hands_over(&photo, &desk).await;
        desk.evidence_act("confirmEvidenceTransfer", json!({ "id": third })).await.ok();
        assert_eq!(photo.row().await.holder_id, desk.id);
        world
            .nothing_changes(async {
                desk.evidence_act("confirmEvidenceTransfer", json!({ "id": third })).await.refused_with("TRANSITION_NOT_ALLOWED");
                author.on_evidence("recordCustody", &photo, json!({ "act": "OPENED" })).await.refused_with("FORBIDDEN");
            })
            .await;
        assert_eq!(world.evidence_faults().await, Vec::<String>::new());
    }

    async fn of_two_confirmations_at_once_one_counts(world: World) {
        let acme = world.brand("Acme").await;
        let (author, colleague) = (acme.investigator().await, acme.investigator().await);
        let lead = author.creates(&acme).await;
        let photo = author.attaches(&lead, &picture(1), json!({})).await;
        let transfer = author.hands_over(&photo, &colleague).await;
        let confirm = || colleague.evidence_act("confirmEvidenceTransfer", json!({ "id": transfer }));
        let (one, other) = tokio::join!(confirm(), confirm());
        let mut codes = [one.error_code(), other.error_code()];
        codes.sort_unstable();
        assert_eq!(codes, [None, Some("TRANSITION_NOT_ALLOWED")]);
        assert_eq!(photo.custody().await, ["COLLECTED", "HASHED", "TRANSFERRED", "RECEIVED"]);
        assert_eq!(world.evidence_faults().await, Vec::<String>::new());
    }

    async fn evidence_is_handed_to_who_sees_it_and_nobody_else(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (author, stranger) = (acme.investigator().await, bolt.investigator().await);
        let suspended = acme.investigator().await;
        suspended.put_into("SUSPENDED").await;
        let lead = author.creates(&acme).await;
        let photo = author.attaches(&lead, &picture(1), json!({})).await;
        world
            .nothing_changes(async {
                for to in [&stranger, &suspended, &author] {
                    let more = json!({ "idempotencyKey": world.id().to_string(), "toPersonId": to.public_id() });
                    let refused = author.on_evidence("sendEvidence", &photo, more).await;
                    refused.refused_with("BAD_USER_INPUT");
                }
            })
            .await;
    }

    async fn keepers_are_told_once_of_a_hand_over_that_waits_for_two_days(world: World) {
        let acme = world.brand("Acme").await;
        let (author, colleague) = (acme.investigator().await, acme.investigator().await);
        let lead = author.prepares(&acme).await;
        let photo = author.attaches(&lead, &picture(1), json!({})).await;
        author.hands_over(&photo, &colleague).await;
        world.after_hours(47);
        assert_eq!(jobs::alarm(&world.app).await.unwrap(), 0);
        world.after_hours(1);
        assert_eq!(jobs::alarm(&world.app).await.unwrap(), 1);
        assert_eq!(jobs::alarm(&world.app).await.unwrap(), 0, "once");
        assert_eq!(author.looks_at(&photo).await.ok().data("/evidenceItem/transfer/overdue"), true);
        let desk = world.secretariat().await.desk().await;
        for keeper in [&author, &desk] {
            let read = keeper.graphql("query($id: ID!) { lead(id: $id) { timeline(last: 1) { edges { node { kind detail evidence { id } } } } } }", json!({ "id": lead.public_id() })).await.ok();
            assert_eq!(read.text("/lead/timeline/edges/0/node/kind"), "EVIDENCE_TRANSFER_OVERDUE");
            assert_eq!(read.text("/lead/timeline/edges/0/node/evidence/id"), photo.public_id());
        }
    }

    async fn both_hands_and_their_administrators_are_told_once_of_a_late_hand_over(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (author, colleague, admin) = (acme.investigator().await, acme.investigator().await, acme.admin().await);
        let (recipient, bystander, their_admin) = (bolt.investigator().await, bolt.investigator().await, bolt.admin().await);
        let lead = author.prepares(&acme).await;
        author.shares(&lead, &[&bolt]).await.ok();
        let pieces = [author.attaches(&lead, &picture(1), json!({})).await, author.attaches(&lead, &picture(2), json!({})).await];
        author.hands_over(&pieces[0], &recipient).await;
        let in_time = author.hands_over(&pieces[1], &recipient).await;
        recipient.evidence_act("confirmEvidenceTransfer", json!({ "id": in_time })).await.ok();
        let told = async |by: &Person| {
            world.notified().await;
            let list = "{ notifications(first: 50) { nodes { kind lead { id } evidence { id } } } }";
            let told = by.graphql(list, json!({})).await.ok();
            told.data("/notifications/nodes").clone()
        };
        world.after_hours(47);
        jobs::alarm(&world.app).await.unwrap();
        assert_eq!(told(&recipient).await, json!([]));
        world.after_hours(1);
        for _ in 0..2 {
            jobs::alarm(&world.app).await.unwrap();
            world.after_hours(1);
        }
        let once = json!([{ "kind": "TRANSFER_OVERDUE", "lead": { "id": lead.public_id() }, "evidence": { "id": pieces[0].public_id() } }]);
        for person in [&author, &recipient, &admin, &their_admin] {
            assert_eq!(told(person).await, once);
        }
        for person in [&colleague, &bystander] {
            assert_eq!(told(person).await, json!([]));
        }
        author.changes_tlp(&lead, "RED").await.ok();
        assert_eq!((told(&recipient).await, told(&author).await), (json!([]), once), "who lost sight of it lost that, too");
    }

    async fn nobody_is_told_of_a_late_hand_over_who_lost_sight_of_it_or_that_was_confirmed_meanwhile(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (author, recipient) = (acme.investigator().await, bolt.investigator().await);
        let mut leads = Vec::new();
        for shade in [1, 2] {
            let lead = author.prepares(&acme).await;
            author.shares(&lead, &[&bolt]).await.ok();
            let photo = author.attaches(&lead, &picture(shade), json!({})).await;
            let transfer = author.hands_over(&photo, &recipient).await;
            leads.push((lead, transfer));
        }
        world.after_hours(48);
        assert_eq!(jobs::alarm(&world.app).await.unwrap(), 2);
        author.changes_tlp(&leads[0].0, "RED").await.ok();
        recipient.evidence_act("confirmEvidenceTransfer", json!({ "id": leads[1].1 })).await.ok();
        world.notified().await;
        let list = "{ notifications(first: 50) { nodes { kind lead { id } } } }";
        let told = recipient.graphql(list, json!({})).await.ok();
        assert_eq!(told.list("/notifications/nodes").len(), 0, "{told}");
        let told = author.graphql(list, json!({})).await.ok();
        assert_eq!(told.texts("/notifications/nodes", "/lead/id"), [leads[0].0.public_id()], "the other one was confirmed");
    }

    async fn what_somebody_left_behind_is_sent_on_by_the_organisations_administrator(world: World) {
        let acme = world.brand("Acme").await;
        let (author, admin, colleague) = (acme.investigator().await, acme.admin().await, acme.investigator().await);
        let lead = author.creates(&acme).await;
        let photo = author.attaches(&lead, &picture(1), json!({})).await;
        author.put_into("SUSPENDED").await;
        let more = json!({ "idempotencyKey": "k", "toPersonId": colleague.public_id() });
        colleague.on_evidence("sendEvidence", &photo, more).await.refused_with("FORBIDDEN");
        let transfer = admin.hands_over(&photo, &colleague).await;
        colleague.evidence_act("confirmEvidenceTransfer", json!({ "id": transfer })).await.ok();
        assert_eq!(photo.row().await.holder_id, colleague.id);
    }
}
