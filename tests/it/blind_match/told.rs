//! What is written down of matches, who is told of them, and the figures of the alliance.

use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use serde_json::{Value, json};
use touchstone::permissions::Role;

use super::{answers, compared, id_of, knows, matches, only, phone, reads, two, wants};
use crate::{
    both_databases,
    digests::{mail_on, send},
    support::{Asks as _, Person, World},
};

/// The entries about matches, the first one first.
async fn entries(world: &World) -> Vec<entity::audit_entry::Model> {
    use entity::audit_entry::{Column, Entity};
    let found = Entity::find()
        .filter(Column::ObjectKind.eq("match"))
        .order_by_asc(Column::At)
        .order_by_asc(Column::Id);
    found.all(world.app.db.read()).await.unwrap()
}

fn verbs(entries: &[entity::audit_entry::Model]) -> Vec<&str> {
    entries.iter().map(|entry| entry.action.as_str()).collect()
}

/// Of what somebody was told in the portal, the latest first.
async fn told(by: &Person) -> Vec<(String, String)> {
    let document = "{ notifications(first: 50) { nodes { kind lead { id } } } }";
    let answer = by.graphql(document, json!({})).await.ok();
    let (kinds, leads) = (
        answer.texts("/notifications/nodes", "/kind"),
        answer.texts("/notifications/nodes", "/lead/id"),
    );
    kinds.into_iter().zip(leads).collect()
}

async fn kinds(by: &Person) -> Vec<String> {
    told(by).await.into_iter().map(|(kind, _)| kind).collect()
}

both_databases! {
    async fn every_signal_answer_and_sight_is_audited_without_a_word_of_the_other(world: World) {
        let (acme, bolt) = two(&world).await;
        knows(&acme, &[phone(1)]).await;
        let theirs = knows(&bolt, &[phone(1)]).await;
        compared(&world).await;
        assert_eq!(verbs(&entries(&world).await), ["signalBlindMatch"; 2]);
        let one = id_of(&only(&acme.admin).await);
        matches(&acme.admin).await;
        reads(&acme.admin, &one).await.ok();
        assert_eq!(verbs(&entries(&world).await)[2..], ["readBlindMatch"], "once");
        wants(&acme, &one).await;
        let other = id_of(&only(&bolt.admin).await);
        wants(&bolt, &other).await;
        only(&acme.admin).await;
        let all = entries(&world).await;
        let of = |person: &Person| all.iter().filter(|entry| entry.actor_id == Some(person.id)).collect::<Vec<_>>();
        let read: Vec<&str> = of(&acme.admin).iter().map(|entry| entry.action.as_str()).collect();
        assert_eq!(read, ["readBlindMatch", "answerBlindMatch", "readBlindMatch"], "and once more with the contact");
        assert!(of(&acme.admin)[2].detail.contains("true"));
        for entry in all.iter().filter(|entry| entry.organization_id == Some(acme.home.id)) {
            let text = format!("{entry:?}");
            assert!(!text.contains(&bolt.home.id.to_string()) && !text.contains(&theirs.id.to_string()), "{text}");
        }
        // Its administrator reads in the log what the own people did.
        let log = "{ auditEntries(first: 50, filter: { actions: [\"signalBlindMatch\", \"answerBlindMatch\", \"readBlindMatch\"] }) { nodes { action actorName objectId } } }";
        let read = acme.admin.graphql(log, json!({})).await.ok();
        assert!(read.texts("/auditEntries/nodes", "/action").len() >= 5, "{read}");
        assert!(!read.to_string().contains(&other), "{read}");
    }

    async fn what_ends_and_what_is_opted_in_is_audited_too(world: World) {
        let (acme, bolt) = two(&world).await;
        knows(&acme, &[phone(1)]).await;
        let theirs = knows(&bolt, &[phone(1)]).await;
        compared(&world).await;
        super::opts(&bolt.admin, &theirs, true).await.ok();
        super::opts(&bolt.admin, &theirs, false).await.ok();
        bolt.admin.changes_tlp(&theirs, "RED").await.ok();
        compared(&world).await;
        assert_eq!(verbs(&entries(&world).await)[2..], ["retireBlindMatch"; 2]);
        use entity::audit_entry::{Column, Entity};
        let set = Entity::find().filter(Column::Action.eq("setBlindMatching")).all(world.app.db.read()).await.unwrap();
        assert_eq!(set.len(), 2);
    }

    async fn those_whom_it_concerns_are_told_and_nothing_of_the_other(world: World) {
        let (acme, bolt) = two(&world).await;
        let ours = knows(&acme, &[phone(1)]).await;
        let theirs = knows(&bolt, &[phone(1)]).await;
        acme.admin.assigns(&ours, Some(&acme.analyst)).await.ok();
        let bystander = acme.home.investigator().await;
        compared(&world).await;
        world.notified().await;
        world.notified().await;
        assert_eq!(told(&acme.admin).await, [("BLIND_MATCH".to_owned(), ours.public_id())]);
        assert_eq!(told(&bolt.admin).await, [("BLIND_MATCH".to_owned(), theirs.public_id())]);
        assert_eq!(kinds(&acme.analyst).await, ["BLIND_MATCH", "ASSIGNED"], "who is on it");
        assert!(kinds(&bystander).await.is_empty() && kinds(&bolt.analyst).await.is_empty());
        let (one, other) = (id_of(&only(&acme.admin).await), id_of(&only(&bolt.admin).await));
        answers(&acme.analyst, &one, true).await.ok();
        world.notified().await;
        assert_eq!(kinds(&acme.admin).await, ["CONTACT_WISHED", "BLIND_MATCH"], "its administrator has to agree");
        assert_eq!((kinds(&acme.analyst).await.len(), kinds(&bolt.admin).await.len()), (2, 1));
        answers(&acme.admin, &one, true).await.ok();
        world.notified().await;
        assert_eq!(kinds(&bolt.admin).await, ["CONTACT_WISHED", "BLIND_MATCH"]);
        answers(&bolt.analyst, &other, false).await.ok();
        world.notified().await;
        assert_eq!(kinds(&acme.admin).await.len(), 2, "not now is told to nobody");
        wants(&bolt, &other).await;
        world.notified().await;
        assert_eq!(kinds(&acme.admin).await, ["CONTACT_OPENED", "CONTACT_WISHED", "BLIND_MATCH"]);
        assert_eq!(kinds(&acme.analyst).await[0], "CONTACT_OPENED", "who proposed it");
        assert_eq!(kinds(&bolt.analyst).await, ["CONTACT_OPENED"]);
        let rows = world.contents().await;
        for table in ["notification", "outbox"] {
            for row in rows.rows(table) {
                let both = [&acme, &bolt].iter().all(|member| row.replace('-', "").to_lowercase().contains(&member.home.id.simple().to_string()));
                assert!(!both, "{table}: {row}");
            }
        }
    }

    async fn i24_a_digest_says_that_there_is_a_match_once_and_to_who_still_sees_the_lead(world: World) {
        let (acme, bolt) = two(&world).await;
        let ours = knows(&acme, &[phone(1)]).await;
        let theirs = knows(&bolt, &[phone(1)]).await;
        acme.admin.assigns(&ours, Some(&acme.analyst)).await.ok();
        bolt.admin.assigns(&theirs, Some(&bolt.analyst)).await.ok();
        let today = async |by: &Person| mail_on(by, "2026-03-09").await;
        compared(&world).await;
        assert!(today(&acme.admin).await.is_none(), "nobody was told yet");
        world.notified().await;
        let references = [ours.row().await.reference, theirs.row().await.reference];
        let letter = today(&acme.admin).await.unwrap();
        assert_eq!(letter.subject, "Leads: 1 about a match");
        for text in [&letter.html, &letter.text] {
            assert!(text.contains("There is news of a blind match. Sign in to see it."), "{text}");
            for hidden in [references[0].as_str(), references[1].as_str(), "Bolt", "Licheng", "13800", "PHONE"] {
                assert!(!text.contains(hidden), "{hidden} in {text}");
            }
        }
        let read = "mutation { markAllNotificationsRead { unread userErrors { code } } }";
        acme.admin.graphql(read, json!({})).await.ok();
        assert!(today(&acme.admin).await.is_none(), "it was read in the portal");
        assert!(today(&bolt.analyst).await.is_some());
        bolt.admin.changes_tlp(&theirs, "RED").await.ok();
        assert!(today(&bolt.analyst).await.is_none(), "the lead is out of sight");
        assert!(today(&acme.analyst).await.is_some());
        touchstone::digests::plan(&world.app).await.unwrap();
        assert!(send(&world).await > 0);
        world.after_days(1);
        assert!(mail_on(&acme.analyst, "2026-03-10").await.is_none(), "it was told");
    }

    async fn the_desk_and_the_auditors_get_numbers_that_are_not_small(world: World) {
        let (acme, bolt) = two(&world).await;
        let desk = world.secretariat().await.desk().await;
        let auditor = world.auditor("Auditors").await.person(&[Role::Au]).await;
        let document = "{ blindMatchFigures { signals standing contacts } }";
        let figures = async |by: &Person| by.graphql(document, json!({})).await.ok().data("/blindMatchFigures").clone();
        assert_eq!(figures(&desk).await, json!({ "signals": 0, "standing": 0, "contacts": 0 }));
        let list: Vec<Value> = (0..6).map(phone).collect();
        knows(&acme, &list).await;
        knows(&bolt, &list).await;
        compared(&world).await;
        let one = id_of(&matches(&acme.admin).await[0]);
        wants(&acme, &one).await;
        let wished = matches(&bolt.admin).await.into_iter().find(|found| found["isContactWished"] == true).unwrap();
        wants(&bolt, &id_of(&wished)).await;
        for by in [&desk, &auditor] {
            assert_eq!(figures(by).await, json!({ "signals": 6, "standing": 5, "contacts": null }));
        }
        world.after_days(31);
        assert_eq!(figures(&desk).await["signals"], json!(0));
        world.nothing_changes(acme.admin.graphql(document, json!({}))).await.refused_with("FORBIDDEN");
    }
}
