//! Packages of referrals on their way to a guest, by links that are good for minutes. No session's token comes along.

use actix_web::{HttpResponse, web};
use serde::Deserialize;
use uuid::Uuid;

use super::{State, files};
use crate::{
    guests::{self, PresentedPackage},
    platform::error::{ApiError, Result},
    referrals::rules::PackageForm,
};

/// What a link says beside the naming.
#[derive(Debug, Deserialize)]
pub(super) struct Query {
    #[serde(rename = "as")]
    form: PackageForm,
    until: i64,
    link: String,
    code: String,
}

/// Answers `GET /guest-packages/{naming}`.
pub(super) async fn give(
    state: web::Data<State>,
    naming: web::Path<String>,
    query: Option<web::Query<Query>>,
) -> HttpResponse {
    match given(&state, &naming, query).await {
        Ok(response) => response,
        Err(error) => files::not_given(&error),
    }
}

async fn given(state: &State, naming: &str, query: Option<web::Query<Query>>) -> Result<HttpResponse> {
    let query = query.ok_or_else(ApiError::not_found)?.into_inner();
    let presented = PresentedPackage {
        naming: Uuid::try_parse(naming).map_err(|_| ApiError::not_found())?,
        form: query.form,
        expires_at: query.until,
        nonce: query.link,
        code: query.code,
    };
    let fetched = guests::fetch_package(&state.app, &presented).await?;
    Ok(files::answer(fetched))
}
