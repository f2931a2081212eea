//! What is bought in the demo, and what becomes of each purchase on which day.

use crate::purchases::rules::{Failure, Purpose};

/// What is done to a purchase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Turn {
    Request,
    Approve,
    Assign,
    /// The buyer asks for so much more.
    AskTopUp(&'static str),
    AllowTopUp,
    Order,
    Ship,
    Receive,
    Fail(Failure),
    /// The seller pays so much back.
    Refund(&'static str),
    Reject,
    Cancel,
    /// It goes to whom the brand belongs.
    HandOver,
}

/// The usual way, each step with the days after the first one.
const WAY: [(i64, Turn); 6] = [
    (0, Turn::Request),
    (1, Turn::Approve),
    (2, Turn::Assign),
    (3, Turn::Order),
    (4, Turn::Ship),
    (6, Turn::Receive),
];

/// A purchase to be: whose (a member with the one who asks; the alliance's otherwise), the price of a unit and how many, what for,
/// how many days ago it was asked for, the last step of the usual way that was taken, and what else was done to it, with the
/// days after it was asked for.
#[derive(Clone, Copy)]
pub(super) struct Plan {
    pub(super) member: Option<(&'static str, &'static str)>,
    pub(super) unit: &'static str,
    pub(super) quantity: i32,
    pub(super) purpose: Purpose,
    pub(super) begun: i64,
    last: Turn,
    more: &'static [(i64, Turn)],
}

const ORVELLINE: Option<(&str, &str)> = Some(("orvelline", "hugo.lemaire@orvelline.example"));
const QINGZHUYU: Option<(&str, &str)> = Some(("qingzhuyu", "gao.yichen@qingzhuyu.example"));

const fn plan(
    member: Option<(&'static str, &'static str)>,
    (unit, quantity): (&'static str, i32),
    purpose: Purpose,
    begun: i64,
    last: Turn,
) -> Plan {
    Plan {
        member,
        unit,
        quantity,
        purpose,
        begun,
        last,
        more: &[],
    }
}

/// One with more than the usual way.
const fn and(more: &'static [(i64, Turn)], plan: Plan) -> Plan {
    Plan { more, ..plan }
}

/// All of them. Those that were received are inspected in `appraisals`, which counts on their order.
pub(super) const PLANS: &[Plan] = &[
    plan(None, ("480.00", 2), Purpose::Criminal, 22, Turn::Receive),
    plan(None, ("129.00", 1), Purpose::Platform, 21, Turn::Receive),
    plan(None, ("86.00", 1), Purpose::Civil, 20, Turn::Receive),
    and(
        &[(8, Turn::HandOver)],
        plan(None, ("312.00", 1), Purpose::Criminal, 19, Turn::Receive),
    ),
    plan(None, ("58.00", 2), Purpose::Intelligence, 18, Turn::Receive),
    plan(None, ("240.00", 1), Purpose::Civil, 12, Turn::Receive),
    plan(None, ("199.00", 1), Purpose::Platform, 17, Turn::Assign),
    and(
        &[(8, Turn::Fail(Failure::SellerCancelled)), (15, Turn::Refund("40.00"))],
        plan(None, ("75.00", 1), Purpose::Platform, 15, Turn::Order),
    ),
    and(
        &[(8, Turn::Fail(Failure::Lost))],
        plan(None, ("145.00", 2), Purpose::Civil, 14, Turn::Order),
    ),
    and(
        &[(6, Turn::HandOver)],
        plan(None, ("360.00", 1), Purpose::Criminal, 7, Turn::Ship),
    ),
    plan(None, ("99.00", 3), Purpose::Platform, 5, Turn::Order),
    and(
        &[(3, Turn::AskTopUp("45.00"))],
        plan(None, ("220.00", 1), Purpose::Intelligence, 4, Turn::Assign),
    ),
    plan(None, ("510.00", 1), Purpose::Criminal, 3, Turn::Approve),
    plan(None, ("64.00", 2), Purpose::Platform, 1, Turn::Request),
    plan(ORVELLINE, ("680.00", 1), Purpose::Civil, 3, Turn::Assign),
    plan(ORVELLINE, ("390.00", 1), Purpose::Civil, 1, Turn::Request),
    plan(QINGZHUYU, ("168.00", 1), Purpose::Criminal, 4, Turn::Order),
    plan(QINGZHUYU, ("92.00", 1), Purpose::Platform, 1, Turn::Request),
    and(
        &[(9, Turn::Fail(Failure::NotDelivered)), (14, Turn::Refund("100.00"))],
        plan(None, ("180.00", 1), Purpose::Platform, 18, Turn::Order),
    ),
    plan(None, ("265.00", 2), Purpose::Civil, 17, Turn::Receive),
    and(
        &[(9, Turn::Fail(Failure::NotDelivered)), (12, Turn::Refund("95.00"))],
        plan(None, ("95.00", 1), Purpose::Civil, 19, Turn::Order),
    ),
    and(
        &[(1, Turn::Reject)],
        plan(None, ("2400.00", 4), Purpose::Intelligence, 10, Turn::Request),
    ),
    and(
        &[(3, Turn::Cancel)],
        plan(None, ("118.00", 1), Purpose::Platform, 9, Turn::Approve),
    ),
    and(
        &[
            (3, Turn::AskTopUp("60.00")),
            (3, Turn::AllowTopUp),
            (4, Turn::Order),
            (5, Turn::Ship),
        ],
        plan(None, ("325.00", 1), Purpose::Criminal, 7, Turn::Assign),
    ),
];

/// Names and addresses under which nobody lives.
pub(super) const IDENTITIES: &[(&str, &str, &str)] = &[
    ("陈一舟", "yizhou_c", "Lantern Lane 12, flat 3, Nanyu (invented)"),
    ("周小满", "xm_zhou88", "Harbour Road 140, parcel shop, Nanyu (invented)"),
    ("Wen Xiao", "wenxiao.w", "Old Quay Road 31, Nanyu (invented)"),
    ("林可", "linke_2026", "Cedar Yard 5, block B, Nanyu (invented)"),
];

impl Plan {
    /// What is done to it, with the days after it was asked for.
    fn turns(&self) -> impl Iterator<Item = (i64, Turn)> {
        let last = self.last;
        let usual = WAY.into_iter().filter(move |(_, turn)| *turn <= last);
        usual.chain(self.more.iter().copied())
    }

    /// Whether it was received.
    pub(super) fn is_received(&self) -> bool {
        self.last == Turn::Receive
    }

    /// What its goods cost: two yuan less for each than they were to cost at most, or more than that where more was asked for.
    pub(super) fn goods(&self) -> String {
        let whole: i64 = self.unit.trim_end_matches(".00").parse().unwrap_or(1);
        let is_dearer = self.more.iter().any(|(_, turn)| *turn == Turn::AllowTopUp);
        let each = if is_dearer { whole + 40 } else { whole - 2 };
        format!("{}.00", each * i64::from(self.quantity))
    }
}

/// What is done to all, in the order of time: how many days ago, to which of them, and what.
pub(super) fn turns() -> Vec<(i64, usize, Turn)> {
    let of = |(number, plan): (usize, &'static Plan)| {
        let begun = plan.begun;
        plan.turns().map(move |(days, turn)| (begun - days, number, turn))
    };
    let mut turns: Vec<_> = PLANS.iter().enumerate().flat_map(of).collect();
    turns.sort_by_key(|(days, number, turn)| (-days, *number, *turn));
    turns
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_happens_in_the_future_or_out_of_order() {
        let turns = turns();
        assert!(turns.iter().all(|(days, ..)| *days >= 0));
        assert!(turns.windows(2).all(|pair| pair[0].0 >= pair[1].0));
    }

    #[test]
    fn what_is_paid_is_less_than_what_is_held() {
        assert_eq!(PLANS[0].goods(), "956.00");
        let dearer = PLANS.last().unwrap();
        assert_eq!(dearer.goods(), "365.00");
    }
}
