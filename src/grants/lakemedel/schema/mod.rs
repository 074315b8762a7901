//! The workbook `lakemedel.xlsx`, said once: which sheets there are and what each is for. What stands on
//! the longer ones is in the files beside this one.

mod avdrag;
pub mod days;
mod dokument;
mod foregaende;
mod overenskommelse;
pub mod sheets;

use super::grupper;
use crate::contract::lakemedel::EGNA_DOKUMENT;
use crate::grants::own_words;
use crate::plausibility::confirmed;
use crate::workbook::schema::{
    Field, FreeColumns, INHABITANTS, KR_PER_INV, Layout, ROW, SheetSchema, WHOLE_KRONOR,
    WorkbookSchema,
};

pub use avdrag::{KANDA, REGLERAS};
pub use days::{befolkningsdag, gruppdag};
pub use dokument::UPPGIFTER;
pub use overenskommelse::STEG_FRAN;

/// The sheet of the user's own paragraphs.
static EGNA_STYCKEN: [Field; 5] = own_words::columns(&EGNA_DOKUMENT);

/// The workbook.
pub static WORKBOOK: WorkbookSchema = WorkbookSchema {
    file: "lakemedel.xlsx",
    title: "Statsbidraget för läkemedelsförmånerna",
    about: "Underlag till cirkuläret om statsbidraget för läkemedelsförmånerna. Beloppen per region går vidare till regleringsbrevet för anslag 1:5.",
    year: (sheets::DOKUMENT, "bidragsar"),
    sheets: &[
        SheetSchema {
            name: sheets::DOKUMENT,
            about: "Uppgifter som trycks i cirkuläret: nummer, datum, hänvisningar och avsändare.",
            required: true,
            layout: Layout::Items(dokument::DOKUMENT),
        },
        SheetSchema {
            name: sheets::MOTTAGARE,
            about: "Vilka cirkuläret går till. En rad per mottagare.",
            required: true,
            layout: Layout::Lista {
                columns: &[Field::new(
                    "mottagare",
                    "Grupp",
                    ROW,
                    "En grupp av mottagare, till exempel Ekonomidirektörer.",
                )
                .kept()],
                keys: &[],
            },
        },
        SheetSchema {
            name: sheets::PERSONER,
            about: "Handläggare, kontaktpersoner och undertecknare i cirkuläret. En rad per person och uppgift, i den ordning de ska stå.",
            required: true,
            layout: Layout::Lista { columns: dokument::PERSONER, keys: &[] },
        },
        SheetSchema {
            name: sheets::OVERENSKOMMELSE,
            about: "Överenskommelsens belopp och villkor. Alla belopp i den enhet som står på raden; programmet räknar i kronor.",
            required: true,
            layout: Layout::Items(overenskommelse::OVERENSKOMMELSE),
        },
        SheetSchema {
            name: sheets::KOMPONENTER,
            about: "Det som bidraget är till för, del för del, till exempel läkemedelsförmånen och läkemedel mot hepatit C: avtalat belopp, ersatt andel, återbäring och avräkning. En rad per komponent.",
            required: true,
            layout: Layout::Lista { columns: &overenskommelse::KOMPONENTER, keys: &[] },
        },
        SheetSchema {
            name: sheets::AVRAKNINGSGRUPPER,
            about: "Vinst- och förlustdelningen: en rad för det som stäms av för sig, med egna gränser och egen andel för staten. Basen är det avtalade beloppet för gruppens komponenter. Lämnas tomt om inget delas.",
            required: false,
            layout: Layout::Lista { columns: &overenskommelse::AVRAKNINGSGRUPPER, keys: &[] },
        },
        SheetSchema {
            name: sheets::OVRIGT,
            about: "Det som överenskommelsen ger utöver komponenterna. En rad per belopp; lämnas tomt om inget annat ingår.",
            required: false,
            layout: Layout::Lista { columns: overenskommelse::OVRIGT, keys: &[] },
        },
        SheetSchema {
            name: sheets::AVDRAG,
            about: "Det som dras av för gemensamma ändamål innan bidraget betalas ut till regionerna. En rad per avdrag; lämnas tomt om inget dras av. Villkoren för rekvisition står i regleringsbrev.xlsx.",
            required: false,
            layout: Layout::Lista { columns: avdrag::AVDRAG, keys: &[] },
        },
        SheetSchema {
            name: sheets::BEFOLKNING,
            about: "Folkmängd per region (SCB) den dag som bidraget räknas på. Summaraden får tas bort, men om den finns ska den stämma.",
            required: true,
            layout: Layout::Regions {
                columns: &[Field::new(
                    "befolkning",
                    "Befolkning",
                    INHABITANTS,
                    "Folkmängd enligt SCB.",
                )
                .per_unless(
                    befolkningsdag,
                    sheets::OVERENSKOMMELSE,
                    "befolkningsdag",
                )],
                free_columns: None,
                sum_row: Some("Riket"),
            },
        },
        SheetSchema {
            name: sheets::BEHOVSMODELL,
            about: "Behovsmodellens utfall, om det räknats fram någon annanstans. Lämna kolumnen tom eller ta bort bladet om bladen Grupper och Prislappar är ifyllda. Är båda ifyllda prövas de mot varandra.",
            required: false,
            layout: Layout::Regions {
                columns: &[Field::new(
                    "behovsmodell_utfall",
                    "Behovsmodell",
                    KR_PER_INV,
                    "Modellens utfall, minst åtta decimaler. Räknas inte om.",
                )
                .optional()],
                free_columns: None,
                sum_row: None,
            },
        },
        SheetSchema {
            name: sheets::GRUPPER,
            about: "Behovsmodellens 22 grupper: antal invånare per region den dag som överenskommelsen anger, annars den 31 december tre år före bidragsåret. Lämnas tomt om bara utfallet används.",
            required: false,
            layout: Layout::Regions {
                columns: &grupper::FALT,
                free_columns: None,
                sum_row: Some("Riket"),
            },
        },
        SheetSchema {
            name: sheets::PRISLAPPAR,
            about: "Behovsmodellens prislappar: rikets genomsnittliga läkemedelskostnad per invånare i varje grupp. Samma för alla regioner.",
            required: false,
            layout: Layout::Lista {
                columns: &[
                    Field::new(
                        "grupp",
                        "Grupp",
                        ROW,
                        "Gruppens namn, som rubrikerna på bladet Grupper.",
                    )
                    .kept(),
                    Field::new(
                        "prislapp",
                        "Prislapp",
                        KR_PER_INV,
                        "Genomsnittlig läkemedelskostnad i gruppen.",
                    )
                    .usually(200, 60_000)
                    .in_pairs(1_000),
                ],
                keys: &grupper::NAMN,
            },
        },
        SheetSchema {
            name: sheets::SOLIDARISKA,
            about: "Regionernas nettokostnader för de solidariskt finansierade läkemedlen, för den period som överenskommelsen anger, annars oktober två år före till september året före bidragsåret. En kolumn per sjukdom, med sjukdomens namn som rubrik, och deras summa.",
            required: true,
            layout: Layout::Regions {
                columns: &[Field::new(
                    "solidarisk_kostnad",
                    "Summa",
                    WHOLE_KRONOR,
                    "Summan av sjukdomarnas kostnader. Fördelningen räknas på den.",
                )],
                free_columns: Some(FreeColumns {
                    field: Field::new("sjukdom", "Sjukdom", WHOLE_KRONOR, "Kostnad för sjukdomen.")
                        .optional(),
                    sum: Some("solidarisk_kostnad"),
                    new: None,
                }),
                sum_row: Some("Riket"),
            },
        },
        SheetSchema {
            name: sheets::SJUKDOMAR,
            about: "Det som cirkuläret ska säga om en viss sjukdom, till exempel varför den fortfarande omfattas. Lämnas tomt om inget ska sägas.",
            required: false,
            layout: Layout::Lista { columns: &overenskommelse::SJUKDOMAR, keys: &[] },
        },
        SheetSchema {
            name: sheets::KRITERIER,
            about: "Det som en sjukdom ska uppfylla för att omfattas av den solidariska finansieringen. En rad per kriterium, i den ordning de ska stå. Lämnas tomt om överenskommelsen inte anger några.",
            required: false,
            layout: Layout::Lista { columns: &overenskommelse::KRITERIER, keys: &[] },
        },
        SheetSchema {
            name: sheets::TRAPPA,
            about: "Hur merkostnader för solidariska läkemedel ersätts: ett steg per rad, i stigande ordning, hur många som helst. Det första steget börjar vid medelkostnaden.",
            required: true,
            layout: Layout::Lista { columns: &overenskommelse::TRAPPA, keys: &[] },
        },
        SheetSchema {
            name: sheets::MANADSPLAN,
            about: "Hur årets bidrag delas upp på månaderna, om det inte betalas med en tolftedel i månaden. En rad för varje kostnadsmånad, med andelar eller med belopp för alla regioner. Lämnas tomt om varje månad är en tolftedel.",
            required: false,
            layout: Layout::Lista { columns: &overenskommelse::MANADSPLAN, keys: &[] },
        },
        own_words::sheet(
            &EGNA_STYCKEN,
            "Egna stycken i det som programmet skriver: före, efter eller i stället för ett avsnitt. En rad per stycke, i den ordning de ska stå; lämnas tomt om allt ska stå som programmet skriver det. Uppgifter skrivs inom klammer och fylls i av programmet: {år}, {föregående år}, {region} i det som går till en region, rubrikerna på bladet Dokument, och siffror med de namn som står i JSON-filerna: {statsbidrag}, {statsbidrag per inv}. {rikets statsbidrag} är hela landets, {statsbidrag i mnkr} skrivs i miljoner kronor.",
        ),
        SheetSchema {
            name: sheets::FOREGAENDE,
            about: "Föregående års utfall per region, ur det årets cirkulär och beräkning. Behovsmodell och solidariskt netto ska vara oavrundade.",
            required: true,
            layout: Layout::Regions {
                columns: foregaende::FOREGAENDE,
                free_columns: None,
                sum_row: None,
            },
        },
        SheetSchema {
            name: sheets::FOREGAENDE_RIKET,
            about: "Föregående års uppgifter för hela landet.",
            required: true,
            layout: Layout::Items(foregaende::FOREGAENDE_RIKET),
        },
        SheetSchema {
            name: sheets::FOREGAENDE_KOMPONENTER,
            about: "Föregående års komponenter, ifyllda som bladet Komponenter. Avstämningen av föregående års vinst och förlust räknas mot dem.",
            required: true,
            layout: Layout::Lista { columns: foregaende::FOREGAENDE_KOMPONENTER, keys: &[] },
        },
        SheetSchema {
            name: sheets::FOREGAENDE_AVRAKNINGSGRUPPER,
            about: "Föregående års vinst- och förlustdelning, ifylld som bladet Avräkningsgrupper. Lämnas tomt om inget delades.",
            required: false,
            layout: Layout::Lista { columns: foregaende::FOREGAENDE_AVRAKNINGSGRUPPER, keys: &[] },
        },
        SheetSchema {
            name: sheets::FOREGAENDE_TRAPPA,
            about: "Föregående års trappa för solidariska läkemedel, ifylld som bladet Solidarisk trappa.",
            required: true,
            layout: Layout::Lista { columns: foregaende::FOREGAENDE_TRAPPA, keys: &[] },
        },
        SheetSchema {
            name: sheets::FOREGAENDE_MANADSPLAN,
            about: "Hur föregående års bidrag delades upp på månaderna, ifylld som bladet Månadsplan. Lämnas tomt om varje månad var en tolftedel.",
            required: false,
            layout: Layout::Lista { columns: foregaende::FOREGAENDE_MANADSPLAN, keys: &[] },
        },
        SheetSchema {
            name: sheets::FOREGAENDE_AVDRAG,
            about: "Föregående års avdrag, som årets jämförs med: cirkuläret säger vilka som är nya och vilka som inte finns kvar. Lämnas tomt om inget drogs av.",
            required: false,
            layout: Layout::Lista { columns: avdrag::FOREGAENDE_AVDRAG, keys: &[] },
        },
        confirmed::sheet(),
    ],
};
