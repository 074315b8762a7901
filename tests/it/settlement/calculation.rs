//! The settlement once more, from the agreement's words and not from the engine: in whole numbers, with
//! everything multiplied up to a common unit first and one division last. It shares no type and no
//! rule with the engine; only the figures' names are the same.

use std::collections::BTreeMap;

use crate::settlement::case::{COUNT, Case, Remainder};

/// Every figure by name, as numerator and denominator.
pub(crate) type Svar = BTreeMap<String, (i128, i128)>;

/// The regions' ids, in their order.
const REGIONS: [&str; COUNT] = [
    "stockholm",
    "uppsala",
    "sormland",
    "ostergotland",
    "jonkoping",
    "kronoberg",
    "kalmar",
    "gotland",
    "blekinge",
    "skane",
    "halland",
    "vastra_gotaland",
    "varmland",
    "orebro",
    "vastmanland",
    "dalarna",
    "gavleborg",
    "vasternorrland",
    "jamtland",
    "vasterbotten",
    "norrbotten",
];

/// The whole, in ten-thousandths of a percent.
const WHOLE: i128 = 1_000_000;
/// What amounts are counted in: öre times ten-thousandths of a percent, twice.
const KRONA: i128 = 100 * WHOLE * WHOLE;

/// `över ÷ under` to the nearest whole number, a half away from zero.
fn shared(over: i128, under: i128) -> i128 {
    over.signum() * ((2 * over.abs() + under) / (2 * under))
}

fn country(answer: &mut Svar, id: &str, over: i128, under: i128) {
    let beforehand = answer.insert(format!("regleringsbrev.2024.riket.{id}"), (over, under));
    assert_eq!(beforehand, None, "{id} twice");
}

fn regions(answer: &mut Svar, id: &str, values: &[(i128, i128)]) {
    for (region, value) in REGIONS.iter().zip(values) {
        answer.insert(format!("regleringsbrev.2024.{region}.{id}"), *value);
    }
}

/// Everything there is to know of an agreement.
pub(crate) fn computes(case: &Case) -> Svar {
    let mut answer = Svar::new();
    let ore = |ore: i64| i128::from(ore) * WHOLE * WHOLE;
    let hepatit_c = i128::from(case.utfall[1]) * i128::from(case.hepatit_c) * WHOLE;
    country(&mut answer, "avstamning_ersatt_formanen", ore(case.utfall[0]), KRONA);
    country(&mut answer, "avstamning_ersatt_hepatit_c", hepatit_c, KRONA);
    let weight: i128 = case.weights.iter().map(|weight| i128::from(*weight)).sum();
    let keys = case.weights.map(|own| (i128::from(own), weight));
    regions(&mut answer, "avstamning_nyckel", &keys);
    let mut parts = vec![
        ("formanen", ore(case.bas[0]), ore(case.utfall[0])),
        ("hepatit_c", ore(case.bas[1]), hepatit_c),
    ];
    if case.together {
        let bas = ore(case.bas[0] + case.bas[1] - case.bas[2]);
        let utfall = ore(case.utfall[0] - case.utfall[2]) + hepatit_c;
        parts = vec![("tillsammans", bas, utfall)];
    }
    let (mut all, mut per_region) = (0, vec![0; COUNT]);
    for (part, bas, utfall) in parts {
        let (amount, of_the_regions) = one_part(case, part, (bas, utfall), &mut answer);
        all += amount;
        for (sum, own) in per_region.iter_mut().zip(&of_the_regions) {
            *sum += own;
        }
    }
    country(&mut answer, "avstamning_belopp", all, 1);
    country(&mut answer, "avstamning_totalt", per_region.iter().sum(), 1);
    let whole_parts: Vec<_> = per_region.iter().map(|amount| (*amount, 1)).collect();
    regions(&mut answer, "avstamning_totalt", &whole_parts);
    answer
}

/// One part: its amount for all regions and for each.
fn one_part(
    case: &Case,
    part: &str,
    (bas, utfall): (i128, i128),
    answer: &mut Svar,
) -> (i128, Vec<i128>) {
    // The base is whole öre, so the limit divides evenly.
    let limit = bas / WHOLE * i128::from(case.limit);
    let deviation = utfall - bas;
    let outside = match deviation {
        over if over > limit => over - limit,
        under if -under > limit => under + limit,
        _ => 0,
    };
    let amount = shared(outside * i128::from(case.statens_andel), KRONA * WHOLE);
    for (what, over, under) in [
        ("utfall", utfall, KRONA),
        ("avvikelse", deviation, KRONA),
        ("avvikelseandel", deviation, bas),
        ("utanfor", outside, KRONA),
        ("belopp", amount, 1),
    ] {
        country(answer, &format!("avstamning_{what}_{part}"), over, under);
    }
    let weight: i128 = case.weights.iter().map(|weight| i128::from(*weight)).sum();
    let exact = case.weights.map(|own| (amount * i128::from(own), weight));
    regions(answer, &format!("avstamning_exakt_{part}"), &exact);
    let parts = distributed(case, amount, weight);
    let whole_parts: Vec<_> = parts.iter().map(|amount| (*amount, 1)).collect();
    regions(answer, &format!("avstamning_del_{part}"), &whole_parts);
    let sum: i128 = parts.iter().sum();
    country(answer, &format!("avstamning_del_{part}"), sum, 1);
    country(answer, &format!("avstamning_residual_{part}"), amount - sum, 1);
    (amount, parts)
}

/// Whole kronor for each, without the amount's sign and then with it.
fn distributed(case: &Case, amount: i128, weight: i128) -> Vec<i128> {
    let (character, pot) = (amount.signum(), amount.abs());
    let over = case.weights.map(|own| pot * i128::from(own));
    let mut parts: Vec<_> = over.iter().map(|over| shared(*over, weight)).collect();
    match case.rest {
        Remainder::Nobody => {}
        Remainder::Largest => {
            let left = pot - parts.iter().sum::<i128>();
            // The first of the largest.
            let largest = (0..COUNT).reduce(|a, b| if over[b] > over[a] { b } else { a });
            parts[largest.expect("21 regions")] += left;
        }
        Remainder::Hamilton => {
            parts = over.iter().map(|over| over / weight).collect();
            // One at a time to the one that lacks most, the first of equals.
            while parts.iter().sum::<i128>() < pot {
                let lacks = |r: usize| over[r] - parts[r] * weight;
                let most = (0..COUNT).reduce(|a, b| if lacks(b) > lacks(a) { b } else { a });
                let most = most.expect("21 regions");
                parts[most] += 1;
            }
        }
    }
    parts.into_iter().map(|part| character * part).collect()
}
