//! A lead on paper, read back by the tools that others read PDFs with.

use std::process::Command;

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::{
    both_databases,
    support::{Asks as _, Lead, Person, draft, picture, with},
    transport::serving::Serving,
};

/// The text of a PDF, as poppler's `pdftotext` reads it.
fn text_of(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("lead.pdf");
    std::fs::write(&file, pdf).unwrap();
    let read = Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output();
    let read = read.unwrap_or_else(|error| panic!("pdftotext (scripts/ensure pdf-tools): {error}"));
    assert!(read.status.success(), "{read:?}");
    String::from_utf8(read.stdout).unwrap()
}

async fn fetch(serving: &Serving, by: &Person, lead: &Lead, language: &str) -> (StatusCode, String, Vec<u8>) {
    let token = serving.token_of(by).await;
    let url = format!("{}/leads/{}.pdf?language={language}", serving.url, lead.public_id());
    let answer = serving.http.get(url).bearer_auth(token).send().await.unwrap();
    let named = answer
        .headers()
        .get("content-disposition")
        .map_or("", |value| value.to_str().unwrap())
        .to_owned();
    (answer.status(), named, answer.bytes().await.unwrap().to_vec())
}

/// Names a subject in a lead.
async fn names(by: &Person, lead: &Lead, subject: Value) -> String {
    let document =
        "mutation($input: AddSubjectInput!) { addSubject(input: $input) { subject { id } userErrors { code field } } }";
    let base = json!({ "idempotencyKey": by.world.id().to_string(), "leadId": lead.public_id() });
    let named = by.graphql(document, json!({ "input": with(base, subject) })).await.ok();
    named.text("/addSubject/subject/id")
}

/// The pages of a PDF.
fn pages_of(text: &str) -> Vec<&str> {
    text.split('\u{c}').filter(|page| !page.trim().is_empty()).collect()
}

both_databases! {
    async fn a_lead_is_printed_in_both_languages_with_its_label_on_every_page(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let items: Vec<_> = (0..12).map(|number| json!({
            "brandId": acme.brand_id(), "title": format!("男士跑鞋专柜同款 {number} #strong[x] $a$"), "seller": "Loja do João",
            "url": format!("https://item.taobao.com/item.htm?id=7000000{number:02}"),
        })).collect();
        let lead = admin.creates_from(with(draft(&acme), json!({
            "title": "Bolsas falsificadas 莆田", "summary": "First line\nzweite Zeile: 摘要", "items": items, "tlp": "AMBER_STRICT",
        }))).await;
        admin.comments(&lead, "A costura não é a original", "EVERYONE_WHO_SEES_THE_LEAD").await.ok();
        let serving = Serving::of(&world).await;
        let reference = lead.row().await.reference;
        for (language, words) in [
            ("en", ["How it may be used", "Items", "Printed by", "created the lead", "Draft"]),
            ("zh", ["使用方式", "条目", "打印", "摘要", "动态"]),
        ] {
            let (status, named, pdf) = fetch(&serving, &admin, &lead, language).await;
            assert_eq!(status, StatusCode::OK);
            assert_eq!(named, format!("attachment; filename=\"{reference}.pdf\""));
            let text = text_of(&pdf);
            for word in words.iter().chain(&["Bolsas falsificadas 莆田", "男士跑鞋专柜同款 3 #strong[x] $a$", "Loja do João", "não"]) {
                assert!(text.contains(word), "{word}: {text}");
            }
            let pages = pages_of(&text);
            assert!(pages.len() >= 2, "{}", pages.len());
            for page in pages {
                assert!(page.matches("TLP:AMBER+STRICT").count() >= 2, "above and below: {page}");
                assert!(page.contains(&reference), "{page}");
            }
        }
        serving.stop().await;
    }

    async fn subjects_and_evidence_are_printed_as_the_reader_may_know_them(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (author, reader) = (acme.investigator().await, bolt.investigator().await);
        let lead = author.prepares(&acme).await;
        let phone = json!({ "kind": "PHONE", "value": "138 0013 8000", "country": "CN" });
        let email = json!({ "kind": "EMAIL", "value": "lin.muyang@mail.example" });
        names(&author, &lead, json!({ "kind": "COMPANY", "name": "莆田某鞋业有限公司", "role": "MAKER", "identifiers": [phone] })).await;
        names(&author, &lead, json!({ "kind": "PERSON", "name": "Lin Muyang", "identifiers": [email],
            "personalData": { "purpose": "INVESTIGATION", "legalBasis": "LEGAL_CLAIMS" } })).await;
        let gone = names(&author, &lead, json!({ "kind": "DOMAIN", "name": "wrong.example" })).await;
        let removal = json!({ "input": { "id": gone, "expectedVersion": 1, "reason": "another shop" } });
        author.graphql("mutation($input: RemoveSubjectInput!) { removeSubject(input: $input) { userErrors { code field } } }", removal).await.ok();
        let open = author.attaches(&lead, &picture(1), json!({ "title": "The shop's window" })).await.row().await;
        let red = author.attaches(&lead, &picture(2), json!({ "title": "From the informant", "tlp": "RED" })).await.row().await;
        author.shares(&lead, &[&bolt]).await.ok();
        let serving = Serving::of(&world).await;
        let text = text_of(&fetch(&serving, &author, &lead, "en").await.2);
        for word in ["Who stands behind it", "莆田某鞋业有限公司", "Company", "Maker", "138 0013 8000", "Person", "The shop's window",
            "Photo", "window.png", open.sha256.as_deref().unwrap(), "From the informant", red.sha256.as_deref().unwrap()] {
            assert!(text.contains(word), "{word}: {text}");
        }
        for hidden in ["Lin Muyang", "lin.muyang@mail.example", "wrong.example"] {
            assert!(!text.contains(hidden), "{hidden}: {text}");
        }
        for page in pages_of(&text) {
            assert!(page.matches("TLP:RED").count() >= 2, "as strict as the strictest piece on it: {page}");
        }
        let text = text_of(&fetch(&serving, &reader, &lead, "zh").await.2);
        for word in ["幕后主体", "公司", "证据", "照片", open.sha256.as_deref().unwrap()] {
            assert!(text.contains(word), "{word}: {text}");
        }
        for hidden in ["From the informant", red.sha256.as_deref().unwrap(), "TLP:RED", "Muyang"] {
            assert!(!text.contains(hidden), "{hidden}: {text}");
        }
        for page in pages_of(&text) {
            assert!(page.matches("TLP:AMBER").count() >= 2, "{page}");
        }
        serving.stop().await;
    }

    async fn only_what_its_reader_sees_is_printed_and_printing_is_noted(world: World) {
        use sea_orm::EntityTrait as _;
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, reader, stranger) = (acme.admin().await, bolt.admin().await, bolt.investigator().await);
        let lead = admin.prepares_from(with(draft(&bolt), json!({
            "tlp": "AMBER_STRICT", "handling": { "attribution": "MUST_NOT" },
            "items": [{ "brandId": bolt.brand_id(), "title": "visible" }, { "brandId": acme.brand_id(), "title": "secret" }],
        }))).await;
        admin.comments(&lead, "between us", "OWNER_AND_MY_ORGANIZATION").await.ok();
        let serving = Serving::of(&world).await;
        assert_eq!(fetch(&serving, &stranger, &lead, "en").await.0, StatusCode::NOT_FOUND);
        admin.shares(&lead, &[&bolt]).await.ok();
        let (status, _, pdf) = fetch(&serving, &reader, &lead, "en").await;
        assert_eq!(status, StatusCode::OK);
        let text = text_of(&pdf);
        assert!(text.contains("visible") && text.contains("Member "), "{text}");
        for hidden in ["secret", "between us", "Acme"] {
            assert!(!text.contains(hidden), "{hidden}: {text}");
        }
        let noted = entity::sighting::Entity::find_by_id((lead.id, reader.id)).one(world.app.db.read()).await.unwrap();
        assert!(noted.is_some());
        let logged = reader.graphql("{ auditEntries(first: 50) { nodes { action } } }", json!({})).await.ok();
        assert!(logged.texts("/auditEntries/nodes", "/action").contains(&"printLead".to_owned()));
        let nobody = serving.get(&format!("/leads/{}.pdf", lead.public_id())).await;
        assert_eq!(nobody.status, StatusCode::UNAUTHORIZED);
        serving.stop().await;
    }
}
