//! What comes back of mails: a bounce or a complaint suspends the mails to a person, and nobody can make one up.

use std::sync::Arc;

use sea_orm::{ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use serde_json::json;
use touchstone::{
    app::App,
    digests,
    mail::{self, MailKind, NewMail, Reported},
    permissions::Role,
    platform::{clock::micros, db::Tx, ids::IdKind},
    worker,
};

use super::smtp::Smtp;
use crate::{
    both_databases,
    support::{Asks as _, Person, Response, World},
};

const BASE: &str = "bounces@alliance.example";
const RESUME: &str = "mutation($input: ResumeMailInput!) { resumeMail(input: $input) { \
    person { id mailSuspendedAt mailSuspendedWhy } userErrors { code } } }";
const SUSPENDED: &str = "{ people(filter: { mailSuspended: true }) { totalCount nodes { id mailSuspendedWhy } } }";
const STANDING: &str = "{ operations { mail { suspended bounces complaints } } }";
const TOLD: &str = "{ notifications { nodes { kind person { id mailSuspendedAt mailSuspendedWhy } } } }";

/// The service with an address for what comes back.
fn service(world: &World) -> Arc<App> {
    world.with_settings(&[("bounce_address", BASE)])
}

/// Queues a mail to a person.
async fn queue(world: &World, person: &Person, kind: MailKind) {
    let tx = Tx::begin(&world.app.db, world.now()).await.unwrap();
    let mail = NewMail {
        person: person.id,
        kind,
        window_start: micros(world.now()),
        subject: None,
    };
    assert!(mail::enqueue(&tx, world.app.ids.as_ref(), mail).await.unwrap());
    let act = touchstone::audit::Act::on(
        touchstone::audit::Category::Admin,
        "updateUser",
        IdKind::Person,
        person.id,
    );
    let actor = touchstone::audit::Actor::System;
    let proof = touchstone::audit::record(&tx, world.app.ids.as_ref(), actor, act).await;
    tx.commit(proof.unwrap()).await.unwrap();
}

/// Sends a person a mail about its account; the address to which what comes back of it goes.
async fn mailed(world: &World, app: &Arc<App>, person: &Person) -> String {
    queue(world, person, MailKind::PasswordChanged).await;
    let mut server = Smtp::start("accept", &world.folder);
    let mailer = server.mailer(|url| url);
    assert_eq!(mail::send_due(app, &mailer, worker::render).await.unwrap(), 1);
    let received = server.received();
    assert!(
        received.raw.contains("From: Touchstone <no-reply@touchstone.invalid>"),
        "{}",
        received.raw
    );
    assert!(
        received.from.starts_with("bounces+") && received.from.ends_with("@alliance.example"),
        "{}",
        received.from
    );
    received.from
}

/// A report as servers write them, delivered to an address.
fn report(to: &str, action: &str, status: &str) -> String {
    format!(
        "Delivered-To: {to}\r\nFrom: MAILER-DAEMON@mx.example\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\
         Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n\
         Action: {action}\r\nStatus: {status}\r\n--b--\r\n"
    )
}

async fn why(world: &World, person: &Person) -> Option<String> {
    let row = entity::person::Entity::find_by_id(person.id)
        .one(world.app.db.read())
        .await;
    row.unwrap().unwrap().mail_suspended_why
}

async fn resumes(by: &Person, person: &Person) -> Response {
    by.graphql(RESUME, json!({ "input": { "personId": person.public_id() } }))
        .await
}

async fn acts(world: &World, action: &str) -> usize {
    let acts = entity::audit_entry::Entity::find().filter(entity::audit_entry::Column::Action.eq(action));
    acts.all(world.app.db.read()).await.unwrap().len()
}

both_databases! {
    async fn a_bounce_suspends_the_mails_to_a_person_and_tells_who_manages_it(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, one, colleague) = (acme.admin().await, acme.investigator().await, acme.investigator().await);
        let app = service(&world);
        let to = mailed(&world, &app, &one).await;
        let raw = [format!("Delivered-To: {to}\n").as_bytes(), include_bytes!("reports/dsn_12.txt")].concat();
        assert_eq!(mail::report(&app, &raw).await.unwrap(), Reported::Noted);
        assert_eq!(world.nothing_changes(mail::report(&app, &raw)).await.unwrap(), Reported::Again, "the same one counts once");
        assert_eq!((why(&world, &one).await.as_deref(), acts(&world, "suspendMail").await), (Some("BOUNCE"), 1));
        world.notified().await;
        let told = admin.graphql(TOLD, json!({})).await.ok();
        assert_eq!(told.texts("/notifications/nodes", "/kind"), ["MAIL_SUSPENDED"]);
        assert_eq!(told.text("/notifications/nodes/0/person/id"), one.public_id());
        assert_eq!(told.text("/notifications/nodes/0/person/mailSuspendedWhy"), "BOUNCE");
        for person in [&one, &colleague] {
            assert!(person.graphql(TOLD, json!({})).await.ok().list("/notifications/nodes").is_empty());
        }
        let shown = format!("{{ node(id: \"{}\") {{ ... on Person {{ mailSuspendedAt mailSuspendedWhy }} }} }}", one.public_id());
        let unknown = json!({ "mailSuspendedAt": null, "mailSuspendedWhy": null });
        assert_eq!(colleague.graphql(&shown, json!({})).await.ok().data("/node"), &unknown, "it manages nobody");
        assert_eq!(one.graphql(&shown, json!({})).await.ok().text("/node/mailSuspendedWhy"), "BOUNCE");
    }

    async fn no_digest_goes_to_whom_mails_are_suspended_and_what_lets_it_in_does(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, one) = (acme.admin().await, acme.investigator().await);
        let app = service(&world);
        let to = mailed(&world, &app, &one).await;
        mail::report(&app, report(&to, "failed", "5.1.1").as_bytes()).await.unwrap();
        assert_eq!(digests::plan(&app).await.unwrap(), 1, "the administrator's");
        queue(&world, &one, MailKind::Digest).await;
        world.after_hours(1);
        queue(&world, &one, MailKind::PasswordChanged).await;
        let mut server = Smtp::start("accept", &world.folder);
        let mailer = server.mailer(|url| url);
        assert_eq!(mail::send_due(&app, &mailer, worker::render).await.unwrap(), 3);
        assert_eq!(server.received().to, std::slice::from_ref(&one.email));
        assert_eq!(server.rest(), 0);
        let of_one = entity::mail::Entity::find().filter(entity::mail::Column::PersonId.eq(one.id));
        let rows = of_one.filter(entity::mail::Column::Kind.eq("DIGEST")).all(world.app.db.read()).await.unwrap();
        let [digest] = rows.try_into().unwrap();
        assert_eq!((digest.state.as_str(), digest.error.as_deref()), ("LAPSED", Some("SUSPENDED")));
        resumes(&admin, &one).await.ok();
        world.after_days(1);
        assert_eq!(digests::plan(&app).await.unwrap(), 2, "they go again");
    }

    async fn whose_mails_are_suspended_is_listed_for_who_manages_them_and_counted_for_who_runs_the_service(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, one, colleague) = (acme.admin().await, acme.investigator().await, acme.investigator().await);
        let keeper = world.secretariat().await.person(&[Role::Sa]).await;
        let app = service(&world);
        let to = mailed(&world, &app, &one).await;
        mail::report(&app, report(&to, "failed", "5.1.1").as_bytes()).await.unwrap();
        for by in [&admin, &keeper] {
            let listed = by.graphql(SUSPENDED, json!({})).await.ok();
            assert_eq!(listed.data("/people"), &json!({
                "totalCount": 1, "nodes": [{ "id": one.public_id(), "mailSuspendedWhy": "BOUNCE" }],
            }));
        }
        for by in [&one, &colleague, &bolt.admin().await] {
            let listed = by.graphql(SUSPENDED, json!({})).await.ok();
            assert_eq!(listed.number("/people/totalCount"), 0, "it manages none of them");
        }
        let standing = async || keeper.graphql(STANDING, json!({})).await.ok();
        assert_eq!(standing().await.data("/operations/mail"), &json!({ "suspended": 1, "bounces": 1, "complaints": 0 }));
        world.after_days(8);
        assert_eq!(standing().await.data("/operations/mail"), &json!({ "suspended": 1, "bounces": 0, "complaints": 0 }));
        resumes(&admin, &one).await.ok();
        assert_eq!(standing().await.number("/operations/mail/suspended"), 0);
        assert_eq!(admin.graphql(SUSPENDED, json!({})).await.ok().number("/people/totalCount"), 0);
    }

    async fn nobody_suspends_others_by_a_report_that_it_made_up(world: World) {
        let acme = world.brand("Acme").await;
        let (one, other) = (acme.investigator().await, acme.investigator().await);
        let app = service(&world);
        let to = mailed(&world, &app, &one).await;
        world.after_hours(1);
        mailed(&world, &app, &other).await;
        let rows = entity::mail::Entity::find().filter(entity::mail::Column::PersonId.eq(other.id));
        let theirs = rows.one(world.app.db.read()).await.unwrap().unwrap().id.simple().to_string();
        let code = to.split('.').nth(1).unwrap();
        let forged = [format!("bounces+{theirs}.{code}"), format!("bounces+{theirs}.aaaaaaaaaa@alliance.example"), BASE.to_owned()];
        for to in forged {
            let raw = report(&to, "failed", "5.1.1");
            let reported = world.nothing_changes(mail::report(&app, raw.as_bytes())).await;
            assert_eq!(reported.unwrap(), Reported::Unknown, "{to}");
        }
        let nothing = report(&to, "delivered", "2.0.0");
        assert_eq!(world.nothing_changes(mail::report(&app, nothing.as_bytes())).await.unwrap(), Reported::Nothing);
    }

    async fn five_delays_within_a_week_suspend_and_four_do_not(world: World) {
        let one = world.brand("Acme").await.investigator().await;
        let app = service(&world);
        let to = mailed(&world, &app, &one).await;
        let delayed = async |number: i32| {
            let raw = format!("X-Number: {number}\r\n{}", report(&to, "delayed", "4.4.1"));
            mail::report(&app, raw.as_bytes()).await.unwrap()
        };
        assert_eq!(delayed(0).await, Reported::Noted);
        world.after_days(8);
        for number in 1..5 {
            delayed(number).await;
            assert_eq!(why(&world, &one).await, None, "the first one was long ago");
        }
        assert_eq!(delayed(4).await, Reported::Again);
        delayed(5).await;
        assert_eq!(why(&world, &one).await.as_deref(), Some("DELAY"));
        resumes(&one, &one).await.ok();
        delayed(6).await;
        assert_eq!(why(&world, &one).await, None, "they count anew");
    }

    async fn who_complains_gets_no_digests_either(world: World) {
        let one = world.brand("Acme").await.investigator().await;
        let app = service(&world);
        let to = mailed(&world, &app, &one).await;
        let raw = format!(
            "From: feedback@mx.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; \
             report-type=feedback-report; boundary=b\r\n\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\n\
             Feedback-Type: abuse\r\nVersion: 1\r\nOriginal-Mail-From: <{}>\r\n--b--\r\n",
            to.to_uppercase()
        );
        assert_eq!(mail::report(&app, raw.as_bytes()).await.unwrap(), Reported::Noted);
        assert_eq!(why(&world, &one).await.as_deref(), Some("COMPLAINT"));
        let row = entity::person::Entity::find_by_id(one.id).one(world.app.db.read()).await.unwrap().unwrap();
        assert_eq!(row.digest, "OFF");
    }

    async fn a_recipient_that_a_server_refuses_for_good_is_a_bounce(world: World) {
        let one = world.brand("Acme").await.investigator().await;
        queue(&world, &one, MailKind::PasswordChanged).await;
        let server = Smtp::start("unknown-recipient", &world.folder);
        let mailer = server.mailer(|url| url);
        assert_eq!(mail::send_due(&world.app, &mailer, worker::render).await.unwrap(), 1);
        assert_eq!(super::outcome(&world).await, super::is("FAILED", 1, Some("RECIPIENT_REFUSED")));
        assert_eq!(why(&world, &one).await.as_deref(), Some("BOUNCE"));
    }

    async fn what_comes_back_of_a_mail_to_others_says_nothing_of_its_person(world: World) {
        let one = world.brand("Acme").await.investigator().await;
        let app = service(&world);
        let to = mailed(&world, &app, &one).await;
        let row = entity::mail::ActiveModel { kind: Set("GUEST_CODE".to_owned()), ..Default::default() };
        entity::mail::Entity::update_many().set(row).exec(world.app.db.write()).await.unwrap();
        let raw = report(&to, "failed", "5.1.1");
        assert_eq!(world.nothing_changes(mail::report(&app, raw.as_bytes())).await.unwrap(), Reported::Nothing);
    }

    async fn reports_that_wait_in_the_maildir_are_read_and_put_away(world: World) {
        let one = world.brand("Acme").await.investigator().await;
        let maildir = world.folder.join("bounces");
        let folder = maildir.display().to_string();
        let app = world.with_settings(&[("bounce_address", BASE), ("bounce_dir", &folder)]);
        assert_eq!(mail::jobs::reports(&app).await.unwrap(), 0, "before there is a folder");
        let to = mailed(&world, &app, &one).await;
        std::fs::create_dir_all(maildir.join("new")).unwrap();
        std::fs::write(maildir.join("new/1.mx"), report(&to, "failed", "5.1.1")).unwrap();
        std::fs::write(maildir.join("new/2.mx"), vec![b'x'; (1 << 20) + 1]).unwrap();
        assert_eq!(mail::jobs::reports(&app).await.unwrap(), 2);
        assert_eq!(why(&world, &one).await.as_deref(), Some("BOUNCE"));
        assert!(maildir.join("cur/1.mx:2,S").is_file() && maildir.join("cur/2.mx:2,S").is_file());
        assert_eq!(mail::jobs::reports(&app).await.unwrap(), 0);
    }

    async fn mails_are_resumed_by_the_person_and_by_who_manages_it(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, one, colleague) = (acme.admin().await, acme.investigator().await, acme.investigator().await);
        let suspended = entity::person::ActiveModel {
            id: Set(one.id),
            mail_suspended_at: Set(Some(micros(world.now()))),
            mail_suspended_why: Set(Some("BOUNCE".to_owned())),
            ..Default::default()
        };
        entity::person::Entity::update(suspended.clone()).exec(world.app.db.write()).await.unwrap();
        world.nothing_changes(resumes(&colleague, &one)).await.refused_with("FORBIDDEN");
        world.nothing_changes(resumes(&bolt.admin().await, &one)).await.refused_with("FORBIDDEN");
        let nobody = admin.graphql(RESUME, json!({ "input": { "personId": world.unknown(IdKind::Person) } }));
        world.nothing_changes(nobody).await.not_found();
        for (at, by) in [&admin, &one].into_iter().enumerate() {
            entity::person::Entity::update(suspended.clone()).exec(world.app.db.write()).await.unwrap();
            let resumed = resumes(by, &one).await.ok();
            assert_eq!(resumed.data("/resumeMail/person/mailSuspendedAt"), &json!(null));
            assert_eq!((why(&world, &one).await, acts(&world, "resumeMail").await), (None, at + 1));
        }
        world.nothing_changes(resumes(&one, &one)).await.ok();
    }
}
