//! Reminders of rights that end: once for each step, to whom they concern, and of what is still true.

use sea_orm::{ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use touchstone::{mail, platform::email::Mailer, rights::jobs::remind, worker};

use super::*;
use crate::both_databases;

/// Sends what waits; how many went out.
async fn send(world: &World) -> usize {
    let mailer = Mailer::new(&world.app.config).unwrap();
    mail::send_due(&world.app, &mailer, worker::render).await.unwrap()
}

/// The mails that went out, as they are sent.
fn sent(world: &World) -> Vec<String> {
    let Ok(folder) = std::fs::read_dir(world.folder.join("mail")) else {
        return Vec::new();
    };
    let files = folder.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    let mut files: Vec<_> = files.map(|mail| mail.replace("=\r\n", "")).collect();
    files.sort();
    files
}

/// The days that were told of, in the order of time.
async fn told(world: &World) -> Vec<i32> {
    use entity::ip_right_reminder::{Column, Entity};
    let rows = Entity::find()
        .order_by_asc(Column::WindowStart)
        .order_by_asc(Column::Days);
    rows.all(world.app.db.read())
        .await
        .unwrap()
        .iter()
        .map(|row| row.days)
        .collect()
}

both_databases! {
    /// At 180, 90, 30 and 7 days, each once, however often the job runs; after a pause only the nearest.
    async fn each_reminder_goes_out_once(world: World) {
        let acme = world.brand("Acme").await;
        verified(&acme, &desk(&world).await, json!({ "expiresOn": "2026-09-06" })).await;
        let run = || async {
            let queued = remind(&world.app).await.unwrap();
            assert_eq!(remind(&world.app).await.unwrap(), 0, "a second turn");
            queued
        };
        // One administrator entered the right.
        assert_eq!(run().await, 0, "181 days");
        world.after_days(1);
        assert_eq!(run().await, 1, "180 days");
        world.after_days(89);
        assert_eq!(run().await, 0, "91 days");
        world.after_days(62);
        assert_eq!(run().await, 1, "29 days, after a pause");
        world.after_days(1);
        assert_eq!(run().await, 0, "28 days");
        world.after_days(28);
        assert_eq!(run().await, 1, "the last day");
        world.after_days(1);
        assert_eq!(run().await, 0, "over");
        assert_eq!(told(&world).await, [180, 30, 7]);
    }

    /// A mail for each administrator of the holder, of all its rights, in its own language; nobody else hears of it.
    async fn a_reminder_names_what_ends(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let desk = desk(&world).await;
        let near = verified(&acme, &desk, json!({ "title": "Near <b>", "expiresOn": "2026-03-12", "registrationNumber": "1" })).await;
        verified(&acme, &desk, json!({ "title": "Far", "expiresOn": "2026-05-01", "registrationNumber": "2" })).await;
        verified(&acme, &desk, json!({ "title": "Later", "expiresOn": "2027-05-01", "registrationNumber": "3" })).await;
        verified(&other, &desk, json!({ "title": "Theirs", "expiresOn": "2026-05-01" })).await;
        enters(&acme.admin().await, &acme, json!({ "title": "Draft", "expiresOn": "2026-05-01", "registrationNumber": "4" })).await;
        acme.investigator().await;
        // Four administrators of Acme entered rights, one of the other.
        assert_eq!(remind(&world.app).await.unwrap(), 5);
        assert_eq!(send(&world).await, 5);
        let (ours, theirs): (Vec<_>, Vec<_>) = sent(&world).into_iter().partition(|mail| !mail.contains("Theirs"));
        assert_eq!((ours.len(), theirs.len()), (4, 1));
        for mail in &ours {
            for part in ["2 of your rights end soon", "Near &lt;b&gt;", "CN 1", "3 days left", "Far", "53 days left", &near] {
                assert!(mail.contains(part), "{part} is missing: {mail}");
            }
            for part in ["Later", "Draft", "<b>Near <b>"] {
                assert!(!mail.contains(part), "{part}: {mail}");
            }
        }
        assert!(theirs[0].contains("One of your rights ends soon"), "{}", theirs[0]);
    }

    /// What is no longer true when the mail is written is not written (I24), and who does not want it gets none.
    async fn a_reminder_is_asked_for_again_when_it_is_sent(world: World) {
        let acme = world.brand("Acme").await;
        let desk = desk(&world).await;
        let id = verified(&acme, &desk, json!({ "expiresOn": "2026-03-12" })).await;
        let admin = acme.admin().await;
        let document = "mutation($input: UpdateSettingsInput!) { updateSettings(input: $input) {
            viewer { settings { expiryReminders } } userErrors { code } } }";
        let off = json!({ "input": { "expectedVersion": 1, "expiryReminders": false } });
        let answer = admin.graphql(document, off).await.ok();
        assert_eq!(answer.data("/updateSettings/viewer/settings/expiryReminders"), &json!(false));
        assert_eq!(remind(&world.app).await.unwrap(), 1, "only the other administrator");
        steps(&admin, "renewIpRight", &id, 3, json!({ "expiresOn": "2036-03-12" })).await.ok();
        steps(&desk, "invalidateIpRight", &id, 4, json!({ "reason": "Cancelled" })).await.ok();
        send(&world).await;
        assert!(sent(&world).is_empty());
        let states = entity::mail::Entity::find().filter(entity::mail::Column::State.eq("EMPTY"));
        assert_eq!(states.all(world.app.db.read()).await.unwrap().len(), 1);
    }

    /// Without anybody to tell nothing is noted, so that who comes later is told.
    async fn who_comes_later_is_told(world: World) {
        let acme = world.brand("Acme").await;
        verified(&acme, &desk(&world).await, json!({ "expiresOn": "2026-03-12" })).await;
        let all = entity::person::ActiveModel { expiry_reminders: Set(false), ..Default::default() };
        let all = entity::person::Entity::update_many().set(all);
        all.exec(world.app.db.write()).await.unwrap();
        assert_eq!(remind(&world.app).await.unwrap(), 0);
        assert!(told(&world).await.is_empty());
        acme.admin().await;
        assert_eq!(remind(&world.app).await.unwrap(), 1);
        assert_eq!(told(&world).await, [7]);
    }

    /// Whoever is shut out, or keeps the rights no more, when the mail is written gets none; nor does a holder that is
    /// shut out.
    async fn who_keeps_rights_no_more_is_not_told(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let desk = desk(&world).await;
        for (number, of) in [("1", &acme), ("2", &other)] {
            verified(of, &desk, json!({ "expiresOn": "2026-03-12", "registrationNumber": number })).await;
        }
        assert_eq!(remind(&world.app).await.unwrap(), 2);
        use entity::role_assignment::{Column, Entity};
        let roles = Entity::delete_many().filter(Column::Role.eq("MA"));
        acme.put_into("SUSPENDED").await;
        send(&world).await;
        assert_eq!(sent(&world).len(), 1, "only the other's");
        world.after_days(1);
        roles.exec(world.app.db.write()).await.unwrap();
        assert_eq!(remind(&world.app).await.unwrap(), 0);
    }
}
