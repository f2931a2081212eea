//! Statements by ISO 20022 camt.053, versions 02 to 08.
//!
//! Elements are found by their local names. Document types are refused, so nothing is expanded or fetched; elements are
//! counted, and nesting costs nothing because the parser goes on in a loop.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use roxmltree::{Document, Node, ParsingOptions};

use super::{
    MAX_FILE, MOST_LINES,
    codes::BankMistakeCode,
    parsed::{Mistake, ParsedFile, ParsedLine, ParsedStatement, minor_of, named, said},
};

/// Most elements, texts and attributes of a file.
const MOST_NODES: u32 = 400_000;
/// What a name space begins with, and the versions that are read.
const NAME_SPACE: &str = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.";
const VERSIONS: [&str; 7] = ["02", "03", "04", "05", "06", "07", "08"];

/// Counts lines as places are passed, so that a file is gone through once.
struct Places<'a> {
    text: &'a str,
    at: usize,
    line: i32,
}

impl Places<'_> {
    fn of(&mut self, node: &Node<'_, '_>) -> i32 {
        let to = node.range().start;
        if to > self.at {
            let passed = self.text.as_bytes()[self.at..to].iter().filter(|byte| **byte == b'\n');
            self.line += i32::try_from(passed.count()).unwrap_or(0);
            self.at = to;
        }
        self.line
    }
}

/// Reads a file for a fund of a currency.
#[must_use]
pub fn parse(bytes: &[u8], currency: &str) -> ParsedFile {
    let unreadable = |text: String| ParsedFile::broken(Mistake::whole(BankMistakeCode::Unreadable, text));
    if bytes.len() > MAX_FILE {
        return ParsedFile::broken(Mistake::whole(BankMistakeCode::TooLarge, "The file is too large."));
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return unreadable("The file is not in UTF-8.".to_owned());
    };
    let text = text.trim_start_matches('\u{feff}');
    let options = ParsingOptions {
        allow_dtd: false,
        nodes_limit: MOST_NODES,
        ..ParsingOptions::default()
    };
    let document = match Document::parse_with_options(text, options) {
        Ok(document) => document,
        Err(error) => return unreadable(format!("This is no XML that can be read: {error}.")),
    };
    let root = document.root_element();
    let space = root.tag_name().namespace().unwrap_or_default();
    let is_ours = space
        .strip_prefix(NAME_SPACE)
        .is_some_and(|version| VERSIONS.contains(&version));
    let report = child(root, "BkToCstmrStmt").filter(|_| is_ours && root.tag_name().name() == "Document");
    let Some(report) = report else {
        return unreadable("This is no statement by camt.053.001.02 to 08.".to_owned());
    };
    let mut places = Places { text, at: 0, line: 1 };
    let mut file = ParsedFile::default();
    for node in children(report, "Stmt") {
        statement(node, currency, &mut places, &mut file);
    }
    if file.statements.is_empty() && file.mistakes.is_empty() {
        return unreadable("There is no statement in the file.".to_owned());
    }
    let lines: usize = file.statements.iter().map(|statement| statement.lines.len()).sum();
    if lines > MOST_LINES {
        let text = format!("At most {MOST_LINES} lines are taken at once.");
        file.mistakes.push(Mistake::whole(BankMistakeCode::TooLarge, text));
    }
    file
}

fn children<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children()
        .filter(move |child| child.is_element() && child.tag_name().name() == name)
}

fn child<'a, 'i>(node: Node<'a, 'i>, name: &'static str) -> Option<Node<'a, 'i>> {
    children(node, name).next()
}

fn at<'a, 'i>(node: Node<'a, 'i>, path: &[&'static str]) -> Option<Node<'a, 'i>> {
    path.iter().try_fold(node, |node, name| child(node, name))
}

fn text_at<'a>(node: Node<'a, '_>, path: &[&'static str]) -> Option<&'a str> {
    at(node, path)
        .and_then(|node| node.text())
        .map(str::trim)
        .filter(|text| !text.is_empty())
}

/// The day in an element: a day, or the day of a moment as it is written there.
fn day(node: Node<'_, '_>) -> Option<Date> {
    let text = text_at(node, &["Dt"]).or_else(|| text_at(node, &["DtTm"]));
    text.or_else(|| node.text()).and_then(day_in)
}

fn day_in(text: &str) -> Option<Date> {
    let head = text.trim().get(..10)?;
    head.parse().ok().or_else(|| {
        let moment: Option<Timestamp> = text.trim().parse().ok();
        moment.map(|moment| moment.to_zoned(TimeZone::UTC).date())
    })
}

/// The amount of an element with its sign.
fn amount(node: Node<'_, '_>, currency: &str) -> Result<i64, BankMistakeCode> {
    let amount = child(node, "Amt").ok_or(BankMistakeCode::Amount)?;
    if amount.attribute("Ccy").is_some_and(|code| code != currency) {
        return Err(BankMistakeCode::Currency);
    }
    let minor = minor_of(amount.text().unwrap_or_default(), currency).ok_or(BankMistakeCode::Amount)?;
    match text_at(node, &["CdtDbtInd"]) {
        Some("CRDT") => Ok(minor),
        Some("DBIT") => Ok(-minor),
        _ => Err(BankMistakeCode::Amount),
    }
}

fn explained(code: BankMistakeCode) -> &'static str {
    match code {
        BankMistakeCode::Currency => "It is in another currency than the fund.",
        BankMistakeCode::Date => "The day cannot be read.",
        BankMistakeCode::Unreadable
        | BankMistakeCode::Incomplete
        | BankMistakeCode::Amount
        | BankMistakeCode::Unbalanced
        | BankMistakeCode::Gap
        | BankMistakeCode::ReferenceTaken
        | BankMistakeCode::OtherAccount
        | BankMistakeCode::TooLarge => "The amount cannot be read.",
    }
}

/// A balance of the first of these kinds that there is, and its day.
fn balance(node: Node<'_, '_>, kinds: &[&str], currency: &str) -> Result<Option<(i64, Option<Date>)>, BankMistakeCode> {
    for kind in kinds {
        let found = children(node, "Bal").find(|bal| text_at(*bal, &["Tp", "CdOrPrtry", "Cd"]) == Some(*kind));
        if let Some(found) = found {
            return Ok(Some((amount(found, currency)?, child(found, "Dt").and_then(day))));
        }
    }
    Ok(None)
}

fn statement(node: Node<'_, '_>, currency: &str, places: &mut Places<'_>, file: &mut ParsedFile) {
    let place = places.of(&node);
    let opening = balance(node, &["OPBD", "PRCD"], currency);
    let closing = balance(node, &["CLBD"], currency);
    let (opening, closing) = match (opening, closing) {
        (Ok(Some(opening)), Ok(Some(closing))) => (opening, closing),
        (Err(code), _) | (_, Err(code)) => {
            return file.mistakes.push(Mistake::at(code, place, explained(code)));
        }
        _ => {
            let text = "The statement has no opening or no closing balance.";
            return file
                .mistakes
                .push(Mistake::at(BankMistakeCode::Incomplete, place, text));
        }
    };
    let mut lines = Vec::new();
    for entry in children(node, "Ntry") {
        let place = places.of(&entry);
        match line(entry, place, currency) {
            Ok(line) => lines.extend(line),
            Err(code) => file.mistakes.push(Mistake::at(code, place, explained(code))),
        }
    }
    lines.sort_by_key(|line: &ParsedLine| line.booked_on);
    let from = text_at(node, &["FrToDt", "FrDtTm"]).and_then(day_in).or(opening.1);
    let to = text_at(node, &["FrToDt", "ToDtTm"]).and_then(day_in).or(closing.1);
    let from = from.or_else(|| lines.first().map(|line| line.booked_on)).or(to);
    let to = to.or_else(|| lines.last().map(|line| line.booked_on)).or(from);
    let Some((from, to)) = from.zip(to).filter(|(from, to)| from <= to) else {
        let text = "The statement does not say of which days it is.";
        return file.mistakes.push(Mistake::at(BankMistakeCode::Date, place, text));
    };
    let account = text_at(node, &["Acct", "Id", "IBAN"]).or_else(|| text_at(node, &["Acct", "Id", "Othr", "Id"]));
    file.statements.push(ParsedStatement {
        bank_id: text_at(node, &["Id"]).and_then(named),
        account: account.and_then(named),
        from,
        to,
        opening: opening.0,
        closing: closing.0,
        lines,
    });
}

/// A line; nothing where it is not booked, or of nothing.
fn line(node: Node<'_, '_>, place: i32, currency: &str) -> Result<Option<ParsedLine>, BankMistakeCode> {
    let status = text_at(node, &["Sts", "Cd"]).or_else(|| text_at(node, &["Sts"]));
    let minor = amount(node, currency)?;
    if status.is_some_and(|status| status != "BOOK") || minor == 0 {
        return Ok(None);
    }
    let value_on = child(node, "ValDt").and_then(day);
    let booked_on = child(node, "BookgDt").and_then(day).or(value_on);
    let booked_on = booked_on.ok_or(BankMistakeCode::Date)?;
    let details: Vec<Node<'_, '_>> = children(node, "NtryDtls")
        .flat_map(|details| children(details, "TxDtls"))
        .collect();
    // Of several in one the names are those of none of them.
    let only = (details.len() == 1).then(|| details[0]);
    let references = references(node, &details);
    let own = [Some(node), only].into_iter().flatten();
    let own = own.filter_map(|node| {
        let refs = text_at(node, &["AcctSvcrRef"]).or_else(|| text_at(node, &["Refs", "AcctSvcrRef"]));
        refs.or_else(|| text_at(node, &["NtryRef"]))
    });
    let reference = own.filter_map(named).next();
    // What is taken back names its sides as they were before.
    let is_reversal = text_at(node, &["RvslInd"]).is_some_and(|said| ["true", "1"].contains(&said));
    let side: &'static str = if (minor < 0) == is_reversal { "Dbtr" } else { "Cdtr" };
    let counterparty = only.and_then(|only| {
        let name = text_at(only, &["RltdPties", side, "Nm"]);
        name.or_else(|| text_at(only, &["RltdPties", side, "Pty", "Nm"]))
    });
    Ok(Some(ParsedLine {
        place,
        booked_on,
        value_on,
        minor,
        references: reference.iter().cloned().chain(references).fold(Vec::new(), once),
        reference,
        counterparty: counterparty.and_then(said),
        text: written(node, &details),
    }))
}

fn once(mut all: Vec<String>, next: String) -> Vec<String> {
    if !all.contains(&next) && all.len() < 20 {
        all.push(next);
    }
    all
}

/// All that the bank and the payer call a line by.
fn references(node: Node<'_, '_>, details: &[Node<'_, '_>]) -> Vec<String> {
    const OF_DETAILS: [&str; 5] = ["AcctSvcrRef", "EndToEndId", "TxId", "InstrId", "PmtInfId"];
    let mut found = Vec::new();
    for name in ["AcctSvcrRef", "NtryRef"] {
        found.extend(text_at(node, &[name]).and_then(named));
    }
    for details in details {
        for name in OF_DETAILS {
            found.extend(text_at(*details, &["Refs", name]).and_then(named));
        }
        found.extend(text_at(*details, &["RmtInf", "Strd", "CdtrRefInf", "Ref"]).and_then(named));
    }
    found
}

/// What was written to a line.
fn written(node: Node<'_, '_>, details: &[Node<'_, '_>]) -> Option<String> {
    let mut parts = Vec::new();
    for details in details {
        if let Some(remittance) = child(*details, "RmtInf") {
            parts.extend(children(remittance, "Ustrd").filter_map(|node| node.text()));
        }
        parts.extend(text_at(*details, &["AddtlTxInf"]));
    }
    parts.extend(text_at(node, &["AddtlNtryInf"]));
    said(&parts.join(" "))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn document(version: &str, inside: &str) -> String {
        format!(
            "<?xml version=\"1.0\"?>\n<Document xmlns=\"{NAME_SPACE}{version}\"><BkToCstmrStmt>{inside}</BkToCstmrStmt></Document>"
        )
    }

    fn bal(kind: &str, amount: &str, day: &str) -> String {
        format!(
            "<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp><Amt Ccy=\"CNY\">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>\
             <Dt><Dt>{day}</Dt></Dt></Bal>"
        )
    }

    fn stmt(entries: &str) -> String {
        let (first, last) = (bal("OPBD", "10.00", "2026-03-01"), bal("CLBD", "15.00", "2026-03-09"));
        format!("<Stmt><Id>S1</Id>{first}{last}{entries}</Stmt>")
    }

    const ENTRY: &str = "<Ntry><Amt Ccy=\"CNY\">5.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>\
        <BookgDt><Dt>2026-03-09</Dt></BookgDt><AcctSvcrRef>IN-1</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>E-1</EndToEndId>\
        </Refs><RltdPties><Dbtr><Nm>Acme</Nm></Dbtr></RltdPties><RmtInf><Ustrd>for March</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>";

    #[test]
    fn a_line_says_who_paid_what_and_when() {
        let file = parse(document("02", &stmt(ENTRY)).as_bytes(), "CNY");
        assert!(file.mistakes.is_empty(), "{:?}", file.mistakes);
        let line = &file.statements[0].lines[0];
        assert_eq!((line.minor, line.booked_on, line.place), (500, date(2026, 3, 9), 2));
        assert_eq!(line.references, ["IN-1", "E-1"]);
        assert_eq!(
            (line.counterparty.as_deref(), line.text.as_deref()),
            (Some("Acme"), Some("for March"))
        );
    }

    #[test]
    fn what_is_not_booked_is_left_out() {
        let pending = ENTRY.replace("<Sts>BOOK</Sts>", "<Sts><Cd>PDNG</Cd></Sts>");
        let file = parse(document("08", &stmt(&pending)).as_bytes(), "CNY");
        assert!(file.mistakes.is_empty() && file.statements[0].lines.is_empty());
    }

    #[test]
    fn what_is_no_statement_is_refused() {
        let bomb = format!(
            "<!DOCTYPE a [<!ENTITY b \"c\">]>{}",
            document("02", "").replace("<?xml version=\"1.0\"?>\n", "")
        );
        for text in [document("13", &stmt("")), document("02", ""), "<a>".to_owned(), bomb] {
            let file = parse(text.as_bytes(), "CNY");
            assert_eq!(file.mistakes[0].code, BankMistakeCode::Unreadable, "{text}");
        }
        let file = parse(document("02", &stmt(ENTRY)).as_bytes(), "USD");
        assert_eq!(file.mistakes[0].code, BankMistakeCode::Currency);
        let deep = document("02", &format!("{}{}", "<a>".repeat(50_000), "</a>".repeat(50_000)));
        assert_eq!(parse(deep.as_bytes(), "CNY").statements.len(), 0);
    }
}
