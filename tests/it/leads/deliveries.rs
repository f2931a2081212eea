//! Deliveries: a recipient's answer and the clock it runs against.

use jiff::Timestamp;
use serde_json::json;
use touchstone::{leads::jobs, platform::clock::micros};

use crate::{
    both_databases,
    support::{Asks as _, Lead, Organization, Person, World},
};

/// A lead shared with a recipient, and the people on both sides.
struct Shared {
    lead: Lead,
    recipient: Organization,
    owner: Person,
    reader: Person,
}

async fn shared(world: &World) -> Shared {
    let (acme, recipient) = (world.brand("Acme").await, world.brand("Other").await);
    let (owner, reader) = (acme.admin().await, recipient.investigator().await);
    let lead = owner.prepares(&recipient).await;
    owner.shares(&lead, &[&recipient]).await.ok();
    Shared {
        lead,
        recipient,
        owner,
        reader,
    }
}

fn at(moment: &str) -> Timestamp {
    moment.parse().unwrap()
}

both_databases! {
    async fn a_recipient_opens_takes_up_and_answers(world: World) {
        let Shared { lead, recipient, reader, .. } = shared(&world).await;
        let step = async |mutation| reader.on_delivery(mutation, &lead, &recipient, json!({})).await;
        assert_eq!(step("viewDelivery").await.ok().text("/viewDelivery/delivery/state"), "VIEWED");
        assert_eq!(step("acknowledgeDelivery").await.ok().text("/acknowledgeDelivery/delivery/state"), "ACKNOWLEDGED");
        let answer = reader.answers(&lead, &recipient, "CONFIRMED").await.ok();
        assert_eq!(answer.text("/answerDelivery/delivery/state"), "ANSWERED");
        assert_eq!(answer.data("/answerDelivery/delivery/late"), false);
    }

    async fn i31_a_delivery_takes_only_the_steps_of_its_state(world: World) {
        let Shared { lead, recipient, reader, .. } = shared(&world).await;
        reader.on_delivery("acknowledgeDelivery", &lead, &recipient, json!({})).await.ok();
        world.nothing_changes(async {
            for mutation in ["viewDelivery", "acknowledgeDelivery"] {
                let refused = reader.on_delivery(mutation, &lead, &recipient, json!({})).await;
                refused.refused_with("TRANSITION_NOT_ALLOWED");
            }
        })
        .await;
        reader.answers(&lead, &recipient, "NOT_INFRINGING").await.ok();
        let asking = reader.answers(&lead, &recipient, "NEEDS_INFO");
        world.nothing_changes(asking).await.refused_with("TRANSITION_NOT_ALLOWED");
    }

    async fn a_changed_verdict_is_a_new_answer_beside_the_old_one(world: World) {
        let Shared { lead, recipient, reader, .. } = shared(&world).await;
        reader.answers(&lead, &recipient, "CONFIRMED").await.ok();
        reader.answers(&lead, &recipient, "NOT_INFRINGING").await.ok();
        let document = "query($id: ID!) { lead(id: $id) { deliveries { verdict answers { version verdict } } } }";
        let read = reader.graphql(document, json!({ "id": lead.public_id() })).await.ok();
        assert_eq!(read.texts("/lead/deliveries", "/verdict"), ["NOT_INFRINGING"]);
        assert_eq!(read.texts("/lead/deliveries/0/answers", "/verdict"), ["CONFIRMED", "NOT_INFRINGING"]);
    }

    async fn i31_of_two_answers_to_one_version_the_second_is_told(world: World) {
        let Shared { lead, recipient, reader, .. } = shared(&world).await;
        let first = lead.delivery_to(&recipient).await;
        reader.answers(&lead, &recipient, "CONFIRMED").await.ok();
        let stale = json!({ "expectedVersion": first.version, "verdict": "NOT_MY_BRAND", "reason": "not ours" });
        world.nothing_changes(reader.on_delivery("answerDelivery", &lead, &recipient, stale)).await.refused_with("STALE_VERSION");
    }

    async fn how_many_to_buy_is_said_with_the_verdict_that_asks_for_it(world: World) {
        let Shared { lead, recipient, reader, .. } = shared(&world).await;
        let answer = async |verdict: &str, count: serde_json::Value| {
            let more = json!({ "verdict": verdict, "reason": "to be sure", "testPurchases": count });
            reader.on_delivery("answerDelivery", &lead, &recipient, more).await
        };
        world.nothing_changes(async {
            for (verdict, count) in [
                ("CONFIRMED", json!(2)),
                ("NEEDS_TEST_PURCHASE", json!(null)),
                ("NEEDS_TEST_PURCHASE", json!(0)),
                ("NEEDS_TEST_PURCHASE", json!(-1)),
                ("NEEDS_TEST_PURCHASE", json!(101)),
            ] {
                let refused = answer(verdict, count).await;
                refused.refused_with("BAD_USER_INPUT");
                assert_eq!(refused.error_field().as_deref(), Some("testPurchases"), "{refused}");
            }
        })
        .await;
        answer("NEEDS_TEST_PURCHASE", json!(2)).await.ok();
    }

    async fn nobody_but_the_recipient_answers(world: World) {
        let Shared { lead, recipient, owner, .. } = shared(&world).await;
        let desk = world.secretariat().await.desk().await;
        let stranger = world.brand("Third").await.admin().await;
        world.nothing_changes(async {
            desk.answers(&lead, &recipient, "CONFIRMED").await.refused_with("FORBIDDEN");
            stranger.answers(&lead, &recipient, "CONFIRMED").await.not_found();
            owner.answers(&lead, &recipient, "CONFIRMED").await.not_found();
        })
        .await;
    }

    async fn counsel_answers_for_its_principal_while_the_power_of_attorney_allows(world: World) {
        let Shared { lead, recipient, .. } = shared(&world).await;
        let firm = world.agent_firm("Counsel").await;
        let before = firm.person(&[touchstone::permissions::Role::Mc]).await;
        before.reads(&lead).await.not_found();
        let counsel = firm.agent_for(&recipient).await;
        counsel.answers(&lead, &recipient, "CONFIRMED").await.ok();
        world.after_days(366);
        counsel.reads(&lead).await.not_found();
    }

    async fn i32_a_deadline_knows_its_rule_and_its_calendar(world: World) {
        // Friday the 13th before the Spring Festival: the 14th, a Saturday, is worked, then nine days are off.
        world.clock.set(at("2026-02-13T02:00:00Z"));
        let Shared { lead, recipient, .. } = shared(&world).await;
        let row = lead.delivery_to(&recipient).await;
        assert_eq!(row.due_on, "2026-02-27");
        assert_eq!(row.due_at, micros(at("2026-02-27T16:00:00Z")), "the end of that day in Shanghai");
        assert!(!row.rule.is_empty() && row.calendar_version.starts_with("cn-"), "{row:?}");
        assert!(!row.provisional);
    }

    async fn i32_a_deadline_after_the_last_notice_is_provisional(world: World) {
        world.clock.set(at("2026-12-28T02:00:00Z"));
        let Shared { lead, recipient, .. } = shared(&world).await;
        let row = lead.delivery_to(&recipient).await;
        assert_eq!((row.due_on.as_str(), row.provisional), ("2027-01-05", true));
    }

    async fn i32_a_question_stops_the_clock_and_never_makes_the_deadline_earlier(world: World) {
        let Shared { lead, recipient, owner, reader } = shared(&world).await;
        let communicated = lead.delivery_to(&recipient).await;
        let asked = reader.answers(&lead, &recipient, "NEEDS_INFO").await.ok();
        assert_eq!(asked.text("/answerDelivery/delivery/state"), "NEEDS_INFO");
        assert!(lead.delivery_to(&recipient).await.paused_at.is_some());
        world.after_days(2);
        let answer = json!({ "answer": "It was bought on the 3rd." });
        let resumed = owner.on_delivery("answerInfoRequest", &lead, &recipient, answer).await;
        assert!(resumed.error_code().is_none(), "{resumed}");
        let row = lead.delivery_to(&recipient).await;
        assert_eq!((row.state.as_str(), row.paused_at), ("ACKNOWLEDGED", None));
        // Pushed on Monday the 9th and due on the 16th; two working days stood still.
        assert_eq!((communicated.due_on.as_str(), row.due_on.as_str()), ("2026-03-16", "2026-03-18"));
        assert!(row.due_at > communicated.due_at && row.expires_at > communicated.expires_at);
    }

    async fn i32_a_question_answered_at_once_leaves_the_deadline_where_it_was(world: World) {
        let Shared { lead, recipient, owner, reader } = shared(&world).await;
        let communicated = lead.delivery_to(&recipient).await;
        reader.answers(&lead, &recipient, "NEEDS_INFO").await.ok();
        owner.on_delivery("answerInfoRequest", &lead, &recipient, json!({ "answer": "Yes." })).await;
        let row = lead.delivery_to(&recipient).await;
        assert!(row.due_at >= communicated.due_at && row.expires_at >= communicated.expires_at);
        assert_eq!(row.due_on, communicated.due_on);
    }

    async fn a_question_does_not_stop_the_clock_for_ever(world: World) {
        let Shared { lead, recipient, reader, .. } = shared(&world).await;
        reader.answers(&lead, &recipient, "NEEDS_INFO").await.ok();
        world.after_days(11);
        jobs::sweep(&world.app).await.unwrap();
        assert_eq!(lead.delivery_to(&recipient).await.state, "NEEDS_INFO", "ten working days are not over");
        world.after_days(5);
        jobs::sweep(&world.app).await.unwrap();
        let row = lead.delivery_to(&recipient).await;
        assert_eq!(row.state, "ACKNOWLEDGED");
        assert!(row.due_at > micros(world.now()), "what was left of the time is left");
    }

    async fn only_the_owner_answers_the_recipients_question(world: World) {
        let Shared { lead, recipient, reader, .. } = shared(&world).await;
        let stranger = world.brand("Third").await.admin().await;
        reader.answers(&lead, &recipient, "NEEDS_INFO").await.ok();
        world.nothing_changes(async {
            let answer = json!({ "answer": "Yes." });
            reader.on_delivery("answerInfoRequest", &lead, &recipient, answer.clone()).await.refused_with("FORBIDDEN");
            stranger.on_delivery("answerInfoRequest", &lead, &recipient, answer).await.not_found();
        })
        .await;
    }

    async fn what_nobody_answers_is_overdue_then_lapses_and_the_desk_settles_it(world: World) {
        let Shared { lead, recipient, .. } = shared(&world).await;
        let desk = world.secretariat().await.desk().await;
        let due = lead.delivery_to(&recipient).await;
        let state = async || lead.delivery_to(&recipient).await.state;
        let moment = |micros: i64| touchstone::platform::clock::timestamp(micros);
        world.clock.set(moment(due.due_at - 1));
        assert_eq!(jobs::sweep(&world.app).await.unwrap(), 0, "the last day is not over");
        world.clock.set(moment(due.due_at));
        assert_eq!(jobs::sweep(&world.app).await.unwrap(), 1);
        assert_eq!(state().await, "OVERDUE");
        assert_eq!(jobs::sweep(&world.app).await.unwrap(), 0, "a second sweep finds nothing");
        world.clock.set(moment(due.expires_at));
        assert_eq!(jobs::sweep(&world.app).await.unwrap(), 1);
        assert_eq!(state().await, "EXPIRED");
        let settle = async |how: &str| desk.on_delivery("settleExpiredDelivery", &lead, &recipient, json!({ "settlement": how })).await;
        settle("REPUSH").await.ok();
        let again = lead.delivery_to(&recipient).await;
        assert_eq!((again.state.as_str(), again.round), ("PUSHED", 2));
        assert!(again.due_at > due.due_at);
        world.nothing_changes(settle("CLOSE")).await.refused_with("TRANSITION_NOT_ALLOWED");
    }

    async fn a_late_answer_is_taken_and_says_so(world: World) {
        let Shared { lead, recipient, reader, .. } = shared(&world).await;
        world.after_days(9);
        jobs::sweep(&world.app).await.unwrap();
        let answer = reader.answers(&lead, &recipient, "CONFIRMED").await.ok();
        assert_eq!(answer.data("/answerDelivery/delivery/late"), true);
    }

    async fn only_the_desk_settles(world: World) {
        let Shared { lead, recipient, owner, reader } = shared(&world).await;
        world.after_days(30);
        jobs::sweep(&world.app).await.unwrap();
        jobs::sweep(&world.app).await.unwrap();
        assert_eq!(lead.delivery_to(&recipient).await.state, "EXPIRED");
        let close = json!({ "settlement": "CLOSE" });
        world.nothing_changes(async {
            owner.on_delivery("settleExpiredDelivery", &lead, &recipient, close.clone()).await.refused_with("FORBIDDEN");
            reader.on_delivery("settleExpiredDelivery", &lead, &recipient, close.clone()).await.refused_with("FORBIDDEN");
        })
        .await;
        let desk = world.secretariat().await.desk().await;
        desk.on_delivery("settleExpiredDelivery", &lead, &recipient, close).await.ok();
        assert_eq!(lead.delivery_to(&recipient).await.state, "CLOSED");
    }

    async fn i35_a_retracted_lead_asks_nobody_any_more(world: World) {
        let Shared { lead, recipient, owner, reader } = shared(&world).await;
        owner.retracts(&lead).await.ok();
        assert_eq!(lead.delivery_to(&recipient).await.state, "CLOSED");
        let read = reader.reads(&lead).await.ok();
        let kinds = read.texts("/lead/timeline/edges", "/node/kind");
        assert!(kinds.contains(&"RETRACTED".to_owned()), "the recipient is told: {kinds:?}");
        world.nothing_changes(reader.answers(&lead, &recipient, "CONFIRMED")).await.refused_with("TRANSITION_NOT_ALLOWED");
    }

    async fn a_lead_shared_twice_is_delivered_once(world: World) {
        let Shared { lead, recipient, owner, .. } = shared(&world).await;
        let third = world.brand("Third").await;
        owner.shares(&lead, &[&recipient, &third]).await.ok();
        assert_eq!(lead.deliveries().await, 1, "the third owns none of its brands");
    }

    async fn an_inbox_is_ordered_by_deadline(world: World) {
        let (acme, recipient) = (world.brand("Acme").await, world.brand("Other").await);
        let (owner, reader) = (acme.admin().await, recipient.investigator().await);
        for _ in 0..3 {
            let lead = owner.prepares(&recipient).await;
            owner.shares(&lead, &[&recipient]).await.ok();
            world.after_days(1);
        }
        let document = "query($direction: OrderDirection!) { deliveries(first: 10, filter: { open: true }, \
            orderBy: { field: DUE_AT, direction: $direction }) { totalCount edges { node { dueOn } } } }";
        let due = async |direction: &str| {
            let answer = reader.graphql(document, json!({ "direction": direction })).await.ok();
            answer.texts("/deliveries/edges", "/node/dueOn")
        };
        assert_eq!(due("ASC").await, ["2026-03-16", "2026-03-17", "2026-03-18"]);
        assert_eq!(due("DESC").await, ["2026-03-18", "2026-03-17", "2026-03-16"]);
    }
}
