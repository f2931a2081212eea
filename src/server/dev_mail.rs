//! The demo's mails, which go to files instead of people: `/dev/mail`. Only in demo mode.

use std::{fs, path::PathBuf};

use actix_web::{
    HttpResponse,
    http::{
        StatusCode,
        header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, X_FRAME_OPTIONS},
    },
    web,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use mail_parser::{Message, MessageParser, MimeHeaders as _};

use super::{
    State,
    plain_page::{escape, page},
};
use crate::platform::email;

/// Mails that are listed.
const MOST: usize = 200;
/// The mail's own HTML has styles in it, so styles are allowed there, in a frame that can do nothing.
const IN_FRAME: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; \
                        form-action 'none'; sandbox allow-popups allow-popups-to-escape-sandbox";

fn folder(state: &State) -> PathBuf {
    email::folder(&state.app.config)
}

/// Names of the mails, the latest first.
fn names(state: &State) -> Vec<String> {
    let entries = fs::read_dir(folder(state)).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".eml").map(str::to_owned))
        .filter(|name| !name.starts_with('.'))
        .collect();
    names.sort_unstable_by(|a, b| b.cmp(a));
    names.truncate(MOST);
    names
}

/// The bytes of a mail that is in the list: a name from outside never becomes a path.
fn read(state: &State, name: &str) -> Option<Vec<u8>> {
    let name = names(state).into_iter().find(|known| known == name)?;
    fs::read(folder(state).join(format!("{name}.eml"))).ok()
}

fn not_found(state: &State) -> HttpResponse {
    page(
        state,
        StatusCode::NOT_FOUND,
        "No such mail",
        "<p><a href=\"/dev/mail\">All mails</a></p>",
    )
}

/// To whom, from whom, about what, when.
fn headers(message: &Message<'_>) -> [(&'static str, String); 4] {
    let first = |address: Option<&mail_parser::Address<'_>>| {
        let address = address.and_then(mail_parser::Address::first).and_then(|a| a.address());
        address.unwrap_or_default().to_owned()
    };
    [
        ("To", first(message.to())),
        ("From", first(message.from())),
        ("Subject", message.subject().unwrap_or_default().to_owned()),
        (
            "Date",
            message
                .date()
                .map(mail_parser::DateTime::to_rfc3339)
                .unwrap_or_default(),
        ),
    ]
}

/// All mails.
pub(super) async fn list(state: web::Data<State>) -> HttpResponse {
    let mut rows = String::new();
    for name in names(&state) {
        let Some(bytes) = read(&state, &name) else { continue };
        let Some(message) = MessageParser::default().parse(&bytes) else {
            continue;
        };
        let [(_, to), _, (_, subject), (_, date)] = headers(&message);
        rows.push_str(&format!(
            "<tr><td>{}</td><td>{}</td><td><a href=\"/dev/mail/{}\">{}</a></td></tr>",
            escape(&date),
            escape(&to),
            escape(&name),
            escape(&subject)
        ));
    }
    let body = if rows.is_empty() {
        "<p>No mail has gone out yet.</p>".to_owned()
    } else {
        format!("<table><thead><tr><th>Date</th><th>To</th><th>Subject</th></tr></thead><tbody>{rows}</tbody></table>")
    };
    page(&state, StatusCode::OK, "Mails of the demo", &body)
}

/// One mail: its headers, its text, its HTML in a frame.
pub(super) async fn show(state: web::Data<State>, name: web::Path<String>) -> HttpResponse {
    let Some(bytes) = read(&state, &name) else {
        return not_found(&state);
    };
    let Some(message) = MessageParser::default().parse(&bytes) else {
        return not_found(&state);
    };
    let mut rows = String::new();
    for (title, value) in headers(&message) {
        rows.push_str(&format!("<tr><th>{title}</th><td>{}</td></tr>", escape(&value)));
    }
    let text = message.body_text(0).unwrap_or_default();
    let frame = if message.html_body_count() > 0 {
        format!(
            "<iframe title=\"HTML\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\" src=\"/dev/mail/{}/html\"></iframe>",
            escape(&name)
        )
    } else {
        String::new()
    };
    let body = format!(
        "<p><a href=\"/dev/mail\">All mails</a></p><table>{rows}</table><pre>{}</pre>{frame}",
        linked(&text)
    );
    page(&state, StatusCode::OK, "Mail", &body)
}

/// Escaped text in which web addresses are links.
fn linked(text: &str) -> String {
    let is_end = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | ')' | '，' | '。');
    let mut html = String::new();
    let mut rest = text;
    while let Some(start) = rest.find("http://").or_else(|| rest.find("https://")) {
        let (before, from) = rest.split_at(start);
        let (address, after) = from.split_at(from.find(is_end).unwrap_or(from.len()));
        let escaped = escape(address);
        html.push_str(&escape(before));
        html.push_str(&format!("<a href=\"{escaped}\">{escaped}</a>"));
        rest = after;
    }
    html.push_str(&escape(rest));
    html
}

/// The HTML of a mail with its pictures in it.
fn illustrated(message: &Message<'_>) -> String {
    let html = message.body_html(0).unwrap_or_default().into_owned();
    message.attachments().fold(html, |html, picture| {
        let Some(id) = picture.content_id() else { return html };
        let data = STANDARD.encode(picture.contents());
        html.replace(&format!("cid:{id}"), &format!("data:image/png;base64,{data}"))
    })
}

/// The HTML of a mail, for the frame.
pub(super) async fn html(state: web::Data<State>, name: web::Path<String>) -> HttpResponse {
    let Some(bytes) = read(&state, &name) else {
        return not_found(&state);
    };
    let message = MessageParser::default().parse(&bytes);
    let html = message.as_ref().map(illustrated).unwrap_or_default();
    HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((CONTENT_SECURITY_POLICY, IN_FRAME))
        .insert_header((X_FRAME_OPTIONS, "SAMEORIGIN"))
        .body(format!("<base target=\"_blank\">{html}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_stand_in_the_html() {
        let mail = "Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n\
                    <img src=\"cid:week.1@a.example\">\r\n--b\r\nContent-Type: image/png\r\nContent-ID: <week.1@a.example>\r\n\
                    Content-Disposition: inline\r\nContent-Transfer-Encoding: base64\r\n\r\nAAEC\r\n--b--\r\n";
        let message = MessageParser::default().parse(mail.as_bytes()).unwrap();
        assert!(
            illustrated(&message).contains("<img src=\"data:image/png;base64,AAEC\">"),
            "{}",
            illustrated(&message)
        );
    }

    #[test]
    fn addresses_in_a_text_become_links_and_nothing_else_becomes_a_tag() {
        assert_eq!(
            linked("See https://a.example/?a=1&b=2 <b>"),
            "See <a href=\"https://a.example/?a=1&amp;b=2\">https://a.example/?a=1&amp;b=2</a> &lt;b&gt;"
        );
    }
}
