//! What screening says of a listing and a brand, as clients see it.

use async_graphql::{Context, ID, Object, SimpleObject};
use uuid::Uuid;

use super::enums::{GqlDismissal, GqlJudgement, GqlScreenedState, GqlStanding};
use crate::{
    app::App,
    leads::{
        graphql::{GqlInfringementType, Lead, Money, leads_seen},
        rules::InfringementType,
    },
    members::graphql::{Person, person},
    platform::{
        db::{code, json},
        error::Result,
        graphql::{from_context, id, scalars::DateTime},
        ids::IdKind,
        money,
    },
    rights::graphql::{Brand, brand},
    screening::{
        commands::{self, ScreenedRow, share_of},
        rules::{
            offer::Offer,
            queue::{Dismissal, ScreenedState, Standing},
            score::{Field, Finding},
        },
    },
    sessions,
};

/// One reason of a score.
#[derive(Debug, Clone, SimpleObject)]
pub struct ScreeningFinding {
    /// Which signal, such as `low_price`; the codes stand in the documentation of screening.
    signal: &'static str,
    /// The words as they were written, or the fact in words.
    words: String,
    /// Where the words stand: `title`, `text` or `seller`; null where it is no words.
    field: Option<&'static str>,
    /// How strong the signal is by itself, 0 to 1.
    strength: f64,
    /// What it adds to the sum that becomes the score.
    weight: f64,
}

impl From<Finding> for ScreeningFinding {
    fn from(finding: Finding) -> Self {
        Self {
            signal: finding.signal.into(),
            words: finding.words,
            field: finding.field.map(|field| match field {
                Field::Title => "title",
                Field::Text => "text",
                Field::Seller => "seller",
            }),
            strength: finding.strength,
            weight: finding.weight,
        }
    }
}

/// What screening says of a listing and a brand, and what became of it.
#[derive(Clone)]
pub struct ScreenedListing {
    row: ScreenedRow,
    offer: Offer,
    lead: Option<Lead>,
    owner: Option<Uuid>,
}

/// What is shown of rows, in their order and by few statements: their listings, leads and brands' owners.
///
/// # Errors
/// `UNAUTHENTICATED`, `INTERNAL` or `UNAVAILABLE`.
pub(super) async fn shown(ctx: &Context<'_>, rows: Vec<ScreenedRow>) -> Result<Vec<ScreenedListing>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let app = from_context::<App>(ctx)?;
    let offers = commands::listings_shown(app, &rows).await?;
    let owners = commands::owners_shown(app, &rows).await?;
    let leads: Vec<Uuid> = rows.iter().filter_map(|row| row.lead_id).collect();
    let leads = leads_seen(ctx, &leads).await?;
    let one = |row: ScreenedRow| ScreenedListing {
        // Two brands may be named by one listing.
        offer: offers.get(&row.listing_id).cloned().unwrap_or_default(),
        lead: row.lead_id.and_then(|lead| leads.get(&lead).cloned()),
        owner: owners.get(&row.brand_id).copied(),
        row,
    };
    Ok(rows.into_iter().map(one).collect())
}

/// [`shown`] of one row.
///
/// # Errors
/// As [`shown`].
pub(super) async fn shown_one(ctx: &Context<'_>, row: ScreenedRow) -> Result<Option<ScreenedListing>> {
    Ok(shown(ctx, vec![row]).await?.pop())
}

impl ScreenedListing {
    fn state(&self) -> Result<ScreenedState> {
        code(&self.row.state)
    }

    fn allowed(&self, ctx: &Context<'_>) -> Result<(Vec<GqlJudgement>, bool)> {
        let Some(owner) = self.owner else {
            return Ok((Vec::new(), false));
        };
        let (app, viewer) = (from_context::<App>(ctx)?, sessions::viewer(ctx)?);
        let (judgements, undo) = commands::allowed(app, viewer, (owner, self.row.brand_id), self.state()?);
        Ok((judgements.into_iter().map(Into::into).collect(), undo))
    }
}

/// What screening says of a listing and a brand, and what became of it.
#[Object]
impl ScreenedListing {
    /// Opaque id.
    async fn id(&self) -> ID {
        id(IdKind::ScreenedListing, self.row.id)
    }

    /// The brand it is about; a listing that names several has a result for each.
    async fn brand(&self, ctx: &Context<'_>) -> Result<Brand> {
        brand(ctx, self.row.brand_id).await
    }

    /// Its title.
    async fn title(&self) -> &str {
        &self.row.title
    }

    /// Its description; null where none came with it.
    async fn text(&self) -> Option<&str> {
        self.offer.text.as_deref()
    }

    /// Its address; null where none came with it.
    async fn url(&self) -> Option<&str> {
        self.offer.url.as_deref()
    }

    /// The platform; null where neither the address nor who handed it in told it.
    async fn platform(&self) -> Option<&str> {
        self.offer.platform.as_deref()
    }

    /// The platform's own id of it; null where it is not known.
    async fn listing_id(&self) -> Option<&str> {
        self.offer.listing_id.as_deref()
    }

    /// The seller's name; null where it is not known.
    async fn seller(&self) -> Option<&str> {
        self.offer.seller.as_deref()
    }

    /// The seller's shop id; null where it is not known.
    async fn shop_id(&self) -> Option<&str> {
        self.offer.shop_id.as_deref()
    }

    /// What all units together are offered for; null where it is not known.
    async fn price(&self) -> Option<Money> {
        let minor = self.offer.price_minor?;
        let currency = self.offer.currency.clone()?;
        Some(money::Money { minor, currency }.into())
    }

    /// Web addresses of its pictures, where they are kept by the platform; at most 8.
    async fn picture_urls(&self) -> &[String] {
        &self.offer.pictures
    }

    /// How likely it infringes, 0 to 1.
    async fn score(&self) -> f64 {
        share_of(self.row.score)
    }

    /// From where on it was likely enough, 0 to 1.
    async fn threshold(&self) -> f64 {
        share_of(self.row.threshold)
    }

    /// The reasons, and what each adds.
    async fn findings(&self) -> Result<Vec<ScreeningFinding>> {
        let findings: Vec<Finding> = json(&self.row.findings)?;
        Ok(findings.into_iter().map(Into::into).collect())
    }

    /// What screening found.
    async fn disposition(&self) -> Result<GqlStanding> {
        Ok(code::<Standing>(&self.row.disposition)?.into())
    }

    /// Which kinds of infringement it would be; empty unless it is a suspect.
    async fn infringement_types(&self) -> Result<Vec<GqlInfringementType>> {
        let types: Vec<InfringementType> = json(&self.row.infringements)?;
        Ok(types.into_iter().map(Into::into).collect())
    }

    /// Name of the version of the model that weighed it.
    async fn model(&self) -> &str {
        &self.row.model
    }

    /// Number of the brand's release that held then; 0 before its first.
    async fn release_number(&self) -> i32 {
        self.row.release_number
    }

    /// By what it was recognised as a listing that was removed within 90 days; null where it was not.
    async fn relisted_of(&self) -> Option<&str> {
        self.row.relisted_of.as_deref()
    }

    /// Whether its seller is on the watch list of the brand's owner.
    async fn watched(&self) -> bool {
        self.row.watched
    }

    /// Where it stands.
    #[graphql(name = "state")]
    async fn standing(&self) -> Result<GqlScreenedState> {
        Ok(self.state()?.into())
    }

    /// The lead that has it; null while there is none that the viewer sees.
    async fn lead(&self) -> Option<Lead> {
        self.lead.clone()
    }

    /// Why it was dismissed; null unless it was.
    async fn dismissal(&self) -> Result<Option<GqlDismissal>> {
        let dismissal = self.row.dismissal.as_deref().map(code::<Dismissal>).transpose()?;
        Ok(dismissal.map(Into::into))
    }

    /// What was said to it; null where nothing was.
    async fn note(&self) -> Option<&str> {
        self.row.note.as_deref()
    }

    /// Who judged it; null where nobody has.
    async fn judged_by(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.row.judged_by {
            Some(by) => person(ctx, by).await.map(Some),
            None => Ok(None),
        }
    }

    /// When that was; null where nobody has.
    async fn judged_at(&self) -> Option<DateTime> {
        self.row.judged_at.map(Into::into)
    }

    /// What the viewer may say to it as it stands.
    async fn allowed_judgements(&self, ctx: &Context<'_>) -> Result<Vec<GqlJudgement>> {
        Ok(self.allowed(ctx)?.0)
    }

    /// Whether the viewer may take back what was said to it.
    async fn may_undo(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(self.allowed(ctx)?.1)
    }

    /// To be given with every change.
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// When it was screened.
    async fn created_at(&self) -> DateTime {
        self.row.created_at.into()
    }
}
