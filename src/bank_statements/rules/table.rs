//! Statements in tables, by a mapping of their columns.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    MAX_FILE, MOST_LINES,
    codes::{BankColumn, BankDateOrder, BankDecimalMark, BankMistakeCode},
    parsed::{Mistake, ParsedFile, ParsedLine, ParsedStatement, minor_of, named, said},
};
use crate::{
    imports::rules::{Grid, grid},
    platform::text::fold,
};

/// A column and what it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnMapping {
    /// Its name in the first row.
    pub column: String,
    /// What it holds.
    pub field: BankColumn,
}

/// How to read a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableOptions {
    /// Which columns hold what; as their names suggest where nothing is said.
    pub columns: Option<Vec<ColumnMapping>>,
    /// In which order dates are written.
    pub date_order: BankDateOrder,
    /// What stands before decimals.
    pub decimal_mark: BankDecimalMark,
    /// Rows before the one that names the columns.
    pub skip_rows: usize,
    /// What was there before the first line, as decimal text.
    pub opening: Option<String>,
    /// What was there after the last line, as decimal text.
    pub closing: Option<String>,
}

/// Words that stand in headers, folded.
const WORDS: &[(BankColumn, &[&str])] = &[
    (
        BankColumn::BookedOn,
        &[
            "date",
            "booking date",
            "booked on",
            "transaction date",
            "posting date",
            "交易日期",
            "记账日期",
            "日期",
            "交易时间",
        ],
    ),
    (BankColumn::ValueOn, &["value date", "起息日", "起息日期"]),
    (
        BankColumn::Amount,
        &["amount", "transaction amount", "金额", "交易金额", "发生额"],
    ),
    (
        BankColumn::Debit,
        &[
            "debit",
            "paid out",
            "withdrawal",
            "支出",
            "借方金额",
            "借方发生额",
            "支出金额",
        ],
    ),
    (
        BankColumn::Credit,
        &[
            "credit",
            "paid in",
            "deposit",
            "收入",
            "贷方金额",
            "贷方发生额",
            "收入金额",
        ],
    ),
    (
        BankColumn::Reference,
        &[
            "reference",
            "bank reference",
            "transaction id",
            "流水号",
            "交易流水号",
            "银行流水号",
            "凭证号",
        ],
    ),
    (
        BankColumn::Counterparty,
        &[
            "counterparty",
            "payee",
            "payer",
            "name",
            "对方户名",
            "对方名称",
            "对方单位名称",
        ],
    ),
    (
        BankColumn::Text,
        &[
            "text",
            "description",
            "details",
            "memo",
            "purpose",
            "摘要",
            "用途",
            "附言",
            "备注",
        ],
    ),
    (BankColumn::Balance, &["balance", "余额", "账户余额"]),
    (BankColumn::Currency, &["currency", "币种"]),
];

/// What a column's name suggests.
#[must_use]
pub fn suggestion(name: &str) -> Option<BankColumn> {
    let name = fold(name.trim()).replace(['_', '-'], " ");
    let found = WORDS.iter().find(|(_, words)| words.contains(&name.as_str()));
    found.map(|(column, _)| *column)
}

/// Reads a table for a fund of a currency; gives it as it stands too, where it is one.
#[must_use]
pub fn parse(bytes: &[u8], options: &TableOptions, currency: &str) -> (Option<Grid>, ParsedFile) {
    if bytes.len() > MAX_FILE {
        let mistake = Mistake::whole(BankMistakeCode::TooLarge, "The file is too large.");
        return (None, ParsedFile::broken(mistake));
    }
    // The size of the file bounds them already.
    match grid(bytes, options.skip_rows, usize::MAX) {
        Ok(grid) if grid.rows.len() > MOST_LINES => {
            let text = format!("At most {MOST_LINES} lines are taken at once.");
            let mistake = Mistake::whole(BankMistakeCode::TooLarge, text);
            (None, ParsedFile::broken(mistake))
        }
        Ok(grid) => {
            let file = of_grid(&grid, options, currency);
            (Some(grid), file)
        }
        Err(error) => {
            let line = error.line.and_then(|line| i32::try_from(line).ok());
            let mistake = Mistake {
                line,
                ..Mistake::whole(
                    BankMistakeCode::Unreadable,
                    format!("This is no table that can be read: {error}."),
                )
            };
            (None, ParsedFile::broken(mistake))
        }
    }
}

/// A line and the balance after it.
type Booked = (ParsedLine, Option<i64>);

/// How to read the cells of a table.
struct Reader<'a> {
    fields: Vec<Option<BankColumn>>,
    options: &'a TableOptions,
    currency: &'a str,
}

fn of_grid(grid: &Grid, options: &TableOptions, currency: &str) -> ParsedFile {
    let reader = Reader {
        fields: fields(grid, options),
        options,
        currency,
    };
    let has = |field| reader.fields.contains(&Some(field));
    if !has(BankColumn::BookedOn) || !(has(BankColumn::Amount) || has(BankColumn::Debit) || has(BankColumn::Credit)) {
        let text = "Say which columns hold the day and the amount.";
        return ParsedFile::broken(Mistake::whole(BankMistakeCode::Incomplete, text));
    }
    let mut file = ParsedFile::default();
    let mut lines: Vec<Booked> = Vec::new();
    for (place, cells) in &grid.rows {
        let place = i32::try_from(*place).unwrap_or(i32::MAX);
        match reader.line(place, cells) {
            Ok(line) => lines.extend(line),
            Err(mistake) => file.mistakes.push(mistake),
        }
    }
    if !file.mistakes.is_empty() {
        return file;
    }
    match statement(in_order(lines), options, currency) {
        Ok(statement) => file.statements.push(statement),
        Err(mistake) => file.mistakes.push(mistake),
    }
    file
}

fn fields(grid: &Grid, options: &TableOptions) -> Vec<Option<BankColumn>> {
    let mut taken = Vec::new();
    let of = |name: &String| match &options.columns {
        Some(columns) => columns
            .iter()
            .find(|column| column.column == *name)
            .map(|column| column.field),
        None => {
            let field = suggestion(name)?;
            if field != BankColumn::Text && taken.contains(&field) {
                return None;
            }
            taken.push(field);
            Some(field)
        }
    };
    grid.columns.iter().map(of).collect()
}

impl Reader<'_> {
    fn value<'c>(&self, cells: &'c [String], field: BankColumn) -> Option<&'c str> {
        let mut found = self.fields.iter().zip(cells).filter(|(goes, _)| **goes == Some(field));
        found.find_map(|(_, cell)| Some(cell.trim()).filter(|cell| !cell.is_empty()))
    }

    /// A line; nothing where the row is empty, or of nothing.
    fn line(&self, place: i32, cells: &[String]) -> Result<Option<Booked>, Mistake> {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return Ok(None);
        }
        let wrong = |code, text: &str| Mistake::at(code, place, text);
        if self
            .value(cells, BankColumn::Currency)
            .is_some_and(|code| !code.eq_ignore_ascii_case(self.currency))
        {
            return Err(wrong(
                BankMistakeCode::Currency,
                "It is in another currency than the fund.",
            ));
        }
        let order = self.options.date_order;
        let day = |field| match self.value(cells, field) {
            Some(text) => date(text, order)
                .map(Some)
                .ok_or_else(|| wrong(BankMistakeCode::Date, "The day cannot be read.")),
            None => Ok(None),
        };
        let amount = |field| match self.value(cells, field) {
            Some(text) => self
                .signed(text)
                .map(Some)
                .ok_or_else(|| wrong(BankMistakeCode::Amount, "The amount cannot be read.")),
            None => Ok(None),
        };
        let booked_on =
            day(BankColumn::BookedOn)?.ok_or_else(|| wrong(BankMistakeCode::Date, "The day is missing."))?;
        let out = amount(BankColumn::Debit)?.map_or(0, i64::abs);
        let minor = amount(BankColumn::Amount)?.unwrap_or(0) + amount(BankColumn::Credit)?.unwrap_or(0) - out;
        let reference = self.value(cells, BankColumn::Reference).and_then(named);
        let line = ParsedLine {
            place,
            booked_on,
            value_on: day(BankColumn::ValueOn)?,
            minor,
            references: reference.iter().cloned().collect(),
            reference,
            counterparty: self.value(cells, BankColumn::Counterparty).and_then(said),
            text: self.text(cells),
        };
        let balance = amount(BankColumn::Balance)?;
        Ok((minor != 0).then_some((line, balance)))
    }

    fn text(&self, cells: &[String]) -> Option<String> {
        let parts = self.fields.iter().zip(cells);
        let parts = parts.filter(|(goes, cell)| **goes == Some(BankColumn::Text) && !cell.trim().is_empty());
        said(&parts.map(|(_, cell)| cell.trim()).collect::<Vec<_>>().join(" "))
    }

    fn signed(&self, text: &str) -> Option<i64> {
        signed(text, self.options.decimal_mark, self.currency)
    }
}

/// An amount with its sign before or behind it, or in brackets, in minor units.
fn signed(text: &str, mark: BankDecimalMark, currency: &str) -> Option<i64> {
    let bare: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '¥' | '￥' | '$' | '€' | '£' | '+'))
        .collect();
    let (is_below, bare) = match (bare.strip_prefix('-'), bare.strip_suffix('-')) {
        (Some(rest), _) | (None, Some(rest)) => (true, rest),
        (None, None) => match bare.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            Some(rest) => (true, rest),
            None => (false, bare.as_str()),
        },
    };
    let (mark, between) = match mark {
        BankDecimalMark::Point => ('.', ','),
        BankDecimalMark::Comma => (',', '.'),
    };
    let (whole, decimals) = bare
        .split_once(mark)
        .map_or((bare, None), |(whole, rest)| (whole, Some(rest)));
    let groups: Vec<&str> = whole.split(between).collect();
    if groups.len() > 1 && !((1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|group| group.len() == 3)) {
        return None;
    }
    let plain = match decimals {
        Some(decimals) => format!("{}.{decimals}", groups.concat()),
        None => groups.concat(),
    };
    let minor = minor_of(&plain, currency)?;
    Some(if is_below { -minor } else { minor })
}

/// A day, perhaps with a time behind it.
fn date(text: &str, order: BankDateOrder) -> Option<Date> {
    let head = text.split([' ', 'T']).next()?;
    let mut parts: Vec<&str> = head
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    if let [whole] = parts[..]
        && whole.len() == 8
    {
        parts = match order {
            BankDateOrder::Ymd => vec![&whole[..4], &whole[4..6], &whole[6..]],
            BankDateOrder::Dmy | BankDateOrder::Mdy => vec![&whole[..2], &whole[2..4], &whole[4..]],
        };
    }
    let [first, second, third] = parts[..] else { return None };
    let (year, month, day) = match order {
        BankDateOrder::Ymd => (first, second, third),
        BankDateOrder::Dmy => (third, second, first),
        BankDateOrder::Mdy => (third, first, second),
    };
    let year: i16 = year.parse().ok()?;
    let year = if year < 100 { year + 2_000 } else { year };
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

/// Whether each balance is the one before it and the amount of its line.
fn leads_on(lines: &[Booked]) -> bool {
    lines.windows(2).all(|pair| match (pair[0].1, pair[1].1) {
        (Some(before), Some(after)) => after - before == pair[1].0.minor,
        _ => true,
    })
}

/// The lines in the order of time: many tables begin with the latest.
fn in_order(mut lines: Vec<Booked>) -> Vec<Booked> {
    let turned: Vec<Booked> = lines.iter().rev().cloned().collect();
    let falls = lines.first().map(|line| line.0.booked_on) > lines.last().map(|line| line.0.booked_on);
    if falls || (!leads_on(&lines) && leads_on(&turned)) {
        lines = turned;
    }
    lines
}

fn statement(lines: Vec<Booked>, options: &TableOptions, currency: &str) -> Result<ParsedStatement, Mistake> {
    let given = |text: &Option<String>| match text {
        Some(text) => signed(text, BankDecimalMark::Point, currency)
            .map(Some)
            .ok_or_else(|| Mistake::whole(BankMistakeCode::Amount, "The balance cannot be read.")),
        None => Ok(None),
    };
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
        return Err(Mistake::whole(
            BankMistakeCode::Incomplete,
            "There is no line in the table.",
        ));
    };
    if !leads_on(&lines) {
        let text = "The balances of the lines do not follow from their amounts.";
        return Err(Mistake::whole(BankMistakeCode::Unbalanced, text));
    }
    let opening = given(&options.opening)?.or_else(|| first.1.map(|balance| balance - first.0.minor));
    let closing = given(&options.closing)?.or(last.1);
    let (Some(opening), Some(closing)) = (opening, closing) else {
        let text = "Say what the balance was before the first line and after the last.";
        return Err(Mistake::whole(BankMistakeCode::Incomplete, text));
    };
    let days = lines.iter().map(|line| line.0.booked_on);
    let (from, to) = (days.clone().min(), days.max());
    let booked = (first.0.booked_on, last.0.booked_on);
    Ok(ParsedStatement {
        bank_id: None,
        account: None,
        from: from.unwrap_or(booked.0),
        to: to.unwrap_or(booked.1),
        opening,
        closing,
        lines: lines.into_iter().map(|line| line.0).collect(),
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date as day;

    use super::*;

    fn options() -> TableOptions {
        TableOptions {
            columns: None,
            date_order: BankDateOrder::Ymd,
            decimal_mark: BankDecimalMark::Point,
            skip_rows: 0,
            opening: None,
            closing: None,
        }
    }

    #[test]
    fn a_table_with_balances_says_all() {
        let text = "日期,支出,收入,余额,对方户名,摘要,流水号\n2026-03-02,,\"1,000.00\",1000.00,Acme,出资,IN-1\n\
                    2026-03-09,200.00,,800.00,Shop,order 7,OUT-1\n";
        let (_, file) = parse(text.as_bytes(), &options(), "CNY");
        assert!(file.mistakes.is_empty(), "{:?}", file.mistakes);
        let statement = &file.statements[0];
        assert_eq!((statement.opening, statement.closing), (0, 80_000));
        assert_eq!(
            statement.lines.iter().map(|line| line.minor).collect::<Vec<_>>(),
            [100_000, -20_000]
        );
        assert_eq!(statement.lines[1].place, 3);
    }

    #[test]
    fn amounts_and_days_are_read_as_they_are_said_to_be_written() {
        let comma = BankDecimalMark::Comma;
        for (text, mark, minor) in [
            ("1.234,56-", comma, Some(-123_456)),
            ("(5,00)", comma, Some(-500)),
            ("¥1,234.5", BankDecimalMark::Point, Some(123_450)),
            ("1,23", BankDecimalMark::Point, None),
            ("x", BankDecimalMark::Point, None),
        ] {
            assert_eq!(signed(text, mark, "CNY"), minor, "{text}");
        }
        assert_eq!(date("09.03.2026", BankDateOrder::Dmy), Some(day(2026, 3, 9)));
        assert_eq!(date("20260309", BankDateOrder::Ymd), Some(day(2026, 3, 9)));
        assert_eq!(date("03/09/26 12:00", BankDateOrder::Mdy), Some(day(2026, 3, 9)));
        assert_eq!(date("2026-13-01", BankDateOrder::Ymd), None);
    }
}
