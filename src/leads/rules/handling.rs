//! What those a lead is shared with may do with it (FIRST IEP 2.0, in the alliance's words).

use serde::Serialize;

use super::codes::{AffectedPartyNotification, Attribution, PermittedActions};
use super::delivery::Verdict;

/// How a lead may be used, beside its TLP and handling code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct HandlingPolicy {
    /// What those it is shared with may do.
    pub permitted_actions: PermittedActions,
    /// Whether those whom it concerns may be told.
    pub notification: AffectedPartyNotification,
    /// Whether the owner may be named as its source.
    pub attribution: Attribution,
    /// Until when others than its keepers may use it, microseconds; `None` means without end.
    pub usable_until: Option<i64>,
}

impl Default for HandlingPolicy {
    /// Everything may be done, but nobody is tipped off.
    fn default() -> Self {
        Self {
            permitted_actions: PermittedActions::Direct,
            notification: AffectedPartyNotification::MustNot,
            attribution: Attribution::May,
            usable_until: None,
        }
    }
}

impl PermittedActions {
    /// Whether a recipient may give this verdict: a test purchase is an act towards the seller, so it needs more than leave
    /// to act within the own house.
    #[must_use]
    pub fn permits(self, verdict: Verdict) -> bool {
        match verdict {
            Verdict::NeedsTestPurchase => self >= Self::ContactFirst,
            Verdict::Confirmed | Verdict::NotInfringing | Verdict::NotMyBrand | Verdict::NeedsInfo => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray as _;

    use super::*;

    #[test]
    fn a_test_purchase_needs_leave_to_act_outside() {
        let permits = |actions: &PermittedActions| actions.permits(Verdict::NeedsTestPurchase);
        let may: Vec<bool> = PermittedActions::VARIANTS.iter().map(permits).collect();
        assert_eq!(may, [false, false, true, true, true]);
        assert!(
            PermittedActions::None.permits(Verdict::Confirmed),
            "an opinion is no act"
        );
    }
}
