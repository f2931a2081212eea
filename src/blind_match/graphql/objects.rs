//! Blind matches, as clients see them.

use async_graphql::{ComplexObject, Context, ID, Object, SimpleObject};
use strum::VariantArray as _;
use uuid::Uuid;

use super::loaders::{self, HeldBy};
use crate::{
    app::App,
    blind_match::{
        commands::{Held, Matching},
        rules::{Choice, Extent, MatchRow, MatchState, MatchStep},
    },
    graphql_enum,
    leads::graphql::{Eyes, Lead},
    members::{
        PersonState,
        graphql::{Organization, Person, organization, people_of, person},
    },
    platform::{
        error::Result,
        graphql::{from_context, id, scalars::DateTime},
        ids::IdKind,
    },
    subjects::{
        graphql::{GqlIdentifierKind, GqlStrength},
        rules::masked_name,
    },
};

graphql_enum! {
    /// Where a blind match stands for one's own side. What the other organisation said is not in it.
    GqlMatchState as "BlindMatchState" = MatchState {
        /// The own organisation has said nothing, or what it said has lapsed.
        New,
        /// Somebody of the own organisation wants contact; an administrator of it has to agree.
        Proposed,
        /// The own organisation wants contact. Whether the other one has read that, or does not want it now, is not told.
        Waiting,
        /// The own organisation does not want contact now; the other one does not learn that.
        Declined,
        /// Both want contact: each knows who the other is.
        Contact,
    }
}

graphql_enum! {
    /// What the viewer can do with a blind match now.
    GqlMatchStep as "BlindMatchAction" = MatchStep {
        /// Propose contact to the own administrators: `answerBlindMatch` with `accept`.
        Propose,
        /// Agree, as a second person, to what a colleague proposed: `answerBlindMatch` with `accept`.
        Agree,
        /// Say that the organisation does not want contact now.
        Decline,
        /// Take a proposal or a wish for contact back.
        Withdraw,
    }
}

graphql_enum! {
    /// In which bucket the number of leads was that both organisations together had behind a blind match when they were
    /// told of it.
    GqlExtent as "BlindMatchExtent" = Extent {
        /// One lead of each.
        OneEach,
        /// Three to five leads.
        Few,
        /// Six leads or more.
        Many,
    }
}

/// That another organisation knows the same identifier.
pub struct BlindMatch {
    row: MatchRow,
    eyes: Eyes,
}

impl BlindMatch {
    /// The object of a row that these eyes see.
    pub(super) fn of(row: MatchRow, eyes: &Eyes) -> Self {
        Self {
            row,
            eyes: eyes.clone(),
        }
    }
}

/// That another organisation knows the same identifier. Who it is, and anything else of it, is told only once both want
/// contact.
#[Object]
impl BlindMatch {
    /// Opaque id. The other organisation knows the match by another one.
    pub async fn id(&self) -> ID {
        id(IdKind::Match, self.row.own.id)
    }

    /// Whose side this is: the viewer's organisation, or a principal for which the viewer acts.
    async fn organization(&self, ctx: &Context<'_>) -> Result<Organization> {
        organization(ctx, self.row.own.organization).await
    }

    /// What the identifier names.
    async fn identifier_kind(&self) -> GqlIdentifierKind {
        self.row.kind.into()
    }

    /// How much it says that both have it; never weak.
    async fn strength(&self) -> GqlStrength {
        self.row.strength.into()
    }

    /// In which bucket the number of leads was that both together had behind it when they were told.
    async fn extent(&self) -> GqlExtent {
        self.row.extent.into()
    }

    /// When both were told.
    async fn signalled_at(&self) -> DateTime {
        DateTime(self.row.signalled_at)
    }

    /// Where it stands for the own side.
    async fn state(&self, ctx: &Context<'_>) -> Result<GqlMatchState> {
        Ok(self.row.state_at(from_context::<App>(ctx)?.now()).into())
    }

    /// Whether the other organisation wants contact, by two of its people. False where it does not, where it has not said so,
    /// and where that was more than a month ago.
    async fn is_contact_wished(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(self.row.is_wished_at(from_context::<App>(ctx)?.now()))
    }

    /// Who of the own side proposed contact; null where nobody did.
    async fn proposed_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.row.own.proposed_by {
            Some(key) => person(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }

    /// Which administrator of the own organisation agreed to it; null where none did.
    async fn agreed_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.row.own.agreed_by {
            Some(key) => person(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }

    /// When the own side said what it says; null where it said nothing.
    async fn chosen_at(&self) -> Option<DateTime> {
        match self.row.own.choice {
            Choice::Unsaid => None,
            Choice::Proposed | Choice::Accepted | Choice::Declined => Some(DateTime(self.row.own.chosen_at)),
        }
    }

    /// What was said to it; null where nothing was. Nobody outside of the own side ever reads it.
    async fn note(&self) -> Option<&str> {
        self.row.own.note.as_deref()
    }

    /// Who of the own leads is known by the identifier, as far as the viewer sees it; at most 20.
    async fn holdings(&self, ctx: &Context<'_>) -> Result<Vec<BlindMatchHolding>> {
        let key = HeldBy(self.eyes.clone(), self.row.own.id);
        let held = loaders::of(ctx)?.load_one(key).await?.unwrap_or_default();
        Ok(held
            .iter()
            .map(|held| BlindMatchHolding::of(held, &self.eyes))
            .collect())
    }

    /// Who the other organisation is and who of it wanted contact; null until both want it.
    async fn contact(&self, ctx: &Context<'_>) -> Result<Option<BlindMatchContact>> {
        match self.row.opened_at {
            Some(at) => BlindMatchContact::load(ctx, &self.row, DateTime(at)).await.map(Some),
            None => Ok(None),
        }
    }

    /// Counts the changes of the own side; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.row.own.version
    }

    /// What the viewer can do with it now.
    async fn allowed_actions(&self, ctx: &Context<'_>) -> Result<Vec<GqlMatchStep>> {
        let now = from_context::<App>(ctx)?.now();
        let viewer = self.eyes.viewer();
        let allowed = MatchStep::VARIANTS
            .iter()
            .filter(|step| self.row.step(viewer, **step, now).is_ok());
        Ok(allowed.map(|step| (*step).into()).collect())
    }
}

/// Somebody or something of a lead of one's own that is known by the identifier of a blind match.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct BlindMatchHolding {
    #[graphql(skip)]
    lead: Uuid,
    #[graphql(skip)]
    eyes: Eyes,
    /// The subject's id.
    subject_id: ID,
    /// The subject's name; of a person the first letters, see `revealPersonalData`.
    subject_name: String,
    /// The identifier; of a person, and of papers, what may be shown of it.
    value: String,
    /// Whether only part of it is shown.
    is_masked: bool,
}

impl BlindMatchHolding {
    fn of(held: &Held, eyes: &Eyes) -> Self {
        eyes.shows(held.lead, None);
        let shown = held.shown.as_ref().filter(|_| !held.is_person);
        Self {
            lead: held.lead,
            eyes: eyes.clone(),
            subject_id: id(IdKind::Subject, held.subject),
            subject_name: match held.is_person {
                true => masked_name(&held.name),
                false => held.name.clone(),
            },
            value: shown.unwrap_or(&held.masked).clone(),
            is_masked: shown.is_none(),
        }
    }
}

#[ComplexObject]
impl BlindMatchHolding {
    /// The lead; null where it has been lost from sight meanwhile.
    async fn lead(&self, ctx: &Context<'_>) -> Result<Option<Lead>> {
        Lead::load(ctx, &self.eyes, self.lead).await
    }
}

/// Who is on the other side of a blind match, once both wanted to know.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct BlindMatchContact {
    #[graphql(skip)]
    other: Uuid,
    /// Since when each knows who the other is.
    opened_at: DateTime,
    /// Who on the other side wanted contact, as far as they are active: who proposed it and who agreed.
    people: Vec<BlindMatchContactPerson>,
    /// The confidential sharing group of the two, to share leads with up to AMBER; null where none could be made.
    group_id: Option<ID>,
}

#[ComplexObject]
impl BlindMatchContact {
    /// The other organisation.
    async fn organization(&self, ctx: &Context<'_>) -> Result<Organization> {
        organization(ctx, self.other).await
    }
}

impl BlindMatchContact {
    /// What is told of the other side of a match whose contact is open.
    async fn load(ctx: &Context<'_>, row: &MatchRow, opened_at: DateTime) -> Result<Self> {
        let keys: Vec<Uuid> = row.theirs.proposed_by.into_iter().chain(row.theirs.agreed_by).collect();
        let known = people_of(ctx, keys.clone()).await?;
        let people = keys.iter().filter_map(|key| known.get(key));
        let active = people.filter(|row| row.state == PersonState::Active);
        Ok(Self {
            other: row.theirs.organization,
            opened_at,
            people: active
                .map(|row| BlindMatchContactPerson {
                    organization: row.organization,
                    name: row.name.clone(),
                    email: row.email.clone(),
                })
                .collect(),
            group_id: row.group.map(|group| id(IdKind::Group, group)),
        })
    }
}

/// Somebody on the other side of a blind match who wanted contact.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct BlindMatchContactPerson {
    #[graphql(skip)]
    organization: Uuid,
    /// The name.
    name: String,
    /// The address to write to.
    email: String,
}

#[ComplexObject]
impl BlindMatchContactPerson {
    /// The person's organisation: the other one, or one that acts for it.
    async fn organization(&self, ctx: &Context<'_>) -> Result<Organization> {
        organization(ctx, self.organization).await
    }
}

/// How a lead of one's own is compared with what other organisations know.
#[derive(SimpleObject)]
pub struct LeadBlindMatching {
    /// Whether its owner lets it be compared although it would be left out: while only named people may know it, and with the
    /// numbers of people's papers in it.
    opted_in: bool,
    /// Counts the changes of that, 0 before the first; to be sent back as `expectedVersion`.
    version: i32,
    /// How many blind matches it has, by whichever of its subjects.
    matches: i32,
    /// Whether the viewer may say whether it is compared.
    may_change: bool,
}

impl LeadBlindMatching {
    pub(super) fn of(matching: Matching, may_change: bool) -> Self {
        Self {
            opted_in: matching.opted_in,
            version: matching.version,
            matches: i32::try_from(matching.matches).unwrap_or(i32::MAX),
            may_change,
        }
    }
}
