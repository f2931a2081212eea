//! Invitations: of an organisation with its first person, and of people into it. The mail worker makes the token.

use jiff::SignedDuration;
use serde::{Serialize, Serializer};
use serde_json::json;
use uuid::Uuid;

use super::finish;
use crate::{
    app::App,
    audit::{Act, Category},
    mail::{self, MailKind, NewMail},
    members::{
        rules::{
            self, DigestFilter, DigestFrequency, Industry, Language, OrganizationRow, OrganizationState, PersonRow,
            PersonState, Reach, Settings, Weekday, facts, organization::OrganizationAction,
        },
        store,
    },
    permissions::{Role, Viewer, viewer::OrganizationKind},
    platform::{
        clock::micros,
        db::{
            Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
    },
    rights, single_sign_on,
};

/// The local hour at which a digest goes out until the person says otherwise.
const DIGEST_HOUR: i32 = 8;

/// An organisation to be, and its first person.
#[derive(Debug, Clone, Serialize)]
pub struct InviteOrganization {
    /// Its kind.
    #[serde(serialize_with = "kind_code")]
    pub kind: OrganizationKind,
    /// Legal name.
    pub name: String,
    /// Legal name in Chinese.
    pub name_zh: Option<String>,
    /// Its industry.
    pub industry: Option<Industry>,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Administrative division below the country.
    pub division_code: Option<String>,
    /// IANA time zone.
    pub time_zone: String,
    /// Language of its mails.
    pub language: Language,
    /// Name of its first person.
    pub admin_name: String,
    /// Address of its first person.
    pub admin_email: String,
}

fn kind_code<S: Serializer>(kind: &OrganizationKind, serializer: S) -> std::result::Result<S::Ok, S::Error> {
    serializer.serialize_str((*kind).into())
}

impl InviteOrganization {
    fn organization(&self, app: &App, tx: &Tx, viewer: &Viewer) -> Result<OrganizationRow> {
        Ok(OrganizationRow {
            id: app.ids.id(tx.now()),
            kind: self.kind,
            name: facts::name("name", &self.name)?,
            name_zh: facts::optional_name("nameZh", self.name_zh.as_deref())?,
            state: OrganizationState::Invited,
            industry: self.industry,
            country: facts::country(&self.country)?,
            division_code: facts::division(self.division_code.as_deref())?,
            time_zone: facts::time_zone(&self.time_zone)?,
            language: self.language,
            joined_at: None,
            invited_by: Some(viewer.person),
            suspended_by: None,
            sandbox_of: None,
            version: 1,
            created_at: tx.now(),
        })
    }
}

/// Invites an organisation with its first person, who holds the first role of its kind.
///
/// # Errors
/// `FORBIDDEN`, `BAD_USER_INPUT`, `ALREADY_EXISTS` where somebody has the address, `IDEMPOTENCY_MISMATCH`.
pub async fn invite_organization(
    app: &App,
    viewer: &Viewer,
    key: &str,
    input: &InviteOrganization,
) -> Result<OrganizationRow> {
    let tx = app.begin().await?;
    rules::organization::permit_invitation(viewer)?;
    let claim = match claim(&tx, viewer.person, "inviteOrganization", key, input).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => {
            let row = store::organization(tx.connection(), first(&ids)?).await?;
            return row.ok_or_else(ApiError::not_found);
        }
    };
    let organization = input.organization(app, &tx, viewer)?;
    let person = newcomer(
        app,
        &tx,
        &organization,
        facts::person_name("adminName", &input.admin_name)?,
        facts::email("adminEmail", &input.admin_email)?,
        vec![rules::first_role(input.kind)],
    );
    store::organization_insert(&tx, &organization).await?;
    invite(app, &tx, &person)
        .await
        .map_err(|error| taken(error, "adminEmail"))?;
    claim.keep(&tx, &[organization.id]).await?;
    let kind: &str = input.kind.into();
    let detail = json!({ "kind": kind });
    let act = Act::on(Category::Admin, "inviteOrganization", IdKind::Org, organization.id).with(&detail);
    finish(app, tx, viewer, act).await?;
    Ok(organization)
}

/// A person to be.
#[derive(Debug, Clone, Serialize)]
pub struct InviteUser {
    /// The organisation; the viewer's own where none is named.
    pub organization: Option<Uuid>,
    /// The person's name.
    pub name: String,
    /// The person's address.
    pub email: String,
    /// The roles.
    pub roles: Vec<Role>,
    /// The brands the person is limited to; none at all means no limit.
    pub brand_scope: Vec<Uuid>,
}

/// Invites a person into an organisation.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, also for roles that are not the viewer's to give, `BAD_USER_INPUT`, `ALREADY_EXISTS` where
/// somebody has the address, `TRANSITION_NOT_ALLOWED` where the organisation is shut out, `IDEMPOTENCY_MISMATCH`.
pub async fn invite_user(app: &App, viewer: &Viewer, key: &str, input: &InviteUser) -> Result<PersonRow> {
    let tx = app.begin().await?;
    let id = input.organization.unwrap_or(viewer.organization);
    // Locked, lest single sign-on is enforced meanwhile over whom it could never let in.
    let organization = store::organization_lock(&tx, id)
        .await?
        .filter(|row| Reach::directory(viewer).sees(row.id, row.state == OrganizationState::Active))
        .ok_or_else(ApiError::not_found)?;
    rules::organization::permit(OrganizationAction::InviteUser, viewer, &organization, tx.now())?;
    let claim = match claim(&tx, viewer.person, "inviteUser", key, input).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => {
            let row = store::person(tx.connection(), first(&ids)?).await?;
            return row.ok_or_else(ApiError::not_found);
        }
    };
    rules::organization::take(OrganizationAction::InviteUser, viewer, &organization)?;
    let roles = rules::person::roles(organization.kind, &input.roles)?;
    rules::person::check_given(viewer, &organization, &[], &roles)?;
    let name = facts::person_name("name", &input.name)?;
    let email = facts::email("email", &input.email)?;
    single_sign_on::check_invited(tx.connection(), organization.id, &email).await?;
    let person = PersonRow {
        brand_scope: brand_scope(&tx, organization.id, &input.brand_scope).await?,
        ..newcomer(app, &tx, &organization, name, email, roles)
    };
    invite(app, &tx, &person).await.map_err(|error| taken(error, "email"))?;
    claim.keep(&tx, &[person.id]).await?;
    let detail = powers(&person);
    let act = Act::on(Category::Admin, "inviteUser", IdKind::Person, person.id).with(&detail);
    finish(app, tx, viewer, act).await?;
    Ok(person)
}

/// A person who has not set a password yet, with the organisation's language and time zone.
pub(super) fn newcomer(
    app: &App,
    tx: &Tx,
    organization: &OrganizationRow,
    name: String,
    email: String,
    roles: Vec<Role>,
) -> PersonRow {
    PersonRow {
        id: app.ids.id(tx.now()),
        organization: organization.id,
        name,
        email,
        state: PersonState::Invited,
        has_password: false,
        enrolled: false,
        is_service: false,
        roles,
        brand_scope: None,
        settings: Settings {
            language: organization.language,
            time_zone: organization.time_zone.clone(),
            digest: DigestFrequency::Daily,
            digest_hour: DIGEST_HOUR,
            working_days_only: true,
            digest_weekday: Weekday::Monday,
            expiry_reminders: true,
            digest_filter: DigestFilter::default(),
            quiet_hours: None,
            digest_since: tx.now(),
        },
        last_sign_in_at: None,
        mail_suspended: None,
        version: 1,
        created_at: tx.now(),
    }
}

async fn invite(app: &App, tx: &Tx, person: &PersonRow) -> Result<()> {
    store::person_insert(tx, person).await?;
    send(app, tx, person.id).await
}

/// Writes an invitation and queues its mail.
pub(super) async fn send(app: &App, tx: &Tx, person: Uuid) -> Result<()> {
    let id = app.ids.id(tx.now());
    let days = SignedDuration::from_hours(24 * i64::from(app.config.invitation_days));
    let until = tx.now().checked_add(days).map_err(ApiError::internal)?;
    store::invitation_insert(tx, id, person, until, None).await?;
    let mail = NewMail {
        person,
        kind: MailKind::Invitation,
        window_start: micros(tx.now()),
        subject: Some(id),
    };
    mail::resume_for_invitation(tx, person).await?;
    mail::enqueue(tx, app.ids.as_ref(), mail).await?;
    Ok(())
}

/// The brands a person is limited to: those of the organisation, or of its principals; none at all means no limit.
pub(super) async fn brand_scope(tx: &Tx, organization: Uuid, wanted: &[Uuid]) -> Result<Option<Vec<Uuid>>> {
    let mut wanted = wanted.to_vec();
    wanted.sort_unstable();
    wanted.dedup();
    if wanted.is_empty() {
        return Ok(None);
    }
    if wanted.len() > facts::MAX_BRAND_SCOPE {
        let text = format!("At most {} brands can be named.", facts::MAX_BRAND_SCOPE);
        return Err(ApiError::input("brandScope", text));
    }
    let brands = rights::brands_by_ids(tx.connection(), &wanted).await?;
    let mandates = rights::mandates(tx.connection(), organization).await?;
    let is_ours = |owner: Uuid| owner == organization || mandates.iter().any(|mandate| mandate.principal == owner);
    if brands.len() == wanted.len() && brands.iter().all(|brand| is_ours(brand.organization_id)) {
        Ok(Some(wanted))
    } else {
        let text = "Name brands of the organisation or of its principals.";
        Err(ApiError::input("brandScope", text))
    }
}

/// What the audit log keeps of a person's powers.
pub(super) fn powers(person: &PersonRow) -> serde_json::Value {
    json!({ "roles": person.roles, "brandScope": person.brand_scope })
}

fn taken(error: ApiError, field: &str) -> ApiError {
    if error.code == ErrorCode::AlreadyExists {
        ApiError::because(ErrorCode::AlreadyExists, "Somebody has this address already.").at(field)
    } else {
        error
    }
}

fn first(ids: &[Uuid]) -> Result<Uuid> {
    let id = ids.first().copied();
    id.ok_or_else(|| ApiError::internal("an idempotency key without a result"))
}
