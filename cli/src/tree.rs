use crate::printable::printable;
use crate::rows::{Row, lines};

/// Lines of text, with branches below them.
#[derive(Debug)]
pub(crate) struct Tree {
    lines: Vec<String>,
    branches: Vec<Tree>,
}

impl Tree {
    pub(crate) fn new(line: impl Into<String>) -> Tree {
        Tree { lines: vec![line.into()], branches: Vec::new() }
    }

    pub(crate) fn branch(&mut self, branch: Tree) {
        self.branches.push(branch);
    }

    pub(crate) fn leaf(&mut self, line: impl Into<String>) {
        self.branch(Tree::new(line));
    }

    /// Adds a leaf for each row, with the values aligned.
    pub(crate) fn rows(&mut self, rows: &[Row]) {
        self.branches.extend(lines(rows).map(|lines| Tree { lines, branches: Vec::new() }));
    }

    /// Draws the tree in the characters of this locale.
    pub(crate) fn draw(&self) -> String {
        self.draw_with(if locale_has_utf8() { &BOX } else { &ASCII })
    }

    fn draw_with(&self, pen: &Pen) -> String {
        let mut out = String::new();
        self.draw_below("", "", pen, &mut out);
        out
    }

    fn draw_below(&self, first: &str, rest: &str, pen: &Pen, out: &mut String) {
        let mut indent = first;
        for line in &self.lines {
            out.extend([indent, &printable(line), "\n"]);
            indent = rest;
        }
        let last = self.branches.len().saturating_sub(1);
        for (place, branch) in self.branches.iter().enumerate() {
            let (fork, past) = if place == last { (pen.last, "   ") } else { (pen.fork, pen.past) };
            branch.draw_below(&[rest, fork].concat(), &[rest, past].concat(), pen, out);
        }
    }
}

/// The lines to a branch, to the last branch, and past a branch.
struct Pen {
    fork: &'static str,
    last: &'static str,
    past: &'static str,
}

const BOX: Pen = Pen { fork: "├─ ", last: "└─ ", past: "│  " };
const ASCII: Pen = Pen { fork: "|- ", last: "`- ", past: "|  " };

/// The first of the variables that is set decides, as in POSIX. Windows' consoles accept Unicode.
fn locale_has_utf8() -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().filter_map(std::env::var_os).find(|value| !value.is_empty());
    let locale = locale.unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    cfg!(windows) || locale.contains("utf-8") || locale.contains("utf8")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree() -> Tree {
        let mut tree = Tree::new("root");
        let mut branch = Tree::new("a");
        branch.leaf("a1\n\u{1b}");
        branch.rows(&[("x".into(), vec!["1".into(), "2".into()]), ("long".into(), vec!["3".into()])]);
        tree.branch(branch);
        let mut branch = Tree::new("b");
        branch.rows(&[("y".into(), vec!["4".into(), "5".into()])]);
        tree.branch(branch);
        tree
    }

    #[test]
    fn lines_are_drawn_with_branches_and_escaped() {
        assert_eq!(
            tree().draw_with(&BOX),
            "root\n\
             ├─ a\n\
             │  ├─ a1\\n\\u{1b}\n\
             │  ├─ x     1\n\
             │  │        2\n\
             │  └─ long  3\n\
             └─ b\n   \
                └─ y  4\n         \
                      5\n"
        );
    }

    #[test]
    fn ascii_has_the_same_shape() {
        let drawn = tree().draw_with(&ASCII);
        assert!(drawn.is_ascii());
        assert_eq!(drawn.replace("|- ", "├─ ").replace("`- ", "└─ ").replace("|  ", "│  "), tree().draw_with(&BOX));
    }
}
