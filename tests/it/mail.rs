//! Mails: handed over once, to a real server, whatever breaks in between.

mod bounces;
mod killed;
mod queue;
mod signatures;
pub mod smtp;

use std::sync::Arc;

use jiff::SignedDuration;
use sea_orm::{ActiveValue::Set, EntityTrait as _};
use sha2::{Digest as _, Sha256};
use tokio::sync::Notify;
use touchstone::{
    mail::{self, MailKind, NewMail},
    platform::{
        clock::{NEVER, micros},
        db::Recorded,
        email::Mailer,
    },
    worker,
};

use crate::{
    both_databases,
    support::{Person, World},
};
use smtp::Smtp;

/// Somebody who is invited: the simplest mail there is.
async fn invited(world: &World) -> Person {
    let person = world.brand("Acme").await.investigator().await;
    person.put_into("INVITED").await;
    let (id, now) = (world.id(), micros(world.now()));
    let row = entity::invitation::ActiveModel {
        id: Set(id),
        person_id: Set(person.id),
        token_hash: Set(None),
        created_at: Set(now),
        expires_at: Set(NEVER),
        accepted_at: Set(None),
        superseded_at: Set(None),
    };
    let row = entity::invitation::Entity::insert(row);
    row.exec_without_returning(world.app.db.write()).await.unwrap();
    let tx = world.begin().await;
    let mail = NewMail {
        person: person.id,
        kind: MailKind::Invitation,
        window_start: now,
        subject: Some(id),
    };
    assert!(mail::enqueue(&tx, world.app.ids.as_ref(), mail).await.unwrap());
    assert!(
        !mail::enqueue(&tx, world.app.ids.as_ref(), mail).await.unwrap(),
        "one for each occasion"
    );
    let act = touchstone::audit::Act::on(
        touchstone::audit::Category::Admin,
        "inviteUser",
        touchstone::platform::ids::IdKind::Person,
        person.id,
    );
    let actor = touchstone::audit::Actor::System;
    let proof: Recorded = touchstone::audit::record(&tx, world.app.ids.as_ref(), actor, act)
        .await
        .unwrap();
    tx.commit(proof).await.unwrap();
    person
}

async fn send(world: &World, mailer: &Mailer) -> usize {
    mail::send_due(&world.app, mailer, worker::render).await.unwrap()
}

/// The only mail: its state, how often it was tried, and what went wrong.
async fn outcome(world: &World) -> (String, i32, Option<String>) {
    let row = entity::mail::Entity::find()
        .one(world.app.db.read())
        .await
        .unwrap()
        .unwrap();
    (row.state, row.attempts, row.error)
}

fn is(state: &str, attempts: i32, error: Option<&str>) -> (String, i32, Option<String>) {
    (state.to_owned(), attempts, error.map(str::to_owned))
}

static CLAIMED: Notify = Notify::const_new();

both_databases! {
    async fn a_mail_is_handed_over_by_starttls_to_a_server_that_asks_for_a_password(world: World) {
        let person = invited(&world).await;
        let mut server = Smtp::start("accept", &world.folder);
        let mailer = server.mailer(|url| url);
        assert_eq!(send(&world, &mailer).await, 1);
        assert_eq!(outcome(&world).await, is("SENT", 1, None));
        let received = server.received();
        assert!(received.secure);
        assert_eq!((received.from.as_str(), received.to), ("no-reply@touchstone.invalid", vec![person.email]));
        let mail = entity::mail::Entity::find().one(world.app.db.read()).await.unwrap().unwrap();
        let id = format!("Message-ID: <{}>", mail.message_id.unwrap());
        assert!(received.raw.contains(&id), "{id} in {}", received.raw);
        assert_eq!(send(&world, &mailer).await, 0);
        assert_eq!(server.rest(), 0);
    }

    async fn several_mails_go_over_one_connection(world: World) {
        for _ in 0..3 {
            invited(&world).await;
        }
        let mut server = Smtp::start("accept", &world.folder);
        assert_eq!(send(&world, &server.mailer(|url| url)).await, 3);
        for _ in 0..3 {
            server.received();
        }
        assert_eq!(server.rest(), 0);
    }

    async fn a_mail_that_was_not_taken_is_tried_again_later(world: World) {
        invited(&world).await;
        let server = Smtp::start("temporary-failure", &world.folder);
        let mailer = server.mailer(|url| url);
        assert_eq!(send(&world, &mailer).await, 1);
        assert_eq!(outcome(&world).await, is("QUEUED", 1, Some("MESSAGE_POSTPONED")));
        assert_eq!(send(&world, &mailer).await, 0, "not at once");
        world.clock.advance(SignedDuration::from_mins(1));
        let mut better = Smtp::start("accept", &world.folder);
        assert_eq!(send(&world, &better.mailer(|url| url)).await, 1);
        assert_eq!(outcome(&world).await, is("SENT", 2, None));
        better.received();
        assert_eq!(better.rest(), 0);
    }

    async fn a_mail_is_not_tried_for_ever(world: World) {
        invited(&world).await;
        let server = Smtp::start("temporary-failure", &world.folder);
        let mailer = server.mailer(|url| url);
        for _ in 0..8 {
            assert_eq!(send(&world, &mailer).await, 1);
            world.after_hours(3);
        }
        assert_eq!(outcome(&world).await, is("FAILED", 8, Some("MESSAGE_POSTPONED")));
        assert_eq!(send(&world, &mailer).await, 0);
    }

    async fn what_is_refused_for_good_is_not_tried_again(world: World) {
        invited(&world).await;
        let server = Smtp::start("permanent-failure", &world.folder);
        assert_eq!(send(&world, &server.mailer(|url| url)).await, 1);
        assert_eq!(outcome(&world).await, is("FAILED", 1, Some("MESSAGE_REFUSED")));
    }

    /// Nobody knows whether it arrived, so nobody sends it again.
    async fn a_mail_whose_connection_broke_after_its_text_is_never_sent_again(world: World) {
        invited(&world).await;
        let mut server = Smtp::start("drop-after-data", &world.folder);
        assert_eq!(send(&world, &server.mailer(|url| url)).await, 1);
        server.received();
        assert_eq!(outcome(&world).await, is("UNKNOWN", 1, Some("CONNECTION_BROKE")));
        let accepting = Smtp::start("accept", &world.folder);
        let mailer = accepting.mailer(|url| url);
        for _ in 0..3 {
            world.after_days(1);
            assert_eq!(send(&world, &mailer).await, 0);
        }
        assert_eq!(accepting.rest(), 0);
        assert_eq!(mail::standing(&world.app).await.unwrap().unknown, 1);
    }

    async fn without_a_connection_that_can_be_trusted_nothing_is_sent(world: World) {
        invited(&world).await;
        let server = Smtp::start("refuse-auth", &world.folder);
        assert_eq!(send(&world, &server.mailer(|url| url)).await, 1);
        assert_eq!(outcome(&world).await, is("QUEUED", 1, Some("SIGN_IN_REFUSED")));
        world.after_hours(3);
        let stranger = server.mailer(|url| url.split('?').next().unwrap().to_owned());
        assert_eq!(send(&world, &stranger).await, 1);
        assert_eq!(outcome(&world).await, is("QUEUED", 2, Some("TLS_FAILED")));
        world.after_hours(3);
        let closed = Smtp::start("accept", &world.folder);
        let nobody = closed.mailer(|url| url);
        assert_eq!(closed.rest(), 0);
        assert_eq!(send(&world, &nobody).await, 1);
        assert_eq!(outcome(&world).await, is("QUEUED", 3, Some("CONNECTION_FAILED")));
    }

    /// The claim is committed before anything is sent, so what dies in between leaves a trace and no second mail.
    async fn a_mail_whose_sender_died_is_never_sent_again(world: World) {
        fn stall(_: Arc<touchstone::app::App>, _: mail::Claimed) -> futures_util::future::BoxFuture<'static, touchstone::platform::error::Result<mail::Rendered>> {
            Box::pin(async {
                CLAIMED.notify_one();
                std::future::pending().await
            })
        }
        invited(&world).await;
        let mailer = Mailer::new(&world.app.config).unwrap();
        let sender = tokio::spawn({
            let app = Arc::clone(&world.app);
            async move { mail::send_due(&app, &Mailer::new(&app.config).unwrap(), stall).await.map(drop) }
        });
        CLAIMED.notified().await;
        sender.abort();
        assert!(sender.await.unwrap_err().is_cancelled());
        assert_eq!(outcome(&world).await, is("CLAIMED", 1, None));
        assert_eq!(send(&world, &mailer).await, 0, "it might still live");
        world.clock.advance(SignedDuration::from_mins(11));
        for _ in 0..3 {
            assert_eq!(send(&world, &mailer).await, 0);
            world.after_days(1);
        }
        assert_eq!(outcome(&world).await, is("UNKNOWN", 1, Some("SENDER_DIED")));
        assert!(!world.folder.join("mail").exists());
    }

    /// The token stands in the mail and nowhere else.
    async fn an_invitation_carries_a_token_of_which_only_a_hash_is_kept(world: World) {
        invited(&world).await;
        let mailer = Mailer::new(&world.app.config).unwrap();
        assert_eq!(send(&world, &mailer).await, 1);
        let file = std::fs::read_dir(world.folder.join("mail")).unwrap().next().unwrap().unwrap();
        // A line of a text is cut with `=` at its end.
        let text = std::fs::read_to_string(file.path()).unwrap().replace("=\r\n", "");
        let start = "http://127.0.0.1:8080/invitation#";
        let token: String = text.split(start).nth(1).unwrap_or_else(|| panic!("{text}")).chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect();
        assert_eq!(token.len(), 43);
        let kept = entity::invitation::Entity::find().one(world.app.db.read()).await.unwrap().unwrap().token_hash;
        assert_eq!(kept, Some(format!("{:x}", Sha256::digest(&token))));
    }

    async fn an_invitation_that_was_accepted_meanwhile_is_not_sent(world: World) {
        let person = invited(&world).await;
        person.put_into("ACTIVE").await;
        let mailer = Mailer::new(&world.app.config).unwrap();
        assert_eq!(send(&world, &mailer).await, 1);
        assert_eq!(outcome(&world).await, is("EMPTY", 1, None));
    }
}
