//! Checks that no single cell can answer: what the rules make of the workbook must hang together.
//! Each failure is a problem placed in the sheet where the user can mend it.

use super::inputs::{Avtal, Behov, Foregaende, Manadsplan, Steg};
use super::messages as say;
use super::rules::solidariskt::StigerInte;
use super::rules::{avtal, behovsmodell, statsbidrag};
use super::schema::{WORKBOOK, sheets};
use crate::allocation::Residual;
use crate::figure::{Figure, FigureId, Trace};
use crate::problem::messages::words;
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
        self.totalen(trace, avtal, belopp);
        self.avdragen(trace, avtal, belopp);
        if let Some(kontroll) = &avtal.utbetalas_kontroll
            && kontroll.value != belopp.utbetalas.value
        {
            self.problems.add(
                Problem::new(
                    Code::I14,
                    location(trace, kontroll.id),
                    say::payment_control(&kr(kontroll.value), &kr(belopp.utbetalas.value)),
                )
                .expected(say::payment_is()),
            );
        }
        if belopp.utbetalas.value.integer() <= 0 {
            self.problems.add(Problem::new(
                Code::R04,
                field(sheets::KOMPONENTER, "avtalat_belopp"),
                say::nothing_to_pay(&kr(belopp.utbetalas.value)),
            ));
            return None;
        }
        Some(())
    }

    /// That the total is what the rows give, to the precision it is stated in.
    fn totalen(&mut self, trace: &Trace, avtal: &Avtal, belopp: &avtal::Belopp) {
        let Some(kontroll) = &avtal.totalt_kontroll else { return };
        let skillnad = (kontroll.value.clone() - belopp.totalt.value.clone()).exact().amount();
        let noggrannhet = avtal.totalt_noggrannhet.as_ref().map(|enhet| enhet.value.exact());
        let inom = noggrannhet.is_some_and(|enhet| skillnad < *enhet);
        if skillnad.is_zero() || inom {
            return;
        }
        let mnkr = |kronor: &Exact| swedish::short_number(&(kronor / &Exact::from(1_000_000)), 6);
        let [stated, computed] =
            [&kontroll.value, &belopp.totalt.value].map(|kronor| mnkr(kronor.exact()));
        let expected = match noggrannhet {
            Some(enhet) if !enhet.is_zero() => say::total_is_within(&mnkr(enhet)),
            _ => say::total_is(),
        };
        self.problems.add(
            Problem::new(
                Code::I14,
                location(trace, kontroll.id),
                say::total_control(&stated, &computed),
            )
            .expected(expected)
            .help(say::total_precision()),
        );
    }

    /// That a deduction agreed in kronor is near what it would be at its rate.
    fn avdragen(&mut self, trace: &Trace, avtal: &Avtal, belopp: &avtal::Belopp) {
        let tolerans = avtal.avdrag_tolerans.as_ref().map_or(0, |kronor| kronor.value.integer());
        for (avdrag, raknat) in avtal.avdrag.iter().zip(&belopp.raknade) {
            let Some((kronor, raknat)) = avdrag.kronor.as_ref().zip(raknat.as_ref()) else {
                continue;
            };
            let skillnad = (kronor.value - raknat.value).integer().abs();
            if skillnad > tolerans {
                let namn = words::quoted(&avdrag.rad.namn);
                let skillnad = kr(HelaKronor::from_integer(skillnad));
                let text =
                    say::deduction_differs(&namn, &kr(kronor.value), &kr(raknat.value), &skillnad);
                let tolerans = kr(HelaKronor::from_integer(tolerans));
                self.problems.add(
                    Problem::new(Code::R04, location(trace, kronor.id), text)
                        .expected(say::within_tolerance(&tolerans))
                        .help(say::check_rate()),
                );
            }
        }
    }

    /// That the need model could be computed at all.
    pub(super) fn modellen(
        &mut self,
        trace: &Trace,
        behov: &Behov,
        utfall: Result<behovsmodell::Utfall, behovsmodell::Tom>,
    ) -> Option<behovsmodell::Utfall> {
        let (place, text) = match utfall {
            Ok(utfall) => return Some(utfall),
            Err(behovsmodell::Tom::Region(region)) => {
                let first = behov.grupper.as_ref().and_then(|(grupper, _)| grupper[region].first());
                let place = first.map(|grupp| location(trace, grupp.id));
                (place.unwrap_or_default(), say::region_without_groups(&region))
            }
            Err(behovsmodell::Tom::Prislappar) => {
                (field(sheets::PRISLAPPAR, "prislapp"), say::price_tags_zero())
            }
        };
        self.problems.add(Problem::new(Code::R04, place, text));
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
                        say::outcome_differs(
                            &region,
                            &swedish::number(utfall.value.exact(), 8),
                            &swedish::number(modell.exact(), 8),
                        ),
                    )
                    .expected(say::krona_for_region())
                    .help(say::correct_one_or_empty()),
                );
            }
        }
    }

    /// That a ladder's steps rise.
    pub(super) fn trappan<T>(
        &mut self,
        trace: &Trace,
        trappa: Result<T, StigerInte>,
        steg: &[Steg],
    ) -> Option<T> {
        match trappa {
            Ok(value) => Some(value),
            Err(StigerInte { niva, fran, forra }) => {
                let step = niva.checked_sub(1).and_then(|before| steg.get(before));
                let place = step.and_then(|step| Some(location(trace, step.fran.as_ref()?.id)));
                let kr = |steg: &KronorPerInvanare| swedish::short_number(steg.exact(), 4);
                self.problems.add(
                    Problem::new(
                        Code::R04,
                        place.unwrap_or_default(),
                        say::step_does_not_rise(
                            &niva,
                            &kr(&fran),
                            &niva.saturating_sub(1),
                            &kr(&forra),
                        ),
                    )
                    .expected(say::rising_steps())
                    .help(say::check_steps()),
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
                field(sheets::BEHOVSMODELL, "behovsmodell_utfall"),
                say::outcome_misses(&swedish::number(skillnad.exact(), 0), &kr(pott.value)),
            )
            .expected(say::krona_per_region(&count))
            .help(say::check_outcome()),
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
            say::too_much(&kr(bidrag.totalt.value - pott.value))
        } else {
            say::left(&kr(residual))
        };
        if residual.integer() != 0 && avtal.residual == Residual::HalfUp {
            self.problems.add(
                Problem::new(
                    Code::R01,
                    field(sheets::OVERENSKOMMELSE, "residual"),
                    say::not_even(&kr(bidrag.totalt.value), &kr(pott.value), &skillnad),
                )
                .expected(say::rule_for_residual())
                .help(say::choose_rule()),
            );
        }
    }

    /// That the amounts of a plan are the year's grant.
    pub(super) fn planen(&mut self, trace: &Trace, plan: &Manadsplan, bidraget: HelaKronor) {
        let Manadsplan::Belopp(belopp) = plan else { return };
        let summa: HelaKronor = belopp.iter().map(|manad| manad.value).sum();
        let Some(last) = belopp.last().filter(|_| summa != bidraget) else { return };
        self.problems.add(
            Problem::new(
                Code::R04,
                location(trace, last.id),
                say::amounts_sum_to(&kr(summa), &kr(bidraget)),
            )
            .expected(say::the_grant(&kr(bidraget))),
        );
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
                    1 => say::within_a_krona(),
                    highest => say::within(&highest),
                };
                self.problems.add(
                    Problem::new(
                        Code::R04,
                        location(trace, bidrag.id),
                        say::last_year_differs(
                            &region,
                            &kr(bidrag.value),
                            &kr(raknat.round_by(Avrundning::HalfUp)),
                        ),
                    )
                    .expected(highest)
                    .help(say::unrounded()),
                );
            }
        }
    }
}

fn kr(belopp: HelaKronor) -> String {
    swedish::number(belopp.exact().exact(), 0)
}

/// Where a field of a sheet stands.
fn field(sheet: &str, id: &'static str) -> Location {
    Location::field(WORKBOOK.file, sheet, id)
}

/// Where a leaf was read.
fn location(trace: &Trace, id: FigureId) -> Location {
    let cell = trace.node(id).cell();
    cell.map_or_else(|| Location::file(WORKBOOK.file), |cell| cell.location.clone())
}
