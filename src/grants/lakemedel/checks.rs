//! Checks that no single cell can answer: what the rules make of the workbook must hang together.
//! Each failure is a problem placed in the sheet where the user can mend it.

use super::inputs::{Avtal, Behov, Foregaende};
use super::rules::solidariskt::StigerInte;
use super::rules::{avtal, behovsmodell, statsbidrag};
use super::schema::{WORKBOOK, sheets};
use crate::allocation::Residual;
use crate::figure::{Figure, FigureId, Trace};
use crate::problem::{Code, Location, Problem, Problems};
use crate::quantity::rounding::Avrundning;
use crate::quantity::{Exact, HelaKronor, Invanare, Kronor, KronorPerInvanare};
use crate::region::{COUNT, PerRegion};
use crate::swedish;

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
            let mnkr = |kronor: &Kronor| {
                swedish::short_number(&(kronor.exact() / &Exact::from(1_000_000)), 6)
            };
            self.problems.add(
                Problem::new(
                    Code::I14,
                    location(trace, kontroll.id),
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
                    location(trace, kontroll.id),
                    format!(
                        "kontrollbeloppet är {} kr men raderna ger {} kr",
                        kr(kontroll.value),
                        kr(belopp.utbetalas.value)
                    ),
                )
                .expected("det totala nettobidraget minus SOL, IHSI och SKR"),
            );
        }
        if belopp.utbetalas.value.integer() <= 0 {
            self.problems.add(Problem::new(
                Code::R04,
                page(sheets::OVERENSKOMMELSE),
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
                (sheets::GRUPPER, format!("alla grupper i {region} är noll"))
            }
            Err(behovsmodell::Tom::Prislappar) => (
                sheets::PRISLAPPAR,
                "modellen kostar noll kronor: alla prislappar är noll".to_owned(),
            ),
        };
        self.problems.add(Problem::new(Code::R04, page(sidan), text));
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
            let modell = &modell.of(region).value;
            let skillnad = (modell.clone() - utfall.value.clone()) * folk.of(region).value;
            if skillnad.exact().amount() > Exact::from(1) {
                self.problems.add(
                    Problem::new(
                        Code::R02,
                        location(trace, utfall.id),
                        format!(
                            "{region}: utfallet är {} kr/inv men grupperna ger {} kr/inv",
                            swedish::number(utfall.value.exact(), 8),
                            swedish::number(modell.exact(), 8)
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
                let kr = |steg: &KronorPerInvanare| swedish::short_number(steg.exact(), 4);
                self.problems.add(
                    Problem::new(
                        Code::R04,
                        page(sidan),
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
        let summa: Kronor = modell
            .iter()
            .map(|(region, modell)| modell.value.clone() * folk.of(region).value)
            .sum();
        let skillnad = summa - pott.value.exact();
        let count = i64::try_from(COUNT).unwrap_or(i64::MAX);
        if skillnad.exact().amount() <= Exact::from(count) {
            return Some(());
        }
        self.problems.add(
            Problem::new(
                Code::R03,
                page(sheets::BEHOVSMODELL),
                format!(
                    "utfallet gånger befolkningen skiljer {} kr från de {} kr som ska betalas ut",
                    swedish::number(skillnad.exact(), 0),
                    kr(pott.value)
                ),
            )
            .expected(format!("en skillnad på högst {count} kr, en krona per region"))
            .help("kontrollera att utfallet har minst åtta decimaler och hör till årets belopp och befolkning"),
        );
        None
    }

    /// That the rounded grants sum to the pot, where nobody is to take a residual.
    pub(super) fn total(
        &mut self,
        bidrag: &statsbidrag::Bidrag,
        avtal: &Avtal,
        pott: &Figure<HelaKronor>,
    ) {
        let residual = pott.value - bidrag.totalt.value;
        let skillnad = if residual.integer() < 0 {
            format!("{} kr för mycket", kr(bidrag.totalt.value - pott.value))
        } else {
            format!("{} kr återstår", kr(residual))
        };
        if residual.integer() != 0 && avtal.residual == Residual::HalfUp {
            self.problems.add(
                Problem::new(
                    Code::R01,
                    page(sheets::OVERENSKOMMELSE),
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
            let behovsmodell = fore.behovsmodell.of(region).value.clone();
            let per_inv = behovsmodell + fore.solidariskt_netto.of(region).value.clone();
            per_inv * fore.befolkning.of(region).value
        });
        let highest = fore.residual.highest_from(raknade.values());
        for ((region, bidrag), highest) in fore.statsbidrag.iter().zip(highest) {
            let raknat = raknade.of(region);
            let skillnad = raknat.clone() - bidrag.value.exact();
            if skillnad.exact().amount() > Exact::from(highest) {
                let highest = match highest {
                    1 => "skillnad på högst en krona".to_owned(),
                    highest => format!("skillnad på högst {highest} kr, med återstoden"),
                };
                self.problems.add(
                    Problem::new(
                        Code::R04,
                        location(trace, bidrag.id),
                        format!(
                            "{region}: bidraget är {} kr men behovsmodell och solidariskt netto gånger befolkningen ger {} kr",
                            kr(bidrag.value),
                            kr(raknat.round_by(Avrundning::HalfUp))
                        ),
                    )
                    .expected(highest)
                    .help("fyll i oavrundade kronor per invånare från föregående års beräkning"),
                );
            }
        }
    }
}

fn kr(belopp: HelaKronor) -> String {
    swedish::number(belopp.exact().exact(), 0)
}

fn page(name: &str) -> Location {
    Location::sheet(WORKBOOK.file, name)
}

/// Where a leaf was read.
fn location(trace: &Trace, id: FigureId) -> Location {
    let cell = trace.node(id).cell();
    cell.map_or_else(|| Location::file(WORKBOOK.file), |cell| cell.location.clone())
}
