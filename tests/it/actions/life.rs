//! From a proposal to the day: who takes which step, and what a change undoes.

use serde_json::json;
use touchstone::platform::ids::IdKind;

use super::{Cast, acts, lists, moves, reads, row, told, window};
use crate::{
    both_databases,
    support::{Asks as _, with},
};

both_databases! {
    async fn an_action_goes_from_its_proposal_to_its_execution(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.proposed(json!({})).await;
        let read = reads(&cast.leader, &id).await.ok();
        assert_eq!(read.text("/offlineAction/window/startsAt"), "2026-03-11T22:00:00Z", "by the clock at the sites");
        assert_eq!(read.list("/offlineAction/team").len(), 5, "the proposer takes part");
        for (by, mutation, reached) in cast.way() {
            let moved = moves(by, mutation, &id, json!({})).await.ok();
            assert_eq!(moved.text(&format!("/{mutation}/action/state")), reached, "{mutation}");
        }
        let read = reads(&cast.investigator, &id).await.ok();
        assert!(!read.data("/offlineAction/executedAt").is_null());
        assert_eq!(read.list("/offlineAction/approvals").len(), 2);
    }

    async fn law_enforcement_alone_sets_begins_and_ends_it(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.brought_to("APPROVED", json!({})).await;
        for (mutation, reached) in [("scheduleOfflineAction", "SCHEDULED"), ("startOfflineAction", "IN_PROGRESS"), ("executeOfflineAction", "EXECUTED")] {
            for by in [&cast.desk, &cast.second, &cast.investigator, &cast.officer] {
                world.nothing_changes(moves(by, mutation, &id, json!({}))).await.refused_with("FORBIDDEN");
            }
            moves(&cast.leader, mutation, &id, json!({})).await.ok();
            assert_eq!(row(&world, &id).await.state, reached);
        }
    }

    async fn two_sides_approve_and_neither_what_it_proposed(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.brought_to("PLANNED", json!({})).await;
        world.nothing_changes(moves(&cast.desk, "approveOfflineAction", &id, json!({}))).await.refused_with("FOUR_EYES");
        for by in [&cast.officer, &cast.investigator] {
            world.nothing_changes(moves(by, "approveOfflineAction", &id, json!({}))).await.refused_with("FORBIDDEN");
        }
        moves(&cast.leader, "approveOfflineAction", &id, json!({})).await.ok();
        world.nothing_changes(moves(&cast.leader, "approveOfflineAction", &id, json!({}))).await.refused_with("TRANSITION_NOT_ALLOWED");
        assert_eq!(row(&world, &id).await.state, "PLANNED", "one side does not suffice");
        moves(&cast.second, "approveOfflineAction", &id, json!({})).await.ok();
        assert_eq!(row(&world, &id).await.state, "APPROVED");
    }

    async fn a_change_is_planned_and_approved_anew(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.brought_to("PLANNED", json!({})).await;
        moves(&cast.second, "approveOfflineAction", &id, json!({})).await.ok();
        let later = json!({ "window": window("2026-03-13T06:00", "2026-03-13T18:00") });
        let changed = moves(&cast.officer, "changeOfflineAction", &id, later).await.ok();
        assert_eq!(changed.text("/changeOfflineAction/action/state"), "DECONFLICTING");
        assert!(changed.list("/changeOfflineAction/action/approvals").is_empty());
        let stale = json!({ "id": id, "expectedVersion": 1, "title": "Other" });
        world.nothing_changes(acts(&cast.officer, "changeOfflineAction", stale)).await.refused_with("STALE_VERSION");
    }

    async fn it_rests_on_a_lead_that_was_confirmed_or_on_a_case_of_law_enforcement_s_own(world: World) {
        let cast = Cast::of(&world).await;
        let fresh = cast.admin.prepares(&cast.acme).await;
        let open = cast.proposal(json!({ "leadIds": [fresh.public_id()] }));
        let refused = world.nothing_changes(acts(&cast.desk, "proposeOfflineAction", open)).await;
        assert_eq!(refused.error_field().as_deref(), Some("leadIds"), "{refused}");
        let own = json!({ "leadIds": [], "isOwnCase": true });
        world.nothing_changes(acts(&cast.desk, "proposeOfflineAction", cast.proposal(own.clone()))).await.refused_with("BAD_USER_INPUT");
        acts(&cast.leader, "proposeOfflineAction", cast.proposal(own)).await.ok();
        let unknown = cast.proposal(json!({ "leadIds": [world.unknown(IdKind::Lead)] }));
        world.nothing_changes(acts(&cast.desk, "proposeOfflineAction", unknown)).await.not_found();
    }

    async fn a_proposal_that_is_sent_twice_is_made_once(world: World) {
        let cast = Cast::of(&world).await;
        let input = cast.proposal(json!({}));
        let first = acts(&cast.desk, "proposeOfflineAction", input.clone()).await.ok();
        let again = world.nothing_changes(acts(&cast.desk, "proposeOfflineAction", input.clone())).await.ok();
        assert_eq!(first.text("/proposeOfflineAction/action/id"), again.text("/proposeOfflineAction/action/id"));
        let other = with(input, json!({ "title": "Another" }));
        world.nothing_changes(acts(&cast.desk, "proposeOfflineAction", other)).await.refused_with("IDEMPOTENCY_MISMATCH");
    }

    async fn what_cannot_be_is_said_by_its_field(world: World) {
        let cast = Cast::of(&world).await;
        let no_lead = json!([{ "personId": cast.officer.public_id(), "role": "OFFICER" }]);
        let stranger = json!([{ "personId": cast.leader.public_id(), "role": "LEAD" }, { "personId": cast.admin.public_id(), "role": "OFFICER" }]);
        for (more, field) in [
            (json!({ "team": no_lead }), "team"),
            (json!({ "team": stranger }), "team.1.personId"),
            (json!({ "leadAgencyId": cast.acme.public_id() }), "leadAgencyId"),
            (json!({ "window": window("2026-03-12T18:00", "2026-03-12T06:00") }), "window.endsLocal"),
            (json!({ "window": window("2026-03-01T06:00", "2026-03-02T06:00") }), "window.endsLocal"),
            (json!({ "window": { "startsLocal": "2026-03-12T06:00", "endsLocal": "2026-03-12T07:00", "timeZone": "Mars/Base" } }), "window.timeZone"),
            (json!({ "title": " " }), "title"),
        ] {
            let refused = world.nothing_changes(acts(&cast.desk, "proposeOfflineAction", cast.proposal(more.clone()))).await;
            refused.refused_with("BAD_USER_INPUT");
            assert_eq!(refused.error_field().as_deref(), Some(field), "{more}: {refused}");
        }
    }

    async fn the_team_is_told_and_whoever_leaves_it_knows_no_more(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.proposed(json!({})).await;
        world.notified().await;
        assert_eq!(told(&cast.leader).await, ["ACTION_TEAM"]);
        assert!(told(&cast.desk).await.is_empty(), "who proposed it knows");
        moves(&cast.desk, "submitOfflineAction", &id, json!({})).await.ok();
        world.notified().await;
        assert_eq!(told(&cast.officer).await, ["ACTION_CHANGED", "ACTION_TEAM"]);
        let version = row(&world, &id).await.version;
        let leaves = json!({ "actionId": id, "expectedVersion": version, "personId": cast.officer.public_id() });
        acts(&cast.leader, "removeTeamMember", leaves).await.ok();
        reads(&cast.officer, &id).await.not_found();
        assert!(told(&cast.officer).await.is_empty(), "what it was told goes with what it sees");
        let version = row(&world, &id).await.version;
        let last = json!({ "actionId": id, "expectedVersion": version, "personId": cast.leader.public_id() });
        assert!(world.nothing_changes(acts(&cast.desk, "removeTeamMember", last)).await.error_code().is_some(), "somebody leads it");
    }

    async fn it_is_put_off_broken_off_given_up_and_stopped_with_a_reason(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.brought_to("SCHEDULED", json!({})).await;
        let why = json!({ "reason": "The hall is empty" });
        moves(&cast.investigator, "askOfflineActionStop", &id, why.clone()).await.ok();
        assert_eq!(row(&world, &id).await.state, "SCHEDULED", "asking is not doing");
        world.notified().await;
        assert!(told(&cast.leader).await.contains(&"ACTION_CHANGED".to_owned()));
        moves(&cast.leader, "postponeOfflineAction", &id, why.clone()).await.ok();
        let read = reads(&cast.desk, &id).await.ok();
        assert_eq!((read.text("/offlineAction/state"), read.text("/offlineAction/reason")), ("POSTPONED".to_owned(), "The hall is empty".to_owned()));
        assert!(read.list("/offlineAction/approvals").is_empty());
        moves(&cast.desk, "submitOfflineAction", &id, json!({})).await.ok();
        moves(&cast.leader, "cancelOfflineAction", &id, why.clone()).await.ok();
        world.nothing_changes(moves(&cast.desk, "submitOfflineAction", &id, json!({}))).await.refused_with("TRANSITION_NOT_ALLOWED");
        let other = cast.brought_to("IN_PROGRESS", json!({ "sites": [super::site("330203", "Elsewhere 1")] })).await;
        moves(&cast.leader, "abortOfflineAction", &other, why).await.ok();
        assert_eq!(row(&world, &other).await.state, "ABORTED");
    }

    async fn tasks_are_given_and_done(world: World) {
        let cast = Cast::of(&world).await;
        let id = cast.proposed(json!({})).await;
        let task = json!({ "idempotencyKey": "van", "actionId": id, "title": "A van", "assigneeId": cast.officer.public_id() });
        let fields = "tasks { id title doneAt version assignee { id } }";
        let added = super::acts_selecting(&cast.leader, "addActionTask", task.clone(), fields).await.ok();
        world.nothing_changes(super::acts_selecting(&cast.leader, "addActionTask", task, fields)).await.ok();
        let given = added.data("/addActionTask/action/tasks/0").clone();
        let done = json!({ "actionId": id, "taskId": given["id"], "expectedVersion": given["version"] });
        let done = super::acts_selecting(&cast.officer, "completeActionTask", done, fields).await.ok();
        assert!(!done.data("/completeActionTask/action/tasks/0/doneAt").is_null());
    }

    async fn a_campaign_is_seen_by_who_made_it_and_by_who_sees_an_action_of_it(world: World) {
        let cast = Cast::of(&world).await;
        let document = "mutation($input: CreateEnforcementOperationInput!) { createEnforcementOperation(input: $input) { operation { id version } userErrors { code } } }";
        let input = json!({ "idempotencyKey": "autumn", "name": "Autumn" });
        let made = cast.desk.graphql(document, json!({ "input": input })).await.ok();
        let operation = made.text("/createEnforcementOperation/operation/id");
        let read = "query($id: ID!) { enforcementOperation(id: $id) { name actions { id } } }";
        cast.leader.graphql(read, json!({ "id": operation })).await.not_found();
        let id = cast.proposed(json!({ "operationId": operation })).await;
        let seen = cast.leader.graphql(read, json!({ "id": operation })).await.ok();
        assert_eq!(seen.texts("/enforcementOperation/actions", "/id"), std::slice::from_ref(&id));
        cast.admin.graphql(read, json!({ "id": operation })).await.not_found();
        assert_eq!(lists(&cast.leader, json!({ "operationId": operation })).await, [id]);
    }
}
