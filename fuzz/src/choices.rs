use arbitrary::Unstructured;

/// The choices of an input, with one byte for each. After the end of the input, every choice is the first alternative.
///
/// The format is plain bytes, so that `fuzz/seed` can write seeds.
#[derive(Debug)]
pub struct Choices<'a>(Unstructured<'a>);

impl<'a> Choices<'a> {
    /// Reads choices from `data`.
    pub fn new(data: &'a [u8]) -> Choices<'a> {
        Choices(Unstructured::new(data))
    }

    /// A number below `count`.
    pub fn below(&mut self, count: usize) -> usize {
        self.0.arbitrary::<u8>().map_or(0, |byte| usize::from(byte) % count)
    }

    /// A boolean.
    pub fn flag(&mut self) -> bool {
        self.below(2) == 1
    }

    /// An entry of a table.
    pub fn one<'t, T>(&mut self, table: &'t [T]) -> &'t T {
        &table[self.below(table.len())]
    }

    /// An entry of a table. The index after the last entry chooses free text, see [`Choices::free`].
    pub fn text(&mut self, table: &[&str]) -> String {
        match table.get(self.below(table.len() + 1)) {
            Some(entry) => (*entry).to_owned(),
            None => self.free(),
        }
    }

    /// Zero to four texts, each like [`Choices::text`].
    pub fn texts(&mut self, table: &[&str]) -> Vec<String> {
        (0..self.below(5)).map(|_| self.text(table)).collect()
    }

    /// Free text from the input: the length, then the text.
    pub fn free(&mut self) -> String {
        let length = self.below(256).min(self.0.len());
        String::from_utf8_lossy(self.0.bytes(length).unwrap_or_default()).into_owned()
    }
}
