//! Folds a line to a width, with what follows hanging under what it continues. Knows letters and widths, no
//! terminal.

use console::measure_text_width;

/// The columns what follows stands in from the line's own beginning, where nothing says otherwise.
const HANG: usize = 4;

/// What a tree is drawn with, and what goes on below it.
const BRANCHES: [(char, char); 5] = [(' ', ' '), ('│', '│'), ('├', '│'), ('└', ' '), ('─', ' ')];

/// A line folded between its words, so that no line is wider than `width` columns unless a word is.
pub(super) fn line(text: &str, width: usize) -> String {
    if measure_text_width(text) <= width {
        return text.to_owned();
    }
    let branch = |c: char| BRANCHES.iter().find(|(own, _)| *own == c).map(|(_, below)| *below);
    let below: String = text.chars().map_while(branch).collect();
    let lead: String = text.chars().take(below.chars().count()).collect();
    let rest = text.strip_prefix(&lead).unwrap_or(text);
    let hang = format!("{below}{}", " ".repeat(hang(rest)));
    // In a narrow window nothing hangs, so that there is room for words.
    let hang = if measure_text_width(&hang) * 2 > width { String::new() } else { hang };
    let (mut out, mut used, mut begun) = (lead.clone(), measure_text_width(&lead), false);
    for word in rest.split(' ') {
        let columns = measure_text_width(word);
        if begun && !word.is_empty() && used + 1 + columns > width {
            out.truncate(out.trim_end_matches(' ').len());
            out.push('\n');
            out.push_str(&hang);
            used = measure_text_width(&hang);
        } else if begun {
            out.push(' ');
            used += 1;
        }
        out.push_str(word);
        (used, begun) = (used + columns, true);
    }
    out
}

/// Where what follows stands: under the text after a label, which ends with a colon or with more spaces than
/// one.
fn hang(text: &str) -> usize {
    let Some((label, rest)) = text.split_once(' ') else { return HANG };
    let spaces = 1 + rest.len() - rest.trim_start_matches(' ').len();
    if label.ends_with(':') || spaces > 1 { measure_text_width(label) + spaces } else { HANG }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_stays() {
        assert_eq!(line("  hjälp:   åäö", 14), "  hjälp:   åäö");
        assert_eq!(line("", 1), "");
    }

    #[test]
    fn what_follows_hangs_under_what_it_continues() {
        for (text, folded) in [
            ("fel[I07] a.xlsx: det är inte ett tal", "fel[I07] a.xlsx: det är\n    inte ett tal"),
            ("  hjälp:   ett två tre fyra", "  hjälp:   ett två tre\n           fyra"),
            ("Läst    a.xlsx: 12 kB (3 ms)", "Läst    a.xlsx: 12 kB (3\n        ms)"),
            ("Klart: 95 filer ligger där", "Klart: 95 filer ligger\n       där"),
            ("│  ├─ a.b.c = 1234 kronor", "│  ├─ a.b.c = 1234\n│  │      kronor"),
            ("   └─ a.b.c = 1234 kronor", "   └─ a.b.c = 1234\n          kronor"),
        ] {
            assert_eq!(line(text, 24), folded);
        }
    }

    #[test]
    fn a_word_and_what_holds_together_are_not_broken() {
        assert_eq!(line("1\u{a0}234\u{a0}567 kr", 8), "1\u{a0}234\u{a0}567\n    kr");
        assert_eq!(line("ett ordsomärlångt i", 6), "ett\nordsomärlångt\ni");
    }

    #[test]
    fn every_word_is_there_and_no_line_is_too_wide() {
        let text = "  väntade: ett av fastställd, härledd, preliminär, exempel eller ej bekräftad";
        for width in 12..90 {
            let folded = line(text, width);
            assert!(folded.lines().all(|line| measure_text_width(line) <= width), "{folded}");
            assert!(folded.split_whitespace().eq(text.split_whitespace()), "{folded}");
        }
    }
}
