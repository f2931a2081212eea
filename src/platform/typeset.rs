//! Pages for printing: a template and the data it shows become a PDF, set by typst.
//!
//! The template is ours and asks for nothing but its data, which is text to it and never markup. Letters come from the
//! fonts that the system has: Debian's fonts-noto-cjk has them all.

use std::sync::LazyLock;

use serde_json::Value;
use typst::{
    Library, LibraryExt as _, World,
    diag::{FileError, FileResult},
    foundations::{Bytes, Datetime, Duration},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_kit::fonts::{FontStore, system};
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

use super::error::{ApiError, ErrorCode};

/// The fonts of the system, looked for once.
static FONTS: LazyLock<FontStore> = LazyLock::new(|| {
    let mut fonts = FontStore::new();
    fonts.extend(system());
    fonts
});

/// A character of which every font for Chinese has the form.
const HAN: char = '的';

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum TypesetError {
    /// The system has no fonts, or none with Chinese characters where there are some.
    #[error("{0}")]
    Fonts(&'static str),
    /// The template is not right.
    #[error("the template: {0}")]
    Template(String),
}

/// What fonts the system has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// None.
    None,
    /// Some, but none with Chinese characters.
    WithoutChinese,
    /// Those of Chinese as well.
    All,
}

/// What fonts the system has.
#[must_use]
pub fn letters() -> Letters {
    let book = FONTS.book();
    if book.families().next().is_none() {
        return Letters::None;
    }
    match (0..)
        .map_while(|at| book.info(at))
        .any(|info| info.coverage.contains(HAN.into()))
    {
        true => Letters::All,
        false => Letters::WithoutChinese,
    }
}

/// Sets pages on a thread of its own.
///
/// # Errors
/// `UNAVAILABLE` where the fonts are not there, which the log says; `INTERNAL`.
pub async fn print(template: &'static str, data: Value) -> Result<Vec<u8>, ApiError> {
    let set = tokio::task::spawn_blocking(move || pdf(template, &data));
    set.await.map_err(ApiError::internal)?.map_err(|error| match error {
        TypesetError::Fonts(what) => {
            tracing::error!(what, "nothing can be printed");
            ApiError::because(
                ErrorCode::Unavailable,
                "This server cannot print: it lacks fonts. Its operator can see which.",
            )
        }
        TypesetError::Template(_) => ApiError::internal(error),
    })
}

/// Sets pages; takes a while, so that it belongs on a thread of its own.
///
/// # Errors
/// [`TypesetError::Fonts`] with what to install; [`TypesetError::Template`].
pub fn pdf(template: &str, data: &Value) -> Result<Vec<u8>, TypesetError> {
    let data = data.to_string();
    match letters() {
        Letters::None => return Err(TypesetError::Fonts("the server has no fonts: install fonts-noto-cjk")),
        Letters::WithoutChinese if data.chars().any(is_han) => {
            return Err(TypesetError::Fonts(
                "the server has no font with Chinese characters: install fonts-noto-cjk",
            ));
        }
        Letters::WithoutChinese | Letters::All => {}
    }
    let page = Page {
        library: LazyHash::new(Library::default()),
        main: Source::new(file("main.typ")?, template.to_owned()),
        data: (file("data.json")?, Bytes::from_string(data)),
    };
    let set = typst::compile::<PagedDocument>(&page).output;
    let bytes = set.and_then(|document| typst_pdf::pdf(&document, &PdfOptions::default()));
    // What it remembers of one document helps with no other.
    typst::comemo::evict(0);
    bytes.map_err(|errors| {
        let told: Vec<_> = errors.iter().map(|error| error.message.to_string()).collect();
        TypesetError::Template(told.join("; "))
    })
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

fn file(name: &str) -> Result<FileId, TypesetError> {
    let path = VirtualPath::new(name).map_err(|error| TypesetError::Template(format!("{error:?}")))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// All that a template can reach.
struct Page {
    library: LazyHash<Library>,
    main: Source,
    data: (FileId, Bytes),
}

impl World for Page {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        FONTS.book()
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        match id == self.main.id() {
            true => Ok(self.main.clone()),
            false => Err(FileError::AccessDenied),
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        match id == self.data.0 {
            true => Ok(self.data.1.clone()),
            false => Err(FileError::AccessDenied),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
