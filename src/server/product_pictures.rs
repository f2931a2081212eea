//! Reference pictures of product sheets on their way to somebody who sees what they are of, by links
//! that are good in one session only.

use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;
use uuid::Uuid;

use super::{State, files};
use crate::{
    platform::{
        error::{ApiError, Result},
        ids::{IdKind, decode_as},
    },
    products::{self, PresentedPicture},
};

/// What a link says beside the picture.
#[derive(Debug, Deserialize)]
pub(super) struct Query {
    until: i64,
    link: Uuid,
    code: String,
}

/// Answers `GET /product-pictures/{id}`.
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
    let presented = PresentedPicture {
        picture: decode_as(IdKind::Picture, id).map_err(|_| ApiError::not_found())?,
        expires_at: query.until,
        nonce: query.link,
        code: query.code,
    };
    let fetched = products::fetch_picture(&state.app, &viewer, &presented).await?;
    Ok(files::answer(fetched))
}
