//! What a file is, by its first bytes and by nothing that the sender says, and which kinds of evidence it can be.

use super::EvidenceKind;

/// What may come in. Everything else is refused: what nobody here can look at proves little, and what runs harms.
const ALLOWED: &[&str] = &[
    "image/jpeg",
    "image/png",
    "image/webp",
    "application/pdf",
    "video/mp4",
    "video/quicktime",
    "video/webm",
    "application/zip",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    HTML,
    TEXT,
];
const HTML: &str = "text/html";
const TEXT: &str = "text/plain";

/// The media type of a file that begins like this, where it is one that may come in.
#[must_use]
pub fn sniffed(head: &[u8]) -> Option<&'static str> {
    let found = match infer::get(head) {
        // Apple's camera writes MPEG-4 under a name of its own.
        Some(found) if found.mime_type() == "video/x-m4v" => "video/mp4",
        Some(found) => found.mime_type(),
        None => text(head)?,
    };
    ALLOWED.iter().copied().find(|allowed| *allowed == found)
}

/// Whether it is text: UTF-8, perhaps cut in the middle of a character, without the bytes that text does not have.
fn text(head: &[u8]) -> Option<&'static str> {
    let good = match std::str::from_utf8(head) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() => std::str::from_utf8(&head[..error.valid_up_to()]).ok()?,
        Err(_) => return None,
    };
    let is_odd = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{c}');
    if good.is_empty() || good.contains(is_odd) {
        return None;
    }
    let start = good.trim_start_matches('\u{feff}').trim_start().to_ascii_lowercase();
    let is_page = ["<!doctype html", "<html", "<head", "<body", "<!--"]
        .iter()
        .any(|tag| start.starts_with(tag));
    Some(if is_page { HTML } else { TEXT })
}

/// Whether there is a picture to look at without the original.
#[must_use]
pub fn has_preview(media_type: &str) -> bool {
    matches!(media_type, "image/jpeg" | "image/png" | "image/webp")
}

/// Whether evidence of a kind can be a file of a type; `None` where there is no file.
#[must_use]
pub fn fits(kind: EvidenceKind, media_type: Option<&str>) -> bool {
    let Some(media_type) = media_type else {
        return kind == EvidenceKind::PhysicalSample;
    };
    match kind {
        EvidenceKind::PhysicalSample => false,
        EvidenceKind::Screenshot => has_preview(media_type) || media_type == "application/pdf",
        EvidenceKind::Photo => has_preview(media_type),
        EvidenceKind::Video => media_type.starts_with("video/"),
        EvidenceKind::Html => matches!(media_type, HTML | TEXT | "application/zip"),
        EvidenceKind::Document | EvidenceKind::Chat | EvidenceKind::Bank | EvidenceKind::NotarialCert => true,
    }
}

/// The name under which a file is downloaded: its own, without what would lead a system astray.
#[must_use]
pub fn file_name(raw: &str) -> Option<String> {
    let name = raw.rsplit(['/', '\\']).next().unwrap_or_default();
    let is_plain = |c: &char| !c.is_control() && !matches!(c, '"' | '<' | '>' | ':' | '|' | '?' | '*');
    let name: String = name.chars().filter(is_plain).take(120).collect();
    let name = name.trim().trim_start_matches('.').to_owned();
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_say() {
        for (head, found) in [
            (b"\xff\xd8\xff\xe0\x00\x10JFIF".as_slice(), Some("image/jpeg")),
            (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR", Some("image/png")),
            (b"RIFF\x24\x00\x00\x00WEBPVP8 ", Some("image/webp")),
            (b"%PDF-1.7\n", Some("application/pdf")),
            (b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00", Some("video/mp4")),
            (b"PK\x03\x04\x14\x00\x00\x00\x08\x00", Some("application/zip")),
            (b"<!DOCTYPE html><title>x</title>", Some("text/html")),
            ("\u{feff}  <HTML lang=zh>".as_bytes(), Some("text/html")),
            ("卖家：有货。\n".as_bytes(), Some("text/plain")),
            (&"卖家".as_bytes()[..4], Some("text/plain")),
            (b"MZ\x90\x00\x03\x00\x00\x00", None),
            (b"\x7fELF\x02\x01\x01\x00", None),
            (b"#!/bin/sh\nrm -rf /\n", None),
            (b"GIF89a\x01\x00\x01\x00", None),
            (b"text with \x00 in it", None),
            (b"\xff\xfe\x00", None),
            (b"", None),
        ] {
            assert_eq!(sniffed(head), found, "{head:?}");
        }
    }

    #[test]
    fn a_photo_is_no_film_and_a_thing_no_file() {
        assert!(fits(EvidenceKind::Photo, Some("image/jpeg")) && !fits(EvidenceKind::Photo, Some("video/mp4")));
        assert!(fits(EvidenceKind::PhysicalSample, None) && !fits(EvidenceKind::PhysicalSample, Some("image/jpeg")));
        assert!(!fits(EvidenceKind::Document, None));
    }

    #[test]
    fn a_name_leads_nowhere() {
        for (raw, name) in [
            ("C:\\Users\\me\\shot.png", Some("shot.png")),
            ("../../etc/passwd", Some("passwd")),
            ("截图 1.png", Some("截图 1.png")),
            ("a\r\nb\".txt", Some("ab.txt")),
            (".htaccess", Some("htaccess")),
            ("///", None),
        ] {
            assert_eq!(file_name(raw).as_deref(), name, "{raw}");
        }
    }
}
