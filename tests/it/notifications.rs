//! What people are told of in the portal: by whom it is caused, for as long as they see it, and as they want.

pub mod channels;
mod mutes;
mod triggers;

use futures_util::StreamExt as _;
use serde_json::{Value, json};
use touchstone::{notifications, outbox, platform::ids::IdKind};

use crate::{
    both_databases,
    support::{Asks as _, Lead, Person, Response, draft, with},
};

const LIST: &str = "query($filter: NotificationFilter, $first: Int, $after: String) { unreadNotifications \
    notifications(first: $first, after: $after, filter: $filter) { totalCount pageInfo { endCursor hasNextPage } nodes { \
    id kind readAt archived heading lead { id } comment { id body } delivery { id } } } }";
const OWN: &str = "OWNER_AND_MY_ORGANIZATION";

async fn list(person: &Person, filter: Value) -> Response {
    person.graphql(LIST, json!({ "filter": filter })).await.ok()
}

/// The kinds of what a person was told of and sees, latest first; the count says the same.
async fn kinds(person: &Person) -> Vec<String> {
    let answer = list(person, json!({})).await;
    let kinds = answer.texts("/notifications/nodes", "/kind");
    assert_eq!(
        answer.number("/notifications/totalCount"),
        i64::try_from(kinds.len()).unwrap()
    );
    kinds
}

async fn unread(person: &Person) -> i64 {
    list(person, json!({})).await.number("/unreadNotifications")
}

async fn change(person: &Person, mutation: &str, id: &str) -> Response {
    let document = format!(
        "mutation($id: ID!) {{ {mutation}(input: {{ id: $id }}) {{ notification {{ id readAt archived }} userErrors {{ code }} }} }}"
    );
    person.graphql(&document, json!({ "id": id })).await
}

async fn prefers(person: &Person, kind: &str, wanted: bool) -> Response {
    let document = "mutation($input: SetNotificationPreferenceInput!) { setNotificationPreference(input: $input) { \
        preferences { kind wanted mayBeOff } userErrors { code field } } }";
    person
        .graphql(document, json!({ "input": { "kind": kind, "wanted": wanted } }))
        .await
}

both_databases! {
    async fn who_is_put_on_a_lead_is_told_once_and_nobody_of_its_own_acts(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, one) = (acme.admin().await, acme.investigator().await);
        let lead = admin.creates(&acme).await;
        admin.assigns(&lead, Some(&one)).await.ok();
        world.notified().await;
        world.notified().await;
        let told = list(&one, json!({})).await;
        assert_eq!(told.texts("/notifications/nodes", "/kind"), ["ASSIGNED"]);
        assert_eq!(told.text("/notifications/nodes/0/lead/id"), lead.public_id());
        assert_eq!(told.text("/notifications/nodes/0/heading"), "Counterfeit Acme on sale");
        assert_eq!(told.number("/unreadNotifications"), 1);
        one.assigns(&lead, Some(&one)).await.ok();
        world.notified().await;
        assert_eq!((kinds(&one).await.len(), kinds(&admin).await.len()), (1, 0));
    }

    async fn who_watches_is_told_of_what_is_said_and_who_is_named_of_that(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, colleague, named) = (acme.admin().await, acme.investigator().await, acme.investigator().await);
        let reader = bolt.investigator().await;
        let lead = admin.prepares(&bolt).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        for person in [&colleague, &named, &reader] {
            person.watches(&lead, true).await.ok();
        }
        admin.mentions(&lead, "@{1}, look", OWN, &[&named]).await.ok();
        world.notified().await;
        assert_eq!(kinds(&named).await, ["MENTIONED"], "once, as the one who is meant");
        assert_eq!(kinds(&colleague).await, ["COMMENTED"]);
        assert_eq!(list(&colleague, json!({})).await.text("/notifications/nodes/0/comment/body"), "@{1}, look");
        assert!(kinds(&reader).await.is_empty(), "it does not see this comment");
        assert!(kinds(&admin).await.is_empty(), "who said it knows");
        colleague.watches(&lead, false).await.ok();
        reader.comments(&lead, "We know it", "EVERYONE_WHO_SEES_THE_LEAD").await.ok();
        world.notified().await;
        assert_eq!(kinds(&colleague).await.len(), 1);
        assert_eq!(kinds(&admin).await, ["COMMENTED"], "who wrote the lead watches it");
    }

    async fn questions_answers_and_verdicts_reach_those_whose_lead_it_is(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, on_it, other) = (acme.admin().await, acme.investigator().await, acme.investigator().await);
        let (reader, answering) = (bolt.investigator().await, bolt.investigator().await);
        let lead = admin.prepares(&bolt).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        admin.assigns(&lead, Some(&on_it)).await.ok();
        reader.assigns(&lead, Some(&answering)).await.ok();
        reader.answers(&lead, &bolt, "NEEDS_INFO").await.ok();
        world.notified().await;
        assert_eq!(kinds(&admin).await, ["INFO_REQUESTED"]);
        assert_eq!(kinds(&on_it).await, ["INFO_REQUESTED", "ASSIGNED"]);
        assert_eq!(kinds(&answering).await, ["ASSIGNED"]);
        let request = list(&admin, json!({})).await;
        assert_eq!(request.data("/notifications/nodes/0/delivery"), &Value::Null, "whose question it is stays unsaid");
        admin.on_delivery("answerInfoRequest", &lead, &bolt, json!({ "answer": "Seen in Yiwu" })).await.ok();
        world.notified().await;
        assert_eq!(kinds(&reader).await, ["INFO_ANSWERED"]);
        assert_eq!(kinds(&answering).await, ["INFO_ANSWERED", "ASSIGNED"]);
        answering.answers(&lead, &bolt, "CONFIRMED").await.ok();
        world.notified().await;
        assert_eq!(kinds(&admin).await, ["VERDICT", "INFO_REQUESTED"]);
        assert_eq!(kinds(&on_it).await[0], "VERDICT");
        assert!(kinds(&other).await.is_empty() && kinds(&reader).await.len() == 1);
        let text = list(&admin, json!({})).await.0.to_string();
        assert!(!text.contains("Bolt Mi") && !text.contains(&bolt.public_id()), "{text}");
    }

    async fn whoever_is_on_the_recipient_s_side_hears_of_its_deadline(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, reader) = (acme.admin().await, bolt.investigator().await);
        let desk = world.secretariat().await.desk().await;
        let lead = admin.prepares(&bolt).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        for person in [&admin, &reader, &desk] {
            person.assigns(&lead, Some(person)).await.ok();
        }
        // Pushed on a Monday, due on the Monday after.
        let remind = async || notifications::remind(&world.app).await.unwrap();
        assert_eq!(remind().await, 0);
        world.after_days(3);
        assert_eq!((remind().await, remind().await), (1, 0), "on Thursday, once");
        world.after_days(1);
        assert_eq!((remind().await, remind().await), (1, 0), "on Friday, once");
        world.after_days(4);
        touchstone::leads::jobs::sweep(&world.app).await.unwrap();
        world.notified().await;
        assert_eq!(remind().await, 0);
        assert_eq!(kinds(&reader).await, ["OVERDUE", "DUE_SOON", "DUE_SOON"]);
        assert_eq!(list(&reader, json!({})).await.texts("/notifications/nodes", "/delivery/id").len(), 3);
        assert!(kinds(&admin).await.is_empty() && kinds(&desk).await.is_empty(), "it is not theirs to answer");
    }

    async fn i35_a_retraction_reaches_everybody_who_saw_the_lead_and_cannot_be_switched_off(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, reader, blind) = (acme.admin().await, bolt.investigator().await, bolt.investigator().await);
        let lead = admin.prepares(&bolt).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        reader.reads(&lead).await.ok();
        let refused = world.nothing_changes(prefers(&reader, "RETRACTED", false)).await;
        assert_eq!(refused.error_field().as_deref(), Some("wanted"));
        admin.retracts(&lead).await.ok();
        world.notified().await;
        assert_eq!(kinds(&reader).await, ["RETRACTED"]);
        assert!(kinds(&blind).await.is_empty(), "it never saw it");
    }

    async fn i24_who_loses_sight_loses_what_it_was_told_at_once(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, reader) = (acme.admin().await, bolt.investigator().await);
        let lead = admin.prepares(&bolt).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        reader.watches(&lead, true).await.ok();
        admin.comments(&lead, "For all", "EVERYONE_WHO_SEES_THE_LEAD").await.ok();
        world.notified().await;
        assert_eq!((kinds(&reader).await.len(), unread(&reader).await), (1, 1));
        let id = list(&reader, json!({})).await.text("/notifications/nodes/0/id");
        admin.changes_tlp(&lead, "RED").await.ok();
        assert_eq!((kinds(&reader).await.len(), unread(&reader).await), (0, 0));
        for mutation in ["markNotificationRead", "archiveNotification"] {
            world.nothing_changes(change(&reader, mutation, &id)).await.not_found();
            let unknown = change(&reader, mutation, &world.unknown(IdKind::Notification)).await;
            assert_eq!(unknown.0, change(&reader, mutation, &id).await.0);
        }
        admin.comments(&lead, "Among us", "EVERYONE_WHO_SEES_THE_LEAD").await.ok();
        world.notified().await;
        let stored = world.contents().await;
        assert_eq!(stored.rows("notification").len(), 1, "asked again when it was sent: {:?}", stored.rows("notification"));
    }

    async fn of_a_red_lead_nothing_is_said_beside_its_reference(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, named) = (acme.admin().await, acme.investigator().await);
        let lead = admin.creates_from(with(draft(&acme), json!({ "title": "The informant of Yiwu" }))).await;
        let change = json!({ "id": lead.public_id(), "expectedVersion": 1, "tlp": "RED", "reason": "informant", "namedPersonIds": [named.public_id()] });
        admin.act("changeLeadTlp", change).await.ok();
        admin.assigns(&lead, Some(&named)).await.ok();
        world.notified().await;
        let told = list(&named, json!({})).await;
        assert_eq!(told.texts("/notifications/nodes", "/kind"), ["ASSIGNED"]);
        assert!(!told.0.to_string().contains("informant"), "{told}");
        let rows = world.contents().await.rows("notification").join("\n");
        assert!(!rows.contains("informant"), "a row holds no content: {rows}");
    }

    async fn notifications_are_read_put_away_and_listed_by_pages(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, one) = (acme.admin().await, acme.investigator().await);
        let lead = admin.creates(&acme).await;
        one.watches(&lead, true).await.ok();
        for _ in 0..5 {
            admin.comments(&lead, "Look", OWN).await.ok();
            world.after_hours(1);
        }
        world.notified().await;
        let all = list(&one, json!({})).await.texts("/notifications/nodes", "/id");
        assert_eq!(unread(&one).await, 5);
        let (mut pages, mut after) = (Vec::new(), Value::Null);
        loop {
            let page = one.graphql(LIST, json!({ "first": 2, "after": after })).await.ok();
            pages.extend(page.texts("/notifications/nodes", "/id"));
            after = page.data("/notifications/pageInfo/endCursor").clone();
            if page.data("/notifications/pageInfo/hasNextPage") == false {
                break;
            }
        }
        assert_eq!(pages, all);
        let read = change(&one, "markNotificationRead", &all[0]).await.ok();
        assert!(read.data("/markNotificationRead/notification/readAt").is_string());
        change(&one, "archiveNotification", &all[1]).await.ok();
        assert_eq!(unread(&one).await, 3);
        assert_eq!(list(&one, json!({ "unread": true })).await.texts("/notifications/nodes", "/id"), all[2..]);
        assert_eq!(list(&one, json!({ "archived": true })).await.texts("/notifications/nodes", "/id"), all[1..2]);
        world.nothing_changes(change(&admin, "markNotificationRead", &all[2])).await.not_found();
        let done = one.graphql("mutation { markAllNotificationsRead { unread userErrors { code } } }", json!({})).await.ok();
        assert_eq!(done.number("/markAllNotificationsRead/unread"), 0);
        assert_eq!(list(&one, json!({})).await.number("/notifications/totalCount"), 4);
    }

    async fn who_does_not_want_to_be_told_is_not(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, one) = (acme.admin().await, acme.investigator().await);
        let lead = admin.creates(&acme).await;
        one.watches(&lead, true).await.ok();
        let set = prefers(&one, "COMMENTED", false).await.ok();
        let wanted: Vec<bool> = set.list("/setNotificationPreference/preferences").iter().map(|row| row["wanted"] == true).collect();
        assert_eq!(wanted.iter().filter(|wanted| !**wanted).count(), 2, "and each delivery, which only those are told who want it");
        admin.comments(&lead, "Look", OWN).await.ok();
        admin.mentions(&lead, "@{1}", OWN, &[&one]).await.ok();
        world.notified().await;
        assert_eq!(kinds(&one).await, ["MENTIONED"], "each kind by itself");
        prefers(&one, "COMMENTED", true).await.ok();
        admin.comments(&lead, "Again", OWN).await.ok();
        world.notified().await;
        assert_eq!(kinds(&one).await, ["COMMENTED", "MENTIONED"]);
        let listed = one.graphql("{ notificationPreferences { kind wanted mayBeOff } }", json!({})).await.ok();
        let fixed: Vec<_> = listed.list("/notificationPreferences").iter().filter(|row| row["mayBeOff"] == false).collect();
        let fixed: Vec<_> = fixed.iter().map(|row| (row["kind"].as_str().unwrap(), row["wanted"] == true)).collect();
        assert_eq!(fixed, [("RETRACTED", true), ("REFERRAL_STOPPED", true), ("APPRAISAL_CONFLICT", true), ("MAIL_SUSPENDED", true), ("ACCOUNT_CHANGED", true)]);
    }

    async fn open_pages_hear_of_what_is_new_and_of_what_is_gone(world: World) {
        let (acme, bolt) = (world.brand("Acme").await, world.brand("Bolt").await);
        let (admin, reader, other) = (acme.admin().await, bolt.investigator().await, bolt.investigator().await);
        let lead = admin.prepares(&bolt).await;
        admin.shares(&lead, &[&bolt]).await.ok();
        let document = "subscription { notificationActivity { unread notification { kind lead { id } } } }";
        let mut mine = reader.subscribe(document, json!({})).await;
        let mut theirs = other.subscribe(document, json!({})).await;
        for events in [&mut mine, &mut theirs] {
            let first = events.next().await.unwrap().ok();
            assert_eq!(first.data("/notificationActivity"), &json!({ "unread": 0, "notification": null }));
            assert!(futures_util::poll!(events.next()).is_pending());
        }
        let mut position = outbox::head(&world.app.db).await.unwrap();
        bolt.admin().await.assigns(&lead, Some(&reader)).await.ok();
        world.notified().await;
        position = world.told_since(position).await;
        let heard = mine.next().await.unwrap().ok();
        assert_eq!(heard.data("/notificationActivity"), &json!({ "unread": 1, "notification": { "kind": "ASSIGNED", "lead": { "id": lead.public_id() } } }));
        admin.changes_tlp(&lead, "RED").await.ok();
        world.told_since(position).await;
        let heard = mine.next().await.unwrap().ok();
        assert_eq!(heard.data("/notificationActivity"), &json!({ "unread": 0, "notification": null }));
        assert!(futures_util::poll!(theirs.next()).is_pending(), "it is another one's");
    }

    async fn a_page_of_notifications_costs_the_same_number_of_statements(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, one) = (acme.admin().await, acme.investigator().await);
        let mut leads: Vec<Lead> = Vec::new();
        for _ in 0..6 {
            let lead = admin.creates(&acme).await;
            admin.assigns(&lead, Some(&one)).await.ok();
            leads.push(lead);
        }
        world.notified().await;
        // What is noted once is not noted again.
        one.graphql(LIST, json!({ "first": 6 })).await.ok();
        let (_, first) = world.counting_statements(one.graphql(LIST, json!({ "first": 1 }))).await;
        let (_, six) = world.counting_statements(one.graphql(LIST, json!({ "first": 6 }))).await;
        assert_eq!(first, six);
    }
}
