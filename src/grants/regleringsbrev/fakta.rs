//! What is no number but follows from them: which months an annex pays, and for which; what is paid
//! when, and why it is adjusted. The prose and the columns of the documents hang on it.

use super::inputs::Indata;
use super::justering::Justering;
use crate::allocation::Residual;
use crate::calendar::Manad;
use crate::contract::regleringsbrev::{
    self as contract, Avtal, Betalning, Bilaga, Justeringsrad, Medgivet,
};
use crate::contract::{Equality, FactPromise};
use crate::figure::CellRef;
use crate::report::Report;

/// What the facts are found in.
pub(super) struct Utfall {
    /// How many months after the cost the grant is paid.
    pub(super) efterslap: u32,
    /// The kinds of adjustment whose amounts a rule found.
    pub(super) raknade: Vec<Justering>,
    /// The equations that held.
    pub(super) provningar: Vec<Equality>,
}

/// Rows, with the cells they were read from.
type Rader<T> = Vec<(T, Vec<CellRef>)>;

/// States every fact.
pub(super) fn state(indata: &Indata, utfall: Utfall, report: &mut Report) {
    let ar = indata.ar;
    rader(report, ar, &contract::BILAGOR, bilagor(indata, utfall.efterslap));
    rader(report, ar, &contract::JUSTERINGSRADER, justeringar(indata, &utfall.raknade));
    rader(report, ar, &contract::AVTAL, avtalen(indata, utfall.efterslap));
    rader(report, ar, &contract::MEDGIVNA, medgivna(indata));
    let betalningar = (1..=12).map(|nummer| betalning(indata, utfall.efterslap, nummer)).collect();
    report.state(ar, &contract::BETALNINGAR, betalningar, Vec::new());
    let avgift = indata.underlag.ihsi_avgift.as_ref();
    let storst = avgift.is_some_and(|avgift| avgift.residual == Residual::HalfUpResidualToLargest);
    report.state(ar, &contract::IHSI_STORST_TAR_RESTEN, storst, Vec::new());
    report.state(ar, &contract::PROVNINGAR, utfall.provningar, Vec::new());
}

fn rader<T, P: FactPromise<Of = Vec<T>>>(
    report: &mut Report,
    ar: i32,
    promise: &P,
    rader: Rader<T>,
) {
    let (rader, celler): (_, Vec<_>) = rader.into_iter().unzip();
    report.state(ar, promise, rader, celler.concat());
}

fn bilagor(indata: &Indata, efterslap: u32) -> Rader<Bilaga> {
    let rad = |bilaga: &super::inputs::Bilaga| {
        let [forsta, sista] =
            [&bilaga.forsta, &bilaga.sista].map(|nummer| indata.manad(nummer.value));
        let kostnad = |manad: Manad| manad.tidigare(efterslap);
        let rad = Bilaga {
            nummer: bilaga.nummer.value,
            betalas: forsta..=sista,
            kostnad: kostnad(forsta)..=kostnad(sista),
        };
        (rad, [&bilaga.nummer, &bilaga.forsta, &bilaga.sista].map(|last| last.cell.clone()).into())
    };
    indata.bilagor.iter().map(rad).collect()
}

/// What a month pays.
fn betalning(indata: &Indata, efterslap: u32, nummer: u32) -> Betalning {
    let manad = indata.manad(nummer);
    let bilaga = indata.bilagor.iter().find(|bilaga| bilaga.betalar(nummer));
    let justeringar = indata.justeringar.iter().filter(|rad| rad.manad.value == nummer);
    Betalning {
        manad,
        kostnad: manad.tidigare(efterslap),
        bilaga: bilaga.map(|bilaga| bilaga.nummer.value),
        justeringar: justeringar.map(|rad| rad.slag.value).collect(),
        residual: nummer == efterslap && indata.placerar(indata.ar - 1),
    }
}

/// The adjustments, in the order they are paid.
fn justeringar(indata: &Indata, raknade: &[Justering]) -> Rader<Justeringsrad> {
    let mut ordnade: Vec<_> = indata.justeringar.iter().collect();
    ordnade.sort_by_key(|rad| (rad.manad.value, rad.slag.value));
    let rad = |last: &super::inputs::Justeringsrad| {
        let (slag, avtalsar) = (last.slag.value, indata.ar - 1);
        let rad = Justeringsrad {
            slag,
            rubrik: slag.rubrik(avtalsar),
            skal: last.skal.value.clone(),
            manad: indata.manad(last.manad.value),
            bilaga: last.bilaga.value,
            avtalsar,
            raknad: raknade.contains(&slag),
        };
        let celler = [&last.slag.cell, &last.skal.cell, &last.manad.cell, &last.bilaga.cell];
        (rad, celler.map(Clone::clone).into())
    };
    ordnade.into_iter().map(rad).collect()
}

/// The agreement years, the earlier first.
fn avtalen(indata: &Indata, efterslap: u32) -> Rader<Avtal> {
    let mut avtalen: Vec<_> = indata.avtal.iter().collect();
    avtalen.sort_by_key(|avtal| avtal.ar.value);
    let rad = |last: &super::inputs::Avtalsar| {
        let ar = last.ar.value;
        let januari = Manad::ny(ar, 1).unwrap_or_else(|| panic!("{ar} is a year"));
        let forsta = januari.senare(efterslap);
        let rad = Avtal {
            avtalsar: ar,
            regeringsbeslut: last.regeringsbeslut.value.clone(),
            datum: last.datum.value,
            diarienummer: last.diarienummer.value.clone(),
            residual_placeras: last.residual_placeras.value,
            betalas: forsta..=forsta.senare(11),
        };
        let celler = [&last.ar.cell, &last.regeringsbeslut.cell, &last.datum.cell];
        let fler = [&last.diarienummer.cell, &last.residual_placeras.cell];
        (rad, celler.into_iter().chain(fler).cloned().collect())
    };
    avtalen.into_iter().map(rad).collect()
}

/// The payments that are meant to be nought or negative.
fn medgivna(indata: &Indata) -> Rader<Medgivet> {
    let rad = |last: &super::inputs::Medgivet| {
        let rad = Medgivet {
            region: last.region.value,
            manad: indata.manad(last.manad.value),
            skal: last.skal.value.clone(),
        };
        let celler = [&last.region.cell, &last.manad.cell, &last.skal.cell];
        (rad, celler.map(Clone::clone).into())
    };
    indata.medgivna.iter().map(rad).collect()
}
