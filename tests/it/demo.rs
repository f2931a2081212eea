//! The demo: everybody it promises, leads of all kinds, and a history in which nothing is made up afterwards.

mod money;
mod partners;

use std::{collections::BTreeMap, sync::Arc};

use jiff::tz::TimeZone;
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};
use serde_json::{Value, json};
use strum::VariantArray as _;
use touchstone::{
    agencies::OfficerState,
    api::{self, Question},
    audit,
    demo::{self, DemoPerson},
    leads::rules::{self, MAX_PAUSE_WORKING_DAYS},
    members,
    permissions::Role,
    platform::{calendar::Calendar, clock::timestamp, error::ErrorCode},
    rights::rules::ip_right::IpRightState,
    sessions::{self, Caller, Entered},
};

use crate::{
    both_databases,
    support::{Response, World},
};

/// Three hundred that people write, and four that a partner's program hands in.
const LEADS: usize = 304;

both_databases! {
    /// One test, because the alliance takes a while to tell its history.
    async fn the_demo_is_an_alliance_with_a_true_history(world: World) {
        let mut steps = 0;
        demo::load(&world.app, |done, of| {
            assert!(done <= of);
            steps += 1;
        })
        .await
        .unwrap();
        assert!(steps > 1_500, "{steps} moves");
        leads_of_all_kinds(&world).await;
        rights_in_every_state(&world).await;
        sheets_side_by_side(&world).await;
        agencies_to_turn_to(&world).await;
        purchases_at_every_turn(&world).await;
        money::money_and_goods_that_take_other_ways(&world).await;
        money::bank_lines_in_every_state(&world).await;
        partners::a_partner_and_what_it_hears(&world).await;
        partners::how_people_are_told(&world).await;
        deadlines_are_the_calendar_s(&world).await;
        every_investigator_has_something_to_do(&world).await;
        members_who_know_the_same(&world).await;
        everybody_signs_in(&world).await;
        nobody_sees_too_much(&world).await;
        while audit::seal(&world.app).await.unwrap() > 0 {}
        audit::checkpoint(&world.app).await.unwrap();
        let report = audit::verify(&world.app).await.unwrap();
        assert!(report.is_clean() && report.links > 1_500, "{report}");
        // A second start leaves it alone.
        world.nothing_changes(demo::load(&world.app, |_, _| panic!("nothing to do"))).await.unwrap();
    }

    async fn a_database_in_use_is_refused(world: World) {
        world.brand("Acme").await;
        let error = world.nothing_changes(demo::load(&world.app, |_, _| {})).await.unwrap_err();
        assert_eq!(error.code, ErrorCode::TransitionNotAllowed);
        assert!(error.message.contains("not a demo's"), "{}", error.message);
    }
}

async fn leads_of_all_kinds(world: &World) {
    let leads = entity::lead::Entity::find().all(world.app.db.read()).await.unwrap();
    assert_eq!(leads.len(), LEADS);
    let mut states: BTreeMap<String, usize> = BTreeMap::new();
    let mut tlps: BTreeMap<String, usize> = BTreeMap::new();
    for lead in &leads {
        *states.entry(lead.state.clone()).or_default() += 1;
        *tlps.entry(lead.tlp.clone()).or_default() += 1;
        assert!(lead.updated_at <= world.now().as_microsecond());
    }
    for (state, least) in [
        ("DRAFT", 8),
        ("SUBMITTED", 12),
        ("TRIAGED", 8),
        ("REJECTED", 12),
        ("SHARED", 100),
        ("RESOLVED", 60),
        ("RETRACTED", 8),
    ] {
        assert!(states[state] >= least, "{states:?}");
    }
    for (tlp, least) in [
        ("RED", 2),
        ("AMBER_STRICT", 50),
        ("AMBER", 100),
        ("GREEN", 10),
        ("CLEAR", 1),
    ] {
        assert!(tlps[tlp] >= least, "{tlps:?}");
    }
    let mut deliveries: BTreeMap<String, usize> = BTreeMap::new();
    for row in entity::delivery::Entity::find().all(world.app.db.read()).await.unwrap() {
        *deliveries.entry(row.state).or_default() += 1;
    }
    for state in [
        "PUSHED",
        "VIEWED",
        "ACKNOWLEDGED",
        "NEEDS_INFO",
        "ANSWERED",
        "OVERDUE",
        "EXPIRED",
        "CLOSED",
    ] {
        assert!(deliveries.contains_key(state), "{state}: {deliveries:?}");
    }
    let left_out = entity::audit_entry::Entity::find()
        .filter(entity::audit_entry::Column::Action.eq("loadDemo"))
        .one(world.app.db.read())
        .await
        .unwrap()
        .unwrap();
    let detail: Value = serde_json::from_str(&left_out.detail).unwrap();
    assert!(detail["leftOut"].as_u64().unwrap() <= 30, "{detail}");
}

/// Every deadline is what the recipient's calendar says, later only where a question stopped the clock.
/// Every state has a right, the desk has something to verify, and somebody is reminded.
async fn rights_in_every_state(world: &World) {
    let desk = by(|person| person.roles.contains(&"SO"));
    for state in IpRightState::VARIANTS {
        let code: &str = (*state).into();
        let document = "query($state: IpRightState!) { ipRights(filter: { states: [$state] }) { totalCount } }";
        let someone = match state {
            IpRightState::Draft => {
                by(|person| person.organization == "Nordvarrick Fahrzeugteile GmbH" && person.roles.contains(&"MA"))
            }
            _ => desk.clone(),
        };
        let found = ask(world, &someone, document, json!({ "state": code })).await;
        assert!(found.number("/ipRights/totalCount") > 0, "{code}");
    }
    let waits = "{ ipRights(filter: { renewalWaits: true }) { totalCount } }";
    assert_eq!(
        ask(world, &desk, waits, json!({})).await.number("/ipRights/totalCount"),
        1
    );
    let certificates = entity::ip_right_certificate::Entity::find().all(world.app.db.read());
    let certificates = certificates.await.unwrap();
    assert!(certificates.len() >= 12, "{}", certificates.len());
    assert!(certificates.iter().all(|row| row.handed_in_at.is_some()));
    let kept = touchstone::rights::verify_certificates(&world.app).await.unwrap();
    assert!(kept.faults.is_empty(), "{:?}", kept.faults);
}

/// Every brand has sheets; an officer reads those of China, with the genuine article and a fake side by side.
async fn sheets_side_by_side(world: &World) {
    let officer = by(|person| person.kind == "LE_AGENCY" && person.email.ends_with(".example"));
    let document =
        "{ products(first: 100) { totalCount nodes { state features { genuinePicture { id } fakePicture { id } } } } }";
    let found = ask(world, &officer, document, json!({})).await.ok();
    assert!(found.number("/products/totalCount") >= 12, "{found}");
    let shown = |sheet: &&Value| {
        sheet["features"].as_array().is_some_and(|features| {
            let paired = |one: &Value| one["genuinePicture"]["id"].is_string() && one["fakePicture"]["id"].is_string();
            features.iter().any(paired)
        })
    };
    assert!(
        found.list("/products/nodes").iter().filter(shown).count() >= 6,
        "{found}"
    );
    let documents = entity::rights_document::Entity::find()
        .all(world.app.db.read())
        .await
        .unwrap();
    assert!(documents.len() >= 3, "{}", documents.len());
    assert!(
        touchstone::rights::verify_documents(&world.app)
            .await
            .unwrap()
            .faults
            .is_empty()
    );
    assert!(
        touchstone::products::verify_pictures(&world.app)
            .await
            .unwrap()
            .faults
            .is_empty()
    );
}

/// Five agencies of three countries, each with a desk, and officers in every state.
async fn agencies_to_turn_to(world: &World) {
    let desk = by(|person| person.roles.contains(&"SO"));
    let document = "{ agencies { totalCount nodes { contactPoints { id } officers { id } } } }";
    let found = ask(world, &desk, document, json!({})).await;
    assert_eq!(found.number("/agencies/totalCount"), 5);
    for agency in found.list("/agencies/nodes") {
        assert!(!agency["contactPoints"].as_array().unwrap().is_empty(), "{agency}");
        assert!(agency["officers"].as_array().unwrap().len() >= 2, "{agency}");
    }
    for state in OfficerState::VARIANTS {
        let code: &str = (*state).into();
        let document =
            "query($state: OfficerState!) { officers(filter: { states: [$state] }) { totalCount nodes { id } } }";
        let found = ask(world, &desk, document, json!({ "state": code })).await;
        assert!(found.number("/officers/totalCount") > 0, "{code}");
    }
    let ends = "{ officers(filter: { endsSoon: true }) { nodes { id } } }";
    let soon = ask(world, &desk, ends, json!({})).await;
    let id = soon.list("/officers/nodes")[0]["id"].clone();
    let reveal = "mutation($id: ID!) { revealOfficer(input: { id: $id, purpose: UPKEEP }) { officer { name } } }";
    let clear = ask(world, &desk, reveal, json!({ "id": id })).await;
    assert_eq!(
        clear.text("/revealOfficer/officer/name"),
        "乐晚星",
        "what the demo sealed opens"
    );
}

/// Purchases in many states, samples with and without an end, appraisals that count, contradict and are late; and the books right.
async fn purchases_at_every_turn(world: &World) {
    let desk = by(|person| person.roles.contains(&"SO"));
    let counts = ask(world, &desk, "{ purchaseCounts { state count } }", json!({}))
        .await
        .ok();
    let states = counts.texts("/purchaseCounts", "/state");
    for state in [
        "REQUESTED",
        "APPROVED",
        "ASSIGNED",
        "ORDERED",
        "SHIPPED",
        "IN_APPRAISAL",
        "HOLD_EXPIRED",
        "LOST",
        "REJECTED",
        "CANCELLED",
        "NOT_DELIVERED",
        "SELLER_CANCELLED",
        "CLOSED",
    ] {
        assert!(states.iter().any(|found| found == state), "{state}: {states:?}");
    }
    let total: i64 = counts
        .list("/purchaseCounts")
        .iter()
        .filter_map(|one| one["count"].as_i64())
        .sum();
    assert!(total >= 18, "{counts}");
    let samples = "{ open: samples(filter: { disposed: false }) { totalCount } ended: samples(filter: { disposed: true }) { totalCount } }";
    let samples = ask(world, &desk, samples, json!({})).await.ok();
    assert!(
        samples.number("/open/totalCount") > 0 && samples.number("/ended/totalCount") > 0,
        "{samples}"
    );
    let late = "{ appraisals(filter: { overdue: true }) { totalCount } }";
    assert!(
        ask(world, &desk, late, json!({}))
            .await
            .ok()
            .number("/appraisals/totalCount")
            > 0
    );
    let askers = "{ purchases(first: 50) { nodes { initiator } } }";
    let askers = ask(world, &desk, askers, json!({})).await.ok();
    let members = askers.texts("/purchases/nodes", "/initiator");
    assert!(members.iter().filter(|by| *by == "MEMBER").count() >= 4, "{askers}");
    let cases = "{ purchases(first: 50) { nodes { conclusion { state } } } }";
    let cases = ask(world, &desk, cases, json!({})).await.ok();
    for state in ["CONFLICT", "CONTESTED"] {
        assert!(cases.to_string().contains(state), "{state}: {cases}");
    }
    let queue = "{ appraisals(filter: { mine: true, states: [ORDERED, TAKEN_UP, IN_PROGRESS] }) { totalCount } }";
    let appraiser = by(|person| person.kind == "LAB");
    assert!(
        ask(world, &appraiser, queue, json!({}))
            .await
            .ok()
            .number("/appraisals/totalCount")
            > 0
    );
    let books = touchstone::funds::verify(&world.app).await.unwrap();
    assert!(books.is_clean(), "{books}");
    let kept = touchstone::evidence::verify(&world.app).await.unwrap();
    assert!(kept.faults.is_empty(), "{:?}", kept.faults);
}

/// The address of the first person of that kind.
fn by(wanted: fn(&DemoPerson) -> bool) -> String {
    demo::people().into_iter().find(wanted).unwrap().email
}

async fn deadlines_are_the_calendar_s(world: &World) {
    let organizations = entity::organization::Entity::find()
        .all(world.app.db.read())
        .await
        .unwrap();
    for row in entity::delivery::Entity::find().all(world.app.db.read()).await.unwrap() {
        let recipient = organizations
            .iter()
            .find(|row_of| row_of.id == row.recipient_id)
            .unwrap();
        let zone = TimeZone::get(&recipient.time_zone).unwrap();
        let calendar = Calendar::for_country(&recipient.country);
        let clock = rules::clock(timestamp(row.pushed_at), calendar, &zone).unwrap();
        if row.info_question.is_none() {
            assert_eq!(row.due_on, clock.due.due_on.to_string(), "{}", row.id);
            assert_eq!(timestamp(row.due_at), clock.due.due_at, "{}", row.id);
        } else {
            let latest = calendar.due(
                timestamp(row.pushed_at),
                &zone,
                rules::CONFIRMATION_WORKING_DAYS + MAX_PAUSE_WORKING_DAYS,
            );
            assert!(timestamp(row.due_at) >= clock.due.due_at && timestamp(row.due_at) <= latest.unwrap().due_at);
        }
        assert!(calendar.day(row.due_on.parse().unwrap()).working, "{}", row.due_on);
        if matches!(row.state.as_str(), "PUSHED" | "VIEWED" | "ACKNOWLEDGED") {
            assert!(timestamp(row.due_at) > world.now(), "{} should be overdue", row.id);
        }
    }
}

async fn every_investigator_has_something_to_do(world: &World) {
    let unlimited = |person: &DemoPerson| person.kind == "MEMBER_BRAND" && person.roles == ["MI"];
    for person in demo::people().into_iter().filter(unlimited) {
        let document = "query($open: Boolean) { deliveries(first: 50, filter: { open: $open }) { totalCount } }";
        let count = async |open: bool| {
            ask(world, &person.email, document, json!({ "open": open }))
                .await
                .number("/deliveries/totalCount")
        };
        if viewer(world, &person.email).await.brand_scope.is_none() {
            assert!(count(true).await >= 3, "{}", person.email);
            assert!(count(false).await >= 3, "{}", person.email);
        }
    }
}

/// Some members know the same without knowing of each other; one pair of them came into contact.
async fn members_who_know_the_same(world: &World) {
    let matches = entity::blind_match::Entity::find()
        .all(world.app.db.read())
        .await
        .unwrap();
    let open = matches.iter().filter(|row| row.opened_at.is_some());
    assert_eq!(open.count(), 1, "{matches:?}");
    let standing = matches
        .iter()
        .filter(|row| row.opened_at.is_none() && row.retired_at.is_none());
    assert!(standing.count() >= 1, "{matches:?}");
}

async fn everybody_signs_in(world: &World) {
    let people = demo::people();
    assert!((38..=48).contains(&people.len()), "{}", people.len());
    let mut emails: Vec<&str> = people.iter().map(|person| person.email.as_str()).collect();
    emails.dedup();
    assert_eq!(emails.len(), people.len());
    // Each kind once: checking a password is slow on purpose.
    let mut kinds = std::collections::BTreeSet::new();
    for person in people.iter().filter(|person| kinds.insert(person.kind)) {
        assert!(person.email.ends_with(".example"));
        let signed = sessions::sign_in(&world.app, &Caller::default(), &person.email, person.password).await;
        assert!(matches!(signed, Ok(Entered::SignedIn(_))), "{}", person.email);
    }
    assert_eq!(kinds.len(), 8);
    let with_app: Vec<_> = people.iter().filter(|person| person.totp_secret.is_some()).collect();
    assert_eq!(with_app.len(), 1, "exactly one has an app");
    let signed = sessions::sign_in(&world.app, &Caller::default(), &with_app[0].email, demo::PASSWORD).await;
    let Ok(Entered::Challenged(challenge)) = signed else {
        panic!("{signed:?}")
    };
    let secret = totp_rs::Secret::try_from_base32(with_app[0].totp_secret.as_deref().unwrap()).unwrap();
    let app = totp_rs::Builder::new().with_secret(secret).build().unwrap();
    let code = app
        .generate(u64::try_from(world.now().as_second()).unwrap())
        .to_string();
    let answer = sessions::Answer::Totp(code);
    let signed = sessions::complete_sign_in(&world.app, &Caller::default(), &challenge.token, &answer).await;
    assert!(signed.is_ok(), "{signed:?}");
    let refused = sessions::sign_in(
        &world.app,
        &Caller::default(),
        "jonas.wiegand@nordvarrick.example",
        demo::PASSWORD,
    )
    .await;
    assert!(refused.is_err(), "who is suspended stays out");
}

async fn nobody_sees_too_much(world: &World) {
    let document = "{ leads(first: 1) { totalCount } }";
    let sees = async |email: &str| {
        ask(world, email, document, json!({}))
            .await
            .data("/leads/totalCount")
            .as_i64()
    };
    // An officer sees everything from its submission on, but what is RED; an administrator nothing, nor an auditor
    // without a grant, nor the one who is still applying.
    let hidden = entity::lead::Entity::find()
        .filter(entity::lead::Column::State.eq("DRAFT"))
        .count(world.app.db.read())
        .await
        .unwrap();
    assert!(sees("lin.yuhe@secretariat.example").await.unwrap() >= 260);
    assert!(
        sees("lin.yuhe@secretariat.example").await.unwrap()
            <= i64::try_from(LEADS).unwrap() - i64::try_from(hidden).unwrap() / 2
    );
    for email in [
        "greta.solheim@secretariat.example",
        "elsbeth.zumstein@ferrowick.example",
        "edith.farrow@kelvinmoss.example",
    ] {
        assert!(sees(email).await.unwrap_or(0) == 0, "{email}");
    }
    assert_eq!(sees("winifred.locke@abacus-oak.example").await.unwrap_or(0), 0);
    // An investigator finds no item of another member's brand in a lead that somebody else wrote.
    let document =
        "{ leads(first: 50) { nodes { owner { name } items(first: 50) { nodes { brand { owner { name } } } } } } }";
    let answer = ask(world, "kenji.tachibana@mizukagura.example", document, json!({}))
        .await
        .ok();
    let own = "Mizukagura Optics K.K.";
    for lead in answer
        .list("/leads/nodes")
        .iter()
        .filter(|lead| lead["owner"]["name"] != own)
    {
        for item in lead["items"]["nodes"].as_array().unwrap() {
            assert_eq!(item["brand"]["owner"]["name"], own, "{lead}");
        }
    }
}

async fn viewer(world: &World, email: &str) -> touchstone::permissions::Viewer {
    members::viewer_by_email(world.app.db.read(), email)
        .await
        .unwrap()
        .unwrap()
}

async fn ask(world: &World, email: &str, document: &str, variables: Value) -> Response {
    let caller = Caller {
        viewer: Some(Arc::new(viewer(world, email).await)),
        ..Caller::default()
    };
    let question: Question = serde_json::from_value(json!({ "query": document, "variables": variables })).unwrap();
    let answer = api::answer(&api::schema(&world.app), &caller, question).await;
    Response(serde_json::from_str(&answer.body).unwrap())
}

#[test]
fn everybody_holds_a_role() {
    for person in demo::people() {
        assert!(
            person.roles.iter().all(|role| role.parse::<Role>().is_ok()),
            "{person:?}"
        );
    }
}
