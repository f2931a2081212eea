//! What a lead rests on, and what goes on with it, where its readers do not see that: they are told nothing of it, and no
//! statement more is asked because of it.

use serde_json::{Value, json};

use crate::{
    both_databases,
    support::{Asks as _, Lead, Person, Response, draft, with},
};

/// What a lead is tied to.
async fn ties(by: &Person, lead: &Lead) -> (Response, usize) {
    let document = "query($id: ID!) { lead(id: $id) { version sanitizedFrom { id } sanitizedCopies { id } mergedInto { id } \
        mergedLeads { id } retractedBasis { id } contributors } }";
    let asked = by.graphql(document, json!({ "id": lead.public_id() }));
    let (answer, statements) = by.world.counting_statements(asked).await;
    (answer.ok(), statements)
}

both_databases! {
    async fn i22_i25_what_goes_on_with_a_lead_unseen_costs_its_readers_nothing(world: World) {
        let (acme, bolt, third) = (world.brand("Acme").await, world.brand("Bolt").await, world.brand("Third").await);
        let (author, owner, reader) = (acme.admin().await, bolt.admin().await, third.investigator().await);
        let desk = world.secretariat().await.desk().await;
        let open = owner.prepares(&bolt).await;
        owner.shares(&open, &[&third]).await.ok();
        let readers = [&owner, &reader];
        let mut before = Vec::new();
        for by in readers {
            // The first time is written down.
            ties(by, &open).await;
            before.push(ties(by, &open).await);
        }
        let hidden = author.prepares(&bolt).await;
        let merge = json!({ "id": hidden.public_id(), "expectedVersion": hidden.row().await.version,
            "intoId": open.public_id(), "intoExpectedVersion": open.row().await.version, "reason": "the same workshop" });
        desk.act("mergeLead", merge).await.ok();
        for (by, before) in readers.iter().zip(&before) {
            assert_eq!(&ties(by, &open).await, before, "merged");
        }
        author.retracts(&hidden).await.ok();
        for (by, before) in readers.iter().zip(&before) {
            assert_eq!(&ties(by, &open).await, before, "retracted");
        }
    }

    async fn i21_i25_a_copy_of_something_hidden_is_answered_like_any_other_lead(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (owner, reader) = (acme.admin().await, bolt.investigator().await);
        let source = owner.prepares_from(with(draft(&bolt), json!({ "tlp": "AMBER_STRICT" }))).await;
        let words = |more: Value| with(with(draft(&bolt), json!({ "tlp": "GREEN" })), more);
        let copy = owner.prepares_from(words(json!({ "sanitizedFromId": source.public_id() }))).await;
        let plain = owner.prepares_from(words(json!({}))).await;
        for lead in [&copy, &plain] {
            owner.shares(lead, &[&bolt]).await.ok();
            ties(&reader, lead).await;
        }
        assert_eq!(ties(&reader, &copy).await, ties(&reader, &plain).await);
        owner.retracts(&source).await.ok();
        assert_eq!(ties(&reader, &copy).await, ties(&reader, &plain).await, "retracted");
    }
}
