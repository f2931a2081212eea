//! The way to the provider and back.

use serde_json::json;
use uuid::Uuid;

use crate::{
    app::App,
    audit::{self, Act, Actor, Category},
    members::{self, PersonRow, PersonState},
    platform::{
        db::Tx,
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
        text::normalize_email,
    },
    sessions::{self, Caller, Challenge, Entered, SignedIn},
    single_sign_on::{
        attempt::{self, Attempt, Pending},
        provider,
        rules::{self, Reply, SingleSignOnRow, Vouched},
        store,
    },
};

/// How people with addresses in a domain sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Methods {
    /// Whether by password.
    pub password: bool,
    /// Where single sign-on begins, if the domain has it.
    pub start: Option<String>,
}

/// The ways in for an address. The domain decides, so nobody learns whether there is such an account.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn methods(app: &App, email: &str) -> Result<Methods> {
    let email = normalize_email(email).ok();
    let domain = email.as_deref().and_then(rules::domain_of);
    let row = match domain {
        Some(domain) => store::find_by_domain(app.db.read(), domain).await?,
        None => None,
    };
    let start = |domain: &str| {
        let mut url = app.config.public_url.join("sso/start").map_err(ApiError::internal)?;
        url.query_pairs_mut().append_pair("domain", domain);
        Ok::<_, ApiError>(url.to_string())
    };
    Ok(Methods {
        password: row.as_ref().is_none_or(|row| !row.enforced),
        start: domain.filter(|_| row.is_some()).map(start).transpose()?,
    })
}

/// A browser on its way to the provider.
#[derive(Debug, Clone)]
pub struct Departure {
    /// Where to.
    pub url: String,
    /// What it has to bring back, sealed.
    pub cookie: String,
    /// Seconds for which that is good.
    pub seconds: i64,
}

/// Begins to sign in by the provider that speaks for a domain. Nothing is written.
///
/// # Errors
/// `SINGLE_SIGN_ON_FAILED` where no provider speaks for it, `PROVIDER_UNAVAILABLE`.
pub async fn start(app: &App, domain: &str) -> Result<Departure> {
    let row = store::find_by_domain(app.db.read(), &domain.to_lowercase()).await?;
    let row = row.ok_or(ErrorCode::SingleSignOnFailed)?;
    let attempt = Attempt::new(app, row.organization, row.version);
    Ok(Departure {
        url: provider::way_to(app, &row, &attempt).await?,
        cookie: attempt::seal(app, &attempt)?,
        seconds: attempt::PATIENCE.as_secs(),
    })
}

/// What became of somebody who came back from the provider.
#[derive(Debug)]
pub enum Arrival {
    /// Signed in.
    SignedIn(Box<SignedIn>),
    /// Asked for the second factor first.
    Challenged(Challenge),
    /// The person has a password and proves it once, together with this token.
    ProvePassword(String),
}

/// Ends an attempt with the provider's reply, which the same browser brings.
///
/// # Errors
/// `SINGLE_SIGN_ON_FAILED` where the reply or the token is not what it has to be, `SIGN_IN_FAILED` where nobody here is
/// the person, `PROVIDER_UNAVAILABLE`.
pub async fn finish(app: &App, caller: &Caller, cookie: Option<&str>, reply: Reply) -> Result<Arrival> {
    let failed = ErrorCode::SingleSignOnFailed;
    let attempt: Attempt = cookie.and_then(|cookie| attempt::open(app, cookie)).ok_or(failed)?;
    if reply.state.as_deref() != Some(attempt.state.as_str()) {
        return Err(failed.into());
    }
    let row = store::find(app.db.read(), attempt.organization).await?;
    let row = row.filter(|row| row.version == attempt.version).ok_or(failed)?;
    if reply.iss.is_some_and(|issuer| issuer != row.issuer) {
        return Err(failed.into());
    }
    let code = reply.code.filter(|_| reply.error.is_none()).ok_or(failed)?;
    let vouched = provider::redeem(app, &row, &attempt, code).await?;
    match arrive(app, caller, &row, &attempt, &vouched).await {
        Err(error) if error.code == ErrorCode::SignInFailed => Err(refuse(app, row.organization).await?),
        arrived => arrived,
    }
}

/// Lets the person in whom the provider vouches for.
async fn arrive(
    app: &App,
    caller: &Caller,
    row: &SingleSignOnRow,
    attempt: &Attempt,
    vouched: &Vouched,
) -> Result<Arrival> {
    let nobody = || ApiError::new(ErrorCode::SignInFailed);
    let tx = app.begin().await?;
    let known = store::identity_person(&tx, row.organization, &vouched.subject).await?;
    let (person, action) = match known {
        Some(person) => (person, "signIn"),
        None => {
            let person = newcomer(&tx, row, vouched).await?.ok_or_else(nobody)?;
            let action = match person.state {
                PersonState::Invited if sessions::accept_vouched(&tx, person.id).await? => "acceptInvitation",
                PersonState::Active if person.has_password && !row.enforced => {
                    let subject = vouched.subject.clone();
                    let pending = Pending::new(app, attempt, subject, person.id, vouched.second_factor);
                    return attempt::seal(app, &pending).map(Arrival::ProvePassword);
                }
                PersonState::Active => "linkSingleSignOn",
                PersonState::Invited | PersonState::Suspended => return Err(nobody()),
            };
            store::identity_insert(&tx, row.organization, &vouched.subject, person.id).await?;
            if person.state == PersonState::Invited {
                members::raise_authz_epoch(&tx).await?;
            }
            (person.id, action)
        }
    };
    let entered = enter(app, tx, caller, row, (person, vouched.second_factor), action).await?;
    Ok(match entered {
        Entered::SignedIn(signed_in) => Arrival::SignedIn(Box::new(signed_in)),
        Entered::Challenged(challenge) => Arrival::Challenged(challenge),
    })
}

/// The person of the provider's organisation who has the verified address, and whom no other subject is.
async fn newcomer(tx: &Tx, row: &SingleSignOnRow, vouched: &Vouched) -> Result<Option<PersonRow>> {
    let Some(email) = vouched
        .email
        .as_deref()
        .filter(|email| rules::is_of(&row.domains, email))
    else {
        return Ok(None);
    };
    let Some(person) = members::person_by_email(tx.connection(), email).await? else {
        return Ok(None);
    };
    let is_free = person.organization == row.organization && !store::is_linked(tx.connection(), person.id).await?;
    Ok(is_free.then_some(person))
}

/// Begins the session, or asks for the second factor, and commits.
async fn enter(
    app: &App,
    tx: Tx,
    caller: &Caller,
    row: &SingleSignOnRow,
    (person, second_factor): (Uuid, bool),
    action: &'static str,
) -> Result<Entered> {
    let entered = sessions::enter_vouched(app, &tx, caller, person, second_factor).await?;
    let entered = entered.filter(|entered| entered.viewer().organization == row.organization);
    let entered = entered.ok_or(ErrorCode::SignInFailed)?;
    if row.verified_at.is_none() {
        store::verified(&tx, row).await?;
    }
    let factor = match &entered {
        Entered::Challenged(_) => "ASKED",
        Entered::SignedIn(_) if second_factor => "BY_PROVIDER",
        Entered::SignedIn(_) => "NONE",
    };
    let detail = json!({ "by": "SINGLE_SIGN_ON", "secondFactor": factor });
    let act = Act::on(Category::Security, action, IdKind::Person, person).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(entered.viewer()), act).await?;
    tx.commit(proof).await?;
    Ok(entered)
}

/// Records that a provider vouched for somebody who is nobody here, without what it said.
async fn refuse(app: &App, organization: Uuid) -> Result<ApiError> {
    let tx = app.begin().await?;
    let detail = json!({ "refused": ErrorCode::SignInFailed.as_str(), "by": "SINGLE_SIGN_ON" });
    let act = Act::on(Category::Security, "signIn", IdKind::Org, organization).with(&detail);
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::System, act).await?;
    tx.commit(proof).await?;
    let text = "Nobody here has the address that your organisation's provider has verified.";
    Ok(ApiError::because(ErrorCode::SignInFailed, text))
}

/// Links the person to the provider's subject for good, with the password as proof, and lets it in.
///
/// # Errors
/// `TOKEN_INVALID` where the token is too old or the settings have changed, `SIGN_IN_FAILED` for a wrong password,
/// `RATE_LIMITED`.
pub async fn link(app: &App, caller: &Caller, token: &str, password: &str) -> Result<Entered> {
    let invalid = || ApiError::new(ErrorCode::TokenInvalid);
    let pending: Pending = attempt::open(app, token).ok_or_else(invalid)?;
    sessions::prove_password(app, caller, pending.person, password).await?;
    let tx = app.begin().await?;
    let row = store::find(tx.connection(), pending.organization).await?;
    let row = row.filter(|row| row.version == pending.version).ok_or_else(invalid)?;
    store::identity_insert(&tx, row.organization, &pending.subject, pending.person).await?;
    let who = (pending.person, pending.second_factor);
    enter(app, tx, caller, &row, who, "linkSingleSignOn").await
}
