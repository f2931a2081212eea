//! Mails about what has just come: soon, several things together, and not at night.

use jiff::SignedDuration;
use sea_orm::{ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use touchstone::{digests, permissions::audience::Tlp};

use super::{
    change, files,
    leads::{Shared, hide, reference},
    send, stable, states, two_members, wants,
};
use crate::{
    both_databases,
    support::{Organization, Person, World},
};

/// Somebody who wants to hear at once, after the digest of the day.
async fn eager(world: &World, bolt: &Organization) -> Person {
    let reader = bolt.investigator().await;
    wants(&reader, "IMMEDIATE").await;
    assert_eq!(digests::plan(&world.app).await.unwrap(), 1, "the day's digest");
    send(world).await;
    assert_eq!(states(world).await, ["EMPTY"]);
    reader
}

/// A minute passes, and a planner and a sender have their turn: how many mails were queued.
async fn minute(world: &World) -> usize {
    world.clock.advance(SignedDuration::from_mins(1));
    let planned = digests::plan(&world.app).await.unwrap();
    send(world).await;
    planned
}

async fn minutes(world: &World, count: usize) -> usize {
    let mut planned = 0;
    for _ in 0..count {
        planned += minute(world).await;
    }
    planned
}

both_databases! {
    async fn what_has_just_come_is_told_within_a_minute_and_several_things_together(world: World) {
        let (acme, bolt) = two_members(&world).await;
        eager(&world, &bolt).await;
        let share = |title| Shared { community: true, ..Shared::by(&acme, title, Tlp::Green) }.write(&world);
        let first = share("First").await;
        assert_eq!(minute(&world).await, 1);
        let [mail] = files(&world).try_into().unwrap();
        assert!(mail.contains("Just in: 1 new") && mail.contains(&reference(first)), "{mail}");
        let second = share("Second").await;
        let delivered = Shared::by(&acme, "Delivered", Tlp::Amber).to(&bolt).write(&world).await;
        assert_eq!(minutes(&world, 14).await, 0, "not so soon");
        assert_eq!(minute(&world).await, 1);
        let mails = files(&world);
        let next = mails.iter().find(|mail| mail.contains(&reference(second))).unwrap();
        assert!(next.contains("Just in: 1 due, 1 new") && next.contains(&reference(delivered)), "{next}");
        assert!(!next.contains(&reference(first)), "{next}");
        assert_eq!(minutes(&world, 60).await, 0, "nothing is told twice");
        assert_eq!(mails.len(), 2);
    }

    /// A delivery is told of when it comes; that it waits is said by the day's digest.
    async fn a_delivery_that_is_pushed_again_is_news_again(world: World) {
        let (acme, bolt) = two_members(&world).await;
        eager(&world, &bolt).await;
        let lead = Shared::by(&acme, "Delivered", Tlp::Amber).to(&bolt).write(&world).await;
        assert_eq!(minute(&world).await, 1);
        assert_eq!(minutes(&world, 40).await, 0);
        let again = entity::delivery::ActiveModel {
            round: Set(2),
            pushed_at: Set(touchstone::platform::clock::micros(world.now())),
            ..Default::default()
        };
        let again = entity::delivery::Entity::update_many().set(again).filter(entity::delivery::Column::LeadId.eq(lead));
        again.exec(world.app.db.write()).await.unwrap();
        assert_eq!(minute(&world).await, 1);
        world.after_days(1);
        assert_eq!(minute(&world).await, 1, "the day's digest");
        let mails = files(&world);
        assert_eq!(mails.len(), 3);
        assert_eq!(mails.iter().filter(|mail| mail.contains("Leads: 1 due")).count(), 1);
    }

    async fn what_is_red_is_only_counted_at_once_too(world: World) {
        let (acme, bolt) = two_members(&world).await;
        let reader = eager(&world, &bolt).await;
        let red = Shared { named: &[&reader], ..Shared::by(&acme, "Red title", Tlp::Red).to(&bolt) };
        let red = red.write(&world).await;
        assert_eq!(minute(&world).await, 1);
        let [mail] = files(&world).try_into().unwrap();
        assert!(mail.contains("Just in: 1 restricted") && mail.contains("One restricted item."), "{mail}");
        assert!(!mail.contains("Red title") && !mail.contains(&reference(red)), "{mail}");
    }

    async fn quiet_hours_hold_everything_until_they_end(world: World) {
        let (acme, bolt) = two_members(&world).await;
        let reader = eager(&world, &bolt).await;
        change(&reader, entity::person::ActiveModel { quiet_from: Set(Some(22)), quiet_to: Set(Some(7)), ..Default::default() }).await;
        // From nine in the morning to five past ten in the evening.
        world.after_hours(13);
        let share = |title| Shared { community: true, ..Shared::by(&acme, title, Tlp::Green) }.write(&world);
        let evening = share("Evening").await;
        let mut night = Vec::new();
        for _ in 0..8 {
            world.after_hours(1);
            night.push(share("Night").await);
            assert_eq!(minute(&world).await, 0);
        }
        world.clock.advance(SignedDuration::from_mins(50));
        assert_eq!(minutes(&world, 1).await, 0, "6:59");
        assert_eq!(minute(&world).await, 1, "7:00");
        let [mail] = files(&world).try_into().unwrap();
        assert!(mail.contains("Just in: 9 new") && mail.contains(&reference(evening)), "{mail}");
    }

    /// A mail that waits for its server when the quiet hours begin does not go out in them.
    async fn what_was_planned_before_quiet_hours_does_not_go_out_in_them(world: World) {
        let (acme, bolt) = two_members(&world).await;
        let reader = eager(&world, &bolt).await;
        change(&reader, entity::person::ActiveModel { quiet_from: Set(Some(22)), quiet_to: Set(Some(7)), ..Default::default() }).await;
        let lead = Shared { community: true, ..Shared::by(&acme, "For all", Tlp::Green) }.write(&world).await;
        world.clock.advance(SignedDuration::from_mins(12 * 60 + 59));
        assert_eq!(digests::plan(&world.app).await.unwrap(), 1);
        assert_eq!(minute(&world).await, 0);
        assert_eq!(states(&world).await, ["EMPTY", "LAPSED"]);
        world.after_hours(9);
        assert_eq!(minute(&world).await, 1);
        let [mail] = files(&world).try_into().unwrap();
        assert!(mail.contains(&reference(lead)), "{mail}");
    }

    async fn days_off_hold_it_until_the_hour_of_the_digest(world: World) {
        let (acme, bolt) = two_members(&world).await;
        let reader = eager(&world, &bolt).await;
        world.after_days(5);
        let lead = Shared { community: true, ..Shared::by(&acme, "On Saturday", Tlp::Green) }.write(&world).await;
        for _ in 0..46 {
            world.after_hours(1);
            assert_eq!(digests::plan(&world.app).await.unwrap(), 0);
        }
        world.after_hours(1);
        assert_eq!(minute(&world).await, 1, "Monday, eight o'clock");
        let [mail] = files(&world).try_into().unwrap();
        assert!(mail.contains("Leads: 1 new") && mail.contains(&reference(lead)), "the digest says it: {mail}");
        let always = entity::person::ActiveModel { digest_working_days_only: Set(false), ..Default::default() };
        change(&reader, always).await;
        world.after_days(5);
        minute(&world).await;
        Shared { community: true, ..Shared::by(&acme, "On another Saturday", Tlp::Green) }.write(&world).await;
        assert_eq!(minutes(&world, 20).await, 1);
    }

    async fn i24_who_lost_access_after_the_planning_gets_no_mail_at_all(world: World) {
        let (acme, bolt) = two_members(&world).await;
        let reader = eager(&world, &bolt).await;
        let other = world.brand("Cask").await.investigator().await;
        wants(&other, "IMMEDIATE").await;
        assert_eq!(minute(&world).await, 1, "the other one's digest of the day");
        let lead = Shared::by(&acme, "Delivered", Tlp::Amber).to(&bolt).write(&world).await;
        world.clock.advance(SignedDuration::from_mins(1));
        assert_eq!(digests::plan(&world.app).await.unwrap(), 1, "nothing for who never saw it");
        hide(&world, lead).await;
        send(&world).await;
        assert_eq!(files(&world), [""; 0]);
        assert_eq!(states(&world).await, ["EMPTY", "EMPTY", "EMPTY"]);
        Shared::by(&acme, "Delivered", Tlp::Amber).to(&bolt).write(&world).await;
        world.clock.advance(SignedDuration::from_mins(20));
        assert_eq!(digests::plan(&world.app).await.unwrap(), 1);
        reader.put_into("SUSPENDED").await;
        send(&world).await;
        assert_eq!(files(&world), [""; 0]);
    }

    async fn of_a_blind_match_is_told_at_once_that_there_is_one(world: World) {
        let bolt = world.brand("Bolt").await;
        let reader = eager(&world, &bolt).await;
        let lead = Shared::by(&bolt, "Our own", Tlp::Amber).write(&world).await;
        assert_eq!(minute(&world).await, 0);
        let told = entity::notification::ActiveModel {
            id: Set(world.id()),
            person_id: Set(reader.id),
            kind: Set("BLIND_MATCH".to_owned()),
            lead_id: Set(Some(lead)),
            object_kind: Set("lead".to_owned()),
            object_id: Set(lead),
            cause: Set("event:1".to_owned()),
            created_at: Set(touchstone::platform::clock::micros(world.now())),
            read_at: Set(None),
            archived_at: Set(None),
            mail: Set(None),
            told_in: Set(None),
        };
        let told = entity::notification::Entity::insert(told);
        told.exec_without_returning(world.app.db.write()).await.unwrap();
        assert_eq!(minute(&world).await, 1);
        let [mail] = files(&world).try_into().unwrap();
        assert!(mail.contains("Just in: 1 about a match") && !mail.contains(&reference(lead)), "{mail}");
        assert_eq!(minutes(&world, 60).await, 0, "once");
    }

    async fn many_planners_and_senders_tell_it_once(world: World) {
        let (acme, bolt) = two_members(&world).await;
        eager(&world, &bolt).await;
        Shared { community: true, ..Shared::by(&acme, "For all", Tlp::Green) }.write(&world).await;
        world.clock.advance(SignedDuration::from_mins(1));
        let workers = (0..4).map(|_| {
            let world = world.clone();
            tokio::spawn(async move {
                digests::plan(&world.app).await.unwrap();
                send(&world).await
            })
        });
        for worker in workers.collect::<Vec<_>>() {
            worker.await.unwrap();
        }
        send(&world).await;
        assert_eq!(files(&world).len(), 1);
    }

    async fn a_mail_about_what_has_just_come_speaks_both_languages(world: World) {
        let (acme, bolt) = two_members(&world).await;
        let reader = eager(&world, &bolt).await;
        let lead = Shared::by(&acme, "假货 fake", Tlp::Green).to(&bolt).write(&world).await;
        for (language, name) in [("EN", "immediate_en"), ("ZH_HANS", "immediate_zh")] {
            change(&reader, entity::person::ActiveModel { language: Set(language.to_owned()), name: Set("Lin Yue".to_owned()), ..Default::default() }).await;
            let letter = super::mail_of(&reader, touchstone::mail::MailKind::ImmediateDigest, super::TODAY).await.unwrap();
            assert!(letter.pictures.is_empty());
            let text = stable(&letter.text).replace(&reference(lead), "LD-26-…");
            insta::assert_snapshot!(name, format!("{}\n\n{text}", letter.subject));
        }
    }
}
