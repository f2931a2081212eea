//! What people of the secretariat are told of officers: that one waits for their yes, and that an attestation ends.

use touchstone::{agencies::jobs::remind, digests, mail::MailKind, platform::email::Letter};

use super::*;
use crate::both_databases;

/// What somebody was told of officers, latest first: the kind and the officer.
async fn told(world: &World, by: &Person) -> Vec<(String, String)> {
    world.notified().await;
    let document = "{ notifications(first: 50) { totalCount nodes { kind lead { id } officer { id } } } }";
    let found = by.graphql(document, json!({})).await.ok();
    let nodes = found.list("/notifications/nodes");
    let count = found.number("/notifications/totalCount");
    assert_eq!(count, i64::try_from(nodes.len()).unwrap());
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let pair = |node: &Value| (text(&node["kind"]), text(&node["officer"]["id"]));
    nodes.iter().map(pair).collect()
}

/// The texts of the digests of somebody.
async fn digests_of(world: &World, person: &Person) -> Vec<String> {
    let letters = world.letters_of(MailKind::Digest).await.into_iter();
    let own = letters.filter(|(to, _)| *to == person.id);
    own.map(|(_, letter): (_, Letter)| letter.text).collect()
}

both_databases! {
    async fn who_may_say_yes_to_an_officer_is_told_and_who_proposed_it_is_not(world: World) {
        let office = office(&world).await;
        let (member, officer) = (world.brand("Acme").await.admin().await, office.agency.officer().await);
        let id = proposes(&office.keeper, &office.id, json!({})).await;
        let waits = ("OFFICER_WAITS".to_owned(), id.clone());
        for by in [&office.first, &office.second] {
            assert_eq!(told(&world, by).await, std::slice::from_ref(&waits));
        }
        for by in [&office.keeper, &member, &officer] {
            assert!(told(&world, by).await.is_empty(), "{}", by.name);
        }
        steps(&office.first, "verifyOfficer", &id, json!({})).await.ok();
        assert_eq!(told(&world, &office.first).await.len(), 1, "who said yes is not asked again");
        assert_eq!(told(&world, &office.second).await, [waits.clone(), waits], "the second person is");
        steps(&office.second, "verifyOfficer", &id, json!({})).await.ok();
        assert_eq!(told(&world, &office.second).await.len(), 2);
        steps(&office.second, "updateOfficer", &id, json!({ "name": "Qiu Ping" })).await.ok();
        assert_eq!(told(&world, &office.keeper).await.len(), 1, "somebody else has said who it is");
    }

    async fn who_verifies_no_more_sees_nothing_of_it(world: World) {
        use entity::role_assignment::{Column, Entity};
        let office = office(&world).await;
        proposes(&office.keeper, &office.id, json!({})).await;
        assert_eq!(told(&world, &office.first).await.len(), 1);
        let roles = Entity::delete_many().filter(Column::PersonId.eq(office.first.id));
        roles.exec(world.app.db.write()).await.unwrap();
        world.authorization_changed().await;
        let left = office.first.graphql("{ notifications { nodes { id } } }", json!({})).await;
        let nodes = left.0["data"]["notifications"]["nodes"].as_array();
        assert!(nodes.is_none_or(Vec::is_empty), "{left}");
    }

    async fn an_attestation_that_ends_is_told_once_for_each_reminder(world: World) {
        let office = office(&world).await;
        let id = verified(&office, json!({})).await;
        let ends = async |by: &Person| {
            let told = told(&world, by).await;
            told.iter().filter(|(kind, of)| kind == "OFFICER_ENDING" && *of == id).count()
        };
        world.after_days(305);
        for _ in 0..2 {
            remind(&world.app).await.unwrap();
        }
        assert_eq!(ends(&office.first).await, 1);
        world.after_days(35);
        remind(&world.app).await.unwrap();
        assert_eq!(ends(&office.keeper).await, 2);
    }

    async fn a_digest_says_how_many_officers_wait(world: World) {
        let office = office(&world).await;
        let id = proposes(&office.keeper, &office.id, json!({})).await;
        world.notified().await;
        world.after_days(1);
        digests::plan(&world.app).await.unwrap();
        let words = "An officer of an agency waits for your yes";
        let texts = digests_of(&world, &office.first).await;
        assert!(texts.iter().any(|text| text.contains(words)), "{texts:?}");
        let proposer = digests_of(&world, &office.keeper).await;
        assert!(proposer.iter().all(|text| !text.contains(words)), "{proposer:?}");
        for by in [&office.first, &office.second] {
            steps(by, "verifyOfficer", &id, json!({})).await.ok();
        }
        let later = digests_of(&world, &office.second).await;
        assert!(later.iter().all(|text| !text.contains(words)), "{later:?}");
    }

    async fn a_digest_does_not_ask_who_has_said_yes(world: World) {
        let office = office(&world).await;
        let id = proposes(&office.keeper, &office.id, json!({})).await;
        world.notified().await;
        steps(&office.first, "verifyOfficer", &id, json!({})).await.ok();
        world.notified().await;
        world.after_days(1);
        digests::plan(&world.app).await.unwrap();
        let words = "An officer of an agency waits for your yes";
        let said = digests_of(&world, &office.first).await;
        assert!(said.iter().all(|text| !text.contains(words)), "{said:?}");
        let asked = digests_of(&world, &office.second).await;
        assert!(asked.iter().any(|text| text.contains(words)), "{asked:?}");
    }
}
