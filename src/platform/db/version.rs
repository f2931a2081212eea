//! Versions of rows: whoever read a row as it is, is the one who changes it.

use sea_orm::{ColumnTrait as _, EntityTrait, QueryFilter as _, sea_query::Expr};
use uuid::Uuid;

use super::Tx;
use crate::platform::error::{ErrorCode, Result};

/// Raises the version of a row, each value with its column, if it is still the one that was read; the row is its reader's
/// until the transaction ends.
///
/// # Errors
/// `STALE_VERSION` where somebody changed it.
pub async fn claim_version<E: EntityTrait>(tx: &Tx, id: (E::Column, Uuid), read: (E::Column, i32)) -> Result<()> {
    let claimed = E::update_many()
        .col_expr(read.0, Expr::value(read.1 + 1))
        .filter(id.0.eq(id.1))
        .filter(read.0.eq(read.1))
        .exec(tx.connection())
        .await?;
    match claimed.rows_affected {
        1 => Ok(()),
        _ => Err(ErrorCode::StaleVersion.into()),
    }
}
