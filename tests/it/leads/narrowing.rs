//! What takes sight away, what never gives it by the way, and what stays true of audience rows however they came about.

use futures_util::StreamExt as _;
use jiff::Timestamp;
use sea_orm::{ActiveValue::Set, EntityTrait as _};
use serde_json::{Value, json};
use touchstone::{leads::jobs, outbox, permissions::Role, platform::clock::micros};

use crate::{
    both_databases,
    support::{Asks as _, Lead, Mandate, Organization, Person, World, draft, with},
};

const GREEN: &str = "GREEN";

fn green(about: &Organization) -> Value {
    with(draft(about), json!({ "tlp": GREEN }))
}

/// A lead shared with a recipient, and the people on both sides.
async fn shared(world: &World) -> (Lead, Organization, Person, Person) {
    let (acme, recipient) = (world.brand("Acme").await, world.brand("Other").await);
    let (owner, reader) = (acme.admin().await, recipient.investigator().await);
    let lead = owner.prepares(&recipient).await;
    owner.shares(&lead, &[&recipient]).await.ok();
    (lead, recipient, owner, reader)
}

async fn change(owner: &Person, lead: &Lead, more: Value) -> crate::support::Response {
    let base = json!({ "id": lead.public_id(), "expectedVersion": lead.row().await.version, "reason": "as agreed" });
    owner.act("changeLeadTlp", with(base, more)).await
}

both_databases! {
    async fn what_is_retracted_unshared_is_shown_to_nobody_new(world: World) {
        let acme = world.brand("Acme").await;
        let (author, desk) = (acme.investigator().await, world.secretariat().await.desk().await);
        let officer = world.agency("Shanghai Police").await.officer().await;
        let written = author.creates_from(green(&acme)).await;
        author.retracts(&written).await.ok();
        desk.reads(&written).await.not_found();
        officer.reads(&written).await.not_found();
        let admin = acme.admin().await;
        let prepared = admin.prepares_from(green(&acme)).await;
        admin.retracts(&prepared).await.ok();
        officer.reads(&prepared).await.not_found();
        desk.reads(&prepared).await.ok();
    }

    async fn a_change_of_tlp_names_only_the_owners_people_and_only_where_names_count(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let (owner, competitor) = (acme.admin().await, other.admin().await);
        let lead = owner.creates(&acme).await;
        let names = |tlp: &str, person: &Person| json!({ "tlp": tlp, "namedPersonIds": [person.public_id()] });
        world.nothing_changes(async {
            change(&owner, &lead, names("RED", &competitor)).await.refused_with("BAD_USER_INPUT");
            change(&owner, &lead, names("AMBER", &owner)).await.refused_with("BAD_USER_INPUT");
        })
        .await;
        competitor.reads(&lead).await.not_found();
        let colleague = acme.investigator().await;
        change(&owner, &lead, names("RED", &colleague)).await.ok();
        colleague.reads(&lead).await.ok();
    }

    async fn nobody_widens_beyond_the_ceiling_by_the_handling_code(world: World) {
        let acme = world.brand("Acme").await;
        let (admin, author) = (acme.admin().await, acme.investigator().await);
        let secret = with(green(&acme), json!({ "handlingCode": "H2" }));
        let prepared = admin.prepares_from(secret.clone()).await;
        let grant = json!({ "grants": [{ "community": true }] });
        world.nothing_changes(admin.previews(&prepared, grant)).await.refused_with("TLP_CEILING");
        // What was handed in is not opened wider at all; a draft is, as far as the role reaches.
        let lead = admin.creates_from(with(secret, json!({ "idempotencyKey": "another" }))).await;
        change(&admin, &lead, json!({ "tlp": "AMBER", "handlingCode": "H0" })).await.ok();
        world.nothing_changes(change(&author, &lead, json!({ "tlp": GREEN, "handlingCode": "H0" }))).await.refused_with("TLP_CEILING");
    }

    async fn an_agent_writes_nothing_that_nobody_could_read(world: World) {
        let acme = world.brand("Acme").await;
        let counsel = world.agent_firm("Counsel").await.agent_for(&acme).await;
        let input = with(draft(&acme), json!({ "tlp": "RED", "onBehalfOf": acme.public_id() }));
        let red = world.nothing_changes(counsel.act("createLead", input.clone())).await;
        red.refused_with("BAD_USER_INPUT");
        let items = json!([{ "title": "Without a brand" }, { "brandId": acme.brand_id(), "title": "Bag" }]);
        let lead = counsel.creates_from(with(input, json!({ "tlp": "AMBER", "items": items }))).await;
        assert_eq!(counsel.reads(&lead).await.ok().number("/lead/items/totalCount"), 2, "its author sees all of it");
    }

    async fn who_loses_sight_has_nothing_to_answer_and_holds_up_nothing(world: World) {
        let (lead, recipient, owner, reader) = shared(&world).await;
        let named = json!({ "tlp": "RED", "namedPersonIds": [owner.public_id()] });
        change(&owner, &lead, named).await.ok();
        reader.reads(&lead).await.not_found();
        assert_eq!(lead.delivery_to(&recipient).await.state, "CLOSED");
        let read = owner.reads(&lead).await.ok();
        assert!(read.list("/lead/allowedActions").contains(&json!("RESOLVE")), "{read}");
        owner.resolves(&lead).await.ok();
    }

    async fn who_is_walled_off_has_nothing_to_answer_and_holds_up_nothing(world: World) {
        let (lead, recipient, owner, reader) = shared(&world).await;
        let other = world.brand("Third").await;
        let grants = json!([{ "organizationId": other.public_id() }]);
        let request = json!({ "grants": grants, "excludeOrganizationIds": [recipient.public_id()] });
        owner.shares_by(&lead, request).await.ok();
        reader.reads(&lead).await.not_found();
        assert_eq!(lead.delivery_to(&recipient).await.state, "CLOSED");
        owner.resolves(&lead).await.ok();
    }

    async fn who_was_granted_sight_for_too_short_a_time_owes_no_answer(world: World) {
        let (acme, recipient) = (world.brand("Acme").await, world.brand("Other").await);
        let (owner, reader) = (acme.admin().await, recipient.investigator().await);
        let lead = owner.prepares(&recipient).await;
        let grants = json!([{ "organizationId": recipient.public_id() }]);
        let end = world.now() + jiff::SignedDuration::from_hours(24);
        owner.shares_by(&lead, json!({ "grants": grants, "expiresAt": end.to_string() })).await.ok();
        world.after_days(30);
        reader.reads(&lead).await.not_found();
        while jobs::sweep(&world.app).await.unwrap() > 0 {}
        assert_eq!(lead.delivery_to(&recipient).await.state, "CLOSED");
        owner.resolves(&lead).await.ok();
        world.nothing_changes(jobs::sweep(&world.app)).await.unwrap();
    }

    /// The version that one is shown is the one that one's change has to name, by whichever way one sees the lead.
    async fn an_officer_whom_a_red_lead_names_closes_it(world: World) {
        let (lead, recipient, owner, reader) = shared(&world).await;
        let desk = world.secretariat().await.desk().await;
        reader.answers(&lead, &recipient, "CONFIRMED").await.ok();
        owner.shares_by(&lead, json!({ "grants": [{ "personId": desk.public_id() }] })).await.ok();
        change(&owner, &lead, json!({ "tlp": "RED", "namedPersonIds": [owner.public_id()] })).await.ok();
        owner.shares_by(&lead, json!({ "grants": [{ "personId": desk.public_id() }] })).await.ok();
        let read = desk.reads(&lead).await.ok();
        let input = json!({ "id": lead.public_id(), "expectedVersion": read.data("/lead/version"), "outcome": "CONFIRMED_INFRINGEMENT" });
        desk.act("resolveLead", input).await.ok();
    }

    async fn the_desk_cannot_be_excluded(world: World) {
        let acme = world.brand("Acme").await;
        let secretariat = world.secretariat().await;
        let (owner, desk) = (acme.admin().await, secretariat.desk().await);
        let lead = owner.prepares_from(green(&acme)).await;
        let request = json!({ "grants": [{ "community": true }], "excludeOrganizationIds": [secretariat.public_id()] });
        world.nothing_changes(owner.shares_by(&lead, request)).await.refused_with("BAD_USER_INPUT");
        desk.reads(&lead).await.ok();
    }

    async fn questions_stop_the_clock_for_ten_working_days_in_all(world: World) {
        let (lead, recipient, owner, reader) = shared(&world).await;
        let reply = json!({ "answer": "It was bought on the 3rd." });
        reader.answers(&lead, &recipient, "NEEDS_INFO").await.ok();
        world.after_days(11);
        owner.on_delivery("answerInfoRequest", &lead, &recipient, reply.clone()).await;
        let once = lead.delivery_to(&recipient).await;
        assert_eq!((once.paused_days, once.due_on.as_str()), (9, "2026-03-27"), "from Monday to Friday of the week after");
        reader.answers(&lead, &recipient, "NEEDS_INFO").await.ok();
        world.after_days(10);
        jobs::sweep(&world.app).await.unwrap();
        let twice = lead.delivery_to(&recipient).await;
        assert_eq!((twice.paused_days, twice.due_on.as_str()), (10, "2026-03-30"), "one day was left");
        let third = reader.answers(&lead, &recipient, "NEEDS_INFO");
        world.nothing_changes(third).await.refused_with("TRANSITION_NOT_ALLOWED");
    }

    async fn nobody_asks_after_the_deadline(world: World) {
        let (lead, recipient, _, reader) = shared(&world).await;
        world.clock.set(touchstone::platform::clock::timestamp(lead.delivery_to(&recipient).await.due_at));
        world.nothing_changes(reader.answers(&lead, &recipient, "NEEDS_INFO")).await.refused_with("DEADLINE_PASSED");
    }

    async fn a_changed_verdict_does_not_make_an_answer_late(world: World) {
        let (lead, recipient, _, reader) = shared(&world).await;
        reader.answers(&lead, &recipient, "CONFIRMED").await.ok();
        world.after_days(20);
        reader.answers(&lead, &recipient, "NOT_INFRINGING").await.ok();
        assert!(!lead.delivery_to(&recipient).await.late);
        let document = "query($id: ID!) { lead(id: $id) { deliveries { late answers { late } } } }";
        let read = reader.graphql(document, json!({ "id": lead.public_id() })).await.ok();
        assert_eq!(read.data("/lead/deliveries"), &json!([{ "late": false, "answers": [{ "late": false }, { "late": true }] }]));
    }

    async fn i35_what_was_said_of_a_retracted_lead_stands(world: World) {
        let (lead, recipient, owner, reader) = shared(&world).await;
        reader.answers(&lead, &recipient, "CONFIRMED").await.ok();
        owner.retracts(&lead).await.ok();
        world.nothing_changes(reader.answers(&lead, &recipient, "NOT_INFRINGING")).await.refused_with("TRANSITION_NOT_ALLOWED");
        let read = reader.graphql("query($id: ID!) { lead(id: $id) { deliveries { allowedActions } } }", json!({ "id": lead.public_id() })).await;
        assert_eq!(read.ok().data("/lead/deliveries/0/allowedActions"), &json!([]));
    }

    /// The calendar's notice came out: the deadline is what the new calendar says, and never earlier.
    async fn i32_a_provisional_deadline_is_computed_anew_and_never_earlier(world: World) {
        let (lead, recipient, _, reader) = shared(&world).await;
        let communicated = lead.delivery_to(&recipient).await;
        let earlier = |moment: &str| micros(moment.parse::<Timestamp>().unwrap());
        for (due_on, due_at, expected) in [
            ("2026-03-12", earlier("2026-03-12T16:00:00Z"), "2026-03-16"),
            ("2026-03-20", earlier("2026-03-20T16:00:00Z"), "2026-03-20"),
        ] {
            let row = entity::delivery::ActiveModel {
                id: Set(communicated.id),
                due_on: Set(due_on.to_owned()),
                due_at: Set(due_at),
                provisional: Set(true),
                calendar_version: Set("cn-2025.9".to_owned()),
                ..Default::default()
            };
            entity::delivery::Entity::update(row).exec(world.app.db.write()).await.unwrap();
            assert_eq!(jobs::sweep(&world.app).await.unwrap(), 1);
            let row = lead.delivery_to(&recipient).await;
            assert_eq!((row.due_on.as_str(), row.provisional), (expected, false));
            assert_eq!(row.calendar_version, communicated.calendar_version);
            assert_eq!(jobs::sweep(&world.app).await.unwrap(), 0, "once is enough");
        }
        let kinds = reader.reads(&lead).await.ok().texts("/lead/timeline/edges", "/node/kind");
        assert_eq!(kinds.iter().filter(|kind| *kind == "DEADLINE_RECALCULATED").count(), 2, "{kinds:?}");
    }

    async fn a_power_of_attorney_that_has_ended_keeps_nothing(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let association = world.association("Makers").await;
        association.mandate(&acme, Mandate { days: -1..5, ..Mandate::default() }).await;
        let agent = association.person(&[Role::Ma]).await;
        let (owner, reader) = (acme.admin().await, other.investigator().await);
        let about_both = json!({ "items": [{ "brandId": acme.brand_id(), "title": "One" }, { "brandId": other.brand_id(), "title": "Two" }] });
        let lead = owner.prepares_from(with(green(&acme), about_both)).await;
        let grants = json!({ "grants": [{ "community": true }, { "organizationId": other.public_id() }] });
        owner.shares_by(&lead, grants).await.ok();
        reader.answers(&lead, &other, "NEEDS_INFO").await.ok();
        let document = "query($id: ID!) { lead(id: $id) { createdBy { name } verdictCounts { count } infoRequests { question } } }";
        let kept = async || agent.graphql(document, json!({ "id": lead.public_id() })).await.ok().data("/lead").clone();
        assert_eq!(kept().await["verdictCounts"], json!([{ "count": 1 }]));
        world.after_days(6);
        assert_eq!(kept().await, json!({ "createdBy": null, "verdictCounts": [], "infoRequests": [] }), "one of the community");
    }

    async fn i36_who_is_shut_out_is_not_represented_either(world: World) {
        let (lead, recipient, ..) = shared(&world).await;
        let counsel = world.agent_firm("Counsel").await.agent_for(&recipient).await;
        counsel.reads(&lead).await.ok();
        recipient.put_into("SUSPENDED").await;
        counsel.reads(&lead).await.not_found();
        world.nothing_changes(counsel.answers(&lead, &recipient, "CONFIRMED")).await.not_found();
    }

    async fn an_answer_whose_name_is_withdrawn_is_hidden_with_its_entries(world: World) {
        let (lead, recipient, owner, reader) = shared(&world).await;
        let answer = async |verdict: &str, named: bool| {
            let given = json!({ "verdict": verdict, "reason": "compared", "attributionAllowed": named });
            reader.on_delivery("answerDelivery", &lead, &recipient, given).await.ok();
        };
        let entries = async || {
            let read = owner.reads(&lead).await.ok();
            let kinds = read.texts("/lead/timeline/edges", "/node/kind");
            let actors = read.texts("/lead/timeline/edges", "/node/actorName");
            kinds.into_iter().zip(actors).filter(|(kind, _)| kind == "ANSWERED").map(|(_, actor)| actor).collect::<Vec<_>>()
        };
        answer("CONFIRMED", true).await;
        assert_eq!(entries().await, ["Other"], "by its name, as the delivery shows it");
        answer("NOT_INFRINGING", false).await;
        assert!(entries().await.is_empty(), "not the old answer either");
        answer("NOT_INFRINGING", true).await;
        assert_eq!(entries().await.len(), 3, "all of what was said");
    }

    /// What the counts say comes without asking again, and says no more than they do.
    async fn the_owner_hears_of_an_answer_without_the_name(world: World) {
        let (lead, recipient, owner, reader) = shared(&world).await;
        let third = world.brand("Third").await;
        owner.shares_by(&lead, json!({ "grants": [{ "organizationId": third.public_id() }] })).await.ok();
        let document = "subscription($lead: ID!) { leadActivity(leadId: $lead) { kind delivery { id } comment { id } \
            lead { verdictCounts { verdict count } deliveries { id } } } }";
        let variables = json!({ "lead": lead.public_id() });
        let mut heard = owner.subscribe(document, variables.clone()).await;
        let mut others = third.investigator().await.subscribe(document, variables).await;
        // Asked once, they listen.
        assert!(futures_util::poll!(heard.next()).is_pending() && futures_util::poll!(others.next()).is_pending());
        outbox::relay(&world.app.db, world.now()).await.unwrap();
        let position = outbox::head(&world.app.db).await.unwrap();
        reader.answers(&lead, &recipient, "NOT_MY_BRAND").await.ok();
        reader.comments(&lead, "for all", "EVERYONE_WHO_SEES_THE_LEAD").await.ok();
        outbox::relay(&world.app.db, world.now()).await.unwrap();
        outbox::pump(&world.app.db, &world.app.feed, position).await.unwrap();
        let answered = heard.next().await.unwrap().ok();
        assert_eq!(answered.data("/leadActivity"), &json!({ "kind": "ANSWERED", "delivery": null, "comment": null,
            "lead": { "verdictCounts": [{ "verdict": "NOT_MY_BRAND", "count": 1 }], "deliveries": [] } }));
        let first = others.next().await.unwrap().ok();
        assert_eq!(first.text("/leadActivity/kind"), "COMMENTED", "another recipient hears nothing of the answer");
    }

    async fn a_pseudonym_belongs_to_one_lead(world: World) {
        let (acme, other) = (world.brand("Acme").await, world.brand("Other").await);
        let (owner, reader) = (acme.admin().await, other.investigator().await);
        let mut names = Vec::new();
        for _ in 0..2 {
            let lead = owner.prepares(&other).await;
            owner.shares(&lead, &[&other]).await.ok();
            for _ in 0..2 {
                reader.comments(&lead, "seen", "EVERYONE_WHO_SEES_THE_LEAD").await.ok();
            }
            names.push(owner.reads(&lead).await.ok().texts("/lead/comments/edges", "/node/authorName"));
        }
        assert_eq!(names[0][0], names[0][1]);
        assert_ne!(names[0][0], names[1][0]);
    }

    async fn counsel_reads_what_it_said_for_its_principal(world: World) {
        let (lead, recipient, owner, reader) = shared(&world).await;
        let counsel = world.agent_firm("Counsel").await.agent_for(&recipient).await;
        counsel.comments(&lead, "We know this seller.", "OWNER_AND_MY_ORGANIZATION").await.ok();
        for person in [&counsel, &owner, &reader] {
            assert_eq!(person.reads(&lead).await.ok().number("/lead/comments/totalCount"), 1, "{}", person.name);
        }
    }

    async fn an_auditor_is_shown_content_by_name_and_for_a_time(world: World) {
        let acme = world.brand("Acme").await;
        let owner = acme.admin().await;
        let house = world.auditor("Audit House").await;
        let auditor = house.person(&[Role::Au]).await;
        let lead = owner.prepares(&acme).await;
        let named = json!({ "grants": [{ "personId": auditor.public_id() }] });
        world.nothing_changes(async {
            owner.shares(&lead, &[&house]).await.refused_with("BAD_USER_INPUT");
            owner.shares_by(&lead, named.clone()).await.refused_with("BAD_USER_INPUT");
        })
        .await;
        owner.shares_by(&lead, with(named, json!({ "expiresAt": "2026-03-12T00:00:00Z" }))).await.ok();
        auditor.reads(&lead).await.ok();
        world.after_days(4);
        auditor.reads(&lead).await.not_found();
    }

    /// Rows that were written one command at a time are those that the rules would write at once.
    async fn audience_rows_are_the_same_however_they_came_about(world: World) {
        let (lead, recipient, owner, reader) = shared(&world).await;
        let counsel = world.agent_firm("Counsel").await.agent_for(&recipient).await;
        let desk = world.secretariat().await.desk().await;
        reader.answers(&lead, &recipient, "NEEDS_INFO").await.ok();
        owner.on_delivery("answerInfoRequest", &lead, &recipient, json!({ "answer": "Yes." })).await;
        counsel.comments(&lead, "for its principal", "OWNER_AND_MY_ORGANIZATION").await.ok();
        desk.comments(&lead, "for all", "EVERYONE_WHO_SEES_THE_LEAD").await.ok();
        let given = json!({ "verdict": "CONFIRMED", "reason": "compared", "attributionAllowed": true });
        reader.on_delivery("answerDelivery", &lead, &recipient, given).await.ok();
        owner.changes_tlp(&lead, "AMBER_STRICT").await.ok();
        desk.comments(&lead, "after it was raised", "OWNER_AND_MY_ORGANIZATION").await.ok();
        reader.answers(&lead, &recipient, "NOT_INFRINGING").await.ok();
        world.after_days(30);
        jobs::sweep(&world.app).await.unwrap();
        let before = world.contents().await;
        jobs::rebuild(&world.app).await.unwrap();
        let changes = world.contents().await.changes_since(&before);
        let changes: Vec<&String> = changes.iter().filter(|change| change[2..].starts_with("audience")).collect();
        assert!(changes.is_empty(), "{changes:#?}");
    }

    /// Whichever comes first: once the lead is RED, nothing of it is open to an organisation.
    async fn raising_the_tlp_beats_what_happens_at_the_same_moment(world: World) {
        for _ in 0..8 {
            let (lead, recipient, owner, reader) = shared(&world).await;
            let red = json!({ "tlp": "RED", "namedPersonIds": [owner.public_id()] });
            let (raised, _, _) = tokio::join!(
                change(&owner, &lead, red),
                reader.answers(&lead, &recipient, "CONFIRMED"),
                reader.comments(&lead, "at once", "EVERYONE_WHO_SEES_THE_LEAD"),
            );
            raised.ok();
            let rows = world.contents().await;
            let root = lead.id.simple().to_string().to_lowercase();
            let open = rows.rows("audience").iter().map(|row| row.replace('-', "").to_lowercase());
            let open: Vec<String> = open.filter(|row| row.contains(&root) && !row.contains("user:")).collect();
            assert!(open.is_empty(), "{open:#?}");
        }
    }
}
