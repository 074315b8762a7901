//! The country of 2024, straight from the published and reconstructed figures, without a workbook: the
//! second calculation too must give every published krona.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use statsbidrag::figure::Status;

use crate::country::{
    Avtal, Before, Belopp, Brev, COUNT, Component, CountryCase, Deduction, Fees, GROUPS, Group,
    Groups, Parts, REGIONS, Regions, Remainder, Steg,
};
use crate::{calculation, compare, engine};

/// The rows of a fixture, by heading.
fn csv(name: &str) -> Vec<BTreeMap<String, String>> {
    let file = format!("{}/tests/data/{name}.csv", env!("CARGO_MANIFEST_DIR"));
    let mut view = csv::Reader::from_path(file).expect("the fixture is there");
    view.deserialize().map(|row| row.expect("a row")).collect()
}

pub(crate) fn column_of<T: std::str::FromStr>(name: &str, heading: &str) -> Regions<T> {
    let rows = csv(name);
    assert_eq!(rows.len(), COUNT);
    std::array::from_fn(|place| {
        rows[place][heading].parse().unwrap_or_else(|_| panic!("{name}, {heading}, row {place}"))
    })
}

fn groups() -> Groups {
    let rows = csv("lakemedel-2024-behovsmodell-grupper");
    assert_eq!(rows.len(), GROUPS);
    let name: Vec<_> = csv("regioner").iter().map(|row| row["kortnamn"].clone()).collect();
    Groups {
        count: std::array::from_fn(|r| {
            std::array::from_fn(|g| rows[g][&name[r]].parse().expect("people"))
        }),
        prislapp: std::array::from_fn(|g| rows[g]["prislapp_kr"].parse().expect("kronor")),
    }
}

fn ladder(upper: i64) -> Vec<Steg> {
    let step = |from, percent| Steg { from, percent: Decimal::from(percent) };
    vec![step(None, 85), step(Some(Decimal::from(upper)), 90)]
}

fn part(id: &'static str, mnkr: i64, netted: bool, group: &'static str) -> Component {
    Component { id, amount: mnkr.into(), netted, group: Some(group) }
}

fn group(id: &'static str) -> Group {
    Group { id, above: 3.into(), below: 3.into() }
}

/// What the documents say about 2024.
fn country() -> CountryCase {
    let before = "lakemedel-2023-foregaende-ar";
    CountryCase {
        year: 2024,
        avtal: Avtal {
            parts: Parts {
                components: vec![
                    part("formanen", 37_918, true, "tillsammans"),
                    part("hepatit_c", 402, true, "tillsammans"),
                ],
                rebates: 1_510.into(),
                groups: vec![group("tillsammans")],
            },
            ovrigt: vec![1_620.into()],
            avdrag: vec![
                Deduction { id: "sol", kronor: Some(11_000_000), currency: None },
                Deduction {
                    id: "ihsi",
                    kronor: None,
                    currency: Some((361_305.into(), Decimal::new(117_638, 4))),
                },
                Deduction { id: "skr", kronor: Some(3_000_000), currency: None },
            ],
            tolerance: None,
            rest: Remainder::Nobody,
        },
        population: column_of("lakemedel-2024-publicerat", "befolkning_2023_08_31"),
        groups: Some(groups()),
        utfall: None,
        cost: column_of("lakemedel-2024-solidariska-kostnader", "summa_kr"),
        ladder: ladder(271),
        threshold: None,
        before: Before {
            population: column_of(before, "befolkning_2022_08_31_harledd"),
            behov: column_of(before, "behovsmodell_kr_per_inv_harledd"),
            netto: column_of(before, "solidariskt_netto_kr_per_inv_harledd"),
            grant: column_of(before, "statsbidrag_kr_publicerat"),
            cost: 1_432_843_146,
            // What every region below the mean had to pay.
            finansiering: Decimal::new(174_648, 4),
            ladder: ladder(261),
            threshold: None,
            plan: None,
            parts: Parts {
                components: vec![
                    part("formanen", 33_500, false, "formanen"),
                    part("hepatit_c", 410, false, "hepatit_c"),
                ],
                rebates: Decimal::ZERO,
                groups: vec![group("formanen"), group("hepatit_c")],
            },
        },
        efterslap: 2,
        plan: None,
        brev: brev(),
    }
}

/// The decision for 2024; the appropriation is not known, and profit and loss as the example has it.
fn brev() -> Brev {
    let file = "regleringsbrev-2024-justeringar";
    Brev {
        saturday: false,
        anslag: vec![39_000_000],
        bilagor: vec![(1, 1), (2, 2), (3, 4), (5, 11)],
        is_placed: [false, false],
        justeringar: vec![
            ("aterbaring_prognos", 2),
            ("avdrag", 2),
            ("vinst_forlust_formanen", 3),
            ("vinst_forlust_hepatit_c", 3),
            ("aterbaring_slutlig", 5),
        ],
        amount: Belopp {
            statens_andel: Some(column_of(file, "statens_andel_aterbaring_prognos_2023_kr")),
            settled: Some(column_of(file, "ihsi_valutakorrigering_kr")),
            profit: vec![
                ("formanen", column_of(file, "vinst_forlust_formanen_2023_kr")),
                ("hepatit_c", column_of(file, "vinst_forlust_hepc_2023_kr")),
            ],
            difference: Some(column_of(file, "aterbaring_slutlig_minus_prognos_2023_kr_harledd")),
            share: Some(30.into()),
            fees: Some(Fees {
                each: vec![("ihsi", 3_950_000, 3_786_786, 100_000)],
                rest: Remainder::Largest,
            }),
            ..Belopp::default()
        },
        medgivna: Vec::new(),
    }
}

#[test]
fn both_calculations_give_the_published_kronor_of_2024() {
    let country = country();
    let compared_count = compare(&country).expect("the calculations agree");
    assert!(compared_count > 600, "only {compared_count} figures were compared");
    assert!(engine(&country, |_| Status::Faststalld).1.is_empty());
    let answer = calculation::computes(&country);
    let wholly = |name: String| match &answer.figures[&name] {
        calculation::Number::Whole(number) => *number,
        something_else => panic!("{name} is {something_else:?}"),
    };
    let published = column_of::<i64>("lakemedel-2024-publicerat", "statsbidrag_2024_kr");
    for (region, published_amount) in REGIONS.iter().zip(published) {
        assert_eq!(
            wholly(format!("lakemedel.2024.{region}.statsbidrag")),
            published_amount,
            "{region}"
        );
    }
    for (name, column) in [
        ("manadsbelopp_2024", "statsbidrag_per_manad_kr"),
        ("justering_aterbaring_slutlig", "justering_aterbaring_kr"),
        ("utbetalning_2024_05", "utbetalning_maj_kr"),
        ("utbetalning_2024_06", "utbetalning_juni_till_november_kr"),
        ("utbetalning_2024_11", "utbetalning_juni_till_november_kr"),
    ] {
        for (region, published_amount) in
            REGIONS.iter().zip(column_of::<i64>("bilaga4-2024", column))
        {
            assert_eq!(
                wholly(format!("regleringsbrev.2024.{region}.{name}")),
                published_amount,
                "{region}"
            );
        }
    }
    for (name, published_amount) in [
        ("lakemedel.2024.riket.statsbidrag", 38_411_749_680),
        ("lakemedel.2024.riket.avdrag_ihsi", 4_250_320),
        ("regleringsbrev.2024.riket.manadsbelopp_2024", 3_200_979_143),
        ("regleringsbrev.2024.riket.justering_aterbaring_slutlig", -754_188),
        ("regleringsbrev.2024.riket.manader_residual_2024", 36),
        ("regleringsbrev.2024.riket.manader_residual_2023", -28),
        ("regleringsbrev.2024.riket.aret", 36_697_844_208),
    ] {
        assert_eq!(wholly(name.to_owned()), published_amount, "{name}");
    }
}
