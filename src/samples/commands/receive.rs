//! Goods arrive: each becomes evidence, and a sample.

use jiff::tz::TimeZone;
use uuid::Uuid;

use crate::{
    app::App,
    evidence::{self, NewSample},
    permissions::Viewer,
    platform::{
        clock::micros,
        db::Tx,
        error::{ApiError, ErrorCode, Result},
        ids,
    },
    purchases, rights,
    samples::{
        rules,
        store::{self, SampleRow},
    },
};

/// Goods that arrived.
#[derive(Debug, Clone)]
pub struct Receipt {
    /// Of which purchase.
    pub purchase: Uuid,
    /// Of which lead.
    pub lead: Uuid,
    /// The item of the lead that was bought.
    pub lead_item: Option<Uuid>,
    /// Whose purchase it is.
    pub organization: Uuid,
    /// How many.
    pub count: u16,
    /// The number of the seal of each.
    pub seals: Vec<String>,
    /// What they are, as they were bought.
    pub label: String,
    /// Where they are kept.
    pub place: Option<String>,
}

/// Makes evidence and a sample of each of the goods, in the viewer's hand, in the caller's transaction; gives the samples in the
/// order of their seals. Who may receive a purchase, the caller has decided.
///
/// # Errors
/// `BAD_USER_INPUT` where there is not one seal each; `NOT_FOUND` where there is no such purchase.
pub async fn receive(app: &App, tx: &Tx, viewer: &Viewer, receipt: Receipt) -> Result<Vec<Uuid>> {
    if receipt.seals.len() != usize::from(receipt.count) {
        return Err(ApiError::input(
            "seals",
            "Give the number of one seal for each of them.",
        ));
    }
    let facts = purchases::facts(tx.connection(), &[receipt.purchase]).await?.pop();
    let brand = facts.ok_or(ErrorCode::NotFound)?.brand;
    // The title is that of the listing, which leads to the seller: an appraiser, and who finds the box, learns the brand alone.
    let named = rights::brands_by_ids(tx.connection(), &[brand]).await?.pop();
    let label = named.ok_or(ErrorCode::NotFound)?.name;
    let before = store::samples_of_purchases(tx.connection(), &[receipt.purchase])
        .await?
        .len();
    let first = i32::try_from(before).map_err(ApiError::internal)?;
    let year = tx.now().to_zoned(TimeZone::UTC).year() % 100;
    let years = purchases::terms_at(tx.connection(), tx.now()).await?.retention_years;
    let kept_until = rules::retained_until(tx.now(), years)?;
    let mut made = Vec::with_capacity(receipt.seals.len());
    for (number, seal) in (first + 1..).zip(&receipt.seals) {
        let new = NewSample {
            lead: receipt.lead,
            item: receipt.lead_item,
            title: &receipt.label,
            seal,
            kept_until,
        };
        let evidence = evidence::keep_sample(app, tx, viewer, new).await?;
        let row = SampleRow {
            id: app.ids.id(tx.now()),
            reference: ids::reference("SP", year, app.ids.secret()),
            purchase_id: receipt.purchase,
            evidence_id: evidence,
            lead_id: receipt.lead,
            organization_id: receipt.organization,
            brand_id: brand,
            number,
            label: label.clone(),
            place: receipt.place.clone(),
            received_at: micros(tx.now()),
            retained_until: Some(kept_until),
            disposal: None,
            disposed_at: None,
            disposed_by: None,
            disposal_note: None,
            quality_due: false,
            retention_told_at: None,
            version: 1,
        };
        made.push(row.id);
        store::sample_insert(tx, row).await?;
    }
    Ok(made)
}
