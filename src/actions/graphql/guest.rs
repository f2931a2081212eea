//! Officers without an account, as the team sees them, and the one action of such an officer, as that officer sees it: what is
//! needed on the day, without anything that leads elsewhere.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use jiff::Timestamp;
use strum::VariantArray as _;
use uuid::Uuid;

use super::{
    enums::{GqlActionKind, GqlActionState, GqlSiteKind, GqlTeamRole},
    loaders::{self, StandingOf},
    mutations::OfflineActionPayload,
    parts::ActionWindow,
};
use crate::{
    actions::{
        commands::{self, NewGuest, Open},
        rules::{ActionKind, ActionState, Attendance, GuestReport, LAW_ENFORCEMENT, SiteKind, TeamRole, degrees_text},
        store::{self, GuestRow, SiteRow, TaskRow},
    },
    agencies::graphql::{Officer, visible_officer},
    app::App,
    graphql_enum,
    leads::graphql::Eyes,
    members::{
        self, PersonRow,
        graphql::{GqlLanguage, Person, person},
        rules::Language,
    },
    permissions::viewer::OrganizationKind,
    platform::{
        db::code,
        error::{ApiError, Result},
        graphql::{
            from_context, id,
            scalars::{DateTime, Decimal},
            uuid,
        },
        ids::IdKind,
    },
};

graphql_enum! {
    /// Whether an officer comes.
    GqlAttendance as "Attendance" = Attendance {
        /// The officer comes.
        Confirmed,
        /// The officer does not come.
        Declined,
    }
}

graphql_enum! {
    /// What an officer without an account reports of an action.
    GqlGuestReport as "GuestReport" = GuestReport {
        /// It has begun.
        Started,
        /// It was carried out.
        Executed,
    }
}

/// An officer without an account to whom a link opens one offline action.
pub struct ActionGuest {
    row: GuestRow,
    is_open: bool,
}

impl ActionGuest {
    /// Those of an action.
    pub(super) async fn list(ctx: &Context<'_>, action: Uuid) -> Result<Vec<Self>> {
        let app = from_context::<App>(ctx)?;
        let rows = store::guests_of(app.db.read(), &[action]).await?;
        let open = commands::open_guests(app.db.read(), &rows, app.now()).await?;
        let guests = rows.into_iter().zip(open);
        Ok(guests.map(|(row, is_open)| Self { row, is_open }).collect())
    }
}

/// An officer without an account to whom a link opens one offline action.
#[Object]
impl ActionGuest {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::Guest, self.row.id)
    }

    /// As what: to begin and to end the action, or to take part.
    async fn role(&self) -> Result<GqlTeamRole> {
        code::<TeamRole>(&self.row.role).map(Into::into)
    }

    /// The officer of the directory; null where the viewer does not know of it.
    async fn officer(&self, ctx: &Context<'_>) -> Result<Option<Officer>> {
        visible_officer(ctx, self.row.officer_id).await
    }

    /// Who sent the link first.
    async fn invited_by(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.row.invited_by).await
    }

    /// When it was sent first.
    async fn invited_at(&self) -> DateTime {
        self.row.invited_at.into()
    }

    /// When the officer came in first; null until then.
    async fn opened_at(&self) -> Option<DateTime> {
        self.row.opened_at.map(Into::into)
    }

    /// Whether the officer comes; null until that was said.
    async fn attendance(&self) -> Result<Option<GqlAttendance>> {
        attendance(&self.row)
    }

    /// The officer's words to that; null where there are none.
    async fn attendance_note(&self) -> Option<&str> {
        self.row.attendance_note.as_deref()
    }

    /// When the officer said so; null until then.
    async fn attendance_at(&self) -> Option<DateTime> {
        self.row.attendance_at.map(Into::into)
    }

    /// When the link was taken back; null unless it was.
    async fn revoked_at(&self) -> Option<DateTime> {
        self.row.revoked_at.map(Into::into)
    }

    /// Whether the link opens the action now: it was not taken back, the officer is verified, has no account and is of an agency
    /// that takes part, the action is not over, and nothing on which it rests needs an account.
    async fn is_open(&self) -> bool {
        self.is_open
    }

    /// Counts its changes; to be sent back as `expectedVersion`.
    async fn version(&self) -> i32 {
        self.row.version
    }
}

fn attendance(row: &GuestRow) -> Result<Option<GqlAttendance>> {
    let said = row.attendance.as_deref().map(code::<Attendance>);
    Ok(said.transpose()?.map(Into::into))
}

/// Whether these eyes may send links to officers without an account, and take them back.
pub(super) async fn may_invite(ctx: &Context<'_>, eyes: &Eyes, action: Uuid) -> Result<bool> {
    let standing = loaders::of(ctx)?.load_one(StandingOf(eyes.clone(), action)).await?;
    Ok(standing.is_some_and(|standing| standing.invite(eyes.viewer()).is_ok()))
}

/// An officer to be let in without an account.
#[derive(Debug, Clone, InputObject)]
pub struct InviteActionGuestInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    idempotency_key: String,
    /// To which action.
    action_id: ID,
    /// Which officer of the directory: verified, without an account, of an agency that takes part.
    officer_id: ID,
    /// As what: OFFICER, or LEAD where it is of the lead agency and is to begin and end the action.
    role: GqlTeamRole,
}

/// A link to be taken back.
#[derive(Debug, Clone, InputObject)]
pub struct RevokeActionGuestInput {
    /// Of which action.
    action_id: ID,
    /// Whose.
    guest_id: ID,
    /// The guest's version that was seen.
    expected_version: i32,
    /// Why, at most 1,000 characters.
    reason: String,
}

/// Letting officers in who have no account.
#[derive(Default)]
pub struct ActionGuestsMutation;

#[Object]
impl ActionGuestsMutation {
    /// Mails a link to an officer without an account, which opens this action and nothing else once a code was asked for and typed;
    /// to one who has a link it mails another one.
    async fn invite_action_guest(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whom, and to what.")] input: InviteActionGuestInput,
    ) -> Result<OfflineActionPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let key = uuid(IdKind::Action, &input.action_id)?;
        let new = NewGuest {
            officer: uuid(IdKind::Officer, &input.officer_id)?,
            role: input.role.into(),
        };
        let invited = commands::invite_guest(app, eyes.viewer(), &input.idempotency_key, key, new);
        OfflineActionPayload::of(ctx, Box::pin(invited).await).await
    }

    /// Takes a link back: it is dead at once, and with it what was opened by it.
    async fn revoke_action_guest(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose, and why.")] input: RevokeActionGuestInput,
    ) -> Result<OfflineActionPayload> {
        let (app, eyes) = (from_context::<App>(ctx)?, Eyes::from(ctx)?);
        let key = uuid(IdKind::Action, &input.action_id)?;
        let guest = (uuid(IdKind::Guest, &input.guest_id)?, input.expected_version);
        let revoked = commands::revoke_guest(app, eyes.viewer(), key, guest, &input.reason);
        OfflineActionPayload::of(ctx, Box::pin(revoked).await).await
    }
}

/// An offline action as an officer without an account sees it.
pub struct GuestAction {
    open: Open,
    ends: Timestamp,
}

/// The action of a guest, if it is open to the officer, with the end of the session.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn guest_action(ctx: &Context<'_>, guest: Uuid, ends: Timestamp) -> Result<Option<GuestAction>> {
    let app = from_context::<App>(ctx)?;
    let found = commands::open_to(app.db.read(), guest, app.now()).await?;
    Ok(found.map(|open| GuestAction { open, ends }))
}

/// An offline action as an officer without an account sees it: what is needed on the day.
#[Object]
impl GuestAction {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::Action, self.open.row.id)
    }

    /// What people call it, such as `OA-26-7K3QX2`.
    async fn reference(&self) -> &str {
        &self.open.row.reference
    }

    /// One line.
    async fn title(&self) -> &str {
        &self.open.row.title
    }

    /// What it is.
    async fn kind(&self) -> Result<GqlActionKind> {
        code::<ActionKind>(&self.open.row.kind).map(Into::into)
    }

    /// Where it stands.
    async fn state(&self) -> Result<GqlActionState> {
        code::<ActionState>(&self.open.row.state).map(Into::into)
    }

    /// Counts the action's changes; to be sent back as `expectedVersion` of a report.
    async fn version(&self) -> i32 {
        self.open.row.version
    }

    /// The officer's language.
    async fn language(&self) -> GqlLanguage {
        self.open.language.into()
    }

    /// When the guest's session ends.
    async fn session_ends_at(&self) -> DateTime {
        DateTime(self.ends)
    }

    /// The officer's agency, in the officer's language.
    async fn agency_name(&self, ctx: &Context<'_>) -> Result<String> {
        self.name_of(ctx, self.open.agency.id).await
    }

    /// The agency that leads it, in the officer's language.
    async fn lead_agency_name(&self, ctx: &Context<'_>) -> Result<String> {
        self.name_of(ctx, self.open.row.lead_agency_id).await
    }

    /// As what the officer takes part.
    async fn role(&self) -> Result<GqlTeamRole> {
        code::<TeamRole>(&self.open.guest.role).map(Into::into)
    }

    /// When it is to be, also by the wall clock at its sites; null until that is set.
    async fn window(&self) -> Option<ActionWindow> {
        ActionWindow::of(&self.open.row)
    }

    /// Its sites, in the order in which they were entered; at most 50.
    async fn sites(&self, ctx: &Context<'_>) -> Result<Vec<GuestActionSite>> {
        let rows = store::sites_of(from_context::<App>(ctx)?.db.read(), &[self.open.row.id]).await?;
        rows.into_iter().map(GuestActionSite::of).collect()
    }

    /// What to look out for; null where nothing is said, and where it is withheld.
    async fn risk_notes(&self) -> Option<&str> {
        let notes = self.open.row.risk_notes.as_deref();
        notes.filter(|_| !self.open.withholds_notes)
    }

    /// Whether there are such notes that are withheld: they rest on what stays within its organisations. The desk tells them.
    async fn risk_notes_withheld(&self) -> bool {
        self.open.withholds_notes && self.open.row.risk_notes.is_some()
    }

    /// Whom the officer may ask: the desk of the action; where it has none, whoever sent the link.
    async fn contact_name(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(self.contact(ctx).await?.name)
    }

    /// How that person is reached.
    async fn contact_email(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(self.contact(ctx).await?.email)
    }

    /// What people of law enforcement have to do for it, the first one first.
    async fn tasks(&self, ctx: &Context<'_>) -> Result<Vec<GuestActionTask>> {
        let app = from_context::<App>(ctx)?;
        let homes: Vec<Uuid> = self.open.team.iter().map(|member| member.organization_id).collect();
        let homes = members::organizations_by_ids(app.db.read(), &homes).await?;
        let is_agency = |home: Uuid| {
            let mut agencies = homes.iter().filter(|row| row.kind == OrganizationKind::LeAgency);
            agencies.any(|row| row.id == home)
        };
        let is_theirs = |row: &TaskRow| {
            let mut team = self.open.team.iter();
            team.any(|member| Some(member.person_id) == row.assignee_id && is_agency(member.organization_id))
        };
        let rows = store::tasks_of(app.db.read(), &[self.open.row.id]).await?;
        Ok(rows.into_iter().filter(is_theirs).map(Into::into).collect())
    }

    /// Whether the officer comes; null until that was said.
    async fn attendance(&self) -> Result<Option<GqlAttendance>> {
        attendance(&self.open.guest)
    }

    /// The officer's words to that; null where there are none.
    async fn attendance_note(&self) -> Option<&str> {
        self.open.guest.attendance_note.as_deref()
    }

    /// When the officer said so; null until then.
    async fn attendance_at(&self) -> Option<DateTime> {
        self.open.guest.attendance_at.map(Into::into)
    }

    /// Counts what changes of the officer's part; to be sent back as `expectedVersion` of an attendance.
    async fn attendance_version(&self) -> i32 {
        self.open.guest.version
    }

    /// Whether the officer can still say whether it comes.
    async fn may_answer_attendance(&self) -> bool {
        self.open.standing.state.takes_attendance()
    }

    /// What the officer can report now.
    async fn allowed_reports(&self) -> Vec<GqlGuestReport> {
        let standing = &self.open.standing;
        let allowed = GuestReport::VARIANTS
            .iter()
            .filter(|report| standing.step(&LAW_ENFORCEMENT, report.step()).is_ok());
        allowed.map(|report| (*report).into()).collect()
    }
}

impl GuestAction {
    async fn name_of(&self, ctx: &Context<'_>, organization: Uuid) -> Result<String> {
        let found = members::organizations_by_ids(from_context::<App>(ctx)?.db.read(), &[organization]).await?;
        let row = found.into_iter().next();
        let row = row.ok_or_else(|| ApiError::internal("an action without its agency"))?;
        Ok(match (self.open.language, row.name_zh) {
            (Language::ZhHans, Some(name)) => name,
            _ => row.name,
        })
    }

    async fn contact(&self, ctx: &Context<'_>) -> Result<PersonRow> {
        let mut desk = None;
        for member in &self.open.team {
            if desk.is_none() && code::<TeamRole>(&member.role)? == TeamRole::Desk {
                desk = Some(member.person_id);
            }
        }
        let person = desk.unwrap_or(self.open.guest.invited_by);
        let found = members::person_row(from_context::<App>(ctx)?.db.read(), person).await?;
        found.ok_or_else(|| ApiError::internal("an action without its contact"))
    }
}

/// Where an offline action takes place, as an officer without an account sees it.
#[derive(SimpleObject)]
pub struct GuestActionSite {
    /// What is done there.
    kind: GqlSiteKind,
    /// ISO 3166-1 alpha-2 country.
    country: String,
    /// Administrative division below the country; null where none was named.
    division_code: Option<String>,
    /// Where it is.
    address: String,
    /// Degrees north; null where nobody has said.
    latitude: Option<Decimal>,
    /// Degrees east; null where nobody has said.
    longitude: Option<Decimal>,
}

impl GuestActionSite {
    fn of(row: SiteRow) -> Result<Self> {
        let degrees = |value: Option<i32>| value.map(|value| Decimal(degrees_text(value)));
        Ok(Self {
            kind: code::<SiteKind>(&row.kind)?.into(),
            latitude: degrees(row.latitude_e6),
            longitude: degrees(row.longitude_e6),
            country: row.country,
            division_code: row.division_code,
            address: row.address,
        })
    }
}

/// Something that has to be done for an offline action, as an officer without an account sees it.
#[derive(SimpleObject)]
pub struct GuestActionTask {
    /// What.
    title: String,
    /// Until when; null where nothing is said.
    due_at: Option<DateTime>,
    /// When it was done; null until then.
    done_at: Option<DateTime>,
}

impl From<TaskRow> for GuestActionTask {
    fn from(row: TaskRow) -> Self {
        Self {
            title: row.title,
            due_at: row.due_at.map(Into::into),
            done_at: row.done_at.map(Into::into),
        }
    }
}
