//! The sheets, by the names that the rules ask for them by.

/// What is printed: numbers, dates, references, issuer.
pub const DOKUMENT: &str = "Dokument";
/// To whom the circular goes.
pub const MOTTAGARE: &str = "Mottagare";
/// Who handles, answers and signs.
pub const PERSONER: &str = "Personer";
/// The agreement's amounts and terms.
pub const OVERENSKOMMELSE: &str = "Överenskommelse";
/// What the agreement pays for, part by part.
pub const KOMPONENTER: &str = "Komponenter";
/// What is settled by itself in profit and loss sharing, with its limits.
pub const AVRAKNINGSGRUPPER: &str = "Avräkningsgrupper";
/// The same as Komponenter, of last year's agreement.
pub const FOREGAENDE_KOMPONENTER: &str = "Komponenter föregående år";
/// The same as Avräkningsgrupper, of last year's agreement.
pub const FOREGAENDE_AVRAKNINGSGRUPPER: &str = "Avräkningsgrupper föregående år";
/// What the agreement pays beside the components.
pub const OVRIGT: &str = "Övrigt";
/// What is deducted before the grant is paid out.
pub const AVDRAG: &str = "Avdrag";
/// Last year's deductions.
pub const FOREGAENDE_AVDRAG: &str = "Avdrag föregående år";
/// Population 31 August the year before.
pub const BEFOLKNING: &str = "Befolkning";
/// The need model's outcome, where it was computed elsewhere.
pub const BEHOVSMODELL: &str = "Behovsmodell";
/// Population in the 22 groups of the need model.
pub const GRUPPER: &str = "Grupper";
/// Price tags of the groups.
pub const PRISLAPPAR: &str = "Prislappar";
/// Costs of the solidarity drugs, a column for each disease.
pub const SOLIDARISKA: &str = "Solidariska läkemedel";
/// What is remarked on diseases.
pub const SJUKDOMAR: &str = "Sjukdomar";
/// What a disease has to meet.
pub const KRITERIER: &str = "Kriterier";
/// The ladder that compensates them.
pub const TRAPPA: &str = "Solidarisk trappa";
/// What is paid for each month, where that is no twelfth.
pub const MANADSPLAN: &str = "Månadsplan";
/// The same last year.
pub const FOREGAENDE_MANADSPLAN: &str = "Månadsplan föregående år";
/// Last year, per region.
pub const FOREGAENDE: &str = "Föregående år";
/// Last year, the country.
pub const FOREGAENDE_RIKET: &str = "Föregående år riket";
/// Last year's ladder.
pub const FOREGAENDE_TRAPPA: &str = "Trappa föregående år";
