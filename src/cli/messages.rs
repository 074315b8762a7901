//! What the commands say, and the test that holds the whole catalogue: each area is a row of `AREAS` here.

pub(super) mod archive;
pub(super) mod check;
pub(super) mod diff;
pub(super) mod explain;
pub(super) mod help;
pub(super) mod progress;
pub(super) mod simulate;
pub(super) mod templates;
pub(super) mod usage;
pub(super) mod verify;

use crate::problem::messages;

messages! { "cli":
    one_error {}
        sv "1 fel. Inget har skrivits. Rätta och kör igen."
        en "1 error. Nothing has been written. Correct it and run again."
    errors { count }
        sv "{count} fel. Inget har skrivits. Rätta och kör igen."
        en "{count} errors. Nothing has been written. Correct them and run again."
    one_error_told {} sv "1 fel. Rätta och kör igen." en "1 error. Correct it and run again."
    errors_told { count }
        sv "{count} fel. Rätta och kör igen."
        en "{count} errors. Correct them and run again."
    an_error {} sv "1 fel" en "1 error"
    so_many_errors { count } sv "{count} fel" en "{count} errors"
    a_warning {} sv "1 varning" en "1 warning"
    so_many_warnings { count } sv "{count} varningar" en "{count} warnings"
    more_there { count, place } sv "… och {count} till i {place}" en "… and {count} more in {place}"
    one_left_out {}
        sv "1 av dem är utelämnad ovan; statsbidrag check --all visar alla."
        en "1 of them is left out above; statsbidrag check --all shows all."
    left_out { count }
        sv "{count} av dem är utelämnade ovan; statsbidrag check --all visar alla."
        en "{count} of them are left out above; statsbidrag check --all shows all."
}

#[cfg(test)]
pub(super) mod tests {
    use std::collections::BTreeSet;

    use crate::grants::regleringsbrev::messages as regleringsbrev;
    use crate::grants::{beredskap, besked, beslut, lakemedel, messages as texts};
    use crate::problem::{Code, Language, Row, messages};

    /// The catalogue, area by area.
    const AREAS: &[&[Row]] = &[
        super::CATALOGUE,
        super::archive::CATALOGUE,
        super::check::CATALOGUE,
        super::diff::CATALOGUE,
        crate::comparison::messages::CATALOGUE,
        crate::package::messages::CATALOGUE,
        crate::plausibility::messages::CATALOGUE,
        messages::archive::CATALOGUE,
        crate::readback::messages::CATALOGUE,
        messages::cell::CATALOGUE,
        messages::folder::CATALOGUE,
        messages::output::CATALOGUE,
        messages::words::CATALOGUE,
        regleringsbrev::amounts::CATALOGUE,
        regleringsbrev::items::CATALOGUE,
        regleringsbrev::months::CATALOGUE,
        regleringsbrev::references::CATALOGUE,
        regleringsbrev::schedule::CATALOGUE,
        regleringsbrev::settlement::CATALOGUE,
        beredskap::messages::CATALOGUE,
        beslut::messages::CATALOGUE,
        besked::messages::CATALOGUE,
        lakemedel::messages::CATALOGUE,
        texts::CATALOGUE,
        messages::sheet::CATALOGUE,
        messages::table::CATALOGUE,
        messages::package::CATALOGUE,
        messages::template::CATALOGUE,
        messages::typesetting::CATALOGUE,
        super::explain::CATALOGUE,
        super::help::CATALOGUE,
        super::progress::CATALOGUE,
        super::simulate::CATALOGUE,
        crate::simulation::messages::CATALOGUE,
        super::templates::CATALOGUE,
        super::usage::CATALOGUE,
        super::verify::CATALOGUE,
        crate::verify::messages::CATALOGUE,
    ];

    /// What stands outside ‘quotes’, which hold names that are Swedish in any language.
    fn unquoted(text: &str) -> String {
        let mut depth = 0_i32;
        let outside = text.chars().filter(|c| {
            depth += match c {
                '‘' => 1,
                '’' => -1,
                _ => 0,
            };
            depth == 0
        });
        let outside: String = outside.collect();
        assert_eq!(depth, 0, "{text}");
        outside
    }

    pub(in crate::cli) fn is_english(text: &str) -> bool {
        !text.trim().is_empty() && unquoted(text).chars().all(|c| !"åäöÅÄÖ”".contains(c))
    }

    /// The arguments a text names, in order.
    fn named(text: &str) -> BTreeSet<&str> {
        let parts = text.split('{').skip(1).filter_map(|part| part.split(['}', ':']).next());
        parts.collect()
    }

    #[test]
    fn every_message_is_whole_in_both_languages() {
        let mut ids = BTreeSet::new();
        for row in AREAS.iter().copied().flatten() {
            assert!(ids.insert(row.id), "{} is there twice", row.id);
            assert!(!row.swedish.trim().is_empty(), "{} says nothing", row.id);
            assert!(is_english(row.english), "{}: {}", row.id, row.english);
            assert_ne!(row.swedish, row.english, "{} is in one language", row.id);
            let arguments: BTreeSet<_> = row.arguments.iter().copied().collect();
            for text in [row.swedish, row.english] {
                assert_eq!(named(text), arguments, "{}: {text}", row.id);
                let ends = |c: char| text.ends_with(c);
                assert_eq!(ends('.'), row.swedish.ends_with('.'), "{}: {text}", row.id);
                assert_eq!(text.trim(), text, "{}", row.id);
            }
        }
        assert!(ids.len() > 20, "only {} messages", ids.len());
    }

    #[test]
    fn every_code_is_whole_in_both_languages() {
        for code in Code::ALL {
            let [sv, one] =
                Language::ALL.map(|language| [code.title(language), code.about(language)]);
            assert!(
                sv.iter().zip(one).all(|(sv, one)| *sv != one && is_english(one)),
                "{code}: {one:?}"
            );
        }
    }

    #[test]
    fn swedish_is_known_outside_quotes() {
        assert!(is_english("‘källa’ is missing"));
        assert!(
            !is_english("the källa is missing")
                && !is_english("”a” is missing")
                && !is_english(" ")
        );
    }
}
