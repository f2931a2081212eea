//! Addresses as files for machines write them: without a scheme, defanged, or no addresses at all.

use std::net::Ipv4Addr;

use crate::leads::listing_url;

/// Endings of names that are files rather than hosts.
const FILE_ENDINGS: &[&str] = &[
    "bat", "bin", "bmp", "cmd", "csv", "dat", "dll", "doc", "docx", "exe", "gif", "gz", "htm", "html", "ini", "jar",
    "jpeg", "jpg", "js", "json", "log", "lnk", "msi", "pdf", "php", "png", "ps1", "rar", "rtf", "scr", "swf", "sys",
    "tmp", "txt", "vbs", "xls", "xlsx", "xml", "zip",
];

/// The address in the form that a lead takes, if it is one of the web: `hxxp` and `[.]` are undone, and what has no scheme
/// has to look like a host.
pub(super) fn address(raw: &str) -> Option<String> {
    let text = refanged(raw.trim());
    if !text.contains("://") && !starts_with_a_host(&text) {
        return None;
    }
    listing_url::canonicalize(&text).ok().map(|_| text)
}

/// The form that duplicates are found by.
pub(super) fn canonical(address: &str) -> String {
    listing_url::canonicalize(address).map_or_else(|_| address.to_owned(), |listing| listing.canonical_url)
}

fn refanged(text: &str) -> String {
    let text = text
        .replace("[.]", ".")
        .replace("(.)", ".")
        .replace("[:]", ":")
        .replace("[://]", "://");
    match text.get(..4) {
        Some(start) if start.eq_ignore_ascii_case("hxxp") => format!("http{}", &text[4..]),
        _ => text,
    }
}

fn starts_with_a_host(text: &str) -> bool {
    let host = text.split(['/', '?', '#', ':']).next().unwrap_or_default();
    if host.parse::<Ipv4Addr>().is_ok() {
        return true;
    }
    let Some((_, ending)) = host.trim_end_matches('.').rsplit_once('.') else {
        return false;
    };
    let is_word = ending.chars().count() >= 2 && ending.chars().all(char::is_alphabetic) || ending.starts_with("xn--");
    let is_file = host.len() == text.len() && FILE_ENDINGS.contains(&ending.to_ascii_lowercase().as_str());
    is_word && !is_file && !host.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_address_of_the_web_is_none() {
        for text in [
            "igfxtray.exe",
            "Data/dtl.dat",
            "107.183.86",
            "",
            "a b.com",
            "ftp://x.example/y",
            "host",
            "C:\\x.com",
        ] {
            assert_eq!(address(text), None, "{text}");
        }
        for (text, expected) in [
            ("www.whitewall.top", "www.whitewall.top"),
            ("hxxps://shop[.]example/x", "https://shop.example/x"),
            (
                "http://198.55.120.143:7386/B/x.dll",
                "http://198.55.120.143:7386/B/x.dll",
            ),
            ("10.1.2.3", "10.1.2.3"),
            ("shop.example/file.zip", "shop.example/file.zip"),
            ("商店.中国", "商店.中国"),
        ] {
            assert_eq!(address(text).as_deref(), Some(expected));
        }
    }
}
