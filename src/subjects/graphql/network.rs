//! Networks of subjects, as clients see them.

use async_graphql::{Context, ID, Object};
use uuid::Uuid;

use super::{
    enums::{GqlIdentifierKind, GqlStrength},
    subject::{Subject, SubjectLink},
};
use crate::{
    leads::graphql::{self as leads, Eyes, Lead},
    platform::{db::code, error::Result, graphql::id, ids::IdKind},
    subjects::{
        commands::{Network, Path, Shared},
        rules::identifier::{IdentifierKind, Strength},
        store::Holding,
    },
};

/// Subjects that hang together, as the viewer sees them.
pub struct SubjectNetwork {
    network: Network,
    eyes: Eyes,
}

impl SubjectNetwork {
    /// Every part of it tells something of the leads that name its subjects.
    pub(super) fn of(network: Network, eyes: &Eyes) -> Self {
        for row in &network.subjects {
            eyes.shows(row.lead_id, None);
        }
        Self {
            network,
            eyes: eyes.clone(),
        }
    }
}

/// Subjects that hang together, as the viewer sees them: put together when it is asked for, from nothing that the viewer does
/// not see.
#[Object]
impl SubjectNetwork {
    /// The subjects, the first one first; at most 500.
    async fn subjects(&self) -> Vec<Subject> {
        let rows = self.network.subjects.iter().cloned();
        rows.map(|row| Subject::of(row, &self.eyes)).collect()
    }

    /// What several of them have in common. What more than 50 subjects have ties none of them.
    async fn shared(&self) -> Vec<SharedIdentifier> {
        self.network.shared.iter().cloned().map(SharedIdentifier).collect()
    }

    /// What analysts say ties two of them.
    async fn links(&self) -> Vec<SubjectLink> {
        let rows = self.network.links.iter().cloned();
        rows.map(|row| SubjectLink::of(row, &self.eyes)).collect()
    }

    /// Whether there is no more to see within these steps.
    async fn is_complete(&self) -> bool {
        self.network.complete
    }
}

/// A way from one subject to another.
pub struct SubjectPath {
    network: SubjectNetwork,
    way: Vec<Uuid>,
}

impl SubjectPath {
    pub(super) fn of(path: Path, eyes: &Eyes) -> Self {
        Self {
            network: SubjectNetwork::of(path.network, eyes),
            way: path.subjects,
        }
    }
}

/// A way from one subject to another.
#[Object]
impl SubjectPath {
    /// Those on it, in order, both ends included.
    async fn subject_ids(&self) -> Vec<ID> {
        self.way.iter().map(|subject| id(IdKind::Subject, *subject)).collect()
    }

    /// Those on it, and what ties them.
    async fn network(&self) -> &SubjectNetwork {
        &self.network
    }
}

/// An identifier that several subjects have in common.
pub struct SharedIdentifier(Shared);

/// An identifier that several subjects have in common: the same after the rule that is named has brought it to one form.
#[Object]
impl SharedIdentifier {
    /// What it names.
    async fn kind(&self) -> Result<GqlIdentifierKind> {
        code::<IdentifierKind>(&self.0.holding.kind).map(Into::into)
    }

    /// It, or what may be shown of it where one of them is a person.
    async fn value(&self) -> &str {
        &self.0.holding.shown
    }

    /// The rule, with its version, that finds them equal.
    async fn rule(&self) -> &str {
        &self.0.holding.rule
    }

    /// How much it says.
    async fn strength(&self) -> Result<GqlStrength> {
        code::<Strength>(&self.0.holding.strength).map(Into::into)
    }

    /// Who has it.
    async fn subject_ids(&self) -> Vec<ID> {
        self.0
            .subjects
            .iter()
            .map(|subject| id(IdKind::Subject, *subject))
            .collect()
    }
}

/// Another lead that names somebody known by the same.
pub struct LeadAlike {
    lead: Uuid,
    common: Vec<Holding>,
}

impl LeadAlike {
    pub(super) fn of(lead: Uuid, common: Vec<Holding>, eyes: &Eyes) -> Self {
        eyes.shows(lead, None);
        Self { lead, common }
    }
}

/// Another lead that names somebody known by the same.
#[Object]
impl LeadAlike {
    /// The lead; null where it has been lost from sight meanwhile.
    async fn lead(&self, ctx: &Context<'_>) -> Result<Option<Lead>> {
        leads::lead(ctx, self.lead).await
    }

    /// What they have in common, each with the rule that finds it equal.
    async fn shared(&self) -> Vec<CommonIdentifier> {
        self.common.iter().cloned().map(CommonIdentifier).collect()
    }
}

/// An identifier that two leads have in common.
pub struct CommonIdentifier(Holding);

/// An identifier that two leads have in common.
#[Object]
impl CommonIdentifier {
    /// What it names.
    async fn kind(&self) -> Result<GqlIdentifierKind> {
        code::<IdentifierKind>(&self.0.kind).map(Into::into)
    }

    /// It, or what may be shown of it where it is a person's.
    async fn value(&self) -> &str {
        &self.0.shown
    }

    /// The rule, with its version, that finds them equal.
    async fn rule(&self) -> &str {
        &self.0.rule
    }

    /// Who has it in the other lead.
    async fn subject_id(&self) -> ID {
        id(IdKind::Subject, self.0.subject)
    }
}
