//! Use cases of rights: one transaction each, and the reads behind the resolvers.

mod brand;
mod certificate;
mod certificate_bytes;
mod check;
mod document;
mod document_bytes;
mod forged;
mod import;
mod ip_right;
mod ip_rights;
mod party;
mod power;
mod registry;
mod reminders;

pub use brand::{CreateBrand, create_brand, retire_brand};
pub use certificate::{
    AddCertificate, CertificateLink, PresentedCertificate, add_certificate, open_certificate, remove_certificate,
};
pub use certificate_bytes::{CertificateFault, CertificateReport, fetch_certificate, verify_certificates};
pub use check::{KnownBy, check_authorization};
pub use document::{AddDocument, DocumentLink, PresentedDocument, add_document, open_document, withdraw_document};
pub use document_bytes::{fetch_document, verify_documents};
pub use forged::{forged_powers, may_report, report_forged_power};
pub use import::{ImportIpRights, ImportOutcome, ImportedIpRight, import_ip_rights};
pub use ip_right::{
    CreateIpRight, change_ip_right, create_ip_right, discard_ip_right, invalidate_ip_right, renew_ip_right,
    update_ip_right,
};
pub use ip_rights::{IpRights, WantedIpRights, count_ip_rights, list_ip_rights, other_holders, visible_ip_right};
pub use party::{AddAuthorizedParty, add_authorized_party, revoke_authorized_party};
pub use power::{SubmitPowerOfAttorney, change_power_of_attorney, submit_power_of_attorney};
pub use registry::{
    Brands, brands_met, count_brands, list_brands, parties_of_brands, powers_of_organizations, visible_brands,
    visible_party, visible_power,
};

pub use super::store::IpRightOrder;
pub use reminders::{remind, reminded};

use uuid::Uuid;

use crate::{
    app::App,
    audit::{self, Act, Actor},
    members::{self, OrganizationRow, OrganizationState, rules::Reach},
    permissions::Viewer,
    platform::{
        db::Tx,
        error::{ApiError, ErrorCode, Result},
    },
    rights::{rules::BrandRow, store},
};

fn check_version(found: i32, expected: i32) -> Result<()> {
    if found == expected {
        Ok(())
    } else {
        Err(ErrorCode::StaleVersion.into())
    }
}

fn first(ids: &[Uuid]) -> Result<Uuid> {
    let id = ids.first().copied();
    id.ok_or_else(|| ApiError::internal("an idempotency key without a result"))
}

/// An organisation that the viewer's directory has.
async fn seen_organization(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<OrganizationRow> {
    let row = members::organizations_by_ids(tx.connection(), &[id]).await?.pop();
    row.filter(|row| Reach::directory(viewer).sees(row.id, row.state == OrganizationState::Active))
        .ok_or_else(ApiError::not_found)
}

/// A brand that the viewer's directory has.
async fn seen_brand(tx: &Tx, viewer: &Viewer, id: Uuid) -> Result<BrandRow> {
    let row = store::brand(tx.connection(), id)
        .await?
        .ok_or_else(ApiError::not_found)?;
    seen_organization(tx, viewer, row.organization_id).await?;
    if Reach::directory(viewer).sees(row.organization_id, row.active) {
        Ok(row)
    } else {
        Err(ApiError::not_found())
    }
}

/// Writes the audit entry and commits.
async fn finish(app: &App, tx: Tx, viewer: &Viewer, act: Act<'_>) -> Result<()> {
    let proof = audit::record(&tx, app.ids.as_ref(), Actor::Person(viewer), act).await?;
    tx.commit(proof).await
}
