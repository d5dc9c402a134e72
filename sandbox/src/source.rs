use bytes::Bytes;

/// The number of bytes of a repeated text to hold in memory. Larger pieces make large bodies faster to send.
const BLOCK: usize = 16 * 1024;

/// The bytes that are still to send. [`next`](Source::next) returns them in pieces.
#[derive(Debug)]
pub(crate) enum Source {
    Bytes(Bytes),
    Repeat {
        /// The text, repeated a whole number of times.
        block: Bytes,
        /// The length of the text.
        period: usize,
        /// The offset of the next piece in the text.
        offset: usize,
        /// The number of bytes left. `None` means without end.
        left: Option<u64>,
    },
}

impl Source {
    /// Returns a source that repeats `text` `times` times. `None` repeats without end, and the text must then not be empty.
    pub(crate) fn repeat(text: String, times: Option<u64>) -> Self {
        let period = text.len();
        if period == 0 {
            return Self::Bytes(Bytes::new());
        }
        let left = times.map(|times| times.saturating_mul(period as u64));
        let wanted = left.map_or(usize::MAX, |left| usize::try_from(left).unwrap_or(usize::MAX));
        let block = Bytes::from(text.repeat(BLOCK.min(wanted).div_ceil(period).max(1)));
        Self::Repeat { block, period, offset: 0, left }
    }

    /// Returns the number of bytes left, or `None` for a source without end.
    pub(crate) fn left(&self) -> Option<u64> {
        match self {
            Self::Bytes(bytes) => Some(bytes.len() as u64),
            Self::Repeat { left, .. } => *left,
        }
    }

    /// Returns the next piece of at most `max` bytes, or `None` at the end.
    pub(crate) fn next(&mut self, max: usize) -> Option<Bytes> {
        let piece = match self {
            Self::Bytes(bytes) => bytes.split_to(max.min(bytes.len())),
            Self::Repeat { block, period, offset, left } => {
                let room = max.min(block.len() - *offset);
                let size = left.map_or(room, |left| room.min(usize::try_from(left).unwrap_or(usize::MAX)));
                let piece = block.slice(*offset..*offset + size);
                *offset = (*offset + size) % *period;
                *left = left.map(|left| left - size as u64);
                piece
            }
        };
        (!piece.is_empty()).then_some(piece)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drain(mut source: Source, max: usize) -> Vec<u8> {
        std::iter::from_fn(|| source.next(max)).flatten().collect()
    }

    #[test]
    fn a_text_is_repeated_for_every_size_of_pieces() {
        for max in [1, 2, 5, 7, 1 << 20] {
            assert_eq!(drain(Source::repeat("abc".into(), Some(7)), max), "abc".repeat(7).as_bytes());
        }
        assert_eq!(drain(Source::repeat("abc".into(), Some(20_000)), 999), "abc".repeat(20_000).as_bytes());
        assert_eq!(drain(Source::repeat("abc".into(), Some(0)), 9), b"");
        assert_eq!(drain(Source::repeat(String::new(), Some(9)), 9), b"");
    }

    #[test]
    fn an_endless_source_always_has_a_next_piece() {
        let mut source = Source::repeat("abc".into(), None);
        assert_eq!(source.left(), None);
        assert!((0..10_000).all(|_| source.next(1000).is_some()));
    }
}
