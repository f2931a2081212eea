//! Every read path of the service against the oracle, over a generated alliance in a database.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use futures_util::StreamExt as _;
use jiff::SignedDuration;
use serde_json::{Value, json};
use touchstone::{
    digests,
    leads::jobs,
    mail::{Claimed, MailKind, Rendered},
    outbox,
    permissions::{
        audience::{HandlingCode, Tlp},
        viewer::OrganizationKind,
    },
    platform::{
        clock::micros,
        email::Letter,
        ids::{IdKind, encode},
    },
};
use uuid::Uuid;

use super::{
    generated::{self, Size},
    kept::{Object, Stored, stored},
    oracle::Oracle,
    records::{Alliance, Grant, Lead, Person as Record},
    rows::{self, EVERYWHERE, due_at, entries_of, reference_of, word_of},
};
use crate::{
    both_databases,
    support::{Asks as _, Person, Response, World},
};

fn ids(answer: &Response, path: &str) -> Vec<String> {
    answer.texts(path, "/node/id")
}

fn public<'a>(objects: impl IntoIterator<Item = &'a Object>) -> Vec<String> {
    objects.into_iter().map(Object::public_id).collect()
}

/// The ids in an order, as the lists promise it: by key, then by id.
fn in_order<K: Ord>(mut objects: Vec<&Object>, descending: bool, key: impl Fn(&Object) -> K) -> Vec<String> {
    objects.sort_by_key(|object| (key(object), object.id));
    if descending {
        objects.reverse();
    }
    public(objects)
}

const LISTS: &str = "query($after: String) {
  newest: leads(first: 100, orderBy: { field: CREATED_AT, direction: DESC }) { totalCount edges { node { id } } }
  oldest: leads(first: 100, orderBy: { field: CREATED_AT, direction: ASC }) { totalCount edges { node { id } } }
  urgent: leads(last: 100, orderBy: { field: PRIORITY, direction: DESC }) { totalCount edges { node { id } } }
  patient: leads(last: 100, orderBy: { field: PRIORITY, direction: ASC }) { totalCount edges { node { id } } }
  due: deliveries(first: 100, orderBy: { field: DUE_AT, direction: ASC }) { totalCount edges { node { id } } }
  late: deliveries(last: 100, orderBy: { field: DUE_AT, direction: DESC }) { totalCount edges { node { id } } }
  pushed: deliveries(first: 100, orderBy: { field: CREATED_AT, direction: DESC }) { totalCount edges { node { id } } }
  subjects(first: 100) { totalCount edges { node { id } } }
  found: leads(first: 100, filter: { search: \"gemeinsam\" }) { totalCount edges { node { id } } }
  leads(first: 7, after: $after) { edges { node { id } } pageInfo { endCursor hasNextPage } }
}";

both_databases! {
    async fn lists_totals_and_search_are_the_oracles(world: World) {
        let stored = stored(world, &SIZE).await;
        let mut compared = 0;
        for person in &stored.alliance.people {
            let asks = stored.asks(person);
            let answer = asks.graphql(LISTS, json!({})).await;
            if !stored.may_ask(person) {
                assert!(matches!(answer.error_code(), Some("UNAUTHENTICATED" | "FORBIDDEN")), "{answer}");
                continue;
            }
            let answer = answer.ok();
            let leads = || stored.seen(person, IdKind::Lead);
            let deliveries = || stored.seen(person, IdKind::Delivery);
            let made = |object: &Object| stored.lead(object).created_at;
            let priority = |object: &Object| stored.lead(object).priority;
            let due = |object: &Object| due_at(stored.lead(object));
            for (list, expected) in [
                ("newest", in_order(leads(), true, made)),
                ("oldest", in_order(leads(), false, made)),
                ("urgent", in_order(leads(), true, priority)),
                ("patient", in_order(leads(), false, priority)),
                ("due", in_order(deliveries(), false, due)),
                ("late", in_order(deliveries(), true, due)),
                ("pushed", in_order(deliveries(), true, made)),
                ("found", in_order(leads(), true, made)),
                ("subjects", in_order(stored.seen(person, IdKind::Subject), true, made)),
            ] {
                assert_eq!(ids(&answer, &format!("/{list}/edges")), expected, "{list} of {:?} {}", person.roles, person.id);
                assert_eq!(answer.number(&format!("/{list}/totalCount")), i64::try_from(expected.len()).unwrap(), "{list}");
                compared += 1;
            }
            assert_eq!(by_small_pages(&asks, answer).await, in_order(leads(), true, made), "{:?}", person.roles);
        }
        assert!(compared > 500, "{compared}");
    }

    async fn what_is_asked_for_by_its_id_is_the_oracles(world: World) {
        let stored = stored(world, &SIZE).await;
        let (mut seen, mut hidden) = (0, 0);
        for (number, person) in stored.alliance.people.iter().enumerate() {
            let asks = stored.asks(person);
            if !person.active || !stored.alliance.organization(person.organization).active {
                continue;
            }
            // Another seventh of the objects for everybody.
            let sample: Vec<&Object> = stored.objects.iter().skip(number % 7).step_by(7).collect();
            for objects in sample.chunks(100) {
                let variables = json!({ "ids": public(objects.iter().copied()) });
                let answer = asks.graphql("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", variables).await.ok();
                for (object, node) in objects.iter().zip(answer.list("/nodes")) {
                    let expected = stored.sees(person, object);
                    assert_eq!(!node.is_null(), expected, "{:?} {} for {:?} {}", object.kind, object.id, person.roles, person.id);
                    *(if expected { &mut seen } else { &mut hidden }) += 1;
                }
            }
        }
        assert!(seen > 1_000 && hidden > 1_000, "{seen} seen, {hidden} hidden");
    }

    async fn the_fields_of_one_are_the_oracles(world: World) {
        let stored = stored(world, &SIZE).await;
        let (mut found, mut missing) = (0, 0);
        for (number, person) in stored.alliance.people.iter().filter(|person| stored.may_ask(person)).enumerate() {
            let asks = stored.asks(person);
            // Another third of the objects for everybody, and twenty root fields in one document.
            let of_kind = |kind| stored.objects.iter().filter(move |object| object.kind == kind);
            let sample = |kind| of_kind(kind).skip(number % 3).step_by(3).collect::<Vec<&Object>>();
            let (leads, deliveries) = (sample(IdKind::Lead), sample(IdKind::Delivery));
            for (field, objects) in [("lead", &leads), ("delivery", &deliveries), ("leadByReference", &leads)] {
                for objects in objects.chunks(20) {
                    let aliases = objects.iter().enumerate().map(|(index, object)| match field {
                        "leadByReference" => format!("a{index}: {field}(reference: \"{}\") {{ id }}", reference_of(object.id)),
                        _ => format!("a{index}: {field}(id: \"{}\") {{ id }}", object.public_id()),
                    });
                    let document = format!("{{ {} }}", aliases.collect::<Vec<_>>().join("\n"));
                    let answer = asks.graphql(&document, json!({})).await;
                    for (index, object) in objects.iter().enumerate() {
                        let expected = stored.sees(person, object);
                        let id = answer.data(&format!("/a{index}/id"));
                        assert_eq!(id.is_string(), expected, "{field} {} for {:?} {}", object.id, person.roles, person.id);
                        *(if expected { &mut found } else { &mut missing }) += 1;
                    }
                }
            }
        }
        assert!(found > 500 && missing > 500, "{found} found, {missing} missing");
    }

    async fn the_parts_of_a_lead_are_the_oracles(world: World) {
        let stored = stored(world, &SIZE).await;
        for person in stored.alliance.people.iter().filter(|person| stored.may_ask(person)) {
            let asks = stored.asks(person);
            let answer = asks.graphql(PARTS, json!({})).await.ok();
            for lead in answer.list("/leads/edges") {
                let lead = &lead["node"];
                let index = stored.alliance.leads.iter().position(|record| encode(IdKind::Lead, record.id) == lead["id"]).unwrap();
                for (name, kind) in [
                    ("items", IdKind::Item),
                    ("comments", IdKind::Comment),
                    ("timeline", IdKind::Entry),
                    ("evidence", IdKind::Evidence),
                    ("subjects", IdKind::Subject),
                    ("deliveries", IdKind::Delivery),
                ] {
                    let list = if kind == IdKind::Delivery { &lead[name] } else { &lead[name]["edges"] };
                    let shown: BTreeSet<String> = list.as_array().unwrap().iter().map(id_of).collect();
                    let of_lead = stored.objects.iter().filter(|object| object.kind == kind && object.lead == index);
                    let expected: BTreeSet<String> =
                        of_lead.filter(|object| stored.sees(person, object)).map(Object::public_id).collect();
                    assert_eq!(shown, expected, "{name} of {} for {:?} {}", lead["id"], person.roles, person.id);
                    if kind != IdKind::Delivery {
                        assert_eq!(lead[name]["totalCount"], expected.len(), "{name} of {}", lead["id"]);
                    }
                }
            }
        }
    }

    async fn a_word_of_a_hidden_part_finds_nothing(world: World) {
        let stored = stored(world, &SIZE).await;
        let texts: Vec<&Object> =
            stored.objects.iter().filter(|object| matches!(object.kind, IdKind::Lead | IdKind::Item | IdKind::Comment | IdKind::Subject)).collect();
        let (mut found, mut nothing) = (0, 0);
        for (number, person) in stored.alliance.people.iter().filter(|person| stored.may_ask(person)).enumerate() {
            let asks = stored.asks(person);
            // Another sample of the texts for everybody.
            let sample: Vec<&Object> = texts.iter().copied().skip(number % 9).step_by(9).take(20).collect();
            let aliases = sample.iter().enumerate().map(|(index, object)| {
                format!("a{index}: leads(filter: {{ search: \"{EVERYWHERE} {}\" }}) {{ totalCount edges {{ node {{ id }} }} }}", word_of(object.id))
            });
            let document = format!("{{ {} }}", aliases.collect::<Vec<_>>().join("\n"));
            let answer = asks.graphql(&document, json!({})).await.ok();
            for (index, object) in sample.iter().enumerate() {
                // A person is masked for those too who see that somebody is named.
                let expected: Vec<String> = if stored.sees(person, object) && !stored.is_person(object) {
                    vec![encode(IdKind::Lead, stored.lead(object).id)]
                } else {
                    Vec::new()
                };
                assert_eq!(ids(&answer, &format!("/a{index}/edges")), expected, "{:?} {} for {:?}", object.kind, object.id, person.roles);
                assert_eq!(answer.number(&format!("/a{index}/totalCount")), i64::try_from(expected.len()).unwrap());
                *(if expected.is_empty() { &mut nothing } else { &mut found }) += 1;
            }
        }
        assert!(found > 100 && nothing > 200, "{found} found, {nothing} not");
    }

    async fn a_brand_finds_the_leads_of_whose_items_one_sees_one(world: World) {
        let stored = stored(world, &SIZE).await;
        for person in stored.alliance.people.iter().filter(|person| stored.may_ask(person)) {
            let mut expected: BTreeMap<Uuid, BTreeSet<String>> = BTreeMap::new();
            for item in stored.seen(person, IdKind::Item) {
                let lead = stored.lead(item);
                let brand = lead.items.iter().find(|row| row.id == item.id).unwrap().brand;
                if let Some(brand) = brand {
                    expected.entry(brand).or_default().insert(encode(IdKind::Lead, lead.id));
                }
            }
            let brands: Vec<Uuid> = stored.alliance.brand_owners.keys().copied().collect();
            let aliases = brands.iter().enumerate().map(|(index, brand)| {
                format!("a{index}: leads(first: 100, filter: {{ brandIds: [\"{}\"] }}) {{ edges {{ node {{ id }} }} }}", encode(IdKind::Brand, *brand))
            });
            let document = format!("{{ {} }}", aliases.collect::<Vec<_>>().join("\n"));
            let answer = stored.asks(person).graphql(&document, json!({})).await.ok();
            for (index, brand) in brands.iter().enumerate() {
                let found: BTreeSet<String> = ids(&answer, &format!("/a{index}/edges")).into_iter().collect();
                assert_eq!(found, expected.remove(brand).unwrap_or_default(), "{brand} for {:?} {}", person.roles, person.id);
            }
        }
    }

    async fn i24_a_digest_names_only_what_one_sees_and_its_tlp_allows(world: World) {
        let stored = stored(world, &SIZE).await;
        let oracle = Oracle { alliance: &stored.alliance, forced: None };
        let (mut named, mut titled, mut silent) = (0, 0, 0);
        for person in &stored.alliance.people {
            let Some(letter) = digest_of(&stored.world, person).await else {
                silent += 1;
                continue;
            };
            assert!(stored.may_ask(person), "{:?}", person.roles);
            let says = |words: &str| letter.text.contains(words) || letter.html.contains(words) || letter.subject.contains(words);
            for lead in &stored.alliance.leads {
                let sees = oracle.sees_lead(person, lead);
                if says(&reference_of(lead.id)) {
                    assert!(sees && lead.tlp < Tlp::Red, "{} at {:?} for {:?}", lead.id, lead.tlp, person.roles);
                    named += 1;
                }
                if says(&word_of(lead.id)) {
                    assert!(sees && lead.tlp <= Tlp::Green, "{} at {:?} for {:?}", lead.id, lead.tlp, person.roles);
                    titled += 1;
                }
                assert!(lead.items.iter().all(|item| !says(&word_of(item.id))), "an item of {}", lead.id);
                assert!(lead.comments.iter().all(|comment| !says(&word_of(comment.id))), "a comment on {}", lead.id);
            }
            for brand in stored.alliance.brand_owners.keys().filter(|brand| says(&brand.simple().to_string())) {
                let items = stored.seen(person, IdKind::Item);
                let shown = |item: &&Object| stored.lead(item).items.iter().any(|row| row.id == item.id && row.brand == Some(*brand));
                assert!(items.iter().any(shown), "{brand} for {:?}", person.roles);
            }
        }
        assert!(named > 50 && titled > 20 && silent > 20, "{named} named, {titled} titled, {silent} silent");
    }

    async fn i24_a_subscription_tells_what_the_oracle_lets_one_know(world: World) {
        let mut alliance = generated::alliance(11, world.now(), &Size { people: 200, leads: 30 });
        alliance.leads.iter_mut().for_each(|lead| lead.released = false);
        let last = farewell(&alliance);
        alliance.leads.push(last);
        rows::write(&world, &alliance).await;
        jobs::rebuild(&world.app).await.unwrap();
        let stored = Stored { world, alliance, objects: Vec::new() };
        let oracle = Oracle { alliance: &stored.alliance, forced: None };
        let mut following = Vec::new();
        for person in stored.alliance.people.iter().filter(|person| stored.may_ask(person)) {
            let mut events = stored.asks(person).subscribe("subscription { leadActivity { lead { id } } }", json!({})).await;
            // Asked once, it listens.
            assert!(futures_util::poll!(events.next()).is_pending(), "{:?}", person.roles);
            following.push((person, events));
        }
        let position = outbox::head(&stored.world.app.db).await.unwrap();
        for lead in &stored.alliance.leads {
            tell_of(&stored.world, lead).await;
        }
        outbox::relay(&stored.world.app.db, stored.world.now()).await.unwrap();
        outbox::pump(&stored.world.app.db, &stored.world.app.feed, position).await.unwrap();
        let (mut told, mut untold) = (0, 0);
        for (person, mut events) in following {
            let mut heard = Vec::new();
            let farewell = encode(IdKind::Lead, stored.alliance.leads.last().unwrap().id);
            while heard.last() != Some(&farewell) {
                heard.push(events.next().await.unwrap().ok().text("/leadActivity/lead/id"));
            }
            let seen = stored.alliance.leads.iter().filter(|lead| oracle.sees_lead(person, lead));
            let expected: Vec<String> = seen.map(|lead| encode(IdKind::Lead, lead.id)).collect();
            assert_eq!(heard, expected, "{:?} {}", person.roles, person.id);
            told += heard.len();
            untold += stored.alliance.leads.len() - heard.len();
        }
        assert!(told > 500 && untold > 500, "{told} told, {untold} not");
    }
}

const SIZE: Size = Size { people: 205, leads: 40 };

/// Small enough for the cost of a document: a page of leads, and below each as many parts as the generator makes.
const PARTS: &str = "{ leads(first: 50) { edges { node { id
  items(first: 5) { totalCount edges { node { id } } }
  comments(first: 20) { totalCount edges { node { id } } }
  subjects(first: 5) { totalCount edges { node { id } } }
  timeline(first: 50) { totalCount edges { node { id } } }
  evidence(first: 5) { totalCount edges { node { id } } }
  deliveries { id } } } } }";

fn id_of(value: &Value) -> String {
    let node = value.get("node").unwrap_or(value);
    node["id"].as_str().unwrap().to_owned()
}

/// The whole list of leads by pages of seven; the first page is in the answer.
async fn by_small_pages(asks: &Person, mut answer: Response) -> Vec<String> {
    let mut all = ids(&answer, "/leads/edges");
    while answer.data("/leads/pageInfo/hasNextPage") == true {
        let after = answer.data("/leads/pageInfo/endCursor").clone();
        let document = "query($after: String) { leads(first: 7, after: $after) { edges { node { id } } pageInfo { endCursor hasNextPage } } }";
        answer = asks.graphql(document, json!({ "after": after })).await.ok();
        all.extend(ids(&answer, "/leads/edges"));
    }
    all
}

/// What a person's digest would say right now.
async fn digest_of(world: &World, person: &Record) -> Option<Letter> {
    let claimed = Claimed {
        id: world.id(),
        person: person.id,
        kind: MailKind::Digest,
        window_start: micros(world.now()),
        subject: None,
        attempts: 1,
        claimed_at: micros(world.now()),
        message_id: "digest@example.org".to_owned(),
    };
    match digests::render(Arc::clone(&world.app), claimed).await.unwrap() {
        Rendered::Letter(letter) => Some(*letter),
        Rendered::Nothing | Rendered::TooLate => None,
    }
}

/// A lead that names everybody, and partners by their organisation, so that whoever follows hears of it last.
fn farewell(alliance: &Alliance) -> Lead {
    let author = &alliance.people[0];
    Lead {
        id: Uuid::from_u128(u128::MAX - 15),
        owner: author.organization,
        author: author.id,
        tlp: Tlp::Amber,
        handling: HandlingCode::H0,
        state: "SHARED",
        submitted: true,
        shared: true,
        community: false,
        released: false,
        items_open: false,
        by_agent: false,
        country: None,
        division: None,
        to_people: alliance
            .people
            .iter()
            .map(|person| Grant {
                to: person.id,
                until: None,
                personal: false,
            })
            .collect(),
        to_groups: Vec::new(),
        usable_until: None,
        to_organizations: alliance
            .organizations
            .iter()
            .filter(|organization| organization.kind == OrganizationKind::Platform)
            .map(|organization| Grant {
                to: organization.id,
                until: None,
                personal: false,
            })
            .collect(),
        walls: Vec::new(),
        items: Vec::new(),
        deliveries: Vec::new(),
        comments: Vec::new(),
        subjects: Vec::new(),
        created_at: alliance.now - SignedDuration::from_hours(1),
        priority: 0,
    }
}

/// Publishes an event about a lead to those whom its audience rows name, as a command does.
async fn tell_of(world: &World, lead: &Lead) {
    use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
    let tx = world.begin().await;
    let rows = entity::audience::Entity::find()
        .filter(entity::audience::Column::Kind.eq("lead"))
        .filter(entity::audience::Column::ObjectId.eq(lead.id))
        .filter(entity::audience::Column::ValidUntil.gt(micros(world.now())))
        .all(tx.connection())
        .await
        .unwrap();
    let event = outbox::NewEvent {
        kind: "UPDATED",
        root: lead.id,
        object: entries_of(lead)[0].0,
        principals: rows.into_iter().map(|row| row.principal).collect(),
        payload: json!({}),
    };
    outbox::publish(&tx, world.app.ids.as_ref(), event).await.unwrap();
    let act = touchstone::audit::Act::on(touchstone::audit::Category::Content, "test", IdKind::Lead, lead.id);
    let proof = touchstone::audit::record(&tx, world.app.ids.as_ref(), touchstone::audit::Actor::System, act)
        .await
        .unwrap();
    tx.commit(proof).await.unwrap();
}
