//! Who sees evidence: a part of its lead, never more than the lead.

use serde_json::{Value, json};
use touchstone::platform::ids::{IdKind, encode};

use crate::{
    both_databases,
    support::{Asks as _, Person, Response, draft, picture, text, with},
};

/// Every mutation about a piece, with input of the right shape.
fn mutations(id: &str, other: &Person) -> Vec<(&'static str, Value)> {
    vec![
        (
            "openEvidence",
            json!({ "id": id, "rendition": "ORIGINAL", "purpose": "x" }),
        ),
        (
            "recordCustody",
            json!({ "id": id, "expectedVersion": 99, "act": "SEALED" }),
        ),
        (
            "sendEvidence",
            json!({ "idempotencyKey": "", "id": id, "expectedVersion": 99, "toPersonId": other.public_id() }),
        ),
        (
            "placeLegalHold",
            json!({ "idempotencyKey": "", "id": id, "reason": "" }),
        ),
        (
            "askEvidenceDestruction",
            json!({ "id": id, "expectedVersion": 99, "reason": "" }),
        ),
        ("approveEvidenceDestruction", json!({ "id": id, "expectedVersion": 99 })),
        (
            "refuseEvidenceDestruction",
            json!({ "id": id, "expectedVersion": 99, "reason": "" }),
        ),
    ]
}

async fn node(by: &Person, id: &str) -> Response {
    by.graphql("query($id: ID!) { node(id: $id) { id } }", json!({ "id": id }))
        .await
        .ok()
}

both_databases! {
    async fn i21_who_does_not_see_the_lead_is_told_that_there_is_no_evidence_before_anything_is_looked_at(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (author, stranger) = (acme.investigator().await, bolt.admin().await);
        let lead = author.prepares(&acme).await;
        let photo = author.attaches(&lead, &picture(1), json!({})).await;
        let unknown = world.unknown(IdKind::Evidence);
        world
            .nothing_changes(async {
                for id in [photo.public_id(), unknown] {
                    let mut answers = Vec::new();
                    for (mutation, input) in mutations(&id, &stranger) {
                        let answer = stranger.evidence_act(mutation, input).await;
                        if answer.error_code() != Some("FORBIDDEN") {
                            answers.push(answer.error_code().map(str::to_owned));
                        }
                    }
                    assert!(answers.iter().all(|code| code.as_deref() == Some("NOT_FOUND")), "{answers:?}");
                    stranger.graphql("query($id: ID!) { evidenceItem(id: $id) { id } }", json!({ "id": id })).await.not_found();
                    assert_eq!(node(&stranger, &id).await.data("/node"), &Value::Null);
                }
            })
            .await;
        let upload = stranger.uploads(&text(10, 1), "a.txt").await;
        let attach = with(stranger.photo(&lead, &upload), json!({ "title": "", "kind": "VIDEO" }));
        world.nothing_changes(async { stranger.asks_to_attach(attach).await.not_found() }).await;
    }

    async fn i22_a_stricter_tlp_narrows_evidence_and_a_wider_one_is_refused(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let firm = world.agent_firm("Firm").await;
        let agent = firm.agent_for(&acme).await;
        let (author, colleague, recipient) = (acme.investigator().await, acme.investigator().await, bolt.investigator().await);
        let lead = author.prepares(&acme).await;
        author.shares(&lead, &[&bolt]).await.ok();
        let open = author.attaches(&lead, &picture(1), json!({})).await;
        let strict = author.attaches(&lead, &picture(2), json!({ "tlp": "AMBER_STRICT" })).await;
        let red = author.attaches(&lead, &picture(3), json!({ "tlp": "RED" })).await;
        let [open, strict, red] = [open, strict, red].map(|evidence| evidence.public_id());
        assert_eq!(author.evidence_of(&lead).await, [open.clone(), strict.clone(), red.clone()]);
        assert_eq!(colleague.evidence_of(&lead).await, [open.clone(), strict.clone()]);
        assert_eq!(recipient.evidence_of(&lead).await, [open.clone(), strict]);
        assert_eq!(agent.evidence_of(&lead).await, [open], "beyond AMBER agents see nothing");
        assert_eq!(node(&colleague, &red).await.data("/node"), &Value::Null);
        let upload = author.uploads(&picture(4), "a.png").await;
        let wider = with(author.photo(&lead, &upload), json!({ "tlp": "GREEN" }));
        world.nothing_changes(async { author.asks_to_attach(wider).await.refused_with("BAD_USER_INPUT") }).await;
        // Who would not see it itself does not write it.
        let upload = recipient.uploads(&picture(5), "a.png").await;
        let blind = with(recipient.photo(&lead, &upload), json!({ "tlp": "RED" }));
        world.nothing_changes(async { recipient.asks_to_attach(blind).await.refused_with("BAD_USER_INPUT") }).await;
    }

    async fn evidence_follows_its_lead_when_that_becomes_stricter_or_is_taken_back(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (author, admin, recipient) = (acme.investigator().await, acme.admin().await, bolt.investigator().await);
        let lead = author.prepares(&acme).await;
        author.shares(&lead, &[&bolt]).await.ok();
        let photo = author.attaches(&lead, &picture(1), json!({})).await;
        assert_eq!(recipient.evidence_of(&lead).await, [photo.public_id()]);
        author.changes_tlp(&lead, "RED").await.ok();
        recipient.looks_at(&photo).await.not_found();
        admin.looks_at(&photo).await.not_found();
        assert_eq!(author.looks_at(&photo).await.ok().text("/evidenceItem/tlp"), "RED");
        let retracted = author.prepares(&acme).await;
        let kept = author.attaches(&retracted, &picture(2), json!({})).await;
        author.retracts(&retracted).await.ok();
        assert_eq!(author.evidence_of(&retracted).await, [kept.public_id()], "what was taken back keeps its evidence");
        let upload = author.uploads(&picture(3), "a.png").await;
        world
            .nothing_changes(async {
                author.asks_to_attach(author.photo(&retracted, &upload)).await.refused_with("TRANSITION_NOT_ALLOWED");
            })
            .await;
    }

    async fn evidence_about_one_item_is_for_those_who_see_the_item(world: World) {
        let (acme, bolt, third) = (world.brand("Acme").await, world.brand("Bolt").await, world.brand("Third").await);
        let author = acme.investigator().await;
        let items = json!([
            { "brandId": bolt.brand_id(), "title": "Bolt shoe" },
            { "brandId": third.brand_id(), "title": "Third bag" },
        ]);
        let lead = author.prepares_from(with(draft(&acme), json!({ "items": items }))).await;
        author.shares(&lead, &[&bolt, &third]).await.ok();
        let read = author.reads(&lead).await.ok();
        let shoe = read.text("/lead/items/edges/0/node/id");
        let of_shoe = author.attaches(&lead, &picture(1), json!({ "itemId": shoe })).await;
        let of_all = author.attaches(&lead, &picture(2), json!({})).await;
        let (bolts, thirds) = (bolt.investigator().await, third.investigator().await);
        assert_eq!(bolts.evidence_of(&lead).await, [of_shoe.public_id(), of_all.public_id()]);
        assert_eq!(thirds.evidence_of(&lead).await, [of_all.public_id()]);
        // Nobody makes evidence of an item that it does not see.
        let upload = thirds.uploads(&picture(3), "a.png").await;
        let hidden = with(thirds.photo(&lead, &upload), json!({ "itemId": shoe }));
        world.nothing_changes(async { thirds.asks_to_attach(hidden).await.refused_with("BAD_USER_INPUT") }).await;
    }

    async fn a_recipient_adds_evidence_under_a_pseudonym(world: World) {
        let (acme, bolt, third) = (world.brand("Acme").await, world.brand("Bolt").await, world.brand("Third").await);
        let author = acme.investigator().await;
        let lead = author.prepares(&acme).await;
        author.shares(&lead, &[&bolt, &third]).await.ok();
        let (bolts, thirds) = (bolt.investigator().await, third.investigator().await);
        let photo = bolts.attaches(&lead, &picture(1), json!({})).await;
        let own = bolts.looks_at(&photo).await.ok();
        assert_eq!(own.text("/evidenceItem/collector/id"), bolts.public_id());
        let theirs = thirds.looks_at(&photo).await.ok();
        assert_eq!(theirs.data("/evidenceItem/collector"), &Value::Null);
        for path in ["/evidenceItem/collectorName", "/evidenceItem/holderName", "/evidenceItem/custody/edges/0/node/actorName"] {
            assert!(theirs.text(path).starts_with("Member "), "{}", theirs.text(path));
        }
    }

    async fn whoever_saw_evidence_has_seen_its_lead(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (author, recipient) = (acme.admin().await, bolt.investigator().await);
        let lead = author.prepares(&acme).await;
        author.shares(&lead, &[&bolt]).await.ok();
        let photo = author.attaches(&lead, &picture(1), json!({})).await;
        recipient.looks_at(&photo).await.ok();
        let seen = author.graphql("query($id: ID!) { lead(id: $id) { seenBy { edges { node { organization { name } } } } } }", json!({ "id": lead.public_id() })).await.ok();
        assert!(seen.texts("/lead/seenBy/edges", "/node/organization/name").contains(&"Bolt".to_owned()), "{seen}");
    }

    async fn the_roles_reach_as_far_as_the_matrix_says(world: World) {
        use touchstone::permissions::Role;
        let acme = world.brand("Acme").await;
        let author = acme.admin().await;
        let auditor = world.auditor("Auditor").await.person(&[Role::Au]).await;
        let finance = acme.person(&[Role::Mf]).await;
        let lead = author.prepares(&acme).await;
        let photo = author.attaches(&lead, &picture(1), json!({})).await;
        author.shares_by(&lead, json!({ "grants": [{ "personId": auditor.public_id() }], "expiresAt": "2026-03-20T00:00:00Z" })).await.ok();
        let seen = auditor.looks_at(&photo).await.ok();
        assert_eq!(seen.text("/evidenceItem/sha256").len(), 64, "hashes only");
        assert_eq!(seen.data("/evidenceItem/thumbnailUrl"), &Value::Null);
        assert_eq!(seen.list("/evidenceItem/allowedActions").len(), 0);
        world
            .nothing_changes(async {
                auditor.evidence_act("openEvidence", json!({ "id": photo.public_id(), "rendition": "ORIGINAL" })).await.refused_with("FORBIDDEN");
                finance.looks_at(&photo).await.refused_with("FORBIDDEN");
            })
            .await;
    }

    async fn a_list_costs_the_same_however_long_it_is(world: World) {
        let acme = world.brand("Acme").await;
        let author = acme.investigator().await;
        let (few, many) = (author.creates(&acme).await, author.creates(&acme).await);
        author.attaches(&few, &picture(1), json!({})).await;
        for shade in 2..12 {
            author.attaches(&many, &picture(shade), json!({})).await;
        }
        let document = "query($id: ID!) { lead(id: $id) { evidence(first: 50) { totalCount edges { node { id title tlp state \
            collectorName holderName thumbnailUrl transfer { id } timestamp { state } holds { id } allowedActions \
            custody(first: 5) { totalCount nodes { seq kind actorName } } } } } } }";
        let mut counts = Vec::new();
        for lead in [&few, &many, &few, &many] {
            let asked = author.graphql(document, json!({ "id": lead.public_id() }));
            let (answer, statements) = world.counting_statements(asked).await;
            answer.ok();
            counts.push(statements);
        }
        assert_eq!(counts[2], counts[3], "{counts:?}");
    }

    async fn of_two_who_attach_the_same_file_one_does_and_a_key_counts_once(world: World) {
        let acme = world.brand("Acme").await;
        let author = acme.investigator().await;
        let lead = author.creates(&acme).await;
        let upload = author.uploads(&picture(1), "a.png").await;
        let attach = |key: &str| author.asks_to_attach(with(author.photo(&lead, &upload), json!({ "idempotencyKey": key })));
        let (one, other) = tokio::join!(attach("one"), attach("other"));
        let mut codes = [one.error_code(), other.error_code()];
        codes.sort_unstable();
        assert_eq!(codes, [None, Some("BAD_USER_INPUT")]);
        assert_eq!(author.evidence_of(&lead).await.len(), 1);
        let upload = author.uploads(&picture(2), "b.png").await;
        let input = with(author.photo(&lead, &upload), json!({ "idempotencyKey": "again" }));
        let first = author.asks_to_attach(input.clone()).await.ok();
        let second = world.nothing_changes(author.asks_to_attach(input.clone())).await.ok();
        assert_eq!(first, second);
        let changed = with(input, json!({ "title": "Another" }));
        world.nothing_changes(async { author.asks_to_attach(changed).await.refused_with("IDEMPOTENCY_MISMATCH") }).await;
    }

    async fn what_is_said_of_evidence_has_to_be_possible(world: World) {
        let acme = world.brand("Acme").await;
        let (author, colleague) = (acme.investigator().await, acme.investigator().await);
        let lead = author.creates(&acme).await;
        let upload = author.uploads(&picture(1), "a.png").await;
        let theirs = colleague.uploads(&picture(2), "b.png").await;
        let base = author.photo(&lead, &upload);
        let elsewhere = author.attaches(&author.creates(&acme).await, &picture(3), json!({})).await;
        world
            .nothing_changes(async {
                for (changes, field) in [
                    (json!({ "kind": "VIDEO" }), "kind"),
                    (json!({ "kind": "PHYSICAL_SAMPLE" }), "kind"),
                    (json!({ "uploadId": null }), "kind"),
                    (json!({ "uploadId": theirs }), "uploadId"),
                    (json!({ "uploadId": world.unknown(IdKind::Upload) }), "uploadId"),
                    (json!({ "title": " " }), "title"),
                    (json!({ "title": "x".repeat(201) }), "title"),
                    (json!({ "collectedAt": "2027-01-01T00:00:00Z" }), "collectedAt"),
                    (json!({ "collectedOffset": 900 }), "collectedOffset"),
                    (json!({ "parentId": elsewhere.public_id() }), "parentId"),
                    (json!({ "itemId": world.unknown(IdKind::Item) }), "itemId"),
                    (json!({ "tool": "x".repeat(201) }), "tool"),
                    (json!({ "idempotencyKey": "" }), "idempotencyKey"),
                ] {
                    let answer = author.asks_to_attach(with(base.clone(), changes.clone())).await;
                    assert_eq!(answer.error_field().as_deref(), Some(field), "{changes}");
                }
            })
            .await;
        let sample = json!({
            "idempotencyKey": "s", "leadId": lead.public_id(), "kind": "PHYSICAL_SAMPLE", "title": "A bag, bought",
            "collectedAt": world.now().to_string(), "collectedOffset": 480, "seal": "S-9", "source": "Shop 12",
        });
        let made = author.asks_to_attach(sample).await.ok();
        assert_eq!(made.data("/attachEvidence/evidence/sha256"), &Value::Null);
        assert_eq!(made.text("/attachEvidence/evidence/seal"), "S-9");
        let gone = encode(IdKind::Upload, world.id());
        assert_ne!(gone, upload);
        world.after_hours(25);
        world.nothing_changes(async { author.asks_to_attach(base).await.refused_with("BAD_USER_INPUT") }).await;
    }

    async fn sanitised_copies_bring_no_evidence_along(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let lead = admin.prepares(&acme).await;
        admin.attaches(&lead, &picture(1), json!({})).await;
        let copy = admin.creates_from(with(draft(&acme), json!({ "tlp": "GREEN", "sanitizedFromId": lead.public_id() }))).await;
        assert!(admin.evidence_of(&copy).await.is_empty());
    }
}
