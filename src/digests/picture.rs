//! The week's numbers as a picture.
//!
//! Mail programs show no SVG, so the bars are drawn here: as SVG, rendered by resvg with a font that stands in the program
//! and has the letters of the texts and no others. The picture has a ground of its own, so it can be read wherever it
//! stands, and is no wider than the narrowest screen.

use std::sync::{Arc, LazyLock};

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree, fontdb},
};

/// Noto Sans CJK SC, cut down to the letters of our texts (`scripts/fonts`). SIL Open Font License 1.1.
const FONT: &[u8] = include_bytes!("fonts/noto-sans-sc-digest.otf");
const FAMILY: &str = "Noto Sans CJK SC";

/// How wide the picture is shown; it has twice as many pixels.
pub(super) const WIDTH: u32 = 264;
const SCALE: u32 = 2;
const MARGIN: u32 = 12;
const ROW: u32 = 28;
/// Where bars begin, and how long the longest is.
const BARS_AT: u32 = 128;
const LONGEST: u32 = 90;

/// A number with its name.
pub(super) struct Bar {
    /// Decides the colour.
    pub(super) name: &'static str,
    /// What it is called, in letters of the font.
    pub(super) label: String,
    pub(super) number: i64,
}

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub(super) enum PictureError {
    #[error("the drawing cannot be read: {0}")]
    Drawing(#[from] resvg::usvg::Error),
    #[error("a picture of this size cannot be made")]
    Size,
    #[error("the picture cannot be written")]
    Written,
}

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(FONT.to_vec());
    Arc::new(fonts)
});

/// Draws the bars.
pub(super) fn png(bars: &[Bar]) -> Result<Vec<u8>, PictureError> {
    let options = Options {
        fontdb: Arc::clone(&FONTS),
        ..Options::default()
    };
    let tree = Tree::from_str(&svg(bars), &options)?;
    let (width, height) = (WIDTH * SCALE, height(bars) * SCALE);
    let mut pixmap = Pixmap::new(width, height).ok_or(PictureError::Size)?;
    resvg::render(&tree, Transform::default(), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|_| PictureError::Written)
}

fn height(bars: &[Bar]) -> u32 {
    let rows = u32::try_from(bars.len()).unwrap_or(0);
    2 * MARGIN + rows * ROW
}

fn svg(bars: &[Bar]) -> String {
    let (width, height) = (WIDTH, height(bars));
    let (wide, high) = (width * SCALE, height * SCALE);
    let most = bars.iter().map(|bar| bar.number).max().unwrap_or(0).max(1);
    let rows: String = (0..).zip(bars).map(|(row, bar)| line(row, bar, most)).collect();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{high}\" viewBox=\"0 0 {width} {height}\">\
         <rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"#f1f4f5\"/>\
         <g font-family=\"{FAMILY}\" font-size=\"13\" fill=\"#1f2933\">{rows}</g></svg>"
    )
}

/// A label, its bar as long as its number, and the number at its end.
fn line(row: u32, bar: &Bar, most: i64) -> String {
    let top = MARGIN + row * ROW;
    let length = i64::from(LONGEST) * bar.number.max(0) / most;
    let length = if bar.number > 0 { length.max(3) } else { 1 };
    let (text_at, bar_at) = (top + 19, top + 6);
    let number_at = i64::from(BARS_AT) + length + 6;
    let (label, number, color) = (escaped(&bar.label), bar.number, color(bar.name));
    format!(
        "<text x=\"{MARGIN}\" y=\"{text_at}\">{label}</text>\
         <rect x=\"{BARS_AT}\" y=\"{bar_at}\" width=\"{length}\" height=\"16\" rx=\"2\" fill=\"{color}\"/>\
         <text x=\"{number_at}\" y=\"{text_at}\">{number}</text>"
    )
}

fn color(name: &str) -> &'static str {
    match name {
        "fresh" => "#1864ab",
        "in_time" => "#2b8a3e",
        "late" => "#d9480f",
        "overdue" => "#c92a2a",
        _ => "#5c6a70",
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// The letters of a text that the font does not have: they look like one that no font has.
#[cfg(test)]
pub(super) fn unknown_letters(text: &str) -> String {
    let drawn = |letter: char| {
        let label = letter.to_string();
        let name = "fresh";
        png(&[Bar { name, label, number: 1 }]).unwrap()
    };
    let nothing = drawn('\u{e000}');
    let letters = text.chars().filter(|letter| !letter.is_whitespace());
    letters.filter(|letter| drawn(*letter) == nothing).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(number: i64) -> Bar {
        Bar {
            name: "fresh",
            label: "New & <old>".to_owned(),
            number,
        }
    }

    #[test]
    fn a_picture_is_a_png_of_its_size_whatever_the_numbers() {
        for numbers in [[0, 0], [1, 2], [0, 1_000_000_000], [7, -1]] {
            let png = png(&numbers.map(bar)).unwrap();
            assert!(png.starts_with(b"\x89PNG"));
            let size = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
            assert_eq!((size(16), size(20)), (2 * WIDTH, 2 * (24 + 2 * 28)));
            assert!(png.len() < 20_000, "{}", png.len());
        }
    }

    #[test]
    fn letters_are_drawn() {
        let drawn = |label: &str| {
            png(&[Bar {
                label: label.to_owned(),
                ..bar(1)
            }])
            .unwrap()
        };
        assert_ne!(drawn("Open"), drawn("Over"));
        assert_eq!(unknown_letters("Open 线索 \u{2603}"), "\u{2603}");
    }
}
