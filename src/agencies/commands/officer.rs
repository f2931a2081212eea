//! Proposing officers, changing what is said of them, saying yes, attesting and revoking.

use jiff::civil::Date;
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{check_version, finish, first, seen};
use crate::{
    agencies::{
        rules::{
            AgencyRow, AgencyStep, MOST_OFFICERS, OFFICER_REPROPOSED, OFFICER_REVOKED, OFFICER_VERIFIED, OFFICER_WAITS,
            OfficerRow, OfficerState, OfficerStep, Standing, facts, officer::today,
        },
        sealed::{Identity, open_officer, seal_officer},
        store,
    },
    app::App,
    audit::{Act, Category},
    members::{self, PersonState, rules::facts as texts},
    outbox::{self, NewEvent},
    permissions::Viewer,
    platform::{
        db::{
            Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
        ids::{IdKind, encode},
    },
    subjects::rules::masked_name,
};

/// An officer to be.
#[derive(Debug, Clone, Serialize)]
pub struct ProposeOfficer {
    /// The agency.
    pub agency: Uuid,
    /// The account, where there is one.
    pub person: Option<Uuid>,
    /// The name.
    pub name: String,
    /// Rank or office.
    pub rank: Option<String>,
    /// Unit.
    pub unit: Option<String>,
    /// The address.
    pub email: String,
    /// The telephone number.
    pub phone: Option<String>,
    /// Languages spoken.
    pub languages: Vec<String>,
    /// The last day of the posting, where it is known.
    pub posted_until: Option<Date>,
}

/// Proposes an officer of an agency; two people of the secretariat have to say yes.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `ALREADY_EXISTS` where the agency has an officer of that address or account,
/// `IDEMPOTENCY_MISMATCH`.
pub async fn propose_officer(app: &App, viewer: &Viewer, key: &str, input: &ProposeOfficer) -> Result<OfficerRow> {
    let tx = app.begin().await?;
    let agency = seen(&tx, viewer, input.agency).await?;
    if !AgencyStep::ProposeOfficer.is_open_to(viewer, agency.id) {
        return Err(ErrorCode::Forbidden.into());
    }
    let claim = match claim(&tx, viewer.person, "proposeOfficer", key, input).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => {
            let row = store::officers(tx.connection(), &[first(&ids)?]).await?.pop();
            return row.ok_or_else(ApiError::not_found);
        }
    };
    if store::officers_present(tx.connection(), agency.id).await? >= MOST_OFFICERS {
        let text = format!("An agency has at most {MOST_OFFICERS} officers.");
        return Err(ApiError::input("agencyId", text));
    }
    let (id, now) = (app.ids.id(tx.now()), tx.now());
    let identity = Identity {
        name: texts::person_name("name", &input.name)?,
        email: texts::email("email", &input.email)?,
        phone: facts::phone(input.phone.as_deref(), agency.country())?,
    };
    let row = OfficerRow {
        id,
        agency: agency.id,
        person: input.person,
        masked_name: masked_name(&identity.name),
        sealed: seal_officer(app, agency.id, id, &identity)?,
        rank: facts::line("rank", input.rank.as_deref())?,
        unit: facts::line("unit", input.unit.as_deref())?,
        languages: facts::languages(&input.languages)?,
        standing: Standing::Proposed,
        posted_until: facts::posted_until(input.posted_until, today(now))?,
        proposed_by: viewer.person,
        proposed_at: now,
        first_by: None,
        second_by: None,
        attested_by: None,
        attested_at: None,
        attested_until: None,
        revoked_by: None,
        revoked_at: None,
        reason: None,
        version: 1,
        created_at: now,
    };
    check_account(&tx, &row).await?;
    check_address(&tx, &row).await?;
    store::officer_insert(&tx, &row).await?;
    claim.keep(&tx, &[row.id]).await?;
    tell(app, &tx, OFFICER_WAITS, &row).await?;
    record(app, tx, viewer, "proposeOfficer", &row).await?;
    Ok(row)
}

/// What shall be different; what is `None` stays, and `Some(None)` is taken away.
#[derive(Clone)]
pub struct UpdateOfficer {
    /// Which one.
    pub id: Uuid,
    /// The version that the caller has seen.
    pub expected_version: i32,
    /// The account.
    pub person: Option<Option<Uuid>>,
    /// The name.
    pub name: Option<String>,
    /// Rank or office.
    pub rank: Option<Option<String>>,
    /// Unit.
    pub unit: Option<Option<String>>,
    /// The address.
    pub email: Option<String>,
    /// The telephone number.
    pub phone: Option<Option<String>>,
    /// Languages spoken.
    pub languages: Option<Vec<String>>,
    /// The last day of the posting.
    pub posted_until: Option<Option<Date>>,
}

impl UpdateOfficer {
    fn identity(&self, agency: &AgencyRow, before: &Identity) -> Result<Identity> {
        let mut identity = before.clone();
        if let Some(name) = &self.name {
            identity.name = texts::person_name("name", name)?;
        }
        if let Some(email) = &self.email {
            identity.email = texts::email("email", email)?;
        }
        if let Some(phone) = &self.phone {
            identity.phone = facts::phone(phone.as_deref(), agency.country())?;
        }
        Ok(identity)
    }

    fn apply(self, agency: &AgencyRow, mut row: OfficerRow, today: Date) -> Result<OfficerRow> {
        if let Some(rank) = self.rank {
            row.rank = facts::line("rank", rank.as_deref())?;
        }
        if let Some(unit) = self.unit {
            row.unit = facts::line("unit", unit.as_deref())?;
        }
        if let Some(languages) = self.languages {
            row.languages = facts::languages(&languages)?;
        }
        row.person = self.person.unwrap_or(row.person);
        match self.posted_until {
            Some(day) => Ok(row.posted(facts::posted_until(day, today)?, &agency.time_zone)),
            None => Ok(row),
        }
    }
}

/// Changes what is said of an officer. Who it is and how it is reached is what two people looked at: another name,
/// address, telephone number or account has to be looked at again.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED`, `BAD_USER_INPUT`, `ALREADY_EXISTS`.
pub async fn update_officer(app: &App, viewer: &Viewer, change: UpdateOfficer) -> Result<OfficerRow> {
    let version = change.expected_version;
    let (tx, agency, before) = load(app, viewer, change.id, version, OfficerStep::Update).await?;
    let now = tx.now();
    let known = open_officer(app, &before)?;
    let identity = change.identity(&agency, &known)?;
    let was_good = before.standing == Standing::Verified;
    let account = before.person;
    let mut row = change.apply(&agency, before, today(now))?;
    let is_other = identity != known || row.person != account;
    if is_other {
        row = row.proposed_anew(viewer.person, now);
        row.masked_name = masked_name(&identity.name);
        row.sealed = seal_officer(app, agency.id, row.id, &identity)?;
        check_account(&tx, &row).await?;
        check_address(&tx, &row).await?;
    }
    let row = store::officer_save(&tx, row).await?;
    if is_other && was_good {
        tell(app, &tx, OFFICER_REPROPOSED, &row).await?;
    }
    if is_other {
        tell(app, &tx, OFFICER_WAITS, &row).await?;
    }
    record(app, tx, viewer, "updateOfficer", &row).await?;
    Ok(row)
}

/// Says yes to an officer, as one of two people of the secretariat; the second one makes it verified for a year.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED`, `FOUR_EYES` for who proposed it and for who said yes
/// already.
pub async fn verify_officer(app: &App, viewer: &Viewer, id: Uuid, expected: i32) -> Result<OfficerRow> {
    let (tx, agency, row) = load(app, viewer, id, expected, OfficerStep::Verify).await?;
    let now = tx.now();
    let row = store::officer_save(&tx, row.with_yes(viewer.person, &agency.time_zone, now)).await?;
    let news = match row.state_at(now) {
        OfficerState::Verified => OFFICER_VERIFIED,
        // The second person is waited for.
        OfficerState::Proposed | OfficerState::Lapsed | OfficerState::Revoked => OFFICER_WAITS,
    };
    tell(app, &tx, news, &row).await?;
    record(app, tx, viewer, "verifyOfficer", &row).await?;
    Ok(row)
}

/// Attests an officer that has not lapsed for another year.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED`.
pub async fn attest_officer(app: &App, viewer: &Viewer, id: Uuid, expected: i32) -> Result<OfficerRow> {
    let (tx, agency, row) = load(app, viewer, id, expected, OfficerStep::Attest).await?;
    let now = tx.now();
    let row = store::officer_save(&tx, row.attested(viewer.person, &agency.time_zone, now)).await?;
    tell(app, &tx, OFFICER_VERIFIED, &row).await?;
    record(app, tx, viewer, "attestOfficer", &row).await?;
    Ok(row)
}

/// Says that somebody is no officer any more, from now on.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `TRANSITION_NOT_ALLOWED`, `BAD_USER_INPUT`.
pub async fn revoke_officer(app: &App, viewer: &Viewer, id: Uuid, expected: i32, reason: &str) -> Result<OfficerRow> {
    let (tx, _, row) = load(app, viewer, id, expected, OfficerStep::Revoke).await?;
    let revoked = OfficerRow {
        standing: Standing::Revoked,
        revoked_by: Some(viewer.person),
        revoked_at: Some(tx.now()),
        reason: Some(facts::reason(reason)?),
        ..row
    };
    let row = store::officer_save(&tx, revoked).await?;
    tell(app, &tx, OFFICER_REVOKED, &row).await?;
    record(app, tx, viewer, "revokeOfficer", &row).await?;
    Ok(row)
}

/// An officer that the viewer knows of, to take a step with it.
async fn load(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected: i32,
    step: OfficerStep,
) -> Result<(Tx, AgencyRow, OfficerRow)> {
    let tx = app.begin().await?;
    let (agency, row) = officer_seen(&tx, viewer, id).await?;
    row.check(viewer, step, tx.now())?;
    check_version(row.version, expected)?;
    Ok((tx, agency, row))
}

/// An officer that the viewer knows of, with its agency; nobody else changes it until the transaction ends.
pub(super) async fn officer_seen(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<(AgencyRow, OfficerRow)> {
    let found = store::officers(tx.connection(), &[id]).await?.pop();
    let agency = seen(tx, viewer, found.ok_or_else(ApiError::not_found)?.agency).await?;
    // Again, now that nobody else changes it; the agency is one that the viewer sees.
    let row = store::officers(tx.connection(), &[id]).await?.pop();
    let row = row.filter(|row| row.is_seen_by(viewer, true));
    Ok((agency, row.ok_or_else(ApiError::not_found)?))
}

/// An account that an officer is tied to is an active one of its agency, and tied to no other officer.
async fn check_account(tx: &Tx, row: &OfficerRow) -> Result<()> {
    let Some(person) = row.person else { return Ok(()) };
    let found = members::person_row(tx.connection(), person).await?;
    let is_theirs = found.is_some_and(|found| found.organization == row.agency && found.state == PersonState::Active);
    if !is_theirs {
        return Err(ApiError::input("personId", "Name an active person of this agency."));
    }
    match store::officer_of_person(tx, person).await? {
        Some(other) if other != row.id => {
            let text = "This account is tied to another officer.";
            Err(ApiError::because(ErrorCode::AlreadyExists, text).at("personId"))
        }
        _ => Ok(()),
    }
}

async fn check_address(tx: &Tx, row: &OfficerRow) -> Result<()> {
    match store::officer_of_address(tx, row.agency, &row.sealed.email_hash).await? {
        Some(other) if other != row.id => {
            let text = "The agency has an officer of this address.";
            Err(ApiError::because(ErrorCode::AlreadyExists, text).at("email"))
        }
        _ => Ok(()),
    }
}

/// Tells those who rest on an officer, and those who say yes. No person hears the event itself.
pub(super) async fn tell(app: &App, tx: &Tx, kind: &'static str, row: &OfficerRow) -> Result<()> {
    let event = NewEvent {
        kind,
        root: row.id,
        object: row.id,
        principals: Vec::new(),
        payload: json!({ "agency": row.agency }),
    };
    outbox::publish(tx, app.ids.as_ref(), event).await
}

async fn record(app: &App, tx: Tx, viewer: &Viewer, action: &'static str, row: &OfficerRow) -> Result<()> {
    let state: &str = row.state_at(tx.now()).into();
    let detail = json!({ "agency": encode(IdKind::Agency, row.agency), "state": state, "reason": row.reason });
    let act = Act::on(Category::Admin, action, IdKind::Officer, row.id).with(&detail);
    finish(app, tx, viewer, act).await
}
