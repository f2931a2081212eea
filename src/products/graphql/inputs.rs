//! What clients send about product sheets.

use async_graphql::{ID, InputObject, OneofObject};

use super::enums::{GqlCompanyContactRole, GqlDetectability, GqlPictureSide};
use crate::{
    leads::graphql::{GqlTlp, MoneyInput},
    platform::{
        error::Result,
        graphql::{scalars::Date, uuid, uuids},
        ids::IdKind,
    },
    products::{
        commands::{AddPicture, CreateProduct, GrantProduct, PictureOf},
        rules::{NewContact, NewFeature, NewPrice, NewProduct},
    },
    referrals::graphql::GqlValuationBasis,
};

/// What a genuine product costs.
#[derive(InputObject)]
pub(super) struct GenuinePriceInput {
    /// The amount, more than nothing.
    price: MoneyInput,
    /// On what it rests.
    basis: GqlValuationBasis,
    /// Where it was found, at most 300 characters.
    source: Option<String>,
    /// When it was found.
    found_on: Date,
}

/// What is written in a product sheet.
#[derive(InputObject)]
pub(super) struct ProductInput {
    /// The manufacturer's number of the model, at most 200 characters; unique within the brand.
    model_number: String,
    /// Its name, at most 200 characters.
    name: String,
    /// Its Global Trade Item Number, 8, 12, 13 or 14 digits of which the last one checks the others.
    gtin: Option<String>,
    /// What it is, at most 4,000 characters.
    description: Option<String>,
    /// What a genuine one costs.
    genuine_price: Option<GenuinePriceInput>,
    /// How it is packed, at most 4,000 characters.
    packaging: Option<String>,
    /// By which ways genuine goods come, at most 50, of at most 300 characters each.
    routes: Option<Vec<String>>,
    /// Who sells genuine goods, at most 50, of at most 300 characters each.
    sellers: Option<Vec<String>>,
    /// Below how many pieces nobody genuine ships.
    minimum_quantity: Option<i32>,
}

impl ProductInput {
    fn read(self) -> NewProduct {
        let price = |input: GenuinePriceInput| {
            let (amount, currency) = input.price.parts();
            NewPrice {
                amount,
                currency,
                basis: input.basis.into(),
                source: input.source,
                on: input.found_on.0,
            }
        };
        NewProduct {
            model_number: self.model_number,
            name: self.name,
            gtin: self.gtin,
            description: self.description,
            price: self.genuine_price.map(price),
            packaging: self.packaging,
            routes: self.routes.unwrap_or_default(),
            sellers: self.sellers.unwrap_or_default(),
            minimum_quantity: self.minimum_quantity,
        }
    }
}

/// A product sheet to write.
#[derive(InputObject)]
pub(super) struct CreateProductInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// The brand.
    brand_id: ID,
    /// What is written in it.
    product: ProductInput,
}

impl CreateProductInput {
    pub(super) fn command(self) -> Result<CreateProduct> {
        Ok(CreateProduct {
            brand: uuid(IdKind::Brand, &self.brand_id)?,
            product: self.product.read(),
        })
    }
}

/// A product sheet to write anew.
#[derive(InputObject)]
pub(super) struct UpdateProductInput {
    /// Which one.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// What is written in it from now on; what is left out is gone.
    product: ProductInput,
}

impl UpdateProductInput {
    pub(super) fn product(self) -> NewProduct {
        self.product.read()
    }
}

/// A step of a product sheet, of a feature, or of what belongs to a right holder.
#[derive(InputObject)]
pub(super) struct ProductTransitionInput {
    /// Which one.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
}

/// Enforcers, all of them or those of some countries.
#[derive(InputObject)]
pub(super) struct EnforcersInput {
    /// Their countries, ISO 3166-1 alpha-2, at most 60; of all countries where none is named.
    countries: Option<Vec<String>>,
}

/// To whom a sheet is opened; exactly one.
#[derive(OneofObject)]
pub(super) enum ProductReaderInput {
    /// An agency of law enforcement, a laboratory or the secretariat.
    OrganizationId(ID),
    /// Enforcers; administrators open to them.
    Enforcers(EnforcersInput),
}

/// A sheet to open to somebody.
#[derive(InputObject)]
pub(super) struct GrantProductInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// The sheet.
    product_id: ID,
    /// To whom.
    to: ProductReaderInput,
}

impl GrantProductInput {
    pub(super) fn command(self) -> Result<GrantProduct> {
        let (organization, countries) = match self.to {
            ProductReaderInput::OrganizationId(id) => (Some(uuid(IdKind::Org, &id)?), Vec::new()),
            ProductReaderInput::Enforcers(enforcers) => (None, enforcers.countries.unwrap_or_default()),
        };
        Ok(GrantProduct {
            product: uuid(IdKind::Product, &self.product_id)?,
            organization,
            countries,
        })
    }
}

/// A grant to take back.
#[derive(InputObject)]
pub(super) struct RevokeProductGrantInput {
    /// Which one.
    pub(super) id: ID,
}

/// What tells fakes apart.
#[derive(InputObject)]
pub(super) struct FeatureInput {
    /// Where to look, at most 200 characters; everybody who sees the feature reads it, so it gives nothing away.
    feature: String,
    /// What the genuine article has there, at most 2,000 characters.
    genuine: String,
    /// What fakes have there, at most 2,000 characters.
    fake: String,
    /// How it is found out: what is not plain to see is RED.
    detectability: GqlDetectability,
    /// How far it may travel; AMBER+STRICT where it is left out, never further than before.
    tlp: Option<GqlTlp>,
    /// The people who are named for it where it is RED, at most 50, at least one of the holder; who writes it where it is left out.
    reader_ids: Option<Vec<ID>>,
}

impl FeatureInput {
    pub(super) fn read(self) -> Result<NewFeature> {
        Ok(NewFeature {
            feature: self.feature,
            genuine: self.genuine,
            fake: self.fake,
            detectability: self.detectability.into(),
            tlp: self.tlp.map(Into::into),
            readers: uuids(IdKind::Person, &self.reader_ids.unwrap_or_default())?,
        })
    }
}

/// A feature to write.
#[derive(InputObject)]
pub(super) struct AddFakeFeatureInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// The sheet.
    pub(super) product_id: ID,
    /// What tells fakes apart.
    pub(super) feature: FeatureInput,
}

/// A feature to write anew.
#[derive(InputObject)]
pub(super) struct UpdateFakeFeatureInput {
    /// Which one.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// What tells fakes apart from now on.
    pub(super) feature: FeatureInput,
}

/// A feature to see with all that is written in it.
#[derive(InputObject)]
pub(super) struct RevealFakeFeatureInput {
    /// Which one.
    pub(super) id: ID,
    /// What for, 1 to 1,000 characters; kept in the audit log.
    pub(super) purpose: String,
}

/// What a picture is of; exactly one.
#[derive(OneofObject)]
pub(super) enum PictureOfInput {
    /// A product as a whole.
    ProductId(ID),
    /// One side of a feature.
    FeatureId(ID),
}

/// A picture to add.
#[derive(InputObject)]
pub(super) struct AddProductPictureInput {
    /// Of what.
    of: PictureOfInput,
    /// The version of that which was seen.
    expected_version: i32,
    /// What it shows.
    side: GqlPictureSide,
    /// What `POST /files` answered: a JPEG, PNG or WebP of at most 20 MiB.
    upload_id: ID,
    /// What is to be seen on it, at most 200 characters.
    caption: Option<String>,
}

impl AddProductPictureInput {
    pub(super) fn command(self) -> Result<AddPicture> {
        let of = match self.of {
            PictureOfInput::ProductId(id) => PictureOf::Product(uuid(IdKind::Product, &id)?),
            PictureOfInput::FeatureId(id) => PictureOf::Feature(uuid(IdKind::Feature, &id)?),
        };
        Ok(AddPicture {
            of,
            expected_version: self.expected_version,
            side: self.side.into(),
            upload: uuid(IdKind::Upload, &self.upload_id)?,
            caption: self.caption,
        })
    }
}

/// A picture to remove.
#[derive(InputObject)]
pub(super) struct RemoveProductPictureInput {
    /// Which one.
    pub(super) id: ID,
    /// The version of the sheet or the feature that it is of.
    pub(super) expected_version: i32,
}

/// A picture to open.
#[derive(InputObject)]
pub(super) struct OpenProductPictureInput {
    /// Which one.
    pub(super) id: ID,
    /// What for, at most 1,000 characters; needed where it is of a RED feature, and kept in the audit log.
    pub(super) purpose: Option<String>,
}

/// Whom enforcers call.
#[derive(InputObject)]
pub(super) struct ContactInput {
    /// For what.
    role: GqlCompanyContactRole,
    /// Whom: a person or a desk, at most 100 characters.
    name: String,
    /// The mail address; this or a telephone number has to be given.
    email: Option<String>,
    /// The telephone number, at most 40 characters.
    phone: Option<String>,
    /// In which languages, at most 10 language tags such as `zh-Hans`.
    languages: Option<Vec<String>>,
    /// In whose time, a zone of the tz database.
    time_zone: String,
    /// At which hours, at most 200 characters.
    hours: Option<String>,
}

impl ContactInput {
    pub(super) fn read(self) -> NewContact {
        NewContact {
            role: self.role.into(),
            name: self.name,
            email: self.email,
            phone: self.phone,
            languages: self.languages.unwrap_or_default(),
            time_zone: self.time_zone,
            hours: self.hours,
        }
    }
}

/// Somebody whom enforcers are to call.
#[derive(InputObject)]
pub(super) struct AddCompanyContactInput {
    /// 1 to 128 characters that stand for this call: the same key with the same input is done once.
    pub(super) idempotency_key: String,
    /// At which organisation; at the viewer's own where it is left out.
    pub(super) organization_id: Option<ID>,
    /// Whom.
    pub(super) contact: ContactInput,
}

/// Somebody whom enforcers call, written anew.
#[derive(InputObject)]
pub(super) struct UpdateCompanyContactInput {
    /// Which one.
    pub(super) id: ID,
    /// The version that was seen.
    pub(super) expected_version: i32,
    /// Whom, from now on.
    pub(super) contact: ContactInput,
}
