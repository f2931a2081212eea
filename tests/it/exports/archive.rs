//! Everything of an organisation in one file: for its administrators, by their password, and nothing of anybody else.

use std::io::{Cursor, Read as _};

use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, sea_query::Expr};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use touchstone::permissions::Role;
use zip::ZipArchive;

use super::{asks_for, exports, last_bytes, work};
use crate::{
    both_databases,
    support::{Asks as _, PASSWORD, Person, Response, draft, with},
    transport::serving::with_password,
};

const CREATE: &str = "mutation($input: CreateOrganizationExportInput!) { createOrganizationExport(input: $input) { \
    export { id format state fileName } userErrors { code field } } }";

async fn archives(by: &Person, password: &str) -> Response {
    let input = json!({ "idempotencyKey": by.world.id().to_string(), "password": password });
    by.graphql(CREATE, json!({ "input": input })).await
}

fn part(archive: &mut ZipArchive<Cursor<Vec<u8>>>, name: &str) -> String {
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

both_databases! {
    async fn an_archive_has_what_is_the_organisation_s_and_its_manifest_is_true(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, other) = (acme.admin().await, bolt.admin().await);
        admin.creates_from(with(draft(&acme), json!({ "title": "Our own" }))).await;
        other.creates_from(with(draft(&bolt), json!({ "title": "Not ours" }))).await;
        let received = other.prepares_from(with(draft(&acme), json!({ "title": "Sent to us" }))).await;
        other.shares(&received, &[&acme]).await.ok();
        with_password(&admin).await;
        let made = archives(&admin, PASSWORD).await.ok();
        assert_eq!(made.text("/createOrganizationExport/export/format"), "ARCHIVE");
        work(&world).await;
        let mut archive = ZipArchive::new(Cursor::new(last_bytes(&admin).await)).unwrap();
        let manifest: Value = serde_json::from_str(&part(&mut archive, "manifest.json")).unwrap();
        let parts = manifest["parts"].as_array().unwrap();
        assert_eq!(archive.len(), parts.len() + 1);
        for told in parts {
            let text = part(&mut archive, told["name"].as_str().unwrap());
            assert_eq!(told["sha256"], format!("{:x}", Sha256::digest(text.as_bytes())), "{told}");
            assert_eq!(told["bytes"], text.len(), "{told}");
            if told["name"].as_str().unwrap().ends_with(".ndjson") {
                assert_eq!(told["rows"], text.lines().count(), "{told}");
            }
        }
        let leads = part(&mut archive, "leads.ndjson");
        assert!(leads.contains("Our own") && leads.contains("Sent to us") && !leads.contains("Not ours"), "{leads}");
        let people = part(&mut archive, "people.csv");
        assert!(people.contains(&admin.email) && !people.contains(&other.email), "{people}");
        let brands = part(&mut archive, "brands.csv");
        assert!(brands.contains(&acme.brand_id()) && !brands.contains(&bolt.brand_id()), "{brands}");
        assert!(part(&mut archive, "audit.ndjson").contains("createLead"));
    }

    async fn it_is_asked_for_with_the_password_and_by_those_who_may(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, second, investigator) = (acme.admin().await, acme.admin().await, acme.investigator().await);
        for person in [&admin, &second, &investigator] {
            with_password(person).await;
        }
        let refused = archives(&admin, "not the password").await;
        refused.refused_with("SIGN_IN_FAILED");
        world.nothing_changes(archives(&investigator, PASSWORD)).await.refused_with("FORBIDDEN");
        let by_format = asks_for(&admin, json!({ "format": "ARCHIVE" }));
        world.nothing_changes(by_format).await.refused_with("BAD_USER_INPUT");
        assert!(exports(&admin).await.is_empty());
        archives(&admin, PASSWORD).await.ok();
        archives(&second, PASSWORD).await.refused_with("RATE_LIMITED");
        assert!(exports(&second).await.is_empty(), "an archive is its person's alone");
        work(&world).await;
        archives(&second, PASSWORD).await.ok();
    }

    /// Who may ask for an archive and has no leads to read, such as a partner's administrator, has it all the same.
    async fn whoever_may_ask_for_it_lists_it_calls_it_off_and_has_it(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, writer) = (acme.person(&[Role::Ap]).await, acme.admin().await);
        writer.creates_from(with(draft(&acme), json!({ "title": "Our own" }))).await;
        with_password(&admin).await;
        world.nothing_changes(asks_for(&admin, json!({}))).await.refused_with("FORBIDDEN");
        let made = archives(&admin, PASSWORD).await.ok();
        let id = made.text("/createOrganizationExport/export/id");
        assert_eq!(exports(&admin).await.len(), 1);
        let found = admin.graphql("query($id: ID!) { node(id: $id) { id } }", json!({ "id": id })).await.ok();
        assert_eq!(found.text("/node/id"), id);
        let cancel = "mutation($input: CancelExportInput!) { cancelExport(input: $input) { export { state } userErrors { code } } }";
        let of_others = writer.graphql(cancel, json!({ "input": { "id": id } }));
        world.nothing_changes(of_others).await.not_found();
        let off = admin.graphql(cancel, json!({ "input": { "id": id } })).await.ok();
        assert_eq!(off.text("/cancelExport/export/state"), "CANCELLED");
        world.after_hours(80);
        archives(&admin, PASSWORD).await.ok();
        work(&world).await;
        let mut archive = ZipArchive::new(Cursor::new(last_bytes(&admin).await)).unwrap();
        let leads = part(&mut archive, "leads.ndjson");
        assert!(!leads.contains("Our own"), "it reads no leads, in no file either: {leads}");
    }

    async fn an_archive_of_who_may_have_none_any_more_is_not_even_listed(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        with_password(&admin).await;
        archives(&admin, PASSWORD).await.ok();
        asks_for(&admin, json!({})).await.ok();
        assert_eq!(exports(&admin).await.len(), 2);
        let role = entity::role_assignment::Entity::update_many()
            .col_expr(entity::role_assignment::Column::Role, Expr::value("MI"))
            .filter(entity::role_assignment::Column::PersonId.eq(admin.id));
        role.exec(world.app.db.write()).await.unwrap();
        world.authorization_changed().await;
        let left = admin.graphql("{ exports { totalCount nodes { format } } }", json!({})).await.ok();
        assert_eq!(left.data("/exports"), &json!({ "totalCount": 1, "nodes": [{ "format": "CSV" }] }));
    }

    async fn it_is_kept_for_three_days(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        with_password(&admin).await;
        archives(&admin, PASSWORD).await.ok();
        work(&world).await;
        world.after_hours(71);
        assert_eq!(exports(&admin).await.len(), 1);
        world.after_hours(2);
        assert!(exports(&admin).await.is_empty());
    }

    async fn the_log_tells_those_who_watch_over_security(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        with_password(&admin).await;
        archives(&admin, PASSWORD).await.ok();
        let secretariat = world.secretariat().await.secretariat_admin().await;
        let log = secretariat.graphql("{ auditEntries(first: 50) { nodes { action } } }", json!({})).await.ok();
        let told = log.list("/auditEntries/nodes").iter().any(|entry| entry["action"] == "createOrganizationExport");
        assert!(told, "{log}");
    }
}
