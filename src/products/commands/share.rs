//! To whom sheets are opened, and the audience rows that follow.

use std::collections::{HashMap, HashSet};

use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{finish, first, locked, state_of, to_change};
use crate::{
    app::App,
    members::{self, OrganizationState, PersonState},
    permissions::{
        Viewer,
        audience::Tlp,
        products::{NamedReader, SheetFacts, feature_audience, sheet_audience},
        viewer::OrganizationKind,
    },
    platform::{
        clock::micros,
        db::{
            Connection, Tx, code,
            idempotency::{Idempotency, claim},
            json as read_json,
        },
        error::{ApiError, ErrorCode, Result},
        ids::{IdKind, encode},
    },
    products::{
        rules::{MOST_GRANTS, ProductState, ProductStep, Selected, countries, permit, permit_grant, take},
        store::{self, FeatureRow, GrantRow, ProductRow},
    },
};

/// Whom a sheet is to be opened to: an organisation, or enforcers of some countries, of all where none is named.
#[derive(Debug, Clone, Serialize)]
pub struct GrantProduct {
    /// The sheet.
    pub product: Uuid,
    /// The organisation; `None` for enforcers.
    pub organization: Option<Uuid>,
    /// The enforcers' countries.
    pub countries: Vec<String>,
}

/// Opens a sheet to an organisation or to enforcers; gives the sheet's id. A draft is read by them once it is published.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TLP_CEILING`, `BAD_USER_INPUT`, `TRANSITION_NOT_ALLOWED`, `ALREADY_EXISTS`, `LIMIT_EXCEEDED`,
/// `IDEMPOTENCY_MISMATCH`.
pub async fn grant_product(app: &App, viewer: &Viewer, key: &str, new: &GrantProduct) -> Result<Uuid> {
    let tx = app.begin().await?;
    let row = locked(&tx, viewer, new.product).await?;
    permit(viewer, super::holder(&row), tx.now())?;
    let claim = match claim(&tx, viewer.person, "grantProduct", key, new).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => return first(&ids),
    };
    take(ProductStep::Share, state_of(&row)?)?;
    let to = selected(&tx, viewer, new).await?;
    permit_grant(viewer, &to)?;
    let grant = GrantRow {
        id: app.ids.id(tx.now()),
        product_id: row.id,
        organization_id: new.organization,
        countries: match &to {
            Selected::Organization(..) => "[]".to_owned(),
            Selected::Enforcers(countries) => serde_json::to_string(countries).map_err(ApiError::internal)?,
        },
        granted_by: viewer.person,
        granted_at: micros(tx.now()),
        revoked_by: None,
        revoked_at: None,
    };
    check_new(&tx, &grant).await?;
    store::grant_insert(&tx, &grant).await?;
    spread(&tx, &row).await?;
    claim.keep(&tx, &[row.id]).await?;
    let detail = json!({
        "grant": encode(IdKind::ProductGrant, grant.id), "countries": grant.countries,
        "organization": grant.organization_id.map(|id| encode(IdKind::Org, id)),
    });
    finish(app, tx, viewer, ("grantProduct", IdKind::Product, row.id), &detail).await?;
    Ok(row.id)
}

/// Whom the viewer selected.
async fn selected(tx: &Tx, viewer: &Viewer, new: &GrantProduct) -> Result<Selected> {
    let Some(id) = new.organization else {
        return Ok(Selected::Enforcers(countries(&new.countries)?));
    };
    let unknown = || ApiError::input("organizationId", "There is no such organisation in the alliance.");
    let found = match members::organization_seen(tx, viewer, id).await {
        Err(error) if error.code == ErrorCode::NotFound => return Err(unknown()),
        found => found?,
    };
    match found.state == OrganizationState::Active {
        true => Ok(Selected::Organization(id, found.kind)),
        false => Err(unknown()),
    }
}

async fn check_new(tx: &Tx, new: &GrantRow) -> Result<()> {
    let held = standing(tx.connection(), new.product_id).await?;
    let is_same = |held: &GrantRow| held.organization_id == new.organization_id && held.countries == new.countries;
    if held.iter().any(is_same) {
        return Err(ErrorCode::AlreadyExists.into());
    }
    match held.len() < MOST_GRANTS {
        true => Ok(()),
        false => Err(ErrorCode::LimitExceeded.into()),
    }
}

/// Takes a grant back; gives the sheet's id. Whoever read the sheet by it does not any more at the next request.
///
/// # Errors
/// `NOT_FOUND`, `FORBIDDEN`, `TRANSITION_NOT_ALLOWED` where it was taken back, or the sheet is out of use.
pub(in crate::products) async fn revoke_grant(app: &App, viewer: &Viewer, id: Uuid) -> Result<Uuid> {
    let tx = app.begin().await?;
    let grant = store::grant(tx.connection(), id).await?;
    let grant = grant.ok_or_else(ApiError::not_found)?;
    let (row, _) = to_change(&tx, viewer, grant.product_id, ProductStep::Share).await?;
    store::grant_revoke(&tx, id, viewer.person).await?;
    spread(&tx, &row).await?;
    let detail = json!({ "grant": encode(IdKind::ProductGrant, id) });
    finish(
        app,
        tx,
        viewer,
        ("revokeProductGrant", IdKind::Product, row.id),
        &detail,
    )
    .await?;
    Ok(row.id)
}

/// The grants of a sheet that hold.
async fn standing(connection: &impl Connection, product: Uuid) -> Result<Vec<GrantRow>> {
    let mut grants = store::grants_of(connection, &[product]).await?;
    grants.retain(|grant| grant.revoked_at.is_none());
    Ok(grants)
}

/// What decides who sees a sheet, as it stands now.
pub(super) async fn facts(connection: &impl Connection, row: &ProductRow) -> Result<SheetFacts> {
    let mut facts = SheetFacts {
        owner: row.organization_id,
        brand: row.brand_id,
        published: state_of(row)? == ProductState::Published,
        organizations: Vec::new(),
        enforcers: Vec::new(),
    };
    for grant in standing(connection, row.id).await? {
        let countries: Vec<String> = read_json(&grant.countries)?;
        match grant.organization_id {
            Some(organization) => facts.organizations.push(organization),
            None if countries.is_empty() => facts.enforcers.push(None),
            None => facts.enforcers.extend(countries.into_iter().map(Some)),
        }
    }
    Ok(facts)
}

/// Writes anew who sees a sheet and everything of it.
pub(super) async fn spread(tx: &Tx, row: &ProductRow) -> Result<()> {
    let facts = facts(tx.connection(), row).await?;
    store::sheet_audience_set(tx, row, &sheet_audience(&facts)).await?;
    let features = store::features_any_of(tx.connection(), &[row.id]).await?;
    spread_features(tx, row, &facts, &features).await
}

/// Writes anew who sees a feature.
pub(super) async fn spread_feature(tx: &Tx, sheet: &ProductRow, feature: &FeatureRow) -> Result<()> {
    let facts = facts(tx.connection(), sheet).await?;
    spread_features(tx, sheet, &facts, std::slice::from_ref(feature)).await
}

async fn spread_features(tx: &Tx, sheet: &ProductRow, facts: &SheetFacts, features: &[FeatureRow]) -> Result<()> {
    let ids: Vec<Uuid> = features.iter().map(|feature| feature.id).collect();
    let mut named: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for reader in store::readers_of(tx.connection(), &ids).await? {
        named.entry(reader.feature_id).or_default().push(reader.person_id);
    }
    let people: Vec<Uuid> = named.values().flatten().copied().collect();
    let known = readers(tx.connection(), &people).await?;
    for feature in features {
        let people = named.remove(&feature.id).unwrap_or_default();
        let named: Vec<NamedReader> = known
            .iter()
            .filter(|one| people.contains(&one.person))
            .cloned()
            .collect();
        let tlp: Tlp = code(&feature.tlp)?;
        let rows = feature_audience(facts, tlp, feature.retired_at.is_some(), &named);
        store::feature_audience_set(tx, sheet, feature, &rows).await?;
    }
    Ok(())
}

/// Some people who are active and no service accounts, each with where he or she belongs.
pub(super) async fn readers(connection: &impl Connection, people: &[Uuid]) -> Result<Vec<NamedReader>> {
    let mut people = members::people_by_ids(connection, people).await?;
    people.retain(|person| person.state == PersonState::Active && !person.is_service);
    let homes: HashSet<Uuid> = people.iter().map(|person| person.organization).collect();
    let homes: Vec<Uuid> = homes.into_iter().collect();
    let homes = members::organizations_by_ids(connection, &homes).await?;
    let reader = |person: members::PersonRow| {
        let home = homes.iter().find(|home| home.id == person.organization)?;
        let is_agency = home.kind == OrganizationKind::LeAgency;
        Some(NamedReader {
            person: person.id,
            organization: home.id,
            agency_of: is_agency.then(|| home.country.clone()),
        })
    };
    Ok(people.into_iter().filter_map(reader).collect())
}

/// Whether somebody belongs to the holder or to those whom the holder selected, be the sheet published or not.
pub(super) fn selects(facts: &SheetFacts, reader: &NamedReader) -> bool {
    let published = SheetFacts {
        published: true,
        ..facts.clone()
    };
    published.reaches(reader.organization, reader.agency_of.as_deref())
}
