//! What becomes of a listing that was screened.
//!
//! ```text
//! CLEAR (not likely enough)      GUARDED (never accused)      KNOWN (a lead has it)
//!
//! QUEUED ─ CONFIRM ─▶ CONFIRMED ─▶ a lead          PUSHED (by itself) ─▶ a lead
//!    │ ▲ ─ DISMISS ─▶ DISMISSED ─ UNDO ─▶ QUEUED
//!    │ └── UNDO ────  SKIPPED ── CONFIRM or DISMISS
//!    └──── SKIP ────▶ SKIPPED
//! ```

use strum::VariantArray;

use super::score::Disposition;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $value_doc:literal])+ $value:ident),+ $(,)? })+) => {
        $(
            $(#[doc = $doc])+
            #[derive(
                Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr, strum::EnumString, VariantArray,
                serde::Serialize, serde::Deserialize,
            )]
            #[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
            #[serde(rename_all = "SCREAMING_SNAKE_CASE")]
            pub enum $name { $($(#[doc = $value_doc])+ $value),+ }
        )+
    };
}

codes! {
    /// Where a screened listing stands.
    ScreenedState {
        /// It is not likely enough.
        Clear,
        /// It says honestly what it is, or the brand stands by its seller: it is never called counterfeit.
        Guarded,
        /// It waits for somebody to look at it.
        Queued,
        /// Somebody put it off.
        Skipped,
        /// Somebody found no infringement, or nothing to go on.
        Dismissed,
        /// Somebody found an infringement; it becomes a lead.
        Confirmed,
        /// It becomes a lead by itself, and is brought to the brand's owner.
        Pushed,
        /// A lead has it already.
        Known,
    }
    /// What somebody says to a listing in the queue.
    Judgement {
        /// It infringes: a lead is made of it.
        Confirm,
        /// It does not, or there is nothing to go on.
        Dismiss,
        /// Later.
        Skip,
    }
    /// Why a listing was dismissed.
    Dismissal {
        /// It does not infringe.
        NotInfringing,
        /// The brand stands by the seller.
        AuthorizedSeller,
        /// It is about another brand.
        NotMyBrand,
        /// Too little can be told.
        InsufficientInformation,
    }
    /// What screening finds of a listing and a brand.
    Standing {
        /// Nothing speaks for infringement, or too little.
        Nothing,
        /// Likely enough.
        Suspect,
        /// Says that it is compatible, remanufactured or the like: never called counterfeit.
        Disclosed,
        /// Says so, and says openly that it is a copy: for a person to read, never a lead by itself.
        DisclosedContradicted,
        /// The brand stands by the seller: never called counterfeit.
        Authorized,
    }
    /// What is done with listings that are likely enough.
    Mode {
        /// Nothing: the brand is not screened for.
        Off,
        /// They wait in the queue.
        Review,
        /// They become leads by themselves, and are brought to the brand's owner with a deadline.
        Lead,
    }
}

/// A step of a screened listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Somebody judges it.
    Judge(Judgement),
    /// Who judged it, or a colleague, takes that back.
    Undo,
    /// A lead turns out to have it already.
    Find,
    /// No lead can be made of it as things stand.
    Return,
}

/// Where a step leads; `None` where it is not possible.
#[must_use]
pub const fn next(state: ScreenedState, step: Step) -> Option<ScreenedState> {
    use ScreenedState::{Clear, Confirmed, Dismissed, Guarded, Known, Pushed, Queued, Skipped};
    match (state, step) {
        (Queued | Skipped, Step::Judge(Judgement::Confirm)) => Some(Confirmed),
        (Queued | Skipped, Step::Judge(Judgement::Dismiss)) => Some(Dismissed),
        (Queued, Step::Judge(Judgement::Skip)) => Some(Skipped),
        (Skipped | Dismissed, Step::Undo) => Some(Queued),
        (Pushed, Step::Find) => Some(Known),
        // What somebody confirmed stays confirmed, whichever lead has it.
        (Confirmed, Step::Find) => Some(Confirmed),
        (Pushed | Confirmed, Step::Return) => Some(Queued),
        (Skipped, Step::Judge(Judgement::Skip))
        | (Clear | Guarded | Known | Pushed | Confirmed | Dismissed, Step::Judge(_))
        | (Clear | Guarded | Known | Pushed | Confirmed | Queued, Step::Undo)
        | (Clear | Guarded | Known | Queued | Skipped | Dismissed, Step::Find | Step::Return) => None,
    }
}

/// Where a listing stands that was just screened: `likely` is what its brand lets become of those that are likely enough.
#[must_use]
pub const fn first(disposition: Disposition, likely: Mode) -> ScreenedState {
    match (disposition, likely) {
        (Disposition::Suspect, Mode::Review) => ScreenedState::Queued,
        (Disposition::Suspect, Mode::Lead) => ScreenedState::Pushed,
        (Disposition::Suspect, Mode::Off) | (Disposition::Nothing, _) => ScreenedState::Clear,
        (Disposition::Disclosed { .. } | Disposition::Authorized, _) => ScreenedState::Guarded,
    }
}

/// A disposition as it is kept.
#[must_use]
pub const fn kept(disposition: Disposition) -> Standing {
    match disposition {
        Disposition::Nothing => Standing::Nothing,
        Disposition::Suspect => Standing::Suspect,
        Disposition::Disclosed { contradicted: false } => Standing::Disclosed,
        Disposition::Disclosed { contradicted: true } => Standing::DisclosedContradicted,
        Disposition::Authorized => Standing::Authorized,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_queued_or_put_off_is_judged() {
        for state in ScreenedState::VARIANTS {
            let judged = next(*state, Step::Judge(Judgement::Confirm));
            let waits = matches!(state, ScreenedState::Queued | ScreenedState::Skipped);
            assert_eq!(judged.is_some(), waits, "{state:?}");
        }
    }

    #[test]
    fn what_is_taken_back_waits_again_unless_a_lead_came_of_it() {
        for judgement in Judgement::VARIANTS {
            let after = next(ScreenedState::Queued, Step::Judge(*judgement)).unwrap();
            let undone = next(after, Step::Undo);
            let expected = (*judgement != Judgement::Confirm).then_some(ScreenedState::Queued);
            assert_eq!(undone, expected, "{judgement:?}");
        }
    }

    #[test]
    fn what_is_guarded_never_becomes_a_lead_whatever_a_brand_chose() {
        for mode in Mode::VARIANTS {
            for disposition in [
                Disposition::Authorized,
                Disposition::Disclosed { contradicted: false },
                Disposition::Disclosed { contradicted: true },
            ] {
                let state = first(disposition, *mode);
                assert_eq!(state, ScreenedState::Guarded);
                assert_eq!(next(state, Step::Judge(Judgement::Confirm)), None);
            }
        }
    }
}
