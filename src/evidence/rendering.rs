//! Pictures of evidence to look at: made anew of the pixels, so that nothing of the file's metadata is left, no larger than a
//! screen, and marked all over with who gets them. And in grey, so small that only what they look like is left.
//!
//! What the pixels would take in memory is asked before they are read, so that a small file cannot become a large picture.

use std::{
    io::Cursor,
    sync::{Arc, LazyLock},
    time::Duration,
};

use image::{
    DynamicImage, GrayImage, ImageDecoder as _, ImageReader, Limits, RgbImage,
    codecs::jpeg::JpegEncoder,
    imageops::{self, FilterType},
    metadata::Orientation,
};
use jiff::Timestamp;
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree, fontdb},
};
use tokio::{sync::Semaphore, time::timeout};
use uuid::Uuid;

use super::rules::Rendition;
use crate::{app::App, permissions::Viewer, platform::ids::letters};

/// The type of what is made.
pub const MEDIA_TYPE: &str = "image/jpeg";

/// Noto Sans, in which the digest draws too: it has the letters of ASCII. SIL Open Font License 1.1.
const FONT: &[u8] = include_bytes!("../digests/fonts/noto-sans-sc-digest.otf");
const FAMILY: &str = "Noto Sans CJK SC";
/// Most pixels of a picture that is read: 80 megapixels, beyond what cameras make.
const MOST_PIXELS: u64 = 80_000_000;
/// Most bytes that reading one may take.
const MOST_BYTES: u64 = 512 * 1024 * 1024;
/// The longer side of what is made.
const PREVIEW: u32 = 1_600;
const THUMBNAIL: u32 = 320;
/// The longer side to which a picture is made smaller quickly, before that is done with care.
const CAREFUL: u32 = 512;
/// How long one may be looked at in grey, and how long its turn is waited for.
const PATIENCE: Duration = Duration::from_secs(30);
/// Of JPEG, 1–100.
const QUALITY: u8 = 82;

/// Pictures that are made at once in a process: each takes a processor and its memory.
static TURNS: Semaphore = Semaphore::const_new(2);

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(FONT.to_vec());
    Arc::new(fonts)
});

/// Why no picture was made.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// It cannot be read as a picture, or would take too much.
    #[error("the picture cannot be read: {0}")]
    Unreadable(#[from] image::ImageError),
    /// It has more pixels than are read.
    #[error("the picture has {0} pixels")]
    TooLarge(u64),
    /// The mark cannot be drawn.
    #[error("the mark cannot be drawn: {0}")]
    Mark(#[from] resvg::usvg::Error),
    /// It has no room for a mark.
    #[error("the picture is no picture")]
    Empty,
    /// The thread that made it broke off.
    #[error("making the picture broke off")]
    BrokenOff,
    /// It takes too long.
    #[error("the picture takes too long")]
    TooSlow,
    /// Others take too long: nothing is said of this one.
    #[error("other pictures are being made")]
    Busy,
}

/// The mark of one person on the copies of one link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark(String);

impl Mark {
    /// The mark of a viewer on what a link gives out; custody keeps it, so that a copy tells whose it was.
    #[must_use]
    pub fn of(app: &App, viewer: &Viewer, nonce: Uuid) -> Self {
        let code = app
            .keys
            .code("watermark", &[viewer.person.as_bytes(), nonce.as_bytes()]);
        Self(letters(code, 8))
    }

    /// The code by which custody is searched.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0
    }

    /// What is drawn: the organisation as far as its name is in ASCII, the code, the minute.
    #[must_use]
    pub fn text(&self, organization: &str, now: Timestamp) -> String {
        let minute = now.strftime("%Y-%m-%d %H:%M UTC");
        let name: String = organization
            .chars()
            .filter(|c| c.is_ascii_graphic() || *c == ' ')
            .take(40)
            .collect();
        match name.trim() {
            "" => format!("{} - {minute}", self.0),
            name => format!("{name} - {} - {minute}", self.0),
        }
    }
}

/// Makes a picture on a thread of its own.
///
/// # Errors
/// [`RenderError`].
pub async fn picture(bytes: Vec<u8>, rendition: Rendition, mark: String) -> Result<Vec<u8>, RenderError> {
    let _turn = TURNS.acquire().await.map_err(|_| RenderError::BrokenOff)?;
    let made = tokio::task::spawn_blocking(move || rendered(&bytes, rendition, &mark));
    made.await.map_err(|_| RenderError::BrokenOff)?
}

/// A picture in grey, on white where one sees through it, `side` pixels each way whatever its shape, row by row.
///
/// # Errors
/// [`RenderError`]; also where it takes too long. Nobody can stop the thread that looks at it then, so its turn goes with the
/// thread: what takes for ever holds up one of two, and not more and more.
pub async fn grey(bytes: Vec<u8>, side: usize) -> Result<Vec<u8>, RenderError> {
    let side = u32::try_from(side).map_err(|_| RenderError::Empty)?;
    let turn = timeout(PATIENCE, TURNS.acquire()).await;
    let turn = turn
        .map_err(|_| RenderError::Busy)?
        .map_err(|_| RenderError::BrokenOff)?;
    let looking = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        greyed(&bytes, side)
    });
    let looked = timeout(PATIENCE, looking).await.map_err(|_| RenderError::TooSlow)?;
    looked.map_err(|_| RenderError::BrokenOff)?
}

fn greyed(bytes: &[u8], side: u32) -> Result<Vec<u8>, RenderError> {
    let picture = read(bytes)?;
    let picture = match picture.width().max(picture.height()) > CAREFUL {
        true => picture.thumbnail(CAREFUL, CAREFUL),
        false => picture,
    };
    let mut grey = GrayImage::new(picture.width(), picture.height());
    for (shade, over) in grey.pixels_mut().zip(picture.to_luma_alpha8().pixels()) {
        let [light, alpha] = over.0.map(u32::from);
        let on_white = (light * alpha + 255 * (255 - alpha)) / 255;
        shade.0 = [u8::try_from(on_white).unwrap_or(u8::MAX)];
    }
    Ok(imageops::resize(&grey, side, side, FilterType::Triangle).into_raw())
}

fn rendered(bytes: &[u8], rendition: Rendition, mark: &str) -> Result<Vec<u8>, RenderError> {
    let most = match rendition {
        Rendition::Thumbnail => THUMBNAIL,
        Rendition::Preview | Rendition::Original => PREVIEW,
    };
    let picture = read(bytes)?;
    let mut picture = match picture.width().max(picture.height()) > most {
        true => picture.thumbnail(most, most).to_rgb8(),
        false => picture.to_rgb8(),
    };
    marked(&mut picture, mark)?;
    let mut made = Vec::new();
    JpegEncoder::new_with_quality(&mut made, QUALITY).encode_image(&picture)?;
    Ok(made)
}

/// The pixels, turned as the camera was held.
fn read(bytes: &[u8]) -> Result<DynamicImage, RenderError> {
    let reader = || ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let mut reader = reader().map_err(image::ImageError::IoError)?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MOST_PIXELS {
        return Err(RenderError::TooLarge(pixels));
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// Draws the mark over and over, light with a dark edge, so that it stands out of whatever is below.
fn marked(picture: &mut RgbImage, mark: &str) -> Result<(), RenderError> {
    let (width, height) = picture.dimensions();
    let options = Options {
        fontdb: Arc::clone(&FONTS),
        ..Options::default()
    };
    let tree = Tree::from_str(&drawing(width, height, mark), &options)?;
    let mut layer = Pixmap::new(width, height).ok_or(RenderError::Empty)?;
    resvg::render(&tree, Transform::default(), &mut layer.as_mut());
    for (pixel, over) in picture.pixels_mut().zip(layer.pixels()) {
        let beneath = 255 - u16::from(over.alpha());
        let over = [over.red(), over.green(), over.blue()];
        for (channel, over) in pixel.0.iter_mut().zip(over) {
            let mixed = u16::from(over) + (u16::from(*channel) * beneath) / 255;
            *channel = u8::try_from(mixed).unwrap_or(u8::MAX);
        }
    }
    Ok(())
}

fn drawing(width: u32, height: u32, mark: &str) -> String {
    let size = (width.max(height) / 50).clamp(9, 28);
    let step = size * 7;
    // Wide enough for the text and a gap; the rows are set off against each other.
    let across = size * u32::try_from(mark.len()).unwrap_or(60) * 3 / 5 + step;
    let mark = mark.replace('&', "&amp;").replace('<', "&lt;");
    let mut texts = String::new();
    let reach = width + height;
    for (row, y) in (0..2 * reach).step_by(usize::try_from(step).unwrap_or(1)).enumerate() {
        let shift = if row % 2 == 0 { 0 } else { across / 2 };
        for x in (0..reach + across).step_by(usize::try_from(across).unwrap_or(1)) {
            let (x, y) = (i64::from(x) - i64::from(shift), i64::from(y) - i64::from(reach / 2));
            texts.push_str(&format!("<text x='{x}' y='{y}'>{mark}</text>"));
        }
    }
    format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}'>\
         <g transform='rotate(-30)' font-family='{FAMILY}' font-size='{size}' fill='#fff' fill-opacity='0.42' \
         stroke='#000' stroke-opacity='0.28' stroke-width='0.6'>{texts}</g></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let picture = RgbImage::from_pixel(width, height, image::Rgb([90, 120, 150]));
        picture
            .write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Png)
            .unwrap();
        bytes
    }

    #[test]
    fn a_picture_is_small_marked_and_without_metadata() {
        let source = png(2_000, 1_000);
        let marks = ["ACME - 7K3QX2AB - now", "ACME - AAAAAAAA - now"];
        let [one, other] = marks.map(|mark| rendered(&source, Rendition::Preview, mark).unwrap());
        assert_ne!(one, other, "each person's copy is another one");
        let made = image::load_from_memory(&one).unwrap().to_rgb8();
        assert_eq!(made.dimensions(), (1_600, 800));
        let touched = made.pixels().filter(|pixel| pixel.0[0].abs_diff(90) > 25).count();
        assert!(touched * 200 > made.pixels().len(), "the mark is everywhere: {touched}");
        let small = rendered(&source, Rendition::Thumbnail, "mark").unwrap();
        assert_eq!(image::load_from_memory(&small).unwrap().width(), 320);
        assert!(!one.windows(4).any(|found| found == b"Exif"));
    }

    #[test]
    fn what_the_camera_wrote_goes_no_further() {
        // A JPEG with an EXIF segment that turns it and names its author.
        let mut jpeg = Vec::new();
        let picture = RgbImage::from_pixel(40, 20, image::Rgb([200, 10, 10]));
        JpegEncoder::new_with_quality(&mut jpeg, 90)
            .encode_image(&picture)
            .unwrap();
        let exif =
            b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x02\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\x01\x3b\0\x02\0\0\0\x04Ann\0\0\0\0\0";
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        let segment = [&[0xff, 0xe1], length.as_slice(), exif].concat();
        let tagged = [&jpeg[..2], &segment, &jpeg[2..]].concat();
        let made = rendered(&tagged, Rendition::Preview, "mark").unwrap();
        assert!(!made.windows(3).any(|found| found == b"Ann"));
        assert_eq!(
            image::load_from_memory(&made).unwrap().height(),
            40,
            "turned as the camera was held"
        );
    }

    #[test]
    fn what_one_sees_through_is_white_and_shades_stay_what_they_are() {
        let mut bytes = Vec::new();
        // Black that nobody sees on the left, grey on the right.
        let picture = image::RgbaImage::from_fn(2_000, 30, |x, _| match x < 1_000 {
            true => image::Rgba([0, 0, 0, 0]),
            false => image::Rgba([90, 90, 90, 255]),
        });
        picture
            .write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Png)
            .unwrap();
        let grey = greyed(&bytes, 32).unwrap();
        assert_eq!(grey.len(), 32 * 32);
        for row in grey.chunks_exact(32) {
            assert!(row[0] >= 254 && row[31].abs_diff(90) <= 1, "{row:?}");
        }
    }

    #[test]
    fn a_bomb_and_nonsense_are_refused() {
        // A header that promises 60,000 × 60,000 pixels.
        let mut bomb = png(1, 1);
        bomb[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
        bomb[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
        assert!(rendered(&bomb, Rendition::Preview, "mark").is_err());
        assert!(rendered(b"\xff\xd8\xff\xe0 no picture", Rendition::Preview, "mark").is_err());
        assert!(rendered(b"", Rendition::Preview, "mark").is_err());
        assert!(greyed(&bomb, 32).is_err() && greyed(b"", 32).is_err());
    }
}
