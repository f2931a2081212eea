//! Whatever is done in whatever order: what the audience rows say is what the facts say, and nobody sees a part without its
//! lead.

use rand::{RngExt as _, SeedableRng as _, rngs::StdRng, seq::IndexedRandom as _};
use sea_orm::EntityTrait as _;
use serde_json::{Value, json};
use touchstone::leads::jobs;

use crate::{
    both_databases,
    support::{Asks as _, Lead, Organization, Person, Response, World, draft, with},
};

/// What a run is drawn from.
const SEED: u64 = 1;
/// How many acts a run has.
const ACTS: usize = 60;

/// A few organisations, a group and a lead, and somebody who tries everything.
struct Stage {
    world: World,
    owner: Person,
    desk: Person,
    members: Vec<Organization>,
    readers: Vec<Person>,
    group: String,
    lead: Lead,
    /// Leads of others that may go on with it, with their authors.
    others: Vec<(Person, Lead)>,
    random: StdRng,
}

impl Stage {
    async fn set(world: World, seed: u64) -> Self {
        let mut random = StdRng::seed_from_u64(seed);
        let acme = world.brand("Acme").await;
        let mut members = Vec::new();
        let mut readers = Vec::new();
        for name in ["Bolt", "Third", "Fourth"] {
            let member = world.brand(name).await;
            readers.push(member.investigator().await);
            readers.push(
                member
                    .person_for(&[touchstone::permissions::Role::Mi], &member.brands)
                    .await,
            );
            members.push(member);
        }
        readers.push(world.agency("Police").await.officer().await);
        let (owner, desk) = (acme.admin().await, world.secretariat().await.desk().await);
        let input = json!({ "idempotencyKey": "group", "name": "Circle", "purpose": "Trial", "confidential": true,
            "organizationIds": [members[0].public_id()], "personIds": [readers[2].public_id()] });
        let document = "mutation($input: CreateSharingGroupInput!) { createSharingGroup(input: $input) { group { id } userErrors { code } } }";
        let group = owner
            .graphql(document, json!({ "input": input }))
            .await
            .ok()
            .text("/createSharingGroup/group/id");
        let tlp = *["GREEN", "AMBER", "AMBER_STRICT"].choose(&mut random).unwrap();
        let items = members
            .iter()
            .map(|member| json!({ "brandId": member.brand_id(), "title": "A bag" }));
        let items: Vec<Value> = items.collect();
        let lead = owner
            .prepares_from(with(draft(&acme), json!({ "tlp": tlp, "items": items })))
            .await;
        let mut others = Vec::new();
        for (member, tlp) in members.iter().zip(["AMBER", "GREEN", "AMBER_STRICT"]) {
            let author = member.admin().await;
            let other = author.prepares_from(with(draft(member), json!({ "tlp": tlp }))).await;
            others.push((author, other));
        }
        Self {
            world,
            owner,
            desk,
            members,
            readers,
            group,
            lead,
            others,
            random,
        }
    }

    fn member(&mut self) -> Organization {
        self.members.choose(&mut self.random).unwrap().clone()
    }

    fn reader(&mut self) -> Person {
        self.readers.choose(&mut self.random).unwrap().clone()
    }

    async fn on_lead(&self, mutation: &str, more: Value) -> Response {
        let version = self.lead.row().await.version;
        let base = json!({ "id": self.lead.public_id(), "expectedVersion": version });
        self.owner.act(mutation, with(base, more)).await
    }

    async fn on_group(&self, mutation: &str, more: Value) {
        let version = entity::sharing_group::Entity::find()
            .one(self.world.app.db.read())
            .await
            .unwrap()
            .unwrap()
            .version;
        let kind = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
        let document = format!("mutation($input: {kind}!) {{ {mutation}(input: $input) {{ userErrors {{ code }} }} }}");
        let input = with(json!({ "id": self.group, "expectedVersion": version }), more);
        self.owner.graphql(&document, json!({ "input": input })).await;
    }

    /// One act of somebody; many are refused, and change nothing then.
    async fn act(&mut self) {
        let (member, reader) = (self.member(), self.reader());
        let until = self
            .random
            .random_bool(0.3)
            .then(|| (self.world.now() + jiff::SignedDuration::from_hours(3)).to_string());
        match self.random.random_range(0..16) {
            0 | 1 => self.share(json!({ "organizationId": member.public_id() }), until).await,
            2 => self.share(json!({ "personId": reader.public_id() }), until).await,
            3 | 4 => self.share(json!({ "groupId": self.group }), until).await,
            5 => self.share(json!({ "community": true }), None).await,
            6 => self.revoke().await,
            7 if self.random.random_bool(0.4) => {
                let tlp = *["AMBER", "AMBER_STRICT", "RED"].choose(&mut self.random).unwrap();
                self.on_lead("changeLeadTlp", json!({ "tlp": tlp, "reason": "trial" }))
                    .await;
            }
            8 => {
                let handling = json!({ "usableUntil": until, "attribution": "MUST_NOT" });
                self.on_lead("changeLeadHandling", json!({ "handling": handling, "reason": "trial" }))
                    .await;
            }
            9 => {
                self.on_group(
                    "addSharingGroupMembers",
                    json!({ "organizationIds": [member.public_id()] }),
                )
                .await;
            }
            10 => {
                self.on_group(
                    "removeSharingGroupMember",
                    json!({ "organizationId": member.public_id() }),
                )
                .await;
            }
            11 => drop(
                reader
                    .comments(&self.lead, "Known here", "OWNER_AND_MY_ORGANIZATION")
                    .await,
            ),
            12 => self.world.after_hours(1),
            13 => self.merge().await,
            14 => self.raise_another().await,
            _ => self.answer(&member, &reader).await,
        }
    }

    async fn share(&self, grant: Value, until: Option<String>) {
        self.owner
            .shares_by(&self.lead, json!({ "grants": [grant], "expiresAt": until }))
            .await;
    }

    async fn revoke(&mut self) {
        let document = "query($id: ID!) { lead(id: $id) { grants(first: 100) { nodes { id } } } }";
        let grants = self
            .owner
            .graphql(document, json!({ "id": self.lead.public_id() }))
            .await
            .ok();
        let grants = grants.texts("/lead/grants/nodes", "/id");
        let opening = match grants.choose(&mut self.random) {
            Some(grant) => json!({ "grantId": grant }),
            None => json!({ "community": true }),
        };
        self.on_lead("revokeLeadGrant", json!({ "opening": opening, "reason": "trial" }))
            .await;
    }

    /// Lets another's lead go on with the lead, or tries to.
    async fn merge(&mut self) {
        let (_, other) = self.others.choose(&mut self.random).unwrap();
        let input = json!({
            "id": other.public_id(), "expectedVersion": other.row().await.version,
            "intoId": self.lead.public_id(), "intoExpectedVersion": self.lead.row().await.version,
            "reason": "trial",
        });
        self.desk.act("mergeLead", input).await;
    }

    /// Its owner raises another lead, which raises all that goes on with the same one.
    async fn raise_another(&mut self) {
        let (author, other) = self.others.choose(&mut self.random).unwrap();
        author.changes_tlp(other, "AMBER_STRICT").await;
    }

    async fn answer(&self, member: &Organization, reader: &Person) {
        let document = "{ deliveries { nodes { id version } } }";
        let deliveries = reader.graphql(document, json!({})).await.ok();
        if deliveries.list("/deliveries/nodes").is_empty() {
            return;
        }
        reader.answers(&self.lead, member, "CONFIRMED").await;
    }

    /// What the rows say is what the facts say, and each reader's answers hang together.
    async fn holds(&self) {
        self.world
            .nothing_changes_but(&["lead_search", "lead_search_data"], async {
                jobs::rebuild(&self.world.app).await.unwrap()
            })
            .await;
        let authors = self.others.iter().map(|(author, _)| author);
        for reader in self.readers.iter().chain([&self.owner, &self.desk]).chain(authors) {
            self.is_coherent(reader, &self.lead).await;
            for (_, other) in &self.others {
                self.is_coherent(reader, other).await;
            }
        }
        self.is_under_one_marking().await;
    }

    /// Leads that go on with each other stand under the same TLP.
    async fn is_under_one_marking(&self) {
        let lead = self.lead.row().await;
        for (_, other) in &self.others {
            let other = other.row().await;
            if other.merged_into == Some(lead.id) {
                assert_eq!((&other.tlp, &other.handling_code), (&lead.tlp, &lead.handling_code));
            }
        }
    }

    /// A lead is in the list exactly where it is found by its id; where it is not, nothing of it is anywhere.
    async fn is_coherent(&self, reader: &Person, lead: &Lead) {
        use sea_orm::{ColumnTrait as _, QueryFilter as _};
        use touchstone::platform::ids::{IdKind, encode};

        let read = reader.reads(lead).await;
        let found = read.error_code().is_none();
        let list = "{ leads(first: 100) { totalCount nodes { id } } deliveries(first: 100) { totalCount nodes { id lead { id } } } }";
        let lists = reader.graphql(list, json!({})).await.ok();
        let listed = lists.texts("/leads/nodes", "/id");
        assert_eq!(listed.contains(&lead.public_id()), found, "{read} {lists}");
        assert_eq!(lists.number("/leads/totalCount"), i64::try_from(listed.len()).unwrap());
        let of = lists.texts("/deliveries/nodes", "/lead/id");
        assert!(found || !of.contains(&lead.public_id()), "{lists}");
        if found {
            return;
        }
        assert_eq!(read.error_code(), Some("NOT_FOUND"), "{read}");
        let items = entity::lead_item::Entity::find()
            .filter(entity::lead_item::Column::LeadId.eq(lead.id))
            .all(self.world.app.db.read())
            .await
            .unwrap();
        let comments = entity::comment::Entity::find()
            .filter(entity::comment::Column::LeadId.eq(lead.id))
            .all(self.world.app.db.read())
            .await
            .unwrap();
        let entries = entity::timeline_entry::Entity::find()
            .filter(entity::timeline_entry::Column::LeadId.eq(lead.id))
            .all(self.world.app.db.read())
            .await
            .unwrap();
        let mut parts: Vec<String> = items.iter().map(|row| encode(IdKind::Item, row.id)).collect();
        parts.extend(comments.iter().map(|row| encode(IdKind::Comment, row.id)));
        parts.extend(entries.iter().take(60).map(|row| encode(IdKind::Entry, row.id)));
        parts.truncate(100);
        let nodes = reader
            .graphql(
                "query($ids: [ID!]!) { nodes(ids: $ids) { id } }",
                json!({ "ids": parts }),
            )
            .await
            .ok();
        assert!(nodes.list("/nodes").iter().all(Value::is_null), "{nodes}");
    }
}

both_databases! {
    async fn i21_no_sequence_of_acts_lets_anybody_see_what_the_facts_do_not_open(world: World) {
        let mut stage = Stage::set(world, SEED).await;
        for act in 0..ACTS {
            stage.act().await;
            if act % 4 == 3 {
                stage.holds().await;
            }
        }
        stage.holds().await;
    }
}
