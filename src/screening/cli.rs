//! Screening as a stream: a listing a line comes in, a hit a line goes out, in the same order, on all cores.
//!
//! Pure but for the reader and the writer it is given. Lines are screened in batches, of which a few are on their way at a
//! time, so memory is bounded whatever the length of the stream, and order is kept because batches are written in turn.

use std::{
    io::{self, BufRead, Write},
    sync::mpsc,
};

use jiff::civil::Date;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::rules::{
    campaigns::{self, RulePack},
    engine::Engine,
    knowledge::Knowledge,
    lexicon::TooMuch,
    listing::Listing,
    model::Model,
    score::Score,
    screener::Screener,
    terms::Term,
};

/// Listings of a batch: large enough that handing them over costs nothing, small enough that the first hits come soon.
const BATCH: usize = 1_024;
/// Lines that one task of a batch screens.
const TASK: usize = 128;
/// Batches that are read ahead.
const AHEAD: usize = 2;
/// A longer line is not a listing.
const LONGEST_LINE: u64 = 1 << 20;

/// A file of rules: what is known, the campaigns, the weights.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rules {
    /// What brands know.
    pub knowledge: Knowledge,
    /// Campaigns; the four of the sources where none are told.
    pub packs: Vec<RulePack>,
    /// What signals weigh; what people wrote where none is told.
    pub model: Model,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            knowledge: Knowledge::default(),
            packs: campaigns::written(),
            model: Model::default(),
        }
    }
}

/// Why rules cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum RulesError {
    /// No JSON of the right shape.
    #[error("the rules are no JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// No TOML of the right shape.
    #[error("the rules are no TOML: {0}")]
    Toml(#[from] toml::de::Error),
    /// More words than can be looked for at once.
    #[error(transparent)]
    TooMuch(#[from] TooMuch),
}

impl Rules {
    /// Reads JSON, which begins with a brace, or else TOML.
    ///
    /// # Errors
    /// When the text is neither, or says what rules do not know.
    pub fn parse(text: &str) -> Result<Self, RulesError> {
        if text.trim_start().starts_with('{') {
            Ok(serde_json::from_str(text)?)
        } else {
            Ok(toml::from_str(text)?)
        }
    }

    /// Adds a table of words, and gives back how many name a brand that is not known.
    pub fn add_terms(&mut self, terms: Vec<Term>) -> usize {
        self.knowledge.add_terms(terms)
    }

    /// The engine of a day.
    ///
    /// # Errors
    /// When there are more words than can be looked for at once.
    pub fn engine(&self, on: Date) -> Result<Engine, TooMuch> {
        Engine::compile(&self.knowledge, &self.packs, &self.model, on)
    }
}

/// What comes out for a listing: whose it is, what was found, by which version.
#[derive(Debug, Serialize)]
struct Hit<'a> {
    line: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    platform: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    title: &'a str,
    model: &'a str,
    scores: &'a [Score],
}

/// What comes out for a line that is no listing.
#[derive(Debug, Serialize)]
struct Refused {
    line: u64,
    error: String,
}

/// How a stream went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Lines that were listings.
    pub listings: u64,
    /// Listings that are suspects of at least one brand.
    pub hits: u64,
    /// Lines that were none.
    pub refused: u64,
}

impl Summary {
    /// Counts what went on beside it.
    pub fn add(&mut self, other: Self) {
        self.listings += other.listings;
        self.hits += other.hits;
        self.refused += other.refused;
    }
}

struct Batch {
    first_line: u64,
    lines: Vec<String>,
}

#[derive(Default)]
struct Answer {
    text: Vec<u8>,
    summary: Summary,
}

/// Screens a stream of JSON lines. With `all`, every listing that names a brand is told with its scores, and not only
/// suspects. A line that is no listing is answered with its error and does not end the stream.
///
/// # Errors
/// When reading or writing fails.
pub fn stream(engine: &Engine, all: bool, reader: impl BufRead + Send, mut writer: impl Write) -> io::Result<Summary> {
    let mut summary = Summary::default();
    std::thread::scope(|scope| {
        let (sender, receiver) = mpsc::sync_channel::<io::Result<Batch>>(AHEAD);
        scope.spawn(move || read(reader, &sender));
        for batch in receiver {
            let batch = batch?;
            let (text, went) = screen_lines(engine, all, batch.first_line, &batch.lines);
            writer.write_all(&text)?;
            summary.add(went);
        }
        writer.flush()
    })?;
    Ok(summary)
}

/// Screens some lines, on all cores and in their order: what is answered to them, and how it went. `first_line` is the number
/// of the first one.
#[must_use]
pub fn screen_lines(engine: &Engine, all: bool, first_line: u64, lines: &[String]) -> (Vec<u8>, Summary) {
    let tasks: Vec<Answer> = lines
        .par_chunks(TASK)
        .enumerate()
        .map(|(task, lines)| answered(engine, all, first_line + (task * TASK) as u64, lines))
        .collect();
    let (mut text, mut summary) = (Vec::new(), Summary::default());
    for answer in tasks {
        text.extend(answer.text);
        summary.add(answer.summary);
    }
    (text, summary)
}

/// Reads batches until the end, a failure, or until nobody wants them any more.
fn read(mut reader: impl BufRead, sender: &mpsc::SyncSender<io::Result<Batch>>) {
    let mut next_line = 1;
    loop {
        let mut lines = Vec::with_capacity(BATCH);
        let mut ended = Ok(false);
        while lines.len() < BATCH {
            let mut line = Vec::new();
            ended = read_line(&mut reader, &mut line);
            match ended {
                Ok(false) => lines.push(String::from_utf8_lossy(&line).into_owned()),
                Ok(true) | Err(_) => break,
            }
        }
        let count = lines.len() as u64;
        let batch = Batch {
            first_line: next_line,
            lines,
        };
        next_line += count;
        let is_wanted = count == 0 || sender.send(Ok(batch)).is_ok();
        match ended {
            Ok(false) if is_wanted => {}
            Ok(_) => return,
            // Nobody is left to tell where this fails.
            Err(error) => return drop(sender.send(Err(error))),
        }
    }
}

/// Reads a line, cut where it is too long; whether the end was there instead.
fn read_line(reader: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    let count = io::Read::take(&mut *reader, LONGEST_LINE).read_until(b'\n', line)?;
    if count as u64 == LONGEST_LINE && !line.ends_with(b"\n") {
        line.truncate(64);
        reader.skip_until(b'\n')?;
    }
    Ok(count == 0)
}

fn answered(engine: &Engine, all: bool, first_line: u64, lines: &[String]) -> Answer {
    let mut answer = Answer::default();
    let mut screener = Screener::new(engine);
    for (line, number) in lines
        .iter()
        .zip(first_line..)
        .filter(|(line, _)| !line.trim().is_empty())
    {
        match serde_json::from_str::<Listing>(line) {
            Ok(listing) => {
                answer.summary.listings += 1;
                let scores = if all {
                    screener.screen(&listing)
                } else {
                    screener.suspects(&listing)
                };
                answer.summary.hits += u64::from(scores.iter().any(|score| score.disposition.is_suspect()));
                if !scores.is_empty() {
                    answer.put(&Hit {
                        line: number,
                        id: listing.id.as_deref(),
                        platform: listing.platform.as_deref(),
                        url: listing.url.as_deref(),
                        title: &listing.title,
                        model: engine.version(),
                        scores: &scores,
                    });
                }
            }
            Err(error) => {
                answer.summary.refused += 1;
                answer.put(&Refused {
                    line: number,
                    error: error.to_string(),
                });
            }
        }
    }
    answer
}

impl Answer {
    fn put(&mut self, line: &impl Serialize) {
        // Writing to memory cannot fail, and these types have no maps with other keys than text.
        if serde_json::to_writer(&mut self.text, line).is_ok() {
            self.text.push(b'\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use serde_json::Value;

    use super::*;

    const RULES: &str = r#"
        [[knowledge.brands]]
        code = "nordhaven"
        name = "Nordhaven"
        aliases = ["诺德海文", { text = "haven", weak = true }]
        rights = [{ until = "2026-12-31" }]

        [[knowledge.terms]]
        text = "replica"
        kind = "open"
    "#;

    fn run(all: bool, input: &[u8]) -> (Summary, Vec<Value>) {
        let engine = Rules::parse(RULES).unwrap().engine(date(2026, 1, 1)).unwrap();
        let mut output = Vec::new();
        let summary = stream(&engine, all, input, &mut output).unwrap();
        let lines = output.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        (
            summary,
            lines.map(|line| serde_json::from_slice(line).unwrap()).collect(),
        )
    }

    #[test]
    fn hits_come_out_in_the_order_of_listings() {
        let line = |number: usize| match number % 3 {
            0 => format!(r#"{{"id":"{number}","title":"Nordhaven replica"}}"#),
            1 => r#"{"title":"Nordhaven"}"#.to_owned(),
            _ => r#"{"title":"shoe","unknown":[1]}"#.to_owned(),
        };
        let input = (0..5_000).map(line).collect::<Vec<_>>().join("\n");
        let (summary, hits) = run(false, input.as_bytes());
        assert_eq!((summary.listings, summary.hits, summary.refused), (5_000, 1_667, 0));
        let lines: Vec<u64> = hits.iter().map(|hit| hit["line"].as_u64().unwrap()).collect();
        assert!(lines.is_sorted() && lines.len() == 1_667 && lines[1] == 4);
        assert_eq!(hits[1]["id"], "3");
        assert_eq!(hits[1]["scores"][0]["infringements"][0], "COUNTERFEIT");
        assert_eq!(run(true, input.as_bytes()).1.len(), 3_334);
    }

    #[test]
    fn lines_that_are_no_listings_are_answered() {
        let mut input = b"\n{\n\"x\"\n\xff\xfe\n[]\n{\"title\":\"Nordhaven replica\"}\r\n{\"title\":7}\n".to_vec();
        input.extend(vec![b'x'; 3 << 20]);
        input.extend(b"\n{\"title\":\"Nordhaven replica\"}");
        let (summary, answers) = run(false, &input);
        assert_eq!((summary.listings, summary.hits), (2, 2));
        assert!(summary.refused >= 5, "{summary:?}");
        assert_eq!(answers.last().unwrap()["line"], 9);
    }

    #[test]
    fn a_reader_that_went_away_ends_the_stream() {
        struct Gone;
        impl Write for Gone {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let engine = Rules::parse(RULES).unwrap().engine(date(2026, 1, 1)).unwrap();
        let input = r#"{"title":"Nordhaven replica"}"#.to_owned() + "\n";
        let error = stream(&engine, false, input.repeat(20_000).as_bytes(), Gone).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
    }

    #[test]
    fn rules_are_json_or_toml_and_nothing_else() {
        let rules = Rules::parse(RULES).unwrap();
        assert_eq!(Rules::parse(&serde_json::to_string(&rules).unwrap()).unwrap(), rules);
        assert!(Rules::parse("knowlege = 1").is_err());
        assert!(Rules::parse("{").is_err());
    }
}
