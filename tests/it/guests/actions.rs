//! A link and a code open one action to an officer without an account: what is needed on the day, and nothing else.

use touchstone::permissions::Role;

use super::*;
use crate::{
    actions::{Cast, acts, lists, moves, reads, row, told},
    referrals::agency,
};

const INVITED: &str =
    "id mayInviteGuests guests { id role isOpen version attendance attendanceNote openedAt revokedAt officer { id } }";
const DAY: &str = "id reference title kind state version language agencyName leadAgencyName role contactName contactEmail \
    window { startsLocal endsLocal timeZone } sites { kind country divisionCode address } riskNotes riskNotesWithheld \
    tasks { title doneAt } attendance attendanceNote attendanceVersion mayAnswerAttendance allowedReports sessionEndsAt";

/// An action and an officer without an account of the agency that leads it.
struct Day {
    cast: Cast,
    chief: Person,
    officer: String,
    /// The action.
    id: String,
}

impl Day {
    async fn of(world: &World, state: &str) -> Self {
        let cast = Cast::of(world).await;
        let chief = world.secretariat().await.secretariat_admin().await;
        agency(&chief, &cast.police, "CN").await;
        let officer = Self::officer_of(&chief, &cast, &cast.police).await;
        let id = cast
            .brought_to(state, json!({ "riskNotes": "A dog in the yard." }))
            .await;
        Self {
            cast,
            chief,
            officer,
            id,
        }
    }

    async fn officer_of(chief: &Person, cast: &Cast, agency: &crate::support::Organization) -> String {
        let two = (&cast.desk, &cast.second);
        officer_with(chief, two, agency, None, json!({ "languages": ["zh"] })).await
    }

    fn world(&self) -> &World {
        &self.cast.world
    }

    async fn invites(&self, by: &Person, more: Value) -> Response {
        let input = json!({ "idempotencyKey": self.world().id().to_string(), "actionId": self.id, "officerId": self.officer,
            "role": "OFFICER" });
        let document = format!(
            "mutation($input: InviteActionGuestInput!) {{ inviteActionGuest(input: $input) {{ action {{ {INVITED} }} \
             userErrors {{ code field }} }} }}"
        );
        let input = crate::support::with(input, more);
        by.graphql(&document, json!({ "input": input })).await
    }

    async fn revokes(&self, by: &Person, guest: &str, version: i64) -> Response {
        let input =
            json!({ "actionId": self.id, "guestId": guest, "expectedVersion": version, "reason": "not needed" });
        let document = format!(
            "mutation($input: RevokeActionGuestInput!) {{ revokeActionGuest(input: $input) {{ action {{ {INVITED} }} \
             userErrors {{ code field }} }} }}"
        );
        by.graphql(&document, json!({ "input": input })).await
    }

    /// What stands behind the `#` of the link in the last mail.
    async fn link(&self) -> String {
        link_in(&self.world().letters_of(MailKind::GuestLink).await.pop().unwrap().1)
    }

    async fn opens(&self, mutation: &str, link: &str, code: &str) -> Response {
        let kind = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
        let document = format!(
            "mutation($input: {kind}!) {{ {mutation}(input: $input) {{ session {{ token }} userErrors {{ code }} }} }}"
        );
        let input = json!({ "input": { "link": link, "code": code } });
        self.world().anonymous().graphql(&document, input).await
    }

    /// The officer of the last link, who came in.
    async fn comes_in(&self) -> Guest {
        let link = self.link().await;
        let asked = asks(self.world(), &link).await.ok();
        assert_eq!(asked.text("/askGuestCode/opens"), "ACTION");
        let code = code_in(&self.world().letters_of(MailKind::GuestCode).await.pop().unwrap().1);
        let opened = self.opens("openGuestAction", &link, &code).await.ok();
        Guest {
            world: self.world().clone(),
            token: opened.text("/openGuestAction/session/token"),
        }
    }

    /// The same after the desk has invited the officer.
    async fn guest(&self, role: &str) -> Guest {
        let by = if role == "LEAD" {
            &self.cast.leader
        } else {
            &self.cast.desk
        };
        self.invites(by, json!({ "role": role })).await.ok();
        self.comes_in().await
    }
}

async fn sees(guest: &Guest) -> Response {
    guest
        .graphql(&format!("{{ guestAction {{ {DAY} }} }}"), json!({}))
        .await
}

async fn attends(guest: &Guest, attendance: &str, note: Option<&str>) -> Response {
    let version = sees(guest).await.number("/guestAction/attendanceVersion");
    attends_at(guest, version, attendance, note).await
}

async fn attends_at(guest: &Guest, version: i64, attendance: &str, note: Option<&str>) -> Response {
    let document = format!(
        "mutation($input: AnswerGuestAttendanceInput!) {{ answerGuestAttendance(input: $input) {{ action {{ {DAY} }} \
         userErrors {{ code field }} }} }}"
    );
    let input = json!({ "expectedVersion": version, "attendance": attendance, "note": note });
    guest.graphql(&document, json!({ "input": input })).await
}

async fn reports(guest: &Guest, report: &str) -> Response {
    let version = sees(guest).await.number("/guestAction/version");
    reports_at(guest, version, report).await
}

async fn reports_at(guest: &Guest, version: i64, report: &str) -> Response {
    let document = format!(
        "mutation($input: ReportGuestActionInput!) {{ reportGuestAction(input: $input) {{ action {{ {DAY} }} \
         userErrors {{ code field }} }} }}"
    );
    let input = json!({ "expectedVersion": version, "report": report });
    guest.graphql(&document, json!({ "input": input })).await
}

/// Marks the lead on which an action rests.
async fn marks(day: &Day, tlp: &str, handling: &str) {
    let db = day.world().app.db.write();
    let row = entity::lead::Entity::find_by_id(day.cast.lead.id).one(db).await;
    let mut row = row.unwrap().unwrap().into_active_model();
    (row.tlp, row.handling_code) = (Set(tlp.to_owned()), Set(handling.to_owned()));
    row.update(db).await.unwrap();
}

/// Insists that nothing is open any more: neither the session nor the link.
async fn is_out(day: &Day, guest: &Guest, link: &str) {
    sees(guest).await.refused_with("TOKEN_INVALID");
    let world = day.world();
    world
        .nothing_changes(attends_at(guest, 1, "CONFIRMED", None))
        .await
        .refused_with("TOKEN_INVALID");
    let version = i64::from(row(world, &day.id).await.version);
    world
        .nothing_changes(reports_at(guest, version, "STARTED"))
        .await
        .refused_with("TOKEN_INVALID");
    world
        .nothing_changes(asks(world, link))
        .await
        .refused_with("TOKEN_INVALID");
}

/// The verbs of all entries of the log, with what they say.
async fn log(world: &World) -> Vec<entity::audit_entry::Model> {
    entity::audit_entry::Entity::find()
        .all(world.app.db.read())
        .await
        .unwrap()
}

both_databases! {
    async fn a_link_and_a_code_open_the_action_in_the_officers_language(world: World) {
        let day = Day::of(&world, "SCHEDULED").await;
        for (assignee, title) in [(&day.cast.officer, "Bring the van"), (&day.cast.investigator, "Bring the samples")] {
            let task = json!({ "idempotencyKey": title, "actionId": day.id, "title": title, "assigneeId": assignee.public_id() });
            acts(&day.cast.desk, "addActionTask", task).await.ok();
        }
        let guest = day.guest("OFFICER").await;
        let seen = sees(&guest).await.ok();
        let text = |path: &str| seen.text(&format!("/guestAction/{path}"));
        assert_eq!((text("id"), text("language"), text("role")), (day.id.clone(), "ZH_HANS".into(), "OFFICER".into()));
        assert_eq!((text("window/startsLocal"), text("window/timeZone")), ("2026-03-12T06:00".into(), "Asia/Shanghai".into()));
        assert_eq!(seen.texts("/guestAction/sites", "/address"), ["Market Road 1", "Market Road 2, cellar"]);
        assert_eq!((text("riskNotes"), text("agencyName")), ("A dog in the yard.".into(), "Police".into()));
        assert!([&day.cast.desk, &day.cast.second].iter().any(|desk| desk.email == text("contactEmail")));
        assert_eq!(seen.texts("/guestAction/tasks", "/title"), ["Bring the van"], "what is for law enforcement");
        assert_eq!(seen.data("/guestAction/allowedReports"), &json!([]), "it does not lead");
        let read = day.cast.leader.graphql(&format!("query($id: ID!) {{ offlineAction(id: $id) {{ {INVITED} }} }}"), json!({ "id": day.id })).await.ok();
        assert!(!read.data("/offlineAction/guests/0/openedAt").is_null());
        assert_eq!(read.data("/offlineAction/guests/0/isOpen"), &json!(true));
        guest.leaves().await.ok();
        sees(&guest).await.refused_with("TOKEN_INVALID");
    }

    async fn a_guest_says_whether_it_comes(world: World) {
        let day = Day::of(&world, "APPROVED").await;
        let guest = day.guest("OFFICER").await;
        assert_eq!(world.nothing_changes(attends(&guest, "DECLINED", None)).await.error_field().as_deref(), Some("note"));
        attends(&guest, "CONFIRMED", None).await.ok();
        world.nothing_changes(attends_at(&guest, 1, "DECLINED", Some("ill"))).await.refused_with("STALE_VERSION");
        world.notified().await;
        let before = told(&day.cast.leader).await.len();
        let declined = attends(&guest, "DECLINED", Some("Another raid.")).await.ok();
        assert_eq!(declined.text("/answerGuestAttendance/action/attendance"), "DECLINED");
        world.notified().await;
        assert_eq!(told(&day.cast.leader).await.len(), before + 1, "who leads it has to count anew");
        let entries = log(&world).await;
        let said: Vec<_> = entries.iter().filter(|entry| entry.action == "answerGuestAttendance").collect();
        assert_eq!(said.len(), 2);
        assert!(said.iter().all(|entry| entry.actor_id.is_none() && entry.detail.contains(&day.officer)));
        for mutation in ["scheduleOfflineAction", "startOfflineAction"] {
            moves(&day.cast.leader, mutation, &day.id, json!({})).await.ok();
        }
        assert_eq!(sees(&guest).await.data("/guestAction/mayAnswerAttendance"), &json!(false));
        world.nothing_changes(attends(&guest, "CONFIRMED", None)).await.refused_with("TRANSITION_NOT_ALLOWED");
    }

    async fn a_guest_who_leads_begins_and_ends_it_as_the_states_allow(world: World) {
        let day = Day::of(&world, "APPROVED").await;
        let guest = day.guest("LEAD").await;
        world.nothing_changes(reports(&guest, "STARTED")).await.refused_with("TRANSITION_NOT_ALLOWED");
        moves(&day.cast.leader, "scheduleOfflineAction", &day.id, json!({})).await.ok();
        assert_eq!(sees(&guest).await.data("/guestAction/allowedReports"), &json!(["STARTED"]));
        world.nothing_changes(reports(&guest, "EXECUTED")).await.refused_with("TRANSITION_NOT_ALLOWED");
        let version = i64::from(row(&world, &day.id).await.version);
        world.nothing_changes(reports_at(&guest, version - 1, "STARTED")).await.refused_with("STALE_VERSION");
        let begun = reports(&guest, "STARTED").await.ok();
        assert_eq!(begun.text("/reportGuestAction/action/state"), "IN_PROGRESS");
        let done = reports(&guest, "EXECUTED").await.ok();
        assert_eq!(done.text("/reportGuestAction/action/state"), "EXECUTED");
        assert!(row(&world, &day.id).await.executed_at.is_some());
        let entries = log(&world).await;
        for verb in ["startOfflineAction", "executeOfflineAction"] {
            let entry = entries.iter().find(|entry| entry.action == verb).unwrap();
            assert!(entry.actor_id.is_none() && entry.detail.contains(&day.officer), "{verb}: {}", entry.detail);
        }
    }

    async fn a_guest_who_does_not_lead_begins_nothing(world: World) {
        let day = Day::of(&world, "SCHEDULED").await;
        let guest = day.guest("OFFICER").await;
        for report in ["STARTED", "EXECUTED"] {
            world.nothing_changes(reports(&guest, report)).await.refused_with("FORBIDDEN");
        }
    }

    async fn what_is_for_named_people_alone_needs_an_account_in_actions_too(world: World) {
        let day = Day::of(&world, "SCHEDULED").await;
        let guest = day.guest("OFFICER").await;
        let link = day.link().await;
        for (tlp, handling) in [("RED", "H0"), ("AMBER", "H2"), ("AMBER", "H3")] {
            marks(&day, tlp, handling).await;
            is_out(&day, &guest, &link).await;
            let refused = world.nothing_changes(day.invites(&day.cast.desk, json!({}))).await;
            assert_eq!(refused.error_field().as_deref(), Some("actionId"), "{tlp} {handling}");
        }
        marks(&day, "AMBER_STRICT", "H1").await;
        let seen = sees(&guest).await.ok();
        assert_eq!(seen.data("/guestAction/riskNotes"), &Value::Null);
        assert_eq!(seen.data("/guestAction/riskNotesWithheld"), &json!(true));
    }

    async fn a_link_that_is_taken_back_is_dead_at_once(world: World) {
        let day = Day::of(&world, "SCHEDULED").await;
        let invited = day.invites(&day.cast.desk, json!({})).await.ok();
        let id = invited.text("/inviteActionGuest/action/guests/0/id");
        let guest = day.comes_in().await;
        let link = day.link().await;
        for (by, code) in [(&day.cast.officer, "FORBIDDEN"), (&day.cast.investigator, "FORBIDDEN")] {
            world.nothing_changes(day.revokes(by, &id, 1)).await.refused_with(code);
        }
        world.nothing_changes(day.revokes(&day.cast.leader, &id, 7)).await.refused_with("STALE_VERSION");
        let unknown = world.unknown(IdKind::Guest);
        assert_eq!(world.nothing_changes(day.revokes(&day.cast.leader, &unknown, 1)).await.error_field().as_deref(), Some("guestId"));
        let revoked = day.revokes(&day.cast.leader, &id, 1).await.ok();
        assert_eq!(revoked.data("/revokeActionGuest/action/guests/0/isOpen"), &json!(false));
        is_out(&day, &guest, &link).await;
        world.nothing_changes(day.revokes(&day.cast.leader, &id, 2)).await.refused_with("TRANSITION_NOT_ALLOWED");
        let again = day.guest("OFFICER").await;
        sees(&again).await.ok();
        is_out(&day, &guest, &link).await;
    }

    async fn an_action_that_is_over_is_closed_to_its_guests(world: World) {
        let day = Day::of(&world, "SCHEDULED").await;
        let guest = day.guest("LEAD").await;
        let link = day.link().await;
        moves(&day.cast.leader, "cancelOfflineAction", &day.id, json!({ "reason": "Rain" })).await.ok();
        is_out(&day, &guest, &link).await;
        world.nothing_changes(day.invites(&day.cast.desk, json!({}))).await.refused_with("TRANSITION_NOT_ALLOWED");
    }

    async fn an_officer_who_is_revoked_or_gets_an_account_is_out_of_the_action(world: World) {
        let day = Day::of(&world, "SCHEDULED").await;
        let guest = day.guest("OFFICER").await;
        let link = day.link().await;
        let id = decode_as(IdKind::Officer, &day.officer).unwrap();
        let account = async |person: Option<Uuid>| {
            let db = world.app.db.write();
            let mut officer = entity::agency_officer::Entity::find_by_id(id).one(db).await.unwrap().unwrap().into_active_model();
            officer.person_id = Set(person);
            officer.update(db).await.unwrap();
        };
        account(Some(day.cast.police.officer().await.id)).await;
        is_out(&day, &guest, &link).await;
        assert_eq!(world.nothing_changes(day.invites(&day.cast.desk, json!({}))).await.error_field().as_deref(), Some("officerId"));
        account(None).await;
        sees(&guest).await.ok();
        revokes_officer(&day.chief, &day.officer).await;
        is_out(&day, &guest, &link).await;
    }

    async fn an_agency_that_leaves_the_team_takes_its_guests_along(world: World) {
        let mut day = Day::of(&world, "SCHEDULED").await;
        let customs = world.agency("Customs").await;
        agency(&day.chief, &customs, "CN").await;
        day.officer = Day::officer_of(&day.chief, &day.cast, &customs).await;
        let refused = world.nothing_changes(day.invites(&day.cast.desk, json!({}))).await;
        assert_eq!(refused.error_field().as_deref(), Some("officerId"), "it does not take part yet");
        let colleague = customs.officer().await;
        let member = json!({ "personId": colleague.public_id(), "role": "OFFICER" });
        let team = |more: Value, version: i32| crate::support::with(json!({ "actionId": day.id, "expectedVersion": version }), more);
        acts(&day.cast.leader, "addTeamMember", team(json!({ "member": member }), row(&world, &day.id).await.version)).await.ok();
        let lead = world.nothing_changes(day.invites(&day.cast.desk, json!({ "role": "LEAD" }))).await;
        assert_eq!(lead.error_field().as_deref(), Some("role"), "to lead is for the lead agency");
        let guest = day.guest("OFFICER").await;
        let link = day.link().await;
        assert_eq!(sees(&guest).await.text("/guestAction/agencyName"), "Customs");
        let gone = team(json!({ "personId": colleague.public_id() }), row(&world, &day.id).await.version);
        acts(&day.cast.leader, "removeTeamMember", gone).await.ok();
        is_out(&day, &guest, &link).await;
    }

    async fn who_leads_it_and_its_desk_invite_and_nobody_else(world: World) {
        let day = Day::of(&world, "PLANNED").await;
        for by in [&day.cast.officer, &day.cast.investigator] {
            world.nothing_changes(day.invites(by, json!({}))).await.refused_with("FORBIDDEN");
        }
        for by in [day.cast.police.officer().await, day.chief.clone()] {
            world.nothing_changes(day.invites(&by, json!({}))).await.not_found();
        }
        let unknown = json!({ "officerId": world.unknown(IdKind::Officer) });
        world.nothing_changes(day.invites(&day.cast.desk, unknown)).await.not_found();
        for role in ["DESK", "INVESTIGATOR", "OBSERVER"] {
            let refused = world.nothing_changes(day.invites(&day.cast.desk, json!({ "role": role }))).await;
            assert_eq!(refused.error_field().as_deref(), Some("role"));
        }
        let once = json!({ "idempotencyKey": "once" });
        let invited = day.invites(&day.cast.leader, once.clone()).await.ok();
        assert_eq!(invited.data("/inviteActionGuest/action/mayInviteGuests"), &json!(true));
        let first = day.link().await;
        world.nothing_changes(day.invites(&day.cast.leader, once)).await.ok();
        let again = day.invites(&day.cast.desk, json!({ "role": "LEAD" })).await.ok();
        assert_eq!(again.list("/inviteActionGuest/action/guests").len(), 1, "the same guest, with another link");
        assert_eq!(again.text("/inviteActionGuest/action/guests/0/role"), "LEAD");
        assert_eq!(world.letters_of(MailKind::GuestLink).await.len(), 2);
        asks(&world, &first).await.ok();
    }

    /// Default deny: a guest of one action reaches neither another action nor a referral nor anything else.
    async fn a_guest_of_one_action_reaches_nothing_else(world: World) {
        let mut day = Day::of(&world, "SCHEDULED").await;
        let guest = day.guest("OFFICER").await;
        let own = (day.id.clone(), day.link().await);
        day.id = day.cast.proposed(json!({ "sites": [crate::actions::site("330103", "Elsewhere 3")] })).await;
        day.invites(&day.cast.desk, json!({})).await.ok();
        let other = (day.id.clone(), day.link().await);
        assert_ne!(own.1, other.1);
        assert_eq!(sees(&guest).await.text("/guestAction/id"), own.0);

        let refused = world.nothing_changes(async {
            let mut refused = 0;
            for field in Contract::of(&world.schema).roots() {
                let asked = requirement(&field.parent, &field.name).unwrap();
                if asked == Requirement::Anyone || field.parent == "Subscription" {
                    continue;
                }
                let answer = guest.graphql(&field.document, json!({})).await;
                assert_eq!(answer.error_code(), Some("UNAUTHENTICATED"), "{}: {answer}", field.name);
                refused += 1;
            }
            refused
        })
        .await;
        assert!(refused > 100, "{refused}");
        for id in [&own.0, &other.0] {
            for document in ["query($id: ID!) { offlineAction(id: $id) { id } }", "query($id: ID!) { node(id: $id) { id } }"] {
                guest.graphql(document, json!({ "id": id })).await.refused_with("UNAUTHENTICATED");
            }
        }
        guest.graphql("{ guestReferral { id } }", json!({})).await.refused_with("TOKEN_INVALID");
        world.nothing_changes(guest.opens_package("PDF")).await.refused_with("TOKEN_INVALID");
        let answer = "mutation($input: AnswerGuestReferralInput!) { answerGuestReferral(input: $input) { userErrors { code } } }";
        let input = json!({ "input": { "expectedVersion": 1, "answer": { "acknowledge": true } } });
        world.nothing_changes(guest.graphql(answer, input)).await.refused_with("TOKEN_INVALID");

        // A link says for what it is: with another id, or as one to a referral, it is none.
        let (id, rest) = own.1.split_once('.').unwrap();
        let (other_id, _) = other.1.split_once('.').unwrap();
        for forged in [format!("{other_id}.{rest}"), format!("{}.{rest}", id.trim_start_matches("a-"))] {
            world.nothing_changes(asks(&world, &forged)).await.refused_with("TOKEN_INVALID");
        }
        asks(&world, &own.1).await.ok();
        let code = code_in(&world.letters_of(MailKind::GuestCode).await.pop().unwrap().1);
        world.nothing_changes(day.opens("openGuestReferral", &own.1, &code)).await.refused_with("TOKEN_INVALID");
        let wrong = world.nothing_changes_but(&["audit_entry", "audit_pending", "guest_code"], day.opens("openGuestAction", &other.1, &code)).await;
        wrong.refused_with("TOKEN_INVALID");
        day.opens("openGuestAction", &own.1, &code).await.ok();
    }

    /// Neither does a guest of a referral reach an action.
    async fn a_guest_of_a_referral_reaches_no_action(world: World) {
        let sent = Sent::of(&world).await;
        let guest = sent.guest().await;
        sees(&guest).await.refused_with("TOKEN_INVALID");
        world.nothing_changes(attends_at(&guest, 1, "CONFIRMED", None)).await.refused_with("TOKEN_INVALID");
        world.nothing_changes(reports_at(&guest, 1, "STARTED")).await.refused_with("TOKEN_INVALID");
        let link = sent.link().await;
        world.nothing_changes(sent.asks(&format!("a-{link}"))).await.refused_with("TOKEN_INVALID");
    }

    async fn i28_inviting_a_guest_tells_nobody_else_of_the_action(world: World) {
        let day = Day::of(&world, "SCHEDULED").await;
        let guest = day.guest("OFFICER").await;
        attends(&guest, "CONFIRMED", None).await.ok();
        guest.leaves().await.ok();
        world.notified().await;
        let auditor = world.auditor("Auditor").await.person(&[Role::Au]).await;
        let verbs = ["inviteActionGuest", "askGuestCode", "openGuestAction", "answerGuestAttendance", "leaveGuestAction"];
        let all = log(&world).await;
        for verb in verbs {
            assert!(all.iter().any(|entry| entry.action == verb), "{verb}");
        }
        let colleague = day.cast.police.officer().await;
        for by in [&day.chief, &auditor, &day.cast.admin, &colleague] {
            let entries = by.graphql("{ auditEntries(first: 100) { nodes { action } } }", json!({})).await;
            if entries.error_code().is_none() {
                let found = entries.texts("/auditEntries/nodes", "/action");
                assert!(!found.iter().any(|verb| verbs.contains(&verb.as_str())), "{}: {found:?}", by.name);
            }
        }
        for by in [&day.cast.admin, &colleague] {
            assert!(lists(by, json!({})).await.is_empty(), "{}", by.name);
            reads(by, &day.id).await.not_found();
            assert!(told(by).await.is_empty());
        }
        reads(&day.chief, &day.id).await.not_found();

        // The queue says no more of the link than of any guest's code, and not in whose name it went.
        let queue = day.chief.graphql("{ mails(first: 100) { nodes { kind recipient } } }", json!({})).await.ok();
        let is_to_guests = |mail: &&Value| mail["kind"].as_str().unwrap().starts_with("GUEST_");
        let to_guests: Vec<&Value> = queue.list("/mails/nodes").iter().filter(is_to_guests).collect();
        assert_eq!(to_guests.len(), 2, "the link and the code: {queue}");
        assert!(to_guests.iter().all(|mail| **mail == json!({ "kind": "GUEST_CODE", "recipient": "" })), "{queue}");
    }
}
