//! The loaders of rights: what a request asks for one by one is read together.

use std::{
    collections::HashMap,
    hash::{Hash, Hasher},
    sync::Arc,
};

use async_graphql::{Context, dataloader::Loader};
use uuid::Uuid;

use crate::{
    app::App,
    permissions::Viewer,
    platform::{
        error::{ApiError, Result},
        graphql::Batching,
    },
    rights::{
        self, AuthorizedPartyRow, BrandRow, PowerOfAttorneyRow, commands,
        rules::{certificate::CertificateRow, document::DocumentRow},
        store::{self, BadFaithRow},
    },
};

/// Reads brands by id.
pub struct BrandLoader(Arc<App>);

impl Loader<Uuid> for BrandLoader {
    type Value = BrandRow;
    type Error = ApiError;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, BrandRow>> {
        let rows = rights::brands_by_ids(self.0.db.read(), keys).await?;
        Ok(rows.into_iter().map(|row| (row.id, row)).collect())
    }
}

/// Reads the authorised parties of brands.
pub(super) struct PartyLoader(Arc<App>);

impl Loader<Uuid> for PartyLoader {
    type Value = Vec<AuthorizedPartyRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Vec<AuthorizedPartyRow>>> {
        commands::parties_of_brands(&self.0, keys).await
    }
}

/// A viewer who may have come across a brand.
#[derive(Debug, Clone)]
pub(super) struct Encounter {
    viewer: Arc<Viewer>,
    brand: Uuid,
}

impl Encounter {
    pub(super) fn new(viewer: Arc<Viewer>, brand: Uuid) -> Self {
        Self { viewer, brand }
    }
}

impl PartialEq for Encounter {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.viewer, &other.viewer) && self.brand == other.brand
    }
}

impl Eq for Encounter {}

impl Hash for Encounter {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::ptr::hash(Arc::as_ptr(&self.viewer), state);
        self.brand.hash(state);
    }
}

/// Finds which brands viewers see items of.
pub(super) struct MetLoader(Arc<App>);

impl Loader<Encounter> for MetLoader {
    type Value = ();
    type Error = ApiError;

    async fn load(&self, keys: &[Encounter]) -> Result<HashMap<Encounter, ()>> {
        let mut found = HashMap::new();
        let mut rest = keys.to_vec();
        while let Some(viewer) = rest.first().map(|key| Arc::clone(&key.viewer)) {
            let (theirs, others): (Vec<_>, Vec<_>) =
                rest.into_iter().partition(|key| Arc::ptr_eq(&key.viewer, &viewer));
            let brands: Vec<Uuid> = theirs.iter().map(|key| key.brand).collect();
            let met = commands::brands_met(&self.0, &viewer, &brands).await?;
            found.extend(
                theirs
                    .into_iter()
                    .filter(|key| met.contains(&key.brand))
                    .map(|key| (key, ())),
            );
            rest = others;
        }
        Ok(found)
    }
}

/// Reads the brands that viewers may be shown.
pub(super) struct ShownLoader(Arc<App>);

impl Loader<Encounter> for ShownLoader {
    type Value = BrandRow;
    type Error = ApiError;

    async fn load(&self, keys: &[Encounter]) -> Result<HashMap<Encounter, BrandRow>> {
        let mut found = HashMap::new();
        let mut rest = keys.to_vec();
        while let Some(viewer) = rest.first().map(|key| Arc::clone(&key.viewer)) {
            let (theirs, others): (Vec<_>, Vec<_>) =
                rest.into_iter().partition(|key| Arc::ptr_eq(&key.viewer, &viewer));
            let brands: Vec<Uuid> = theirs.iter().map(|key| key.brand).collect();
            for row in commands::visible_brands(&self.0, &viewer, &brands).await? {
                found.insert(Encounter::new(Arc::clone(&viewer), row.id), row);
            }
            rest = others;
        }
        Ok(found)
    }
}

/// Reads the powers of attorney of organisations.
pub(super) struct PowerLoader(Arc<App>);

impl Loader<Uuid> for PowerLoader {
    type Value = Vec<PowerOfAttorneyRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Vec<PowerOfAttorneyRow>>> {
        commands::powers_of_organizations(&self.0, keys).await
    }
}

/// Finds who else says to hold rights.
pub(super) struct ClaimLoader(Arc<App>);

impl Loader<Uuid> for ClaimLoader {
    type Value = Vec<Uuid>;
    type Error = ApiError;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Vec<Uuid>>> {
        commands::other_holders(&self.0, keys).await
    }
}

/// Reads the certificates of rights that were seen.
pub(super) struct CertificateLoader(Arc<App>);

impl Loader<Uuid> for CertificateLoader {
    type Value = Vec<CertificateRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Vec<CertificateRow>>> {
        let mut lists: HashMap<Uuid, Vec<CertificateRow>> = HashMap::new();
        for row in store::certificates_of(self.0.db.read(), keys).await? {
            lists.entry(row.right_id).or_default().push(row);
        }
        Ok(lists)
    }
}

/// Reads the documents of authorised parties and powers of attorney that were seen, by the id of either.
pub(super) struct DocumentLoader(Arc<App>);

impl Loader<Uuid> for DocumentLoader {
    type Value = Vec<DocumentRow>;
    type Error = ApiError;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Vec<DocumentRow>>> {
        let mut lists: HashMap<Uuid, Vec<DocumentRow>> = HashMap::new();
        for row in store::documents_of(self.0.db.read(), keys).await? {
            lists.entry(row.of.id()).or_default().push(row);
        }
        Ok(lists)
    }
}

/// Reads which powers of attorney were reported as forged.
pub(super) struct ForgedLoader(Arc<App>);

impl Loader<Uuid> for ForgedLoader {
    type Value = BadFaithRow;
    type Error = ApiError;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, BadFaithRow>> {
        let rows = commands::forged_powers(&self.0, keys).await?;
        Ok(rows.into_iter().map(|row| (row.power_id, row)).collect())
    }
}

/// The loaders of one request.
pub struct Loaders {
    pub(super) brands: Batching<BrandLoader>,
    pub(super) parties: Batching<PartyLoader>,
    pub(super) met: Batching<MetLoader>,
    pub(super) shown: Batching<ShownLoader>,
    pub(super) powers: Batching<PowerLoader>,
    pub(super) claims: Batching<ClaimLoader>,
    pub(super) certificates: Batching<CertificateLoader>,
    pub(super) documents: Batching<DocumentLoader>,
    pub(super) forged: Batching<ForgedLoader>,
}

/// The loaders of rights, to be put into the data of each request; `reads` where it changes nothing.
#[must_use]
pub fn loaders(app: &Arc<App>, reads: bool) -> Loaders {
    Loaders {
        brands: Batching::new(BrandLoader(Arc::clone(app)), reads),
        parties: Batching::new(PartyLoader(Arc::clone(app)), reads),
        met: Batching::new(MetLoader(Arc::clone(app)), reads),
        shown: Batching::new(ShownLoader(Arc::clone(app)), reads),
        powers: Batching::new(PowerLoader(Arc::clone(app)), reads),
        claims: Batching::new(ClaimLoader(Arc::clone(app)), reads),
        certificates: Batching::new(CertificateLoader(Arc::clone(app)), reads),
        documents: Batching::new(DocumentLoader(Arc::clone(app)), reads),
        forged: Batching::new(ForgedLoader(Arc::clone(app)), reads),
    }
}

/// The loaders of this request.
pub(super) fn of<'a>(ctx: &Context<'a>) -> Result<&'a Loaders> {
    ctx.data::<Loaders>().map_err(|error| ApiError::internal(error.message))
}
