//! What the fuzzer tries: each parser of what comes from outside, on bytes that may be anything. A target panics where
//! something is not as it always has to be.

use touchstone::{
    api::{Documents, Question},
    leads::{import, listing_url},
    platform::text,
    rights::rules::ip_right::{checked, register},
};

/// Takes any bytes, and breaks where the parser does what it must not.
pub type Target = fn(&[u8]);

/// Every target by the name of its corpus.
pub const TARGETS: &[(&str, Target)] = &[
    ("listings", listings),
    ("listing_urls", listing_urls),
    ("texts", texts),
    ("questions", questions),
    ("registers", registers),
];

/// A file of listings: every line is one, or says why not.
pub fn listings(data: &[u8]) {
    let (good, bad) = import::count(data).unwrap();
    let lines = data.split(|byte| *byte == b'\n').count() as u64;
    assert!(good + bad <= lines, "{good} + {bad} of {lines}");
}

/// The address of a listing: what is canonical stays what it is.
pub fn listing_urls(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let _ = listing_url::from_agent_code(text);
    if let Ok(listing) = listing_url::canonicalize(text) {
        let again = listing_url::canonicalize(&listing.canonical_url);
        assert!(again.is_ok(), "{listing:?}");
    }
}

/// Texts that people typed: what is clean stays what it is.
pub fn texts(data: &[u8]) {
    let typed = String::from_utf8_lossy(data);
    for limit in [1, 200, 5_000] {
        let mended = text::mend_line(&typed, limit);
        assert!(mended.chars().count() <= limit, "{mended:?}");
        assert_eq!(text::mend_line(&mended, limit), mended);
        let mended = text::mend_text(&typed, limit);
        assert!(mended.chars().count() <= limit, "{mended:?}");
        if let Ok(clean) = text::clean_line(&typed, 0..=limit) {
            assert_eq!(
                text::clean_line(&clean, 0..=limit).ok().as_deref(),
                Some(clean.as_str())
            );
        }
    }
    let _ = text::fold(&typed);
    let _ = text::search_tokens(&typed);
    let _ = text::query_tokens(&typed);
    let _ = text::normalize_email(&typed);
}

/// The body of a request: it is a question, or it is not.
pub fn questions(data: &[u8]) {
    let Ok(question) = serde_json::from_slice::<Question>(data) else {
        return;
    };
    let _ = Documents::default()
        .look_up(question)
        .map(|question| touchstone::api::operation_kind(&question));
}

/// A trade mark office's file: each entry is skipped, refused, or has facts that are in the form they are kept in.
pub fn registers(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let Ok(entries) = register::entries(text) else { return };
    for entry in entries {
        let notes = entry.notes();
        let facts = checked(entry.facts(vec![Default::default()]));
        if let Ok(facts) = facts.as_ref() {
            assert_eq!(checked(facts.clone()).as_ref(), Ok(facts), "{notes:?}");
        }
    }
}
