//! Twin worlds: one in which something hidden is shared, raised, merged and taken back, and one in which it never was. Who
//! does not see it is told the same in both: answers, counts, errors, order, and as many statements (I21–I25). What somebody
//! was once shown stays in the owner's list, whatever is raised or taken back (I26, I27).
//!
//! The twin is the same world before anything hidden was written. Its clock stands still, so that answers are compared
//! letter by letter; what is hidden is asked for by its ids and compared with what is said of ids of nothing.

mod acts;
mod asked;

use proptest::{
    collection::vec,
    option,
    sample::select,
    strategy::{Strategy as _, ValueTree as _},
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use serde_json::{Value, json};
use touchstone::{
    permissions::Role,
    platform::ids::{IdKind, encode},
};

use self::{
    acts::{ACTS, Act, STANDINGS, Standing, WITH, With, phones},
    asked::{Names, Told, questions},
};
use crate::{
    both_databases,
    support::{Asks as _, Lead, Organization, Person, World, draft, picture, with},
};

const EVERYONE: &str = "EVERYONE_WHO_SEES_THE_LEAD";

/// Somebody who asks, and what it was told, in each standing, before there was anything hidden.
struct Reader {
    person: Person,
    /// Who may change its roles; nobody's who has but the one.
    head: Option<Person>,
    before: Vec<Vec<Told>>,
}

/// What everybody here sees, those who ask, and those who hide something.
struct Stage {
    world: World,
    /// Whose lead is hidden.
    acme: Organization,
    bolt: Organization,
    third: Organization,
    owner: Person,
    second: Person,
    desk: Person,
    open: Lead,
    /// The open lead's subject.
    known: String,
    readers: Vec<Reader>,
}

/// What is hidden in one case.
struct Hidden {
    lead: Lead,
    second: Lead,
    names: Names,
    group: String,
    standing: Standing,
    /// Whether one of the two may stand under another TLP than at first.
    raised: bool,
    /// Whether the open lead would be raised with one of them (I25).
    tied: bool,
    /// How many the owner's list had of those who have seen the lead.
    listed: i64,
}

/// A lead about a brand, in a place for which the police here is not competent.
fn green(about: &Organization) -> Value {
    let item = json!({ "brandId": about.brand_id(), "title": "Counterfeit bag",
        "url": "https://item.taobao.com/item.htm?id=612345678901" });
    let place = json!({ "tlp": "GREEN", "country": "CN", "divisionCode": "440300", "items": [item] });
    with(draft(about), place)
}

/// Names a maker in a lead; its id.
async fn name(by: &Person, lead: &Lead, places: &[usize]) -> String {
    let input = json!({ "idempotencyKey": by.world.id().to_string(), "leadId": lead.public_id(), "kind": "COMPANY",
        "name": "Counterfeit Soles Ltd", "identifiers": phones(places) });
    let made = by.act_selecting("addSubject", input, "subject { id }").await.ok();
    made.text("/addSubject/subject/id")
}

impl Stage {
    async fn set(world: World) -> Self {
        let acme = world.brand("Acme").await;
        let bolt = world.brand("Bolt").await;
        let third = world.brand("Third").await;
        let police = world.agency("Police").await;
        let (owner, head, second) = (acme.admin().await, bolt.admin().await, third.admin().await);
        let open = head.prepares_from(green(&bolt)).await;
        let beside = second.prepares_from(green(&bolt)).await;
        let of_police = json!({ "organizationId": police.public_id() });
        let of_bolt = json!({ "organizationId": bolt.public_id() });
        head.shares_by(&open, json!({ "grants": [of_police] })).await.ok();
        let both = json!({ "grants": [of_police, of_bolt] });
        second.shares_by(&beside, both).await.ok();
        head.attaches(&open, &picture(1), json!({ "title": "Counterfeit window" }))
            .await;
        head.comments(&open, "Counterfeit soles", EVERYONE).await.ok();
        let known = name(&head, &open, &[0, 1]).await;
        name(&second, &beside, &[2]).await;

        let limited = bolt.person_for(&[Role::Mi], &bolt.brands).await;
        let counsel = world.agent_firm("Firm").await.agent_for(&bolt).await;
        let people = [
            (bolt.investigator().await, Some(head.clone())),
            (limited, Some(head)),
            (police.officer().await, None),
            (counsel, None),
        ];
        for (person, _) in &people {
            person.watches(&beside, true).await.ok();
            let view = json!({ "leads": { "filter": { "watched": true } } });
            let input = json!({ "idempotencyKey": world.id().to_string(), "name": "Watched", "view": view });
            person.act_selecting("createSavedView", input, "view { id }").await.ok();
        }
        second.comments(&beside, "Counterfeit uppers", EVERYONE).await.ok();
        world.notified().await;
        let reader = |(person, head)| Reader {
            person,
            head,
            before: Vec::new(),
        };
        let mut stage = Self {
            acme,
            bolt,
            third,
            owner,
            second,
            desk: world.secretariat().await.desk().await,
            open,
            known,
            readers: people.into_iter().map(reader).collect(),
            world,
        };
        stage.ask_before().await;
        stage
    }

    /// What those who ask are told while there is nothing hidden.
    async fn ask_before(&mut self) {
        for place in 0..self.readers.len() {
            let (reader, nothing) = (&self.readers[place], Names::of_nothing(&self.world));
            // That somebody is shown a lead for the first time is written down, which takes statements of its own.
            for (document, variables) in self.questions(&nothing) {
                let answer = reader.person.graphql(document, variables).await;
                let errors = answer.0["errors"].as_array().cloned().unwrap_or_default();
                let is_missing = |error: &Value| error["extensions"]["code"] == "NOT_FOUND";
                assert!(errors.iter().all(is_missing), "{document}: {answer}");
            }
            let mut before = Vec::new();
            for standing in STANDINGS {
                self.stands(reader, standing).await;
                before.push(self.told(reader, &nothing).await);
            }
            self.stands(reader, Standing::Reads).await;
            self.readers[place].before = before;
        }
    }

    fn questions(&self, names: &Names) -> Vec<(&'static str, Value)> {
        let owners = [self.acme.public_id(), self.third.public_id()];
        let brands = [self.bolt.brand_id()];
        questions(&self.open, &self.known, (owners.as_slice(), brands.as_slice()), names)
    }

    async fn told(&self, reader: &Reader, names: &Names) -> Vec<Told> {
        // That somebody stands elsewhere now is told to that person, and has nothing to do with what is hidden.
        self.world.notified().await;
        let of_accounts = entity::notification::Column::Kind.eq("ACCOUNT_CHANGED");
        let told = entity::notification::Entity::delete_many().filter(of_accounts);
        told.exec(self.world.app.db.write()).await.unwrap();
        let mut told = Vec::new();
        for (document, variables) in self.questions(names) {
            let asked = reader.person.graphql(document, variables);
            let (answer, statements) = self.world.counting_statements(asked).await;
            told.push(Told {
                document,
                answer: names.left_out_of(&answer),
                statements,
            });
        }
        told
    }

    async fn stands(&self, reader: &Reader, standing: Standing) {
        let person = &reader.person;
        person.put_into("ACTIVE").await;
        if let Some(head) = &reader.head {
            let row = entity::person::Entity::find_by_id(person.id);
            let version = row.one(self.world.app.db.read()).await.unwrap().unwrap().version;
            let role = if standing == Standing::Elsewhere { "MF" } else { "MI" };
            let input = json!({ "id": person.public_id(), "expectedVersion": version, "roles": [role] });
            head.act_selecting("updateUser", input, "person { id }").await.ok();
        }
        if standing == Standing::Suspended {
            person.put_into("SUSPENDED").await;
        }
    }

    /// Two leads that no reader sees, and a group that none is in.
    async fn hide(&self) -> Hidden {
        let lead = self.owner.prepares_from(green(&self.bolt)).await;
        let second = self.second.prepares_from(green(&self.bolt)).await;
        let subject = name(&self.owner, &lead, &[0, 2]).await;
        name(&self.second, &second, &[1]).await;
        let comment = self.owner.comments(&lead, "Counterfeit soles", EVERYONE).await.ok();
        let title = json!({ "title": "Counterfeit gate" });
        let evidence = self.owner.attaches(&lead, &picture(2), title).await;
        let read = self.owner.reads(&lead).await.ok();
        let input = json!({ "idempotencyKey": self.world.id().to_string(), "name": "Circle", "purpose": "Trial",
            "confidential": true });
        let group = self
            .owner
            .act_selecting("createSharingGroup", input, "group { id }")
            .await
            .ok();
        Hidden {
            names: Names {
                lead: lead.public_id(),
                second: second.public_id(),
                subject,
                item: read.text("/lead/items/edges/0/node/id"),
                evidence: evidence.public_id(),
                comment: comment.text("/addComment/comment/id"),
                entry: read.text("/lead/timeline/edges/0/node/id"),
                delivery: self.world.unknown(IdKind::Delivery),
                reference: read.text("/lead/reference"),
            },
            group: group.text("/createSharingGroup/group/id"),
            lead,
            second,
            standing: Standing::Reads,
            raised: false,
            tied: false,
            listed: 0,
        }
    }

    /// Whether one of the hidden leads is seen. Where none is, what is told is what was told before.
    async fn compare(&self, reader: &Reader, hidden: &mut Hidden, done: &[Act]) -> bool {
        self.world.notified().await;
        for lead in [&hidden.lead, &hidden.second] {
            let document = "query($id: ID!) { lead(id: $id) { id } }";
            let read = reader.person.graphql(document, json!({ "id": lead.public_id() })).await;
            if read.error_code().is_none() {
                // Whoever sees it follows it, and is told nothing of that any more once it is hidden again.
                reader.person.watches(lead, true).await;
                hidden.listed = hidden.listed.max(self.listed(hidden).await);
                return true;
            }
        }
        let of_lead = entity::delivery::Column::LeadId.eq(hidden.lead.id);
        let delivery = entity::delivery::Entity::find().filter(of_lead);
        if let Some(row) = delivery.one(self.world.app.db.read()).await.unwrap() {
            hidden.names.delivery = encode(IdKind::Delivery, row.id);
        }
        let place = STANDINGS.iter().position(|standing| *standing == hidden.standing);
        let before = &reader.before[place.unwrap()];
        for (now, before) in self.told(reader, &hidden.names).await.iter().zip(before) {
            assert_eq!(now, before, "{} was told so after {done:?}", reader.person.name);
        }
        false
    }

    /// How many the owner's list has of those who have seen the lead.
    async fn listed(&self, hidden: &Hidden) -> i64 {
        let document = "query($id: ID!) { lead(id: $id) { seenBy(first: 1) { totalCount } } }";
        let answer = self.owner.graphql(document, json!({ "id": hidden.names.lead })).await;
        answer.data("/lead/seenBy/totalCount").as_i64().unwrap_or_default()
    }

    /// Plays a case; how often its reader saw something of what is hidden at first, and how often it did not.
    async fn play(&self, reader: &Reader, first: Option<With>, acts: &[Act]) -> (usize, usize) {
        let mut hidden = self.hide().await;
        assert!(!self.compare(reader, &mut hidden, &[]).await, "it is not shared yet");
        let (mut seen, mut unseen, mut done) = (0, 2, Vec::new());
        for (place, act) in first.map(Act::Share).iter().chain(acts).enumerate() {
            self.act(reader, &mut hidden, *act).await;
            done.push(*act);
            // After the first, and after every second one from there on.
            if place % 2 == 1 {
                continue;
            }
            if self.compare(reader, &mut hidden, &done).await {
                seen += 1;
            } else {
                unseen += 1;
            }
        }
        self.take_back(reader, &mut hidden).await;
        let sees = self.compare(reader, &mut hidden, &done).await;
        assert!(!sees, "{} sees what was taken back after {done:?}", reader.person.name);
        let listed = self.listed(&hidden).await;
        assert!(
            listed >= hidden.listed,
            "{listed} of {} are listed after {done:?}",
            hidden.listed
        );
        (seen, unseen)
    }
}

both_databases! {
    /// A case for each 32 of PROPTEST_CASES; the same ones at every run, from the first on.
    async fn i21_i22_i23_i24_i25_i26_i27_nothing_that_is_done_to_what_is_hidden_is_told(world: World) {
        let stage = Stage::set(world).await;
        let config = Config::default();
        let cases = (config.cases / 32).max(1);
        let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
        let (mut seen, mut unseen) = (0, 0);
        for (_, reader) in (0..cases).zip(stage.readers.iter().cycle()) {
            let drawn = (option::of(select(WITH)), vec(select(ACTS), 3..=8));
            let (first, acts) = drawn.new_tree(&mut runner).unwrap().current();
            let (more, less) = stage.play(reader, first, &acts).await;
            seen += more;
            unseen += less;
        }
        assert!(seen > 0 && unseen > 0, "{seen} times seen, {unseen} times not");
    }
}
