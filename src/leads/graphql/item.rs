//! An item of a lead, as clients see it, and amounts of money.

use async_graphql::{ComplexObject, Context, ID, InputType as _, SimpleObject, Value};

use crate::{
    leads::store::ItemRow,
    platform::{
        error::Result,
        graphql::{
            Known, Plain, id,
            scalars::{DateTime, Decimal},
        },
        ids::IdKind,
        money,
    },
    rights::graphql::{Brand, brand},
};

/// An amount of money.
#[derive(Debug, Clone, SimpleObject)]
pub struct Money {
    /// The amount, with the currency's decimal places.
    amount: Decimal,
    /// ISO 4217 code.
    currency: String,
}

impl Money {
    pub(super) fn of(minor: Option<i64>, currency: Option<&String>) -> Option<Self> {
        let money = money::Money {
            minor: minor?,
            currency: currency?.clone(),
        };
        Some(Self {
            amount: Decimal(money.amount()),
            currency: money.currency,
        })
    }
}

/// One listing or product of a lead.
#[derive(Clone, SimpleObject)]
#[graphql(complex, name = "LeadItem")]
pub struct ItemFields {
    #[graphql(skip)]
    pub(super) row: ItemRow,
    /// The listing's title.
    title: String,
    /// The address as it was given; null where there is none.
    url: Option<String>,
    /// The platform, such as `taobao` or `amazon.com.br`; null where there is no address.
    platform: Option<String>,
    /// The platform's own id; null where the address does not tell.
    listing_id: Option<String>,
    /// The address without anything that does not help to find the page; null where there is none.
    canonical_url: Option<String>,
    /// The seller's name on the platform; null where unknown.
    seller: Option<String>,
    /// The seller's shop id on the platform; null where unknown.
    shop_id: Option<String>,
    /// What it is offered for; null where unknown.
    price: Option<Money>,
    /// When the listing was looked at; null where unknown.
    captured_at: Option<DateTime>,
}

/// An item in the graph.
pub type LeadItem = Plain<ItemFields>;

impl Known for ItemFields {
    fn known(&self, field: &str) -> Option<Value> {
        Some(match field {
            "id" => id(IdKind::Item, self.row.id).to_value(),
            "title" => self.title.to_value(),
            "url" => self.url.to_value(),
            "platform" => self.platform.to_value(),
            "listingId" => self.listing_id.to_value(),
            "canonicalUrl" => self.canonical_url.to_value(),
            "seller" => self.seller.to_value(),
            "shopId" => self.shop_id.to_value(),
            "capturedAt" => self.captured_at.to_value(),
            _ => return None,
        })
    }
}

impl LeadItem {
    pub(super) fn of(row: ItemRow) -> Self {
        Plain(ItemFields {
            title: row.title.clone(),
            url: row.url.clone(),
            platform: row.platform.clone(),
            listing_id: row.listing_id.clone(),
            canonical_url: row.canonical_url.clone(),
            seller: row.seller.clone(),
            shop_id: row.shop_id.clone(),
            price: Money::of(row.price_minor, row.price_currency.as_ref()),
            captured_at: row.captured_at.map(Into::into),
            row,
        })
    }
}

#[ComplexObject]
impl ItemFields {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Item, self.row.id)
    }

    /// The brand it concerns; null where nobody has said.
    async fn brand(&self, ctx: &Context<'_>) -> Result<Option<Brand>> {
        match self.row.brand_id {
            Some(key) => brand(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }
}
