//! Digests: as much as the TLP allows, once, and never to somebody who may no longer see it.

mod filters;
mod immediate;
pub mod leads;
mod lost;
mod notices;
mod weekly;

use std::sync::Arc;

use sea_orm::{ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use touchstone::{
    digests, mail,
    mail::{Claimed, MailKind, Rendered},
    permissions::{Role, audience::Tlp},
    platform::{clock::micros, email::Letter, email::Mailer, error::ErrorCode},
    worker,
};

use crate::{
    both_databases,
    support::{Organization, Person, World},
};
use leads::{Shared, entry, hide, reference};

/// The window of the day on which every test begins.
const TODAY: i64 = 1_773_014_400_000_000;

/// What the mail of a kind would say right now.
async fn mail_of(person: &Person, kind: MailKind, window_start: i64) -> Option<Letter> {
    let world = &person.world;
    let claimed = Claimed {
        id: world.id(),
        person: person.id,
        kind,
        window_start,
        subject: None,
        attempts: 1,
        claimed_at: micros(world.now()),
        message_id: "digest@example.org".to_owned(),
    };
    match digests::render(Arc::clone(&world.app), claimed).await.unwrap() {
        Rendered::Letter(letter) => Some(*letter),
        Rendered::Nothing | Rendered::TooLate => None,
    }
}

/// What the digest would say right now.
async fn digest_of(person: &Person, window_start: i64) -> Option<Letter> {
    mail_of(person, MailKind::Digest, window_start).await
}

/// What the digest of a day, such as `2026-03-09`, would say right now.
pub async fn mail_on(person: &Person, day: &str) -> Option<Letter> {
    let window: jiff::Timestamp = format!("{day}T00:00:00Z").parse().unwrap();
    digest_of(person, micros(window)).await
}

async fn today(person: &Person) -> Option<Letter> {
    digest_of(person, TODAY).await
}

/// Chooses how often a person is told.
async fn wants(person: &Person, frequency: &str) {
    let row = entity::person::ActiveModel {
        digest: Set(frequency.to_owned()),
        ..Default::default()
    };
    change(person, row).await;
}

async fn change(person: &Person, row: entity::person::ActiveModel) {
    let row = entity::person::ActiveModel {
        id: Set(person.id),
        ..row
    };
    let row = entity::person::Entity::update(row);
    row.exec(person.world.app.db.write()).await.unwrap();
}

pub async fn send(world: &World) -> usize {
    let mailer = Mailer::new(&world.app.config).unwrap();
    mail::send_due(&world.app, &mailer, worker::render).await.unwrap()
}

/// The mails that went out.
fn files(world: &World) -> Vec<String> {
    let Ok(folder) = std::fs::read_dir(world.folder.join("mail")) else {
        return Vec::new();
    };
    let mut files: Vec<_> = folder
        .map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap())
        // A long line is cut with `=` at its end.
        .map(|mail| mail.replace("=\r\n", ""))
        .collect();
    files.sort();
    files
}

/// A mail's text as it is sent, with what differs at every run left out.
fn stable(text: &str) -> String {
    let mut stable = String::new();
    for part in text.split_inclusive("token=") {
        let rest = stable.ends_with("token=").then(|| {
            let end = part.find(|c: char| !c.is_ascii_alphanumeric() && !"-_".contains(c));
            &part[end.unwrap_or(part.len())..]
        });
        stable.push_str(rest.unwrap_or(part));
    }
    stable
}

async fn states(world: &World) -> Vec<String> {
    let mut states: Vec<_> = entity::mail::Entity::find()
        .all(world.app.db.read())
        .await
        .unwrap()
        .into_iter()
        .map(|row| row.state)
        .collect();
    states.sort();
    states
}

async fn two_members(world: &World) -> (Organization, Organization) {
    (world.brand("Acme").await, world.brand("Bolt").await)
}

both_databases! {
    /// A mail is read where nobody is signed in, so what it says follows the TLP.
    async fn a_digest_says_as_much_as_the_tlp_allows(world: World) {
        let (acme, bolt) = two_members(&world).await;
        let reader = bolt.investigator().await;
        let mut ids = Vec::new();
        for (title, tlp) in [("Clear title", Tlp::Clear), ("Green title", Tlp::Green), ("Amber title", Tlp::Amber), ("Strict title", Tlp::AmberStrict)] {
            ids.push(Shared::by(&acme, title, tlp).to(&bolt).write(&world).await);
        }
        let red = Shared { named: &[&reader], ..Shared::by(&acme, "Red title", Tlp::Red).to(&bolt) };
        let red = red.write(&world).await;
        let letter = today(&reader).await.unwrap();
        assert_eq!(letter.subject, "Leads: 4 due, 1 restricted");
        for text in [&letter.html, &letter.text] {
            for id in &ids {
                assert!(text.contains(&reference(*id)), "{text}");
            }
            assert!(text.contains("Clear title") && text.contains("About Green title"), "{text}");
            for secret in ["Amber title", "Strict title", "Red title", &reference(red), "About Amber", "About Red", &red.to_string()] {
                assert!(!text.contains(secret), "{secret} in {text}");
            }
            assert!(text.contains("Bolt") && text.contains("due "), "{text}");
            assert!(text.contains("One restricted item. Sign in to see it."), "{text}");
        }
    }

    async fn a_digest_is_ordered_by_urgency(world: World) {
        let (acme, bolt) = two_members(&world).await;
        let reader = bolt.investigator().await;
        let due = |title, due_in| Shared { due_in, ..Shared::by(&acme, title, Tlp::Green).to(&bolt) };
        due("In three days", 72).write(&world).await;
        due("In one day", 24).write(&world).await;
        due("Yesterday", -24).write(&world).await;
        Shared { community: true, ..Shared::by(&acme, "For all", Tlp::Green) }.write(&world).await;
        let text = today(&reader).await.unwrap().text;
        let places: Vec<_> = ["OVERDUE", "Yesterday", "DUE SOONEST", "In one day", "In three days", "NEW LEADS", "For all"]
            .map(|title| text.find(title).unwrap_or_else(|| panic!("{title} in {text}")))
            .into();
        assert!(places.is_sorted(), "{text}");
    }

    async fn what_is_settled_or_waits_for_others_is_not_in_a_digest(world: World) {
        let (acme, bolt) = two_members(&world).await;
        let reader = bolt.investigator().await;
        for state in ["ANSWERED", "EXPIRED", "CLOSED", "NEEDS_INFO"] {
            Shared { state, ..Shared::by(&acme, "Settled", Tlp::Green).to(&bolt) }.write(&world).await;
        }
        assert!(today(&reader).await.is_none());
        assert!(today(&acme.investigator().await).await.is_none(), "the owner has nothing to answer");
    }

    async fn a_long_digest_is_cut_and_says_so(world: World) {
        let (acme, bolt) = two_members(&world).await;
        let reader = bolt.investigator().await;
        for number in 0..55 {
            Shared::by(&acme, &format!("Lead {number}"), Tlp::Green).to(&bolt).write(&world).await;
        }
        let letter = today(&reader).await.unwrap();
        assert!(letter.text.contains("And 5 more in your inbox."), "{}", letter.text);
        assert_eq!(letter.subject, "Leads: 55 due");
    }

    async fn a_lead_is_told_of_as_new_once(world: World) {
        let (acme, bolt) = two_members(&world).await;
        let reader = bolt.investigator().await;
        let lead = Shared { community: true, ..Shared::by(&acme, "For all", Tlp::Green) }.write(&world).await;
        assert!(today(&reader).await.is_some());
        assert!(today(&reader).await.is_some(), "the same day's digest says the same when it is tried again");
        world.after_days(1);
        // Shared once more, with somebody else: nothing that this reader may learn of.
        entry(&world, lead, "SHARED").await;
        assert!(digest_of(&reader, TODAY + 86_400_000_000).await.is_none());
    }

    /// What a mail that failed would have told is told by the next one, once.
    async fn a_lead_is_new_until_a_digest_arrives(world: World) {
        let (acme, bolt) = two_members(&world).await;
        let reader = bolt.investigator().await;
        let lead = Shared { community: true, ..Shared::by(&acme, "For all", Tlp::Green) }.write(&world).await;
        for (day, state) in ["FAILED", "LAPSED", "QUEUED", "EMPTY", "SENT"].into_iter().enumerate() {
            assert_eq!(digests::plan(&world.app).await.unwrap(), 1);
            let window = TODAY + 86_400_000_000 * i64::try_from(day).unwrap();
            let letter = digest_of(&reader, window).await;
            assert!(letter.unwrap().text.contains(&reference(lead)), "before {state}");
            let settled = entity::mail::Entity::update_many()
                .set(entity::mail::ActiveModel { state: Set(state.to_owned()), ..Default::default() })
                .filter(entity::mail::Column::WindowStart.eq(window));
            settled.exec(world.app.db.write()).await.unwrap();
            world.after_days(1);
        }
        assert!(digest_of(&reader, TODAY + 5 * 86_400_000_000).await.is_none());
    }

    /// After a standstill the day's digest goes out and says what those before would have said.
    async fn digests_do_not_pile_up(world: World) {
        let (acme, bolt) = two_members(&world).await;
        bolt.investigator().await;
        let lead = Shared { community: true, ..Shared::by(&acme, "For all", Tlp::Green) }.write(&world).await;
        for _ in 0..3 {
            assert_eq!(digests::plan(&world.app).await.unwrap(), 1);
            world.after_days(1);
        }
        assert_eq!(digests::plan(&world.app).await.unwrap(), 1);
        assert_eq!(send(&world).await, 4);
        assert_eq!(states(&world).await, ["LAPSED", "LAPSED", "LAPSED", "SENT"]);
        let [mail] = files(&world).try_into().unwrap();
        assert!(mail.contains(&reference(lead)), "{mail}");
    }

    /// A lead that was being shared while a digest was rendered carries an earlier moment than that digest.
    async fn a_lead_that_was_shared_meanwhile_is_in_the_next_digest(world: World) {
        let (acme, bolt) = two_members(&world).await;
        bolt.investigator().await;
        let share = |title| Shared { community: true, ..Shared::by(&acme, title, Tlp::Green) }.write(&world);
        let told = share("Before").await;
        digests::plan(&world.app).await.unwrap();
        send(&world).await;
        world.clock.advance(jiff::SignedDuration::from_mins(-2));
        let meanwhile = share("Meanwhile").await;
        world.after_days(1);
        assert_eq!(digests::plan(&world.app).await.unwrap(), 1);
        send(&world).await;
        let mails = files(&world);
        assert_eq!(mails.len(), 2);
        let next: Vec<_> = mails.iter().filter(|mail| mail.contains(&reference(meanwhile))).collect();
        assert_eq!(next.len(), 1);
        assert!(!next[0].contains(&reference(told)), "{}", next[0]);
    }

    async fn the_desk_hears_of_leads_that_wait_for_triage(world: World) {
        let acme = world.brand("Acme").await;
        let desk = world.secretariat().await.desk().await;
        Shared::by(&acme, "Amber title", Tlp::Amber).write(&world).await;
        let letter = today(&desk).await.unwrap();
        assert!(letter.text.contains("NEW LEADS") && !letter.text.contains("Amber title"), "{}", letter.text);
    }

    async fn i24_a_digest_asks_for_access_when_it_is_rendered(world: World) {
        let (acme, bolt) = two_members(&world).await;
        let (reader, brand) = (bolt.investigator().await, bolt.brands[0]);
        let scoped = bolt.person_for(&[Role::Mi], &[world.id()]).await;
        let lead = Shared::by(&acme, "Green title", Tlp::Green).to(&bolt).write(&world).await;
        digests::plan(&world.app).await.unwrap();
        assert!(today(&reader).await.is_some());
        assert!(today(&scoped).await.is_none(), "another brand's investigator");
        assert!(today(&bolt.person_for(&[Role::Mi], &[brand]).await).await.is_some());

        reader.put_into("SUSPENDED").await;
        assert!(today(&reader).await.is_none(), "suspended");
        reader.put_into("ACTIVE").await;
        bolt.put_into("SUSPENDED").await;
        assert!(today(&reader).await.is_none(), "the organisation is suspended");
        bolt.put_into("ACTIVE").await;
        assert!(today(&reader).await.is_some());
        hide(&world, lead).await;
        assert!(today(&reader).await.is_none(), "the grant was withdrawn");
        assert!(send(&world).await > 0);
        assert_eq!(files(&world), [""; 0], "queued before, and not sent after");
    }

    async fn a_digest_speaks_the_language_and_the_time_of_its_reader(world: World) {
        let (acme, bolt) = two_members(&world).await;
        let reader = bolt.investigator().await;
        Shared { due_in: 15, ..Shared::by(&acme, "假货 <b>&", Tlp::Green).to(&bolt) }.write(&world).await;
        change(&reader, entity::person::ActiveModel { language: Set("ZH_HANS".to_owned()), ..Default::default() }).await;
        let letter = today(&reader).await.unwrap();
        assert_eq!(letter.subject, "线索摘要：1 条待确认");
        assert!(letter.text.contains("2026年3月9日（周一）到期"), "the day that ends then: {}", letter.text);
        assert!(letter.text.contains("假货 <b>&") && letter.html.contains("假货 &lt;b&gt;&amp;"));
        assert!(letter.html.contains("lang=\"zh-Hans\""), "{}", letter.html);
        let london = entity::person::ActiveModel { language: Set("EN".to_owned()), time_zone: Set("Europe/London".to_owned()), ..Default::default() };
        change(&reader, london).await;
        assert!(today(&reader).await.unwrap().text.contains("due Mon 9 Mar 2026 16:00"));
    }

    async fn a_digest_goes_out_once_however_many_workers_there_are(world: World) {
        let (acme, bolt) = two_members(&world).await;
        for _ in 0..6 {
            bolt.investigator().await;
        }
        Shared::by(&acme, "Green title", Tlp::Green).to(&bolt).write(&world).await;
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
        assert_eq!(files(&world).len(), 6);
        assert_eq!(states(&world).await, ["SENT"; 6]);
        world.after_hours(3);
        assert_eq!(digests::plan(&world.app).await.unwrap(), 0, "nothing more on that day");
        world.after_days(1);
        assert_eq!(digests::plan(&world.app).await.unwrap(), 6);
    }

    async fn an_empty_digest_is_not_sent(world: World) {
        world.brand("Bolt").await.investigator().await;
        assert_eq!(digests::plan(&world.app).await.unwrap(), 1);
        assert_eq!(send(&world).await, 1);
        assert_eq!(states(&world).await, ["EMPTY"]);
        assert_eq!(files(&world), [""; 0]);
    }

    async fn one_click_ends_the_digest_and_nothing_else(world: World) {
        let (acme, bolt) = two_members(&world).await;
        let reader = bolt.investigator().await;
        let other = bolt.investigator().await;
        Shared::by(&acme, "Green title", Tlp::Green).to(&bolt).write(&world).await;
        let link = today(&reader).await.unwrap().unsubscribe.unwrap();
        assert_eq!(link.path(), "/unsubscribe");
        let token = link.query_pairs().next().unwrap().1.into_owned();
        for wrong in ["", "x", &token[1..], &token.replace(&token[30..34], "AAAA"), &format!("{token}AA")] {
            let refused = world.nothing_changes(digests::unsubscribe(&world.app, wrong)).await;
            assert_eq!(refused.unwrap_err().code, ErrorCode::TokenInvalid, "{wrong}");
        }
        digests::unsubscribe(&world.app, &token).await.unwrap();
        let told = |person: &Person| {
            let (app, id) = (Arc::clone(&world.app), person.id);
            async move { entity::person::Entity::find_by_id(id).one(app.db.read()).await.unwrap().unwrap().digest }
        };
        assert_eq!((told(&reader).await, told(&other).await), ("OFF".to_owned(), "DAILY".to_owned()));
        let acts = entity::audit_entry::Entity::find()
            .filter(entity::audit_entry::Column::ObjectId.eq(reader.id));
        assert_eq!(acts.all(world.app.db.read()).await.unwrap().len(), 1);
        world.nothing_changes(digests::unsubscribe(&world.app, &token)).await.unwrap();
        assert!(today(&reader).await.is_none(), "not even one that was queued before");
        assert_eq!(digests::plan(&world.app).await.unwrap(), 1);
    }
}
