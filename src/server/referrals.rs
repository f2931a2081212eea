//! Packages of referrals on their way to somebody who may open them, by links that are good in one session only.

use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;
use uuid::Uuid;

use super::{State, files};
use crate::{
    platform::{
        error::{ApiError, Result},
        ids::{IdKind, decode_as},
    },
    referrals::{self, PresentedPackage, rules::PackageForm},
};

/// What a link says beside the referral.
#[derive(Debug, Deserialize)]
pub(super) struct Query {
    #[serde(rename = "as")]
    form: PackageForm,
    until: i64,
    link: Uuid,
    code: String,
}

/// Answers `GET /packages/{id}`.
pub(super) async fn give(
    state: web::Data<State>,
    request: HttpRequest,
    id: web::Path<String>,
    query: Option<web::Query<Query>>,
) -> HttpResponse {
    match given(&state, &request, &id, query).await {
        Ok(response) => response,
        Err(error) => files::not_given(&error),
    }
}

async fn given(
    state: &State,
    request: &HttpRequest,
    id: &str,
    query: Option<web::Query<Query>>,
) -> Result<HttpResponse> {
    let viewer = files::viewer(state, request).await?;
    let query = query.ok_or_else(ApiError::not_found)?.into_inner();
    let presented = PresentedPackage {
        referral: decode_as(IdKind::Referral, id).map_err(|_| ApiError::not_found())?,
        form: query.form,
        expires_at: query.until,
        nonce: query.link,
        code: query.code,
    };
    let fetched = referrals::fetch_package(&state.app, &viewer, &presented).await?;
    Ok(files::answer(fetched))
}
