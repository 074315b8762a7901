//! Checks that no single cell can answer: what the rules make of the workbook must hang together.
//! Each failure is a problem placed in the sheet where the user can mend it.

use super::inputs::{Avtal, Behov, Foregaende};
use super::rules::solidariskt::StigerInte;
use super::rules::{avtal, behovsmodell, statsbidrag};
use super::schema::{ARBETSBOK, blad};
use crate::allocation::Residual;
use crate::figure::{Figure, FigureId, Trace};
use crate::problem::{Code, Location, Problem, Problems};
use crate::quantity::avrundning::Avrundning;
use crate::quantity::{Exakt, HelaKronor, Invanare, Kronor, KronorPerInvanare};
use crate::region::{ANTAL, PerRegion};
use crate::svenska;

/// The checks, collecting problems.
pub(super) struct Kontroll<'a> {
    pub(super) problems: &'a mut Problems,
}

impl Kontroll<'_> {
    /// The control amounts of the sheet Överenskommelse, and that something is left to pay out.
    pub(super) fn avtalet(
        &mut self,
        trace: &Trace,
        avtal: &Avtal,
        belopp: &avtal::Belopp,
    ) -> Option<()> {
        if let Some(kontroll) = &avtal.totalt_kontroll
            && kontroll.value != belopp.totalt.value
        {
            let mnkr =
                |kronor: &Kronor| svenska::kort_tal(&(kronor.exakt() / &Exakt::from(1_000_000)), 6);
            self.problems.add(
                Problem::new(
                    Code::I14,
                    plats(trace, kontroll.id),
                    format!(
                        "kontrollbeloppet är {} mnkr men raderna ger {} mnkr",
                        mnkr(&kontroll.value),
                        mnkr(&belopp.totalt.value)
                    ),
                )
                .expected("förmånen + hepatit C − återbäring + övrigt"),
            );
        }
        if let Some(kontroll) = &avtal.utbetalas_kontroll
            && kontroll.value != belopp.utbetalas.value
        {
            self.problems.add(
                Problem::new(
                    Code::I14,
                    plats(trace, kontroll.id),
                    format!(
                        "kontrollbeloppet är {} kr men raderna ger {} kr",
                        kr(kontroll.value),
                        kr(belopp.utbetalas.value)
                    ),
                )
                .expected("det totala nettobidraget minus SOL, IHSI och SKR"),
            );
        }
        if belopp.utbetalas.value.heltal() <= 0 {
            self.problems.add(Problem::new(
                Code::R04,
                sida(blad::OVERENSKOMMELSE),
                format!("{} kr återstår att betala ut till regionerna", kr(belopp.utbetalas.value)),
            ));
            return None;
        }
        Some(())
    }

    /// That the need model could be computed at all.
    pub(super) fn modellen(
        &mut self,
        utfall: Result<behovsmodell::Utfall, behovsmodell::Tom>,
    ) -> Option<behovsmodell::Utfall> {
        let (sidan, text) = match utfall {
            Ok(utfall) => return Some(utfall),
            Err(behovsmodell::Tom::Region(region)) => {
                (blad::GRUPPER, format!("alla grupper i {region} är noll"))
            }
            Err(behovsmodell::Tom::Prislappar) => (
                blad::PRISLAPPAR,
                "modellen kostar noll kronor: alla prislappar är noll".to_owned(),
            ),
        };
        self.problems.add(Problem::new(Code::R04, sida(sidan), text));
        None
    }

    /// That groups and given outcome, where both are there, say the same: within a krona per region.
    pub(super) fn underlagen(
        &mut self,
        trace: &Trace,
        behov: &Behov,
        modell: &PerRegion<Figure<KronorPerInvanare>>,
        folk: &PerRegion<Figure<Invanare>>,
    ) {
        let (Some(_), Some(utfall)) = (&behov.grupper, &behov.utfall) else { return };
        for (region, utfall) in utfall.iter() {
            let modell = &modell.i(region).value;
            let skillnad = (modell.clone() - utfall.value.clone()) * folk.i(region).value;
            if skillnad.exakt().belopp() > Exakt::from(1) {
                self.problems.add(
                    Problem::new(
                        Code::R02,
                        plats(trace, utfall.id),
                        format!(
                            "{region}: utfallet är {} kr/inv men grupperna ger {} kr/inv",
                            svenska::tal(utfall.value.exakt(), 8),
                            svenska::tal(modell.exakt(), 8)
                        ),
                    )
                    .expected("skillnad på högst en krona för hela regionen")
                    .help("rätta det ena underlaget, eller töm det"),
                );
            }
        }
    }

    /// That a ladder's steps rise.
    pub(super) fn trappan<T>(
        &mut self,
        trappa: Result<T, StigerInte>,
        sidan: &'static str,
    ) -> Option<T> {
        match trappa {
            Ok(value) => Some(value),
            Err(StigerInte { niva, fran, forra }) => {
                let kr = |steg: &KronorPerInvanare| svenska::kort_tal(steg.exakt(), 4);
                self.problems.add(
                    Problem::new(
                        Code::R04,
                        sida(sidan),
                        format!(
                            "nivå {niva} börjar vid {} kr/inv, inte högre än nivå {} som börjar vid {} kr/inv",
                            kr(&fran),
                            niva.saturating_sub(1),
                            kr(&forra)
                        ),
                    )
                    .expected("steg som stiger, det första från medelkostnaden")
                    .help("kontrollera stegens belopp mot årets medelkostnad"),
                );
                None
            }
        }
    }

    /// That the need model uses the pot: within a krona per region, since it is not rescaled.
    pub(super) fn potten(
        &mut self,
        modell: &PerRegion<Figure<KronorPerInvanare>>,
        folk: &PerRegion<Figure<Invanare>>,
        pott: &Figure<HelaKronor>,
    ) -> Option<()> {
        let summa: Kronor =
            modell.iter().map(|(region, modell)| modell.value.clone() * folk.i(region).value).sum();
        let skillnad = summa - pott.value.exakt();
        let antal = i64::try_from(ANTAL).unwrap_or(i64::MAX);
        if skillnad.exakt().belopp() <= Exakt::from(antal) {
            return Some(());
        }
        self.problems.add(
            Problem::new(
                Code::R03,
                sida(blad::BEHOVSMODELL),
                format!(
                    "utfallet gånger befolkningen skiljer {} kr från de {} kr som ska betalas ut",
                    svenska::tal(skillnad.exakt(), 0),
                    kr(pott.value)
                ),
            )
            .expected(format!("en skillnad på högst {antal} kr, en krona per region"))
            .help("kontrollera att utfallet har minst åtta decimaler och hör till årets belopp och befolkning"),
        );
        None
    }

    /// That the rounded grants sum to the pot, where nobody is to take a residual.
    pub(super) fn summan(
        &mut self,
        bidrag: &statsbidrag::Bidrag,
        avtal: &Avtal,
        pott: &Figure<HelaKronor>,
    ) {
        let residual = pott.value - bidrag.totalt.value;
        let skillnad = if residual.heltal() < 0 {
            format!("{} kr för mycket", kr(bidrag.totalt.value - pott.value))
        } else {
            format!("{} kr återstår", kr(residual))
        };
        if residual.heltal() != 0 && avtal.residual == Residual::HalfUp {
            self.problems.add(
                Problem::new(
                    Code::R01,
                    sida(blad::OVERENSKOMMELSE),
                    format!(
                        "regionernas avrundade bidrag blir {} kr, {} kr ska fördelas: {skillnad}",
                        kr(bidrag.totalt.value),
                        kr(pott.value)
                    ),
                )
                .expected("en uttalad regel för återstoden")
                .help("välj largest_remainder, half_up_residual_to_largest eller explicit på raden ”Återstod vid avrundning av statsbidraget”"),
            );
        }
    }

    /// That last year's parts give last year's published grants: within a krona, but for the region
    /// that took the residual.
    pub(super) fn foregaende(&mut self, trace: &Trace, fore: &Foregaende) {
        let raknade = fore.statsbidrag.map(|region, _| {
            let behovsmodell = fore.behovsmodell.i(region).value.clone();
            let per_inv = behovsmodell + fore.solidariskt_netto.i(region).value.clone();
            per_inv * fore.befolkning.i(region).value
        });
        let hogst = fore.residual.hogst_ifran(raknade.varden());
        for ((region, bidrag), hogst) in fore.statsbidrag.iter().zip(hogst) {
            let raknat = raknade.i(region);
            let skillnad = raknat.clone() - bidrag.value.exakt();
            if skillnad.exakt().belopp() > Exakt::from(hogst) {
                let hogst = match hogst {
                    1 => "skillnad på högst en krona".to_owned(),
                    hogst => format!("skillnad på högst {hogst} kr, med återstoden"),
                };
                self.problems.add(
                    Problem::new(
                        Code::R04,
                        plats(trace, bidrag.id),
                        format!(
                            "{region}: bidraget är {} kr men behovsmodell och solidariskt netto gånger befolkningen ger {} kr",
                            kr(bidrag.value),
                            kr(raknat.avrunda(Avrundning::HalfUp))
                        ),
                    )
                    .expected(hogst)
                    .help("fyll i oavrundade kronor per invånare från föregående års beräkning"),
                );
            }
        }
    }
}

fn kr(belopp: HelaKronor) -> String {
    svenska::tal(belopp.exakt().exakt(), 0)
}

fn sida(namn: &str) -> Location {
    Location::sheet(ARBETSBOK.fil, namn)
}

/// Where a leaf was read.
fn plats(trace: &Trace, id: FigureId) -> Location {
    let cell = trace.node(id).cell();
    cell.map_or_else(|| Location::file(ARBETSBOK.fil), |cell| cell.location.clone())
}
