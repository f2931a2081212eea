//! An hour in which neither mails nor webhooks get through, begun by the death of the server. Afterwards every mail went out
//! once or is known as one of which nobody knows, every webhook arrived at least once under the id it always had, and
//! whoever reads the feed has a copy without a gap, from before, during and after.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use jiff::SignedDuration;
use sea_orm::{EntityTrait as _, PaginatorTrait as _};
use serde_json::json;
use tokio::time::timeout;
use touchstone::{
    mail,
    platform::{
        clock::{Clock as _, SystemClock},
        config::Config,
        email::{Mailer, Waits},
        ids::{IdKind, encode},
    },
    worker,
};

use super::{
    books::INVITED,
    process::{PATIENCE, Touchstone, until},
};
use crate::{
    both_databases,
    changes::{Mirror, advanced},
    support::{Asks as _, Person, Place, World},
    webhooks::{
        Partner, messages,
        receiver::{Receiver, Says},
        sent, told,
    },
};

/// Where nobody listens.
const NOWHERE: &str = "smtp://127.0.0.1:1?tls=none";
const SETTINGS: &[(&str, &str)] = &[("webhook_private_networks", "true")];

async fn invites(admin: &Person, number: usize) {
    let name = format!("kim-{number}");
    let input =
        json!({ "idempotencyKey": name, "name": "Kim Lee", "email": format!("{name}{INVITED}"), "roles": ["MI"] });
    let document = "mutation($input: InviteUserInput!) { inviteUser(input: $input) { userErrors { code } } }";
    admin.graphql(document, json!({ "input": input })).await.ok();
}

/// One that reaches nobody.
fn cut_off() -> Mailer {
    let flags = [("mail_url", NOWHERE.to_owned())].into();
    let waits = Waits {
        command: std::time::Duration::from_millis(600),
        message: std::time::Duration::from_millis(900),
    };
    Mailer::waiting(&Config::with(&flags).unwrap(), waits).unwrap()
}

async fn attempts(world: &World) -> u64 {
    let found = entity::webhook_attempt::Entity::find();
    found.count(world.app.db.read()).await.unwrap()
}

/// The invitations; the server may plan digests beside them.
async fn mails(world: &World) -> Vec<entity::mail::Model> {
    let all = entity::mail::Entity::find().all(world.app.db.read()).await.unwrap();
    all.into_iter().filter(|mail| mail.kind == "INVITATION").collect()
}

/// How often each mail went out, by its id.
fn arrived(world: &World) -> BTreeMap<String, usize> {
    let mut arrived = BTreeMap::new();
    for file in fs::read_dir(world.folder.join("mail")).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let id = text
            .split("Message-ID: <")
            .nth(1)
            .and_then(|rest| rest.split('>').next());
        *arrived.entry(id.unwrap().to_owned()).or_default() += 1;
    }
    arrived
}

both_databases! {
    async fn after_an_hour_of_outage_every_mail_went_once_and_every_webhook_arrived(world: World) {
        let world = world.set_up_with_keys_of_folder(SETTINGS).await;
        world.clock.set(SystemClock.now());
        let (acme, receiver) = (Partner::of(world.brand("Acme").await).await, Receiver::start().await);
        acme.listens(&receiver.url, json!([])).await;
        let mut copy = Mirror::of(&acme.home).await;
        receiver.says(|_| Says(503, ""));
        for number in 0..4 {
            acme.admin.prepares(&acme.home).await;
            invites(&acme.admin, number).await;
        }

        let place = Place { url: world.url.clone(), folder: world.folder.clone() };
        let variables = [
            ("TOUCHSTONE_WEBHOOK_PRIVATE_NETWORKS", "true".to_owned()),
            ("TOUCHSTONE_MAIL_URL", NOWHERE.to_owned()),
        ];
        let mut server = Touchstone::serve(&place, &variables).await;
        timeout(PATIENCE, until(async || attempts(&world).await > 0)).await.unwrap();
        server.kill();

        // The hour goes on without it. Who has read as far as that goes on in it, and who has not, after it.
        world.clock.set(SystemClock.now());
        advanced(&world).await;
        copy.pulls_by(3).await;
        copy.is_right("after the server's death").await;
        let mut late = copy.clone();
        told(&world).await;
        for number in 4..16 {
            acme.admin.prepares(&acme.home).await;
            invites(&acme.admin, number).await;
            told(&world).await;
            sent(&world).await;
            advanced(&world).await;
            copy.pulls_by(3).await;
            copy.is_right("within the hour").await;
            mail::send_due(&world.app, &cut_off(), worker::render).await.unwrap();
            world.clock.advance(SignedDuration::from_mins(5));
        }
        assert!(messages(&world).await.iter().all(|message| message.state == "QUEUED" || message.state == "CLAIMED"));

        receiver.says(|_| Says(200, ""));
        let before = receiver.received().len();
        let files = Mailer::new(&world.app.config).unwrap();
        for _ in 0..24 {
            world.after_hours(1);
            while sent(&world).await > 0 {}
            while mail::send_due(&world.app, &files, worker::render).await.unwrap() > 0 {}
        }
        advanced(&world).await;
        for copy in [&mut copy, &mut late] {
            copy.pulls().await;
            copy.is_right("after the hour").await;
            let leads = copy.objects.keys().filter(|id| id.starts_with("lead_")).count();
            assert_eq!(leads, 16);
        }
        let messages = messages(&world).await;
        assert_eq!(messages.len(), 32, "two for each lead");
        for message in &messages {
            assert_eq!(message.state, "DELIVERED", "{message:?}");
            let id = encode(IdKind::WebhookMessage, message.id);
            let came = receiver.received().split_off(before);
            assert!(came.iter().any(|request| request.id == id), "{id} has not arrived");
        }
        let ids: BTreeSet<String> = messages.iter().map(|message| encode(IdKind::WebhookMessage, message.id)).collect();
        assert!(receiver.received().iter().all(|request| ids.contains(&request.id)), "an id stays what it was");
        let arrived = arrived(&world);
        assert!(arrived.values().all(|times| *times == 1), "{arrived:?}");
        let mails = mails(&world).await;
        assert_eq!(mails.len(), 16);
        for mail in &mails {
            let times = mail.message_id.as_ref().and_then(|id| arrived.get(id)).copied().unwrap_or(0);
            match mail.state.as_str() {
                "SENT" => assert_eq!(times, 1, "{mail:?}"),
                "UNKNOWN" => assert!(mail.error.is_some(), "{mail:?}"),
                _ => panic!("{mail:?}"),
            }
        }
    }
}
