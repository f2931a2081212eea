//! Pictures: how long a look-up among many takes, and how many logos are known again when they were turned or scaled.

use std::{fs, hint::black_box, io::Write as _, path::Path};

use image::{GrayImage, imageops};
use touchstone::screening::rules::pictures::{Code, Fingerprint, Index, NEAR, Near, ROTATIONS};

use super::{Dice, on_this_core};
use crate::Done;

/// Measures a look-up among as many codes.
pub fn look_up(count: usize) -> Done<()> {
    let mut dice = Dice::new(11);
    let codes: Vec<(Code, u32)> = (0..count).map(|id| (dice.any(), id as u32)).collect();
    let index = Index::of(&codes);
    let asked: Vec<Code> = (0..2_000)
        .map(|at| {
            let near = codes[at * 7 % codes.len()].0;
            (0..at % 14).fold(near, |code, _| code ^ (1 << dice.below(64)))
        })
        .collect();
    let mut found: Vec<Near> = Vec::new();
    asked.iter().for_each(|code| index.near_code(*code, &mut found));
    found.clear();
    let began = on_this_core();
    asked
        .iter()
        .for_each(|code| index.near_code(black_box(*code), &mut found));
    let micros = (on_this_core() - began) * 1e6 / asked.len() as f64;
    let picture = GrayImage::from_fn(400, 400, |x, y| image::Luma([(x * y % 251) as u8]));
    let began = on_this_core();
    let prints: Vec<Fingerprint> = (0..200).map(|_| Fingerprint::of(black_box(&picture))).collect();
    let of_picture = (on_this_core() - began) * 1e6 / prints.len() as f64;
    let began = on_this_core();
    prints.iter().for_each(|print| index.near(print, &mut found));
    let turned = (on_this_core() - began) * 1e6 / prints.len() as f64;
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "{count} codes, {} MB: {micros:.1} µs a look-up within {NEAR} bits, {turned:.0} µs for {ROTATIONS} rotations; a fingerprint of 400 × 400 takes {of_picture:.0} µs",
        index.bytes() / 1_000_000,
    )?;
    Ok(())
}

struct Logo {
    name: String,
    transform: String,
    picture: GrayImage,
}

/// Reads all logos and tells how many are near their own and how many are near others.
pub fn logos(folder: &Path) -> Done<()> {
    let table = fs::read_to_string(folder.join("index.csv"))?;
    let mut logos = Vec::new();
    for line in table.lines().skip(1) {
        let mut cells = line.split(',');
        let (Some(file), Some(brand), Some(transform), Some(name)) =
            (cells.next(), cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        let number = name.trim_start_matches("scal_");
        logos.push(Logo {
            name: format!("{brand}/{number}"),
            transform: transform.to_owned(),
            picture: image::open(folder.join(file))?.to_luma8(),
        });
    }
    let (genuine, altered): (Vec<_>, Vec<_>) = logos.into_iter().partition(|logo| logo.transform == "genuine");
    let known: Vec<(String, Vec<Fingerprint>)> = genuine
        .iter()
        .map(|logo| (logo.name.clone(), Fingerprint::zooms(&logo.picture)))
        .collect();
    let mut kinds: Vec<&str> = altered.iter().map(|logo| logo.transform.as_str()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    for kind in kinds {
        let asked = altered.iter().filter(|logo| logo.transform == kind);
        told(
            kind,
            asked.map(|logo| (logo.name.clone(), Fingerprint::of(&logo.picture))),
            &known,
        )?;
    }
    let cropped = genuine
        .iter()
        .map(|logo| (logo.name.clone(), Fingerprint::of(&middle(&logo.picture, 0.8))));
    told("cropped to 80 %", cropped, &known)
}

fn middle(picture: &GrayImage, share: f32) -> GrayImage {
    let (width, height) = picture.dimensions();
    let kept = |length: u32| ((length as f32 * share) as u32).max(1);
    let (wide, high) = (kept(width), kept(height));
    imageops::crop_imm(picture, (width - wide) / 2, (height - high) / 2, wide, high).to_image()
}

fn told(
    kind: &str,
    asked: impl Iterator<Item = (String, Fingerprint)>,
    known: &[(String, Vec<Fingerprint>)],
) -> Done<()> {
    let (mut right, mut all, mut wrong, mut pairs) = (0, 0, 0, 0);
    // The same picture stands under several names; what is no further from the original than recompressing makes it is it.
    for (name, print) in asked {
        let own: Vec<Fingerprint> = known
            .iter()
            .filter(|(known, _)| *known == name)
            .flat_map(|(_, prints)| prints.clone())
            .collect();
        all += 1;
        right += usize::from(own.iter().any(|known| print.shows(known)));
        for (other, prints) in known
            .iter()
            .filter(|(other, _)| other.split('/').next() != name.split('/').next())
        {
            let _ = other;
            pairs += 1;
            wrong += usize::from(prints.iter().any(|known| print.shows(known)));
        }
    }
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "  {kind}: {right} of {all} known again ({:.3}), {wrong} of {pairs} pairs of different brands taken for one ({:.1e})",
        right as f64 / all as f64,
        wrong as f64 / pairs as f64,
    )?;
    Ok(())
}
