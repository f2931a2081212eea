//! Reports of what became of a mail, as servers write them: RFC 3464 for what was not delivered or is late, RFC 5965 for what its reader
//! did not want, and the habits of those who follow neither.

use mail_parser::{Address, Message, MessageParser, MessagePart, MimeHeaders as _};

/// What came back of a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr, strum::EnumString)]
#[strum(serialize_all = "SCREAMING_SNAKE_CASE")]
pub enum TroubleKind {
    /// It did not arrive, and none will: the address is wrong, or nobody's any more.
    Bounce,
    /// Its reader said that it was not wanted.
    Complaint,
    /// It is late, or did not arrive for a reason that may pass.
    Delay,
}

/// What a report says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What became of the mail.
    pub kind: TroubleKind,
    /// The status as RFC 3463 writes it, such as `5.1.1`; `None` where none is named.
    pub status: Option<String>,
}

/// Reads a report; `None` where it tells of no trouble, or is none.
#[must_use]
pub fn read(raw: &[u8]) -> Option<Report> {
    let message = MessageParser::default().parse(without_mark(raw))?;
    if let Some(part) = of_type(&message.parts, "feedback-report") {
        return complaint(&text_of(part));
    }
    if let Some(part) = of_type(&message.parts, "delivery-status") {
        return delivery(&text_of(part));
    }
    // Whoever writes no report writes prose; the mail that came back follows it and is not read. What people write is no report.
    if !is_of_a_server(&message) {
        return None;
    }
    let prose = message
        .parts
        .iter()
        .find(|part| part.is_text() && !text_of(part).is_empty())?;
    free(&text_of(prose))
}

/// A message without the line by which a mailbox of one file begins each: `From `, which is no header.
fn without_mark(raw: &[u8]) -> &[u8] {
    match raw.strip_prefix(b"From ") {
        Some(rest) => rest
            .iter()
            .position(|byte| *byte == b'\n')
            .map_or(&rest[..0], |end| &rest[end + 1..]),
        None => raw,
    }
}

/// Whether a message calls its writer as mail servers call themselves.
fn is_of_a_server(message: &Message<'_>) -> bool {
    let from = message.from().and_then(Address::first).and_then(|from| from.address());
    let from = from.unwrap_or_default().to_ascii_lowercase();
    ["mailer-daemon", "postmaster"].iter().any(|name| from.contains(name))
}

fn of_type<'x, 'y>(parts: &'y [MessagePart<'x>], subtype: &str) -> Option<&'y MessagePart<'x>> {
    parts.iter().find(|part| part.is_content_type("message", subtype))
}

fn text_of(part: &MessagePart<'_>) -> String {
    String::from_utf8_lossy(part.contents()).into_owned()
}

/// The value of a field in a group of lines `Name: value`.
fn field<'a>(group: &'a str, name: &str) -> Option<&'a str> {
    group.lines().find_map(|line| {
        let (found, value) = line.split_once(':')?;
        found.trim().eq_ignore_ascii_case(name).then(|| value.trim())
    })
}

fn complaint(text: &str) -> Option<Report> {
    let is_none = field(text, "Feedback-Type").is_none_or(|kind| kind.eq_ignore_ascii_case("not-spam"));
    (!is_none).then_some(Report {
        kind: TroubleKind::Complaint,
        status: None,
    })
}

/// The worst of what is said of recipients. One mail goes to one recipient; a server that passed it on to several may say several things.
fn delivery(text: &str) -> Option<Report> {
    let text = text.replace("\r\n", "\n");
    let said = text.split("\n\n").filter_map(of_recipient);
    said.min_by_key(|report| match report.kind {
        TroubleKind::Bounce | TroubleKind::Complaint => 0,
        TroubleKind::Delay => 1,
    })
}

fn of_recipient(group: &str) -> Option<Report> {
    let action = field(group, "Action")?.to_ascii_lowercase();
    let status = field(group, "Status").and_then(status_in);
    // Some write `failure`, and others say more behind it.
    let kind = if action.starts_with("fail") {
        status.as_deref().map_or(TroubleKind::Bounce, kind_of)
    } else if action.starts_with("delay") {
        TroubleKind::Delay
    } else {
        return None;
    };
    Some(Report { kind, status })
}

/// What a status means for later mails. A class of 5 is for good; but not where the mailbox is full, the mail too big, or the way, the
/// policy or the sender's name the matter: nobody's address is wrong then.
fn kind_of(status: &str) -> TroubleKind {
    let mut numbers = status
        .split('.')
        .map(|number| number.parse::<u16>().unwrap_or_default());
    let (class, subject, detail) = (numbers.next(), numbers.next(), numbers.next());
    match (class, subject, detail) {
        (Some(5), Some(2), Some(2 | 3)) | (Some(5), Some(3..=7), _) => TroubleKind::Delay,
        (Some(5), ..) => TroubleKind::Bounce,
        _ => TroubleKind::Delay,
    }
}

/// The first status in a text that is one of trouble: `4.x.x` or `5.x.x`, each number of three digits at most.
fn status_in(text: &str) -> Option<String> {
    let is_edge = |sign: char| !(sign.is_ascii_alphanumeric() || sign == '.');
    let mut words = text.split(is_edge).map(|word| word.trim_matches('.'));
    words.find(|word| is_status(word)).map(str::to_owned)
}

fn is_status(word: &str) -> bool {
    let parts: Vec<&str> = word.split('.').collect();
    let is_number = |part: &&str| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.len() == 3 && matches!(parts[0], "4" | "5") && parts.iter().all(is_number)
}

/// Answers of servers that say for good that there is no such mailbox, without a status.
const FOR_GOOD: [&str; 4] = ["550", "551", "553", "554"];

/// What prose says: by a status, or by a server's answer that stands in it.
fn free(text: &str) -> Option<Report> {
    if let Some(status) = status_in(text) {
        return Some(Report {
            kind: kind_of(&status),
            status: Some(status),
        });
    }
    let mut words = text.split(|sign: char| !sign.is_ascii_alphanumeric());
    words.any(|word| FOR_GOOD.contains(&word)).then_some(Report {
        kind: TroubleKind::Bounce,
        status: None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn dsn(fields: &str) -> String {
        format!(
            "From: MAILER-DAEMON@mx.example\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\
             MIME-Version: 1.0\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSorry, 5.1.1.\r\n\
             --b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n{fields}\r\n--b--\r\n"
        )
    }

    fn said(raw: &str) -> Option<(TroubleKind, Option<String>)> {
        read(raw.as_bytes()).map(|report| (report.kind, report.status))
    }

    #[test]
    fn a_delivery_report_says_what_became_of_the_mail() {
        let table = [
            ("Action: failed\r\nStatus: 5.1.1", Some((TroubleKind::Bounce, "5.1.1"))),
            (
                "Action: failed\r\nStatus: 5.0.0 (unknown)",
                Some((TroubleKind::Bounce, "5.0.0")),
            ),
            ("Action: failed\r\nStatus: 4.4.7", Some((TroubleKind::Delay, "4.4.7"))),
            ("Action: failed\r\nStatus: 5.2.2", Some((TroubleKind::Delay, "5.2.2"))),
            ("Action: failed\r\nStatus: 5.7.1", Some((TroubleKind::Delay, "5.7.1"))),
            ("Action: Delayed\r\nStatus: 4.2.0", Some((TroubleKind::Delay, "4.2.0"))),
            ("Action: delivered\r\nStatus: 2.0.0", None),
            ("Action: relayed\r\nStatus: 2.0.0", None),
        ];
        for (fields, wanted) in table {
            let wanted = wanted.map(|(kind, status)| (kind, Some(status.to_owned())));
            assert_eq!(said(&dsn(fields)), wanted, "{fields}");
        }
        let two = dsn("Action: delayed\r\nStatus: 4.2.0\r\n\r\nAction: failed\r\nStatus: 5.1.1");
        assert_eq!(said(&two), Some((TroubleKind::Bounce, Some("5.1.1".to_owned()))));
    }

    #[test]
    fn a_reader_who_complains_is_heard() {
        let report = |kind: &str| {
            format!(
                "Content-Type: multipart/report; report-type=feedback-report; boundary=b\r\nMIME-Version: 1.0\r\n\r\n--b\r\n\
                 Content-Type: text/plain\r\n\r\nAn abuse report\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\n\
                 Feedback-Type: {kind}\r\nVersion: 1\r\n--b--\r\n"
            )
        };
        assert_eq!(said(&report("abuse")), Some((TroubleKind::Complaint, None)));
        assert_eq!(said(&report("not-spam")), None);
    }

    #[test]
    fn prose_is_read_where_there_is_nothing_better() {
        let prose =
            |text: &str| format!("From: MAILER-DAEMON@mx.example\r\nContent-Type: text/plain\r\n\r\n{text}\r\n");
        let bounced = Some((TroubleKind::Bounce, Some("5.1.1".to_owned())));
        assert_eq!(said(&prose("host mx said: 550 5.1.1 <ann>: unknown")), bounced);
        assert_eq!(
            said(&prose("said: 550 no such user")),
            Some((TroubleKind::Bounce, None))
        );
        assert_eq!(said(&prose("I am on holiday until 5.10.2026")), None);
        assert_eq!(said(&prose("See you at the fair")), None);
        let person = prose("Call me at 550 from Monday").replace("MAILER-DAEMON", "ann");
        assert_eq!(said(&person), None, "what people write is no report");
    }

    /// What servers have really written; see the notice beside the files.
    #[test]
    fn real_reports_are_understood() {
        let table: [(&[u8], TroubleKind, Option<&str>); 10] = [
            (
                include_bytes!("../../../tests/it/mail/reports/dsn_01.txt"),
                TroubleKind::Bounce,
                Some("5.0.0"),
            ),
            (
                include_bytes!("../../../tests/it/mail/reports/dsn_02.txt"),
                TroubleKind::Delay,
                Some("4.4.7"),
            ),
            (
                include_bytes!("../../../tests/it/mail/reports/dsn_03.txt"),
                TroubleKind::Bounce,
                None,
            ),
            (
                include_bytes!("../../../tests/it/mail/reports/dsn_05.txt"),
                TroubleKind::Delay,
                Some("4.4.1"),
            ),
            (
                include_bytes!("../../../tests/it/mail/reports/dsn_09.txt"),
                TroubleKind::Bounce,
                Some("5.0.0"),
            ),
            (
                include_bytes!("../../../tests/it/mail/reports/dsn_12.txt"),
                TroubleKind::Bounce,
                Some("5.1.1"),
            ),
            (
                include_bytes!("../../../tests/it/mail/reports/dsn_13.txt"),
                TroubleKind::Bounce,
                Some("5.1.1"),
            ),
            (
                include_bytes!("../../../tests/it/mail/reports/dsn_16.txt"),
                TroubleKind::Bounce,
                Some("5.0.0"),
            ),
            (
                include_bytes!("../../../tests/it/mail/reports/postfix_01.txt"),
                TroubleKind::Bounce,
                Some("5.1.1"),
            ),
            (
                include_bytes!("../../../tests/it/mail/reports/exim_01.txt"),
                TroubleKind::Bounce,
                Some("5.1.1"),
            ),
        ];
        for (at, (raw, kind, status)) in table.into_iter().enumerate() {
            let wanted = Report {
                kind,
                status: status.map(str::to_owned),
            };
            assert_eq!(read(raw), Some(wanted), "the report {at}");
        }
    }

    proptest! {
        #[test]
        fn whatever_comes_is_read_without_harm(raw in proptest::collection::vec(any::<u8>(), 0..400)) {
            drop(read(&raw));
        }
    }
}
