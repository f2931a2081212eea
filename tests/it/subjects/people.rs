//! People in leads: few see them, nobody in clear without a purpose that is logged, and they are forgotten in time.

use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use serde_json::{Value, json};
use touchstone::{
    permissions::{Role, viewer::OrganizationKind},
    subjects::jobs,
};

use super::{act, adding, adds, company, contents, found_by, human, of_lead, phone, reads};
use crate::both_databases;

/// A paper that there is: its check character is right.
fn id_card() -> Value {
    json!({ "kind": "NATIONAL_ID", "value": "11010519491231002X", "country": "CN" })
}

both_databases! {
    async fn people_are_for_keepers_and_those_to_whom_personal_data_are_open(world: World) {
        let (acme, bolt, third) = (world.brand("Acme").await, world.brand("Bolt").await, world.brand("Third").await);
        let (admin, reader, told) = (acme.admin().await, bolt.investigator().await, third.investigator().await);
        let desk = world.secretariat().await.desk().await;
        let lead = admin.prepares(&acme).await;
        let person = adds(&admin, &lead, human("Jane Doe", &[phone("13800138000")])).await;
        let maker = adds(&admin, &lead, company("Soles", &[])).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        let all = json!({ "grants": [{ "organizationId": third.public_id() }], "includePersonalData": true });
        admin.shares_by(&lead, all).await.ok();
        assert_eq!(of_lead(&reader, &lead).await, [maker.as_str()]);
        reads(&reader, &person).await.not_found();
        assert!(found_by(&reader, phone("13800138000")).await.is_empty());
        let entries = reader.reads(&lead).await.ok().texts("/lead/timeline/edges", "/node/kind");
        assert_eq!(entries.iter().filter(|kind| *kind == "SUBJECT_ADDED").count(), 1, "of the maker only");
        for keeper in [&admin, &told, &desk] {
            assert_eq!(of_lead(keeper, &lead).await.len(), 2);
            assert_eq!(found_by(keeper, phone("13800138000")).await, [person.as_str()]);
        }
        // What was previewed is what is shared, the personal data too.
        let grants = json!({ "grants": [{ "organizationId": bolt.public_id() }] });
        let token = admin.previews(&lead, grants.clone()).await.ok().text("/previewAudience/token");
        let more = json!({ "id": lead.public_id(), "expectedVersion": lead.row().await.version, "previewToken": token,
            "grants": grants["grants"], "includePersonalData": true });
        world.nothing_changes(admin.act("shareLead", more)).await.refused_with("PREVIEW_REQUIRED");
    }

    async fn i38_personal_data_are_shown_in_clear_for_a_purpose_that_is_logged(world: World) {
        use entity::audit_entry::{Column, Entity};
        let acme = world.brand("Acme").await;
        let (admin, analyst) = (acme.admin().await, acme.investigator().await);
        let lead = admin.prepares(&acme).await;
        let id = adds(&admin, &lead, human("Jane Doe", &[phone("13800138000"), id_card()])).await;
        let masked = reads(&analyst, &id).await.ok();
        assert_eq!(masked.text("/subject/name"), "J••• D•••");
        assert_eq!(masked.data("/subject/detail"), &Value::Null);
        assert!(!masked.to_string().contains("13800138000") && !masked.to_string().contains("138 0013 8000"), "{masked}");
        let asked = json!({ "subjectId": id, "purpose": "REFERRAL" });
        world.nothing_changes(act(&admin, "revealPersonalData", asked.clone())).await.refused_with("FORBIDDEN");
        let shown = act(&analyst, "revealPersonalData", asked).await.ok();
        assert_eq!(shown.text("/revealPersonalData/person/name"), "Jane Doe");
        assert_eq!(shown.text("/revealPersonalData/person/detail"), "Seen at the gate");
        assert!(shown.text("/revealPersonalData/person/identifiers/0/value").contains("138 0013 8000"), "{shown}");
        assert_eq!(shown.data("/revealPersonalData/person/identifiers/1/isMasked"), &json!(true), "papers never");
        let entry = Entity::find().filter(Column::Action.eq("revealPersonalData")).one(world.app.db.read()).await.unwrap().unwrap();
        assert_eq!(entry.actor_id, Some(analyst.id));
        assert!(entry.detail.contains("REFERRAL"));
        let maker = adds(&admin, &lead, company("Soles", &[])).await;
        let asked = json!({ "subjectId": maker, "purpose": "REFERRAL" });
        world.nothing_changes(act(&analyst, "revealPersonalData", asked)).await.refused_with("BAD_USER_INPUT");
        let outsider = world.brand("Other").await.investigator().await;
        let asked = json!({ "subjectId": id, "purpose": "REFERRAL" });
        world.nothing_changes(act(&outsider, "revealPersonalData", asked)).await.not_found();
    }

    async fn a_national_id_is_never_kept_in_clear(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let lead = admin.prepares(&acme).await;
        let id = adds(&admin, &lead, human("Jane Doe", &[id_card()])).await;
        for table in ["subject", "subject_identifier", "search_document", "audit_entry", "idempotency_key", "outbox"] {
            let stored = contents(&world, table).await;
            assert!(!stored.contains("11010519491231002") && !stored.contains("19491231"), "{table}: {stored}");
        }
        let read = reads(&admin, &id).await.ok();
        assert!(read.text("/subject/identifiers/0/value").contains("002X"), "{read}");
        assert_eq!(found_by(&admin, id_card()).await, [id.as_str()], "found all the same");
    }

    async fn i39_personal_data_have_a_reason_and_are_forgotten_in_time(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let lead = admin.prepares(&acme).await;
        let until = (world.now() + jiff::SignedDuration::from_hours(48)).to_string();
        let mut short = human("Jane Doe", &[phone("13800138000")]);
        short["personalData"]["retainUntil"] = json!(until);
        let (short, long) = (adds(&admin, &lead, short).await, adds(&admin, &lead, human("John Roe", &[phone("13900139000")])).await);
        let kept = reads(&admin, &long).await.ok();
        assert!(kept.text("/subject/personalData/retainUntil").starts_with("2028-03-09"), "two years: {kept}");
        assert_eq!(jobs::forget(&world.app).await.unwrap(), 0);
        world.after_hours(48);
        assert_eq!(jobs::forget(&world.app).await.unwrap(), 1);
        assert_eq!(jobs::forget(&world.app).await.unwrap(), 0, "once");
        let forgotten = reads(&admin, &short).await.ok();
        assert!(forgotten.list("/subject/identifiers").is_empty());
        assert!(found_by(&admin, phone("13800138000")).await.is_empty());
        let texts = if world.url.starts_with("sqlite") { "search_text" } else { "search_document" };
        for table in ["subject", "subject_identifier", texts] {
            let stored = contents(&world, table).await.to_lowercase();
            assert!(!stored.contains("jane") && !stored.contains("13800138000"), "{table}: {stored}");
        }
        assert_eq!(found_by(&admin, phone("13900139000")).await, [long.as_str()]);
        // Nothing comes back that nobody would forget again.
        assert!(!forgotten.list("/subject/allowedActions").contains(&json!("CHANGE")), "{forgotten}");
        let version = forgotten.number("/subject/version");
        let change = json!({ "id": short, "expectedVersion": version, "name": "Jane Doe" });
        world.nothing_changes(act(&admin, "changeSubject", change)).await.refused_with("TRANSITION_NOT_ALLOWED");
        let more = json!({ "id": short, "expectedVersion": version, "identifiers": [phone("13800138000")] });
        world.nothing_changes(act(&admin, "addIdentifiers", more)).await.refused_with("TRANSITION_NOT_ALLOWED");
        let note = json!({ "id": short, "expectedVersion": 0, "body": "Jane Doe" });
        world.nothing_changes(act(&admin, "annotateSubject", note)).await.refused_with("TRANSITION_NOT_ALLOWED");
    }

    async fn everybody_whose_day_has_come_is_forgotten_at_once(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let lead = admin.prepares(&acme).await;
        let other = admin.prepares(&acme).await;
        let mut person = human("Jane Doe", &[]);
        person["personalData"]["retainUntil"] = json!((world.now() + jiff::SignedDuration::from_hours(48)).to_string());
        for _ in 0..99 {
            adds(&admin, &lead, person.clone()).await;
        }
        for _ in 0..3 {
            adds(&admin, &other, person.clone()).await;
        }
        world.after_hours(48);
        assert_eq!(jobs::forget(&world.app).await.unwrap(), 102);
    }

    async fn a_masked_name_is_not_found_by_its_parts(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let lead = admin.prepares(&acme).await;
        adds(&admin, &lead, human("Jane Zebulon", &[])).await;
        assert!(admin.lists(json!({ "search": "zebulon" })).await.is_empty());
    }

    async fn a_partner_names_people_and_is_told_of_none(world: World) {
        let market = world.organization(OrganizationKind::Platform, "Market").await;
        let account = market.person(&[Role::Ps]).await;
        let lead = account.creates_from(crate::support::draft(&world.brand("Acme").await)).await;
        let named = adding(&account, &lead, human("Jane Doe", &[])).await.ok();
        assert_eq!(named.data("/addSubject/subject"), &Value::Null);
        let maker = adds(&account, &lead, company("Soles", &[])).await;
        assert_eq!(of_lead(&account, &lead).await, [maker.as_str()]);
    }
}
