//! A table of leads: its columns, its banner, and how it is written as CSV and as a workbook.

use jiff::Timestamp;
use rust_xlsxwriter::{Color, DocProperties, Format, FormatAlign, Workbook, XlsxError};

use super::rules::{ExportFormat, harmless};
use crate::{
    leads::Extract,
    members::rules::Language,
    permissions::audience::Tlp,
    platform::error::{ApiError, Result},
};

/// What a workbook's cell takes, in units of UTF-16 (32,767, with room for an ellipsis); CSV has the same, so that both
/// tell the same.
const LONGEST_CELL: usize = 32_000;

/// A column: its names in English and Chinese, its width in characters, and what stands in it.
struct Column {
    en: &'static str,
    zh: &'static str,
    width: u16,
    cell: fn(&Extract) -> String,
}

const COLUMNS: [Column; 21] = [
    column("TLP", "TLP", 18, |lead| lead.tlp.label().to_owned()),
    column("Handling code", "处理代码", 8, |lead| {
        <&str>::from(lead.handling_code).to_owned()
    }),
    column("Reference", "编号", 16, |lead| lead.reference.clone()),
    column("Title", "标题", 48, |lead| lead.title.clone()),
    column("Summary", "摘要", 48, |lead| lead.summary.clone().unwrap_or_default()),
    column("State", "状态", 12, |lead| <&str>::from(lead.state).to_owned()),
    column("Priority", "优先级", 10, |lead| lead.priority.code().to_owned()),
    column("Grade", "评级", 7, |lead| lead.grade.clone().unwrap_or_default()),
    column("Owner", "所有者", 28, |lead| lead.owner.clone()),
    column("Source", "来源", 14, |lead| lead.source.code().to_owned()),
    column("Channel", "渠道", 10, |lead| lead.channel.code().to_owned()),
    column("Infringement types", "侵权类型", 28, |lead| {
        let types: Vec<&str> = lead.infringement_types.iter().map(|kind| kind.code()).collect();
        types.join(", ")
    }),
    column("Brands", "品牌", 24, |lead| lead.brands.join(", ")),
    column("Items", "条目数", 7, |lead| lead.items.to_string()),
    column("Listings", "链接", 48, |lead| lead.listings.join("\n")),
    column("Country", "国家", 8, |lead| {
        let place = [lead.country.as_deref(), lead.division.as_deref()];
        place.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }),
    column("Estimated value", "估计价值", 16, |lead| {
        let value = lead.value.as_ref();
        value.map_or_else(String::new, |value| format!("{} {}", value.amount(), value.currency))
    }),
    column("Outcome", "结果", 20, |lead| {
        lead.outcome.map_or("", |outcome| outcome.code()).to_owned()
    }),
    column("Reject reason", "驳回原因", 20, |lead| {
        lead.reject_reason.map_or("", |reason| reason.code()).to_owned()
    }),
    column("Created (UTC)", "创建时间 (UTC)", 18, |lead| {
        moment(lead.created_at)
    }),
    column("Usable until (UTC)", "可用至 (UTC)", 18, |lead| {
        lead.usable_until.map_or_else(String::new, moment)
    }),
];

const fn column(en: &'static str, zh: &'static str, width: u16, cell: fn(&Extract) -> String) -> Column {
    Column { en, zh, width, cell }
}

fn moment(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M").to_string()
}

/// For whom a table is written, and when.
#[derive(Debug, Clone)]
pub(super) struct Title {
    /// The person, with its organisation.
    pub(super) person: String,
    pub(super) language: Language,
    pub(super) at: Timestamp,
}

/// A table of leads.
#[derive(Debug, Clone, Default)]
pub(super) struct Sheet {
    /// The strictest label of a row.
    strictest: Option<Tlp>,
    rows: Vec<(Tlp, Vec<String>)>,
}

impl Sheet {
    /// Adds leads.
    pub(super) fn extend(&mut self, leads: &[Extract]) {
        for lead in leads {
            self.strictest = self.strictest.max(Some(lead.tlp));
            let cells = COLUMNS.iter().map(|column| shortened((column.cell)(lead)));
            self.rows.push((lead.tlp, cells.collect()));
        }
    }

    fn banner(&self, title: &Title) -> String {
        let label = self.strictest.unwrap_or(Tlp::Clear).label();
        let (person, at, count) = (&title.person, moment(title.at), self.rows.len());
        match title.language {
            Language::En => format!(
                "{label} – for {person} – {at} UTC – {count} leads – each row may travel as far as its own TLP says, no further"
            ),
            Language::ZhHans => {
                format!("{label} – 供 {person} 使用 – {at} UTC – {count} 条线索 – 每一行的传播范围以该行的 TLP 为限")
            }
        }
    }

    /// The file's bytes.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub(super) fn write(&self, format: ExportFormat, title: &Title) -> Result<Vec<u8>> {
        match format {
            ExportFormat::Csv => self.csv(title).map_err(ApiError::internal),
            ExportFormat::Xlsx => self.xlsx(title).map_err(ApiError::internal),
            ExportFormat::Stix | ExportFormat::Misp | ExportFormat::Archive => {
                Err(ApiError::internal("this is no table"))
            }
        }
    }

    /// With the mark by which spreadsheets know UTF-8, and every cell in quotes: where a semicolon parts cells, one within a
    /// cell would begin another.
    fn csv(&self, title: &Title) -> Result<Vec<u8>, csv::Error> {
        let mut writer = csv::WriterBuilder::new()
            .flexible(true)
            .quote_style(csv::QuoteStyle::Always)
            .terminator(csv::Terminator::CRLF)
            .from_writer("\u{feff}".as_bytes().to_vec());
        writer.write_record([harmless(&self.banner(title))])?;
        writer.write_record(names(title.language))?;
        for (_, cells) in &self.rows {
            writer.write_record(cells.iter().map(|cell| harmless(cell)))?;
        }
        writer.into_inner().map_err(|error| error.into_error().into())
    }

    /// Every cell is written as text, which no program runs.
    fn xlsx(&self, title: &Title) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        let banner = self.banner(title);
        workbook.set_properties(&DocProperties::new().set_title(&banner).set_author("Touchstone"));
        let sheet = workbook.add_worksheet();
        sheet.set_name("Leads")?;
        let last = u16::try_from(COLUMNS.len() - 1).unwrap_or(u16::MAX);
        let strictest = self.strictest.unwrap_or(Tlp::Clear);
        sheet.merge_range(0, 0, 0, last, &banner, &marked(strictest))?;
        let head = Format::new().set_bold().set_background_color(Color::RGB(0x00E8_EAED));
        for (at, name) in (0..).zip(names(title.language)) {
            sheet.write_string_with_format(1, at, name, &head)?;
        }
        for (at, column) in (0..).zip(&COLUMNS) {
            sheet.set_column_width(at, column.width)?;
        }
        let text = Format::new().set_align(FormatAlign::Top);
        for (row, (tlp, cells)) in (2..).zip(&self.rows) {
            for (at, cell) in (0..).zip(cells) {
                match at {
                    0 => sheet.write_string_with_format(row, at, cell, &marked(*tlp))?,
                    _ => sheet.write_string_with_format(row, at, cell, &text)?,
                };
            }
        }
        sheet.set_freeze_panes(2, 0)?;
        let rows = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        sheet.autofilter(1, 0, rows + 1, last)?;
        sheet.set_landscape();
        sheet.set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(0, 1)?;
        sheet.set_header(format!("&C&B{}", strictest.label().replace('&', "&&")));
        workbook.save_to_buffer()
    }
}

/// A label as it is to be shown: coloured letters on black.
fn marked(tlp: Tlp) -> Format {
    Format::new()
        .set_bold()
        .set_background_color(Color::Black)
        .set_font_color(Color::RGB(tlp.color()))
        .set_align(FormatAlign::Top)
}

fn names(language: Language) -> impl Iterator<Item = &'static str> {
    COLUMNS.iter().map(move |column| match language {
        Language::En => column.en,
        Language::ZhHans => column.zh,
    })
}

fn shortened(cell: String) -> String {
    let mut units = 0;
    let end = cell.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > LONGEST_CELL
    });
    match end {
        Some((end, _)) => format!("{}…", &cell[..end]),
        None => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_as_long_as_a_workbook_takes() {
        for letter in ["a", "鞋", "👟"] {
            let cell = shortened(letter.repeat(LONGEST_CELL + 1));
            let units = cell.encode_utf16().count();
            assert!(units <= LONGEST_CELL + 1 && cell.ends_with('…'), "{units}");
        }
        assert_eq!(shortened("👟 Soles".to_owned()), "👟 Soles");
    }
}
