//! The mail queue as administrators of the secretariat see it.

use sea_orm::{ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use serde_json::json;
use touchstone::{
    mail::MailState,
    permissions::Role,
    platform::ids::{IdKind, encode},
};

use super::{invited, outcome, send, smtp::Smtp};
use crate::{
    both_databases,
    support::{Asks as _, World},
};

const MAILS: &str = "query($state: MailStatus, $first: Int, $after: String) { \
    mails(filter: { state: $state }, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } \
    nodes { id kind state attempts createdAt nextAttemptAt settledAt error recipient } } }";
const RETRY: &str =
    "mutation($id: ID!) { retryMail(input: { id: $id }) { mail { state attempts } userErrors { code } } }";

/// The only mail is in a state.
async fn put_into(world: &World, state: MailState) {
    let state: &str = state.into();
    let row = entity::mail::ActiveModel {
        state: Set(state.to_owned()),
        ..Default::default()
    };
    let all = entity::mail::Entity::update_many().set(row);
    all.exec(world.app.db.write()).await.unwrap();
}

both_databases! {
    async fn an_administrator_sees_the_queue_and_not_what_mails_say(world: World) {
        let people = [invited(&world).await, invited(&world).await, invited(&world).await];
        let admin = world.secretariat().await.person(&[Role::Sa]).await;
        let server = Smtp::start("permanent-failure", &world.folder);
        assert_eq!(send(&world, &server.mailer(|url| url)).await, 3);
        let answer = admin.graphql(MAILS, json!({ "state": "FAILED", "first": 2 })).await.ok();
        assert_eq!(answer.number("/mails/totalCount"), 3);
        let row = &answer.list("/mails/nodes")[0];
        assert_eq!(row["kind"], "INVITATION");
        assert_eq!((&row["attempts"], &row["error"]), (&json!(1), &json!("MESSAGE_REFUSED")));
        assert!(row["settledAt"].is_string() && row["nextAttemptAt"].is_null());
        assert!(people.iter().any(|person| row["recipient"] == person.name));
        let after = answer.text("/mails/pageInfo/endCursor");
        let rest = admin.graphql(MAILS, json!({ "state": "FAILED", "first": 2, "after": after })).await.ok();
        assert_eq!(rest.list("/mails/nodes").len(), 1);
        assert_eq!(rest.data("/mails/pageInfo/hasNextPage"), &json!(false));
        for person in &people {
            assert!(!answer.to_string().contains(&person.email) && !rest.to_string().contains(&person.email));
        }
        assert_eq!(admin.graphql(MAILS, json!({ "state": "SENT" })).await.ok().number("/mails/totalCount"), 0);
        assert_eq!(admin.graphql(MAILS, json!({})).await.ok().number("/mails/totalCount"), 3);
    }

    async fn nobody_else_does(world: World) {
        invited(&world).await;
        put_into(&world, MailState::Failed).await;
        let row = entity::mail::Entity::find().one(world.app.db.read()).await.unwrap().unwrap();
        let secretariat = world.secretariat().await;
        let mut others = vec![secretariat.person(&[Role::So]).await, secretariat.person(&[Role::Fm]).await];
        for role in [Role::Ma, Role::Mi, Role::Mc, Role::Le, Role::Au] {
            others.push(world.organization(World::home_of(role), role.code()).await.person(&[role]).await);
        }
        for other in others {
            world.nothing_changes(other.graphql(MAILS, json!({}))).await.refused_with("FORBIDDEN");
            let retry = other.graphql(RETRY, json!({ "id": encode(IdKind::Mail, row.id) }));
            world.nothing_changes(retry).await.refused_with("FORBIDDEN");
        }
    }

    async fn a_mail_that_failed_is_tried_again_and_no_other_is(world: World) {
        let person = invited(&world).await;
        let admin = world.secretariat().await.person(&[Role::Sa]).await;
        let server = Smtp::start("permanent-failure", &world.folder);
        assert_eq!(send(&world, &server.mailer(|url| url)).await, 1);
        let row = entity::mail::Entity::find().one(world.app.db.read()).await.unwrap().unwrap();
        let id = encode(IdKind::Mail, row.id);
        for state in [MailState::Queued, MailState::Claimed, MailState::Sent, MailState::Empty, MailState::Unknown, MailState::Lapsed] {
            put_into(&world, state).await;
            let retry = admin.graphql(RETRY, json!({ "id": id }));
            world.nothing_changes(retry).await.refused_with("TRANSITION_NOT_ALLOWED");
        }
        put_into(&world, MailState::Failed).await;
        let unknown = admin.graphql(RETRY, json!({ "id": world.unknown(IdKind::Mail) }));
        world.nothing_changes(unknown).await.refused_with("NOT_FOUND");
        let again = admin.graphql(RETRY, json!({ "id": id })).await.ok();
        assert_eq!(again.data("/retryMail/mail"), &json!({ "state": "QUEUED", "attempts": 0 }));
        let acts = entity::audit_entry::Entity::find().filter(entity::audit_entry::Column::Action.eq("retryMail"));
        assert_eq!(acts.all(world.app.db.read()).await.unwrap().len(), 1);
        let mut better = Smtp::start("accept", &world.folder);
        assert_eq!(send(&world, &better.mailer(|url| url)).await, 1);
        assert_eq!(better.received().to, [person.email]);
        assert_eq!(outcome(&world).await.0, "SENT");
    }
}
