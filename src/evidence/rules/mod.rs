//! Pure rules of evidence: what it is, where it stands, what may be done to it by whom.

pub mod custody;
mod facts;
pub mod likeness;
pub mod media;
pub mod timestamp;

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

pub use facts::{Collected, collected, line, note, title, words};

use crate::{
    permissions::{Action, Scope, Target, Viewer, audience::Tlp, viewer::OrganizationKind},
    platform::clock::micros,
};

/// How long a hand-over may stay unconfirmed before its keepers are told.
pub const TRANSFER_PATIENCE: SignedDuration = SignedDuration::from_hours(48);
/// How long a link to the content of evidence is good.
pub const LINK_LASTS: SignedDuration = SignedDuration::from_mins(5);

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $value_doc:literal])+ $value:ident),+ $(,)? })+) => {
        $(
            $(#[doc = $doc])+
            #[derive(
                Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::IntoStaticStr, strum::EnumString,
                strum::VariantArray, serde::Serialize, serde::Deserialize,
            )]
            #[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
            #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
            pub enum $name { $($(#[doc = $value_doc])+ $value),+ }

            impl $name {
                /// Its stable code.
                #[must_use]
                pub fn code(self) -> &'static str {
                    self.into()
                }
            }
        )+
    };
}

codes! {
    /// What a piece of evidence is.
    EvidenceKind {
        /// A picture of a screen.
        Screenshot,
        /// A page as it was sent.
        Html,
        /// A film.
        Video,
        /// A picture of things.
        Photo,
        /// A document.
        Document,
        /// A thing, which has no file.
        PhysicalSample,
        /// A conversation.
        Chat,
        /// Records of payments.
        Bank,
        /// A notary's certificate.
        NotarialCert,
    }
    /// Where a piece of evidence stands.
    EvidenceState {
        /// It is kept, and as it was.
        Held,
        /// Its bytes are not what they were: nobody gets them.
        Quarantined,
        /// It was destroyed; what is said of it stays.
        Destroyed,
    }
    /// What happened to a piece of evidence.
    CustodyKind {
        /// It was collected.
        Collected,
        /// Its bytes were hashed.
        Hashed,
        /// A timestamp authority vouched for its hash.
        Timestamped,
        /// It was sealed.
        Sealed,
        /// It was handed over by one hand.
        Transferred,
        /// The other hand has it.
        Received,
        /// It was opened.
        Opened,
        /// It was examined.
        Examined,
        /// It was copied.
        Copied,
        /// Its content was looked at in a rendered copy.
        Accessed,
        /// Its original was taken out.
        Exported,
        /// A hand-over was refused or taken back: it is where it was.
        Returned,
        /// It left the custody, or is kept for good: what became of it says the sample.
        Disposed,
        /// It was destroyed.
        Destroyed,
        /// Its bytes turned out not to be what they were.
        Quarantined,
    }
    /// Where a hand-over stands.
    TransferState {
        /// Sent, and not confirmed yet.
        Open,
        /// The other hand has it.
        Confirmed,
        /// The other hand did not take it.
        Refused,
        /// Taken back before it was confirmed.
        Withdrawn,
    }
    /// Where the wish to destroy a piece of evidence stands.
    DestructionState {
        /// It waits for a second person.
        Asked,
        /// It was done.
        Approved,
        /// It was refused.
        Refused,
    }
    /// Where the wish for a timestamp stands.
    TimestampState {
        /// The authority is to be asked.
        Waiting,
        /// Its token is here, and was verified.
        Held,
        /// It was asked in vain, and is not asked any more.
        Failed,
    }
    /// Where the wish to know what a stored picture looks like stands.
    PictureState {
        /// It is to be looked at.
        Waiting,
        /// It is known.
        Made,
        /// It shows nothing by which it could be told from others.
        Plain,
        /// It cannot be read as a picture, or not within what that may take.
        Unreadable,
    }
    /// How the content of a piece of evidence goes out.
    Rendition {
        /// A small picture, watermarked.
        Thumbnail,
        /// A picture to look at, watermarked.
        Preview,
        /// The bytes themselves.
        Original,
    }
}

/// What decides what may be done to a piece of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Where it stands.
    pub state: EvidenceState,
    /// Whether it has bytes.
    pub has_file: bool,
    /// Legal holds in force.
    pub holds: i32,
    /// Whether its time to be kept is not over.
    pub kept: bool,
    /// Who has it in hand.
    pub holder: Uuid,
    /// The holder's organisation.
    pub holder_organization: Uuid,
    /// To whom it was handed over, unconfirmed.
    pub on_its_way: Option<OnItsWay>,
    /// Who asked that it be destroyed, undecided.
    pub asked_by: Option<(Uuid, Uuid)>,
}

/// A hand-over that waits for the other hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnItsWay {
    /// Who sent it.
    pub from: Uuid,
    /// Who is to confirm it.
    pub to: Uuid,
}

/// What can be done to a piece of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::VariantArray)]
pub enum EvidenceStep {
    /// Open its content.
    Open,
    /// Write down that it was sealed, opened, examined or copied.
    RecordCustody,
    /// Hand it over.
    Send,
    /// Confirm that one has it.
    ConfirmTransfer,
    /// Say that one does not take it.
    RefuseTransfer,
    /// Take a hand-over back.
    WithdrawTransfer,
    /// Forbid to dispose of it.
    PlaceHold,
    /// Allow it again.
    LiftHold,
    /// Ask that it be destroyed.
    AskDestruction,
    /// Decide that as a second person.
    DecideDestruction,
}

/// The lead of a piece of evidence, as far as it decides what may be done.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// The organisation whose lead it is.
    pub owner: Uuid,
    /// Its brands that the lead concerns.
    pub brands: &'a [Uuid],
    /// The moment.
    pub now: Timestamp,
}

impl Scene<'_> {
    fn allows(&self, viewer: &Viewer, action: Action) -> bool {
        let target = Target {
            organization: self.owner,
            brands: self.brands,
        };
        viewer.may(action, target, self.now)
    }
}

impl Standing {
    /// Whether what it is and where it is allow a step, whoever takes it.
    #[must_use]
    pub fn admits(&self, step: EvidenceStep) -> bool {
        let is_kept = self.state != EvidenceState::Destroyed;
        match step {
            EvidenceStep::Open => self.state == EvidenceState::Held && self.has_file,
            EvidenceStep::RecordCustody | EvidenceStep::Send => is_kept && self.on_its_way.is_none(),
            EvidenceStep::ConfirmTransfer | EvidenceStep::RefuseTransfer | EvidenceStep::WithdrawTransfer => {
                self.on_its_way.is_some()
            }
            EvidenceStep::PlaceHold => is_kept,
            EvidenceStep::LiftHold => self.holds > 0,
            EvidenceStep::AskDestruction => {
                is_kept && !self.kept && self.holds == 0 && self.on_its_way.is_none() && self.asked_by.is_none()
            }
            EvidenceStep::DecideDestruction => is_kept && self.asked_by.is_some(),
        }
    }

    /// Whether a viewer who sees it may take a step, where it is admitted.
    #[must_use]
    pub fn is_open_to(&self, step: EvidenceStep, viewer: &Viewer, scene: Scene<'_>) -> bool {
        match step {
            EvidenceStep::Open => viewer.has(Action::EvidenceExport),
            EvidenceStep::RecordCustody => self.holder == viewer.person,
            EvidenceStep::Send => self.holder == viewer.person || self.leads_holder(viewer, scene.now),
            EvidenceStep::ConfirmTransfer | EvidenceStep::RefuseTransfer => {
                self.on_its_way.is_some_and(|way| way.to == viewer.person)
            }
            EvidenceStep::WithdrawTransfer => self.on_its_way.is_some_and(|way| way.from == viewer.person),
            EvidenceStep::PlaceHold | EvidenceStep::LiftHold => scene.allows(viewer, Action::EvidenceHold),
            EvidenceStep::AskDestruction => scene.allows(viewer, Action::EvidenceDestroyAsk),
            EvidenceStep::DecideDestruction => {
                viewer.scope(Action::EvidenceDestroyDecide) != Scope::No
                    && self
                        .asked_by
                        .is_some_and(|asked| are_two(asked, (viewer.person, viewer.organization), scene.owner))
            }
        }
    }

    /// Whether the viewer looks after the people of the holder's organisation: it sends on what somebody left behind.
    fn leads_holder(&self, viewer: &Viewer, now: Timestamp) -> bool {
        let target = Target {
            organization: self.holder_organization,
            brands: &[],
        };
        viewer.organization == self.holder_organization && viewer.may(Action::UserManage, target, now)
    }
}

/// Whether the time to keep a piece is not over: bought goods are kept for years.
#[must_use]
pub fn is_kept(until: Option<i64>, now: Timestamp) -> bool {
    until.is_some_and(|until| until > micros(now))
}

/// Whether two, each a person and its organisation, may destroy evidence of an organisation together: two people, one of
/// them from outside it (I14, I15).
#[must_use]
pub fn are_two(one: (Uuid, Uuid), other: (Uuid, Uuid), beneficiary: Uuid) -> bool {
    one.0 != other.0 && (one.1 != beneficiary || other.1 != beneficiary)
}

/// Whether a viewer may lift a hold that somebody of an organisation of a kind placed: its own, or as the desk any but an
/// agency's.
#[must_use]
pub fn may_lift(viewer: &Viewer, placed_by: Uuid, kind: OrganizationKind) -> bool {
    viewer.organization == placed_by || (viewer.is_at_desk() && kind != OrganizationKind::LeAgency)
}

/// The TLP of evidence: the lead's, or its own where that is stricter.
#[must_use]
pub fn effective_tlp(lead: Tlp, own: Option<Tlp>) -> Tlp {
    own.map_or(lead, |own| own.max(lead))
}

/// Whether whoever opens content of this TLP has to say what for (I38).
#[must_use]
pub fn asks_for_purpose(tlp: Tlp) -> bool {
    tlp >= Tlp::AmberStrict
}

#[cfg(test)]
mod tests {
    use strum::VariantArray as _;

    use super::*;
    use crate::{members::rules::tests::viewer, permissions::Role};

    fn standing() -> Standing {
        Standing {
            state: EvidenceState::Held,
            has_file: true,
            holds: 0,
            kept: false,
            holder: Uuid::from_u128(1),
            holder_organization: Uuid::from_u128(2),
            on_its_way: None,
            asked_by: None,
        }
    }

    #[test]
    fn i14_one_of_the_two_is_from_outside_and_nobody_is_two() {
        let id = Uuid::from_u128;
        let (owner, outside) = (id(10), id(20));
        assert!(are_two((id(1), owner), (id(2), outside), owner));
        assert!(are_two((id(1), outside), (id(2), outside), owner));
        assert!(!are_two((id(1), owner), (id(2), owner), owner));
        assert!(
            !are_two((id(1), owner), (id(1), outside), owner),
            "a change of role is no second person"
        );
    }

    #[test]
    fn i18_nothing_under_hold_is_asked_for_and_what_is_destroyed_takes_no_step() {
        let held = Standing { holds: 1, ..standing() };
        assert!(!held.admits(EvidenceStep::AskDestruction) && held.admits(EvidenceStep::LiftHold));
        let kept = Standing {
            kept: true,
            ..standing()
        };
        assert!(!kept.admits(EvidenceStep::AskDestruction) && kept.admits(EvidenceStep::Send));
        let destroyed = Standing {
            state: EvidenceState::Destroyed,
            ..standing()
        };
        for step in EvidenceStep::VARIANTS {
            assert!(!destroyed.admits(*step), "{step:?}");
        }
    }

    #[test]
    fn what_is_in_quarantine_is_shown_to_nobody() {
        let quarantined = Standing {
            state: EvidenceState::Quarantined,
            ..standing()
        };
        assert!(!quarantined.admits(EvidenceStep::Open) && quarantined.admits(EvidenceStep::PlaceHold));
    }

    #[test]
    fn an_agencys_hold_is_lifted_by_the_agency_alone() {
        let (agency, member) = (Uuid::from_u128(5), Uuid::from_u128(6));
        let desk = viewer(OrganizationKind::Secretariat, &[Role::So]);
        assert!(!may_lift(&desk, agency, OrganizationKind::LeAgency));
        assert!(may_lift(&desk, member, OrganizationKind::MemberBrand));
        let officer = Viewer {
            organization: agency,
            ..viewer(OrganizationKind::LeAgency, &[Role::Le])
        };
        assert!(may_lift(&officer, agency, OrganizationKind::LeAgency));
    }

    #[test]
    fn evidence_is_never_wider_than_its_lead() {
        for lead in Tlp::VARIANTS {
            assert_eq!(effective_tlp(*lead, None), *lead);
            for own in Tlp::VARIANTS {
                assert!(effective_tlp(*lead, Some(*own)) >= *lead);
            }
        }
    }
}
