//! Use cases of imports.

mod carry;
mod line_by_line;
mod mapping;
mod plan;
mod run;
mod start;
mod upload;

pub(crate) use carry::{Brands, Carried, Carrier, Choices};
pub use line_by_line::{Import, ImportError, LineReport, Order, Summary};
pub(crate) use mapping::save_mapping;
pub(super) use mapping::{checked, delete_mapping, mappings};
pub(super) use plan::{Plan, Preview, preview};
pub(super) use run::{advance, forget};
pub(super) use start::{cancel, find, list, list_count, results, results_count, start};
pub use upload::{Upload, upload};
pub(super) use upload::{describe, own_upload};

pub(super) use super::store::{ImportRow, MappingRow, ResultFilter, ResultRow, UploadRow};
