//! How banks write statements: as a table whose columns have to be mapped, and as ISO 20022 camt.053.

use jiff::civil::Date;

use crate::{
    bank_statements::rules::{BankColumn, ColumnMapping},
    platform::{
        error::{ApiError, Result},
        money::Money,
    },
};

/// A line that a bank writes.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) on: Date,
    /// Minor units; below zero where money left.
    pub(super) minor: i64,
    /// By what the bank names it.
    pub(super) reference: String,
    /// By what who paid names it; the same where there is nothing else.
    pub(super) called: String,
    pub(super) party: String,
    pub(super) text: String,
}

/// The columns of the table, and what each holds.
const COLUMNS: [(&str, BankColumn); 7] = [
    ("入账日", BankColumn::BookedOn),
    ("转出", BankColumn::Debit),
    ("转入", BankColumn::Credit),
    ("结余", BankColumn::Balance),
    ("往来单位", BankColumn::Counterparty),
    ("说明", BankColumn::Text),
    ("回单号", BankColumn::Reference),
];

/// What each column of the table holds.
pub(super) fn columns() -> Vec<ColumnMapping> {
    let mapping = |(column, field): (&str, BankColumn)| ColumnMapping {
        column: column.to_owned(),
        field,
    };
    COLUMNS.into_iter().map(mapping).collect()
}

/// An amount as a bank writes it, without its sign.
fn unsigned(minor: i64, currency: &str) -> String {
    let money = Money {
        minor: minor.abs(),
        currency: currency.to_owned(),
    };
    money.amount()
}

/// A table of lines, in the order of time, with the balance after each.
pub(super) fn table(opening: i64, currency: &str, lines: &[Line]) -> Result<String> {
    let mut lines: Vec<&Line> = lines.iter().collect();
    lines.sort_by_key(|line| line.on);
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer
        .write_record(COLUMNS.map(|(column, _)| column))
        .map_err(ApiError::internal)?;
    let mut balance = opening;
    for line in lines {
        balance += line.minor;
        let amount = unsigned(line.minor, currency);
        let (out, came) = match line.minor < 0 {
            true => (amount.as_str(), ""),
            false => ("", amount.as_str()),
        };
        let (on, left) = (line.on.to_string(), unsigned(balance, currency));
        let said = [&line.party, &line.text, &line.reference].map(String::as_str);
        let cells = [on.as_str(), out, came, left.as_str()].into_iter().chain(said);
        writer.write_record(cells).map_err(ApiError::internal)?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| ApiError::internal(error.into_error()))?;
    String::from_utf8(bytes).map_err(ApiError::internal)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// What a side of an account is called.
fn side(minor: i64) -> &'static str {
    match minor < 0 {
        true => "DBIT",
        false => "CRDT",
    }
}

fn amount(minor: i64, currency: &str) -> String {
    format!(
        "<Amt Ccy=\"{currency}\">{}</Amt><CdtDbtInd>{}</CdtDbtInd>",
        unsigned(minor, currency),
        side(minor)
    )
}

fn balance(kind: &str, minor: i64, currency: &str, on: Date) -> String {
    let amount = amount(minor, currency);
    format!("    <Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp>{amount}<Dt><Dt>{on}</Dt></Dt></Bal>\n")
}

fn entry(line: &Line, currency: &str) -> String {
    let (amount, on) = (amount(line.minor, currency), line.on);
    let role = match line.minor < 0 {
        true => "Cdtr",
        false => "Dbtr",
    };
    let said = [&line.reference, &line.called, &line.party, &line.text];
    let [reference, called, party, text] = said.map(|text| escaped(text));
    format!(
        "    <Ntry>{amount}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>{on}</Dt></BookgDt>\
         <AcctSvcrRef>{reference}</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>{called}</EndToEndId></Refs>\
         <RltdPties><{role}><Pty><Nm>{party}</Nm></Pty></{role}></RltdPties>\
         <RmtInf><Ustrd>{text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n"
    )
}

/// A statement of some days by camt.053.001.08; its closing balance is what its lines come to.
pub(super) fn message(id: &str, (currency, opening): (&str, i64), (from, to): (Date, Date), lines: &[Line]) -> String {
    let closing = opening + lines.iter().map(|line| line.minor).sum::<i64>();
    let balances = balance("OPBD", opening, currency, from) + &balance("CLBD", closing, currency, to);
    let entries: String = lines.iter().map(|line| entry(line, currency)).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt>\n\
         <GrpHdr><MsgId>{id}</MsgId><CreDtTm>{to}T18:00:00Z</CreDtTm></GrpHdr>\n\
         <Stmt><Id>{id}</Id><CreDtTm>{to}T18:00:00Z</CreDtTm>\
         <FrToDt><FrDtTm>{from}T00:00:00Z</FrDtTm><ToDtTm>{to}T23:59:59Z</ToDtTm></FrToDt>\
         <Acct><Id><Othr><Id>6217-00-{currency}-2026</Id></Othr></Id><Ccy>{currency}</Ccy></Acct>\n\
         {balances}{entries}</Stmt></BkToCstmrStmt></Document>\n"
    )
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::bank_statements::rules::{
        BankDateOrder, BankDecimalMark, ParsedFile, TableOptions, parse_camt, parse_table,
    };

    fn lines() -> Vec<Line> {
        let line = |day, minor, reference: &str, called: &str| Line {
            on: date(2026, 3, day),
            minor,
            reference: reference.to_owned(),
            called: called.to_owned(),
            party: "Fox & Sons, \"Ltd\"".to_owned(),
            text: "Order 4711, and <more>".to_owned(),
        };
        vec![line(9, -4_250, "OUT-1", "OUT-1"), line(2, 10_000, "R-1", "R")]
    }

    fn is_read(file: &ParsedFile) {
        assert!(file.mistakes.is_empty(), "{:?}", file.mistakes);
        let statement = &file.statements[0];
        assert_eq!((statement.opening, statement.closing), (500, 6_250));
        let read: Vec<_> = statement
            .lines
            .iter()
            .map(|line| (line.minor, line.reference.as_deref()))
            .collect();
        assert_eq!(read, [(10_000, Some("R-1")), (-4_250, Some("OUT-1"))]);
        assert_eq!(statement.lines[1].text.as_deref(), Some("Order 4711, and <more>"));
        assert_eq!(statement.lines[1].counterparty.as_deref(), Some("Fox & Sons, \"Ltd\""));
    }

    #[test]
    fn what_is_written_is_read() {
        let options = TableOptions {
            columns: Some(columns()),
            date_order: BankDateOrder::Ymd,
            decimal_mark: BankDecimalMark::Point,
            skip_rows: 0,
            opening: None,
            closing: None,
        };
        let text = table(500, "CNY", &lines()).unwrap();
        is_read(&parse_table(text.as_bytes(), &options, "CNY").1);
        let days = (date(2026, 3, 1), date(2026, 3, 9));
        let file = parse_camt(message("S-1", ("CNY", 500), days, &lines()).as_bytes(), "CNY");
        is_read(&file);
        assert_eq!(file.statements[0].lines[0].references, ["R-1", "R"]);
    }
}
