//! The end of the digest by one click (RFC 8058): a mail program posts to the link of the mail; a person who opens it
//! sees a button first, because link checkers open links too.

use actix_web::{HttpResponse, http::StatusCode, web};
use serde::Deserialize;

use super::{
    State,
    plain_page::{escape, page},
};
use crate::{digests, platform::error::ErrorCode};

/// The token of the link.
#[derive(Debug, Deserialize)]
pub(super) struct Link {
    #[serde(default)]
    token: String,
}

/// Asks.
pub(super) async fn ask(state: web::Data<State>, link: web::Query<Link>) -> HttpResponse {
    let token = escape(&link.token);
    let body = format!(
        "<p>Do you want no more digests and notifications by mail? 不再接收摘要和通知邮件？</p>\
         <form method=\"post\"><input type=\"hidden\" name=\"token\" value=\"{token}\">\
         <button>Unsubscribe · 退订</button></form>"
    );
    page(&state, StatusCode::OK, "Touchstone", &body)
}

/// Does it, once or again.
pub(super) async fn unsubscribe(state: web::Data<State>, link: web::Query<Link>) -> HttpResponse {
    let (status, text) = match digests::unsubscribe(&state.app, &link.token).await {
        Ok(()) => (
            StatusCode::OK,
            "<p>You will get no more digests and notifications by mail. You can switch them on again in your settings.</p>\
             <p>您将不再收到摘要和通知邮件，可在设置中重新开启。</p>",
        ),
        Err(error) if error.code == ErrorCode::TokenInvalid => (
            StatusCode::BAD_REQUEST,
            "<p>This link is not complete. Use the one in the mail. 链接不完整，请使用邮件中的链接。</p>",
        ),
        Err(_) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "<p>That did not work. Try again in a moment. 请稍后重试。</p>",
        ),
    };
    page(&state, status, "Touchstone", text)
}
