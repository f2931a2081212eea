//! The report of an action, read back by the tools that others read PDFs with.

use std::process::Command;

use reqwest::StatusCode;
use sea_orm::EntityTrait as _;
use serde_json::json;

use super::{
    Cast, acts_selecting, moves,
    outcome::{goods, outcome, sites, writes, writes_all},
    row,
};
use crate::{both_databases, transport::serving::Serving};

/// The text of a PDF, as poppler's `pdftotext` reads it.
fn text_of(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.pdf");
    std::fs::write(&file, pdf).unwrap();
    let read = Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output();
    let read = read.unwrap_or_else(|error| panic!("pdftotext (scripts/ensure pdf-tools): {error}"));
    assert!(read.status.success(), "{read:?}");
    String::from_utf8(read.stdout).unwrap()
}

async fn fetch(serving: &Serving, token: &str, action: &str, language: &str) -> (StatusCode, String, Vec<u8>) {
    let url = format!("{}/actions/{action}/report.pdf?language={language}", serving.url);
    let answer = serving.http.get(url).bearer_auth(token).send().await.unwrap();
    let named = answer
        .headers()
        .get("content-disposition")
        .map_or("", |value| value.to_str().unwrap())
        .to_owned();
    (answer.status(), named, answer.bytes().await.unwrap().to_vec())
}

/// Insists that every page has a label above and below.
fn labelled(text: &str, label: &str) {
    for page in text.split('\u{c}').filter(|page| !page.trim().is_empty()) {
        assert!(page.matches(label).count() >= 2, "above and below: {page}");
    }
}

both_databases! {
    async fn a_report_is_printed_in_both_languages_with_its_label_on_every_page(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.brought_to("EXECUTED", json!({})).await;
        writes_all(&cast, &id).await;
        let site = sites(&cast.leader, &id).await.remove(0);
        let more = json!({ "product": "包装箱 #strong[x]", "unit": "carton", "valuation": { "amount": "10.00", "currency": "USD", "basis": "MARKED_PRICE" } });
        writes(&cast.leader, "recordSeizure", goods(&world, &id, &site, more)).await.ok();
        moves(&cast.leader, "submitOutcome", &id, json!({})).await.ok();
        let serving = Serving::of(&world).await;
        let leader = serving.token_of(&cast.leader).await;
        let (status, _, pdf) = fetch(&serving, &leader, &id, "en").await;
        assert_eq!(status, StatusCode::OK);
        labelled(&text_of(&pdf), "TLP:RED");

        moves(&cast.second, "verifyOutcome", &id, json!({})).await.ok();
        let read = outcome(&cast.leader, &id).await;
        let line = read.text("/offlineAction/outcome/seizures/0/id");
        let burnt = json!({ "idempotencyKey": "burnt", "actionId": id, "seizureIds": [line], "on": "2026-03-09", "method": "Burnt",
            "place": "Works 3", "certificateNumber": "D-2026-17", "certificateIssuer": "Works 3 Ltd" });
        let burnt = writes(&cast.leader, "askSeizureDestruction", burnt).await.ok();
        let destruction = burnt.data("/askSeizureDestruction/action/outcome/seizures/0/destruction").clone();
        let says = json!({ "id": destruction["id"], "expectedVersion": destruction["version"], "confirm": true });
        writes(&cast.second, "decideSeizureDestruction", says).await.ok();
        let cost = json!({ "idempotencyKey": "cost", "actionId": id, "kind": "DESTRUCTION", "amount": "100.01", "currency": "CNY", "rule": "EQUAL" });
        acts_selecting(&cast.second, "recordActionCost", cost, "costs { amount }").await.ok();

        let (reference, masked) = (row(&world, &id).await.reference, read.text("/offlineAction/outcome/suspects/0/maskedName"));
        for (language, words) in [
            ("en", ["After-action report", "Investigator", "Criminally detained: 1", "Destruction confirmed", "What the figures mean"]),
            ("zh", ["行动报告", "调查人员", "刑拘", "销毁已确认", "数字的含义"]),
        ] {
            let (status, named, pdf) = fetch(&serving, &leader, &id, language).await;
            assert_eq!(status, StatusCode::OK);
            assert_eq!(named, format!("attachment; filename=\"{reference}.pdf\""));
            let text = text_of(&pdf);
            for word in words.iter().chain(&["Bags at the market", "2026-03-12 06:00", "Asia/Shanghai", "Market Road 2, cellar", "包装箱 #strong[x]",
                "596000.00 CNY", "10.00 USD", "D-2026-17", "100.01 CNY", "Police", masked.as_str()]) {
                assert!(text.contains(word), "{word}: {text}");
            }
            for hidden in ["Wang Wei", "13800138000", "596010"] {
                assert!(!text.contains(hidden), "{hidden}: {text}");
            }
            labelled(&text, "TLP:AMBER+STRICT");
        }
        serving.stop().await;
    }

    async fn a_report_tells_how_it_came_to_that(world: World) {
        let cast = Cast::of(&world).await;
        let id = super::outcome::verified(&cast).await;
        moves(&cast.second, "correctOutcome", &id, json!({ "reason": "Counted anew" })).await.ok();
        let line = outcome(&cast.leader, &id).await.text("/offlineAction/outcome/seizures/0/id");
        let strike = json!({ "actionId": id, "entryId": line, "reason": "Twice the same bottles" });
        writes(&cast.leader, "strikeOutcomeEntry", strike).await.ok();
        moves(&cast.leader, "submitOutcome", &id, json!({})).await.ok();
        let serving = Serving::of(&world).await;
        let leader = serving.token_of(&cast.leader).await;
        let text = text_of(&fetch(&serving, &leader, &id, "en").await.2);
        for word in ["As first recorded", "Correction 1", "Counted anew", "Twice the same bottles", "not verified"] {
            assert!(text.contains(word), "{word}: {text}");
        }
        serving.stop().await;
    }

    async fn there_is_no_report_before_the_outcome_is_handed_in_and_none_for_others(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.brought_to("EXECUTED", json!({})).await;
        writes_all(&cast, &id).await;
        let serving = Serving::of(&world).await;
        let leader = serving.token_of(&cast.leader).await;
        let (status, _, body) = fetch(&serving, &leader, &id, "en").await;
        assert_eq!(status, StatusCode::CONFLICT);
        assert!(String::from_utf8(body).unwrap().starts_with("There is no report before"));
        let printed = async || {
            let log = entity::audit_entry::Entity::find().all(world.app.db.read()).await.unwrap();
            log.iter().filter(|entry| entry.action == "printOfflineAction").count()
        };
        assert_eq!(printed().await, 0);
        moves(&cast.leader, "submitOutcome", &id, json!({})).await.ok();
        for outsider in [&cast.admin, &cast.police.officer().await] {
            let token = serving.token_of(outsider).await;
            assert_eq!(fetch(&serving, &token, &id, "en").await.0, StatusCode::NOT_FOUND, "under embargo");
        }
        assert_eq!(fetch(&serving, &leader, "nonsense", "en").await.0, StatusCode::NOT_FOUND);
        assert_eq!(serving.get(&format!("/actions/{id}/report.pdf")).await.status, StatusCode::UNAUTHORIZED);
        assert_eq!(printed().await, 0);
        let officer = serving.token_of(&cast.officer).await;
        assert_eq!(fetch(&serving, &officer, &id, "en").await.0, StatusCode::OK);
        assert_eq!(printed().await, 1, "that it was printed is written down");
        serving.stop().await;
    }
}
