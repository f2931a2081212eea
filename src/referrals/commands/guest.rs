//! What an officer without an account may see and do of the one referral that names him or her. There is no viewer behind a
//! guest: what stands here is all there is, and whether it stands is asked anew each time.

use jiff::{Timestamp, tz::TimeZone};
use serde_json::json;
use uuid::Uuid;

use super::{Answer, By, agency_of, answer::apply, course, keep_step, letters::language_of, open::package, record};
use crate::{
    agencies,
    app::App,
    evidence::Fetched,
    members::{OrganizationState, rules::Language},
    permissions::audience::{HandlingCode, Tlp, is_for_named_only},
    platform::{
        db::{Connection, Tx, code},
        error::{ApiError, ErrorCode, Result},
        ids::{IdKind, encode},
    },
    referrals::{
        rules::{PackageForm, PackagePurpose, ReferralAction, ReferralStep, Side, Standing},
        store::{self, OfficerRef, Row},
    },
};

/// How a guest stands to the referral.
pub(in crate::referrals) const GUEST: Standing = Standing {
    side: Side::Agency,
    may_draft: false,
    may_approve: false,
    at_desk: false,
    wrote: false,
    sees_all: true,
    reads_people: true,
};

/// An officer without an account to whom a referral is open.
#[derive(Debug, Clone)]
pub struct Guest {
    /// That the referral names the officer.
    pub naming: Uuid,
    /// The officer, of the directory.
    pub officer: Uuid,
    /// What people call the referral.
    pub reference: String,
    /// Who wrote it: in whose name mails go out.
    pub author: Uuid,
    /// The officer's language.
    pub language: Language,
    /// Where the officer's agency is.
    pub zone: TimeZone,
}

/// The officer whom a naming names, if the referral is open to that officer as to a guest at this moment: it was sent and not
/// withdrawn, it is not RED, H2 or H3, the directory has the officer as verified and without an account, and the agency is
/// active.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn guest(connection: &impl Connection, naming: Uuid, now: Timestamp) -> Result<Option<Guest>> {
    Ok(open_to(connection, naming, now).await?.map(|(_, guest)| guest))
}

/// The same with the referral.
pub(in crate::referrals) async fn open_to(
    connection: &impl Connection,
    naming: Uuid,
    now: Timestamp,
) -> Result<Option<(Row, Guest)>> {
    let Some(named) = store::officer_by_id(connection, naming).await? else {
        return Ok(None);
    };
    let Some(row) = store::referral_by_id(connection, named.referral).await? else {
        return Ok(None);
    };
    let guest = admitted(connection, named, &row, now).await?;
    Ok(guest.map(|guest| (row, guest)))
}

async fn admitted(connection: &impl Connection, named: OfficerRef, row: &Row, now: Timestamp) -> Result<Option<Guest>> {
    let for_named_only = is_for_named_only(code::<Tlp>(&row.tlp)?, code::<HandlingCode>(&row.handling_code)?);
    if for_named_only || !super::is_open_package(row)? {
        return Ok(None);
    }
    let officer = agencies::officer(connection, named.officer).await?;
    let Some(officer) = officer.filter(|officer| officer.may_act_at(now) && officer.person.is_none()) else {
        return Ok(None);
    };
    let (agency, zone) = agency_of(connection, row.agency_id).await?;
    if agency.state != OrganizationState::Active {
        return Ok(None);
    }
    Ok(Some(Guest {
        naming: named.id,
        officer: officer.id,
        reference: row.reference.clone(),
        author: row.author_id,
        language: language_of(&officer.languages, agency.language),
        zone,
    }))
}

/// Of whom a naming is, whatever became of it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn officer_of_naming(connection: &impl Connection, naming: Uuid) -> Result<Option<Uuid>> {
    let named = store::officer_by_id(connection, naming).await?;
    Ok(named.map(|named| named.officer))
}

fn closed() -> ApiError {
    ErrorCode::TokenInvalid.into()
}

/// Answers as a guest.
///
/// # Errors
/// `TOKEN_INVALID` where it is not open to the guest any more; `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`,
/// `BAD_USER_INPUT`.
pub(crate) async fn answer_as_guest(app: &App, naming: Uuid, expected: i32, answer: Answer) -> Result<()> {
    let tx = app.begin().await?;
    let named = store::officer_by_id(tx.connection(), naming).await?;
    let named = named.ok_or_else(closed)?;
    let row = store::referral_lock(&tx, named.referral).await?;
    let row = row.ok_or_else(closed)?;
    let guest = admitted(tx.connection(), named, &row, tx.now()).await?;
    let by = By {
        viewer: None,
        officer: Some(guest.ok_or_else(closed)?.officer),
    };
    course(&row)?.admits(&GUEST, answer.action())?;
    if row.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    apply(app, tx, by, row, answer).await.map(drop)
}

/// Notes that a guest opens the package, and for what: in the log each time, in the history the first time. It ends the
/// transaction in which the link was made.
///
/// # Errors
/// `TOKEN_INVALID` where it is not open to the guest any more.
pub(crate) async fn open_as_guest(
    app: &App,
    tx: Tx,
    naming: Uuid,
    form: PackageForm,
    purpose: PackagePurpose,
) -> Result<()> {
    let open = open_to(tx.connection(), naming, tx.now()).await?;
    let (row, guest) = open.ok_or_else(closed)?;
    course(&row)?.admits(&GUEST, ReferralAction::OpenPackage)?;
    let by = By {
        viewer: None,
        officer: Some(guest.officer),
    };
    if store::officer_opened(&tx, naming).await? {
        keep_step(app, &tx, by, row.id, ReferralStep::Opened, None).await?;
    }
    let leads = store::leads_of(tx.connection(), &[row.id]).await?;
    let lead = leads.first().map(|(_, lead)| *lead);
    let officer = encode(IdKind::Officer, guest.officer);
    let detail = json!({ "form": form.code(), "purpose": purpose.code(), "tlp": row.tlp, "officer": officer });
    let proof = record(app, &tx, by, ("openReferralPackage", row.id, lead), &detail).await?;
    tx.commit(proof).await
}

/// The bytes of the package for a guest; that they were given out is in the log before. It ends the transaction in which the link
/// was used up.
///
/// # Errors
/// `NOT_FOUND` where it is not open to the guest any more; `TRANSITION_NOT_ALLOWED` where the bytes are not what they were.
pub(crate) async fn package_for_guest(app: &App, tx: Tx, naming: Uuid, form: PackageForm) -> Result<Fetched> {
    let open = open_to(tx.connection(), naming, tx.now()).await?;
    let (row, guest) = open.ok_or_else(ApiError::not_found)?;
    let by = By {
        viewer: None,
        officer: Some(guest.officer),
    };
    let leads = store::leads_of(tx.connection(), &[row.id]).await?;
    let lead = leads.first().map(|(_, lead)| *lead);
    let officer = encode(IdKind::Officer, guest.officer);
    let detail = json!({ "form": form.code(), "tlp": row.tlp, "officer": officer });
    let proof = record(app, &tx, by, ("fetchReferralPackage", row.id, lead), &detail).await?;
    tx.commit(proof).await?;
    package(app, &row.reference, row.id, form).await
}
