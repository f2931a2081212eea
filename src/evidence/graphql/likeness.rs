//! Pictures that look alike, as clients see them: suggestions, which tie nothing.

use async_graphql::{Context, SimpleObject};

use super::{item::EvidenceItem, loaders};
use crate::{
    app::App,
    evidence::{
        rules::EvidenceState,
        store::{self, ItemRow},
    },
    leads::graphql::Eyes,
    platform::{
        error::{ApiError, Result},
        graphql::from_context,
    },
};

/// How many are suggested where nothing is said.
const USUAL: i32 = 10;
/// How many are suggested at most.
const MOST: usize = 20;

/// Another piece of evidence whose picture looks like the one that was asked about.
#[derive(SimpleObject)]
pub struct PictureAlike {
    /// The other piece.
    evidence: EvidenceItem,
    /// In how many of 63 bits the two pictures differ: 0 where they look the same, 10 at most.
    distance: i32,
}

/// The pieces whose pictures look like a piece's that these eyes see, the nearest first; of the same distance, the latest.
pub(super) async fn pictures_alike(
    ctx: &Context<'_>,
    eyes: &Eyes,
    row: &ItemRow,
    first: Option<i32>,
) -> Result<Vec<PictureAlike>> {
    let wanted = usize::try_from(first.unwrap_or(USUAL)).ok();
    let wanted = wanted.filter(|wanted| (1..=MOST).contains(wanted));
    let wanted = wanted.ok_or_else(|| ApiError::input("first", format!("Ask for 1 to {MOST}.")))?;
    let Some(file) = row.file_id else { return Ok(Vec::new()) };
    if store::state_of(row)? != EvidenceState::Held {
        return Ok(Vec::new());
    }
    let app = from_context::<App>(ctx)?;
    let Some(own) = store::fingerprint_of(app.db.read(), file).await? else {
        return Ok(Vec::new());
    };
    let sight = loaders::sight(app, eyes);
    let alike = store::pictures_alike(app.db.read(), &sight, row.id, own, wanted).await?;
    let shown = alike.into_iter().map(|(distance, row)| {
        // How far it is tells something of it, whatever else is asked for.
        eyes.shows(row.lead_id, None);
        PictureAlike {
            evidence: EvidenceItem::of(row, eyes),
            distance,
        }
    });
    Ok(shown.collect())
}
