//! Taking back what a lead was opened to, and sanitised copies as the only way to a wider TLP.

use serde_json::{Value, json};

use crate::{
    both_databases,
    support::{Asks as _, Lead, Person, Response, draft, with},
};

async fn revokes(person: &Person, lead: &Lead, opening: Value) -> Response {
    let version = lead.row().await.version;
    let input =
        json!({ "id": lead.public_id(), "expectedVersion": version, "opening": opening, "reason": "no longer needed" });
    person.act("revokeLeadGrant", input).await
}

async fn grants(person: &Person, lead: &Lead) -> Response {
    let document = "query($id: ID!) { lead(id: $id) { grants { totalCount nodes { id organization { name } person { id } grantedBy { id } expiresAt } } } }";
    person.graphql(document, json!({ "id": lead.public_id() })).await.ok()
}

fn grant(answer: &Response, at: usize) -> Value {
    json!({ "grantId": answer.text(&format!("/lead/grants/nodes/{at}/id")) })
}

both_databases! {
    async fn who_is_granted_no_longer_loses_sight_at_once_and_owes_no_answer(world: World) {
        let (acme, bolt, third) = (world.brand("Acme").await, world.brand("Bolt").await, world.brand("Third").await);
        let (admin, reader, other) = (acme.admin().await, bolt.investigator().await, third.investigator().await);
        let lead = admin.prepares(&bolt).await;
        admin.shares(&lead, &[&bolt, &third]).await.ok();
        let all = grants(&admin, &lead).await;
        assert_eq!(all.number("/lead/grants/totalCount"), 2);
        assert_eq!(all.text("/lead/grants/nodes/0/grantedBy/id"), admin.public_id());
        let first = all.text("/lead/grants/nodes/0/organization/name") == "Bolt";
        let opening = grant(&all, usize::from(!first));
        world.nothing_changes(revokes(&reader, &lead, opening.clone())).await.refused_with("FORBIDDEN");
        revokes(&admin, &lead, opening.clone()).await.ok();
        reader.reads(&lead).await.not_found();
        other.reads(&lead).await.ok();
        assert_eq!(lead.delivery_to(&bolt).await.state, "CLOSED");
        assert_eq!(grants(&admin, &lead).await.number("/lead/grants/totalCount"), 1);
        assert_eq!(grants(&other, &lead).await.data("/lead/grants"), &Value::Null, "whom it is opened to is its keepers' matter");
        world.nothing_changes(revokes(&admin, &lead, opening)).await.refused_with("BAD_USER_INPUT");
        let told = other.reads(&lead).await.ok();
        assert!(!told.texts("/lead/timeline/edges", "/node/kind").contains(&"REVOKED".to_owned()), "{told}");
    }

    async fn the_community_is_shut_out_again(world: World) {
        let (acme, third) = (world.brand("Acme").await, world.brand("Third").await);
        let (admin, reader) = (acme.admin().await, third.investigator().await);
        let lead = admin.prepares_from(with(draft(&acme), json!({ "tlp": "GREEN" }))).await;
        admin.shares_by(&lead, json!({ "grants": [{ "community": true }] })).await.ok();
        reader.reads(&lead).await.ok();
        revokes(&admin, &lead, json!({ "community": true })).await.ok();
        reader.reads(&lead).await.not_found();
        world.nothing_changes(revokes(&admin, &lead, json!({ "community": true }))).await.refused_with("BAD_USER_INPUT");
    }

    async fn red_keeps_a_reader_when_a_name_is_taken_back(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, second) = (acme.admin().await, acme.admin().await);
        let agent = world.agent_firm("Firm").await.agent_for(&acme).await;
        let lead = agent.prepares_from(with(draft(&acme), json!({ "onBehalfOf": acme.public_id() }))).await;
        let version = lead.row().await.version;
        let named = json!({ "id": lead.public_id(), "expectedVersion": version, "tlp": "RED", "reason": "leaks", "namedPersonIds": [admin.public_id()] });
        second.act("changeLeadTlp", named).await.ok();
        let only = grant(&grants(&admin, &lead).await, 0);
        world.nothing_changes(revokes(&admin, &lead, only)).await.refused_with("BAD_USER_INPUT");
    }

    async fn i25_what_was_handed_in_is_never_opened_wider(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let admin = acme.admin().await;
        let lead = admin.creates_from(with(draft(&bolt), json!({ "tlp": "AMBER_STRICT", "handlingCode": "H1" }))).await;
        admin.changes_tlp(&lead, "AMBER").await.ok();
        admin.changes_tlp(&lead, "AMBER_STRICT").await.ok();
        admin.submits(&lead).await.ok();
        for wider in ["GREEN", "AMBER"] {
            let refused = world.nothing_changes(admin.changes_tlp(&lead, wider)).await;
            refused.refused_with("BAD_USER_INPUT");
            assert_eq!(refused.error_field().as_deref(), Some("tlp"));
        }
        let version = lead.row().await.version;
        let easier = json!({ "id": lead.public_id(), "expectedVersion": version, "tlp": "AMBER_STRICT", "handlingCode": "H0", "reason": "easier" });
        world.nothing_changes(admin.act("changeLeadTlp", easier)).await.refused_with("BAD_USER_INPUT");
        admin.changes_tlp(&lead, "RED").await.ok();
    }

    async fn i25_a_sanitised_copy_says_what_its_author_wrote_and_leads_nobody_back(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, reader) = (acme.admin().await, bolt.investigator().await);
        let source = admin.prepares_from(with(draft(&acme), json!({ "tlp": "AMBER_STRICT", "title": "Informant of the harbour" }))).await;
        let words = json!({ "tlp": "GREEN", "title": "Fakes at a harbour", "sanitizedFromId": source.public_id() });
        let copy = admin.prepares_from(with(draft(&bolt), words)).await;
        admin.shares(&copy, &[&bolt]).await.ok();
        let document = "query($id: ID!) { lead(id: $id) { title sanitizedFrom { title } sanitizedCopies { title } \
            possibleDuplicates { id } timeline { nodes { kind detail } } } }";
        let read = reader.graphql(document, json!({ "id": copy.public_id() })).await.ok();
        assert_eq!(read.data("/lead/sanitizedFrom"), &Value::Null);
        assert!(!read.0.to_string().contains("Informant"), "{read}");
        reader.reads(&source).await.not_found();

        let own = admin.graphql(document, json!({ "id": copy.public_id() })).await.ok();
        assert_eq!(own.text("/lead/sanitizedFrom/title"), "Informant of the harbour");
        let kept = admin.graphql(document, json!({ "id": source.public_id() })).await.ok();
        assert_eq!(kept.texts("/lead/sanitizedCopies", "/title"), ["Fakes at a harbour"]);
        assert_eq!(source.timeline().await.last().unwrap(), "COPIED");
        assert_eq!(source.row().await.tlp, "AMBER_STRICT");
    }

    async fn only_who_shares_a_lead_copies_it(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, reader, stranger) = (acme.admin().await, bolt.admin().await, world.brand("Third").await.admin().await);
        let lead = admin.prepares(&bolt).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        let copy = |by: &Person| {
            let by = by.clone();
            let input = with(draft(&bolt), json!({ "sanitizedFromId": lead.public_id() }));
            async move { by.act("createLead", input).await }
        };
        world.nothing_changes(copy(&reader)).await.refused_with("FORBIDDEN");
        let outsider = with(draft(&acme), json!({ "sanitizedFromId": lead.public_id(), "items": [] }));
        world.nothing_changes(stranger.act("createLead", outsider)).await.refused_with("NOT_FOUND");
        let young = admin.creates(&acme).await;
        let early = with(draft(&acme), json!({ "sanitizedFromId": young.public_id() }));
        world.nothing_changes(admin.act("createLead", early)).await.refused_with("TRANSITION_NOT_ALLOWED");
    }
}
