//! What has happened, by mail: a line of the digest, or a mail of its own, and never of what was lost meanwhile.

use sea_orm::{ActiveValue::Set, EntityTrait as _};
use serde_json::json;
use touchstone::{digests, mail::MailKind};

use super::{change, files, send, wants};
use crate::{
    both_databases,
    notifications::channels::chooses,
    support::{Asks as _, Lead, Person, World},
};

const OWN: &str = "OWNER_AND_MY_ORGANIZATION";
const ALL: &str = "EVERYONE_WHO_SEES_THE_LEAD";
const WHAT: &str = "There is a new comment";

/// The mails that went to a person.
fn files_of(world: &World, person: &Person) -> Vec<String> {
    let mails = files(world).into_iter();
    mails.filter(|mail| mail.contains(&person.email)).collect()
}

/// Where the mails of what has happened stand.
async fn notices(world: &World) -> Vec<String> {
    let rows = entity::mail::Entity::find().all(world.app.db.read()).await.unwrap();
    let rows = rows.into_iter().filter(|row| row.kind == "NOTIFICATIONS");
    rows.map(|row| row.state).collect()
}

/// Has a person hear of what is said about a lead, by a channel.
async fn listens(person: &Person, lead: &Lead, channel: &str) {
    person.watches(lead, true).await.ok();
    chooses(person, "COMMENTED", channel).await.ok();
}

both_databases! {
    async fn each_is_told_by_the_channel_it_chose_and_once(world: World) {
        let acme = world.brand("Acme").await;
        let admin = acme.admin().await;
        let lead = admin.creates(&acme).await;
        let reference = lead.row().await.reference;
        let mut people = Vec::new();
        for channel in ["NONE", "PORTAL", "DIGEST", "MAIL"] {
            let person = acme.investigator().await;
            listens(&person, &lead, channel).await;
            people.push(person);
        }
        admin.comments(&lead, "The informant of Yiwu", OWN).await.ok();
        world.notified().await;
        digests::plan(&world.app).await.unwrap();
        send(&world).await;
        for person in &people[..2] {
            assert!(files_of(&world, person).is_empty());
        }
        let [told] = files_of(&world, &people[2]).try_into().unwrap();
        assert!(told.contains("Leads: 1 notification") && told.contains("WHAT HAPPENED"), "{told}");
        assert!(told.contains(WHAT) && told.contains(&reference), "{told}");
        let [told] = files_of(&world, &people[3]).try_into().unwrap();
        assert!(told.contains("Subject: A notification") && told.contains(WHAT), "{told}");
        assert!(told.contains(&reference) && told.contains("List-Unsubscribe-Post"), "{told}");
        assert!(files(&world).iter().all(|mail| !mail.contains("informant")), "what, and not how it reads");
        world.after_hours(1);
        assert_eq!(digests::plan(&world.app).await.unwrap(), 0, "once");
        assert_eq!(notices(&world).await, ["SENT"]);
    }

    async fn i24_a_mail_of_a_notification_says_nothing_of_what_was_lost(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, reader, other) = (acme.admin().await, bolt.investigator().await, bolt.investigator().await);
        let lead = admin.prepares(&bolt).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        listens(&reader, &lead, "MAIL").await;
        listens(&other, &lead, "DIGEST").await;
        admin.comments(&lead, "For all", ALL).await.ok();
        world.notified().await;
        digests::plan(&world.app).await.unwrap();
        assert_eq!(notices(&world).await, ["QUEUED"]);
        admin.changes_tlp(&lead, "RED").await.ok();
        send(&world).await;
        let reference = lead.row().await.reference;
        for mail in files(&world) {
            assert!(!mail.contains(WHAT) && !mail.contains(&reference), "{mail}");
        }
        assert_eq!(notices(&world).await, ["EMPTY"]);
    }

    async fn what_was_read_in_the_portal_needs_no_mail(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, one) = (acme.admin().await, acme.investigator().await);
        let lead = admin.creates(&acme).await;
        listens(&one, &lead, "MAIL").await;
        admin.comments(&lead, "Look", OWN).await.ok();
        world.notified().await;
        one.graphql("mutation { markAllNotificationsRead { unread } }", json!({})).await.ok();
        digests::plan(&world.app).await.unwrap();
        assert!(notices(&world).await.is_empty());
    }

    /// Whoever has no digests, or daily ones, hears at once of what it chose; in the rhythm of what is told at once.
    async fn mails_come_a_quarter_of_an_hour_apart_and_not_in_quiet_hours(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, one) = (acme.admin().await, acme.investigator().await);
        wants(&one, "OFF").await;
        let lead = admin.creates(&acme).await;
        listens(&one, &lead, "MAIL").await;
        let quiet = entity::person::ActiveModel { quiet_from: Set(Some(8)), quiet_to: Set(Some(12)), ..Default::default() };
        change(&one, quiet).await;
        let says = async || {
            admin.comments(&lead, "Look", OWN).await.ok();
            world.notified().await;
            digests::plan(&world.app).await.unwrap();
            send(&world).await;
            notices(&world).await.len()
        };
        assert_eq!(says().await, 0, "nine in the morning");
        world.after_hours(3);
        assert_eq!(says().await, 1, "noon");
        let [both] = files_of(&world, &one).try_into().unwrap();
        assert!(both.contains("Subject: 2 notifications"), "{both}");
        world.clock.advance(jiff::SignedDuration::from_mins(14));
        assert_eq!(says().await, 1, "not so soon");
        world.clock.advance(jiff::SignedDuration::from_mins(1));
        assert_eq!(says().await, 2);
    }

    async fn one_click_ends_them(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, one) = (acme.admin().await, acme.investigator().await);
        let lead = admin.creates(&acme).await;
        listens(&one, &lead, "MAIL").await;
        admin.comments(&lead, "Look", OWN).await.ok();
        world.notified().await;
        digests::plan(&world.app).await.unwrap();
        let [(person, letter)] = world.letters_of(MailKind::Notifications).await.try_into().unwrap();
        assert_eq!(person, one.id);
        let link = letter.unsubscribe.unwrap();
        let token = link.query_pairs().find(|(key, _)| key == "token").unwrap().1.into_owned();
        digests::unsubscribe(&world.app, &token).await.unwrap();
        world.nothing_changes(digests::unsubscribe(&world.app, &token)).await.unwrap();
        send(&world).await;
        assert_eq!(notices(&world).await, ["EMPTY"], "what waited, too");
        let listed = one.graphql("{ notificationPreferences { kind channel } }", json!({})).await.ok();
        let rows = listed.list("/notificationPreferences");
        assert!(rows.iter().all(|row| row["channel"] == if row["kind"] == "DELIVERED" { "NONE" } else { "PORTAL" }), "{listed}");
    }

    async fn it_looks_right_in_a_narrow_client_in_the_dark_and_as_text(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, one) = (acme.admin().await, acme.investigator().await);
        let lead = admin.creates(&acme).await;
        let reference = lead.row().await.reference;
        change(&one, entity::person::ActiveModel { name: Set("Lin Yue".to_owned()), ..Default::default() }).await;
        listens(&one, &lead, "MAIL").await;
        for _ in 0..25 {
            admin.comments(&lead, "Look", OWN).await.ok();
        }
        world.notified().await;
        digests::plan(&world.app).await.unwrap();
        let [(_, letter)] = world.letters_of(MailKind::Notifications).await.try_into().unwrap();
        let html = &letter.html;
        assert!(html.len() <= 100 * 1024, "{} bytes", html.len());
        assert!(html.contains("color-scheme: light dark") && html.contains("prefers-color-scheme: dark"), "{html}");
        assert!(html.contains("max-width:600px"), "{html}");
        for part in html.split("width:").skip(1) {
            let part = part.trim_start();
            let pixels: String = part.chars().take_while(char::is_ascii_digit).collect();
            let is_pixels = !pixels.is_empty() && part[pixels.len()..].starts_with("px");
            assert!(!is_pixels || pixels.parse::<u32>().unwrap() <= 600, "{part}");
        }
        for link in html.replace("&#x2f;", "/").split("href=\"").skip(1) {
            assert!(link.starts_with("http://127.0.0.1:8080/"), "{link}");
        }
        assert!(!html.contains("<img") && !html.contains("<script"), "{html}");
        let text = letter.text.replace("\r\n", "\n");
        let line = format!("* {WHAT} · {reference}\n  http://127.0.0.1:8080/leads/{reference}\n");
        assert!(text.starts_with(&format!("What happened\n\n{line}{line}")), "{text}");
        assert_eq!(text.matches(&line).count(), 20);
        assert!(text.contains("\nAnd 5 more notifications in the portal.\n"), "{text}");
        assert!(text.contains("\n-- \nLin Yue, you get this because your settings say"), "{text}");
    }
}
