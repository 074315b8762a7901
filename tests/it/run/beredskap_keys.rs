//! The keys that the money of försörjningsberedskap is shared out by: each agreement's own day, and a column
//! of population for it.

use chrono::NaiveDate;
use statsbidrag::grants::beredskap::schema::sheet;
use statsbidrag::region::{PerRegion, Region};

use crate::data_2024;
use crate::run::beredskap::{errors, headings};
#[cfg(feature = "typeset")]
use crate::run::beredskap::{folder, gotland};
use crate::run::{all, filled_from, integer};

#[test]
fn another_population_day_is_refused() {
    let error = errors(&[sheet::BEFOLKNING], |fill| {
        let year_2022 = NaiveDate::from_ymd_opt(2022, 12, 31).expect("a date");
        let rows = data_2024::csv("forsorjningsberedskap-2023.csv");
        let population = PerRegion::from_fn(|region: Region| {
            let row = rows.iter().find(|row| row["lanskod"] == region.county_code());
            integer(row.expect("a row")["folkmangd_2021_12_31"].parse().expect("people"))
        });
        fill.free(
            sheet::BEFOLKNING,
            "Befolkning 2021-12-31",
            population,
            filled_from().per(year_2022),
        );
    });
    let found = headings(&error);
    assert_eq!(
        found,
        ["fel[I15] beredskap.xlsx › Befolkning › B10: ”Befolkning 2021-12-31” gäller 2022-12-31"]
    );
    assert!(error.contains("väntade: 2021-12-31"), "{error}");
}

/// Every day that an agreement names has its population, and every population is of such a day.
#[test]
fn the_days_of_the_keys_and_the_populations_are_the_same() {
    let column = |heading: &str| {
        errors(&[sheet::BEFOLKNING], |fill| {
            fill.free(sheet::BEFOLKNING, heading, all(&integer(1)), filled_from());
        })
    };
    assert_eq!(
        column("Befolkning 2022-12-31"),
        "fel[I02] beredskap.xlsx › Befolkning › B10: rubriken ”Befolkning 2022-12-31” är inte befolkningen den dag som någon överenskommelses medel fördelas efter
  väntade: någon av ”Befolkning 2021-12-31”
  hjälp:   rätta rubriken eller dagen på bladet Överenskommelser, eller ta bort kolumnen

fel[R04] beredskap.xlsx › Överenskommelser › H11: bladet Befolkning har ingen kolumn för 2021-12-31
  väntade: en kolumn på bladet Befolkning med rubriken ”Befolkning 2021-12-31”"
    );
}

/// Agreements of different days are shared out by different populations, and the papers say so.
#[cfg(feature = "typeset")]
#[test]
fn each_agreement_is_shared_out_by_the_population_of_its_own_day() {
    use crate::run::beredskap_odd::{avtal_by, paper_of, stands};
    let folder = folder(&[sheet::OVERENSKOMMELSER, sheet::BEFOLKNING, sheet::ANVANDNING], |fill| {
        avtal_by(fill, (2023, "42"), (2023, 2025), Some("2026-03-31"), ("2021-12-31", false));
        avtal_by(fill, (2024, "21"), (2024, 2025), None, ("2023-12-31", true));
        fill.free(sheet::BEFOLKNING, "Befolkning 2021-12-31", all(&integer(100)), filled_from());
        let skewed = gotland(&integer(1_980), &integer(1));
        fill.free(sheet::BEFOLKNING, "Befolkning 2023-12-31", skewed, filled_from());
    });
    stands(
        &paper_of(&folder, "beredskap"),
        &[
            "Medlen för 2023 fördelas efter regionernas befolkning den 31 december 2021. Medlen för 2024 fördelas efter regionernas befolkning den 31 december 2023.",
            "den 31 december 2023. Att den befolkningen används för 2024 års medel är ett antagande.",
        ],
    );
    let letter = paper_of(&folder, "regionbesked-09-gotland");
    stands(
        &letter,
        &[
            "Medlen för 2023 fördelas efter befolkningen den 31 december 2021: regionen hade 100 av landets 2 100 invånare.",
            "Medlen för 2024 fördelas efter befolkningen den 31 december 2023: regionen hade 1 980 av landets 2 000 invånare. Att den befolkningen används för 2024 års medel är ett antagande.",
            // 42 and 21 million, by a 21st and by 99 hundredths.
            "2023 års medel, 2023–2025 42 000 000 2 000 000",
            "2024 års medel, 2024–2025 21 000 000 20 790 000",
        ],
    );
}
