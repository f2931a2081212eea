//! Bad input: a clear refusal with a stable code and the field at fault, nothing changed, the service goes on.

use serde_json::{Value, json};

use crate::{
    both_databases,
    support::{Asks as _, draft, with},
};

both_databases! {
    async fn every_language_is_kept_as_it_was_written(world: World) {
        let acme = world.brand("Acme").await;
        let author = acme.admin().await;
        for text in ["线索：假冒手袋", "偽物のバッグ", "حقيبة مقلدة", "תיק מזויף", "👜 1:1 👨‍👩‍👧‍👦", "Ünïcödé – “quotes” & <b>not bold</b>", "o'Brien; DROP TABLE lead;--"] {
            let change = json!({ "title": text, "summary": format!("{text}\n\n{text}") });
            let lead = author.creates_from(with(draft(&acme), change)).await;
            assert_eq!(author.reads(&lead).await.ok().text("/lead/title"), text);
            author.comments(&lead, text, "EVERYONE_WHO_SEES_THE_LEAD").await.ok();
            assert_eq!(author.reads(&lead).await.ok().texts("/lead/comments/edges", "/node/body"), [text]);
        }
    }

    async fn a_draft_is_refused_with_the_field_at_fault(world: World) {
        let acme = world.brand("Acme").await;
        let author = acme.admin().await;
        let item = |change: Value| json!({ "items": [with(json!({ "title": "Bag" }), change)] });
        world.nothing_changes(async {
            for (change, field) in [
                (json!({ "title": "" }), "title"),
                (json!({ "title": " \u{200b}\t" }), "title"),
                (json!({ "title": "x".repeat(201) }), "title"),
                (json!({ "title": "two\nlines" }), "title"),
                (json!({ "title": "reversed \u{202e}txt" }), "title"),
                (json!({ "summary": "x".repeat(5_001) }), "summary"),
                (json!({ "infringementTypes": [] }), "infringementTypes"),
                (json!({ "country": "China" }), "country"),
                (json!({ "country": "中国" }), "country"),
                (json!({ "divisionCode": "31" }), "divisionCode"),
                (json!({ "country": "CN", "divisionCode": "3101 or 1=1" }), "divisionCode"),
                (json!({ "idempotencyKey": "" }), "idempotencyKey"),
                (json!({ "idempotencyKey": "k".repeat(129) }), "idempotencyKey"),
                (json!({ "estimatedValue": { "amount": "1e9", "currency": "CNY" } }), "estimatedValue"),
                (json!({ "estimatedValue": { "amount": "12.345", "currency": "CNY" } }), "estimatedValue"),
                (json!({ "estimatedValue": { "amount": "1.00", "currency": "RMB2" } }), "estimatedValue"),
                (item(json!({ "title": "" })), "items.0.title"),
                (item(json!({ "url": "javascript:alert(1)" })), "items.0.url"),
                (item(json!({ "url": "not a web address" })), "items.0.url"),
            ] {
                let refused = author.act("createLead", with(draft(&acme), change.clone())).await;
                assert_eq!(refused.error_code(), Some("BAD_USER_INPUT"), "{change}: {refused}");
                let found = refused.error_field();
                assert_eq!(found.as_deref(), Some(field), "{change}: {refused}");
            }
        })
        .await;
    }

    async fn ids_of_other_types_and_nonsense_are_no_ids(world: World) {
        let acme = world.brand("Acme").await;
        let author = acme.admin().await;
        for id in [acme.public_id(), acme.brand_id(), String::new(), "lead_".to_owned(), "lead_01h45".to_owned(), "线索".to_owned(), "x".repeat(10_000)] {
            let answer = author.graphql("query($id: ID!) { lead(id: $id) { title } }", json!({ "id": id })).await;
            answer.refused_with("INVALID_ID");
            let comment = json!({ "idempotencyKey": "k", "leadId": id, "body": "x" });
            world.nothing_changes(author.act("addComment", comment)).await.refused_with("INVALID_ID");
        }
    }

    async fn documents_and_variables_that_do_not_fit_are_refused(world: World) {
        let acme = world.brand("Acme").await;
        let author = acme.admin().await;
        world.nothing_changes(async {
            for (document, variables) in [
                ("", json!({})),
                ("{", json!({})),
                ("{ leads { nothingOfTheKind } }", json!({})),
                ("{ nothingOfTheKind }", json!({})),
                ("query($id: ID!) { lead(id: $id) { title } }", json!({})),
                ("query($id: ID!) { lead(id: $id) { title } }", json!({ "id": { "not": "an id" } })),
                ("query($first: Int) { leads(first: $first) { totalCount } }", json!({ "first": "many" })),
                ("query($first: Int) { leads(first: $first) { totalCount } }", json!({ "first": 99_999_999_999_i64 })),
                ("query($t: [Tlp!]) { leads(filter: { tlp: $t }) { totalCount } }", json!({ "t": ["PURPLE"] })),
            ] {
                let answer = author.graphql(document, variables.clone()).await;
                let code = answer.error_code().unwrap_or_default();
                assert!(matches!(code, "INVALID_DOCUMENT" | "BAD_USER_INPUT"), "{document} {variables}: {answer}");
                assert!(answer.0["data"].is_null(), "{answer}");
            }
        })
        .await;
    }

    async fn moments_at_the_ends_of_time_do_no_harm(world: World) {
        let acme = world.brand("Acme").await;
        let other = world.brand("Other").await;
        let author = acme.admin().await;
        for moment in ["0000-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "9999-12-30T22:00:00Z", "1969-12-31T23:59:59.999999Z"] {
            let item = json!({ "items": [{ "title": "Bag", "capturedAt": moment }] });
            let made = author.act("createLead", with(draft(&acme), item)).await;
            assert!(matches!(made.error_code(), None | Some("BAD_USER_INPUT")), "{moment}: {made}");
        }
        let lead = author.prepares(&other).await;
        for (moment, code) in [("0001-01-01T00:00:00Z", Some("BAD_USER_INPUT")), ("9999-12-30T22:00:00Z", None)] {
            let request = json!({ "grants": [{ "organizationId": other.public_id() }], "expiresAt": moment });
            assert_eq!(author.shares_by(&lead, request).await.error_code(), code, "{moment}");
        }
        for moment in ["tomorrow", "2026-13-01T00:00:00Z", "2026-03-09", "", "99999-01-01T00:00:00Z"] {
            let filter = json!({ "filter": { "createdFrom": moment } });
            let answer = author.graphql("query($filter: LeadFilter) { leads(filter: $filter) { totalCount } }", filter).await;
            assert!(matches!(answer.error_code(), Some("BAD_USER_INPUT" | "INVALID_DOCUMENT")), "{moment}: {answer}");
        }
    }

    async fn searches_of_any_text_are_answered(world: World) {
        let acme = world.brand("Acme").await;
        let author = acme.admin().await;
        author.creates(&acme).await;
        for words in ["\"", "'", "*", "a* OR b", "NEAR(a b)", "^x:y", "(((", "-", "&|!", "\\", "%_", "🙂", "\u{0}", "手", &"字".repeat(5_000)] {
            let answer = author
                .graphql("query($f: LeadFilter) { leads(filter: $f) { totalCount edges { node { id } } } }", json!({ "f": { "search": words } }))
                .await;
            assert!(matches!(answer.error_code(), None | Some("BAD_USER_INPUT")), "{words:?}: {answer}");
        }
    }

    async fn a_lead_has_at_most_a_hundred_items(world: World) {
        let acme = world.brand("Acme").await;
        let author = acme.admin().await;
        let items: Vec<Value> = (0..101).map(|number| json!({ "title": format!("Bag {number}") })).collect();
        let refused = author.act("createLead", with(draft(&acme), json!({ "items": items })));
        world.nothing_changes(refused).await.refused_with("BAD_USER_INPUT");
        author.creates_from(with(draft(&acme), json!({ "items": items[..100] }))).await;
    }
}
