use arbitrary::Unstructured;

/// The choices that an input makes, one byte each; where it has ended, every choice is the first.
///
/// Bytes and nothing cleverer, so that a seed can be written down (see `fuzz/seed`).
#[derive(Debug)]
pub struct Choices<'a>(Unstructured<'a>);

impl<'a> Choices<'a> {
    /// Begins.
    pub fn new(data: &'a [u8]) -> Choices<'a> {
        Choices(Unstructured::new(data))
    }

    /// A number below `count`.
    pub fn below(&mut self, count: usize) -> usize {
        self.0.arbitrary::<u8>().map_or(0, |byte| usize::from(byte) % count)
    }

    /// Yes or no.
    pub fn flag(&mut self) -> bool {
        self.below(2) == 1
    }

    /// An entry of a table.
    pub fn one<'t, T>(&mut self, table: &'t [T]) -> &'t T {
        &table[self.below(table.len())]
    }

    /// An entry of a table, or what the input itself says: one past the end, the length, the text.
    pub fn text(&mut self, table: &[&str]) -> String {
        match table.get(self.below(table.len() + 1)) {
            Some(entry) => (*entry).to_owned(),
            None => self.free(),
        }
    }

    /// Some of either, none to four.
    pub fn texts(&mut self, table: &[&str]) -> Vec<String> {
        (0..self.below(5)).map(|_| self.text(table)).collect()
    }

    /// What the input itself says: the length, the text.
    pub fn free(&mut self) -> String {
        let length = self.below(256).min(self.0.len());
        String::from_utf8_lossy(self.0.bytes(length).unwrap_or_default()).into_owned()
    }
}
