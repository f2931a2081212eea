//! An organisation's provider: entered, tried, made the only way in, taken away.

use serde_json::json;
use uuid::Uuid;

use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    members::{self, OrganizationRow, rules::organization},
    permissions::{Action, Scope, Viewer, viewer::OrganizationKind},
    platform::{
        db::Tx,
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
    },
    single_sign_on::{
        provider,
        rules::{self, SingleSignOnRow},
        store,
    },
};

/// A provider to be used.
#[derive(Debug, Clone)]
pub struct Configure {
    /// Whose it is.
    pub organization: Uuid,
    /// The provider's name for itself.
    pub issuer: String,
    /// The provider's name for us.
    pub client_id: String,
    /// The secret; `None` keeps the one that is there.
    pub client_secret: Option<String>,
    /// The mail domains it speaks for.
    pub domains: Vec<String>,
    /// The version that the caller has seen; `None` where there was none.
    pub expected_version: Option<i32>,
}

/// Enters an organisation's provider, or changes its settings. What was known of people by another provider is forgotten.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `BAD_USER_INPUT`, `ALREADY_EXISTS` where a domain is not the
/// organisation's to claim, `TRANSITION_NOT_ALLOWED` where people could not sign in any more.
pub async fn configure(app: &App, viewer: &Viewer, input: &Configure) -> Result<OrganizationRow> {
    let tx = app.begin().await?;
    let organization = managed(&tx, viewer, input.organization).await?;
    let found = store::find(tx.connection(), organization.id).await?;
    if found.as_ref().map(|row| row.version) != input.expected_version {
        return Err(ErrorCode::StaleVersion.into());
    }
    let row = SingleSignOnRow {
        organization: organization.id,
        issuer: rules::issuer(&input.issuer, |url| app.outbound.allows(url))?,
        client_id: rules::client_id(&input.client_id)?,
        client_secret: secret(app, input, found.as_ref())?,
        domains: rules::domains(&input.domains)?,
        enforced: found.as_ref().is_some_and(|row| row.enforced),
        verified_at: None,
        version: input.expected_version.unwrap_or(1),
    };
    check_claims(&tx, viewer, &row, found.as_ref()).await?;
    if row.enforced {
        check_nobody_is_left_out(&tx, &row).await?;
    }
    let is_other = found.as_ref().is_some_and(|found| found.issuer != row.issuer);
    if is_other {
        store::identities_remove(&tx, row.organization).await?;
    }
    let detail = json!({ "domains": row.domains.len(), "otherProvider": is_other });
    match found {
        Some(_) => drop(store::save(&tx, row).await.map_err(not_ours)?),
        None => store::insert(&tx, &row).await.map_err(not_ours)?,
    }
    done(app, tx, viewer, organization, "configureSingleSignOn", &detail).await
}

/// The sealed secret: a new one, or the one that is there. One that another provider was given is not shown to this one.
fn secret(app: &App, input: &Configure, found: Option<&SingleSignOnRow>) -> Result<String> {
    let missing = || {
        ApiError::input(
            "clientSecret",
            "Give the secret that the provider shows for this client.",
        )
    };
    match &input.client_secret {
        Some(secret) => {
            let secret = rules::client_secret(secret)?;
            let label = provider::secret_label(input.organization);
            app.keys.vault().seal(app.ids.as_ref(), label, secret.as_bytes())
        }
        None => {
            let same = found
                .filter(|row| row.issuer == input.issuer.trim())
                .ok_or_else(missing)?;
            Ok(same.client_secret.clone())
        }
    }
}

/// A domain is an organisation's to claim where its people have addresses in it and nobody else has. Any other is entered
/// by the secretariat, which knows whose it is; the answer does not say which of the two was missing.
async fn check_claims(tx: &Tx, viewer: &Viewer, row: &SingleSignOnRow, found: Option<&SingleSignOnRow>) -> Result<()> {
    if viewer.scope(Action::SingleSignOnManage) == Scope::All {
        return Ok(());
    }
    let is_new = |domain: &&String| found.is_none_or(|found| !found.domains.contains(domain));
    for domain in row.domains.iter().filter(is_new) {
        let ours = store::has_people_in(tx.connection(), domain, row.organization, true).await?;
        let others = store::has_people_in(tx.connection(), domain, row.organization, false).await?;
        if !ours || others {
            return Err(not_ours(ErrorCode::AlreadyExists.into()));
        }
    }
    Ok(())
}

fn not_ours(error: ApiError) -> ApiError {
    if error.code == ErrorCode::AlreadyExists {
        let text = "One of the domains is not yours to enter. Ask the secretariat.";
        return ApiError::because(ErrorCode::AlreadyExists, text).at("domains");
    }
    error
}

async fn check_nobody_is_left_out(tx: &Tx, row: &SingleSignOnRow) -> Result<()> {
    match store::outsiders(tx.connection(), row.organization, &row.domains).await? {
        0 => Ok(()),
        count => Err(ApiError::because(
            ErrorCode::TransitionNotAllowed,
            format!("{count} of the organisation's people have addresses that the provider does not speak for."),
        )),
    }
}

/// Asks the provider whether it could be used. Nothing is kept of it.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`; `PROVIDER_UNAVAILABLE` where it could not.
pub async fn test(app: &App, viewer: &Viewer, id: Uuid) -> Result<OrganizationRow> {
    let tx = app.begin().await?;
    let organization = managed(&tx, viewer, id).await?;
    let row = store::find(tx.connection(), id)
        .await?
        .ok_or_else(ApiError::not_found)?;
    // Nothing is asked over the network within a transaction.
    drop(tx);
    provider::discover(app, &row).await?;
    Ok(organization)
}

/// Makes the provider the only way in for the organisation's people, or lets them use their passwords again.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`; `TRANSITION_NOT_ALLOWED` for the secretariat, which lets others in again,
/// where nobody has signed in by the provider yet, or where somebody could not sign in any more.
pub async fn enforce(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    enforced: bool,
    expected_version: i32,
) -> Result<OrganizationRow> {
    let (tx, organization, row) = changed(app, viewer, id, expected_version).await?;
    if enforced {
        let refuse = |text: &'static str| Err(ApiError::because(ErrorCode::TransitionNotAllowed, text));
        if organization.kind == OrganizationKind::Secretariat {
            return refuse("The secretariat keeps its passwords, so that it can always let an organisation in again.");
        }
        if row.verified_at.is_none() {
            return refuse("Sign in by the provider once before it becomes the only way in.");
        }
        check_nobody_is_left_out(&tx, &row).await?;
    }
    store::save(&tx, SingleSignOnRow { enforced, ..row }).await?;
    let detail = json!({ "enforced": enforced });
    done(app, tx, viewer, organization, "enforceSingleSignOn", &detail).await
}

/// Takes an organisation's provider away; its people use their passwords again.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`.
pub async fn remove(app: &App, viewer: &Viewer, id: Uuid, expected_version: i32) -> Result<OrganizationRow> {
    let (tx, organization, row) = changed(app, viewer, id, expected_version).await?;
    store::remove(&tx, &row).await?;
    done(
        app,
        tx,
        viewer,
        organization,
        "removeSingleSignOn",
        &serde_json::Value::Null,
    )
    .await
}

/// The provider of an organisation, if the viewer looks after it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
#[must_use]
pub fn visible(app: &App, viewer: &Viewer, organization: Uuid) -> bool {
    organization::may(viewer, Action::SingleSignOnManage, organization, &[], app.now())
}

/// The providers of these organisations.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn providers_of(app: &App, organizations: &[Uuid]) -> Result<Vec<SingleSignOnRow>> {
    store::find_all(app.db.read(), organizations).await
}

/// An organisation whose provider the viewer looks after, locked.
async fn managed(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<OrganizationRow> {
    let row = members::organization_seen(tx, viewer, id).await?;
    let step = organization::OrganizationAction::ConfigureSingleSignOn;
    organization::permit(step, viewer, &row, tx.now())?;
    organization::take(step, viewer, &row)?;
    Ok(row)
}

async fn changed(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected_version: i32,
) -> Result<(Tx, OrganizationRow, SingleSignOnRow)> {
    let tx = app.begin().await?;
    let organization = managed(&tx, viewer, id).await?;
    let row = store::find(tx.connection(), id)
        .await?
        .ok_or_else(ApiError::not_found)?;
    if row.version != expected_version {
        return Err(ErrorCode::StaleVersion.into());
    }
    Ok((tx, organization, row))
}

async fn done(
    app: &App,
    tx: Tx,
    viewer: &Viewer,
    organization: OrganizationRow,
    action: &'static str,
    detail: &serde_json::Value,
) -> Result<OrganizationRow> {
    let act = Act::on(Category::Admin, action, IdKind::Org, organization.id).with(detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await?;
    Ok(organization)
}
