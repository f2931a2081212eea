//! What the fuzzer tries: each parser of what comes from outside, on bytes that may be anything. A target panics where
//! something is not as it always has to be.

use touchstone::{
    api::{Documents, Question},
    imports::rules::{self as imports, Format, Verdict},
    leads::listing_url,
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
    ("misp", misp),
    ("stix", stix),
    ("tables", tables),
    ("registers", registers),
];

/// A file of listings: every line is one, or says why not.
pub fn listings(data: &[u8]) {
    let Some(elements) = imported(Format::Listings, data) else {
        return;
    };
    let lines = data.split(|byte| *byte == b'\n').count();
    assert!(elements <= lines, "{elements} of {lines}");
}

/// Events of MISP.
pub fn misp(data: &[u8]) {
    imported(Format::Misp, data);
}

/// A bundle of STIX.
pub fn stix(data: &[u8]) {
    imported(Format::Stix, data);
}

/// A table, read as its first row suggests.
pub fn tables(data: &[u8]) {
    let sheet = imports::sheet(data);
    let elements = imported(Format::Csv, data);
    assert!(sheet.is_ok() || elements.is_none(), "{sheet:?}");
}

/// A file to be imported: read twice it says the same, every element is told of, and every lead keeps to its limits. How
/// many elements it has.
fn imported(format: Format, data: &[u8]) -> Option<usize> {
    let _ = imports::recognise(data);
    let parsed = imports::parse(format, data, None).ok()?;
    assert_eq!(imports::parse(format, data, None).as_ref(), Ok(&parsed));
    for element in &parsed.elements {
        assert!(element.lead.is_none_or(|lead| lead < parsed.leads.len()), "{element:?}");
        assert_eq!(
            element.verdict == Verdict::Understood,
            element.reason.is_none(),
            "{element:?}"
        );
    }
    for lead in &parsed.leads {
        assert!((1..=100).contains(&lead.items.len()), "{lead:?}");
        assert!((1..=200).contains(&lead.title.chars().count()), "{lead:?}");
        let summary = lead.summary.as_deref().unwrap_or_default();
        assert!(summary.chars().count() <= 5_000, "{lead:?}");
        for item in &lead.items {
            assert!(
                item.url
                    .as_deref()
                    .is_none_or(|url| listing_url::canonicalize(url).is_ok()),
                "{item:?}"
            );
            assert!(!item.title.is_empty(), "{item:?}");
        }
    }
    for subject in &parsed.subjects {
        assert!(
            subject.element < parsed.elements.len() && !subject.value.is_empty(),
            "{subject:?}"
        );
    }
    Some(parsed.elements.len())
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
