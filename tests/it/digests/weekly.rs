//! Weekly digests: once a week, with the numbers of the week, for who changes its mind too.

use jiff::SignedDuration;
use sea_orm::{ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use touchstone::{
    digests,
    mail::MailKind,
    permissions::{Role, audience::Tlp},
    platform::clock::micros,
};
use uuid::Uuid;

use super::{
    TODAY, change, files,
    leads::{Shared, hide, reference},
    mail_of, send, stable, states, two_members, wants,
};
use crate::{
    both_databases,
    support::{Organization, Person, World},
};

const DAY: i64 = 86_400_000_000;

async fn this_week(person: &Person) -> Option<touchstone::platform::email::Letter> {
    mail_of(person, MailKind::WeeklyDigest, TODAY).await
}

/// A delivery of the week before that was answered.
async fn answered(world: &World, from: &Organization, to: &Organization, late: bool) -> Uuid {
    let lead = Shared {
        state: "ANSWERED",
        ..Shared::by(from, "Answered", Tlp::Amber).to(to)
    }
    .write(world)
    .await;
    let row = entity::delivery::ActiveModel {
        answered_at: Set(Some(micros(world.now()))),
        late: Set(late),
        ..Default::default()
    };
    let change = entity::delivery::Entity::update_many()
        .set(row)
        .filter(entity::delivery::Column::LeadId.eq(lead));
    change.exec(world.app.db.write()).await.unwrap();
    lead
}

/// A week of a member: six leads came, of which three were answered, one of them late, and of the rest one is overdue.
async fn a_week(world: &World, acme: &Organization, bolt: &Organization) -> Vec<Uuid> {
    let mut leads = Vec::new();
    for late in [false, false, true] {
        leads.push(answered(world, acme, bolt, late).await);
    }
    for (title, due_in) in [("Overdue", 24), ("Open", 24 * 14)] {
        leads.push(
            Shared {
                due_in,
                ..Shared::by(acme, title, Tlp::Amber).to(bolt)
            }
            .write(world)
            .await,
        );
    }
    leads.push(
        Shared {
            community: true,
            ..Shared::by(acme, "For all", Tlp::Green)
        }
        .write(world)
        .await,
    );
    // Another member's delivery counts for nobody else.
    let other = world.brand("Cask").await;
    Shared::by(acme, "Cask's", Tlp::Amber).to(&other).write(world).await;
    leads
}

const NUMBERS: &str = "* New leads: 6\n* Answered in time: 2\n* Answered late: 1\n* Open now: 2\n* Overdue now: 1\n";

both_databases! {
    async fn a_weekly_digest_has_the_numbers_of_the_week_as_a_picture_and_in_words(world: World) {
        let (acme, bolt) = two_members(&world).await;
        let reader = bolt.investigator().await;
        wants(&reader, "WEEKLY").await;
        world.clock.advance(SignedDuration::from_hours(-72));
        a_week(&world, &acme, &bolt).await;
        world.after_days(3);
        let letter = this_week(&reader).await.unwrap();
        assert_eq!(letter.subject, "Your week: 1 overdue, 1 due, 1 new");
        assert!(letter.text.contains("Mon 2 Mar 2026 – Sun 8 Mar 2026"), "{}", letter.text);
        assert!(letter.text.contains(NUMBERS), "{}", letter.text);
        let [picture] = letter.pictures.as_slice() else { panic!("{} pictures", letter.pictures.len()) };
        assert!(picture.png.starts_with(b"\x89PNG") && picture.png.len() < 30_000);
        assert!(letter.html.contains(&format!("src=\"cid:{}\"", picture.id)), "{}", letter.html);
        assert!(letter.html.contains("alt=\"New leads: 6. Answered in time: 2. Answered late: 1. Open now: 2. Overdue now: 1.\""), "{}", letter.html);
        assert!(!letter.html.contains("http://www.w3.org/2000/svg") && !letter.html.contains("<script"));
    }

    /// A number tells of what somebody may see, and of nothing else.
    async fn i24_the_numbers_of_a_week_are_its_reader_s(world: World) {
        let (acme, bolt) = two_members(&world).await;
        let reader = bolt.investigator().await;
        let scoped = bolt.person_for(&[Role::Mi], &[world.id()]).await;
        let money = bolt.person(&[Role::Mf]).await;
        for person in [&reader, &scoped, &money] {
            wants(person, "WEEKLY").await;
        }
        world.clock.advance(SignedDuration::from_hours(-72));
        let leads = a_week(&world, &acme, &bolt).await;
        world.after_days(3);
        assert_eq!(digests::plan(&world.app).await.unwrap(), 3);
        assert!(this_week(&reader).await.unwrap().text.contains(NUMBERS));
        let text = this_week(&scoped).await.unwrap().text;
        assert!(text.contains("* New leads: 1\n* Answered in time: 0\n* Answered late: 0\n* Open now: 0\n"), "another brand's: {text}");
        assert!(this_week(&money).await.is_none(), "who sees no leads has no numbers of them");
        // Planned before, and not told of after.
        for lead in &leads {
            hide(&world, *lead).await;
        }
        assert!(this_week(&reader).await.is_none());
        send(&world).await;
        assert_eq!(files(&world), [""; 0]);
    }

    async fn i24_who_lost_access_to_one_lead_is_not_told_of_it_in_the_week(world: World) {
        let (acme, bolt) = two_members(&world).await;
        let reader = bolt.investigator().await;
        wants(&reader, "WEEKLY").await;
        let lead = |title| Shared { community: true, ..Shared::by(&acme, title, Tlp::Green) }.write(&world);
        let (kept, lost) = (lead("Kept").await, lead("Lost").await);
        assert_eq!(digests::plan(&world.app).await.unwrap(), 1);
        hide(&world, lost).await;
        assert_eq!(send(&world).await, 1);
        let [mail] = files(&world).try_into().unwrap();
        assert!(mail.contains(&reference(kept)) && !mail.contains(&reference(lost)) && !mail.contains("Lost"), "{mail}");
    }

    async fn a_weekly_digest_comes_on_its_day_and_carries_its_picture(world: World) {
        let (acme, bolt) = two_members(&world).await;
        let reader = bolt.investigator().await;
        wants(&reader, "WEEKLY").await;
        change(&reader, entity::person::ActiveModel { digest_weekday: Set(3), digest_since: Set(micros(world.now())), ..Default::default() }).await;
        let lead = Shared { community: true, ..Shared::by(&acme, "For all", Tlp::Green) }.write(&world).await;
        let mut planned = Vec::new();
        for _ in 0..14 {
            planned.push(digests::plan(&world.app).await.unwrap());
            send(&world).await;
            world.after_days(1);
        }
        assert_eq!(planned, [0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
        assert_eq!(states(&world).await, ["EMPTY", "SENT"]);
        let mails = files(&world);
        let told: Vec<_> = mails.iter().filter(|mail| mail.contains(&reference(lead))).collect();
        assert_eq!(told.len(), 1, "once");
        for part in ["multipart/related", "Content-Type: image/png", "Content-Disposition: inline", "Content-ID: <week.weekly_digest.", "List-Unsubscribe-Post: List-Unsubscribe=One-Click"] {
            assert!(told[0].contains(part), "{part} in {}", told[0]);
        }
    }

    /// Day, week, at once and back: each lead is told of as new once, whenever the change comes.
    async fn who_changes_how_often_misses_nothing_and_hears_nothing_twice(world: World) {
        let (acme, bolt) = two_members(&world).await;
        let reader = bolt.investigator().await;
        // The first digest looks back a week only, every other one to the one before it.
        wants(&reader, "DAILY").await;
        while digests::plan(&world.app).await.unwrap() == 0 {
            world.after_hours(5);
        }
        send(&world).await;
        let mut leads = Vec::new();
        let frequencies = ["DAILY", "WEEKLY", "IMMEDIATE", "WEEKLY", "DAILY", "IMMEDIATE", "OFF", "WEEKLY", "DAILY"];
        for (turn, frequency) in frequencies.iter().cycle().take(22).enumerate() {
            let share = |title: String| {
                let world = world.clone();
                let acme = &acme;
                async move { Shared { community: true, ..Shared::by(acme, &title, Tlp::Green) }.write(&world).await }
            };
            leads.push(share(format!("Lead {turn}")).await);
            // Planned under one wish, changed before it is sent.
            digests::plan(&world.app).await.unwrap();
            wants(&reader, frequency).await;
            leads.push(share(format!("Meanwhile {turn}")).await);
            send(&world).await;
            world.after_hours(if turn % 2 == 0 { 9 } else { 20 });
        }
        wants(&reader, "DAILY").await;
        world.after_days(1);
        while digests::plan(&world.app).await.unwrap() == 0 {
            world.after_hours(5);
        }
        send(&world).await;
        let mails = files(&world);
        for lead in leads {
            let told = mails.iter().filter(|mail| mail.contains(&format!("leads/{}", reference(lead)))).count();
            assert_eq!(told, 1, "{} was told {told} times", reference(lead));
        }
    }

    async fn a_weekly_digest_speaks_both_languages(world: World) {
        let (acme, bolt) = two_members(&world).await;
        let reader = bolt.investigator().await;
        wants(&reader, "WEEKLY").await;
        change(&reader, entity::person::ActiveModel { name: Set("Lin Yue".to_owned()), ..Default::default() }).await;
        world.clock.advance(SignedDuration::from_hours(-72));
        let leads = a_week(&world, &acme, &bolt).await;
        world.after_days(3);
        let text = |text: &str| {
            let text = leads.iter().fold(stable(text), |text, lead| text.replace(&reference(*lead), "LD-26-…"));
            text.replace("\r\n", "\n")
        };
        let english = this_week(&reader).await.unwrap();
        insta::assert_snapshot!("weekly_en", text(&english.text));
        change(&reader, entity::person::ActiveModel { language: Set("ZH_HANS".to_owned()), ..Default::default() }).await;
        let chinese = this_week(&reader).await.unwrap();
        assert_eq!(chinese.subject, "每周摘要：1 条逾期，1 条待确认，1 条新线索");
        insta::assert_snapshot!("weekly_zh", text(&chinese.text));
        assert_ne!(english.pictures[0].png, chinese.pictures[0].png);
    }

    async fn one_click_ends_a_weekly_digest(world: World) {
        let (acme, bolt) = two_members(&world).await;
        let reader = bolt.investigator().await;
        wants(&reader, "WEEKLY").await;
        Shared { community: true, ..Shared::by(&acme, "For all", Tlp::Green) }.write(&world).await;
        let link = this_week(&reader).await.unwrap().unsubscribe.unwrap();
        digests::plan(&world.app).await.unwrap();
        digests::unsubscribe(&world.app, &link.query_pairs().next().unwrap().1).await.unwrap();
        send(&world).await;
        assert_eq!(states(&world).await, ["LAPSED"]);
        world.after_days(7);
        assert_eq!(digests::plan(&world.app).await.unwrap(), 0);
    }

    /// What lies beyond what one mail looks at once is counted too.
    async fn no_lead_is_left_out_without_a_word(world: World) {
        let (acme, bolt) = two_members(&world).await;
        let reader = bolt.investigator().await;
        wants(&reader, "WEEKLY").await;
        let lead = Shared { community: true, ..Shared::by(&acme, "Many", Tlp::Green) }.write(&world).await;
        copies(&world, lead, 1_100).await;
        let letter = this_week(&reader).await.unwrap();
        assert_eq!(letter.subject, "Your week: 1101 new");
        assert!(letter.text.contains("And 1051 more in your inbox."), "{}", letter.text);
        let next = mail_of(&reader, MailKind::WeeklyDigest, TODAY + 7 * DAY).await.unwrap().text;
        assert!(next.contains("* New leads: 1101") && !next.contains("NEW LEADS"), "all of them were told of: {next}");
    }
}

/// So many more leads like one.
async fn copies(world: &World, lead: Uuid, count: usize) {
    use entity::{audience, lead as leads, timeline_entry};
    use sea_orm::{ActiveModelTrait as _, IntoActiveModel as _};
    let db = world.app.db.write();
    let row = leads::Entity::find_by_id(lead).one(db).await.unwrap().unwrap();
    let entries = timeline_entry::Entity::find().filter(timeline_entry::Column::LeadId.eq(lead));
    let entry = entries.one(db).await.unwrap().unwrap();
    let seen = audience::Entity::find()
        .filter(audience::Column::ObjectId.eq(lead))
        .all(db)
        .await
        .unwrap();
    let ids: Vec<Uuid> = (0..count).map(|_| world.id()).collect();
    for ids in ids.chunks(200) {
        let rows = ids.iter().map(|id| {
            leads::Model {
                id: *id,
                reference: reference(*id),
                ..row.clone()
            }
            .into_active_model()
            .reset_all()
        });
        leads::Entity::insert_many(rows)
            .exec_without_returning(db)
            .await
            .unwrap();
        let rows = ids.iter().map(|id| {
            timeline_entry::Model {
                id: world.id(),
                lead_id: *id,
                ..entry.clone()
            }
            .into_active_model()
            .reset_all()
        });
        timeline_entry::Entity::insert_many(rows)
            .exec_without_returning(db)
            .await
            .unwrap();
        let rows = ids.iter().flat_map(|id| {
            seen.iter().map(|row| {
                audience::Model {
                    object_id: *id,
                    root_id: *id,
                    ..row.clone()
                }
                .into_active_model()
                .reset_all()
            })
        });
        audience::Entity::insert_many(rows)
            .exec_without_returning(db)
            .await
            .unwrap();
    }
}
