//! How people are told: each kind by the channel that the person chose.

use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use serde_json::json;

use super::{kinds, list, prefers};
use crate::{
    both_databases,
    support::{Asks as _, Person, Response},
};

const SET: &str = "mutation($input: SetNotificationPreferenceInput!) { setNotificationPreference(input: $input) { \
    preferences { kind wanted mayBeOff channel channels } userErrors { code field } } }";
const LISTED: &str = "{ notificationPreferences { kind wanted mayBeOff channel usual channels } }";
const RESET: &str =
    "mutation { resetNotificationPreferences { preferences { kind channel usual } userErrors { code } } }";

/// Has a person told of a kind by a channel.
pub async fn chooses(person: &Person, kind: &str, channel: &str) -> Response {
    let input = json!({ "input": { "kind": kind, "channel": channel } });
    person.graphql(SET, input).await
}

/// How a person is told of a kind, and whether it is.
async fn told_by(person: &Person, kind: &str) -> (String, bool) {
    let listed = person.graphql(LISTED, json!({})).await.ok();
    let found = listed
        .list("/notificationPreferences")
        .iter()
        .find(|row| row["kind"] == kind);
    let found = found.unwrap();
    (found["channel"].as_str().unwrap().to_owned(), found["wanted"] == true)
}

both_databases! {
    async fn a_person_chooses_how_it_is_told_of_each_kind(world: World) {
        let one = world.brand("Acme").await.investigator().await;
        assert_eq!(told_by(&one, "COMMENTED").await, ("PORTAL".to_owned(), true));
        for (channel, wanted) in [("MAIL", true), ("DIGEST", true), ("NONE", false), ("PORTAL", true)] {
            chooses(&one, "COMMENTED", channel).await.ok();
            assert_eq!(told_by(&one, "COMMENTED").await, (channel.to_owned(), wanted));
            assert_eq!(told_by(&one, "MENTIONED").await.0, "PORTAL", "each kind by itself");
        }
        chooses(&one, "COMMENTED", "MAIL").await.ok();
        prefers(&one, "COMMENTED", false).await.ok();
        assert_eq!(told_by(&one, "COMMENTED").await, ("NONE".to_owned(), false), "as pages ask that know no channels");
        prefers(&one, "COMMENTED", true).await.ok();
        assert_eq!(told_by(&one, "COMMENTED").await, ("PORTAL".to_owned(), true));
    }

    async fn what_cannot_be_switched_off_has_no_channel_that_is_none(world: World) {
        let one = world.brand("Acme").await.investigator().await;
        let refused = world.nothing_changes(chooses(&one, "RETRACTED", "NONE")).await;
        assert_eq!(refused.error_field().as_deref(), Some("channel"));
        chooses(&one, "RETRACTED", "MAIL").await.ok();
        assert_eq!(told_by(&one, "RETRACTED").await, ("MAIL".to_owned(), true));
        let listed = one.graphql(LISTED, json!({})).await.ok();
        for row in listed.list("/notificationPreferences") {
            let channels = row["channels"].as_array().unwrap();
            assert_eq!(channels.contains(&json!("NONE")), row["mayBeOff"] == true, "{row}");
            assert!(channels.contains(&row["channel"]), "{row}");
        }
    }

    async fn what_was_chosen_is_forgotten_and_everything_is_as_usual(world: World) {
        let acme = world.brand("Acme").await;
        let (one, other) = (acme.investigator().await, acme.investigator().await);
        world.nothing_changes(one.graphql(RESET, json!({}))).await.ok();
        for person in [&one, &other] {
            chooses(person, "COMMENTED", "NONE").await.ok();
            chooses(person, "RETRACTED", "MAIL").await.ok();
        }
        let reset = one.graphql(RESET, json!({})).await.ok();
        for row in reset.list("/resetNotificationPreferences/preferences") {
            assert_eq!(row["channel"], row["usual"], "{row}");
        }
        assert_eq!(told_by(&one, "COMMENTED").await, ("PORTAL".to_owned(), true));
        assert_eq!(told_by(&other, "COMMENTED").await, ("NONE".to_owned(), false), "each by itself");
        let acts = entity::audit_entry::Column::Action.eq("resetNotificationPreferences");
        let acts = entity::audit_entry::Entity::find().filter(acts).all(world.app.db.read()).await.unwrap();
        assert_eq!(acts.len(), 1);
    }

    async fn notifications_are_listed_by_kind(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, one) = (acme.admin().await, acme.investigator().await);
        let lead = admin.creates(&acme).await;
        one.watches(&lead, true).await.ok();
        admin.comments(&lead, "Look", "OWNER_AND_MY_ORGANIZATION").await.ok();
        admin.assigns(&lead, Some(&one)).await.ok();
        world.notified().await;
        let of = async |kinds: serde_json::Value| {
            let listed = list(&one, json!({ "kinds": kinds })).await;
            let kinds = listed.texts("/notifications/nodes", "/kind");
            assert_eq!(listed.number("/notifications/totalCount"), i64::try_from(kinds.len()).unwrap());
            kinds
        };
        assert_eq!(of(json!(["COMMENTED"])).await, ["COMMENTED"]);
        assert_eq!(of(json!(["ASSIGNED", "COMMENTED"])).await.len(), 2);
        assert_eq!(of(json!([])).await.len(), 2, "an empty list asks for all");
        assert!(of(json!(["OVERDUE"])).await.is_empty());
    }

    async fn exactly_one_thing_is_said_of_a_kind(world: World) {
        let one = world.brand("Acme").await.investigator().await;
        let both = json!({ "input": { "kind": "COMMENTED", "channel": "MAIL", "wanted": true } });
        let neither = json!({ "input": { "kind": "COMMENTED" } });
        for input in [both, neither] {
            let refused = world.nothing_changes(one.graphql(SET, input)).await;
            refused.refused_with("BAD_USER_INPUT");
            assert_eq!(refused.error_field().as_deref(), Some("channel"));
        }
    }

    async fn a_row_of_an_older_version_keeps_its_meaning(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, one) = (acme.admin().await, acme.investigator().await);
        let lead = admin.creates(&acme).await;
        one.watches(&lead, true).await.ok();
        chooses(&one, "COMMENTED", "MAIL").await.ok();
        // An older version knows the one column and leaves the other one as it is.
        let off = entity::notification_preference::ActiveModel { wanted: sea_orm::ActiveValue::Set(false), ..Default::default() };
        let off = entity::notification_preference::Entity::update_many().set(off);
        off.exec(world.app.db.write()).await.unwrap();
        assert_eq!(told_by(&one, "COMMENTED").await, ("NONE".to_owned(), false));
        admin.comments(&lead, "Look", "OWNER_AND_MY_ORGANIZATION").await.ok();
        world.notified().await;
        assert!(kinds(&one).await.is_empty());
    }
}
