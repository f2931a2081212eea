//! One act on many: the preview says what the act will do, and each is done for itself.

use serde_json::{Value, json};
use touchstone::platform::ids::{IdKind, encode};

use crate::{
    both_databases,
    support::{Asks as _, Lead, Person, Response, draft, with},
};

const PREVIEW: &str = "query($input: PreviewBulkInput!) { previewBulk(input: $input) { allowedCount refusedCount hasMore \
    items { id version token refusal { code field } lead { title } delivery { id } audience { personCount } } } }";
const APPLY: &str = "mutation($input: ApplyBulkInput!) { applyBulk(input: $input) { \
    results { id refusal { code } lead { state tlp } delivery { state } } userErrors { code field } } }";

async fn preview(by: &Person, target: Value, action: Value) -> Response {
    by.graphql(PREVIEW, json!({ "input": { "target": target, "action": action } }))
        .await
}

fn ids(leads: &[Lead]) -> Value {
    json!({ "ids": leads.iter().map(Lead::public_id).collect::<Vec<_>>() })
}

/// What the preview allows, as it has to come back.
fn allowed(preview: &Response) -> Vec<Value> {
    let items = preview
        .list("/previewBulk/items")
        .iter()
        .filter(|item| item["refusal"].is_null());
    items
        .map(|item| json!({ "id": item["id"], "expectedVersion": item["version"], "token": item["token"] }))
        .collect()
}

fn refusals(preview: &Response) -> Vec<String> {
    let items = preview.list("/previewBulk/items").iter();
    items
        .map(|item| item["refusal"]["code"].as_str().unwrap_or("").to_owned())
        .collect()
}

async fn apply(by: &Person, key: &str, action: Value, items: Vec<Value>) -> Response {
    by.graphql(
        APPLY,
        json!({ "input": { "idempotencyKey": key, "action": action, "items": items } }),
    )
    .await
}

fn outcomes(applied: &Response) -> Vec<String> {
    let results = applied.list("/applyBulk/results").iter();
    results
        .map(|result| result["refusal"]["code"].as_str().unwrap_or("done").to_owned())
        .collect()
}

async fn submitted(by: &Person, about: &crate::support::Organization, count: usize) -> Vec<Lead> {
    let mut leads = Vec::new();
    for number in 0..count {
        let lead = by
            .creates_from(with(draft(about), json!({ "title": format!("Lead {number}") })))
            .await;
        by.submits(&lead).await.ok();
        leads.push(lead);
    }
    leads
}

both_databases! {
    async fn many_are_triaged_and_the_others_say_why_not(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let mut leads = submitted(&admin, &acme, 2).await;
        leads.push(admin.creates(&acme).await);
        leads.push(world.brand("Bolt").await.admin().await.creates(&acme).await);
        let triage = json!({ "triage": { "grade": "B2", "priority": "HIGH" } });
        let seen = world.nothing_changes(preview(&admin, ids(&leads), triage.clone())).await.ok();
        assert_eq!(refusals(&seen), ["", "", "TRANSITION_NOT_ALLOWED", "NOT_FOUND"]);
        assert_eq!((seen.number("/previewBulk/allowedCount"), seen.number("/previewBulk/refusedCount")), (2, 2));
        assert!(seen.data("/previewBulk/items/3/lead").is_null() && seen.data("/previewBulk/items/2/version").is_null());
        let applied = apply(&admin, "key", triage.clone(), allowed(&seen)).await.ok();
        assert_eq!(outcomes(&applied), ["done", "done"]);
        assert_eq!(applied.texts("/applyBulk/results", "/lead/state"), ["TRIAGED", "TRIAGED"]);
        let again = world.nothing_changes(apply(&admin, "key", triage.clone(), allowed(&seen))).await.ok();
        assert_eq!(outcomes(&again), ["done", "done"], "the same key is done once");
        let later = world.nothing_changes(apply(&admin, "other", triage, allowed(&seen))).await.ok();
        assert_eq!(outcomes(&later), ["TRANSITION_NOT_ALLOWED", "TRANSITION_NOT_ALLOWED"], "another key asks again");
    }

    async fn what_was_not_previewed_is_not_done(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, other) = (acme.admin().await, acme.admin().await);
        let leads = submitted(&admin, &acme, 1).await;
        let triage = |grade: &str| json!({ "triage": { "grade": grade, "priority": "HIGH" } });
        let seen = preview(&admin, ids(&leads), triage("B2")).await.ok();
        for (by, action, items) in [
            (&admin, triage("A1"), allowed(&seen)),
            (&other, triage("B2"), allowed(&seen)),
            (&admin, triage("B2"), vec![with(allowed(&seen)[0].clone(), json!({ "token": "x" }))]),
            (&admin, triage("B2"), vec![with(allowed(&seen)[0].clone(), json!({ "expectedVersion": 9 }))]),
        ] {
            let refused = world.nothing_changes(apply(by, "key", action, items)).await.ok();
            assert_eq!(outcomes(&refused), ["PREVIEW_REQUIRED"]);
        }
        for items in [Vec::new(), vec![allowed(&seen)[0].clone(); 201]] {
            let refused = world.nothing_changes(apply(&admin, "key", triage("B2"), items)).await;
            refused.refused_with("BAD_USER_INPUT");
        }
    }

    async fn many_are_shared_with_the_audience_that_was_seen(world: World) {
        let (acme, bolt, third) = (world.brand("Acme").await, world.brand("Bolt").await, world.brand("Third").await);
        let (admin, reader) = (acme.admin().await, bolt.investigator().await);
        let leads = submitted(&admin, &bolt, 3).await;
        for lead in &leads[..2] {
            admin.triages(lead).await.ok();
        }
        let share = json!({ "share": { "grants": [{ "organizationId": bolt.public_id() }] } });
        let seen = world.nothing_changes(preview(&admin, ids(&leads), share.clone())).await.ok();
        assert_eq!(refusals(&seen), ["", "", "TRANSITION_NOT_ALLOWED"]);
        let before = seen.number("/previewBulk/items/0/audience/personCount");
        assert!(before > 0);
        admin.shares(&leads[1], &[&third]).await.ok();
        let applied = apply(&admin, "key", share, allowed(&seen)).await.ok();
        assert_eq!(outcomes(&applied), ["done", "STALE_VERSION"]);
        assert_eq!(reader.lists(json!({})).await, ["Lead 0"]);
        assert_eq!(reader.reads(&leads[0]).await.ok().list("/lead/deliveries").len(), 1);
    }

    async fn tlp_is_raised_and_never_lowered(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let mut leads = submitted(&admin, &acme, 1).await;
        leads.push(admin.prepares_from(with(draft(&acme), json!({ "tlp": "RED" }))).await);
        leads.push(admin.creates_from(with(draft(&acme), json!({ "tlp": "AMBER_STRICT" }))).await);
        let raise = json!({ "raiseTlp": { "tlp": "AMBER_STRICT", "reason": "as agreed" } });
        let seen = preview(&admin, ids(&leads), raise.clone()).await.ok();
        assert_eq!(refusals(&seen), ["", "BAD_USER_INPUT", "BAD_USER_INPUT"]);
        let applied = apply(&admin, "key", raise, allowed(&seen)).await.ok();
        assert_eq!(applied.texts("/applyBulk/results", "/lead/tlp"), ["AMBER_STRICT"]);
    }

    async fn the_desk_rejects_many(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, desk) = (acme.admin().await, world.secretariat().await.desk().await);
        let leads = submitted(&admin, &acme, 2).await;
        for lead in &leads {
            admin.triages(lead).await.ok();
        }
        let reject = json!({ "reject": { "reason": "DUPLICATE", "note": "seen before" } });
        let theirs = preview(&admin, ids(&leads), reject.clone()).await.ok();
        assert_eq!(refusals(&theirs), ["FORBIDDEN", "FORBIDDEN"]);
        let seen = preview(&desk, json!({ "leads": { "states": ["TRIAGED"] } }), reject.clone()).await.ok();
        assert_eq!(seen.number("/previewBulk/allowedCount"), 2);
        let applied = apply(&desk, "key", reject, allowed(&seen)).await.ok();
        assert_eq!(outcomes(&applied), ["done", "done"]);
    }

    async fn a_colleague_is_put_on_many_and_on_none_that_the_colleague_does_not_see(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, colleague, stranger) = (acme.admin().await, acme.investigator().await, bolt.investigator().await);
        let mut leads = submitted(&admin, &acme, 2).await;
        admin.assigns(&leads[1], Some(&admin)).await.ok();
        leads.push(stranger.creates(&bolt).await);
        let assign = |person: Option<&Person>| json!({ "assign": { "personId": person.map(Person::public_id) } });
        let seen = world.nothing_changes(preview(&admin, ids(&leads), assign(Some(&colleague)))).await.ok();
        assert_eq!(refusals(&seen), ["", "", "NOT_FOUND"]);
        assert_eq!((seen.number("/previewBulk/items/0/version"), seen.number("/previewBulk/items/1/version")), (0, 1));
        for wrong in [Some(&stranger), None] {
            let refused = world.nothing_changes(apply(&admin, "key", assign(wrong), allowed(&seen))).await.ok();
            assert_eq!(outcomes(&refused), ["PREVIEW_REQUIRED", "PREVIEW_REQUIRED"], "it was another person");
        }
        let applied = apply(&admin, "key", assign(Some(&colleague)), allowed(&seen)).await.ok();
        assert_eq!(outcomes(&applied), ["done", "done"]);
        assert_eq!(colleague.lists(json!({ "assignee": "ME" })).await.len(), 2);
        assert_eq!(admin.follow_up(&leads[1]).await["version"], json!(2));
        let again = world.nothing_changes(apply(&admin, "key", assign(Some(&colleague)), allowed(&seen))).await.ok();
        assert_eq!(outcomes(&again), ["done", "done"]);
        let late = world.nothing_changes(apply(&admin, "other", assign(Some(&colleague)), allowed(&seen))).await.ok();
        assert_eq!(outcomes(&late), ["STALE_VERSION", "STALE_VERSION"]);
        let of_another = world.nothing_changes(preview(&admin, ids(&leads), assign(Some(&stranger)))).await.ok();
        assert_eq!(refusals(&of_another), ["BAD_USER_INPUT", "BAD_USER_INPUT", "NOT_FOUND"]);
        world.notified().await;
        let told = colleague.graphql("{ notifications(first: 50) { nodes { kind } } }", json!({})).await.ok();
        assert_eq!(told.texts("/notifications/nodes", "/kind"), ["ASSIGNED", "ASSIGNED"]);
        let seen = preview(&admin, ids(&leads[..2]), assign(None)).await.ok();
        apply(&admin, "nobody", assign(None), allowed(&seen)).await.ok();
        assert!(colleague.lists(json!({ "assignee": "ME" })).await.is_empty());
        let red = admin.creates_from(with(draft(&acme), json!({ "tlp": "RED" }))).await;
        let hidden = preview(&admin, ids(&[red]), assign(Some(&colleague))).await.ok();
        assert_eq!(refusals(&hidden), ["BAD_USER_INPUT"], "the colleague does not see it");
    }

    async fn deliveries_are_taken_up_and_answered_together(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, member) = (acme.admin().await, bolt.investigator().await);
        let mut deliveries = Vec::new();
        for lead in submitted(&admin, &bolt, 3).await {
            admin.triages(&lead).await.ok();
            admin.shares(&lead, &[&bolt]).await.ok();
            deliveries.push(encode(IdKind::Delivery, lead.delivery_to(&bolt).await.id));
        }
        let all = json!({ "deliveries": { "open": true } });
        let acknowledge = json!({ "acknowledge": true });
        let seen = world.nothing_changes(preview(&member, json!({ "ids": deliveries[..2] }), acknowledge.clone())).await.ok();
        let applied = apply(&member, "take", acknowledge.clone(), allowed(&seen)).await.ok();
        assert_eq!(applied.texts("/applyBulk/results", "/delivery/state"), ["ACKNOWLEDGED", "ACKNOWLEDGED"]);
        let owners = preview(&admin, json!({ "ids": deliveries }), acknowledge.clone()).await.ok();
        assert!(refusals(&owners).iter().all(|code| ["NOT_FOUND", "FORBIDDEN"].contains(&code.as_str())), "{owners}");
        let answer = json!({ "answer": { "verdict": "CONFIRMED", "reason": "compared with the genuine one" } });
        let seen = preview(&member, all, answer.clone()).await.ok();
        assert_eq!(seen.number("/previewBulk/allowedCount"), 3);
        let applied = apply(&member, "answer", answer, allowed(&seen)).await.ok();
        assert_eq!(applied.texts("/applyBulk/results", "/delivery/state"), ["ANSWERED", "ANSWERED", "ANSWERED"]);
        let wrong = preview(&member, json!({ "leads": {} }), acknowledge).await;
        wrong.refused_with("BAD_USER_INPUT");
    }

    async fn at_most_two_hundred_are_looked_at(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let many: Vec<String> = (0..201).map(|_| world.unknown(IdKind::Lead)).collect();
        let acknowledge = json!({ "triage": { "grade": "B2", "priority": "HIGH" } });
        preview(&admin, json!({ "ids": many }), acknowledge.clone()).await.refused_with("BAD_USER_INPUT");
        let nothing = preview(&admin, json!({ "leads": { "search": "nothing" } }), acknowledge).await.ok();
        assert_eq!(nothing.list("/previewBulk/items").len(), 0);
    }
}
