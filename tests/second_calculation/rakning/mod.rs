//! The whole calculation once more, from the description of the grant and not from the engine: in
//! kronor first and per inhabitant last, with plain rationals and plain arrays. It shares no type, no
//! rule and no order of work with the engine; only the figures' names are the same.

mod brak;
mod forandring;
mod jamforelse;
mod plan;
mod solidariskt;
pub(crate) mod tal;

use rust_decimal::Decimal;

use crate::land::{ANTAL, Avtal, Land, Rest};
pub(crate) use plan::{andelen, ihsi_delarna};
pub(crate) use tal::{Q, Svar, Tal};
use tal::{av, avrundat, hela, helt, procent, summa, var_och_en};

/// What passes from one part of the calculation to the next, per region and in kronor.
struct Ar {
    folk: Vec<Q>,
    /// The country's population.
    landet: Q,
    /// By the need model.
    behov: Vec<Q>,
    solidariskt: solidariskt::Utfall,
    bidrag: Vec<i64>,
}

/// Everything there is to know about a country.
pub(crate) fn rakna(land: &Land) -> Svar {
    let mut svar = Svar::ny(land.ar);
    let pott = avtalet(&land.avtal, &mut svar);
    if pott <= 0 {
        svar.koder.insert("R04");
        return svar;
    }
    // None of the steps below can be taken without the one before it.
    let _ = resten(land, pott, &mut svar);
    svar
}

fn resten(land: &Land, pott: i64, svar: &mut Svar) -> Option<()> {
    let folk = hela(&land.folk);
    let landet = summa(&folk);
    let behov = behovet(land, pott, &folk, svar)?;
    let solidariskt = solidariskt::rakna(land, svar)?;
    if (summa(&behov) - helt(pott)).belopp() > helt(21) {
        svar.koder.insert("R03");
        return None;
    }
    let delar = var_och_en(|r| &behov[r] + &solidariskt.netto[r]);
    let bidrag = bidragen(land.avtal.rest, pott, &delar, svar);
    svar.regioner("statsbidrag_exakt", &delar);
    svar.regioner("statsbidrag_per_inv", &var_och_en(|r| &delar[r] / &folk[r]));
    svar.rike("statsbidrag_per_inv", &(summa(&delar) / &landet));
    svar.rike_helt("befolkning", land.folk.iter().sum());
    let ar = Ar { folk, landet, behov, solidariskt, bidrag };
    let kronor = [
        ("behovsmodell", &ar.behov),
        ("solidariskt_utfall", &ar.solidariskt.kostnad),
        ("statsbidrag_per_inv", &delar),
    ];
    for (vad, kronor) in kronor {
        jamforelse::rakna(vad, kronor, &ar, svar);
    }
    // What fails there stops nothing of what is paid.
    let _ = forandring::rakna(land, &ar, svar);
    let ihsi = hela_gangen(land.avtal.ihsi_eur * land.avtal.ihsi_kurs, 1);
    plan::rakna(land, &ar.bidrag, land.avtal.sol + land.avtal.skr + ihsi, svar);
    Some(())
}

/// Kronor from million kronor.
fn kronor(mnkr: Decimal) -> Q {
    av(mnkr) * helt(1_000_000)
}

/// What the regions share.
pub(crate) fn pott(avtal: &Avtal) -> i64 {
    let ihsi = avrundat(&(av(avtal.ihsi_eur) * av(avtal.ihsi_kurs)));
    let delar = [avtal.formanen, avtal.hepatit_c, -avtal.aterbaring, avtal.ovrigt];
    avrundat(&summa(&delar.map(kronor))) - avtal.sol - avtal.skr - ihsi
}

/// `per_inv · folk` in whole kronor.
pub(crate) fn hela_gangen(per_inv: Decimal, folk: i64) -> i64 {
    avrundat(&(av(per_inv) * helt(folk)))
}

/// As it would stand in a cell.
pub(crate) fn tolv_decimaler(tal: &Q) -> Decimal {
    Decimal::from_i128_with_scale((tal * helt(1_000_000_000_000)).golv(), 12)
}

fn avtalet(avtal: &Avtal, svar: &mut Svar) -> i64 {
    let [formanen, hepatit_c, aterbaring, ovrigt] =
        [avtal.formanen, avtal.hepatit_c, avtal.aterbaring, avtal.ovrigt].map(kronor);
    let ihsi = hela_gangen(avtal.ihsi_eur * avtal.ihsi_kurs, 1);
    let bas = &formanen + &hepatit_c - &aterbaring;
    svar.rike("brutto", &(formanen + hepatit_c));
    svar.rike("aterbaring_avdrag", &-aterbaring);
    svar.rike("netto", &bas);
    svar.rike("totalt", &(&bas + ovrigt));
    svar.rike_helt("ihsi", ihsi);
    svar.rike_helt("avdrag", avtal.sol + avtal.skr + ihsi);
    svar.rike_helt("utbetalas", pott(avtal));
    svar.rike("grans_nedre", &(&bas * (helt(1) - procent(avtal.grans))));
    svar.rike("grans_ovre", &(&bas * (helt(1) + procent(avtal.grans))));
    pott(avtal)
}

/// Kronor per region by the need model.
fn behovet(land: &Land, pott: i64, folk: &[Q], svar: &mut Svar) -> Option<Vec<Q>> {
    let given = land.utfall.map(|utfall| var_och_en(|r| av(utfall[r]) * &folk[r]));
    let kronor = if let Some(grupper) = &land.grupper {
        // Σ antal · prislapp, and the region's share of it that lives there now.
        let kostnad = |antal: &[i64]| {
            summa(
                &antal
                    .iter()
                    .zip(grupper.prislapp)
                    .map(|(n, p)| helt(*n) * av(p))
                    .collect::<Vec<_>>(),
            )
        };
        let antal = |r: usize| grupper.antal[r].iter().sum::<i64>();
        if (0..ANTAL).any(|r| antal(r) == 0) {
            svar.koder.insert("R04");
            return None;
        }
        let vikter = var_och_en(|r| kostnad(&grupper.antal[r]) * &folk[r] / helt(antal(r)));
        let total = summa(&vikter);
        svar.regioner("modellkostnad", &var_och_en(|r| &vikter[r] / &folk[r]));
        svar.rike("modelltotal", &total);
        if total == Q::noll() {
            svar.koder.insert("R04");
            return None;
        }
        svar.rike("skalfaktor", &(helt(pott) / &total));
        let kronor = var_och_en(|r| helt(pott) * &vikter[r] / &total);
        let skiljer =
            |given: &Vec<Q>| (0..ANTAL).any(|r| (&given[r] - &kronor[r]).belopp() > helt(1));
        if given.as_ref().is_some_and(skiljer) {
            svar.koder.insert("R02");
        }
        kronor
    } else {
        given.expect("groups or an outcome")
    };
    svar.regioner("behovsmodell", &var_och_en(|r| &kronor[r] / &folk[r]));
    svar.rike("behovsmodell", &(summa(&kronor) / summa(folk)));
    Some(kronor)
}

/// Whole kronor.
fn bidragen(rest: Rest, pott: i64, delar: &[Q], svar: &mut Svar) -> Vec<i64> {
    let mut bidrag: Vec<_> = delar.iter().map(avrundat).collect();
    let kvar = pott - bidrag.iter().sum::<i64>();
    match rest {
        Rest::Ingen if kvar != 0 => {
            svar.koder.insert("R01");
        }
        Rest::Ingen => {}
        Rest::Hamilton => bidrag = en_i_taget(pott, delar),
        Rest::Storst => {
            // The first of the largest.
            let storst = (0..ANTAL).reduce(|a, b| if delar[b] > delar[a] { b } else { a });
            bidrag[storst.expect("21 regions")] += kvar;
        }
        Rest::Region(plats) => bidrag[plats] += kvar,
    }
    svar.regioner_hela("statsbidrag", &bidrag);
    svar.rike_helt("statsbidrag", bidrag.iter().sum());
    bidrag
}

/// Everybody gets the whole kronor of his part; then the one who lacks most gets one more, or the one
/// who lacks least gives one back, until the pot is used.
fn en_i_taget(pott: i64, delar: &[Q]) -> Vec<i64> {
    let mut bidrag: Vec<_> =
        delar.iter().map(|del| i64::try_from(del.golv()).expect("kronor that fit")).collect();
    loop {
        let kvar = pott - bidrag.iter().sum::<i64>();
        let saknar = var_och_en(|r| &delar[r] - helt(bidrag[r]));
        let plats = match kvar.signum() {
            0 => return bidrag,
            1 => (0..ANTAL).reduce(|a, b| if saknar[b] > saknar[a] { b } else { a }),
            _ => (0..ANTAL).reduce(|a, b| if saknar[b] <= saknar[a] { b } else { a }),
        };
        bidrag[plats.expect("21 regions")] += kvar.signum();
    }
}
