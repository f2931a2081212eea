//! The lines of a file, one at a time, none kept longer than it is needed or larger than it may be.

use std::io::{self, BufRead};

/// The longest line that is looked at, in bytes.
pub(super) const MAX_LINE: usize = 64 * 1_024;

/// What editors on Windows put before everything else.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Why a line without anything is none.
pub(super) const EMPTY: &str = "the line is empty";

/// A line as read, or why it is none.
pub type Line<'a> = Result<&'a [u8], &'static str>;

/// Reads lines.
pub struct Lines<R> {
    from: R,
    line: Vec<u8>,
    number: u64,
    bytes_read: u64,
}

impl<R: BufRead> Lines<R> {
    /// The lines of what is read.
    pub fn of(from: R) -> Self {
        Self {
            from,
            line: Vec::new(),
            number: 0,
            bytes_read: 0,
        }
    }

    /// How many bytes were read so far.
    pub fn bytes_read(&self) -> u64 {
        self.bytes_read
    }

    /// The next line with its number, without its end; `None` after the last one.
    ///
    /// # Errors
    /// Where it cannot be read on.
    pub fn next_line(&mut self) -> io::Result<Option<(u64, Line<'_>)>> {
        self.line.clear();
        let (mut length, mut ended) = (0, false);
        while !ended {
            let buffer = match self.from.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                other => other?,
            };
            if buffer.is_empty() {
                break;
            }
            let end = buffer.iter().position(|byte| *byte == b'\n');
            let part = &buffer[..end.unwrap_or(buffer.len())];
            let room = (MAX_LINE + 1).saturating_sub(self.line.len());
            self.line.extend_from_slice(&part[..part.len().min(room)]);
            let taken = part.len() + usize::from(end.is_some());
            ended = end.is_some();
            length += taken;
            self.from.consume(taken);
        }
        if length == 0 {
            return Ok(None);
        }
        self.number += 1;
        self.bytes_read += length as u64;
        let is_first = self.number == 1;
        let line = self
            .line
            .strip_prefix(BYTE_ORDER_MARK)
            .filter(|_| is_first)
            .unwrap_or(&self.line);
        let line = line.trim_ascii();
        let read = match line.len() {
            0 => Err(EMPTY),
            1..=MAX_LINE if self.line.len() <= MAX_LINE => Ok(line),
            _ => Err("the line is longer than 64 kB"),
        };
        Ok(Some((self.number, read)))
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    fn all(text: &[u8], buffer: usize) -> Vec<Result<String, &'static str>> {
        let mut lines = Lines::of(BufReader::with_capacity(buffer, text));
        let mut found = Vec::new();
        while let Some((number, line)) = lines.next_line().unwrap() {
            assert_eq!(number, found.len() as u64 + 1);
            found.push(line.map(|line| String::from_utf8_lossy(line).into_owned()));
        }
        assert_eq!(lines.bytes_read(), text.len() as u64);
        found
    }

    #[test]
    fn lines_end_where_they_end_whatever_the_buffer() {
        let text = "\u{feff}{\"a\":1}\r\n\n{\"b\":2}\n \nlast".as_bytes();
        for buffer in [1, 2, 3, 7, 4_096] {
            let expected = [
                Ok("{\"a\":1}".to_owned()),
                Err("the line is empty"),
                Ok("{\"b\":2}".to_owned()),
                Err("the line is empty"),
                Ok("last".to_owned()),
            ];
            assert_eq!(all(text, buffer), expected, "{buffer}");
        }
        assert!(all(b"", 8).is_empty());
        assert_eq!(all(b"\n", 8), [Err("the line is empty")]);
    }

    #[test]
    fn an_endless_line_is_passed_over_in_little_memory() {
        let mut text = vec![b'x'; 3 * MAX_LINE];
        text.extend_from_slice(b"\n{}\n");
        let mut lines = Lines::of(text.as_slice());
        assert!(matches!(lines.next_line(), Ok(Some((1, Err(_))))));
        assert!(lines.line.capacity() <= 2 * (MAX_LINE + 1));
        assert_eq!(lines.next_line().unwrap(), Some((2, Ok(b"{}".as_slice()))));
        assert_eq!(lines.next_line().unwrap(), None);
        assert_eq!(all(&vec![b'x'; MAX_LINE], 512), [Ok("x".repeat(MAX_LINE))]);
        assert_eq!(
            all(&vec![b'x'; MAX_LINE + 1], 512),
            [Err("the line is longer than 64 kB")]
        );
    }
}
