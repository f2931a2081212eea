//! How much an organisation is told in a day, and for how many it may wait: against fishing.

use serde_json::{Value, json};

use super::{answers, company, compared, id_of, knows, matches, matches_in, phone, two, wants, withdraws, writes};
use crate::both_databases;

both_databases! {
    async fn an_organisation_is_told_of_twenty_matches_a_day(world: World) {
        let (acme, bolt) = two(&world).await;
        let list: Vec<Value> = (0..23).map(phone).collect();
        let (_, subject) = writes(&acme, json!({}), company(&list)).await;
        knows(&bolt, &list).await;
        assert_eq!(compared(&world).await, 20);
        assert_eq!(compared(&world).await, 0);
        assert_eq!((matches(&acme.admin).await.len(), matches(&bolt.admin).await.len()), (20, 20));
        // What is taken away and written again takes no room a second time, and makes none.
        super::takes_away(&acme.admin, &subject).await;
        assert_eq!(compared(&world).await, 0);
        world.after_hours(7);
        assert_eq!(compared(&world).await, 0);
        world.after_hours(18);
        assert!((2..=3).contains(&compared(&world).await), "the rest of them, the next day");
        assert!((22..=23).contains(&matches(&bolt.admin).await.len()));
    }

    async fn an_organisation_waits_for_ten_others_at_a_time(world: World) {
        let (acme, bolt) = two(&world).await;
        let list: Vec<Value> = (0..11).map(phone).collect();
        knows(&acme, &list).await;
        knows(&bolt, &list).await;
        compared(&world).await;
        let ids: Vec<String> = matches(&acme.admin).await.iter().map(id_of).collect();
        for id in &ids[..10] {
            wants(&acme, id).await;
        }
        answers(&acme.analyst, &ids[10], true).await.ok();
        let refused = world.nothing_changes(answers(&acme.admin, &ids[10], true)).await;
        refused.refused_with("TRANSITION_NOT_ALLOWED");
        assert!(refused.text("/answerBlindMatch/userErrors/0/message").contains("waits for 10"), "{refused}");
        withdraws(&acme.analyst, &ids[0]).await.ok();
        answers(&acme.admin, &ids[10], true).await.ok();
        assert_eq!(matches_in(&acme.admin, json!({ "states": ["WAITING"] })).await.len(), 10);
        // Contact takes no room.
        let wished = matches(&bolt.admin).await.into_iter().find(|found| found["isContactWished"] == true).unwrap();
        assert_eq!(wants(&bolt, &id_of(&wished)).await["state"], json!("CONTACT"));
        answers(&acme.analyst, &ids[0], true).await.ok();
        answers(&acme.admin, &ids[0], true).await.ok();
    }
}
