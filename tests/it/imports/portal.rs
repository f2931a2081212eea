//! Imports through the API: a dry run that changes nothing, the import of what it showed, and what became of each element.

use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, sea_query::Expr};
use serde_json::{Value, json};
use touchstone::{
    imports::{jobs, upload},
    members,
    permissions::Role,
};

use crate::{
    both_databases,
    support::{Asks as _, Person, Response, with},
    transport::serving::Serving,
};

const TABLE: &str = "title,url,tlp,brand\n\
    Bag,https://item.taobao.com/item.htm?id=99900000001,,\n\
    Belt,https://b.example/2,white,\n\
    Cap,no address,,\n\
    Coat,https://c.example/3,,Nobody's\n\
    Bag,https://item.taobao.com/item.htm?id=99900000001,,\n";

const EVENT: &str = r#"{"Event":{"info":"Shops","Tag":[{"name":"tlp:white"}],"Attribute":[
    {"type":"domain","value":"a.example"},{"type":"md5","value":"ab"},{"type":"yara","value":"x"}]}}"#;

async fn sends(person: &Person, text: &str) -> String {
    let viewer = members::viewer(person.world.app.db.read(), person.id)
        .await
        .unwrap()
        .unwrap();
    upload(&person.world.app, &viewer, "finds.csv", text.as_bytes().to_vec())
        .await
        .unwrap()
        .id
}

fn input(upload: &str) -> Value {
    json!({ "uploadId": upload, "draft": false })
}

async fn previews(person: &Person, input: &Value) -> Response {
    let document = "query($input: ImportInput!) { importPreview(input: $input) { format token mistake { message line column } \
        wouldCreate alreadyThere refused understood partly kept skipped reasons { reason count } subjects { kind count } \
        elements { totalCount nodes { position at kind label verdict reason fields lead { title tlp sourceTlp itemCount outcome \
        existing { reference } possibleDuplicates { reference } } } } } }";
    person.graphql(document, json!({ "input": input })).await
}

async fn starts_with(person: &Person, input: &Value, token: &str) -> Response {
    let document = "mutation($input: StartImportInput!) { startImport(input: $input) { import { id version total } userErrors { code field } } }";
    let input = json!({ "idempotencyKey": person.world.id().to_string(), "import": input, "previewToken": token });
    person.graphql(document, json!({ "input": input })).await
}

/// Previews and starts; the import's id.
async fn starts(person: &Person, input: &Value) -> String {
    let token = previews(person, input).await.ok().text("/importPreview/token");
    starts_with(person, input, &token)
        .await
        .ok()
        .text("/startImport/import/id")
}

async fn reads(person: &Person, id: &str) -> Response {
    let document = "query($id: ID!) { import(id: $id) { state total done created alreadyThere refused skipped version allowedActions \
        results { totalCount nodes { position at label verdict reason outcome lead { reference tlp state } } } \
        leads: results(filter: { leadsOnly: true, outcomeIn: [CREATED] }) { totalCount } } }";
    person.graphql(document, json!({ "id": id })).await
}

async fn cancels(person: &Person, id: &str) -> Response {
    let version = reads(person, id).await.ok().number("/import/version");
    let document =
        "mutation($input: CancelImportInput!) { cancelImport(input: $input) { import { state } userErrors { code } } }";
    person
        .graphql(document, json!({ "input": { "id": id, "expectedVersion": version } }))
        .await
}

both_databases! {
    async fn a_dry_run_says_what_would_become_of_each_element_and_changes_nothing(world: World) {
        let person = world.brand("Orvelline").await.admin().await;
        let file = sends(&person, TABLE).await;
        let preview = world.nothing_changes(previews(&person, &input(&file))).await.ok();
        let counts = ["wouldCreate", "alreadyThere", "refused", "understood", "skipped"];
        let counts = counts.map(|count| preview.number(&format!("/importPreview/{count}")));
        assert_eq!(counts, [1, 1, 2, 4, 1], "{preview}");
        assert_eq!(preview.text("/importPreview/format"), "CSV");
        let reasons: Vec<_> = preview.list("/importPreview/elements/nodes").iter().map(|node| node["reason"].clone()).collect();
        assert_eq!(reasons, [json!(null), json!("TLP_CEILING"), json!("NOT_WEB_ADDRESS"), json!("UNKNOWN_BRAND"), json!("REPEATED")]);
        assert_eq!(preview.text("/importPreview/elements/nodes/0/lead/tlp"), "AMBER", "a source that says nothing");
        let narrower = with(input(&file), json!({ "tlp": "AMBER_STRICT" }));
        let preview = previews(&person, &narrower).await.ok();
        assert_eq!(preview.number("/importPreview/wouldCreate"), 2);
        assert_eq!(preview.text("/importPreview/elements/nodes/1/lead/tlp"), "AMBER_STRICT");
        let wider = previews(&person, &with(input(&file), json!({ "tlp": "CLEAR" }))).await.ok();
        assert_eq!(wider.text("/importPreview/elements/nodes/0/lead/tlp"), "AMBER", "nothing gets wider than its source");
    }

    async fn what_was_previewed_is_imported_once_and_each_element_is_accounted_for(world: World) {
        let person = world.brand("Orvelline").await.investigator().await;
        let file = sends(&person, EVENT).await;
        let chosen = with(input(&file), json!({ "tlp": "AMBER" }));
        let import = starts(&person, &chosen).await;
        assert_eq!(reads(&person, &import).await.ok().text("/import/state"), "RUNNING");
        jobs::advance(&world.app).await.unwrap();
        let read = reads(&person, &import).await.ok();
        assert_eq!(read.text("/import/state"), "DONE", "{read}");
        assert_eq!(["total", "done", "created"].map(|count| read.number(&format!("/import/{count}"))), [1, 1, 1]);
        assert_eq!((read.number("/import/results/totalCount"), read.number("/import/leads/totalCount")), (5, 1));
        assert_eq!(read.text("/import/results/nodes/0/lead/tlp"), "AMBER");
        assert_eq!(read.text("/import/results/nodes/0/lead/state"), "SUBMITTED");
        world.after_hours(1);
        let again = starts(&person, &chosen).await;
        let leads = super::leads(&world).await.len();
        jobs::advance(&world.app).await.unwrap();
        let read = reads(&person, &again).await.ok();
        assert_eq!((read.number("/import/created"), read.number("/import/alreadyThere")), (0, 1), "{read}");
        assert_eq!(super::leads(&world).await.len(), leads);
        let preview = previews(&person, &chosen).await.ok();
        assert_eq!(preview.number("/importPreview/alreadyThere"), 1);
        assert!(preview.text("/importPreview/elements/nodes/0/lead/existing/reference").starts_with("LD-"));
    }

    async fn only_what_was_previewed_is_started(world: World) {
        let acme = world.brand("Acme").await;
        let (person, colleague) = (acme.investigator().await, acme.investigator().await);
        let file = sends(&person, EVENT).await;
        let chosen = with(input(&file), json!({ "tlp": "AMBER" }));
        let token = previews(&person, &chosen).await.ok().text("/importPreview/token");
        for other in [json!({ "draft": true }), json!({ "tlp": "RED" }), json!({ "format": "STIX" }), json!({ "brandId": acme.brand_id() })] {
            let refused = world.nothing_changes(starts_with(&person, &with(chosen.clone(), other), &token)).await;
            refused.refused_with("PREVIEW_REQUIRED");
        }
        let (other, text) = (sends(&person, TABLE).await, "made up");
        world.nothing_changes(starts_with(&person, &with(chosen.clone(), json!({ "uploadId": other })), &token)).await.refused_with("PREVIEW_REQUIRED");
        world.nothing_changes(starts_with(&person, &chosen, text)).await.refused_with("PREVIEW_REQUIRED");
        for act in [starts_with(&colleague, &chosen, &token).await, previews(&colleague, &chosen).await] {
            act.not_found();
        }
        let import = starts(&person, &chosen).await;
        reads(&colleague, &import).await.not_found();
        cancels_as(&colleague, &import).await.not_found();
        world.after_days(1);
        previews(&person, &chosen).await.not_found();
        jobs::advance(&world.app).await.unwrap();
        assert_eq!(reads(&person, &import).await.ok().text("/import/state"), "DONE", "a running import keeps its file");
        jobs::forget(&world.app).await.unwrap();
        assert!(entity::import_upload::Entity::find().one(world.app.db.read()).await.unwrap().is_none());
    }

    async fn one_that_was_broken_off_is_finished_by_going_on(world: World) {
        let person = world.brand("Orvelline").await.investigator().await;
        let rows: String = (0..6).map(|row| format!("Bag {row},https://shop{row}.example/\n")).collect();
        let file = sends(&person, &format!("title,url\n{rows}")).await;
        let import = starts(&person, &input(&file)).await;
        assert_eq!(jobs::advance_by(&world.app, 3).await.unwrap(), 3);
        assert_eq!(reads(&person, &import).await.ok().number("/import/done"), 3);
        // As if the process had ended between making the third lead and keeping that: another worker waits for its claim to end.
        use entity::import_run::Column;
        entity::import_run::Entity::update_many()
            .col_expr(Column::Position, Expr::value(2))
            .col_expr(Column::Created, Expr::value(2))
            .col_expr(Column::ClaimedUntil, Expr::value(world.now().as_microsecond() + 60_000_000))
            .exec(world.app.db.write()).await.unwrap();
        entity::import_result::Entity::delete_many()
            .filter(entity::import_result::Column::Position.gte(2))
            .exec(world.app.db.write()).await.unwrap();
        assert_eq!(jobs::advance(&world.app).await.unwrap(), 0);
        world.after_hours(1);
        jobs::advance(&world.app).await.unwrap();
        let read = reads(&person, &import).await.ok();
        assert_eq!(["done", "created", "alreadyThere"].map(|count| read.number(&format!("/import/{count}"))), [6, 6, 0], "{read}");
        assert_eq!((super::leads(&world).await.len(), read.number("/import/results/totalCount")), (6, 6));
    }

    async fn rights_are_asked_again_at_every_lead(world: World) {
        let person = world.brand("Orvelline").await.investigator().await;
        let file = sends(&person, "title,url\nA,a.example\nB,b.example\n").await;
        let import = starts(&person, &input(&file)).await;
        jobs::advance_by(&world.app, 1).await.unwrap();
        person.put_into("SUSPENDED").await;
        jobs::advance(&world.app).await.unwrap();
        person.put_into("ACTIVE").await;
        let read = reads(&person, &import).await.ok();
        assert_eq!((read.number("/import/created"), read.number("/import/refused")), (1, 1), "{read}");
        assert_eq!(read.text("/import/results/nodes/1/reason"), "NOT_ALLOWED");
    }

    async fn what_is_read_otherwise_than_it_was_previewed_is_not_imported(world: World) {
        let person = world.brand("Orvelline").await.investigator().await;
        let file = sends(&person, "title,url\nA,a.example\n").await;
        let import = starts(&person, &input(&file)).await;
        // As if an upgrade had come between that reads the file in another way.
        entity::import_run::Entity::update_many()
            .col_expr(entity::import_run::Column::Digest, Expr::value("another"))
            .exec(world.app.db.write()).await.unwrap();
        jobs::advance(&world.app).await.unwrap();
        let read = reads(&person, &import).await.ok();
        assert_eq!((read.text("/import/state").as_str(), super::leads(&world).await.len()), ("FAILED", 0), "{read}");
    }

    async fn what_stands_twice_is_made_once_and_others_drafts_are_left(world: World) {
        let brand = world.brand("Orvelline").await;
        let (person, colleague) = (brand.investigator().await, brand.investigator().await);
        let file = sends(&colleague, "title,url\nA,a.example\n").await;
        starts(&colleague, &with(input(&file), json!({ "draft": true }))).await;
        jobs::advance(&world.app).await.unwrap();
        let file = sends(&person, "title,url\nA,a.example\nB,b.example\nB,b.example\n").await;
        let import = starts(&person, &input(&file)).await;
        jobs::advance(&world.app).await.unwrap();
        let read = reads(&person, &import).await.ok();
        assert_eq!(["created", "alreadyThere", "refused"].map(|count| read.number(&format!("/import/{count}"))), [1, 2, 0], "{read}");
        let states: Vec<_> = super::leads(&world).await.into_iter().map(|lead| lead.state).collect();
        assert_eq!(states.iter().filter(|state| *state == "DRAFT").count(), 1, "{states:?}");
    }

    async fn one_that_cannot_go_on_holds_up_no_other(world: World) {
        let person = world.brand("Orvelline").await.investigator().await;
        let (one, other) = (sends(&person, "title,url\nA,a.example\n").await, sends(&person, "title,url\nB,b.example\n").await);
        let one = starts(&person, &input(&one)).await;
        // As if an upgrade had come between that knows these choices no more.
        entity::import_run::Entity::update_many()
            .col_expr(entity::import_run::Column::Choices, Expr::value("{}"))
            .exec(world.app.db.write()).await.unwrap();
        let other = starts(&person, &input(&other)).await;
        jobs::advance(&world.app).await.unwrap();
        assert_eq!(reads(&person, &one).await.ok().text("/import/state"), "FAILED");
        assert_eq!(reads(&person, &other).await.ok().text("/import/state"), "DONE");
    }

    async fn who_ends_an_import_keeps_what_was_imported(world: World) {
        let person = world.brand("Orvelline").await.investigator().await;
        let file = sends(&person, "title,url\nA,a.example\nB,b.example\n").await;
        let import = starts(&person, &input(&file)).await;
        jobs::advance_by(&world.app, 1).await.unwrap();
        assert_eq!(cancels(&person, &import).await.ok().text("/cancelImport/import/state"), "CANCELLED");
        jobs::advance(&world.app).await.unwrap();
        let read = reads(&person, &import).await.ok();
        assert_eq!((read.number("/import/done"), super::leads(&world).await.len()), (1, 1));
        assert!(read.list("/import/allowedActions").is_empty());
        world.nothing_changes(cancels(&person, &import)).await.refused_with("TRANSITION_NOT_ALLOWED");
    }

    async fn nobody_imports_beyond_the_own_brands_and_organisation(world: World) {
        let (mut acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let second = acme.add_brand("Acme Two").await;
        let limited = acme.person_for(&[Role::Mi], &[second]).await;
        let finance = acme.person(&[Role::Mf]).await;
        let file = sends(&limited, "title,url,brand\nA,a.example,Acme Two\nB,b.example,\n").await;
        let preview = previews(&limited, &input(&file)).await.ok();
        assert_eq!(preview.number("/importPreview/wouldCreate") + preview.number("/importPreview/refused"), 2, "{preview}");
        let others = with(input(&file), json!({ "onBehalfOfOrganizationId": bolt.public_id() }));
        assert_eq!(previews(&limited, &others).await.error_code(), Some("FORBIDDEN"));
        assert_eq!(previews(&finance, &input(&file)).await.error_code(), Some("FORBIDDEN"));
        let nowhere = with(input(&file), json!({ "brandId": world.unknown(touchstone::platform::ids::IdKind::Brand) }));
        assert!(previews(&limited, &nowhere).await.error_code().is_some());
    }

    async fn i22_duplicates_are_told_only_among_what_the_viewer_sees(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (person, rival) = (acme.investigator().await, bolt.investigator().await);
        let theirs = sends(&rival, TABLE).await;
        starts(&rival, &with(input(&theirs), json!({ "tlp": "AMBER" }))).await;
        jobs::advance(&world.app).await.unwrap();
        let mine = sends(&person, "title,url\nThe same,https://a.m.taobao.com/awp/core/detail.htm?id=99900000001\n").await;
        let preview = previews(&person, &input(&mine)).await.ok();
        assert!(preview.list("/importPreview/elements/nodes/0/lead/possibleDuplicates").is_empty(), "{preview}");
        let again = sends(&rival, "title,url\nThe same,https://a.m.taobao.com/awp/core/detail.htm?id=99900000001\n").await;
        let preview = previews(&rival, &input(&again)).await.ok();
        assert_eq!(preview.list("/importPreview/elements/nodes/0/lead/possibleDuplicates").len(), 1, "{preview}");
    }

    async fn a_page_costs_the_same_whatever_its_size(world: World) {
        let person = world.brand("Orvelline").await.investigator().await;
        let mut costs = Vec::new();
        for rows in [2, 20] {
            let rows: String = (0..rows).map(|row| format!("Bag,https://shop{row}.example/\n")).collect();
            let file = sends(&person, &format!("title,url\n{rows}")).await;
            let (preview, statements) = world.counting_statements(previews(&person, &input(&file))).await;
            preview.ok();
            let import = starts(&person, &input(&file)).await;
            jobs::advance(&world.app).await.unwrap();
            let (read, more) = world.counting_statements(reads(&person, &import)).await;
            read.ok();
            costs.push((statements, more));
        }
        assert_eq!(costs[0].1, costs[1].1);
        // What is there already by the first round is looked up together.
        assert!(costs[1].0 <= costs[0].0 + 1, "{costs:?}");
    }

    async fn mappings_are_kept_for_the_organisation(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (person, colleague, stranger) = (acme.investigator().await, acme.investigator().await, bolt.investigator().await);
        let save = async |field: &str| {
            let document = "mutation($input: SaveImportMappingInput!) { saveImportMapping(input: $input) { mapping { id version columns { column field } } userErrors { code field } } }";
            let columns = json!([{ "column": "what", "field": field }, { "column": "where", "field": "URL" }]);
            let input = json!({ "idempotencyKey": world.id().to_string(), "name": "Our sweep", "columns": columns });
            person.graphql(document, json!({ "input": input })).await
        };
        save("TITLE").await.ok();
        let saved = save("SUMMARY").await.ok();
        assert_eq!(saved.number("/saveImportMapping/mapping/version"), 2);
        world.nothing_changes(save("URL")).await.refused_with("BAD_USER_INPUT");
        let list = async |person: &Person| person.graphql("{ importMappings { id name columns { column field } } }", json!({})).await.ok();
        assert_eq!(list(&colleague).await.list("/importMappings").len(), 1);
        assert!(list(&stranger).await.list("/importMappings").is_empty());
        let delete = async |person: &Person, version: i64| {
            let document = "mutation($input: DeleteImportMappingInput!) { deleteImportMapping(input: $input) { mapping { id } userErrors { code } } }";
            let id = saved.text("/saveImportMapping/mapping/id");
            person.graphql(document, json!({ "input": { "id": id, "expectedVersion": version } })).await
        };
        world.nothing_changes(delete(&stranger, 2)).await.not_found();
        world.nothing_changes(delete(&colleague, 1)).await.refused_with("STALE_VERSION");
        delete(&colleague, 2).await.ok();
        assert!(list(&person).await.list("/importMappings").is_empty());
    }

    async fn what_cannot_be_read_says_where(world: World) {
        let person = world.brand("Orvelline").await.investigator().await;
        let file = sends(&person, "{\"Event\":{\n\"info\":}}").await;
        let preview = previews(&person, &input(&file)).await.ok();
        assert_eq!((preview.text("/importPreview/format").as_str(), preview.data("/importPreview/token")), ("MISP", &Value::Null));
        assert_eq!((preview.number("/importPreview/mistake/line"), preview.number("/importPreview/mistake/column")), (2, 8));
        world.nothing_changes(starts_with(&person, &input(&file), "x")).await.refused_with("PREVIEW_REQUIRED");
    }

    async fn files_are_sent_in_by_who_may_import_and_within_the_limit(world: World) {
        let serving = Serving::with(&world, &[("limit_import_bytes", "200")]).await;
        let acme = world.brand("Acme").await;
        let (person, finance) = (acme.investigator().await, acme.person(&[Role::Mf]).await);
        let (token, poor) = (serving.token_of(&person).await, serving.token_of(&finance).await);
        let url = format!("{}/imports?name=finds.csv", serving.url);
        let post = |token: Option<&str>, body: String| {
            let request = serving.http.post(&url).body(body);
            match token {
                Some(token) => request.bearer_auth(token),
                None => request,
            }
        };
        for (request, status, code) in [
            (post(None, "a".to_owned()), 401, "UNAUTHENTICATED"),
            (post(Some("nonsense"), "a".to_owned()), 401, "UNAUTHENTICATED"),
            (post(Some(&poor), "a".to_owned()), 403, "FORBIDDEN"),
            (post(Some(&token), " \n".to_owned()), 400, "BAD_USER_INPUT"),
            (post(Some(&token), "x".repeat(201)), 413, "LIMIT_EXCEEDED"),
        ] {
            let answer = world.nothing_changes_but(&["session", "refresh_token"], serving.send(request)).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (status, code), "{answer:?}");
        }
        let answer = serving.send(post(Some(&token), "标题,链接\n鞋,a.example\n".to_owned())).await;
        assert_eq!((answer.status.as_u16(), answer.json()["format"].as_str()), (201, Some("CSV")));
        let id = answer.json()["id"].as_str().unwrap().to_owned();
        let document = "query($id: ID!) { importUpload(id: $id) { name size sheet { encoding delimiter columns { name samples suggestion } } mistake { message } } }";
        let read = person.graphql(document, json!({ "id": id })).await.ok();
        assert_eq!(read.text("/importUpload/name"), "finds.csv");
        assert_eq!(read.data("/importUpload/sheet/columns/1"), &json!({ "name": "链接", "samples": ["a.example"], "suggestion": "URL" }));
        person.graphql(document, json!({ "id": world.unknown(touchstone::platform::ids::IdKind::ImportFile) })).await.not_found();
        serving.stop().await;
    }
}

async fn cancels_as(person: &Person, id: &str) -> Response {
    let document =
        "mutation($input: CancelImportInput!) { cancelImport(input: $input) { import { state } userErrors { code } } }";
    person
        .graphql(document, json!({ "input": { "id": id, "expectedVersion": 1 } }))
        .await
}
