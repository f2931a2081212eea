//! What is done to something hidden, and around it.

use sea_orm::EntityTrait as _;
use serde_json::{Value, json};
use touchstone::platform::ids::{IdKind, decode_as, encode};

use super::{EVERYONE, Hidden, Reader, Stage};
use crate::support::{Asks as _, Lead, picture, with};

/// Telephones: two of the open lead's subject, one of the lead's beside it, one of nobody's. The hidden lead's subject has the
/// first and the third, which would tie the two that everybody here sees.
pub(super) const PHONES: [&str; 4] = ["13800138001", "13800138002", "13800138003", "13800138004"];

/// Some of them as they are entered.
pub(super) fn phones(places: &[usize]) -> Vec<Value> {
    let phone = |place: &usize| json!({ "kind": "PHONE", "value": PHONES[*place], "country": "CN" });
    places.iter().map(phone).collect()
}

/// With whom the hidden lead is shared.
#[derive(Debug, Clone, Copy)]
pub(super) enum With {
    Organization,
    Person,
    Group,
    Community,
}

pub(super) const WITH: &[With] = &[With::Organization, With::Person, With::Group, With::Community];

/// How the one who asks stands: it reads leads, it does not, it is shut out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Reads,
    Elsewhere,
    Suspended,
}

pub(super) const STANDINGS: [Standing; 3] = [Standing::Reads, Standing::Elsewhere, Standing::Suspended];

/// What is done; many an act is refused, and changes nothing then.
#[derive(Debug, Clone, Copy)]
pub(super) enum Act {
    Share(With),
    Revoke,
    Raise(&'static str),
    RaiseSecond,
    Seat,
    Unseat,
    /// The hidden lead goes on with the second hidden one.
    MergeAway,
    /// The second hidden one goes on with the hidden lead.
    MergeIn,
    /// The second hidden one goes on with the open lead.
    MergeIntoOpen,
    Retract,
    /// What is hidden is known by more.
    Identify(usize),
    /// What is hidden is tied to what is not.
    Link,
    Comment,
    Attach,
    /// Roles and suspension of the one who asks.
    Stand(Standing),
    /// The hidden lead's owner is suspended, or not any more.
    Suspend(bool),
}

/// Some stand here twice, so that they come about more often.
pub(super) const ACTS: &[Act] = &[
    Act::Share(With::Organization),
    Act::Share(With::Person),
    Act::Share(With::Group),
    Act::Share(With::Group),
    Act::Share(With::Community),
    Act::Seat,
    Act::Seat,
    Act::Unseat,
    Act::Revoke,
    Act::Revoke,
    Act::Raise("AMBER"),
    Act::Raise("AMBER_STRICT"),
    Act::Raise("RED"),
    Act::RaiseSecond,
    Act::MergeAway,
    Act::MergeIn,
    Act::MergeIntoOpen,
    Act::MergeIntoOpen,
    Act::Retract,
    Act::Identify(1),
    Act::Identify(3),
    Act::Link,
    Act::Comment,
    Act::Attach,
    Act::Stand(Standing::Reads),
    Act::Stand(Standing::Reads),
    Act::Stand(Standing::Elsewhere),
    Act::Stand(Standing::Suspended),
    Act::Suspend(true),
    Act::Suspend(false),
];

impl Stage {
    pub(super) async fn act(&self, reader: &Reader, hidden: &mut Hidden, act: Act) {
        match act {
            Act::Share(with) => self.share(reader, hidden, with).await,
            Act::Revoke => {
                if let Some(grant) = self.grants(hidden).await.first() {
                    self.revoke(hidden, json!({ "grantId": grant })).await;
                }
            }
            Act::Raise(tlp) if !hidden.tied => {
                hidden.raised = true;
                self.owner.changes_tlp(&hidden.lead, tlp).await;
            }
            Act::RaiseSecond if !hidden.tied => {
                hidden.raised = true;
                self.second.changes_tlp(&hidden.second, "AMBER").await;
            }
            Act::MergeIntoOpen if !hidden.raised => {
                self.merge(&hidden.second, &self.open).await;
                hidden.tied |= hidden.second.row().await.merged_into == Some(self.open.id);
            }
            // It would raise what everybody here sees, which is for them to see.
            Act::Raise(_) | Act::RaiseSecond | Act::MergeIntoOpen => {}
            Act::Seat => {
                let organization = encode(IdKind::Org, reader.person.organization);
                let more = json!({ "organizationIds": [organization] });
                self.on_group(hidden, "addSharingGroupMembers", more).await;
            }
            Act::Unseat => self.unseat(reader, hidden).await,
            Act::MergeAway => self.merge(&hidden.lead, &hidden.second).await,
            Act::MergeIn => self.merge(&hidden.second, &hidden.lead).await,
            Act::Retract => drop(self.owner.retracts(&hidden.lead).await),
            Act::Identify(place) => self.identify(hidden, place).await,
            Act::Link => {
                // The desk sees both ends, as long as the hidden one is not RED.
                let input = json!({ "idempotencyKey": self.world.id().to_string(), "fromId": hidden.names.subject,
                    "toId": self.known, "kind": "SUPPLIES", "confidence": "LOW", "grounds": "Seen at the gate" });
                self.desk.act_selecting("linkSubjects", input, "link { id }").await;
            }
            Act::Comment => drop(
                self.owner
                    .comments(&hidden.lead, "Counterfeit soles again", EVERYONE)
                    .await,
            ),
            Act::Attach => self.attach(hidden).await,
            Act::Stand(standing) => {
                self.stands(reader, standing).await;
                hidden.standing = standing;
            }
            Act::Suspend(true) => self.acme.put_into("SUSPENDED").await,
            Act::Suspend(false) => self.acme.put_into("ACTIVE").await,
        }
    }

    async fn share(&self, reader: &Reader, hidden: &Hidden, with: With) {
        let grant = match with {
            With::Organization => json!({ "organizationId": encode(IdKind::Org, reader.person.organization) }),
            With::Person => json!({ "personId": reader.person.public_id() }),
            With::Group => json!({ "groupId": hidden.group }),
            With::Community => json!({ "community": true }),
        };
        self.owner.shares_by(&hidden.lead, json!({ "grants": [grant] })).await;
    }

    /// The ids of what the hidden lead is opened by.
    async fn grants(&self, hidden: &Hidden) -> Vec<String> {
        let document = "query($id: ID!) { lead(id: $id) { grants(first: 100) { nodes { id } } } }";
        let answer = self.owner.graphql(document, json!({ "id": hidden.names.lead })).await;
        let grants = answer.data("/lead/grants/nodes").as_array().cloned();
        let id = |grant: &Value| grant["id"].as_str().unwrap().to_owned();
        grants.unwrap_or_default().iter().map(id).collect()
    }

    async fn revoke(&self, hidden: &Hidden, opening: Value) {
        let version = hidden.lead.row().await.version;
        let input =
            json!({ "id": hidden.names.lead, "expectedVersion": version, "opening": opening, "reason": "trial" });
        self.owner.act("revokeLeadGrant", input).await;
    }

    async fn unseat(&self, reader: &Reader, hidden: &Hidden) {
        let organization = encode(IdKind::Org, reader.person.organization);
        let more = json!({ "organizationId": organization });
        self.on_group(hidden, "removeSharingGroupMember", more).await;
    }

    async fn on_group(&self, hidden: &Hidden, mutation: &str, more: Value) {
        let id = decode_as(IdKind::Group, &hidden.group).unwrap();
        let row = entity::sharing_group::Entity::find_by_id(id);
        let version = row.one(self.world.app.db.read()).await.unwrap().unwrap().version;
        let input = with(json!({ "id": hidden.group, "expectedVersion": version }), more);
        self.owner.act_selecting(mutation, input, "group { id }").await;
    }

    async fn merge(&self, lead: &Lead, into: &Lead) {
        let input = json!({
            "id": lead.public_id(), "expectedVersion": lead.row().await.version,
            "intoId": into.public_id(), "intoExpectedVersion": into.row().await.version,
            "reason": "the same workshop",
        });
        self.desk.act("mergeLead", input).await;
    }

    async fn identify(&self, hidden: &Hidden, place: usize) {
        let id = decode_as(IdKind::Subject, &hidden.names.subject).unwrap();
        let row = entity::subject::Entity::find_by_id(id);
        let version = row.one(self.world.app.db.read()).await.unwrap().unwrap().version;
        let input = json!({ "id": hidden.names.subject, "expectedVersion": version, "identifiers": phones(&[place]) });
        self.owner
            .act_selecting("addIdentifiers", input, "subject { id }")
            .await;
    }

    async fn attach(&self, hidden: &Hidden) {
        // Who is suspended sends no file, and a file that is refused would wait.
        let may_send = self.owner.caller().await.viewer.is_some();
        if !may_send || hidden.lead.row().await.state == "RETRACTED" {
            return;
        }
        let upload = self.owner.uploads(&picture(3), "counterfeit.png").await;
        let photo = self.owner.photo(&hidden.lead, &upload);
        self.owner.asks_to_attach(photo).await;
    }

    /// Takes back whatever lets the one who asks see the hidden lead.
    pub(super) async fn take_back(&self, reader: &Reader, hidden: &mut Hidden) {
        self.acme.put_into("ACTIVE").await;
        self.stands(reader, Standing::Reads).await;
        hidden.standing = Standing::Reads;
        self.unseat(reader, hidden).await;
        for grant in self.grants(hidden).await {
            self.revoke(hidden, json!({ "grantId": grant })).await;
        }
        self.revoke(hidden, json!({ "community": true })).await;
    }
}
