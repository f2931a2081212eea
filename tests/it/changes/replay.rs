//! Random sequences of what changes sight and content: whoever applies the feed has at every step what the account
//! sees.

use jiff::SignedDuration;
use proptest::{
    collection::vec,
    sample::select,
    strategy::{Strategy as _, ValueTree as _},
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use sea_orm::EntityTrait as _;
use serde_json::{Value, json};
use touchstone::{
    permissions::ServiceScope,
    platform::ids::{IdKind, decode_as},
};

use super::{FOLLOWS, Mirror, advanced, gives, opens, revokes};
use crate::{
    both_databases,
    support::{Lead, Organization, Person, Response, World, draft, with},
};

/// Steps of a case.
const STEPS: usize = 40;
/// Most leads of a case.
const LEADS: usize = 5;

/// What is done; many a step is refused, and changes nothing then.
#[derive(Debug, Clone, Copy)]
enum Step {
    Write,
    Share,
    ShareForHours,
    ShareWithAll,
    ShareWithGroup,
    Join,
    Leave,
    Merge,
    Revoke,
    Raise(&'static str),
    Wall,
    Comment(&'static str),
    Answer(&'static str),
    Resolve,
    Reopen,
    Retract,
    Wait(i64),
    Suspend(&'static str),
    SuspendAccount(&'static str),
    Scopes(&'static [ServiceScope]),
}

/// Some stand here twice, so that they come about more often.
const ALL: &[Step] = &[
    Step::Write,
    Step::Write,
    Step::Share,
    Step::Share,
    Step::Share,
    Step::ShareForHours,
    Step::ShareForHours,
    Step::ShareWithAll,
    Step::ShareWithGroup,
    Step::Join,
    Step::Join,
    Step::Leave,
    Step::Merge,
    Step::Merge,
    Step::Revoke,
    Step::Revoke,
    Step::Raise("AMBER"),
    Step::Raise("AMBER_STRICT"),
    Step::Raise("RED"),
    Step::Wall,
    Step::Comment("EVERYONE_WHO_SEES_THE_LEAD"),
    Step::Comment("EVERYONE_WHO_SEES_THE_LEAD"),
    Step::Comment("OWNER_AND_MY_ORGANIZATION"),
    Step::Answer("CONFIRMED"),
    Step::Answer("NOT_INFRINGING"),
    Step::Resolve,
    Step::Reopen,
    Step::Retract,
    Step::Wait(2),
    Step::Wait(7),
    Step::Suspend("SUSPENDED"),
    Step::Suspend("ACTIVE"),
    Step::Suspend("ACTIVE"),
    Step::Suspend("ACTIVE"),
    Step::SuspendAccount("SUSPENDED"),
    Step::SuspendAccount("ACTIVE"),
    Step::SuspendAccount("ACTIVE"),
    Step::SuspendAccount("ACTIVE"),
    Step::Scopes(FOLLOWS),
    Step::Scopes(FOLLOWS),
    Step::Scopes(FOLLOWS),
    Step::Scopes(FOLLOWS),
    Step::Scopes(&[ServiceScope::ChangesRead]),
    Step::Scopes(&[ServiceScope::LeadsRead]),
];

/// Those who act, the two accounts that follow, and what came of it so far.
struct Stage {
    world: World,
    bolt: Organization,
    third: Organization,
    owner: Person,
    recipient: Person,
    desk: Person,
    /// A sharing group of the owner's. Nobody puts machines into groups: what comes to one is not told to them.
    group: String,
    keeper: Mirror,
    reader: Mirror,
    /// The reader's copy of some steps ago.
    old: Mirror,
    leads: Vec<Lead>,
    /// Whether the reader's organisation and account are active, and both of its scopes there.
    open: [bool; 3],
}

impl Stage {
    async fn set(world: &World, desk: &Person, number: usize) -> Self {
        let acme = world.brand(&format!("Acme {number}")).await;
        let bolt = world.brand(&format!("Bolt {number}")).await;
        let reader = Mirror::of(&bolt).await;
        let owner = acme.admin().await;
        let group = json!({ "idempotencyKey": world.id().to_string(), "name": format!("Circle {number}"),
            "purpose": "Makers of soles", "confidential": false });
        let made = owner
            .act_selecting("createSharingGroup", group, "group { id }")
            .await
            .ok();
        let mut stage = Self {
            world: world.clone(),
            third: world.brand(&format!("Third {number}")).await,
            owner,
            desk: desk.clone(),
            group: made.text("/createSharingGroup/group/id"),
            recipient: bolt.admin().await,
            keeper: Mirror::of(&acme).await,
            old: reader.clone(),
            reader,
            bolt,
            leads: Vec::new(),
            open: [true; 3],
        };
        // The reader has something from the beginning: draws alone come to that late, or never.
        stage.act(Step::Write, 0).await;
        stage.act_on(Step::Share, &stage.leads[0]).await;
        stage
    }

    async fn act(&mut self, step: Step, place: usize) {
        match step {
            Step::Wait(hours) => return self.world.after_hours(hours),
            Step::Suspend(state) => {
                self.open[0] = state == "ACTIVE";
                return self.bolt.put_into(state).await;
            }
            Step::SuspendAccount(state) => {
                self.open[1] = state == "ACTIVE";
                return self.reader.account.put_into(state).await;
            }
            Step::Scopes(scopes) => {
                self.open[2] = scopes == FOLLOWS;
                return gives(&self.reader.account, scopes).await;
            }
            _ => {}
        }
        let known = self.leads.get(place % self.leads.len().max(1)).cloned();
        match known {
            Some(lead) if self.leads.len() >= LEADS || !matches!(step, Step::Write) => self.act_on(step, &lead).await,
            _ => {
                let green = with(draft(&self.bolt), json!({ "tlp": "GREEN" }));
                let lead = self.owner.prepares_from(green).await;
                self.leads.push(lead);
            }
        }
    }

    async fn act_on(&self, step: Step, lead: &Lead) {
        let (owner, bolt) = (&self.owner, &self.bolt);
        let answer = match step {
            Step::Share => owner.shares(lead, &[bolt]).await,
            Step::ShareForHours => {
                let end = self.world.now() + SignedDuration::from_hours(6);
                opens(owner, lead, bolt, json!({ "expiresAt": end.to_string() })).await
            }
            Step::ShareWithAll => {
                owner
                    .shares_by(lead, json!({ "grants": [{ "community": true }] }))
                    .await
            }
            Step::ShareWithGroup => {
                owner
                    .shares_by(lead, json!({ "grants": [{ "groupId": self.group }] }))
                    .await
            }
            Step::Join => {
                let bolt = json!({ "organizationIds": [bolt.public_id()] });
                self.regroups("addSharingGroupMembers", bolt).await
            }
            Step::Leave => {
                let bolt = json!({ "organizationId": bolt.public_id() });
                self.regroups("removeSharingGroupMember", bolt).await
            }
            Step::Merge => match self.next_to(lead) {
                Some(into) => merges(&self.desk, lead, into).await,
                None => return,
            },
            Step::Revoke => revokes(owner, lead).await,
            Step::Raise(tlp) => owner.changes_tlp(lead, tlp).await,
            Step::Wall => {
                let wall = json!({ "excludeOrganizationIds": [bolt.public_id()] });
                opens(owner, lead, &self.third, wall).await
            }
            Step::Comment(audience) => owner.comments(lead, "look", audience).await,
            Step::Answer(verdict) => {
                if lead.deliveries().await == 0 {
                    return;
                }
                self.recipient.answers(lead, bolt, verdict).await
            }
            Step::Resolve => owner.resolves(lead).await,
            Step::Reopen => owner.reopens(lead).await,
            Step::Retract => owner.retracts(lead).await,
            _ => return,
        };
        let ours = matches!(
            answer.error_code(),
            Some("INTERNAL" | "UNAVAILABLE" | "INVALID_DOCUMENT")
        );
        assert!(!ours, "{step:?}: {answer}");
    }

    /// The lead behind another one, round and round.
    fn next_to(&self, lead: &Lead) -> Option<&Lead> {
        let place = self.leads.iter().position(|other| other.id == lead.id)?;
        let next = self.leads.get((place + 1) % self.leads.len())?;
        (next.id != lead.id).then_some(next)
    }

    async fn regroups(&self, mutation: &str, more: Value) -> Response {
        let id = decode_as(IdKind::Group, &self.group).unwrap();
        let group = entity::sharing_group::Entity::find_by_id(id);
        let group = group.one(self.world.app.db.read()).await.unwrap().unwrap();
        let input = with(json!({ "id": self.group, "expectedVersion": group.version }), more);
        self.owner.act_selecting(mutation, input, "group { id }").await
    }

    /// Whatever was drawn, a case ends with two leads that go on with one which is shown to the reader, and then taken away.
    async fn merges_at_last(&mut self, done: &[(Step, usize)]) {
        for step in [
            Step::Suspend("ACTIVE"),
            Step::SuspendAccount("ACTIVE"),
            Step::Scopes(FOLLOWS),
        ] {
            self.act(step, 0).await;
        }
        let green = || with(draft(&self.bolt), json!({ "tlp": "GREEN" }));
        let mut pair = Vec::new();
        for _ in 0..3 {
            pair.push(self.owner.prepares_from(green()).await);
        }
        let [one, shown, other] = &pair[..] else { return };
        self.owner.shares(shown, &[&self.bolt]).await.ok();
        merges(&self.desk, one, shown).await.ok();
        self.compare(0, done).await;
        merges(&self.desk, other, shown).await.ok();
        self.owner
            .comments(shown, "look", "EVERYONE_WHO_SEES_THE_LEAD")
            .await
            .ok();
        self.compare(5, done).await;
        revokes(&self.owner, shown).await.ok();
        self.compare(0, done).await;
    }

    /// Compares the copies with what the accounts see, once the followers have come by.
    async fn compare(&mut self, turn: usize, done: &[(Step, usize)]) {
        let when = format!("after {done:?}");
        let is_open = self.open == [true; 3];
        if turn.is_multiple_of(2) && is_open {
            // It also reads before anybody has noticed what was done.
            self.reader.pulls().await;
        }
        advanced(&self.world).await;
        self.keeper.pulls_by(3).await;
        self.keeper.is_right(&when).await;
        if !is_open {
            return;
        }
        self.reader.pulls().await;
        self.reader.is_right(&when).await;
        if turn.is_multiple_of(5) {
            let mut old = std::mem::replace(&mut self.old, self.reader.clone());
            old.pulls_by(7).await;
            old.is_right(&format!("from an older cursor {when}")).await;
        }
    }
}

/// Has the desk let a lead go on with another one.
async fn merges(desk: &Person, lead: &Lead, into: &Lead) -> Response {
    let input = json!({
        "id": lead.public_id(), "expectedVersion": lead.row().await.version,
        "intoId": into.public_id(), "intoExpectedVersion": into.row().await.version,
        "reason": "the same workshop",
    });
    desk.act("mergeLead", input).await
}

both_databases! {
    /// A case for each 128 of PROPTEST_CASES; the same ones at every run, from the first on.
    async fn replayed_into_a_mirror(world: World) {
        let config = Config::default();
        let cases = (config.cases / 128).max(1);
        let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
        let desk = world.secretariat().await.desk().await;
        let mut shown = 0;
        for number in 0..cases {
            let mut stage = Stage::set(&world, &desk, usize::try_from(number).unwrap()).await;
            let drawn = vec((select(ALL), 0..LEADS), STEPS);
            let steps = drawn.new_tree(&mut runner).unwrap().current();
            for (turn, (step, place)) in steps.iter().enumerate() {
                stage.act(*step, *place).await;
                stage.compare(turn, &steps[..=turn]).await;
                shown += usize::from(stage.open == [true; 3] && !stage.reader.objects.is_empty());
            }
            stage.merges_at_last(&steps).await;
        }
        assert!(shown > 0, "there was something now and then");
    }
}
