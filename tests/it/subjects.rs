//! Subjects through the API: who sees whom, what meets what, and what is never told.

mod network;
mod people;

use serde_json::{Value, json};

use crate::{
    both_databases,
    support::{Asks as _, Lead, Person, Response, World, draft, with},
};

/// What is selected of a subject.
const SUBJECT: &str = "id version name isMasked kind role detail removedAt identifiers { id kind value isMasked rule strength } \
    links { id kind fromId toId grounds } note { body version } personalData { purpose retainUntil } allowedActions";

/// A phone as it is written.
fn phone(value: &str) -> Value {
    json!({ "kind": "PHONE", "value": value, "country": "CN" })
}

/// A company that makes the goods.
fn company(name: &str, identifiers: &[Value]) -> Value {
    json!({ "kind": "COMPANY", "name": name, "role": "MAKER", "identifiers": identifiers })
}

/// A human being.
fn human(name: &str, identifiers: &[Value]) -> Value {
    json!({ "kind": "PERSON", "name": name, "detail": "Seen at the gate", "identifiers": identifiers,
        "personalData": { "purpose": "INVESTIGATION", "legalBasis": "LEGAL_CLAIMS" } })
}

async fn act(by: &Person, mutation: &str, input: Value) -> Response {
    let kind = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
    let selection = match mutation {
        "linkSubjects" => "link { id }".to_owned(),
        "revealPersonalData" => "person { name detail identifiers { value isMasked } }".to_owned(),
        _ => format!("subject {{ {SUBJECT} }}"),
    };
    let document = format!(
        "mutation($input: {kind}!) {{ {mutation}(input: $input) {{ {selection} userErrors {{ code field }} }} }}"
    );
    by.graphql(&document, json!({ "input": input })).await
}

async fn adding(by: &Person, lead: &Lead, subject: Value) -> Response {
    let base = json!({ "idempotencyKey": by.world.id().to_string(), "leadId": lead.public_id() });
    act(by, "addSubject", with(base, subject)).await
}

/// Names a subject in a lead and gives its id.
async fn adds(by: &Person, lead: &Lead, subject: Value) -> String {
    adding(by, lead, subject).await.ok().text("/addSubject/subject/id")
}

async fn reads(by: &Person, id: &str) -> Response {
    let document = format!("query($id: ID!) {{ subject(id: $id) {{ {SUBJECT} lead {{ id }} }} }}");
    by.graphql(&document, json!({ "id": id })).await
}

/// The subjects of a lead as somebody sees them.
async fn of_lead(by: &Person, lead: &Lead) -> Vec<String> {
    let document = "query($id: ID!) { lead(id: $id) { subjects { totalCount nodes { id } } } }";
    let answer = by.graphql(document, json!({ "id": lead.public_id() })).await.ok();
    let ids = answer.texts("/lead/subjects/nodes", "/id");
    assert_eq!(
        answer.number("/lead/subjects/totalCount"),
        i64::try_from(ids.len()).unwrap()
    );
    ids
}

/// Those that somebody finds by an identifier.
async fn found_by(by: &Person, identifier: Value) -> Vec<String> {
    let document = "query($filter: SubjectFilter!) { subjects(filter: $filter) { totalCount nodes { id } } }";
    let answer = by
        .graphql(document, json!({ "filter": { "identifier": identifier } }))
        .await
        .ok();
    let ids = answer.texts("/subjects/nodes", "/id");
    assert_eq!(answer.number("/subjects/totalCount"), i64::try_from(ids.len()).unwrap());
    ids
}

/// All text that the database has of a table.
async fn contents(world: &World, table: &str) -> String {
    world.contents().await.rows(table).join("\n")
}

both_databases! {
    async fn who_sees_a_lead_sees_what_is_no_person_in_it(world: World) {
        let (acme, bolt, third) = (world.brand("Acme").await, world.brand("Bolt").await, world.brand("Third").await);
        let (admin, reader, other) = (acme.admin().await, bolt.investigator().await, third.investigator().await);
        let lead = admin.prepares(&acme).await;
        let id = adds(&admin, &lead, company("Putian Soles Ltd", &[phone("138 0013 8000")])).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        assert_eq!(of_lead(&reader, &lead).await, [id.as_str()]);
        let read = reads(&reader, &id).await.ok();
        assert_eq!(read.text("/subject/name"), "Putian Soles Ltd");
        assert_eq!(read.text("/subject/role"), "MAKER");
        assert!(read.text("/subject/identifiers/0/value").ends_with("138 0013 8000"), "{read}");
        assert_eq!(read.data("/subject/identifiers/0/isMasked"), &json!(false));
        assert!(!read.list("/subject/allowedActions").contains(&json!("CHANGE")));
        reads(&other, &id).await.not_found();
        assert!(found_by(&other, phone("+86 13800138000")).await.is_empty());
        assert_eq!(found_by(&reader, phone("+86 13800138000")).await, [id.as_str()], "however it is written");
        let told = reader.reads(&lead).await.ok();
        assert!(told.texts("/lead/timeline/edges", "/node/kind").contains(&"SUBJECT_ADDED".to_owned()), "{told}");
        let found = reader.lists(json!({ "search": "soles" })).await;
        assert_eq!(found.len(), 1, "by its name");
        let node = other.graphql("query($id: ID!) { node(id: $id) { id } }", json!({ "id": id })).await.ok();
        assert_eq!(node.data("/node"), &Value::Null);
    }

    async fn who_keeps_a_lead_changes_its_subjects(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, reader) = (acme.admin().await, bolt.investigator().await);
        let lead = admin.prepares(&acme).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        let before = lead.row().await;
        let id = adds(&admin, &lead, company("Putian Soles", &[])).await;
        let change = json!({ "id": id, "expectedVersion": 1, "name": "Putian Soles Ltd", "role": null, "detail": "Two halls" });
        world.nothing_changes(act(&reader, "changeSubject", change.clone())).await.refused_with("FORBIDDEN");
        world.nothing_changes(adding(&reader, &lead, company("Theirs", &[]))).await.refused_with("FORBIDDEN");
        let changed = act(&admin, "changeSubject", change.clone()).await.ok();
        assert_eq!(changed.text("/changeSubject/subject/name"), "Putian Soles Ltd");
        assert_eq!(changed.data("/changeSubject/subject/role"), &Value::Null);
        world.nothing_changes(act(&admin, "changeSubject", change)).await.refused_with("STALE_VERSION");
        let more = json!({ "id": id, "expectedVersion": 2, "identifiers": [phone("13800138000"), phone("138-0013-8000")] });
        let known = act(&admin, "addIdentifiers", more).await.ok();
        assert_eq!(known.list("/addIdentifiers/subject/identifiers").len(), 1, "the same number twice is one");
        let less = json!({ "id": id, "expectedVersion": 3, "identifierId": known.text("/addIdentifiers/subject/identifiers/0/id") });
        let none = act(&admin, "removeIdentifier", less).await.ok();
        assert!(none.list("/removeIdentifier/subject/identifiers").is_empty());
        let gone = json!({ "id": id, "expectedVersion": 4, "reason": "Another company" });
        let gone = act(&admin, "removeSubject", gone).await.ok();
        assert!(gone.data("/removeSubject/subject/removedAt").is_string());
        let again = json!({ "id": id, "expectedVersion": 5, "reason": "Another company" });
        world.nothing_changes(act(&admin, "removeSubject", again)).await.refused_with("TRANSITION_NOT_ALLOWED");
        assert_eq!((lead.row().await.version, lead.row().await.updated_at), (before.version, before.updated_at), "a part never moves its lead");
    }

    async fn what_is_entered_wrongly_is_refused(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let lead = admin.prepares(&acme).await;
        let id_card = json!({ "kind": "NATIONAL_ID", "value": "11010519491231002X", "country": "CN" });
        for (wrong, field) in [
            (company("", &[]), "name"),
            (company("Soles", &[phone("12")]), "identifiers.0.value"),
            (company("Soles", std::slice::from_ref(&id_card)), "identifiers.0.value"),
            (company("Soles", &[json!({ "kind": "COMPANY_CODE", "value": "91350100M000100Y44" })]), "identifiers.0.value"),
            (json!({ "kind": "PERSON", "name": "Jane" }), "personalData"),
            (with(company("Soles", &[]), json!({ "personalData": { "purpose": "REFERRAL", "legalBasis": "CONSENT" } })), "personalData"),
            (with(human("Jane", &[]), json!({ "personalData": { "purpose": "REFERRAL", "legalBasis": "CONSENT", "retainUntil": "2026-01-01T00:00:00Z" } })), "personalData.retainUntil"),
        ] {
            let refused = world.nothing_changes(adding(&admin, &lead, wrong)).await;
            assert_eq!(refused.error_field().as_deref(), Some(field), "{refused}");
            refused.refused_with("BAD_USER_INPUT");
        }
        admin.retracts(&lead).await.ok();
        world.nothing_changes(adding(&admin, &lead, company("Late", &[]))).await.refused_with("TRANSITION_NOT_ALLOWED");
    }

    async fn one_key_names_one_subject(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let lead = admin.prepares(&acme).await;
        let input = with(json!({ "idempotencyKey": "one", "leadId": lead.public_id() }), company("Soles", &[phone("13800138000")]));
        let one = act(&admin, "addSubject", input.clone()).await.ok();
        let again = world.nothing_changes(act(&admin, "addSubject", input.clone())).await.ok();
        assert_eq!(one.text("/addSubject/subject/id"), again.text("/addSubject/subject/id"));
        world.nothing_changes(act(&admin, "addSubject", with(input, json!({ "name": "Other" })))).await.refused_with("IDEMPOTENCY_MISMATCH");
    }

    async fn i30_what_an_organisation_notes_is_its_own(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, reader, colleague) = (acme.admin().await, bolt.investigator().await, bolt.investigator().await);
        let desk = world.secretariat().await.desk().await;
        let lead = admin.prepares(&acme).await;
        let id = adds(&admin, &lead, company("Putian Soles", &[])).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        let note = |body: &str, version: i32| json!({ "id": id, "expectedVersion": version, "body": body });
        act(&reader, "annotateSubject", note("We bought here in May", 0)).await.ok();
        world.nothing_changes(act(&colleague, "annotateSubject", note("Mine", 0))).await.refused_with("STALE_VERSION");
        assert_eq!(reads(&colleague, &id).await.ok().text("/subject/note/body"), "We bought here in May");
        for other in [&admin, &desk] {
            assert_eq!(reads(other, &id).await.ok().data("/subject/note"), &Value::Null);
        }
        // Merging brings nothing of it over.
        let theirs = reader.prepares(&bolt).await;
        let input = json!({ "id": theirs.public_id(), "expectedVersion": theirs.row().await.version,
            "intoId": lead.public_id(), "intoExpectedVersion": lead.row().await.version, "reason": "The same" });
        desk.act("mergeLead", input).await.ok();
        assert_eq!(reads(&admin, &id).await.ok().data("/subject/note"), &Value::Null);
        act(&colleague, "annotateSubject", note("", 1)).await.ok();
        assert_eq!(reads(&reader, &id).await.ok().data("/subject/note"), &Value::Null);
    }

    async fn a_name_is_found_as_it_is_written(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let lead = admin.prepares(&acme).await;
        for name in ["shop_01", "shopX01", "100% Soles", "ООО Подошва"] {
            adds(&admin, &lead, company(name, &[])).await;
        }
        let document = "query($name: String!) { subjects(filter: { name: $name }) { nodes { name } } }";
        for (name, found) in [("SHOP_01", "shop_01"), ("100% s", "100% Soles"), ("Подошва", "ООО Подошва")] {
            let answer = admin.graphql(document, json!({ "name": name })).await.ok();
            assert_eq!(answer.texts("/subjects/nodes", "/name"), [found]);
        }
    }

    async fn a_page_of_leads_with_subjects_costs_as_many_statements_as_one(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let document = "query($first: Int) { leads(first: $first) { nodes { subjects { nodes { name \
            identifiers { value } note { body } links { from { id } to { id } } } } mergedLeads { id } contributors } } }";
        let mut before: Option<String> = None;
        for number in 0..6 {
            let lead = admin.creates_from(draft(&acme)).await;
            let maker = adds(&admin, &lead, company(&format!("Maker {number}"), &[phone("13800138000")])).await;
            let to = adds(&admin, &lead, company("Shop", &[])).await;
            let link = json!({ "idempotencyKey": admin.world.id().to_string(), "fromId": maker, "toId": before.unwrap_or(to),
                "kind": "SUPPLIES", "confidence": "LOW", "grounds": "Seen at the gate" });
            act(&admin, "linkSubjects", link).await.ok();
            before = Some(maker);
        }
        admin.graphql(document, json!({ "first": 6 })).await.ok();
        let (_, one) = world.counting_statements(admin.graphql(document, json!({ "first": 1 }))).await;
        let (_, six) = world.counting_statements(admin.graphql(document, json!({ "first": 6 }))).await;
        assert_eq!(one, six);
    }
}
