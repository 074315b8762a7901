//! The annex's table: a row for each recipient, with what it is shared out by and what it gets.

use super::{Besluten, KR};
use crate::contract::beslut::{self as contract, Kolumn, Mottagare, Pott, Satt};
use crate::contract::{Kept, RegionalPromise};
use crate::documents::worked_decision;
use crate::quantity::Exact;
use crate::report::table::{Avrundade, Radslag, Tabell, Tabellkolumn, Tabellrad};
use crate::report::{Number, NumberFormat};
use crate::swedish;

/// The most decimals that a column is written with.
const MOST_DECIMALS: u32 = 4;

/// A column: its heading, its unit, and its figures, the total last.
struct Column {
    head: Tabellkolumn,
    cells: Vec<Number>,
    total: Option<Number>,
    format: NumberFormat,
}

impl Besluten<'_> {
    pub(super) fn table(self, potter: &[Pott], kolumner: &[Kolumn]) -> Tabell {
        let Self { view, namn, ar } = self;
        let recipients = view.fact(&contract::MOTTAGARE.at(namn));
        let columns = self.columns(&recipients, potter, kolumner);
        let cells = |place: usize| {
            columns.iter().map(move |column| {
                column.cells.get(place).map(|number| number.shown_as(column.format))
            })
        };
        let row = |(place, one): (usize, &Mottagare)| Tabellrad {
            rubrik: one.namn.clone(),
            lanskod: one.region.map(|_| one.kod.clone()),
            kod: one.region.is_none().then(|| one.kod.clone()),
            slag: Radslag::Rad,
            celler: cells(place).collect(),
            gar_inte_ihop: false,
            okanda: Vec::new(),
        };
        let total =
            |column: &Column| column.total.as_ref().map(|number| number.shown_as(column.format));
        let summa = Tabellrad {
            rubrik: "Totalt".to_owned(),
            lanskod: None,
            kod: None,
            slag: Radslag::Summa,
            celler: columns.iter().map(total).collect(),
            gar_inte_ihop: false,
            okanda: Vec::new(),
        };
        let words = self.recipients();
        let medel = swedish::capitalized(&view.fact(&contract::MEDEL.at(namn)));
        Tabell {
            id: "tabell1".to_owned(),
            nummer: Some(1),
            rubrik: format!("{medel} per {} {ar}", words.en),
            enhet: String::new(),
            radrubrik: swedish::capitalized(&words.en),
            kolumner: columns.iter().map(|column| column.head.clone()).collect(),
            rader: recipients.iter().enumerate().map(row).chain([summa]).collect(),
            avrundade: Avrundade::default(),
        }
    }

    fn columns(
        self,
        recipients: &[Mottagare],
        potter: &[Pott],
        kolumner: &[Kolumn],
    ) -> Vec<Column> {
        let Self { view, namn, .. } = self;
        let head = |rubrik: &str, enhet: &str| Tabellkolumn {
            rubrik: rubrik.to_owned(),
            grupp: None,
            enhet: enhet.to_owned(),
        };
        let mut all = Vec::new();
        // What holds stated amounts is told by the amounts.
        let is_shown = |kolumn: &&Kolumn| {
            let states = |pott: &Pott| pott.satt == Satt::FastaBelopp(kolumn.nummer);
            let weighs = |pott: &Pott| match &pott.satt {
                Satt::Nyckel(columns) => columns.contains(&kolumn.nummer),
                Satt::FastaBelopp(_) => false,
            };
            !potter.iter().any(states) || potter.iter().any(weighs)
        };
        for kolumn in kolumner.iter().filter(is_shown) {
            all.push(Column {
                head: head(&kolumn.rubrik, &kolumn.enhet),
                cells: self.numbers(kolumn),
                total: self.total(kolumn, potter),
                format: self.format(kolumn),
            });
        }
        let medel = swedish::capitalized(&view.fact(&contract::MEDEL.at(namn)));
        let per_inv = contract::BELOPP_PER_INV.at(namn);
        if let Some(mean) = view.maybe_figure(&per_inv) {
            all.push(Column {
                head: head(&medel, &worked_decision::per_person(view, namn)),
                cells: self.each(recipients, per_inv.kept()),
                format: worked_decision::per_inhabitant(&mean),
                total: Some(mean),
            });
        }
        for pott in potter.iter().filter(|_| potter.len() > 1) {
            let promise = contract::DELBELOPP.at((namn, pott.nummer));
            all.push(Column {
                head: head(&pott.namn, "kr"),
                cells: self.each(recipients, &promise),
                total: Some(view.figure(&promise)),
                format: KR,
            });
        }
        let promise = contract::BELOPP.at(namn);
        all.push(Column {
            head: head(&medel, "kr"),
            cells: self.each(recipients, &promise),
            total: Some(view.figure(&promise)),
            format: KR,
        });
        all
    }

    /// A figure of each recipient.
    fn each(
        self,
        recipients: &[Mottagare],
        promise: &(impl RegionalPromise + Kept),
    ) -> Vec<Number> {
        recipients.iter().map(|one| self.view.in_place(&one.plats, promise)).collect()
    }

    /// The numbers of a column, in the order of the recipients.
    pub(super) fn numbers(self, kolumn: &Kolumn) -> Vec<Number> {
        let recipients = self.view.fact(&contract::MOTTAGARE.at(self.namn));
        if kolumn.befolkning {
            self.each(&recipients, contract::BEFOLKNING.at(self.namn).kept())
        } else {
            let promise = contract::NYCKEL.at((self.namn, kolumn.nummer));
            self.each(&recipients, promise.kept())
        }
    }

    /// The sum of a column, or its mean, where it has one that means something: also where a pot is shared out by the
    /// column alone, and so by its sum.
    fn total(self, kolumn: &Kolumn, potter: &[Pott]) -> Option<Number> {
        let Self { view, namn, .. } = self;
        if kolumn.befolkning {
            return view.maybe_figure(&contract::BEFOLKNING.at(namn));
        }
        let own = view.maybe_figure(&contract::NYCKEL.at((namn, kolumn.nummer)));
        let alone = Satt::Nyckel(vec![kolumn.nummer]);
        own.or_else(|| {
            let pott = potter.iter().find(|pott| pott.satt == alone)?;
            view.maybe_figure(&contract::VIKT.at((namn, pott.nummer)))
        })
    }

    /// How the numbers of a column are written in the table: with as many decimals as they have, but no more than four,
    /// and none where they are so large that decimals would only be in the way.
    pub(super) fn format(self, kolumn: &Kolumn) -> NumberFormat {
        let numbers = self.numbers(kolumn);
        let large = Exact::from(1_000);
        let coarse = numbers.iter().any(|number| number.exact() >= large);
        let written = |number: &Number| {
            u32::try_from(number.shown_as(NumberFormat::AtMost(MOST_DECIMALS)).decimaler).ok()
        };
        let most = numbers.iter().filter_map(written).max();
        if coarse { KR } else { NumberFormat::Decimals(most.unwrap_or_default()) }
    }
}
