//! Reconciliation in files, and the files of banks, asked for as everything else is, with the session's token.

use actix_web::{HttpRequest, HttpResponse, web};

use super::{State, caller, funds::Wishes, graphql::status_of, health, spending};
use crate::{
    bank_statements::{self, File, FileKind},
    platform::{
        error::{ErrorCode, Result},
        ids::{IdKind, decode_as},
    },
};

/// Where the files of reconciliation are.
pub(super) const ROUTE: &str = r"/funds/{id}/{file:reconciliation\.csv|reconciliation\.xlsx}";
/// Where a bank's own file is.
pub(super) const ORIGINAL: &str = "/bank-statements/{id}/original";

/// Hands out the lines of some days with what each is matched with.
pub(super) async fn give(
    state: web::Data<State>,
    request: HttpRequest,
    named: web::Path<(String, String)>,
    wishes: web::Query<Wishes>,
) -> HttpResponse {
    let (fund, file) = named.into_inner();
    answered(written(&state, &request, (&fund, &file), &wishes).await).await
}

/// Hands out a bank's file as it was imported.
pub(super) async fn give_original(
    state: web::Data<State>,
    request: HttpRequest,
    named: web::Path<String>,
) -> HttpResponse {
    answered(opened(&state, &request, &named).await).await
}

async fn answered(file: Result<File>) -> HttpResponse {
    match file {
        Ok(file) => super::funds::attached(file.name, file.media_type, file.bytes),
        Err(error) if error.code == ErrorCode::NotFound => health::unknown().await,
        Err(error) => HttpResponse::build(status_of(error.code))
            .content_type("text/plain; charset=utf-8")
            .body(error.message.into_owned()),
    }
}

async fn written(state: &State, request: &HttpRequest, (fund, file): (&str, &str), wishes: &Wishes) -> Result<File> {
    let (caller, _) = caller::of_request(&state.app, request).await?;
    spending::admit(state, request, &caller, spending::WHOLE).await?;
    let viewer = caller.viewer()?.clone();
    let fund = decode_as(IdKind::Fund, fund).map_err(|_| ErrorCode::NotFound)?;
    let kind: FileKind = file.parse().map_err(|_| ErrorCode::NotFound)?;
    let days = (wishes.from, wishes.to);
    bank_statements::write(&state.app, &viewer, (fund, kind), days, wishes.language()).await
}

async fn opened(state: &State, request: &HttpRequest, statement: &str) -> Result<File> {
    let (caller, _) = caller::of_request(&state.app, request).await?;
    spending::admit(state, request, &caller, spending::FILE).await?;
    let viewer = caller.viewer()?.clone();
    let statement = decode_as(IdKind::BankStatement, statement).map_err(|_| ErrorCode::NotFound)?;
    bank_statements::original(&state.app, &viewer, statement).await
}
