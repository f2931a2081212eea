//! Contact: wanted by two people of each side, or it stays closed and nobody learns why.

use serde_json::{Value, json};

use super::{act, answers, compared, id_of, knows, matches, matches_in, only, phone, two, version, wants, withdraws};
use crate::{
    both_databases,
    support::{Asks as _, Person},
};

/// What stands in a match but for what the own side did.
fn but_for_own(found: &Value) -> Value {
    let mut rest = found.clone();
    for own in [
        "state",
        "chosenAt",
        "note",
        "version",
        "allowedActions",
        "proposedBy",
        "agreedBy",
    ] {
        rest[own] = Value::Null;
    }
    rest
}

async fn state(by: &Person) -> String {
    only(by).await["state"].as_str().unwrap().to_owned()
}

both_databases! {
    async fn contact_opens_only_when_two_people_of_both_want_it(world: World) {
        let (acme, bolt) = two(&world).await;
        knows(&acme, &[phone(1)]).await;
        knows(&bolt, &[phone(1)]).await;
        compared(&world).await;
        let (one, other) = (id_of(&only(&acme.admin).await), id_of(&only(&bolt.admin).await));
        let proposed = answers(&acme.analyst, &one, true).await.ok();
        assert_eq!(proposed.text("/answerBlindMatch/blindMatch/state"), "PROPOSED");
        assert_eq!(only(&bolt.admin).await["isContactWished"], json!(false), "one of them is not the organisation");
        world.nothing_changes(answers(&acme.analyst, &one, true)).await.refused_with("FORBIDDEN");
        let waiting = answers(&acme.admin, &one, true).await.ok();
        assert_eq!(waiting.text("/answerBlindMatch/blindMatch/state"), "WAITING");
        assert_eq!(waiting.data("/answerBlindMatch/blindMatch/contact"), &Value::Null);
        let asked = only(&bolt.admin).await;
        assert_eq!((&asked["isContactWished"], &asked["contact"], &asked["state"]), (&json!(true), &Value::Null, &json!("NEW")));
        assert!(!asked.to_string().contains("Acme"), "{asked}");
        answers(&bolt.admin, &other, true).await.ok();
        world.nothing_changes(answers(&bolt.admin, &other, true)).await.refused_with("FOUR_EYES");
        assert_eq!(only(&acme.admin).await["contact"], Value::Null);
        let second = bolt.home.admin().await;
        let opened = answers(&second, &other, true).await.ok();
        assert_eq!(opened.text("/answerBlindMatch/blindMatch/state"), "CONTACT");
        for (by, there, people) in [(&acme.admin, &bolt, [&bolt.admin, &second]), (&bolt.admin, &acme, [&acme.analyst, &acme.admin])] {
            let contact = only(by).await["contact"].clone();
            assert_eq!(contact["organization"]["name"], json!(there.home.name));
            let told: Vec<Value> = people.iter().map(|person| json!({ "name": person.name, "email": person.email,
                "organization": { "name": there.home.name } })).collect();
            assert_eq!(contact["people"], json!(told));
        }
        for by in [&acme.admin, &bolt.admin] {
            let found = only(by).await;
            assert_eq!(found["allowedActions"], json!([]));
            world.nothing_changes(answers(by, &id_of(&found), false)).await.refused_with("TRANSITION_NOT_ALLOWED");
            world.nothing_changes(withdraws(by, &id_of(&found))).await.refused_with("TRANSITION_NOT_ALLOWED");
        }
    }

    async fn with_the_contact_a_confidential_group_of_the_two_is_made(world: World) {
        let (acme, bolt) = two(&world).await;
        knows(&acme, &[phone(1)]).await;
        let theirs = knows(&bolt, &[phone(1)]).await;
        compared(&world).await;
        wants(&acme, &id_of(&only(&acme.admin).await)).await;
        let opened = wants(&bolt, &id_of(&only(&bolt.admin).await)).await;
        let group = opened["contact"]["groupId"].as_str().unwrap().to_owned();
        assert_eq!(only(&acme.admin).await["contact"]["groupId"], json!(group));
        let document = "query($id: ID!) { sharingGroup(id: $id) { confidential isMember members { organization { name } } } }";
        for by in [&acme.admin, &bolt.admin] {
            let read = by.graphql(document, json!({ "id": group })).await.ok();
            assert_eq!(read.data("/sharingGroup/isMember"), &json!(true));
            let mut names = read.texts("/sharingGroup/members", "/organization/name");
            names.sort();
            assert_eq!(names, ["Acme", "Bolt"]);
        }
        let outsider = world.brand("Third").await.admin().await;
        outsider.graphql(document, json!({ "id": group })).await.refused_with("NOT_FOUND");
        acme.analyst.reads(&theirs).await.not_found();
        bolt.admin.shares_by(&theirs, json!({ "grants": [{ "groupId": group }] })).await.ok();
        acme.analyst.reads(&theirs).await.ok();
    }

    async fn silence_not_now_and_a_lapsed_wish_look_the_same_to_who_asked(world: World) {
        let (acme, bolt) = two(&world).await;
        for number in 0..3 {
            knows(&acme, &[phone(number)]).await;
            knows(&bolt, &[phone(number)]).await;
            compared(&world).await;
        }
        let (ours, theirs) = (matches(&acme.admin).await, matches(&bolt.admin).await);
        for found in &ours {
            wants(&acme, &id_of(found)).await;
        }
        let before = matches(&acme.admin).await;
        answers(&bolt.analyst, &id_of(&theirs[0]), false).await.ok();
        answers(&bolt.analyst, &id_of(&theirs[1]), true).await.ok();
        assert_eq!(matches(&acme.admin).await, before, "declined, proposed, nothing said");
        assert_eq!(matches_in(&bolt.admin, json!({ "states": ["DECLINED"] })).await.len(), 1);
        world.after_days(29);
        assert_eq!(matches_in(&acme.admin, json!({ "states": ["WAITING"] })).await.len(), 3);
        assert!(matches(&bolt.admin).await.iter().all(|found| found["isContactWished"] == true));
        world.after_days(1);
        assert_eq!(matches_in(&acme.admin, json!({ "states": ["NEW"] })).await.len(), 3, "nobody answered in time");
        assert!(matches(&bolt.admin).await.iter().all(|found| found["isContactWished"] == false));
        // A wish that has lapsed opens nothing.
        let late = wants(&bolt, &id_of(&theirs[2])).await;
        assert_eq!((&late["state"], &late["contact"]), (&json!("WAITING"), &Value::Null));
        let states: Vec<Value> = matches(&bolt.admin).await.iter().map(|found| found["state"].clone()).collect();
        assert_eq!(states, [json!("DECLINED"), json!("NEW"), json!("WAITING")], "not now stays said, a proposal lapses");
    }

    async fn who_declined_may_think_again_and_who_asked_may_take_it_back(world: World) {
        let (acme, bolt) = two(&world).await;
        knows(&acme, &[phone(1)]).await;
        knows(&bolt, &[phone(1)]).await;
        compared(&world).await;
        let (one, other) = (id_of(&only(&acme.admin).await), id_of(&only(&bolt.admin).await));
        let unseen = but_for_own(&only(&bolt.admin).await);
        world.nothing_changes(withdraws(&acme.analyst, &one)).await.refused_with("TRANSITION_NOT_ALLOWED");
        answers(&acme.analyst, &one, false).await.ok();
        assert_eq!(state(&acme.admin).await, "DECLINED");
        world.nothing_changes(answers(&acme.admin, &one, false)).await.refused_with("TRANSITION_NOT_ALLOWED");
        answers(&acme.analyst, &one, true).await.ok();
        withdraws(&acme.admin, &one).await.ok();
        assert_eq!(state(&acme.admin).await, "NEW");
        answers(&acme.analyst, &one, true).await.ok();
        answers(&acme.admin, &one, false).await.ok();
        assert_eq!(state(&acme.admin).await, "DECLINED");
        assert_eq!(but_for_own(&only(&bolt.admin).await), unseen, "nothing of it was told");
        wants(&acme, &one).await;
        assert_eq!(only(&bolt.admin).await["isContactWished"], json!(true));
        withdraws(&acme.analyst, &one).await.ok();
        assert_eq!(but_for_own(&only(&bolt.admin).await), unseen);
        let alone = wants(&bolt, &other).await;
        assert_eq!(alone["state"], json!("WAITING"));
    }

    async fn answers_name_the_version_that_was_seen_and_notes_stay_inside(world: World) {
        let (acme, bolt) = two(&world).await;
        knows(&acme, &[phone(1)]).await;
        knows(&bolt, &[phone(1)]).await;
        compared(&world).await;
        let one = id_of(&only(&acme.admin).await);
        for (mutation, more) in [("answerBlindMatch", json!({ "accept": true })), ("answerBlindMatch", json!({ "accept": false }))] {
            let stale = crate::support::with(json!({ "id": one, "expectedVersion": 7 }), more);
            world.nothing_changes(act(&acme.analyst, mutation, stale)).await.refused_with("STALE_VERSION");
        }
        let long = json!({ "id": one, "expectedVersion": 1, "accept": true, "note": "x".repeat(2_001) });
        let refused = world.nothing_changes(act(&acme.analyst, "answerBlindMatch", long)).await;
        assert_eq!(refused.error_field().as_deref(), Some("note"));
        let said = json!({ "id": one, "expectedVersion": 1, "accept": true, "note": " Ask whether they bought there " });
        act(&acme.analyst, "answerBlindMatch", said).await.ok();
        assert_eq!(only(&acme.admin).await["note"], json!("Ask whether they bought there"));
        answers(&acme.admin, &one, true).await.ok();
        let opened = wants(&bolt, &id_of(&only(&bolt.admin).await)).await;
        assert_eq!(opened["state"], json!("CONTACT"));
        assert!(!opened.to_string().contains("bought there"), "{opened}");
        assert_eq!(version(&world, &one).await, 3, "the other side's acts are no changes of one's own");
    }

    async fn contact_that_was_opened_stays(world: World) {
        let (acme, bolt) = two(&world).await;
        knows(&acme, &[phone(1)]).await;
        let theirs = knows(&bolt, &[phone(1)]).await;
        compared(&world).await;
        wants(&acme, &id_of(&only(&acme.admin).await)).await;
        wants(&bolt, &id_of(&only(&bolt.admin).await)).await;
        bolt.admin.retracts(&theirs).await.ok();
        compared(&world).await;
        touchstone::blind_match::jobs::refresh(&world.app).await.unwrap();
        compared(&world).await;
        for by in [&acme.admin, &bolt.admin] {
            assert_eq!(state(by).await, "CONTACT");
        }
    }
}
