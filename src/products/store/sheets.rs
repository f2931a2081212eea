//! Sheets and whom they are opened to.

use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait as _, ConnectionTrait, DatabaseConnection, EntityTrait as _,
    IntoActiveModel as _, QueryFilter as _, QueryOrder as _,
};
use uuid::Uuid;

use crate::{
    audience::{self, Kind, Order, PageQuery, Sight},
    platform::{
        clock::micros,
        db::{Sql, Tx, claim_version, escaped},
        error::{ErrorCode, Result},
        graphql::connection::{MAX_COUNT, Page, PageArgs},
        text::fold,
    },
    products::rules::ProductState,
};
use entity::{product_grant, product_model};

/// A sheet's row.
pub(in crate::products) type ProductRow = product_model::Model;
/// A grant's row.
pub(in crate::products) type GrantRow = product_grant::Model;

/// Which sheets; what is left out does not narrow the list.
#[derive(Debug, Clone, Default)]
pub(in crate::products) struct ProductQuery {
    /// Of this right holder.
    pub(in crate::products) holder: Option<Uuid>,
    /// Of one of these brands.
    pub(in crate::products) brands: Vec<Uuid>,
    /// In one of these states.
    pub(in crate::products) states: Vec<ProductState>,
    /// With this GTIN, in the form it is kept in.
    pub(in crate::products) gtin: Option<String>,
    /// With this in the name, the model number or the GTIN.
    pub(in crate::products) search: Option<String>,
}

impl ProductQuery {
    fn filter(&self) -> Sql {
        let mut sql = Sql::default();
        if let Some(holder) = self.holder {
            sql.push(" AND o.organization_id = ").bind(holder);
        }
        if !self.brands.is_empty() {
            sql.push(" AND o.brand_id").among(self.brands.iter().copied());
        }
        if !self.states.is_empty() {
            sql.push(" AND o.state")
                .among(self.states.iter().map(|state| state.code()));
        }
        if let Some(gtin) = &self.gtin {
            sql.push(" AND o.gtin = ").bind(gtin.as_str());
        }
        if let Some(search) = &self.search {
            let pattern = format!("%{}%", escaped(&fold(search)));
            sql.push(" AND o.search_text LIKE ").bind(pattern).push(" ESCAPE '\\'");
        }
        sql
    }
}

/// A page of the sheets that a sight meets, the latest first.
pub(in crate::products) async fn product_page(
    connection: &DatabaseConnection,
    sight: &Sight,
    query: &ProductQuery,
    args: &PageArgs,
) -> Result<Page<ProductRow>> {
    let query = PageQuery {
        kind: Kind::Product,
        filter: &query.filter(),
        order: Order::CreatedAt,
        run: args.run(true),
    };
    let rows = audience::page::<product_model::Entity>(connection, sight, &query).await?;
    Ok(Page::cut(rows, args))
}

/// How many those are.
pub(in crate::products) async fn product_count(
    connection: &DatabaseConnection,
    sight: &Sight,
    query: &ProductQuery,
) -> Result<u64> {
    audience::count::<product_model::Entity>(connection, sight, Kind::Product, &query.filter(), MAX_COUNT + 1).await
}

/// The sheets with these ids that a sight meets, in any order.
pub(in crate::products) async fn products_seen(
    connection: &impl ConnectionTrait,
    sight: &Sight,
    ids: &[Uuid],
) -> Result<Vec<ProductRow>> {
    audience::objects::<product_model::Entity>(connection, sight, Kind::Product, ids).await
}

/// A sheet that a sight meets, which nobody changes until the transaction ends.
pub(in crate::products) async fn product_locked_seen(tx: &Tx, sight: &Sight, id: Uuid) -> Result<Option<ProductRow>> {
    audience::object_locked::<product_model::Entity>(tx, sight, Kind::Product, id).await
}

/// A sheet, whoever may see it.
pub(in crate::products) async fn product_any(
    connection: &impl ConnectionTrait,
    id: Uuid,
) -> Result<Option<ProductRow>> {
    Ok(product_model::Entity::find_by_id(id).one(connection).await?)
}

/// The sheet of a brand with this model number, whoever may see it.
pub(in crate::products) async fn product_of_number(
    connection: &impl ConnectionTrait,
    brand: Uuid,
    number: &str,
) -> Result<Option<ProductRow>> {
    Ok(product_model::Entity::find()
        .filter(product_model::Column::BrandId.eq(brand))
        .filter(product_model::Column::ModelNumber.eq(number))
        .one(connection)
        .await?)
}

/// The sheets of a right holder, the first one first, whoever may see them.
pub(in crate::products) async fn products_of_holder(
    connection: &impl ConnectionTrait,
    holder: Uuid,
) -> Result<Vec<ProductRow>> {
    Ok(product_model::Entity::find()
        .filter(product_model::Column::OrganizationId.eq(holder))
        .order_by_asc(product_model::Column::CreatedAt)
        .order_by_asc(product_model::Column::Id)
        .all(connection)
        .await?)
}

/// Keeps a new sheet.
pub(in crate::products) async fn product_insert(tx: &Tx, row: &ProductRow) -> Result<()> {
    product_model::Entity::insert(row.clone().into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Saves a sheet if nobody changed it since it was read; raises its version.
///
/// # Errors
/// `STALE_VERSION` where somebody did.
pub(in crate::products) async fn product_save(tx: &Tx, mut row: ProductRow) -> Result<ProductRow> {
    use product_model::Column;
    claim_version::<product_model::Entity>(tx, (Column::Id, row.id), (Column::Version, row.version)).await?;
    row.version += 1;
    row.updated_at = micros(tx.now());
    Ok(row.into_active_model().reset_all().update(tx.connection()).await?)
}

/// A grant, whoever may know of it.
pub(in crate::products) async fn grant(connection: &impl ConnectionTrait, id: Uuid) -> Result<Option<GrantRow>> {
    Ok(product_grant::Entity::find_by_id(id).one(connection).await?)
}

/// The grants of some sheets, revoked ones too, the first one first.
pub(in crate::products) async fn grants_of(
    connection: &impl ConnectionTrait,
    products: &[Uuid],
) -> Result<Vec<GrantRow>> {
    Ok(product_grant::Entity::find()
        .filter(product_grant::Column::ProductId.is_in(products.iter().copied()))
        .order_by_asc(product_grant::Column::GrantedAt)
        .order_by_asc(product_grant::Column::Id)
        .all(connection)
        .await?)
}

/// Keeps a new grant.
pub(in crate::products) async fn grant_insert(tx: &Tx, row: &GrantRow) -> Result<()> {
    product_grant::Entity::insert(row.clone().into_active_model())
        .exec_without_returning(tx.connection())
        .await?;
    Ok(())
}

/// Notes that a grant holds no more.
///
/// # Errors
/// `TRANSITION_NOT_ALLOWED` where it held no more before.
pub(in crate::products) async fn grant_revoke(tx: &Tx, id: Uuid, by: Uuid) -> Result<()> {
    let revoked = product_grant::Entity::update_many()
        .set(product_grant::ActiveModel {
            revoked_by: Set(Some(by)),
            revoked_at: Set(Some(micros(tx.now()))),
            ..Default::default()
        })
        .filter(product_grant::Column::Id.eq(id))
        .filter(product_grant::Column::RevokedAt.is_null())
        .exec(tx.connection())
        .await?;
    match revoked.rows_affected {
        1 => Ok(()),
        _ => Err(ErrorCode::TransitionNotAllowed.into()),
    }
}
