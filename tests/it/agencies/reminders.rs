//! Reminders of attestations that end: once for each step, to those who attest, and of what is still true.

use touchstone::{agencies::jobs::remind, mail::MailKind};

use super::*;
use crate::both_databases;

/// The days that were told of, in the order of time.
async fn told(world: &World) -> Vec<i32> {
    use entity::agency_officer_reminder::{Column, Entity};
    let rows = Entity::find()
        .order_by_asc(Column::WindowStart)
        .order_by_asc(Column::Days);
    let rows = rows.all(world.app.db.read()).await.unwrap();
    rows.iter().map(|row| row.days).collect()
}

both_databases! {
    /// At 60, 30 and 7 days and once it is over, each once, however often the job runs.
    async fn each_reminder_goes_out_once(world: World) {
        let office = office(&world).await;
        verified(&office, json!({})).await;
        let run = async || {
            let queued = remind(&world.app).await.unwrap();
            assert_eq!(remind(&world.app).await.unwrap(), 0, "a second turn");
            queued
        };
        world.after_days(304);
        assert_eq!(run().await, 0, "61 days");
        world.after_days(1);
        assert_eq!(run().await, 3, "60 days: an administrator and two officers of the secretariat");
        world.after_days(35);
        assert_eq!(run().await, 3, "25 days, after a pause");
        world.after_days(19);
        assert_eq!(run().await, 3, "6 days");
        world.after_days(6);
        assert_eq!(run().await, 3, "over");
        world.after_days(1);
        assert_eq!(run().await, 0);
        assert_eq!(told(&world).await, [60, 30, 7, 0]);
    }

    /// A mail says whom it is about without naming anybody, and what is no longer true is not written (I24).
    async fn a_reminder_names_nobody_and_says_what_is_still_true(world: World) {
        let office = office(&world).await;
        let (kept, ending) = (verified(&office, json!({})).await, verified(&office, json!({ "name": "Deng Haoran", "email": "deng@police.example" })).await);
        office.agency.officer().await;
        world.brand("Acme").await.admin().await;
        world.after_days(330);
        assert_eq!(remind(&world.app).await.unwrap(), 3);
        let letters = world.letters_of(MailKind::OfficerAttestation).await;
        assert_eq!(letters.len(), 3);
        for part in ["2 officers have to be attested", "D••• H•••", "Police of Shanghai", "attested until Tue 9 Mar 2027", &office.id] {
            assert!(letters[0].1.text.contains(part), "{part}: {}", letters[0].1.text);
        }
        for part in ["Haoran", "deng@"] {
            assert!(!letters[0].1.text.contains(part) && !letters[0].1.html.contains(part), "{part}");
        }
        steps(&office.first, "attestOfficer", &kept, json!({})).await.ok();
        let letters = world.letters_of(MailKind::OfficerAttestation).await;
        assert!(letters[0].1.text.contains("One officer has to be attested"), "{}", letters[0].1.text);
        world.after_days(36);
        let lapsed = world.letters_of(MailKind::OfficerAttestation).await;
        assert!(lapsed[0].1.text.contains("ended on Tue 9 Mar 2027"), "{}", lapsed[0].1.text);
        steps(&office.first, "revokeOfficer", &ending, json!({ "reason": "Retired" })).await.ok();
        assert!(world.letters_of(MailKind::OfficerAttestation).await.is_empty());
    }

    /// Without anybody to tell nothing is noted, so that who comes later is told.
    async fn who_comes_later_is_told(world: World) {
        let office = office(&world).await;
        verified(&office, json!({})).await;
        world.after_days(330);
        for person in [&office.keeper, &office.first, &office.second] {
            person.put_into("SUSPENDED").await;
        }
        assert_eq!(remind(&world.app).await.unwrap(), 0);
        assert!(told(&world).await.is_empty());
        office.first.put_into("ACTIVE").await;
        assert_eq!(remind(&world.app).await.unwrap(), 1);
    }
}
