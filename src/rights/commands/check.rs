//! Whether a brand has authorised a shop or the holder of a certificate: asked of one, answered with one word, and counted.

use jiff::SignedDuration;
use serde_json::json;
use uuid::Uuid;

use super::{finish, registry::visible_brands};
use crate::{
    app::App,
    audit::{Act, Category},
    members::rules::facts,
    permissions::Viewer,
    platform::{
        clock::micros,
        error::{ApiError, Result},
        ids::IdKind,
    },
    rights::{
        rules::{
            MAX_PLATFORM, MAX_SHOP_ID,
            document::{Answer, answer_of_certificate, answer_of_shop, may_ask, number},
        },
        store,
    },
};

/// How far back is counted how often an organisation asked.
const WINDOW: SignedDuration = SignedDuration::from_hours(24);
/// When whoever asked too often may try again.
const PAUSE: SignedDuration = SignedDuration::from_hours(1);

/// By what somebody is known.
#[derive(Debug, Clone)]
pub enum KnownBy {
    /// The id of a shop on a platform.
    Shop {
        /// Code of the platform.
        platform: String,
        /// Id of the shop there.
        shop_id: String,
    },
    /// The number of a certificate.
    Certificate(String),
}

/// Whether a brand has authorised somebody who is known by exactly this. Nobody else is told of, and every question is in the
/// audit log; an organisation is answered so often in a day, and less often where nobody is known.
///
/// # Errors
/// `NOT_FOUND` for a brand that the viewer's directory has not, `BAD_USER_INPUT`, `RATE_LIMITED`.
pub async fn check_authorization(app: &App, viewer: &Viewer, brand: Uuid, by: &KnownBy) -> Result<Answer> {
    let brand = visible_brands(app, viewer, &[brand]).await?.pop();
    let brand = brand.ok_or_else(ApiError::not_found)?;
    let tx = app.begin().await?;
    let since = tx.now().checked_sub(WINDOW).map_err(ApiError::internal)?;
    let (asked, unknown) = store::checks_since(tx.connection(), viewer.organization, micros(since)).await?;
    if !may_ask(asked, unknown) {
        return Err(ApiError::rate_limited(PAUSE));
    }
    let (answer, kind) = match by {
        KnownBy::Shop { platform, shop_id } => {
            let needed = |field: &str, raw: &str, max| {
                let text = facts::optional(field, Some(raw), max)?;
                text.ok_or_else(|| ApiError::input(field, "Say which one."))
            };
            let platform = needed("platform", platform.as_str(), MAX_PLATFORM)?.to_lowercase();
            let shop_id = needed("shopId", shop_id.as_str(), MAX_SHOP_ID)?;
            let mut found = store::parties_of_shop(tx.connection(), brand.id, &shop_id).await?;
            found.retain(|party| party.is_seller(Some(&platform), Some(&shop_id), None));
            (answer_of_shop(&found, tx.now()), "SHOP")
        }
        KnownBy::Certificate(raw) => {
            let number = number(Some(raw.as_str()))?;
            let found = store::certificates_numbered(tx.connection(), brand.id, &number).await?;
            (answer_of_certificate(&found, tx.now()), "CERTIFICATE")
        }
    };
    store::checks_forget(&tx, viewer.organization, micros(since)).await?;
    let (who, what) = ((viewer.organization, viewer.person), (brand.id, answer.answer));
    store::check_insert(&tx, app.ids.id(tx.now()), who, what).await?;
    let detail = json!({ "by": kind, "answer": <&str>::from(answer.answer) });
    let act = Act::on(Category::Admin, "checkAuthorization", IdKind::Brand, brand.id).with(&detail);
    finish(app, tx, viewer, act).await?;
    Ok(answer)
}
