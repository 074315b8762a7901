//! The sheet Avstämning: what was agreed and what it came to in the agreement year before the budget
//! year. Said once; the rest of the workbook stands beside it.

use crate::allocation::Residual;
use crate::grants::regleringsbrev::LAKEMEDEL;
use crate::workbook::schema::{Falt, MNKR, PROCENT, Slag};

/// The words for the two ways of settling profit and loss.
pub const AVRAKNING: [&str; 2] = ["tillsammans", "var för sig"];
/// The words for what the amounts are shared out by.
pub const NYCKEL: [&str; 2] = ["årets statsbidrag", "befolkning"];
/// The words for who takes what rounding leaves over; no agreement names a region.
pub const RESIDUAL: [&str; 3] = [Residual::VAL[0], Residual::VAL[1], Residual::VAL[2]];

/// The sheet Avstämning.
pub(super) static AVSTAMNING: &[Falt] = &[
    Falt::ny("avstamning_avrakning", "Förmånen och hepatit C avräknas", Slag::Val(&AVRAKNING), "Tillsammans eller var för sig, som på bladet Föregående år riket i lakemedel.xlsx.").resultat_av(LAKEMEDEL, "vinst_forlust_avrakning"),
    Falt::ny("avstamning_bas_formanen", "Läkemedelsförmånen, avtalat", MNKR, "Avtalat belopp före återbäring, utan övrigt.").resultat_av(LAKEMEDEL, "formanen"),
    Falt::ny("avstamning_bas_hepatit_c", "Hepatit C, avtalat", MNKR, "Avtalat belopp: den andel av prognosen som ersätts.").resultat_av(LAKEMEDEL, "hepatit_c"),
    Falt::ny("avstamning_bas_aterbaring", "Statens andel av återbäringen, prognos", MNKR, "Det som drogs av i det avtalade nettobeloppet, utan minustecken. 0 om bidraget var brutto.").resultat_av(LAKEMEDEL, "aterbaring"),
    Falt::ny("avstamning_utfall_formanen", "Läkemedelsförmånen, utfall", MNKR, "Kostnaden för hela landet, före återbäring."),
    Falt::ny("avstamning_hepatit_c_kostnad", "Hepatit C, hela kostnaden", MNKR, "Hela kostnaden; programmet räknar med den andel som ersätts."),
    Falt::ny("avstamning_hepatit_c_andel", "Hepatit C, ersatt andel av kostnaden", PROCENT, "Samma andel som i det avtalade beloppet.").resultat_av(LAKEMEDEL, "hepatit_c_andel"),
    Falt::ny("avstamning_utfall_aterbaring", "Statens andel av återbäringen, utfall", MNKR, "Utan minustecken. 0 om bidraget var brutto."),
    Falt::ny("avstamning_grans", "Gräns", PROCENT, "Avvikelse från basen som inte delas.").resultat_av(LAKEMEDEL, "vinst_forlust_grans"),
    Falt::ny("avstamning_statens_andel", "Statens andel utanför gränsen", PROCENT, "Statens andel av den del av avvikelsen som ligger utanför gränsen.").resultat_av(LAKEMEDEL, "vinst_forlust_andel"),
    Falt::ny("avstamning_fordelas_efter", "Fördelas mellan regionerna efter", Slag::Val(&NYCKEL), "Regionernas statsbidrag för avtalsåret, eller befolkningen den 31 augusti avtalsåret. Överenskommelserna anger ingen nyckel.").resultat_av(LAKEMEDEL, "vinst_forlust_nyckel"),
    Falt::ny("avstamning_residual", "Återstod vid avrundning", Slag::Val(&RESIDUAL), "half_up: varje region för sig, återstoden redovisas. Annars sägs här vem som får den.").bestar(),
];
