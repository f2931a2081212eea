//! A file on its way: what it becomes of leads that come in one after the other.

use uuid::Uuid;

use super::{
    exchange::{Bundle, Events},
    rules::ExportFormat,
    sheet::{Sheet, Title},
};
use crate::{
    app::App,
    leads::Extract,
    platform::error::{ApiError, ErrorCode, Result},
};

/// A file on its way, in the form that it will have.
#[derive(Debug)]
pub(super) enum Draft {
    /// A table.
    Table(Sheet),
    /// A bundle of STIX.
    Stix(Bundle),
    /// Events of MISP.
    Misp(Events),
}

impl Draft {
    /// An empty file.
    ///
    /// # Errors
    /// `INTERNAL` for an archive, which is no file of leads.
    pub(super) fn of(app: &App, format: ExportFormat) -> Result<Self> {
        let base = || app.config.public_url.clone();
        match format {
            ExportFormat::Csv | ExportFormat::Xlsx => Ok(Self::Table(Sheet::default())),
            ExportFormat::Stix => Ok(Self::Stix(Bundle::of(base()))),
            ExportFormat::Misp => Ok(Self::Misp(Events::of(base()))),
            ExportFormat::Archive => Err(ErrorCode::Internal.into()),
        }
    }

    /// Adds leads.
    pub(super) fn extend(&mut self, leads: &[Extract]) {
        match self {
            Self::Table(sheet) => sheet.extend(leads),
            Self::Stix(bundle) => leads.iter().for_each(|lead| bundle.add(lead)),
            Self::Misp(events) => leads.iter().for_each(|lead| events.add(lead)),
        }
    }

    /// The file's bytes; `id` is that of the export.
    ///
    /// # Errors
    /// `INTERNAL`.
    pub(super) fn write(self, id: Uuid, format: ExportFormat, title: &Title) -> Result<Vec<u8>> {
        let value = match self {
            Self::Table(sheet) => return sheet.write(format, title),
            Self::Stix(bundle) => bundle.finish(id),
            Self::Misp(events) => events.finish(),
        };
        serde_json::to_vec(&value).map_err(ApiError::internal)
    }
}
