//! Exports: a file holds what its person saw while it was written, is that person's alone, and ends with a day.

mod archive;
mod exchange;
mod paper;

use std::io::Read as _;

use reqwest::StatusCode;
use serde_json::{Value, json};
use touchstone::exports::jobs;

use crate::{
    both_databases,
    support::{Asks as _, Organization, Person, Response, World, draft, with},
    transport::serving::Serving,
};

const CREATE: &str = "mutation($input: CreateExportInput!) { createExport(input: $input) { \
    export { id state rowsTotal rowsDone } userErrors { code field } } }";
const LIST: &str =
    "{ exports(first: 100) { totalCount nodes { id state rowsTotal rowsDone bytes fileName failure downloadUrl } } }";

fn wanted(by: &Person, more: Value) -> Value {
    with(
        json!({ "idempotencyKey": by.world.id().to_string(), "format": "CSV" }),
        more,
    )
}

async fn asks_for(by: &Person, more: Value) -> Response {
    by.graphql(CREATE, json!({ "input": wanted(by, more) })).await
}

async fn work(world: &World) {
    jobs::write(&world.app).await.unwrap();
}

async fn exports(by: &Person) -> Vec<Value> {
    by.graphql(LIST, json!({})).await.ok().list("/exports/nodes").clone()
}

/// The bytes of the person's last export, as they are kept.
async fn bytes(by: &Person) -> Vec<u8> {
    let last = exports(by).await.pop().unwrap();
    assert_eq!(last["state"], "DONE", "{last}");
    let id = touchstone::platform::ids::decode(last["id"].as_str().unwrap())
        .unwrap()
        .1;
    let ending = last["fileName"].as_str().unwrap().rsplit('.').next().unwrap();
    let name = format!("{}-1.{ending}", id.simple());
    by.world.app.files.get(&name).await.unwrap().to_vec()
}

async fn text(by: &Person) -> String {
    String::from_utf8(bytes(by).await).unwrap()
}

/// The bytes of the person's latest export.
async fn last_bytes(by: &Person) -> Vec<u8> {
    let done: Vec<Value> = exports(by).await;
    assert!(done.iter().all(|export| export["state"] == "DONE"), "{done:?}");
    bytes(by).await
}

/// Three leads of Acme's: AMBER, AMBER+STRICT, and RED.
async fn some_leads(acme: &Organization, by: &Person) {
    for (title, tlp) in [
        ("Amber one", "AMBER"),
        ("Strict 跑鞋", "AMBER_STRICT"),
        ("Red one", "RED"),
    ] {
        by.creates_from(with(draft(acme), json!({ "title": title, "tlp": tlp })))
            .await;
    }
}

both_databases! {
    async fn a_file_has_a_banner_and_a_label_in_each_row(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        some_leads(&acme, &admin).await;
        let made = asks_for(&admin, json!({})).await.ok();
        assert_eq!((made.text("/createExport/export/state").as_str(), made.number("/createExport/export/rowsTotal")), ("QUEUED", 2));
        work(&world).await;
        let csv = text(&admin).await;
        let lines: Vec<&str> = csv.lines().collect();
        assert!(lines[0].starts_with("\u{feff}\"TLP:AMBER+STRICT – for "), "{csv}");
        assert!(lines[0].contains("2 leads") && lines[1].starts_with("\"TLP\",\"Handling code\",\"Reference\",\"Title\","), "{csv}");
        assert!(lines[2].starts_with("\"TLP:AMBER+STRICT\",\"H0\",\"LD-") && lines[2].contains("Strict 跑鞋"), "latest first: {csv}");
        assert!(lines[3].starts_with("\"TLP:AMBER\",") && lines[3].contains("Amber one"), "{csv}");
        assert!(!csv.contains("Red one"), "{csv}");
        let done = &exports(&admin).await[0];
        assert_eq!((&done["rowsDone"], &done["rowsTotal"]), (&json!(2), &json!(2)));
        asks_for(&admin, json!({ "includeRed": true, "filter": { "tlp": ["RED"] } })).await.ok();
        work(&world).await;
        let csv = text(&admin).await;
        assert!(csv.starts_with("\u{feff}\"TLP:RED – ") && csv.contains("Red one") && csv.lines().count() == 3, "{csv}");
        asks_for(&admin, json!({ "filter": { "tlp": ["RED"] } })).await.ok();
        work(&world).await;
        assert_eq!(text(&admin).await.lines().count(), 2, "banner and names only");
    }

    async fn nothing_in_a_file_is_a_formula(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let evil = json!({
            "title": "=HYPERLINK(\"http://evil.example\",\"click\")", "summary": "@SUM(1+1)*cmd|' /C calc'!A0",
            "items": [{ "title": "+1" , "seller": "-2" }],
        });
        admin.creates_from(with(draft(&acme), evil)).await;
        asks_for(&admin, json!({})).await.ok();
        work(&world).await;
        let csv = text(&admin).await;
        assert!(csv.contains("\"'=HYPERLINK(\"\"http://evil.example\"\""), "{csv}");
        assert!(csv.contains("'@SUM(1+1)"), "{csv}");
        asks_for(&admin, json!({ "format": "XLSX" })).await.ok();
        work(&world).await;
        let mut book = zip::ZipArchive::new(std::io::Cursor::new(bytes(&admin).await)).unwrap();
        let mut part = |name: &str| {
            let mut text = String::new();
            book.by_name(name).unwrap().read_to_string(&mut text).unwrap();
            text
        };
        let (sheet, strings) = (part("xl/worksheets/sheet1.xml"), part("xl/sharedStrings.xml"));
        assert!(!sheet.contains("<f>") && !sheet.contains("<hyperlink"), "{sheet}");
        assert!(strings.contains("=HYPERLINK(") && strings.contains("TLP:AMBER – for "), "{strings}");
        assert!(sheet.contains("<mergeCell ") && sheet.contains("<autoFilter "), "{sheet}");
    }

    async fn a_file_holds_what_its_person_sees_when_it_is_written(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, reader) = (acme.admin().await, bolt.investigator().await);
        let mut leads = Vec::new();
        for number in 0..3 {
            let lead = admin.prepares_from(with(draft(&bolt), json!({ "title": format!("Lead {number}") }))).await;
            admin.shares(&lead, &[&bolt]).await.ok();
            leads.push(lead);
        }
        let made = asks_for(&reader, json!({})).await.ok();
        assert_eq!(made.number("/createExport/export/rowsTotal"), 3);
        admin.changes_tlp(&leads[1], "RED").await.ok();
        work(&world).await;
        let csv = text(&reader).await;
        assert!(csv.contains("Lead 0") && csv.contains("Lead 2") && !csv.contains("Lead 1"), "{csv}");
        use sea_orm::EntityTrait as _;
        let noted = entity::sighting::Entity::find_by_id((leads[0].id, reader.id)).one(world.app.db.read()).await.unwrap();
        assert!(noted.is_some(), "what is in a file was shown");
        let mine = asks_for(&admin, json!({ "filter": { "search": "lead" } })).await.ok();
        assert_eq!(mine.number("/createExport/export/rowsTotal"), 2, "RED is left out");
    }

    async fn who_must_not_be_named_is_not_named_in_a_file(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, reader) = (acme.admin().await, bolt.investigator().await);
        let lead = admin.prepares_from(with(draft(&bolt), json!({ "handling": { "attribution": "MUST_NOT" }, "title": "Quiet" }))).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        for by in [&reader, &admin] {
            asks_for(by, json!({})).await.ok();
        }
        work(&world).await;
        let csv = text(&reader).await;
        assert!(csv.contains("Quiet") && csv.contains("Member ") && !csv.contains("Acme"), "{csv}");
        assert!(text(&admin).await.contains(",\"Acme\","));
    }

    async fn who_may_not_read_any_more_gets_no_file(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, reader) = (acme.admin().await, acme.investigator().await);
        some_leads(&acme, &admin).await;
        asks_for(&reader, json!({})).await.ok();
        reader.put_into("SUSPENDED").await;
        work(&world).await;
        use sea_orm::EntityTrait as _;
        let row = entity::export::Entity::find().one(world.app.db.read()).await.unwrap().unwrap();
        assert_eq!((row.state.as_str(), row.failure.as_deref()), ("FAILED", Some("FORBIDDEN")));
    }

    async fn it_can_be_called_off_and_is_asked_for_once(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, other) = (acme.admin().await, acme.admin().await);
        some_leads(&acme, &admin).await;
        let input = wanted(&admin, json!({}));
        let first = admin.graphql(CREATE, json!({ "input": input })).await.ok();
        let again = admin.graphql(CREATE, json!({ "input": input })).await.ok();
        assert_eq!(first.text("/createExport/export/id"), again.text("/createExport/export/id"));
        let id = first.text("/createExport/export/id");
        let cancel = "mutation($input: CancelExportInput!) { cancelExport(input: $input) { export { state } userErrors { code } } }";
        let theirs = other.graphql(cancel, json!({ "input": { "id": id } }));
        world.nothing_changes(theirs).await.refused_with("NOT_FOUND");
        let off = admin.graphql(cancel, json!({ "input": { "id": id } })).await.ok();
        assert_eq!(off.text("/cancelExport/export/state"), "CANCELLED");
        work(&world).await;
        assert_eq!(exports(&admin).await[0]["state"], "CANCELLED");
        assert!(exports(&other).await.is_empty());
        let twice = admin.graphql(cancel, json!({ "input": { "id": id } }));
        world.nothing_changes(twice).await.refused_with("TRANSITION_NOT_ALLOWED");
        for _ in 0..5 {
            asks_for(&admin, json!({})).await.ok();
        }
        world.nothing_changes(asks_for(&admin, json!({}))).await.refused_with("RATE_LIMITED");
    }

    async fn what_a_worker_left_is_taken_over_and_not_for_ever(world: World) {
        use sea_orm::{ActiveModelTrait as _, ActiveValue::Set, EntityTrait as _, IntoActiveModel as _};
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        some_leads(&acme, &admin).await;
        asks_for(&admin, json!({})).await.ok();
        let leave = async |attempts: i32| {
            let mut row = entity::export::Entity::find().one(world.app.db.read()).await.unwrap().unwrap().into_active_model();
            row.state = Set("RUNNING".to_owned());
            row.attempts = Set(attempts);
            row.leased_until = Set(touchstone::platform::clock::micros(world.now()) + 1);
            row.update(world.app.db.write()).await.unwrap();
        };
        leave(1).await;
        work(&world).await;
        assert_eq!(exports(&admin).await[0]["state"], "RUNNING", "somebody has it");
        world.after_hours(1);
        work(&world).await;
        assert_eq!(exports(&admin).await[0]["state"], "DONE");
        leave(3).await;
        world.after_hours(1);
        work(&world).await;
        let given_up = &exports(&admin).await[0];
        assert_eq!((&given_up["state"], &given_up["failure"]), (&json!("FAILED"), &json!("INTERNAL")));
    }

    async fn the_address_is_good_for_its_session_its_minutes_and_what_one_still_sees(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, reader) = (acme.admin().await, bolt.admin().await);
        let lead = admin.prepares(&bolt).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        asks_for(&reader, json!({})).await.ok();
        work(&world).await;
        let serving = Serving::of(&world).await;
        let token = serving.token_of(&reader).await;
        let get = async |address: &str, token: &str| {
            serving.send(serving.http.get(format!("{}{address}", serving.url)).bearer_auth(token)).await
        };
        let last_address = async || {
            let listed = serving.ask_as(&token, LIST, json!({})).await;
            let last = listed.data("/exports/nodes").as_array().unwrap().last().unwrap().clone();
            last["downloadUrl"].as_str().unwrap().to_owned()
        };
        let good = last_address().await;
        let fetched = get(&good, &token).await;
        assert_eq!(fetched.status, StatusCode::OK, "{fetched:?}");
        assert_eq!(fetched.header("content-type"), "text/csv; charset=utf-8");
        assert!(fetched.header("content-disposition").starts_with("attachment; filename=\"touchstone-leads-"));
        assert_eq!((fetched.header("x-content-type-options"), fetched.header("cache-control")), ("nosniff", "no-store"));
        assert!(fetched.body.contains("TLP:AMBER") && fetched.body.contains("Counterfeit Bolt on sale"));
        let (path, sent) = good.split_once("?token=").unwrap();
        let mut forged = sent.to_owned().into_bytes();
        forged[40] ^= 1;
        for wrong in [path.to_owned(), format!("{path}?token=x"), format!("{path}?token={}", String::from_utf8(forged).unwrap()),
            format!("/exports/{}?token={sent}", world.unknown(touchstone::platform::ids::IdKind::Export)), "/exports/x?token=y".to_owned()] {
            assert_eq!(get(&wrong, &token).await.status, StatusCode::NOT_FOUND, "{wrong}");
        }
        assert_eq!(serving.get(&good).await.status, StatusCode::UNAUTHORIZED, "nobody asks");
        let elsewhere = serving.token_of(&reader).await;
        assert_eq!(get(&good, &elsewhere).await.status, StatusCode::NOT_FOUND, "another session asks");
        world.clock.advance(jiff::SignedDuration::from_mins(6));
        assert_eq!(get(&good, &token).await.status, StatusCode::NOT_FOUND, "its minutes are over");
        let again = last_address().await;
        assert_eq!(get(&again, &token).await.status, StatusCode::OK);
        admin.changes_tlp(&lead, "AMBER_STRICT").await.ok();
        assert_eq!(get(&again, &token).await.status, StatusCode::NOT_FOUND, "a label in it is too weak");
        asks_for(&reader, json!({})).await.ok();
        work(&world).await;
        let stricter = last_address().await;
        assert_eq!(get(&stricter, &token).await.status, StatusCode::OK);
        admin.changes_tlp(&lead, "RED").await.ok();
        assert_eq!(get(&stricter, &token).await.status, StatusCode::NOT_FOUND, "a lead in it is seen no more");
        asks_for(&reader, json!({})).await.ok();
        work(&world).await;
        let other = last_address().await;
        assert_eq!(get(&other, &token).await.status, StatusCode::OK);
        reader.put_into("SUSPENDED").await;
        assert_eq!(get(&other, &token).await.status, StatusCode::UNAUTHORIZED, "its session has ended");
        serving.stop().await;
    }

    async fn a_day_later_nothing_of_it_is_left(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        some_leads(&acme, &admin).await;
        asks_for(&admin, json!({})).await.ok();
        work(&world).await;
        assert_eq!(jobs::forget(&world.app).await.unwrap(), 0);
        world.after_hours(25);
        assert!(exports(&admin).await.is_empty());
        assert_eq!(jobs::forget(&world.app).await.unwrap(), 1);
        let left = std::fs::read_dir(world.folder.join("files/exports")).unwrap().count();
        assert_eq!(left, 0);
    }

    async fn the_log_tells_of_it(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        some_leads(&acme, &admin).await;
        asks_for(&admin, json!({ "includeRed": true })).await.ok();
        let entries = admin.graphql("{ auditEntries(first: 50) { nodes { action detail } } }", json!({})).await.ok();
        let told = entries.list("/auditEntries/nodes").iter().find(|entry| entry["action"] == "createExport").unwrap();
        let detail: Value = serde_json::from_str(told["detail"].as_str().unwrap()).unwrap();
        assert_eq!(detail, json!({ "format": "CSV", "red": true, "count": 3 }));
    }
}
