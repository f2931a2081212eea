//! A stream of bytes, cut into lines as it comes: none is kept that is longer than a line may be.

/// Why a line cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// There is nothing in it.
    Empty,
    /// It is longer than a line may be.
    TooLong,
}

/// A line as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// What stands in it without its end and the white space around it, or why that is not known.
    pub text: Result<Vec<u8>, Fault>,
    /// How many bytes it took of the stream, its end included.
    pub bytes: u64,
}

/// Cuts a stream into lines.
#[derive(Debug)]
pub struct Splitter {
    most: usize,
    line: Vec<u8>,
    bytes: u64,
}

impl Splitter {
    /// For lines of at most so many bytes.
    #[must_use]
    pub fn new(most: usize) -> Self {
        Self {
            most,
            line: Vec::new(),
            bytes: 0,
        }
    }

    /// The lines that end in the next piece.
    pub fn push(&mut self, piece: &[u8]) -> Vec<Taken> {
        let mut lines = Vec::new();
        let mut parts = piece.split(|byte| *byte == b'\n').peekable();
        while let Some(part) = parts.next() {
            // One byte more than may be tells that it was too long.
            let room = (self.most + 1).saturating_sub(self.line.len());
            self.line.extend_from_slice(&part[..part.len().min(room)]);
            self.bytes += part.len() as u64;
            if parts.peek().is_some() {
                self.bytes += 1;
                lines.push(self.cut());
            }
        }
        lines
    }

    /// The last line, where nothing ends it.
    pub fn finish(mut self) -> Option<Taken> {
        (self.bytes > 0).then(|| self.cut())
    }

    fn cut(&mut self) -> Taken {
        let line = std::mem::take(&mut self.line);
        let text = if line.len() > self.most {
            Err(Fault::TooLong)
        } else {
            let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&line).trim_ascii();
            Some(line.to_vec()).filter(|line| !line.is_empty()).ok_or(Fault::Empty)
        };
        Taken {
            text,
            bytes: std::mem::take(&mut self.bytes),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cut(pieces: &[&[u8]], most: usize) -> Vec<Taken> {
        let mut splitter = Splitter::new(most);
        let mut lines: Vec<Taken> = pieces.iter().flat_map(|piece| splitter.push(piece)).collect();
        lines.extend(splitter.finish());
        lines
    }

    #[test]
    fn lines_are_cut_wherever_the_pieces_end() {
        let lines = cut(&[b"{\"a\"", b":1}\r\n\n", b"  \n12345678901\nlast"], 10);
        let texts: Vec<_> = lines.iter().map(|line| line.text.clone()).collect();
        let good = |text: &str| Ok(text.as_bytes().to_vec());
        assert_eq!(
            texts,
            [
                good("{\"a\":1}"),
                Err(Fault::Empty),
                Err(Fault::Empty),
                Err(Fault::TooLong),
                good("last")
            ]
        );
        assert_eq!(lines.iter().map(|line| line.bytes).sum::<u64>(), 29);
    }

    #[test]
    fn nothing_has_no_line() {
        assert!(cut(&[], 10).is_empty() && cut(&[b""], 10).is_empty());
        assert_eq!(cut(&[b"\n"], 10).len(), 1);
    }

    proptest! {
        #[test]
        fn pieces_make_no_difference(text in "[ab\\n ]{0,60}", at in 0_usize..60, most in 1_usize..8) {
            let at = at.min(text.len());
            let (one, other) = text.as_bytes().split_at(at);
            let whole = cut(&[text.as_bytes()], most);
            prop_assert_eq!(cut(&[one, other], most), whole.clone());
            prop_assert_eq!(whole.iter().map(|line| line.bytes).sum::<u64>(), text.len() as u64);
        }
    }
}
