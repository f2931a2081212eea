//! Officers without an account in an action: who lets them in, what is open to them, and what they do. There is no viewer behind
//! a guest and no row of the audience: what stands here is all there is, and whether it stands is asked anew each time.

use jiff::{Timestamp, tz::TimeZone};
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{By, Done, Loaded, News, load, note, standing::standings_of, steps::taken};
use crate::{
    actions::{
        rules::{
            self, Attendance, GuestReport, LAW_ENFORCEMENT, MOST_GUESTS, Standing, TeamRole, guest_role, needs_account,
            withholds_notes,
        },
        store::{self, ActionRow, GuestRow, MemberRow},
    },
    agencies::{self, OfficerRow},
    app::App,
    audience,
    mail::{self, MailKind, NewMail},
    members::{self, OrganizationRow, OrganizationState, rules::Language},
    permissions::Viewer,
    platform::{
        clock::micros,
        db::{
            Connection, Tx, code,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
        ids::{IdKind, encode},
    },
    referrals::language_of,
};

/// An officer without an account to whom an action is open.
#[derive(Debug, Clone)]
pub struct Guest {
    /// That the officer was invited.
    pub id: Uuid,
    /// The officer, of the directory.
    pub officer: Uuid,
    /// The action.
    pub action: Uuid,
    /// What people call it.
    pub reference: String,
    /// Who invited the officer: in whose name mails go out.
    pub invited_by: Uuid,
    /// The officer's language.
    pub language: Language,
    /// Where the officer's agency is.
    pub zone: TimeZone,
}

/// An action that is open to a guest.
pub(in crate::actions) struct Open {
    pub(in crate::actions) row: ActionRow,
    pub(in crate::actions) guest: GuestRow,
    /// The officer's agency.
    pub(in crate::actions) agency: OrganizationRow,
    pub(in crate::actions) language: Language,
    pub(in crate::actions) team: Vec<MemberRow>,
    /// How the officer stands to it.
    pub(in crate::actions) standing: Standing,
    /// Whether the risk notes are not for the officer.
    pub(in crate::actions) withholds_notes: bool,
}

/// The officer who was invited, if the action is open to that officer at this moment: it is not over, the link was not taken
/// back, the directory has the officer as verified and without an account, the agency is active and takes part, and nothing on
/// which the action rests is RED, H2 or H3.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn guest(connection: &impl Connection, id: Uuid, now: Timestamp) -> Result<Option<Guest>> {
    let Some(open) = open_to(connection, id, now).await? else {
        return Ok(None);
    };
    Ok(Some(Guest {
        id,
        officer: open.guest.officer_id,
        action: open.row.id,
        reference: open.row.reference,
        invited_by: open.guest.invited_by,
        language: open.language,
        zone: TimeZone::get(&open.agency.time_zone).map_err(ApiError::internal)?,
    }))
}

/// The same with all that the officer needs of it.
pub(in crate::actions) async fn open_to(
    connection: &impl Connection,
    id: Uuid,
    now: Timestamp,
) -> Result<Option<Open>> {
    let Some(guest) = store::guest_by_id(connection, id).await? else {
        return Ok(None);
    };
    let Some(row) = store::actions_by_ids(connection, &[guest.action_id]).await?.pop() else {
        return Ok(None);
    };
    admitted(connection, guest, row, now).await
}

async fn admitted(
    connection: &impl Connection,
    guest: GuestRow,
    row: ActionRow,
    now: Timestamp,
) -> Result<Option<Open>> {
    if guest.revoked_at.is_some() || !store::state_of(&row)?.is_open() {
        return Ok(None);
    }
    let Some(officer) = agencies::officer(connection, guest.officer_id).await? else {
        return Ok(None);
    };
    let team = store::members_of(connection, &[row.id]).await?;
    let role: TeamRole = code(&guest.role)?;
    let is_fit = may_take_part(connection, &officer, &row, &team, now).await?;
    if !is_fit || guest_role(role, officer.agency == row.lead_agency_id).is_err() {
        return Ok(None);
    }
    let marks = store::marks_of(connection, row.id).await?;
    if needs_account(&marks) {
        return Ok(None);
    }
    let agency = agency_of(connection, officer.agency).await?;
    let standing = standing(connection, &row, role, now).await?;
    Ok(agency.map(|agency| Open {
        language: language_of(&officer.languages, agency.language),
        withholds_notes: withholds_notes(&marks),
        agency,
        row,
        guest,
        team,
        standing,
    }))
}

/// Whether an officer may take part without an account: verified, without one, and of an agency that takes part and from which
/// nothing of the action is walled off.
async fn may_take_part(
    connection: &impl Connection,
    officer: &OfficerRow,
    row: &ActionRow,
    team: &[MemberRow],
    now: Timestamp,
) -> Result<bool> {
    let takes_part =
        officer.agency == row.lead_agency_id || team.iter().any(|member| member.organization_id == officer.agency);
    if !takes_part || officer.person.is_some() || !officer.may_act_at(now) {
        return Ok(false);
    }
    let walls = audience::walls(connection, row.id).await?;
    Ok(!walls.contains(&officer.agency) && agency_of(connection, officer.agency).await?.is_some())
}

/// An agency that is active.
async fn agency_of(connection: &impl Connection, agency: Uuid) -> Result<Option<OrganizationRow>> {
    let found = members::organizations_by_ids(connection, &[agency]).await?.pop();
    Ok(found.filter(|row| row.state == OrganizationState::Active))
}

/// How an officer without an account stands to an action.
async fn standing(connection: &impl Connection, row: &ActionRow, role: TeamRole, now: Timestamp) -> Result<Standing> {
    let mut found = standings_of(connection, None, std::slice::from_ref(row), now).await?;
    let standing = found.remove(&row.id).ok_or(ErrorCode::NotFound)?;
    Ok(Standing {
        role: Some(role),
        ..standing
    })
}

/// Which of those who were invited to one action can come in now. Of those whose links were taken back, of whom there may be many,
/// nothing is asked.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(in crate::actions) async fn open_guests(
    connection: &impl Connection,
    guests: &[GuestRow],
    now: Timestamp,
) -> Result<Vec<bool>> {
    let Some(first) = guests.first() else {
        return Ok(Vec::new());
    };
    let row = store::actions_by_ids(connection, &[first.action_id]).await?.pop();
    let row = row.ok_or_else(|| ApiError::internal("a guest of no action"))?;
    let mut open = Vec::with_capacity(guests.len());
    for guest in guests {
        let found = admitted(connection, guest.clone(), row.clone(), now).await?;
        open.push(found.is_some());
    }
    Ok(open)
}

/// Of whom and of which action a guest is, whatever became of it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn origin_of_guest(connection: &impl Connection, id: Uuid) -> Result<Option<(Uuid, Uuid)>> {
    let found = store::guest_by_id(connection, id).await?;
    Ok(found.map(|row| (row.officer_id, row.action_id)))
}

/// Notes that a guest came in.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn guest_opened(tx: &Tx, id: Uuid) -> Result<()> {
    store::guest_opened(tx, id).await
}

/// An officer to be invited.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct NewGuest {
    pub(crate) officer: Uuid,
    pub(crate) role: TeamRole,
}

/// Mails a link to an officer without an account; another one to whom one was sent before. Nobody else learns of the action.
///
/// # Errors
/// `NOT_FOUND`, also for an officer whom the viewer's directory does not have; `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`,
/// `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn invite_guest(app: &App, viewer: &Viewer, key: &str, id: Uuid, new: NewGuest) -> Result<Uuid> {
    let tx = app.begin().await?;
    let loaded = load(&tx, viewer, id).await?;
    let officer = known_officer(&tx, viewer, new.officer).await?;
    let claim = match claim(&tx, viewer.person, "inviteActionGuest", key, &(id, &new)).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(_) => return Ok(loaded.row.id),
    };
    loaded.standing.invite(viewer)?;
    let role = guest_role(new.role, officer.agency == loaded.row.lead_agency_id)?;
    if !may_take_part(tx.connection(), &officer, &loaded.row, &loaded.team, tx.now()).await? {
        let text = "Name a verified officer without an account, of an agency that takes part.";
        return Err(ApiError::input("officerId", text));
    }
    if needs_account(&store::marks_of(tx.connection(), id).await?) {
        let text = "It rests on what is RED, H2 or H3: an officer needs an account.";
        return Err(ApiError::input("actionId", text));
    }
    let guest = kept(app, &tx, viewer, &loaded, officer.id, role).await?;
    claim.keep(&tx, &[guest]).await?;
    let mail = NewMail {
        person: viewer.person,
        kind: MailKind::GuestLink,
        window_start: micros(tx.now()),
        subject: Some(guest),
    };
    mail::enqueue_in_turn(&tx, app.ids.as_ref(), mail).await?;
    let detail = json!({ "guest": guest, "officer": encode(IdKind::Officer, officer.id), "role": role });
    let done = Done {
        mutation: "inviteActionGuest",
        detail: &detail,
        news: Vec::new(),
        compares: false,
    };
    note(app, tx, viewer, id, done).await
}

/// An officer whom the viewer's directory has.
async fn known_officer(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<OfficerRow> {
    let found = agencies::officer(tx.connection(), id).await?;
    let officer = found.ok_or_else(ApiError::not_found)?;
    let is_active = agency_of(tx.connection(), officer.agency).await?.is_some();
    match officer.is_seen_by(viewer, is_active) {
        true => Ok(officer),
        false => Err(ApiError::not_found()),
    }
}

/// Keeps that an officer is invited; who was before stays the same guest, in the role that is given now.
async fn kept(app: &App, tx: &Tx, viewer: &Viewer, loaded: &Loaded, officer: Uuid, role: TeamRole) -> Result<Uuid> {
    let mut guests = store::guests_of(tx.connection(), &[loaded.row.id]).await?;
    guests.retain(|guest| guest.revoked_at.is_none());
    if let Some(before) = guests.iter().find(|guest| guest.officer_id == officer) {
        let row = GuestRow {
            role: role.code().to_owned(),
            ..before.clone()
        };
        let id = row.id;
        store::guest_save(tx, row).await?;
        return Ok(id);
    }
    if guests.len() >= MOST_GUESTS {
        let text = format!("At most {MOST_GUESTS} officers without an account take part.");
        return Err(ApiError::input("officerId", text));
    }
    let row = GuestRow {
        id: app.ids.id(tx.now()),
        action_id: loaded.row.id,
        officer_id: officer,
        role: role.code().to_owned(),
        invited_by: viewer.person,
        invited_at: micros(tx.now()),
        opened_at: None,
        attendance: None,
        attendance_note: None,
        attendance_at: None,
        revoked_by: None,
        revoked_at: None,
        version: 1,
    };
    let id = row.id;
    store::guest_insert(tx, row).await?;
    Ok(id)
}

/// Takes a link back: with it its code and its session are dead.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED`, also where it was taken back before; `STALE_VERSION`, `BAD_USER_INPUT`
/// where the action has no such guest.
pub(crate) async fn revoke_guest(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    (guest, expected): (Uuid, i32),
    reason: &str,
) -> Result<Uuid> {
    let tx = app.begin().await?;
    let loaded = load(&tx, viewer, id).await?;
    loaded.standing.invite(viewer)?;
    let found = store::guest_by_id(tx.connection(), guest).await?;
    let row = found.filter(|row| row.action_id == id);
    let mut row = row.ok_or_else(|| ApiError::input("guestId", "The action has no such guest."))?;
    if row.revoked_at.is_some() {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    if row.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    (row.revoked_by, row.revoked_at) = (Some(viewer.person), Some(micros(tx.now())));
    let officer = encode(IdKind::Officer, row.officer_id);
    let detail = json!({ "guest": guest, "officer": officer, "reason": rules::reason(reason)? });
    store::guest_save(&tx, row).await?;
    let done = Done {
        mutation: "revokeActionGuest",
        detail: &detail,
        news: Vec::new(),
        compares: false,
    };
    note(app, tx, viewer, id, done).await
}

fn closed() -> ApiError {
    ErrorCode::TokenInvalid.into()
}

/// An action that is open to a guest and that nobody else changes until the transaction ends.
async fn locked(tx: &Tx, id: Uuid) -> Result<Open> {
    // Before anything is locked, lest two wait for each other.
    store::take_turn(tx).await?;
    let found = store::guest_by_id(tx.connection(), id).await?;
    let action = found.ok_or_else(closed)?.action_id;
    store::action_lock(tx, action).await?;
    // Asked now that nobody else changes it.
    let open = open_to(tx.connection(), id, tx.now()).await?;
    open.ok_or_else(closed)
}

/// Says, as a guest, whether the officer comes. Whoever leads the action and its team are told of one who does not.
///
/// # Errors
/// `TOKEN_INVALID` where it is not open to the guest any more; `TRANSITION_NOT_ALLOWED` once it has begun; `STALE_VERSION`,
/// `BAD_USER_INPUT` where no reason is given.
pub(crate) async fn attend_as_guest(
    app: &App,
    id: Uuid,
    expected: i32,
    attendance: Attendance,
    words: Option<&str>,
) -> Result<()> {
    let tx = app.begin().await?;
    let Open {
        row,
        mut guest,
        standing,
        ..
    } = locked(&tx, id).await?;
    if !standing.state.takes_attendance() {
        return Err(ErrorCode::TransitionNotAllowed.into());
    }
    if guest.version != expected {
        return Err(ErrorCode::StaleVersion.into());
    }
    let words = rules::optional("note", words, 1_000)?;
    if attendance == Attendance::Declined && words.is_none() {
        return Err(ApiError::input("note", "Say why."));
    }
    guest.attendance = Some(attendance.code().to_owned());
    guest.attendance_note = words;
    guest.attendance_at = Some(micros(tx.now()));
    let by = by_officer(&guest);
    let detail = json!({ "guest": id, "attendance": attendance });
    store::guest_save(&tx, guest).await?;
    let done = Done {
        mutation: "answerGuestAttendance",
        detail: &detail,
        // Who counted on the officer has to count anew.
        news: match attendance {
            Attendance::Confirmed => Vec::new(),
            Attendance::Declined => vec![News::Moved],
        },
        compares: false,
    };
    note(app, tx, by, row.id, done).await.map(drop)
}

fn by_officer(guest: &GuestRow) -> By<'static> {
    By {
        viewer: None,
        officer: Some(guest.officer_id),
    }
}

/// Takes, as a guest, the step that is reported, by the rules by which an officer with an account takes it.
///
/// # Errors
/// `TOKEN_INVALID` where it is not open to the guest any more; `FORBIDDEN` where it is not the guest's to do;
/// `TRANSITION_NOT_ALLOWED`, `STALE_VERSION`.
pub(crate) async fn report_as_guest(app: &App, id: Uuid, expected: i32, report: GuestReport) -> Result<()> {
    let tx = app.begin().await?;
    let Open {
        row,
        guest,
        team,
        standing,
        ..
    } = locked(&tx, id).await?;
    let by = by_officer(&guest);
    let mut loaded = Loaded { row, standing, team };
    loaded.step(&LAW_ENFORCEMENT, report.step(), Some(expected))?;
    taken(app, tx, by, loaded, report.step(), None).await.map(drop)
}
