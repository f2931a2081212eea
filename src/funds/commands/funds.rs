//! New funds.

use serde_json::json;
use uuid::Uuid;

use super::{finish, must_manage};
use crate::{
    app::App,
    funds::{
        rules::{self, AccountKind},
        store::{self, FundRow, NewAccount},
    },
    permissions::Viewer,
    platform::{
        clock::micros,
        db::{
            Tx,
            idempotency::{Idempotency, claim},
        },
        error::{ApiError, Result},
        ids::{self, IdKind},
    },
};

/// The accounts that every fund has from its beginning.
const ACCOUNTS: [AccountKind; 5] = [
    AccountKind::Bank,
    AccountKind::Pool,
    AccountKind::CardClearing,
    AccountKind::Suspense,
    AccountKind::FxClearing,
];

/// Makes a fund, empty, with its accounts.
///
/// # Errors
/// `FORBIDDEN`, `BAD_USER_INPUT`, `IDEMPOTENCY_MISMATCH`.
pub(crate) async fn create(app: &App, viewer: &Viewer, key: &str, name: &str, currency: &str) -> Result<Uuid> {
    let tx = app.begin().await?;
    must_manage(viewer)?;
    let claim = match claim(&tx, viewer.person, "createFund", key, &(name, currency)).await? {
        Idempotency::New(claim) => claim,
        Idempotency::Replay(ids) => return ids.first().copied().ok_or_else(ApiError::not_found),
    };
    let row = FundRow {
        id: app.ids.id(tx.now()),
        reference: reference(app, &tx, "FD"),
        name: rules::line("name", name, 200)?,
        currency: rules::currency(currency)?,
        period: 1,
        created_by: viewer.person,
        version: 1,
        created_at: micros(tx.now()),
    };
    let (id, detail) = (row.id, json!({ "currency": row.currency }));
    store::fund_insert(&tx, row).await?;
    for kind in ACCOUNTS {
        let account = NewAccount {
            id: app.ids.id(tx.now()),
            fund: id,
            kind,
            organization: None,
            program: None,
            hold: None,
        };
        store::account_open(&tx, account).await?;
    }
    claim.keep(&tx, &[id]).await?;
    finish(app, tx, viewer, "createFund", (IdKind::Fund, id), &detail).await
}

/// What people call something of a fund's; random, so that it tells nothing about volume.
pub(super) fn reference(app: &App, tx: &Tx, prefix: &str) -> String {
    let year = tx.now().to_zoned(jiff::tz::TimeZone::UTC).year() % 100;
    ids::reference(prefix, year, app.ids.secret())
}
