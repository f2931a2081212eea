//! A clock that is set forward and back: nothing is lost, done twice, open for ever or never sealed, and nobody comes back.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use rand::{RngExt as _, rngs::StdRng};
use sea_orm::{ActiveModelTrait as _, ActiveValue::Set, EntityTrait as _, IntoActiveModel as _};
use serde_json::{Value, json};
use touchstone::{
    audit,
    leads::jobs,
    mail, outbox,
    platform::{clock::micros, email::Mailer},
    worker,
};

use super::{Weather, books::Books, books::INVITED};
use crate::{
    both_databases,
    support::{Asks as _, Lead, Organization, PASSWORD, Person, World, draft, with},
    transport::serving::{Serving, VIEWER, with_password},
};

/// Sets the clock somewhere within a fortnight.
fn jumps(world: &World, dice: &mut StdRng) {
    let minutes = dice.random_range(-20_000..20_000_i64);
    world.clock.advance(SignedDuration::from_mins(minutes));
}

struct Storm {
    world: World,
    dice: StdRng,
    recipient: Organization,
    owner: Person,
    reader: Person,
    /// Each draft that was written, with its input.
    drafts: Vec<(Lead, Value)>,
}

impl Storm {
    async fn over(world: World, dice: StdRng) -> Self {
        let (member, recipient) = (world.brand("Acme").await, world.brand("Other").await);
        Self {
            dice,
            owner: member.admin().await,
            reader: recipient.investigator().await,
            recipient,
            world,
            drafts: Vec::new(),
        }
    }

    /// A lead from its draft to its answer, with the clock set anew before each step.
    async fn lead(&mut self, number: usize) {
        let name = format!("lead {number}");
        let input = with(draft(&self.recipient), json!({ "idempotencyKey": name, "title": name }));
        let lead = self.owner.creates_from(input.clone()).await;
        self.drafts.push((lead.clone(), input));
        jumps(&self.world, &mut self.dice);
        self.owner.submits(&lead).await.ok();
        jumps(&self.world, &mut self.dice);
        self.owner.triages(&lead).await.ok();
        self.owner.shares(&lead, &[&self.recipient]).await.ok();
        jumps(&self.world, &mut self.dice);
        self.moves_time().await;
        self.owner
            .comments(&lead, &name, "EVERYONE_WHO_SEES_THE_LEAD")
            .await
            .ok();
        self.answers(&lead).await;
        let invited = json!({ "idempotencyKey": name, "name": "Kim Lee", "email": format!("kim-{number}{INVITED}"), "roles": ["MI"] });
        let document = "mutation($input: InviteUserInput!) { inviteUser(input: $input) { userErrors { code } } }";
        self.owner.graphql(document, json!({ "input": invited })).await.ok();
    }

    /// A question stops the clock, its answer lets it run on, and a verdict ends it, unless it has lapsed in between.
    async fn answers(&mut self, lead: &Lead) {
        let before = lead.delivery_to(&self.recipient).await;
        let asked = self.reader.answers(lead, &self.recipient, "NEEDS_INFO").await;
        if let Some(code) = asked.error_code() {
            assert!(["DEADLINE_PASSED", "TRANSITION_NOT_ALLOWED"].contains(&code), "{code}");
        } else {
            jumps(&self.world, &mut self.dice);
            self.moves_time().await;
            let answer = json!({ "answer": "it has three seams" });
            let told = self
                .owner
                .on_delivery("answerInfoRequest", lead, &self.recipient, answer)
                .await;
            assert!(
                told.error_code().is_none_or(|code| code == "TRANSITION_NOT_ALLOWED"),
                "{told}"
            );
        }
        let after = lead.delivery_to(&self.recipient).await;
        assert!(
            after.due_at >= before.due_at,
            "no deadline comes earlier than communicated: {before:?} {after:?}"
        );
        assert!(
            after.due_at <= before.due_at + 40 * 86_400_000_000,
            "nor is it put off for ever: {before:?} {after:?}"
        );
        let answer = self.reader.answers(lead, &self.recipient, "CONFIRMED").await;
        assert!(
            answer.error_code().is_none_or(|code| code == "TRANSITION_NOT_ALLOWED"),
            "{answer}"
        );
    }

    /// What the jobs do until nothing is left to be done.
    async fn moves_time(&self) {
        let app = &self.world.app;
        let mut sweeps = 0;
        while jobs::sweep(app).await.unwrap() > 0 {
            sweeps += 1;
            assert!(sweeps < 5, "what was moved does not stay where it is");
        }
        while outbox::relay(&app.db, app.now()).await.unwrap() > 0 {}
        audit::seal(app).await.unwrap();
        audit::checkpoint(app).await.unwrap();
        let report = audit::verify(app).await.unwrap();
        assert!(report.is_clean(), "{report}");
    }

    /// Pages of two show every lead once, whatever moment it says it was written at.
    async fn pages_show_everything_once(&self, direction: &str) {
        let order = json!({ "field": "CREATED_AT", "direction": direction });
        let document = "query($after: String, $order: LeadOrder!) { leads(first: 2, after: $after, orderBy: $order) { \
            pageInfo { hasNextPage endCursor } edges { node { id } } } }";
        let (mut seen, mut after) = (Vec::new(), Value::Null);
        loop {
            let page = self
                .owner
                .graphql(document, json!({ "after": after, "order": order }))
                .await
                .ok();
            seen.extend(page.texts("/leads/edges", "/node/id"));
            if page.data("/leads/pageInfo/hasNextPage") == false {
                break;
            }
            after = page.data("/leads/pageInfo/endCursor").clone();
        }
        let expected: BTreeSet<String> = self.drafts.iter().map(|(lead, _)| lead.public_id()).collect();
        assert_eq!(seen.len(), expected.len(), "{seen:?}");
        assert_eq!(seen.into_iter().collect::<BTreeSet<_>>(), expected);
    }
}

async fn refused_as_nobody(serving: &Serving, token: &str) {
    let answer = serving.ask_as(token, VIEWER, json!({})).await;
    assert_eq!(answer.code(), "UNAUTHENTICATED", "{answer:?}");
}

async fn mail_states(world: &World) -> Vec<String> {
    let mails = entity::mail::Entity::find().all(world.app.db.read()).await.unwrap();
    mails.into_iter().map(|mail| mail.state).collect()
}

async fn one_invitation(world: &World) {
    let admin = world.brand("Acme").await.admin().await;
    let input =
        json!({ "idempotencyKey": "kim", "name": "Kim Lee", "email": format!("kim{INVITED}"), "roles": ["MI"] });
    let document = "mutation($input: InviteUserInput!) { inviteUser(input: $input) { userErrors { code } } }";
    admin.graphql(document, json!({ "input": input })).await.ok();
}

both_databases! {
    async fn a_clock_that_jumps_loses_doubles_and_opens_nothing(world: World) {
        let weather = Weather::of(5);
        let mut storm = Storm::over(world.clone(), weather.dice(0)).await;
        for number in 0..weather.rounds {
            storm.lead(number).await;
        }
        for (lead, input) in &storm.drafts {
            assert_eq!(storm.owner.creates_from(input.clone()).await.id, lead.id, "one key, one lead");
        }
        for direction in ["ASC", "DESC"] {
            storm.pages_show_everything_once(direction).await;
        }
        storm.moves_time().await;
        // In the end every deadline comes.
        world.after_days(400);
        storm.moves_time().await;
        let open = ["PUSHED", "VIEWED", "ACKNOWLEDGED", "OVERDUE", "NEEDS_INFO"];
        let left = entity::delivery::Entity::find().all(world.app.db.read()).await.unwrap();
        assert!(left.iter().all(|delivery| !open.contains(&&*delivery.state)), "{left:?}");
        let books = Books::of(&world.app.db).await;
        assert!(books.are_settled());
        books.balance();
        world.nothing_changes(async { jobs::rebuild(&world.app).await.unwrap() }).await;
    }

    async fn who_was_shut_out_is_not_let_in_by_a_clock_that_goes_back(world: World) {
        let serving = Serving::of(&world).await;
        let member = world.brand("Acme").await;
        let (leaver, suspended) = (member.investigator().await, member.investigator().await);
        let admin = member.admin().await;
        let (left, shut_out) = (serving.token_of(&leaver).await, serving.token_of(&suspended).await);
        let sign_out = "mutation { signOut { userErrors { code } } }";
        assert_eq!(serving.ask_as(&left, sign_out, json!({})).await.code(), "");
        let input = json!({ "id": suspended.public_id(), "expectedVersion": 1, "reason": "left the firm" });
        let document = "mutation($input: PersonTransitionInput!) { suspendUser(input: $input) { userErrors { code } } }";
        admin.graphql(document, json!({ "input": input })).await.ok();
        for hours in [0, -1, -12, 24, -200, 400] {
            world.after_hours(hours);
            refused_as_nobody(&serving, &left).await;
            refused_as_nobody(&serving, &shut_out).await;
        }
        serving.stop().await;
    }

    /// A sign-in that is under way while its person is shut out may leave a session that nobody has ended.
    async fn a_session_that_slipped_through_does_not_outlive_the_suspension(world: World) {
        let serving = Serving::of(&world).await;
        let (member, office) = (world.brand("Acme").await, world.secretariat().await);
        let (person, colleague) = (member.investigator().await, member.investigator().await);
        let (by_person, by_house) = (serving.token_of(&person).await, serving.token_of(&colleague).await);
        let reinstate = |what: &str, whom: &str| {
            format!("mutation($input: {what}TransitionInput!) {{ reinstate{whom}(input: $input) {{ userErrors {{ code }} }} }}")
        };
        person.put_into("SUSPENDED").await;
        refused_as_nobody(&serving, &by_person).await;
        let document = reinstate("Person", "User");
        let input = json!({ "id": person.public_id(), "expectedVersion": 1 });
        member.admin().await.graphql(&document, json!({ "input": input })).await.ok();
        refused_as_nobody(&serving, &by_person).await;
        member.put_into("SUSPENDED").await;
        refused_as_nobody(&serving, &by_house).await;
        let document = reinstate("Organization", "Organization");
        let input = json!({ "id": member.public_id(), "expectedVersion": 1 });
        office.secretariat_admin().await.graphql(&document, json!({ "input": input })).await.ok();
        refused_as_nobody(&serving, &by_house).await;
        serving.stop().await;
    }

    async fn nobody_waits_longer_because_the_clock_was_set_back(world: World) {
        let person = world.brand("Acme").await.investigator().await;
        with_password(&person).await;
        let serving = Serving::of(&world).await;
        while serving.sign_in(&person.email, "not the password").await.code() != "RATE_LIMITED" {}
        world.after_days(-30);
        assert_eq!(serving.sign_in(&person.email, PASSWORD).await.code(), "");
        serving.stop().await;
    }

    async fn a_mail_that_waits_for_its_next_attempt_does_not_wait_for_the_clock_to_catch_up(world: World) {
        one_invitation(&world).await;
        let nowhere = [("mail_url", "smtp://127.0.0.1:1?tls=none".to_owned())].into();
        let nowhere = Mailer::new(&touchstone::platform::config::Config::with(&nowhere).unwrap()).unwrap();
        mail::send_due(&world.app, &nowhere, worker::render).await.unwrap();
        assert_eq!(mail_states(&world).await, ["QUEUED"]);
        world.after_days(-1);
        let folder = Mailer::new(&world.app.config).unwrap();
        mail::send_due(&world.app, &folder, worker::render).await.unwrap();
        assert_eq!(mail_states(&world).await, ["SENT"]);
    }

    async fn a_mail_whose_sender_died_is_given_up_although_the_clock_was_set_back(world: World) {
        one_invitation(&world).await;
        let mail = entity::mail::Entity::find().one(world.app.db.read()).await.unwrap().unwrap();
        let mut claimed = mail.into_active_model();
        claimed.state = Set("CLAIMED".to_owned());
        claimed.claimed_at = Set(Some(micros(world.now())));
        claimed.update(world.app.db.write()).await.unwrap();
        world.after_days(-1);
        let folder = Mailer::new(&world.app.config).unwrap();
        mail::send_due(&world.app, &folder, worker::render).await.unwrap();
        assert_eq!(mail_states(&world).await, ["UNKNOWN"], "it may have been sent: not again");
    }
}
