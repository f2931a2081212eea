//! The preview of an audience: who would see what, worked out by the rule that every read uses.

use std::collections::HashSet;

use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;

use super::{Loaded, describe::describe, load, may_keep, tlp::seated};
use crate::{
    app::App,
    audience,
    groups::{self, GroupRow},
    leads::{
        rules,
        store::{self, Facts, LeadRow},
    },
    permissions::{
        Action, Viewer,
        audience::{AudienceRow, NamedPerson, OpenGroup, OpenOrganization, Tlp},
        viewer::OrganizationKind,
    },
    platform::{
        clock::{NEVER, micros, timestamp},
        db::Connection,
        error::{ApiError, ErrorCode, Result},
    },
};

/// Most grants in one request.
const MAX_GRANTS: usize = 200;

/// To whom a lead is to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Grant {
    Organization(Uuid),
    Person(Uuid),
    Group(Uuid),
    Community,
}

/// What an audience is previewed for, and what is then shared.
#[derive(Debug, Clone, Default)]
pub(crate) struct ShareRequest {
    pub(crate) grants: Vec<Grant>,
    /// Never to these, whatever else is said.
    pub(crate) exclude: Vec<Uuid>,
    /// A TLP to try out; only for the preview.
    pub(crate) tlp: Option<Tlp>,
    pub(crate) items_open: bool,
    /// Whether the personal data in it are for those it is granted to.
    pub(crate) personal_data: bool,
    /// End of the grants, microseconds; never = maximum.
    pub(crate) expires_at: Option<i64>,
}

/// On what terms something is granted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Terms {
    pub(super) personal_data: bool,
    pub(super) valid_until: Option<Timestamp>,
}

/// Who would see what.
#[derive(Debug, Clone)]
pub(crate) struct Preview {
    /// To be passed back when sharing.
    pub(crate) token: String,
    /// How many people would see it.
    pub(crate) people: i32,
    /// Organisation, its people, the items they would see, and whether it will get a delivery.
    pub(crate) organizations: Vec<(Uuid, i32, i32, bool)>,
    /// Sharing groups, each with how many people see it by it; nothing of one that is not the viewer's to know.
    pub(crate) groups: Vec<Option<(GroupRow, i32)>>,
    /// People named.
    pub(crate) named: Vec<Uuid>,
    pub(crate) community: bool,
    pub(crate) law_enforcement: bool,
    pub(crate) public: bool,
    /// What the sender should know.
    pub(crate) warnings: Vec<String>,
}

/// Previews the audience a request would give a lead.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `TLP_CEILING`.
pub(crate) async fn preview(app: &App, viewer: &Viewer, id: Uuid, request: &ShareRequest) -> Result<Preview> {
    let (connection, now) = (app.db.read(), app.now());
    let loaded = load(connection, viewer, id, now).await?;
    if !loaded.kept_by(viewer, Action::LeadShare, now) {
        return Err(ErrorCode::Forbidden.into());
    }
    let plan = plan(connection, viewer, loaded, request, now).await?;
    describe(app, viewer, connection, &plan, now).await
}

/// Who sees a lead as it is, for those who keep it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn preview_audience(app: &App, viewer: &Viewer, lead: LeadRow) -> Result<Option<Preview>> {
    let (connection, now) = (app.db.read(), app.now());
    let facts = store::facts(connection, &lead).await?;
    if !may_keep(viewer, Action::LeadShare, &lead, &facts.brands_of(lead.owner_id), now) {
        return Ok(None);
    }
    let walls = audience::walls(connection, lead.id).await?;
    let plan = Plan {
        lead,
        facts,
        walls,
        grants: Vec::new(),
        personal_data: false,
        recipients: Vec::new(),
    };
    describe(app, viewer, connection, &plan, now).await.map(Some)
}

/// A request, checked and applied to the facts.
pub(super) struct Plan {
    pub(super) lead: LeadRow,
    pub(super) facts: Facts,
    pub(super) walls: Vec<Uuid>,
    pub(super) grants: Vec<Grant>,
    /// Whether the personal data in it are for those it is granted to.
    pub(super) personal_data: bool,
    /// Organisations that will get a delivery.
    pub(super) recipients: Vec<Uuid>,
}

pub(super) async fn plan(
    connection: &impl Connection,
    viewer: &Viewer,
    loaded: Loaded,
    request: &ShareRequest,
    now: Timestamp,
) -> Result<Plan> {
    let Loaded { lead, mut facts, .. } = loaded;
    let mut grants = request.grants.clone();
    grants.sort_unstable();
    grants.dedup();
    if grants.len() > MAX_GRANTS || request.exclude.len() > MAX_GRANTS {
        return Err(ApiError::input(
            "grants",
            format!("Share with at most {MAX_GRANTS} at once."),
        ));
    }
    if request.expires_at.is_some_and(|end| end <= micros(now)) {
        return Err(ApiError::input("expiresAt", "This moment has passed."));
    }
    facts.lead.tlp = request.tlp.unwrap_or(facts.lead.tlp);
    facts.lead.items_open |= request.items_open;
    facts.lead.shared = true;
    if facts.lead.tlp < viewer.widest_tlp() {
        return Err(ErrorCode::TlpCeiling.into());
    }
    let mut walls = audience::walls(connection, lead.id).await?;
    walls.extend(request.exclude.iter().copied());
    walls.sort_unstable();
    walls.dedup();
    if walls.contains(&lead.owner_id) {
        return Err(ApiError::input(
            "excludeOrganizationIds",
            "The owner cannot be excluded.",
        ));
    }
    if store::any_secretariat(connection, &request.exclude).await? {
        return Err(ApiError::input(
            "excludeOrganizationIds",
            "The secretariat's desk cannot be excluded: it settles what is not answered. RED keeps it out.",
        ));
    }
    let terms = Terms {
        personal_data: request.personal_data,
        valid_until: request.expires_at.filter(|end| *end != NEVER).map(timestamp),
    };
    for grant in &grants {
        match grant {
            Grant::Group(id) => apply_group(connection, viewer, &mut facts, *id, terms, now).await?,
            grant => apply(connection, &mut facts, *grant, terms, &walls).await?,
        }
    }
    let recipients = recipients(connection, &lead, &facts, &walls, now).await?;
    Ok(Plan {
        lead,
        facts,
        walls,
        grants,
        personal_data: request.personal_data,
        recipients,
    })
}

pub(super) async fn apply(
    connection: &impl Connection,
    facts: &mut Facts,
    grant: Grant,
    Terms {
        personal_data,
        valid_until,
    }: Terms,
    walls: &[Uuid],
) -> Result<()> {
    let walled = || ApiError::input("grants", "An excluded organisation cannot be granted.");
    match grant {
        // Who may share with a group depends on who shares.
        Grant::Group(_) => return Err(ApiError::internal("a group is applied for its viewer")),
        Grant::Community => {
            if !rules::admits_community(facts.lead.tlp) || facts.lead.is_for_named_only() {
                return Err(ApiError::because(
                    ErrorCode::TlpCeiling,
                    "Only GREEN and CLEAR without H2 or H3 may go to the community.",
                )
                .at("grants"));
            }
            facts.lead.community = true;
        }
        Grant::Organization(id) => {
            if facts.lead.is_for_named_only() {
                return Err(
                    ApiError::because(ErrorCode::TlpCeiling, "RED, H2 and H3 may go to named people only.")
                        .at("grants"),
                );
            }
            // What is in a sandbox stays there, and nothing comes in: its right holder is one for its own leads alone.
            let owner = facts.lead.owner.organization;
            let row = store::organization_by_id(connection, id)
                .await?
                .filter(|row| row.active || row.sandbox_of == Some(owner));
            let row = row.ok_or_else(|| ApiError::input("grants", "There is no such organisation."))?;
            if walls.contains(&id) {
                return Err(walled());
            }
            let brands = facts.brands_of(id);
            if row.kind == OrganizationKind::Auditor {
                return Err(ApiError::input(
                    "grants",
                    "Auditors see content by name only: name a person.",
                ));
            }
            let agency = row.kind == OrganizationKind::LeAgency;
            facts.lead.granted.push(OpenOrganization {
                organization: id,
                agency,
                brands,
                personal_data,
                valid_until,
            });
        }
        Grant::Person(person) => {
            let home = store::home_of_active(connection, person).await?;
            let home = home.ok_or_else(|| ApiError::input("grants", "There is no such person."))?;
            let organization = home.id;
            if home.kind == OrganizationKind::Auditor && valid_until.is_none() {
                return Err(ApiError::input("expiresAt", "Say until when an auditor may see it."));
            }
            if home.kind == OrganizationKind::Platform {
                return Err(ApiError::input(
                    "grants",
                    "Partners are granted as organisations, not by name.",
                ));
            }
            if walls.contains(&organization) {
                return Err(walled());
            }
            facts.lead.named.push(NamedPerson {
                person,
                organization,
                personal_data,
                valid_until,
            });
        }
    }
    Ok(())
}

async fn apply_group(
    connection: &impl Connection,
    viewer: &Viewer,
    facts: &mut Facts,
    id: Uuid,
    terms: Terms,
    now: Timestamp,
) -> Result<()> {
    let group = groups::shareable(connection, viewer, id, now).await?;
    let group = group.ok_or_else(|| ApiError::input("grants", "There is no such group."))?;
    if facts.lead.tlp > Tlp::Amber || facts.lead.is_for_named_only() {
        return Err(ApiError::because(
            ErrorCode::TlpCeiling,
            "Only AMBER and wider without H2 or H3 may go to sharing groups.",
        )
        .at("grants"));
    }
    facts.lead.groups.push(OpenGroup {
        group: group.id,
        personal_data: terms.personal_data,
        valid_until: terms.valid_until,
    });
    Ok(())
}

/// The organisations with a concerned brand that the lead newly reaches, except its owner.
async fn recipients(
    connection: &impl Connection,
    lead: &LeadRow,
    facts: &Facts,
    walls: &[Uuid],
    now: Timestamp,
) -> Result<Vec<Uuid>> {
    let have: HashSet<Uuid> = store::deliveries_of(connection, &[lead.id])
        .await?
        .into_iter()
        .map(|row| row.recipient_id)
        .collect();
    let seated = seated(connection, facts, now).await?;
    let reached = facts
        .lead
        .granted
        .iter()
        .map(|open| open.organization)
        .chain(facts.lead.named.iter().map(|named| named.organization))
        .chain(seated);
    let mut new: Vec<Uuid> = reached
        .filter(|organization| {
            *organization != lead.owner_id && !have.contains(organization) && !walls.contains(organization)
        })
        .filter(|organization| !facts.brands_of(*organization).is_empty())
        .collect();
    new.sort_unstable();
    new.dedup();
    Ok(new)
}

/// What ties a share to the preview its sender saw: the same person, lead, version, grants and audience.
pub(super) fn token(app: &App, viewer: &Viewer, plan: &Plan, rows: &[AudienceRow]) -> String {
    use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
    let parts = json!({
        "lead": plan.lead.id,
        "version": plan.lead.version,
        "grants": format!("{:?}", plan.grants),
        "walls": plan.walls,
        "open": plan.facts.lead.items_open,
        "personal": plan.personal_data,
        "rows": rows.iter().map(|row| format!("{} {:?}", row.principal, row.valid_until)).collect::<Vec<_>>(),
    });
    URL_SAFE_NO_PAD.encode(
        app.keys
            .code("preview", &[viewer.person.as_bytes(), parts.to_string().as_bytes()]),
    )
}
