//! The sheet Avstämning: what was agreed and what it came to in the agreement year before the budget
//! year. Said once; the rest of the workbook stands beside it.

use crate::allocation::Residual;
use crate::contract::lakemedel::NYCKELGRUND;
use crate::grants::regleringsbrev::LAKEMEDEL;
use crate::workbook::schema::{Field, Kind, MNKR, PERCENT};

/// The words for the two ways of settling profit and loss.
pub const AVRAKNING: [&str; 2] = ["tillsammans", "var för sig"];
/// The words for what the amounts are shared out by.
pub const NYCKEL: [&str; 2] = ["årets statsbidrag", "befolkning"];
/// The words for who takes what rounding leaves over; no agreement names a region.
pub const RESIDUAL: [&str; 3] = [Residual::OPTIONS[0], Residual::OPTIONS[1], Residual::OPTIONS[2]];

/// The sheet Avstämning.
pub(super) static AVSTAMNING: &[Field] = &[
    Field::new("avstamning_avrakning", "Förmånen och hepatit C avräknas", Kind::Options(&AVRAKNING), "Tillsammans eller var för sig, som på bladet Föregående år riket i lakemedel.xlsx.").outcome_of(LAKEMEDEL, "vinst_forlust_avrakning"),
    Field::new("avstamning_bas_formanen", "Läkemedelsförmånen, avtalat", MNKR, "Avtalat belopp före återbäring, utan övrigt.").outcome_of(LAKEMEDEL, "formanen"),
    Field::new("avstamning_bas_hepatit_c", "Hepatit C, avtalat", MNKR, "Avtalat belopp: den andel av prognosen som ersätts.").outcome_of(LAKEMEDEL, "hepatit_c"),
    Field::new("avstamning_bas_aterbaring", "Statens andel av återbäringen, prognos", MNKR, "Det som drogs av i det avtalade nettobeloppet, utan minustecken. 0 om bidraget var brutto.").outcome_of(LAKEMEDEL, "aterbaring"),
    Field::new("avstamning_utfall_formanen", "Läkemedelsförmånen, utfall", MNKR, "Kostnaden för hela landet, före återbäring."),
    Field::new("avstamning_hepatit_c_kostnad", "Hepatit C, hela kostnaden", MNKR, "Hela kostnaden; programmet räknar med den andel som ersätts."),
    Field::new("avstamning_hepatit_c_andel", "Hepatit C, ersatt andel av kostnaden", PERCENT, "Samma andel som i det avtalade beloppet.").outcome_of(LAKEMEDEL, "hepatit_c_andel"),
    Field::new("avstamning_utfall_aterbaring", "Statens andel av återbäringen, utfall", MNKR, "Utan minustecken. 0 om bidraget var brutto."),
    Field::new("avstamning_grans", "Gräns", PERCENT, "Avvikelse från basen som inte delas.").outcome_of(LAKEMEDEL, "vinst_forlust_grans"),
    Field::new("avstamning_statens_andel", "Statens andel utanför gränsen", PERCENT, "Statens andel av den del av avvikelsen som ligger utanför gränsen.").outcome_of(LAKEMEDEL, "vinst_forlust_andel"),
    Field::new("avstamning_fordelas_efter", "Fördelas mellan regionerna efter", Kind::Options(&NYCKEL), "Regionernas statsbidrag för avtalsåret, eller befolkningen den 31 augusti avtalsåret.").outcome_of(LAKEMEDEL, "vinst_forlust_nyckel"),
    Field::new("avstamning_nyckel_grund", "Nyckeln är", Kind::Options(&NYCKELGRUND), "avtalad: överenskommelsen säger vad beloppen fördelas efter. antagen: den säger inget, och avstämningen redovisar ett antagande.").outcome_of(LAKEMEDEL, "vinst_forlust_nyckel_grund"),
    Field::new("avstamning_residual", "Återstod vid avrundning", Kind::Options(&RESIDUAL), "half_up: varje region för sig, återstoden redovisas. Annars sägs här vem som får den.").kept(),
];
