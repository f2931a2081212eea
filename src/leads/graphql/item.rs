//! An item of a lead, as clients see it, and amounts of money.

use std::sync::Arc;

use async_graphql::{Context, ID, InputType as _, Object, SimpleObject, Value};
use uuid::Uuid;

use super::loaders::{self, Eyes, ItemKey};
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

impl From<money::Money> for Money {
    fn from(money: money::Money) -> Self {
        Self {
            amount: Decimal(money.amount()),
            currency: money.currency,
        }
    }
}

/// One listing or product of a lead.
#[derive(Clone)]
pub struct ItemFields {
    pub(super) row: Arc<ItemRow>,
    eyes: Eyes,
}

/// An item in the graph.
pub type LeadItem = Plain<ItemFields>;

impl Known for ItemFields {
    fn known(&self, field: &str) -> Option<Value> {
        Some(match field {
            "id" => id(IdKind::Item, self.row.id).to_value(),
            "title" => self.row.title.to_value(),
            "url" => self.row.url.to_value(),
            "platform" => self.row.platform.to_value(),
            "listingId" => self.row.listing_id.to_value(),
            "canonicalUrl" => self.row.canonical_url.to_value(),
            "seller" => self.row.seller.to_value(),
            "shopId" => self.row.shop_id.to_value(),
            "capturedAt" => self.row.captured_at.map(DateTime::from).to_value(),
            _ => return None,
        })
    }

    fn shown(&self) {
        self.eyes.shows(self.row.lead_id, None);
    }
}

impl LeadItem {
    /// Its id within.
    pub(crate) fn key(&self) -> uuid::Uuid {
        self.0.row.id
    }

    /// The object of a row that these eyes see.
    pub(super) fn of(row: Arc<ItemRow>, eyes: &Eyes) -> Self {
        Plain(ItemFields {
            row,
            eyes: eyes.clone(),
        })
    }

    /// The item of an id that these eyes see, through the request's loader.
    pub(crate) async fn load(ctx: &Context<'_>, eyes: &Eyes, item: Uuid) -> Result<Option<Self>> {
        let row = loaders::of(ctx)?.load_one(ItemKey(eyes.clone(), item)).await?;
        Ok(row.map(|row| Self::of(row, eyes)))
    }
}

/// One listing or product of a lead.
#[Object(name = "LeadItem")]
impl ItemFields {
    /// Opaque id.
    pub async fn id(&self) -> ID {
        id(IdKind::Item, self.row.id)
    }

    /// The listing's title.
    async fn title(&self) -> &str {
        &self.row.title
    }

    /// The address as it was given; null where there is none.
    async fn url(&self) -> Option<&str> {
        self.row.url.as_deref()
    }

    /// The platform, such as `taobao` or `amazon.com.br`; null where there is no address.
    async fn platform(&self) -> Option<&str> {
        self.row.platform.as_deref()
    }

    /// The platform's own id; null where the address does not tell.
    async fn listing_id(&self) -> Option<&str> {
        self.row.listing_id.as_deref()
    }

    /// The address without anything that does not help to find the page; null where there is none.
    async fn canonical_url(&self) -> Option<&str> {
        self.row.canonical_url.as_deref()
    }

    /// The seller's name on the platform; null where unknown.
    async fn seller(&self) -> Option<&str> {
        self.row.seller.as_deref()
    }

    /// The seller's shop id on the platform; null where unknown.
    async fn shop_id(&self) -> Option<&str> {
        self.row.shop_id.as_deref()
    }

    /// What it is offered for; null where unknown.
    async fn price(&self) -> Option<Money> {
        Money::of(self.row.price_minor, self.row.price_currency.as_ref())
    }

    /// When the listing was looked at; null where unknown.
    async fn captured_at(&self) -> Option<DateTime> {
        self.row.captured_at.map(Into::into)
    }

    /// The brand it concerns; null where nobody has said.
    async fn brand(&self, ctx: &Context<'_>) -> Result<Option<Brand>> {
        match self.row.brand_id {
            Some(key) => brand(ctx, key).await.map(Some),
            None => Ok(None),
        }
    }
}
