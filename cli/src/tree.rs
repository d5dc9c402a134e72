use crate::printable::printable;
use crate::rows::{Row, lines};

/// A node of one or more lines of text, with branches below it.
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

    /// Returns the tree as text: with box-drawing characters, or in ASCII if the locale has no UTF-8.
    pub(crate) fn draw(&self) -> String {
        self.draw_with(if locale_has_utf8() { &BOX } else { &ASCII })
    }

    fn draw_with(&self, connectors: &Connectors) -> String {
        let mut out = String::new();
        self.draw_below("", "", connectors, &mut out);
        out
    }

    fn draw_below(&self, first: &str, rest: &str, connectors: &Connectors, out: &mut String) {
        let mut indent = first;
        for line in &self.lines {
            out.extend([indent, &printable(line), "\n"]);
            indent = rest;
        }
        let last = self.branches.len().saturating_sub(1);
        for (index, branch) in self.branches.iter().enumerate() {
            let (first, below) =
                if index == last { (connectors.last, "   ") } else { (connectors.branch, connectors.below) };
            branch.draw_below(&[rest, first].concat(), &[rest, below].concat(), connectors, out);
        }
    }
}

/// The characters before a line of a tree.
struct Connectors {
    /// Before the first line of a branch.
    branch: &'static str,
    /// Before the first line of the last branch.
    last: &'static str,
    /// Before the lines below a branch that is not the last.
    below: &'static str,
}

const BOX: Connectors = Connectors { branch: "├─ ", last: "└─ ", below: "│  " };
const ASCII: Connectors = Connectors { branch: "|- ", last: "`- ", below: "|  " };

/// Returns true if the terminal can show UTF-8. As in POSIX, the first variable that is set decides. A Windows console
/// always accepts Unicode.
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
    fn a_tree_is_drawn_with_box_characters_and_escaped_lines() {
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
    fn a_tree_in_ascii_has_the_same_shape() {
        let drawn = tree().draw_with(&ASCII);
        assert!(drawn.is_ascii());
        assert_eq!(drawn.replace("|- ", "├─ ").replace("`- ", "└─ ").replace("|  ", "│  "), tree().draw_with(&BOX));
    }
}
