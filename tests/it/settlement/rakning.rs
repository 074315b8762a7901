//! The settlement once more, from the agreement's words and not from the engine: in whole numbers, with
//! everything multiplied up to a common unit first and one division last. It shares no type and no
//! rule with the engine; only the figures' names are the same.

use std::collections::BTreeMap;

use crate::settlement::fall::{ANTAL, Fall, Rest};

/// Every figure by name, as numerator and denominator.
pub(crate) type Svar = BTreeMap<String, (i128, i128)>;

/// The regions' ids, in their order.
const REGIONER: [&str; ANTAL] = [
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
const HELA: i128 = 1_000_000;
/// What amounts are counted in: öre times ten-thousandths of a percent, twice.
const KRONA: i128 = 100 * HELA * HELA;

/// `över ÷ under` to the nearest whole number, a half away from nought.
fn delat(over: i128, under: i128) -> i128 {
    over.signum() * ((2 * over.abs() + under) / (2 * under))
}

fn riket(svar: &mut Svar, id: &str, over: i128, under: i128) {
    let forut = svar.insert(format!("regleringsbrev.2024.riket.{id}"), (over, under));
    assert_eq!(forut, None, "{id} twice");
}

fn regionerna(svar: &mut Svar, id: &str, varden: &[(i128, i128)]) {
    for (region, varde) in REGIONER.iter().zip(varden) {
        svar.insert(format!("regleringsbrev.2024.{region}.{id}"), *varde);
    }
}

/// Everything there is to know of an agreement.
pub(crate) fn rakna(fall: &Fall) -> Svar {
    let mut svar = Svar::new();
    let ore = |ore: i64| i128::from(ore) * HELA * HELA;
    let hepatit_c = i128::from(fall.utfall[1]) * i128::from(fall.hepatit_c) * HELA;
    riket(&mut svar, "avstamning_utfall_hepatit_c", hepatit_c, KRONA);
    let vikt: i128 = fall.vikter.iter().map(|vikt| i128::from(*vikt)).sum();
    let nycklar = fall.vikter.map(|egen| (i128::from(egen), vikt));
    regionerna(&mut svar, "avstamning_nyckel", &nycklar);
    let mut delar = vec![
        ("formanen", ore(fall.bas[0]), ore(fall.utfall[0])),
        ("hepatit_c", ore(fall.bas[1]), hepatit_c),
    ];
    if fall.tillsammans {
        let bas = ore(fall.bas[0] + fall.bas[1] - fall.bas[2]);
        let utfall = ore(fall.utfall[0] - fall.utfall[2]) + hepatit_c;
        riket(&mut svar, "avstamning_bas_tillsammans", bas, KRONA);
        riket(&mut svar, "avstamning_utfall_tillsammans", utfall, KRONA);
        delar = vec![("tillsammans", bas, utfall)];
    }
    let (mut alla, mut per_region) = (0, vec![0; ANTAL]);
    for (del, bas, utfall) in delar {
        let (belopp, regionernas) = en_del(fall, del, (bas, utfall), &mut svar);
        alla += belopp;
        for (summa, egen) in per_region.iter_mut().zip(&regionernas) {
            *summa += egen;
        }
    }
    riket(&mut svar, "avstamning_belopp", alla, 1);
    riket(&mut svar, "avstamning_totalt", per_region.iter().sum(), 1);
    let hela: Vec<_> = per_region.iter().map(|belopp| (*belopp, 1)).collect();
    regionerna(&mut svar, "avstamning_totalt", &hela);
    svar
}

/// One part: its amount for all regions and for each.
fn en_del(
    fall: &Fall,
    del: &str,
    (bas, utfall): (i128, i128),
    svar: &mut Svar,
) -> (i128, Vec<i128>) {
    // The base is whole öre, so the limit divides evenly.
    let grans = bas / HELA * i128::from(fall.grans);
    let avvikelse = utfall - bas;
    let utanfor = match avvikelse {
        over if over > grans => over - grans,
        under if -under > grans => under + grans,
        _ => 0,
    };
    let belopp = delat(utanfor * i128::from(fall.statens_andel), KRONA * HELA);
    for (vad, over, under) in [
        ("nedre", bas - grans, KRONA),
        ("ovre", bas + grans, KRONA),
        ("avvikelse", avvikelse, KRONA),
        ("avvikelse_andel", avvikelse, bas),
        ("utanfor", utanfor, KRONA),
        ("belopp", belopp, 1),
    ] {
        riket(svar, &format!("avstamning_{vad}_{del}"), over, under);
    }
    let vikt: i128 = fall.vikter.iter().map(|vikt| i128::from(*vikt)).sum();
    let exakt = fall.vikter.map(|egen| (belopp * i128::from(egen), vikt));
    regionerna(svar, &format!("avstamning_exakt_{del}"), &exakt);
    let delar = fordelat(fall, belopp, vikt);
    let hela: Vec<_> = delar.iter().map(|belopp| (*belopp, 1)).collect();
    regionerna(svar, &format!("avstamning_{del}"), &hela);
    let summa: i128 = delar.iter().sum();
    riket(svar, &format!("avstamning_{del}"), summa, 1);
    riket(svar, &format!("avstamning_residual_{del}"), belopp - summa, 1);
    (belopp, delar)
}

/// Whole kronor for each, without the amount's sign and then with it.
fn fordelat(fall: &Fall, belopp: i128, vikt: i128) -> Vec<i128> {
    let (tecken, pott) = (belopp.signum(), belopp.abs());
    let over = fall.vikter.map(|egen| pott * i128::from(egen));
    let mut delar: Vec<_> = over.iter().map(|over| delat(*over, vikt)).collect();
    match fall.rest {
        Rest::Ingen => {}
        Rest::Storst => {
            let kvar = pott - delar.iter().sum::<i128>();
            // The first of the largest.
            let storst = (0..ANTAL).reduce(|a, b| if over[b] > over[a] { b } else { a });
            delar[storst.expect("21 regions")] += kvar;
        }
        Rest::Hamilton => {
            delar = over.iter().map(|over| over / vikt).collect();
            // One at a time to the one that lacks most, the first of equals.
            while delar.iter().sum::<i128>() < pott {
                let saknar = |r: usize| over[r] - delar[r] * vikt;
                let mest = (0..ANTAL).reduce(|a, b| if saknar(b) > saknar(a) { b } else { a });
                let mest = mest.expect("21 regions");
                delar[mest] += 1;
            }
        }
    }
    delar.into_iter().map(|del| tecken * del).collect()
}
