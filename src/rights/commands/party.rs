//! Adding and revoking those whom a brand lets sell or make.

use jiff::civil::Date;
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{check_version, finish, first, registry::reads_parties, seen_brand};
use crate::{
    app::App,
    audit::{Act, Category},
    members::rules::facts,
    permissions::Viewer,
    platform::{
        db::{
            Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, ErrorCode, Result},
        ids::IdKind,
    },
    rights::{
        rules::{
            self, AuthorizedPartyKind, AuthorizedPartyRow, AuthorizedPartyState, BrandAction, MOST_PARTIES,
            check_in_use, permit_on_brand, permit_on_party, validity,
        },
        store,
    },
};

/// An authorised party to be.
#[derive(Debug, Clone, Serialize)]
pub struct AddAuthorizedParty {
    /// The brand.
    pub brand: Uuid,
    /// What it does for the brand.
    pub kind: AuthorizedPartyKind,
    /// Its name.
    pub name: String,
    /// Code of the platform of its shop.
    pub platform: Option<String>,
    /// Id of its shop there.
    pub shop_id: Option<String>,
    /// Where it may act.
    pub territory: Option<String>,
    /// The first day.
    pub valid_from: Date,
    /// The last day.
    pub valid_to: Option<Date>,
}

impl AddAuthorizedParty {
    fn row(&self, app: &App, tx: &Tx) -> Result<AuthorizedPartyRow> {
        let (valid_from, valid_until) = validity(self.valid_from, self.valid_to)?;
        let platform = facts::optional("platform", self.platform.as_deref(), rules::MAX_PLATFORM)?;
        Ok(AuthorizedPartyRow {
            id: app.ids.id(tx.now()),
            brand_id: self.brand,
            kind: self.kind,
            name: facts::name("name", &self.name)?,
            platform: platform.map(|code| code.to_lowercase()),
            shop_id: facts::optional("shopId", self.shop_id.as_deref(), rules::MAX_SHOP_ID)?,
            territory: facts::optional("territory", self.territory.as_deref(), rules::MAX_TERRITORY)?,
            valid_from,
            valid_until,
            revoked_at: None,
            version: 1,
            created_at: tx.now(),
        })
    }
}

/// Adds somebody whom a brand lets sell or make.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `BAD_USER_INPUT`, `TRANSITION_NOT_ALLOWED` where the brand is out of use,
/// `LIMIT_EXCEEDED` beyond a thousand of a brand, `IDEMPOTENCY_MISMATCH`.
pub async fn add_authorized_party(
    app: &App,
    viewer: &Viewer,
    key: &str,
    input: &AddAuthorizedParty,
) -> Result<AuthorizedPartyRow> {
    let tx = app.begin().await?;
    let brand = seen_brand(&tx, viewer, input.brand).await?;
    permit_on_brand(BrandAction::AddAuthorizedParty, viewer, &brand, tx.now())?;
    let claim = match claim(&tx, viewer.person, "addAuthorizedParty", key, input).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => {
            let row = store::parties(tx.connection(), &[first(&ids)?]).await?.pop();
            return row.ok_or_else(ApiError::not_found);
        }
    };
    check_in_use(&brand)?;
    let party = input.row(app, &tx)?;
    store::party_lock(&tx, brand.id).await?;
    let others = store::parties_of(tx.connection(), &[brand.id]).await?;
    let is_active = |other: &&AuthorizedPartyRow| other.state_at(tx.now()) == AuthorizedPartyState::Active;
    if others.iter().filter(is_active).count() >= MOST_PARTIES {
        return Err(ErrorCode::LimitExceeded.into());
    }
    store::party_insert(&tx, &party).await?;
    claim.keep(&tx, &[party.id]).await?;
    let act = Act::on(Category::Admin, "addAuthorizedParty", IdKind::Party, party.id);
    finish(app, tx, viewer, act).await?;
    Ok(party)
}

/// Takes an authorisation back.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `STALE_VERSION`, `BAD_USER_INPUT` without a reason, `TRANSITION_NOT_ALLOWED` where it is
/// revoked or expired already.
pub async fn revoke_authorized_party(
    app: &App,
    viewer: &Viewer,
    id: Uuid,
    expected_version: i32,
    reason: &str,
) -> Result<AuthorizedPartyRow> {
    let tx = app.begin().await?;
    let found = store::parties(tx.connection(), &[id]).await?.pop();
    let party = found.ok_or_else(ApiError::not_found)?;
    let brand = store::brand(tx.connection(), party.brand_id).await?;
    let brand = brand.ok_or_else(ApiError::not_found)?;
    if !reads_parties(tx.connection(), viewer, &brand, tx.now()).await? {
        return Err(ApiError::not_found());
    }
    permit_on_party(viewer, &brand, tx.now())?;
    check_version(party.version, expected_version)?;
    let reason = facts::reason(Some(reason))?;
    let reason = reason.ok_or_else(|| ApiError::input("reason", "Say why."))?;
    let party = store::party_save(&tx, rules::revoke(party, tx.now())?).await?;
    let detail = json!({ "reason": reason });
    let act = Act::on(Category::Admin, "revokeAuthorizedParty", IdKind::Party, party.id).with(&detail);
    finish(app, tx, viewer, act).await?;
    Ok(party)
}
