//! The sharing groups of the demo, and how some of its leads may be used.

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::{
    alliance::{Alliance, known},
    organizations::organization,
};
use crate::{
    app::App,
    groups::{self, GroupFacts, Named},
    leads::rules::{Attribution, HandlingPolicy, PermittedActions},
    permissions::{Role, audience::Tlp},
    platform::{
        clock::micros,
        error::{ApiError, Result},
    },
};

/// A group: who looks after it, and who else is in it.
struct Circle {
    keeper: &'static str,
    name: &'static str,
    purpose: &'static str,
    confidential: bool,
    members: &'static [&'static str],
    /// Every so many of the keeper's leads go to it.
    every: usize,
}

const CIRCLES: &[Circle] = &[
    Circle {
        keeper: "orvelline",
        name: "Leather workshops",
        purpose: "Who makes and finishes bags and belts around Guangzhou. Names of informants are not written here.",
        confidential: true,
        members: &["ferrowick", "mizukagura", "genuine-guild"],
        every: 3,
    },
    Circle {
        keeper: "qingzhuyu",
        name: "Soles and uppers of Putian",
        purpose: "Makers of soles, uppers and boxes: one workshop often serves several brands.",
        confidential: false,
        members: &["orvelline", "thistlemere", "yunquelu"],
        every: 2,
    },
];

/// A group that was made, for the narrator.
pub(super) struct Made {
    pub(super) id: Uuid,
    pub(super) keeper: &'static str,
    pub(super) every: usize,
}

/// Makes the groups, by the administrators of those who look after them.
pub(super) async fn gather(app: &App, alliance: &Alliance) -> Result<Vec<Made>> {
    let mut made = Vec::with_capacity(CIRCLES.len());
    for circle in CIRCLES {
        let keeper = known(organization(circle.keeper))?;
        let admin = known(keeper.with_role(&[Role::Ma]).next())?;
        let viewer = alliance.viewer(&keeper.email(admin))?;
        let mut members = Vec::new();
        for key in circle.members {
            // Who is only applying cannot be in a group yet.
            let member = known(organization(key))?;
            if member.state == "ACTIVE" {
                members.push(alliance.organization(key)?);
            }
        }
        let facts = GroupFacts {
            name: circle.name.to_owned(),
            purpose: circle.purpose.to_owned(),
            confidential: circle.confidential,
            expires_at: None,
        };
        let others = Named {
            organizations: members,
            people: Vec::new(),
        };
        let group = groups::create(app, viewer, &format!("demo:{}", circle.name), facts, others).await?;
        made.push(Made {
            id: group.id,
            keeper: circle.keeper,
            every: circle.every,
        });
    }
    Ok(made)
}

/// The groups with which the lead of that number is shared.
pub(super) fn shared_with(made: &[Made], owner: &str, tlp: Tlp, number: usize) -> Vec<Uuid> {
    let of = made
        .iter()
        .filter(|group| tlp <= Tlp::Amber && group.keeper == owner && number.is_multiple_of(group.every));
    of.map(|group| group.id).collect()
}

/// How the lead of that number may be used.
pub(super) fn handling(number: usize, at: Timestamp) -> Result<HandlingPolicy> {
    let usual = HandlingPolicy::default();
    Ok(match number % 12 {
        3 => HandlingPolicy {
            permitted_actions: PermittedActions::ContactFirst,
            ..usual
        },
        7 => HandlingPolicy {
            attribution: Attribution::MustNot,
            ..usual
        },
        10 => {
            let end = at.checked_add(SignedDuration::from_hours(24 * 365));
            HandlingPolicy {
                permitted_actions: PermittedActions::Indirect,
                usable_until: Some(micros(end.map_err(ApiError::internal)?)),
                ..usual
            }
        }
        _ => usual,
    })
}
