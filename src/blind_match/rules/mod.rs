//! Pure rules of blind matches: what is compared, where a match stands for each of the two, and what each may do with it.

mod comparing;

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

pub use comparing::{
    Common, Extent, Holding, MATCHING_CHANGED, MOST_PARTIES, common, is_known, is_news, may_move_matches, parties,
    takes_part,
};

use crate::{
    permissions::{Action, Scope, Viewer},
    platform::{
        error::{ApiError, ErrorCode, Result},
        text::clean_text,
    },
    subjects::rules::identifier::{IdentifierKind, Strength},
};

/// Most matches that an organisation is told of within a day: enough for what a day's work brings, and too few to try a
/// list of telephone numbers on the others. What is more waits.
pub const SIGNALS_A_DAY: u64 = 20;
/// The day of [`SIGNALS_A_DAY`].
pub const SIGNAL_DAY: SignedDuration = SignedDuration::from_hours(24);
/// Most matches in which an organisation waits for the other one: whoever wants to know everybody has to choose.
pub const MOST_WISHES: u64 = 10;
/// How long a wish for contact, or a proposal to wish for it, stands.
pub const PATIENCE: SignedDuration = SignedDuration::from_hours(30 * 24);
/// For how long it is remembered that two were told of what they have no more in common, so that it is not told as news
/// again and again, and "not now" stays said.
pub const REMEMBERED: SignedDuration = SignedDuration::from_hours(180 * 24);
/// A number smaller than this tells too much of those whom it counts.
pub const SMALLEST_FIGURE: i64 = 5;
/// Longest note, in characters.
const LONGEST_NOTE: usize = 2_000;

/// What an organisation said to a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum Choice {
    /// Nothing.
    Unsaid,
    /// One of its people wants contact; an administrator has to agree.
    Proposed,
    /// It wants contact.
    Accepted,
    /// Not now.
    Declined,
}

/// Where a match stands for one of the two. What the other one said is not in it, but that it wants contact as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::VariantArray)]
pub enum MatchState {
    /// The organisation has said nothing.
    New,
    /// One of its people wants contact; an administrator has to agree.
    Proposed,
    /// The organisation wants contact and waits.
    Waiting,
    /// The organisation does not want contact now.
    Declined,
    /// Both want contact: each knows who the other is.
    Contact,
}

/// What can be done with a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::VariantArray)]
pub enum MatchStep {
    /// Propose to the own administrators that contact be wished for.
    Propose,
    /// Wish for contact, as a second person.
    Agree,
    /// Say that the organisation does not want contact now.
    Decline,
    /// Take a proposal or a wish back.
    Withdraw,
}

/// One of the two, and what it said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// By which the organisation knows the match.
    pub id: Uuid,
    /// The organisation.
    pub organization: Uuid,
    /// What it said, without what time alone does.
    pub choice: Choice,
    /// When.
    pub chosen_at: Timestamp,
    /// Who of it proposed contact.
    pub proposed_by: Option<Uuid>,
    /// Which of its administrators agreed.
    pub agreed_by: Option<Uuid>,
    /// What was said to it, for the own organisation alone.
    pub note: Option<String>,
    /// Counts its changes.
    pub version: i32,
}

impl Side {
    /// What it says at a moment: a proposal and a wish lapse after a month.
    #[must_use]
    pub fn choice_at(&self, now: Timestamp) -> Choice {
        match self.choice {
            Choice::Proposed | Choice::Accepted if self.chosen_at <= lapsed_before(now) => Choice::Unsaid,
            choice => choice,
        }
    }
}

/// What was said until this moment has lapsed by `now`.
#[must_use]
pub fn lapsed_before(now: Timestamp) -> Timestamp {
    now.checked_sub(PATIENCE).unwrap_or(Timestamp::MIN)
}

/// A match, as one of the two knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatchRow {
    /// The match, of which neither of them knows the id.
    pub id: Uuid,
    /// Keyed hash of the identifier.
    pub hash: String,
    /// What the identifier names.
    pub kind: IdentifierKind,
    /// How much it says that both have it.
    pub strength: Strength,
    /// How many leads of both were behind it when they were told.
    pub extent: Extent,
    /// When they were told.
    pub signalled_at: Timestamp,
    /// When contact was opened.
    pub opened_at: Option<Timestamp>,
    /// The sharing group that was made for the two.
    pub group: Option<Uuid>,
    /// The side from which it is looked at.
    pub own: Side,
    /// The other one: nothing of it is told before contact is open.
    pub theirs: Side,
    /// The first of the own leads behind it that whoever looks sees.
    pub lead: Uuid,
}

impl MatchRow {
    /// Where it stands at a moment.
    #[must_use]
    pub fn state_at(&self, now: Timestamp) -> MatchState {
        if self.opened_at.is_some() {
            return MatchState::Contact;
        }
        match self.own.choice_at(now) {
            Choice::Unsaid => MatchState::New,
            Choice::Proposed => MatchState::Proposed,
            Choice::Accepted => MatchState::Waiting,
            Choice::Declined => MatchState::Declined,
        }
    }

    /// Whether the other one wants contact. That it does not, or has not said so, is the same.
    #[must_use]
    pub fn is_wished_at(&self, now: Timestamp) -> bool {
        self.opened_at.is_none() && self.theirs.choice_at(now) == Choice::Accepted
    }

    /// What it is to agree to contact: to propose it, or where somebody has, to be the second one.
    #[must_use]
    pub fn agreeing(&self, now: Timestamp) -> MatchStep {
        match self.state_at(now) {
            MatchState::Proposed => MatchStep::Agree,
            MatchState::New | MatchState::Waiting | MatchState::Declined | MatchState::Contact => MatchStep::Propose,
        }
    }

    /// What its organisation says after a step of somebody who sees it.
    ///
    /// # Errors
    /// `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, and `FOUR_EYES` where who proposed it would agree too.
    pub fn step(&self, viewer: &Viewer, step: MatchStep, now: Timestamp) -> Result<Choice> {
        let action = match step {
            MatchStep::Agree => Action::BlindMatchAgree,
            MatchStep::Propose | MatchStep::Decline | MatchStep::Withdraw => Action::BlindMatchAnswer,
        };
        if !acts_for(viewer, action, self.own.organization, now) {
            return Err(ErrorCode::Forbidden.into());
        }
        let choice = next(self.state_at(now), step).ok_or(ErrorCode::TransitionNotAllowed)?;
        if step == MatchStep::Agree && self.own.proposed_by == Some(viewer.person) {
            return Err(ErrorCode::FourEyes.into());
        }
        Ok(choice)
    }
}

/// What an organisation says after a step, or `None` where the match does not allow it as it stands.
fn next(state: MatchState, step: MatchStep) -> Option<Choice> {
    use MatchState::{Contact, Declined, New, Proposed, Waiting};
    match (step, state) {
        (MatchStep::Propose, New | Declined) => Some(Choice::Proposed),
        (MatchStep::Agree, Proposed) => Some(Choice::Accepted),
        (MatchStep::Decline, New | Proposed) => Some(Choice::Declined),
        (MatchStep::Withdraw, Proposed | Waiting) => Some(Choice::Unsaid),
        (MatchStep::Propose, Proposed | Waiting | Contact)
        | (MatchStep::Agree, New | Waiting | Declined | Contact)
        | (MatchStep::Decline, Waiting | Declined | Contact)
        | (MatchStep::Withdraw, New | Declined | Contact) => None,
    }
}

/// The organisations for which the viewer does something now: the own one where it takes part, and the principals of powers
/// of attorney that allow it.
#[must_use]
pub fn parties_of(viewer: &Viewer, action: Action, now: Timestamp) -> Vec<Uuid> {
    let is_own = |scope| matches!(scope, Scope::Brand | Scope::Own);
    let own = takes_part(viewer.kind) && viewer.scopes(action).any(is_own);
    let mut parties: Vec<Uuid> = own.then_some(viewer.organization).into_iter().collect();
    let represented = viewer.represented(action, now);
    parties.extend(represented.into_iter().map(|(principal, _)| principal));
    parties.sort_unstable();
    parties.dedup();
    parties
}

/// Whether the viewer does something for an organisation now.
#[must_use]
pub fn acts_for(viewer: &Viewer, action: Action, organization: Uuid, now: Timestamp) -> bool {
    parties_of(viewer, action, now).contains(&organization)
}

/// A number that may be told, or `None` where it is small.
#[must_use]
pub fn figure(count: i64) -> Option<i64> {
    (count == 0 || count >= SMALLEST_FIGURE).then_some(count)
}

/// A note in its stored form; nothing where it says nothing.
///
/// # Errors
/// `BAD_USER_INPUT` at `note`.
pub fn note(raw: Option<&str>) -> Result<Option<String>> {
    raw.filter(|raw| !raw.trim().is_empty())
        .map(|raw| clean_text(raw, 1..=LONGEST_NOTE))
        .transpose()
        .map_err(|error| ApiError::input("note", format!("Please correct this: {error}.")))
}

#[cfg(test)]
mod tests {
    use strum::VariantArray as _;

    use super::*;
    use crate::{
        members::rules::tests::viewer,
        permissions::{
            Role,
            viewer::{Mandate, OrganizationKind, PoaAction},
        },
    };

    const OWN: Uuid = Uuid::from_u128(100);
    const OTHER: Uuid = Uuid::from_u128(200);

    fn side(organization: Uuid, choice: Choice) -> Side {
        Side {
            id: Uuid::from_u128(1),
            organization,
            choice,
            chosen_at: Timestamp::UNIX_EPOCH,
            proposed_by: Some(Uuid::from_u128(7)),
            agreed_by: None,
            note: None,
            version: 1,
        }
    }

    fn row(own: Choice, theirs: Choice) -> MatchRow {
        MatchRow {
            id: Uuid::from_u128(9),
            hash: "hash".to_owned(),
            kind: IdentifierKind::Phone,
            strength: Strength::Strong,
            extent: Extent::OneEach,
            signalled_at: Timestamp::UNIX_EPOCH,
            opened_at: None,
            group: None,
            own: side(OWN, own),
            theirs: side(OTHER, theirs),
            lead: Uuid::from_u128(8),
        }
    }

    /// Somebody of the organisation, which the builder of viewers calls 100.
    fn person(id: u128, role: Role) -> Viewer {
        Viewer {
            person: Uuid::from_u128(id),
            ..viewer(OrganizationKind::MemberBrand, &[role])
        }
    }

    fn after(days: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_hours(24 * days)
    }

    fn code(row: &MatchRow, by: &Viewer, step: MatchStep) -> Result<Choice, ErrorCode> {
        row.step(by, step, after(1)).map_err(|error| error.code)
    }

    #[test]
    fn two_people_of_an_organisation_want_contact_one_of_them_its_administrator() {
        let (new, proposed) = (
            row(Choice::Unsaid, Choice::Unsaid),
            row(Choice::Proposed, Choice::Unsaid),
        );
        let (analyst, admin, proposer) = (person(5, Role::Mi), person(6, Role::Ma), person(7, Role::Ma));
        assert_eq!(code(&new, &analyst, MatchStep::Propose), Ok(Choice::Proposed));
        assert_eq!(code(&proposed, &analyst, MatchStep::Agree), Err(ErrorCode::Forbidden));
        assert_eq!(code(&proposed, &proposer, MatchStep::Agree), Err(ErrorCode::FourEyes));
        assert_eq!(code(&proposed, &admin, MatchStep::Agree), Ok(Choice::Accepted));
        assert_eq!(new.agreeing(after(1)), MatchStep::Propose);
        assert_eq!(proposed.agreeing(after(1)), MatchStep::Agree);
    }

    #[test]
    fn no_step_is_left_once_contact_is_open() {
        let mut open = row(Choice::Accepted, Choice::Accepted);
        open.opened_at = Some(after(0));
        for step in MatchStep::VARIANTS {
            let refused = code(&open, &person(6, Role::Ma), *step);
            assert_eq!(refused, Err(ErrorCode::TransitionNotAllowed), "{step:?}");
        }
    }

    #[test]
    fn the_other_ones_silence_no_and_lapse_are_one() {
        let seen = |theirs, days| {
            let row = row(Choice::Accepted, theirs);
            (row.state_at(after(days)), row.is_wished_at(after(days)))
        };
        for theirs in [Choice::Unsaid, Choice::Proposed, Choice::Declined] {
            assert_eq!(seen(theirs, 1), (MatchState::Waiting, false));
        }
        assert_eq!(seen(Choice::Accepted, 29), (MatchState::Waiting, true));
        assert_eq!(seen(Choice::Accepted, 30), (MatchState::New, false), "both have lapsed");
        assert_eq!(
            row(Choice::Declined, Choice::Unsaid).state_at(after(99)),
            MatchState::Declined
        );
    }

    #[test]
    fn others_do_nothing_and_agents_propose_for_their_principals() {
        let new = row(Choice::Unsaid, Choice::Unsaid);
        for nobody in [
            viewer(OrganizationKind::Secretariat, &[Role::Sa, Role::So]),
            viewer(OrganizationKind::AgentFirm, &[Role::Ma, Role::Mi]),
            viewer(OrganizationKind::LeAgency, &[Role::Le]),
            person(5, Role::Mf),
        ] {
            assert_eq!(
                code(&new, &nobody, MatchStep::Propose),
                Err(ErrorCode::Forbidden),
                "{nobody:?}"
            );
        }
        let mut agent = viewer(OrganizationKind::AgentFirm, &[Role::Mc]);
        agent.organization = Uuid::from_u128(300);
        agent.mandates = vec![Mandate {
            principal: OWN,
            principal_active: true,
            brands: None,
            actions: vec![PoaAction::CreateLeads],
            valid_from: Timestamp::MIN,
            valid_until: Timestamp::MAX,
        }];
        assert_eq!(code(&new, &agent, MatchStep::Propose), Ok(Choice::Proposed));
        let proposed = row(Choice::Proposed, Choice::Unsaid);
        assert_eq!(code(&proposed, &agent, MatchStep::Agree), Err(ErrorCode::Forbidden));
        let reads = parties_of(&agent, Action::BlindMatchRead, after(1));
        assert!(reads.is_empty(), "to read needs another power: {reads:?}");
    }

    #[test]
    fn small_numbers_are_not_told() {
        let told: Vec<Option<i64>> = [0, 1, 4, 5].into_iter().map(figure).collect();
        assert_eq!(told, [Some(0), None, None, Some(5)]);
    }
}
