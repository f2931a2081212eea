//! The caps of a programme: what a purchase may cost, and what a member, a period and a seller may come to.

/// The caps, in minor units; what is not said is not capped.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Caps {
    /// Of one purchase.
    pub per_purchase: Option<i64>,
    /// Of a member, as long as the programme runs.
    pub per_member: Option<i64>,
    /// Of a member within so many days.
    pub per_period: Option<(i64, i32)>,
    /// Of all purchases from one seller.
    pub per_seller: Option<i64>,
}

/// What was asked for already and neither refused nor given up, in minor units.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Spent {
    /// By the member.
    pub by_member: i64,
    /// By the member within the days of the period.
    pub in_period: i64,
    /// From the seller, by anybody.
    pub at_seller: i64,
}

/// The cap that a purchase would break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CapBroken {
    /// The purchase itself costs too much.
    Purchase,
    /// The member would have spent too much.
    Member,
    /// The member would have spent too much within the period.
    Period,
    /// Too much would have been bought from the seller.
    Seller,
}

impl CapBroken {
    /// What to say of it.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Purchase => "It costs more than the programme allows for one purchase.",
            Self::Member => "With it you would spend more than the programme allows a member.",
            Self::Period => "With it you would spend more than the programme allows in this period.",
            Self::Seller => "With it more would be bought from this seller than the programme allows.",
        }
    }
}

/// The first cap that a purchase of so much would break.
#[must_use]
pub fn broken(caps: &Caps, minor: i64, spent: &Spent) -> Option<CapBroken> {
    let breaks = |cap: Option<i64>, before: i64| cap.is_some_and(|cap| before.saturating_add(minor) > cap);
    if breaks(caps.per_purchase, 0) {
        Some(CapBroken::Purchase)
    } else if breaks(caps.per_member, spent.by_member) {
        Some(CapBroken::Member)
    } else if breaks(caps.per_period.map(|(cap, _)| cap), spent.in_period) {
        Some(CapBroken::Period)
    } else if breaks(caps.per_seller, spent.at_seller) {
        Some(CapBroken::Seller)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cap_may_be_reached_and_not_passed() {
        let caps = Caps {
            per_purchase: Some(100),
            per_member: Some(250),
            per_period: Some((200, 30)),
            per_seller: Some(300),
        };
        let spent = |by_member, in_period, at_seller| Spent {
            by_member,
            in_period,
            at_seller,
        };
        for (minor, spent, expected) in [
            (100, spent(0, 0, 0), None),
            (101, spent(0, 0, 0), Some(CapBroken::Purchase)),
            (100, spent(150, 100, 200), None),
            (100, spent(151, 0, 0), Some(CapBroken::Member)),
            (100, spent(0, 101, 0), Some(CapBroken::Period)),
            (100, spent(0, 0, 201), Some(CapBroken::Seller)),
            (i64::MAX, spent(i64::MAX, 0, 0), Some(CapBroken::Purchase)),
        ] {
            assert_eq!(broken(&caps, minor, &spent), expected, "{minor} after {spent:?}");
        }
        assert_eq!(broken(&Caps::default(), i64::MAX, &spent(i64::MAX, 0, 0)), None);
    }
}
