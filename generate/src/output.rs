use std::fs;
use std::path::Path;

/// A generated file, or a generated region of a handwritten file. A region lies between a line with `begin generated: NAME`
/// and a line with `end generated: NAME`.
pub(crate) struct Output {
    path: &'static str,
    region: Option<&'static str>,
    text: String,
}

impl Output {
    /// A whole file. `path` is relative to the root of the repository.
    pub(crate) fn file(path: &'static str, text: String) -> Output {
        Output { path, region: None, text }
    }

    /// The lines between the markers of a region. `text` must end with a line break.
    pub(crate) fn region(path: &'static str, region: &'static str, text: String) -> Output {
        Output { path, region: Some(region), text }
    }

    pub(crate) fn path(&self) -> &'static str {
        self.path
    }

    /// The current text of the file, and the generated text.
    pub(crate) fn apply(&self, root: &Path) -> Result<(String, String), String> {
        let path = root.join(self.path);
        let Some(region) = self.region else {
            return Ok((fs::read_to_string(path).unwrap_or_default(), self.text.clone()));
        };
        let committed = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", self.path))?;
        let (begin, end) = (format!("begin generated: {region}"), format!("end generated: {region}"));
        let mut written = String::new();
        let mut inside = false;
        let mut regions = 0;
        for line in committed.split_inclusive('\n') {
            if line.contains(&end) {
                inside = false;
            }
            if !inside {
                written.push_str(line);
            }
            if line.contains(&begin) {
                written.push_str(&self.text);
                inside = true;
                regions += 1;
            }
        }
        match (inside, regions) {
            (false, 1) => Ok((committed, written)),
            _ => Err(format!("{}: the file must have one region between `{begin}` and `{end}`", self.path)),
        }
    }
}

pub(crate) fn write(root: &Path, path: &str, text: &str) -> Result<(), String> {
    fs::write(root.join(path), text).map_err(|error| format!("{path}: {error}"))
}
