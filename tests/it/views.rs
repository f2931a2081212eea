//! Saved views: whose they are, what they keep, and that they tell nobody more than the list itself.

use serde_json::{Value, json};

use crate::{
    both_databases,
    support::{Asks as _, Person, Response, with},
};

const LIST: &str = "query($list: SavedViewList!) { savedViews(list: $list, first: 100) { totalCount \
    nodes { id name filter orderBy shared isMine isDefault isChangeable version } } }";

fn leads(filter: &Value) -> Value {
    json!({ "leads": { "filter": filter, "orderBy": { "field": "PRIORITY", "direction": "DESC" } } })
}

async fn act(by: &Person, mutation: &str, input: Value) -> Response {
    let kind = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
    let selection = if mutation.starts_with("delete") {
        "deletedId"
    } else {
        "view { id name version isDefault filter }"
    };
    let document = format!(
        "mutation($input: {kind}!) {{ {mutation}(input: $input) {{ {selection} userErrors {{ code field }} }} }}"
    );
    by.graphql(&document, json!({ "input": input })).await
}

fn new(by: &Person, name: &str, shared: bool, view: &Value) -> Value {
    json!({ "idempotencyKey": by.world.id().to_string(), "name": name, "shared": shared, "view": view })
}

async fn save(by: &Person, name: &str, shared: bool, view: &Value) -> String {
    let made = act(by, "createSavedView", new(by, name, shared, view)).await.ok();
    made.text("/createSavedView/view/id")
}

async fn views(by: &Person, list: &str) -> Vec<Value> {
    let answer = by.graphql(LIST, json!({ "list": list })).await.ok();
    let views = answer.list("/savedViews/nodes").clone();
    assert_eq!(
        answer.number("/savedViews/totalCount"),
        i64::try_from(views.len()).unwrap()
    );
    views
}

async fn names(by: &Person, list: &str) -> Vec<String> {
    views(by, list)
        .await
        .iter()
        .map(|view| view["name"].as_str().unwrap().to_owned())
        .collect()
}

both_databases! {
    async fn a_view_is_private_or_the_own_organisations(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (owner, colleague, other) = (acme.investigator().await, acme.investigator().await, bolt.admin().await);
        save(&owner, "Mine", false, &leads(&json!({ "states": ["SHARED"], "search": "鞋" }))).await;
        save(&owner, "Ours", true, &leads(&json!({ "mine": true }))).await;
        save(&owner, "Late", true, &json!({ "deliveries": { "filter": { "overdue": true } } })).await;
        assert_eq!(names(&owner, "LEADS").await, ["Mine", "Ours"]);
        assert_eq!(names(&colleague, "LEADS").await, ["Ours"]);
        assert_eq!(names(&colleague, "DELIVERIES").await, ["Late"]);
        assert!(names(&other, "LEADS").await.is_empty());
        let mine = &views(&owner, "LEADS").await[0];
        assert_eq!(mine["filter"], json!({ "states": ["SHARED"], "search": "鞋" }), "what was said, nothing else");
        assert_eq!(mine["orderBy"], json!({ "field": "PRIORITY", "direction": "DESC" }));
        let document = "query($filter: LeadFilter, $order: LeadOrder) { leads(filter: $filter, orderBy: $order) { totalCount } }";
        owner.graphql(document, json!({ "filter": mine["filter"], "order": mine["orderBy"] })).await.ok();
        let node = other.graphql("query($id: ID!) { node(id: $id) { id } }", json!({ "id": mine["id"] })).await.ok();
        assert!(node.data("/node").is_null());
    }

    async fn its_owner_changes_it_and_the_administrator_what_is_shared(world: World) {
        let acme = world.brand("Acme").await;
        let (owner, colleague, admin) = (acme.investigator().await, acme.investigator().await, acme.admin().await);
        let (private, shared) = (
            save(&owner, "Mine", false, &leads(&json!({}))).await,
            save(&owner, "Ours", true, &leads(&json!({}))).await,
        );
        let change = |id: &str, version: i32| {
            json!({ "id": id, "expectedVersion": version, "name": "New", "shared": true, "view": leads(&json!({ "tlp": ["RED"] })) })
        };
        for (by, id, code) in [(&admin, &private, "NOT_FOUND"), (&colleague, &private, "NOT_FOUND"), (&colleague, &shared, "FORBIDDEN")] {
            world.nothing_changes(act(by, "updateSavedView", change(id, 1))).await.refused_with(code);
            let gone = json!({ "id": id, "expectedVersion": 1 });
            world.nothing_changes(act(by, "deleteSavedView", gone)).await.refused_with(code);
        }
        world.nothing_changes(act(&owner, "updateSavedView", change(&shared, 2))).await.refused_with("STALE_VERSION");
        let changed = act(&admin, "updateSavedView", change(&shared, 1)).await.ok();
        assert_eq!(changed.number("/updateSavedView/view/version"), 2);
        let moved = with(change(&shared, 2), json!({ "view": { "deliveries": { "filter": {} } } }));
        world.nothing_changes(act(&owner, "updateSavedView", moved)).await.refused_with("BAD_USER_INPUT");
        act(&owner, "deleteSavedView", json!({ "id": shared, "expectedVersion": 2 })).await.ok();
        assert_eq!(names(&owner, "LEADS").await, ["Mine"]);
    }

    async fn a_list_opens_with_the_default_while_one_has_it(world: World) {
        let acme = world.brand("Acme").await;
        let (owner, colleague) = (acme.investigator().await, acme.investigator().await);
        let (private, shared) = (
            save(&owner, "Mine", false, &leads(&json!({}))).await,
            save(&owner, "Ours", true, &leads(&json!({}))).await,
        );
        let set = |id: Value| json!({ "list": "LEADS", "viewId": id });
        world.nothing_changes(act(&colleague, "setDefaultSavedView", set(json!(private)))).await.refused_with("NOT_FOUND");
        act(&colleague, "setDefaultSavedView", set(json!(shared))).await.ok();
        act(&owner, "setDefaultSavedView", set(json!(private))).await.ok();
        act(&owner, "setDefaultSavedView", set(json!(shared))).await.ok();
        let of = |views: Vec<Value>| views.into_iter().find(|view| view["isDefault"] == true).map(|view| view["name"].clone());
        assert_eq!(of(views(&owner, "LEADS").await), Some(json!("Ours")));
        assert_eq!(of(views(&colleague, "LEADS").await), Some(json!("Ours")));
        let wrong = json!({ "list": "DELIVERIES", "viewId": shared });
        world.nothing_changes(act(&owner, "setDefaultSavedView", wrong)).await.refused_with("NOT_FOUND");
        let withdrawn = json!({ "id": shared, "expectedVersion": 1, "name": "Ours", "shared": false, "view": leads(&json!({})) });
        act(&owner, "updateSavedView", withdrawn).await.ok();
        assert_eq!(of(views(&owner, "LEADS").await), Some(json!("Ours")), "its owner keeps it");
        act(&owner, "setDefaultSavedView", set(Value::Null)).await.ok();
        assert_eq!(of(views(&owner, "LEADS").await), None);
    }

    async fn what_a_list_would_refuse_is_not_saved(world: World) {
        let acme = world.brand("Acme").await;
        let owner = acme.investigator().await;
        let lead = owner.creates(&acme).await;
        for (name, view, field) in [
            ("Long", leads(&json!({ "search": "x".repeat(201) })), "filter.search"),
            ("One lead", json!({ "deliveries": { "filter": { "leadId": lead.public_id() } } }), "view.deliveries.filter.leadId"),
            ("", leads(&json!({})), "name"),
            (&"x".repeat(61), leads(&json!({})), "name"),
        ] {
            let refused = world.nothing_changes(act(&owner, "createSavedView", new(&owner, name, false, &view))).await;
            refused.refused_with("BAD_USER_INPUT");
            assert_eq!(refused.error_field().as_deref(), Some(field));
        }
        let wrong = leads(&json!({ "brandIds": [lead.public_id()] }));
        world.nothing_changes(act(&owner, "createSavedView", new(&owner, "Wrong", false, &wrong))).await.refused_with("INVALID_ID");
    }

    async fn the_same_key_saves_once(world: World) {
        let acme = world.brand("Acme").await;
        let owner = acme.investigator().await;
        let input = new(&owner, "Mine", false, &leads(&json!({ "priorities": ["URGENT"] })));
        let first = act(&owner, "createSavedView", input.clone()).await.ok();
        let again = act(&owner, "createSavedView", input.clone()).await.ok();
        assert_eq!(first.text("/createSavedView/view/id"), again.text("/createSavedView/view/id"));
        let other = with(input, json!({ "name": "Other" }));
        world.nothing_changes(act(&owner, "createSavedView", other)).await.refused_with("IDEMPOTENCY_MISMATCH");
    }

    async fn what_a_shared_view_names_is_found_by_those_who_see_it(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (owner, colleague) = (acme.admin().await, acme.investigator().await);
        let author = bolt.admin().await;
        let lead = author.prepares(&acme).await;
        author.shares_by(&lead, json!({ "grants": [{ "personId": owner.public_id() }] })).await.ok();
        let filter = json!({ "ownerIds": [bolt.public_id()], "brandIds": [acme.brand_id()] });
        save(&owner, "From Bolt", true, &leads(&filter)).await;
        assert_eq!(owner.lists(filter.clone()).await.len(), 1);
        let seen = &views(&colleague, "LEADS").await[0];
        assert_eq!(seen["filter"], filter);
        assert!(colleague.lists(seen["filter"].clone()).await.is_empty(), "the words are shared, what they find is not");
    }
}
