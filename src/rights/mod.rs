//! Rights: brands, the IP rights that protect them, authorised parties and powers of attorney.
//!
//! A brand belongs to a right holder. An IP right protects brands of its holder; it counts once somebody else than who
//! submitted it has verified it, and [`in_force`] is the one question that whoever cites a right asks. Its certificates are kept
//! once it was handed in with them. An authorised party is somebody whom the brand lets sell or make, so that a lead
//! against it is stopped at triage. A power of attorney lets an agent act for a principal: submitted by either side,
//! verified by an officer who is not who submitted it, in force between its days until it is revoked; one that nobody gave is
//! written down as forged. Both have documents. A partner is told of one shop or one certificate whether it is authorised, and sees
//! no list (docs/adr/0060).

pub mod commands;
pub mod graphql;
pub mod jobs;
mod mail;
pub mod rules;
mod store;

use std::collections::HashMap;

use jiff::{Timestamp, civil::Date};
use uuid::Uuid;

pub use commands::{
    AddAuthorizedParty, AddCertificate, AddDocument, CertificateFault, CertificateReport, CreateIpRight,
    PresentedCertificate, PresentedDocument, add_authorized_party, add_certificate, add_document, change_ip_right,
    create_ip_right, fetch_certificate, fetch_document, invalidate_ip_right, renew_ip_right, verify_certificates,
    verify_documents, visible_ip_right,
};
pub use mail::reminder;
pub use rules::{
    AuthorizedPartyRow, BrandRow,
    ip_right::{IpRightRow, Lack},
    power::PowerOfAttorneyRow,
};

use crate::{
    app::App,
    permissions::{Viewer, viewer::Mandate},
    platform::{
        db::{Connection, Sql, Tx},
        error::Result,
    },
};

/// The verified, unrevoked powers of attorney of an agent; their dates still have to hold.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn mandates(connection: &impl Connection, agent: Uuid) -> Result<Vec<Mandate>> {
    store::mandates(connection, agent).await
}

/// [`mandates`] of all agents, by agent.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn all_mandates(connection: &impl Connection) -> Result<HashMap<Uuid, Vec<Mandate>>> {
    store::all_mandates(connection).await
}

/// Inserts the brand of a sandbox's right holder.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub(crate) async fn sandbox_brand_insert(tx: &Tx, row: &BrandRow) -> Result<()> {
    store::brand_insert(tx, row).await
}

/// A power of attorney, whoever may know of it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn power_by_id(connection: &impl Connection, id: Uuid) -> Result<Option<PowerOfAttorneyRow>> {
    Ok(store::powers(connection, &[id]).await?.pop())
}

/// The powers of attorney that allow something now and end between two moments, microseconds; the first to end first.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn powers_ending(connection: &impl Connection, span: (i64, i64)) -> Result<Vec<PowerOfAttorneyRow>> {
    store::powers_ending(connection, span).await
}

/// The condition that the viewer may read the power of attorney whose id stands in a column.
#[must_use]
pub fn powers_seen(viewer: &Viewer, column: &str) -> Sql {
    store::powers_seen(viewer, column)
}

/// The brands with these ids, in no particular order, retired ones too; ids without one are left out.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn brands_by_ids(connection: &impl Connection, ids: &[Uuid]) -> Result<Vec<BrandRow>> {
    store::brands(connection, ids).await
}

/// A brand that the viewer's directory has.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn visible_brand(app: &App, viewer: &Viewer, id: Uuid) -> Result<Option<BrandRow>> {
    Ok(commands::visible_brands(app, viewer, &[id]).await?.pop())
}

/// What an organisation holds.
#[derive(Debug, Clone)]
pub struct Holdings {
    /// Its brands.
    pub brands: Vec<BrandRow>,
    /// Its IP rights.
    pub rights: Vec<IpRightRow>,
    /// The authorised parties of its brands.
    pub parties: Vec<AuthorizedPartyRow>,
}

/// What an organisation holds, whatever its state, for who may know of all of it.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn holdings(connection: &impl Connection, organization: Uuid) -> Result<Holdings> {
    let brands = store::brands_of(connection, organization).await?;
    let ids: Vec<Uuid> = brands.iter().map(|brand| brand.id).collect();
    Ok(Holdings {
        rights: store::ip_rights_of(connection, organization).await?,
        parties: store::parties_of(connection, &ids).await?,
        brands,
    })
}

/// The rights with these ids, in no particular order, whoever may know of them; ids without one are left out.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn ip_rights_by_ids(connection: &impl Connection, ids: &[Uuid]) -> Result<Vec<IpRightRow>> {
    store::ip_rights(connection, ids).await
}

/// The certificates of some rights, the first one first, whoever may know of them.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn certificates_of(
    connection: &impl Connection,
    rights: &[Uuid],
) -> Result<Vec<rules::certificate::CertificateRow>> {
    store::certificates_of(connection, rights).await
}

/// Which of the rights can be cited for an act of a day in a country, and why the others cannot; ids without a right are
/// left out. Whatever cites a right asks this first, and again before it goes out (domain.md §4.2, I34).
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn in_force(
    connection: &impl Connection,
    rights: &[Uuid],
    day: Date,
    country: Option<&str>,
) -> Result<HashMap<Uuid, std::result::Result<(), Lack>>> {
    let rows = store::ip_rights(connection, rights).await?;
    let judged = rows
        .into_iter()
        .map(|row| (row.id, rules::ip_right::in_force_on(&row, day, country)));
    Ok(judged.collect())
}

/// The authorised parties of `brand` that an offer's seller is, at a moment: by shop (and platform, where both name
/// one) or by name. Every part of the offer that is not known is `None`.
///
/// # Errors
/// `INTERNAL` or `UNAVAILABLE`.
pub async fn authorized_matches(
    connection: &impl Connection,
    brand: Uuid,
    platform: Option<&str>,
    shop_id: Option<&str>,
    seller_name: Option<&str>,
    at: Timestamp,
) -> Result<Vec<AuthorizedPartyRow>> {
    let parties = store::parties_of(connection, &[brand]).await?;
    let is_match = |party: &AuthorizedPartyRow| party.holds_at(at) && party.is_seller(platform, shop_id, seller_name);
    Ok(parties.into_iter().filter(is_match).collect())
}
