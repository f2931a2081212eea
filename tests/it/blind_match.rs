//! Blind matches through the API: what two organisations learn of each other, and what nobody learns.

mod comparing;
mod contact;
mod quotas;
mod random;
mod told;

use sea_orm::EntityTrait as _;
use serde_json::{Value, json};
use touchstone::{
    blind_match, outbox,
    platform::ids::{IdKind, decode_as},
};

use crate::{
    both_databases,
    support::{Asks as _, Lead, Mandate, Organization, Person, Response, World, draft, with},
};

/// All that there is to select of a match.
const MATCH: &str = "id identifierKind strength extent signalledAt state isContactWished chosenAt note version allowedActions \
    organization { id } proposedBy { id } agreedBy { id } \
    holdings { subjectId subjectName value isMasked lead { id reference } } \
    contact { openedAt groupId organization { id name } people { name email organization { name } } }";

/// A member with the people who have to do with matches.
struct Member {
    home: Organization,
    admin: Person,
    analyst: Person,
}

async fn member(world: &World, name: &str) -> Member {
    let home = world.brand(name).await;
    Member {
        admin: home.admin().await,
        analyst: home.investigator().await,
        home,
    }
}

async fn two(world: &World) -> (Member, Member) {
    (member(world, "Acme").await, member(world, "Bolt").await)
}

/// A mobile number, another one for each number.
fn phone(number: usize) -> Value {
    json!({ "kind": "PHONE", "value": format!("138001380{number:02}"), "country": "CN" })
}

/// Somebody's papers; their check character is right.
fn id_card() -> Value {
    json!({ "kind": "NATIONAL_ID", "value": "11010519491231002X", "country": "CN" })
}

/// A company that makes the goods.
fn company(identifiers: &[Value]) -> Value {
    json!({ "kind": "COMPANY", "name": "Licheng Works", "role": "MAKER", "identifiers": identifiers })
}

/// A human being.
fn human(identifiers: &[Value]) -> Value {
    json!({ "kind": "PERSON", "name": "Jane Doe", "identifiers": identifiers,
        "personalData": { "purpose": "INVESTIGATION", "legalBasis": "LEGAL_CLAIMS" } })
}

/// Names a subject in a lead and gives its id.
async fn names(by: &Person, lead: &Lead, subject: Value) -> String {
    let base = json!({ "idempotencyKey": by.world.id().to_string(), "leadId": lead.public_id() });
    let document =
        "mutation($input: AddSubjectInput!) { addSubject(input: $input) { subject { id } userErrors { code field } } }";
    let added = by.graphql(document, json!({ "input": with(base, subject) })).await.ok();
    added.text("/addSubject/subject/id")
}

/// A graded lead of a member with some marking that names somebody.
async fn writes(by: &Member, marking: Value, subject: Value) -> (Lead, String) {
    let lead = by.admin.prepares_from(with(draft(&by.home), marking)).await;
    let subject = names(&by.admin, &lead, subject).await;
    (lead, subject)
}

/// A graded lead of a member that names a company known by these.
async fn knows(by: &Member, identifiers: &[Value]) -> Lead {
    writes(by, json!({}), company(identifiers)).await.0
}

/// Changes what a subject is known by.
async fn changes(by: &Person, mutation: &str, subject: &str, more: Value) -> Response {
    let kind = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
    let read = "query($id: ID!) { subject(id: $id) { version } }";
    let version = by
        .graphql(read, json!({ "id": subject }))
        .await
        .ok()
        .number("/subject/version");
    let document = format!(
        "mutation($input: {kind}!) {{ {mutation}(input: $input) {{ subject {{ id }} userErrors {{ code field }} }} }}"
    );
    let input = with(json!({ "id": subject, "expectedVersion": version }), more);
    by.graphql(&document, json!({ "input": input })).await
}

/// Takes away the first thing that a subject is known by.
async fn takes_away(by: &Person, subject: &str) {
    let read = "query($id: ID!) { subject(id: $id) { identifiers { id } } }";
    let known = by.graphql(read, json!({ "id": subject })).await.ok();
    let identifier = known.text("/subject/identifiers/0/id");
    changes(by, "removeIdentifier", subject, json!({ "identifierId": identifier }))
        .await
        .ok();
}

/// Compares what has happened, as the worker does; returns of how many matches organisations were told.
async fn compared(world: &World) -> usize {
    while outbox::relay(&world.app.db, world.now()).await.unwrap() > 0 {}
    blind_match::compare(&world.app).await.unwrap()
}

/// The matches that somebody sees, the latest first; the total says the same.
async fn matches_in(by: &Person, filter: Value) -> Vec<Value> {
    let document = format!(
        "query($filter: BlindMatchFilter) {{ blindMatches(first: 100, filter: $filter) {{ totalCount nodes {{ {MATCH} }} }} }}"
    );
    let answer = by.graphql(&document, json!({ "filter": filter })).await.ok();
    let nodes = answer.list("/blindMatches/nodes").clone();
    assert_eq!(
        answer.number("/blindMatches/totalCount"),
        i64::try_from(nodes.len()).unwrap()
    );
    nodes
}

async fn matches(by: &Person) -> Vec<Value> {
    matches_in(by, json!({})).await
}

/// The only match that somebody sees.
async fn only(by: &Person) -> Value {
    let mut all = matches(by).await;
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

fn id_of(found: &Value) -> String {
    found["id"].as_str().unwrap().to_owned()
}

/// A match as `blindMatch` gives it.
async fn reads(by: &Person, id: &str) -> Response {
    let document = format!("query($id: ID!) {{ blindMatch(id: $id) {{ {MATCH} }} }}");
    by.graphql(&document, json!({ "id": id })).await
}

/// The version that one side of a match has.
async fn version(world: &World, id: &str) -> i32 {
    let key = decode_as(IdKind::Match, id).unwrap();
    let found = entity::blind_match_side::Entity::find_by_id(key)
        .one(world.app.db.read())
        .await;
    found.unwrap().unwrap().version
}

async fn act(by: &Person, mutation: &str, input: Value) -> Response {
    let kind = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
    let document = format!(
        "mutation($input: {kind}!) {{ {mutation}(input: $input) {{ blindMatch {{ {MATCH} }} userErrors {{ code field message }} }} }}"
    );
    by.graphql(&document, json!({ "input": input })).await
}

async fn answers(by: &Person, id: &str, accept: bool) -> Response {
    let version = version(&by.world, id).await;
    act(
        by,
        "answerBlindMatch",
        json!({ "id": id, "expectedVersion": version, "accept": accept }),
    )
    .await
}

async fn withdraws(by: &Person, id: &str) -> Response {
    let version = version(&by.world, id).await;
    act(by, "withdrawContact", json!({ "id": id, "expectedVersion": version })).await
}

/// Two people of a member want contact; the answer to the second.
async fn wants(member: &Member, id: &str) -> Value {
    answers(&member.analyst, id, true).await.ok();
    let agreed = answers(&member.admin, id, true).await.ok();
    agreed.data("/answerBlindMatch/blindMatch").clone()
}

/// Says whether a lead is compared that is left out otherwise.
async fn opts(by: &Person, lead: &Lead, opt_in: bool) -> Response {
    let read = "query($id: ID!) { lead(id: $id) { blindMatching { optedIn version matches mayChange } } }";
    let known = by.graphql(read, json!({ "id": lead.public_id() })).await;
    let version = known.data("/lead/blindMatching/version").as_i64().unwrap_or_default();
    let document = "mutation($input: SetBlindMatchingInput!) { setBlindMatching(input: $input) { \
        lead { blindMatching { optedIn version matches mayChange } } userErrors { code field } } }";
    let input = json!({ "leadId": lead.public_id(), "expectedVersion": version, "optIn": opt_in });
    by.graphql(document, json!({ "input": input })).await
}

both_databases! {
    async fn both_learn_in_the_same_moment_that_they_know_the_same_and_nothing_else(world: World) {
        let (acme, bolt) = two(&world).await;
        let ours = knows(&acme, &[phone(1)]).await;
        assert_eq!(compared(&world).await, 0);
        world.after_hours(5);
        let theirs = knows(&bolt, &[json!({ "kind": "PHONE", "value": "+86 138-0013-8001" })]).await;
        assert_eq!(compared(&world).await, 1, "however it is written");
        assert_eq!(compared(&world).await, 0, "once");
        let (one, other) = (only(&acme.admin).await, only(&bolt.admin).await);
        for same in ["identifierKind", "strength", "extent", "signalledAt", "state", "isContactWished", "chosenAt", "version", "contact"] {
            assert_eq!(one[same], other[same], "{same}");
        }
        assert_eq!((&one["identifierKind"], &one["strength"], &one["extent"], &one["state"]),
            (&json!("PHONE"), &json!("STRONG"), &json!("ONE_EACH"), &json!("NEW")));
        assert_eq!((&one["contact"], &one["isContactWished"]), (&Value::Null, &json!(false)));
        for (found, other, own, (there, lead)) in [(&one, &other, &ours, (&bolt, &theirs)), (&other, &one, &theirs, (&acme, &ours))] {
            assert_eq!(found["holdings"].as_array().unwrap().len(), 1);
            assert_eq!(found["holdings"][0]["lead"]["id"], json!(own.public_id()));
            let (text, row) = (found.to_string(), lead.row().await);
            let hidden = [there.home.name.clone(), there.home.public_id(), there.admin.name.clone(), there.admin.public_id(),
                lead.public_id(), row.reference, id_of(other), other["holdings"][0]["subjectId"].as_str().unwrap().to_owned()];
            for word in hidden {
                assert!(!text.contains(&word), "{word}: {text}");
            }
        }
    }

    async fn what_the_other_one_does_afterwards_is_not_told(world: World) {
        let (acme, bolt) = two(&world).await;
        knows(&acme, &[phone(1)]).await;
        let (theirs, subject) = writes(&bolt, json!({}), company(&[phone(1)])).await;
        assert_eq!(compared(&world).await, 1);
        let before = only(&acme.admin).await;
        world.after_hours(3);
        for _ in 0..5 {
            knows(&bolt, &[phone(1)]).await;
        }
        bolt.admin.comments(&theirs, "Seen again", "OWNER_AND_MY_ORGANIZATION").await.ok();
        changes(&bolt.admin, "changeSubject", &subject, json!({ "name": "Another Works" })).await.ok();
        let id = id_of(&only(&bolt.admin).await);
        answers(&bolt.analyst, &id, true).await.ok();
        assert_eq!(compared(&world).await, 0);
        assert_eq!(only(&acme.admin).await, before);
        assert_eq!(only(&bolt.admin).await["holdings"].as_array().unwrap().len(), 6, "of one's own one sees what there is");
    }

    async fn how_many_leads_there_are_is_told_in_a_bucket_of_both_together(world: World) {
        let (acme, bolt) = two(&world).await;
        knows(&acme, &[phone(1)]).await;
        for _ in 0..3 {
            knows(&bolt, &[phone(1)]).await;
        }
        assert_eq!(compared(&world).await, 1);
        assert_eq!((&only(&acme.admin).await["extent"], &only(&bolt.admin).await["extent"]), (&json!("FEW"), &json!("FEW")));
    }

    async fn i21_nobody_else_learns_that_there_is_a_match(world: World) {
        use touchstone::permissions::Role;
        let (acme, bolt) = two(&world).await;
        let third = member(&world, "Third").await;
        knows(&acme, &[phone(1)]).await;
        knows(&bolt, &[phone(1)]).await;
        knows(&third, &[phone(2)]).await;
        compared(&world).await;
        let (one, other) = (id_of(&only(&acme.admin).await), id_of(&only(&bolt.admin).await));
        let secretariat = world.secretariat().await;
        let strangers = [
            (third.admin.clone(), "NOT_FOUND"),
            (third.analyst.clone(), "NOT_FOUND"),
            (world.agent_firm("Firm").await.person(&[Role::Mc]).await, "NOT_FOUND"),
            (world.agent_firm("Office").await.admin().await, "NOT_FOUND"),
            (acme.home.person(&[Role::Mf]).await, "FORBIDDEN"),
            (secretariat.desk().await, "FORBIDDEN"),
            (secretariat.secretariat_admin().await, "FORBIDDEN"),
            (world.agency("Police").await.officer().await, "FORBIDDEN"),
            (world.auditor("Auditors").await.person(&[Role::Au]).await, "FORBIDDEN"),
        ];
        for (stranger, code) in &strangers {
            for id in [&one, &other] {
                world.nothing_changes(reads(stranger, id)).await.refused_with(code);
                world.nothing_changes(answers(stranger, id, true)).await.refused_with(code);
                world.nothing_changes(answers(stranger, id, false)).await.refused_with(code);
                world.nothing_changes(withdraws(stranger, id)).await.refused_with(code);
                let node = world.nothing_changes(stranger.graphql("query($id: ID!) { node(id: $id) { id } }", json!({ "id": id }))).await;
                assert_eq!(node.data("/node"), &Value::Null, "{node}");
            }
            if *code == "NOT_FOUND" {
                assert!(matches(stranger).await.is_empty());
            }
        }
        for (by, id) in [(&acme.admin, &other), (&bolt.admin, &one)] {
            let unknown = reads(by, &world.unknown(IdKind::Match)).await;
            let theirs = world.nothing_changes(reads(by, id)).await;
            theirs.not_found();
            assert_eq!(theirs.0, unknown.0, "the id of the other side is the id of nothing");
            world.nothing_changes(answers(by, id, true)).await.not_found();
        }
        let node = acme.admin.graphql("query($id: ID!) { node(id: $id) { id __typename } }", json!({ "id": one })).await.ok();
        assert_eq!(node.text("/node/__typename"), "BlindMatch");
    }

    async fn within_an_organisation_who_sees_a_lead_behind_it_sees_the_match(world: World) {
        use touchstone::permissions::Role;
        let (mut acme, bolt) = two(&world).await;
        let shoes = acme.home.add_brand("Acme Shoes").await;
        let bags = acme.home.brands[0];
        let of_bags = acme.home.person_for(&[Role::Mi], &[bags]).await;
        let of_shoes = acme.home.person_for(&[Role::Mi], &[shoes]).await;
        let ours = knows(&acme, &[phone(1)]).await;
        knows(&bolt, &[phone(1)]).await;
        compared(&world).await;
        let id = id_of(&only(&of_bags).await);
        assert_eq!(only(&acme.analyst).await["id"], json!(id));
        assert!(matches(&of_shoes).await.is_empty());
        world.nothing_changes(answers(&of_shoes, &id, true)).await.not_found();
        let by_lead = matches_in(&acme.admin, json!({ "leadId": ours.public_id() })).await;
        assert_eq!(by_lead.len(), 1);
        let other = knows(&acme, &[phone(2)]).await;
        assert!(matches_in(&acme.admin, json!({ "leadId": other.public_id() })).await.is_empty());
        let document = "query($id: ID!) { lead(id: $id) { blindMatching { optedIn version matches mayChange } } }";
        let matching = acme.admin.graphql(document, json!({ "id": ours.public_id() })).await.ok();
        assert_eq!(matching.data("/lead/blindMatching"), &json!({ "optedIn": false, "version": 0, "matches": 1, "mayChange": true }));
        let desk = world.secretariat().await.desk().await;
        let matching = desk.graphql(document, json!({ "id": ours.public_id() })).await.ok();
        assert_eq!(matching.data("/lead/blindMatching"), &Value::Null);
    }

    async fn agents_act_for_their_principals_within_their_powers(world: World) {
        use touchstone::permissions::{Role, viewer::PoaAction};
        let (acme, bolt) = two(&world).await;
        let firm = world.agent_firm("Firm").await;
        firm.mandate(&acme.home, Mandate { actions: &[PoaAction::ReadLeads], ..Mandate::default() }).await;
        let agent = firm.person(&[Role::Mc]).await;
        knows(&acme, &[phone(1)]).await;
        knows(&bolt, &[phone(1)]).await;
        writes(&acme, json!({ "tlp": "AMBER_STRICT" }), company(&[phone(2)])).await;
        writes(&bolt, json!({ "tlp": "AMBER_STRICT" }), company(&[phone(2)])).await;
        assert_eq!(compared(&world).await, 2);
        let seen = only(&agent).await;
        assert_eq!(seen["organization"]["id"], json!(acme.home.public_id()));
        assert_eq!(matches(&acme.admin).await.len(), 2, "agents do not see what is for the organisation alone");
        world.nothing_changes(answers(&agent, &id_of(&seen), true)).await.refused_with("FORBIDDEN");
        firm.mandate(&acme.home, Mandate::default()).await;
        answers(&agent, &id_of(&seen), true).await.ok();
        world.nothing_changes(answers(&agent, &id_of(&seen), true)).await.refused_with("FORBIDDEN");
        let agreed = answers(&acme.admin, &id_of(&seen), true).await.ok();
        assert_eq!(agreed.text("/answerBlindMatch/blindMatch/state"), "WAITING");
    }

    async fn a_page_costs_as_many_statements_as_one_match(world: World) {
        let (acme, bolt) = two(&world).await;
        for number in 0..6 {
            knows(&acme, &[phone(number)]).await;
            knows(&bolt, &[phone(number)]).await;
        }
        assert_eq!(compared(&world).await, 6);
        // All of one shape: what a match has to show costs what it costs.
        for member in [&acme, &bolt] {
            for found in matches(&member.admin).await {
                wants(member, &id_of(&found)).await;
            }
        }
        assert_eq!(matches_in(&acme.admin, json!({ "states": ["CONTACT"] })).await.len(), 6);
        let document = format!("query($first: Int) {{ blindMatches(first: $first) {{ totalCount nodes {{ {MATCH} }} }} }}");
        let leads = "query($first: Int) { leads(first: $first) { nodes { blindMatching { matches } } } }";
        for document in [document.as_str(), leads] {
            acme.admin.graphql(document, json!({ "first": 6 })).await.ok();
            let (_, one) = world.counting_statements(acme.admin.graphql(document, json!({ "first": 1 }))).await;
            let (_, six) = world.counting_statements(acme.admin.graphql(document, json!({ "first": 6 }))).await;
            assert_eq!(one, six, "{document}");
        }
    }

    async fn pages_lead_from_the_latest_to_the_first(world: World) {
        let (acme, bolt) = two(&world).await;
        for number in 0..5 {
            knows(&acme, &[phone(number)]).await;
            knows(&bolt, &[phone(number)]).await;
            compared(&world).await;
            world.after_hours(1);
        }
        let all: Vec<String> = matches(&acme.admin).await.iter().map(id_of).collect();
        let document = "query($after: String) { blindMatches(first: 2, after: $after) { pageInfo { endCursor hasNextPage } nodes { id } } }";
        let (mut pages, mut after) = (Vec::new(), Value::Null);
        loop {
            let page = acme.admin.graphql(document, json!({ "after": after })).await.ok();
            pages.extend(page.texts("/blindMatches/nodes", "/id"));
            after = page.data("/blindMatches/pageInfo/endCursor").clone();
            if page.data("/blindMatches/pageInfo/hasNextPage") == false {
                break;
            }
        }
        assert_eq!((pages.len(), &pages), (5, &all));
    }
}
