//! The sheets beside the steps: what the workbook is, one recipient's whole calculation, the parameters of this year and the
//! year before, how near amounts come to where a spreadsheet could round otherwise, and the holidays.

use rust_xlsxwriter::utility::{column_number_to_name, row_col_to_cell_absolute};
use rust_xlsxwriter::{DataValidation, Formula, Worksheet, XlsxError};

use super::control;
use super::formula::Writer;
use super::functions::HOLIDAYS;
use super::plan::{BEFORE, COUNTRY, CellAt, Content, HEADINGS, Row, Sheet};
use super::write::{LABEL, Page, Shown, Tail, TailCell, decimal, lines, plain, set_lines};
use crate::figure::{CellRef, Cells, Origin, Trace, formula};
use crate::quantity::{Exact, Unit, Value};

/// The sheet for one recipient.
const ONE: &str = "Region";
/// The cell where one types which.
const CHOSEN: &str = "$A$4";

/// How a row's figures come about, in words; what several forms say, each once.
pub(super) fn in_words(trace: &Trace, row: &Row) -> String {
    let mut said: Vec<String> = Vec::new();
    for content in row.cells.values() {
        let text = match content {
            Content::Figure(id) => match &trace.node(*id).origin {
                Origin::Rule { expr, .. } => formula::formula(trace, expr),
                Origin::Cell(_) => continue,
            },
            _ => continue,
        };
        if !said.contains(&text) {
            said.push(text);
        }
    }
    said.join("\n")
}

impl Page<'_> {
    /// What the workbook is, and what stands on its sheets.
    pub(super) fn about(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let title = format!("{}: beräkningen", self.calculation.title);
        let says = "Hela beräkningen som formler. Ändra en gul cell på bladet Indata och se vad som följer. Arbetsboken är inget beslut.";
        let headings = [("Blad", 34), ("Vad som står där", 110)];
        self.topmost(sheet, ("Om", &title, says), &headings)?;
        let one = "En regions hela beräkning på en sida: skriv regionens namn i den gula cellen.";
        let mut lines = vec![
            (ONE.to_owned(), one.to_owned()),
            (
                "Parametrar".to_owned(),
                "Det som gäller för alla i år, bredvid det som gällde året före.".to_owned(),
            ),
        ];
        for own in &self.plan.sheets {
            let says = if own.name == super::plan::INPUTS {
                "Talen som allt räknas ur, med källa och cell i arbetsboken de kommer ur."
                    .to_owned()
            } else {
                format!("{}: siffrorna, formlerna och reglerna.", own.title)
            };
            lines.push((own.name.clone(), says));
        }
        let near = "Om en ändring gör att kalkylprogrammets tal, med 15 siffror, kan avrunda annorlunda än programmets exakta bråk.";
        lines.push((control::CONTROL.to_owned(), near.to_owned()));
        if control::holidays(self.plan).is_some() {
            lines.push((
                HOLIDAYS.to_owned(),
                "Helgdagarna som betalningsdagarna söks bland.".to_owned(),
            ));
        }
        let mut row = HEADINGS + 1;
        for (name, says) in lines {
            sheet.write_string_with_format(row, 0, name, &self.style.text)?;
            sheet.write_string_with_format(row, 1, says, &self.style.text)?;
            row += 1;
        }
        let notes = [
            format!("Körning: {}. Siffrorna i cellerna är körningens; kalkylprogrammet räknar om dem när något ändras.", self.calculation.run),
            "Belopp och andelar är oavrundade tills en rad säger att de avrundas; formatet visar färre decimaler än cellen har.".to_owned(),
            "Gul: indata som går att ändra. Grå: indata som styr vilka siffror som finns, och rader som bara hjälper på vägen.".to_owned(),
        ];
        for note in notes {
            row += 1;
            sheet.write_string_with_format(row, 0, note, &self.style.note)?;
        }
        row += 1;
        let (changed, rows) = (self.changed_column(), self.inputs());
        let range = format!("Indata!${changed}$6:${changed}${}", 5 + rows.max(1));
        let formula = format!(
            "=IF(COUNTIF({range},\"ja\")=0,\"Indata är de som körningen räknade på.\",\"Indata är ändrade: siffrorna är inte längre körningens, och ingens beslut.\")"
        );
        let formula = Formula::new(formula).set_result("Indata är de som körningen räknade på.");
        sheet.write_formula_with_format(row, 0, formula, &self.style.heading)?;
        Ok(())
    }

    fn inputs(&self) -> usize {
        self.plan.sheets.first().map_or(0, |sheet| sheet.rows.len())
    }

    /// The column of the inputs that says whether a row is changed.
    fn changed_column(&self) -> String {
        let columns = self.plan.sheets.first().map_or(0, |sheet| sheet.columns.len());
        let columns = u16::try_from(columns).unwrap_or(0);
        column_number_to_name(BEFORE + columns + 1)
    }

    /// What stands beside each input: whether it is changed, and where it comes from.
    pub(super) fn evidence(&self, own: &Sheet) -> Vec<Tail> {
        let cells: Vec<_> = own.rows.iter().map(|row| self.cells_of(row)).collect();
        let each = |make: &dyn Fn(&CellRef) -> String| {
            let one = |cells: &Vec<&CellRef>| {
                let mut said: Vec<String> = Vec::new();
                for text in cells.iter().map(|cell| make(cell)).filter(|text| !text.is_empty()) {
                    if !said.contains(&text) {
                        said.push(text);
                    }
                }
                TailCell::Text(said.join("\n"))
            };
            cells.iter().map(one).collect::<Vec<_>>()
        };
        let ranges = cells.iter().map(|cells| {
            let mut all = Cells::default();
            for cell in cells {
                all.add(cell);
            }
            TailCell::Text(all.ranges().join(", "))
        });
        let (sums, changed) = self.changes(own);
        vec![
            Tail { heading: "Kontrolltal i körningen", width: 24, cells: sums },
            Tail { heading: "Ändrad", width: 9, cells: changed },
            Tail {
                heading: "Arbetsbok",
                width: 22,
                cells: each(&|cell| cell.location.file.clone()),
            },
            Tail {
                heading: "Blad",
                width: 28,
                cells: each(&|cell| cell.location.sheet.clone().unwrap_or_default()),
            },
            Tail { heading: "Celler", width: 16, cells: ranges.collect() },
            Tail {
                heading: "Källa", width: 60, cells: each(&|cell| cell.evidence.source.clone())
            },
            Tail {
                heading: "Status",
                width: 14,
                cells: each(&|cell| cell.evidence.status.name().to_owned()),
            },
            Tail {
                heading: "Siffrans namn",
                width: 44,
                cells: own.rows.iter().map(|row| TailCell::Text(row.name.clone())).collect(),
            },
        ]
    }

    /// For each row of the inputs a number that is another one if any of them is changed, and a formula that says so.
    fn changes(&self, own: &Sheet) -> (Vec<TailCell>, Vec<TailCell>) {
        let columns = u16::try_from(own.columns.len()).unwrap_or(0);
        let last = BEFORE + columns.saturating_sub(1);
        let [first, last, number] = [BEFORE, last, last + 1].map(column_number_to_name);
        let one = |(row, line): (u32, &Row)| {
            let at = row + 1;
            let (range, known) = (format!("{first}{at}:{last}{at}"), format!("{number}{at}"));
            let now = format!("SUMPRODUCT({range}*COLUMN({range}))");
            let text = format!(
                "=IF(ABS({now}-{known})>MAX(1,ABS({known}))*0.0000000000001,\"ja\",\"nej\")"
            );
            let sum = TailCell::Number(decimal(&self.check(own, line)));
            (sum, TailCell::Formula(text, "nej".to_owned()))
        };
        (HEADINGS + 1..).zip(&own.rows).map(one).unzip()
    }

    fn cells_of(&self, row: &Row) -> Vec<&CellRef> {
        let cell = |content: &Content| match content {
            Content::Figure(id) => self.plan.trace.node(*id).cell(),
            _ => None,
        };
        row.cells.values().filter_map(cell).collect()
    }

    /// A number that another one takes the place of if a row's inputs are changed, or change places.
    fn check(&self, own: &Sheet, row: &Row) -> Exact {
        let mut sum = Exact::zero();
        for (column, holder) in (i64::from(BEFORE) + 1..).zip(&own.columns) {
            let Some(Content::Figure(id)) = row.cells.get(holder) else { continue };
            let number: Exact = match &self.plan.trace.node(*id).value {
                Value::Datum(_) => Exact::read(&plain(&self.plan.trace.node(*id).value))
                    .unwrap_or_else(Exact::zero),
                other => other.exact().unwrap_or_else(Exact::zero),
            };
            sum = sum + number * Exact::from(column);
        }
        sum
    }

    /// One recipient's whole calculation.
    pub(super) fn one_recipient(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let chosen = self.plan.recipients().next();
        let headings = [
            ("Siffra", LABEL),
            ("Enhet", 14),
            ("Värde", 20),
            ("Riket", 20),
            ("Så räknas den", 60),
            ("Regel", 60),
            ("Blad", 30),
        ];
        let says = "Skriv en regions namn i den gula cellen: kolumnen Värde visar dess siffror, och Riket landets.";
        self.topmost(sheet, (ONE, "En regions hela beräkning", says), &headings)?;
        let Some(chosen) = chosen else { return Ok(()) };
        sheet.write_string_with_format(3, 0, self.plan.heading(chosen), &self.style.input)?;
        let names = self.plan.sheets.iter().enumerate().max_by_key(|(place, own)| {
            (own.columns.iter().filter(|holder| self.is_one(**holder)).count(), usize::MAX - place)
        });
        if let Some(names) = names.and_then(|(place, own)| self.across(place, own, HEADINGS)) {
            let list = DataValidation::new().allow_list_formula(Formula::new(format!("={names}")));
            sheet.add_data_validation(3, 0, 3, 0, &list)?;
        }
        let mut at = HEADINGS + 1;
        for (place, own) in self.plan.sheets.iter().enumerate() {
            let Some(headings) = self.across(place, own, HEADINGS) else {
                self.national(sheet, &mut at, (place, own))?;
                continue;
            };
            for (row, line) in (HEADINGS + 1..).zip(&own.rows) {
                self.described(sheet, at, own, line)?;
                let format = self.style.number(line.unit, shown(line));
                if line.cells.keys().any(|holder| self.is_one(*holder)) {
                    let range = self.across(place, own, row).unwrap_or_default();
                    let found = format!("INDEX({range},MATCH({CHOSEN},{headings},0))");
                    let result = line.cells.get(&chosen).map(|content| self.plan.result(*content));
                    let formula = Formula::new(format!("=IF({found}=\"\",\"–\",{found})"));
                    let formula = formula.set_result(result.unwrap_or_else(|| "–".to_owned()));
                    sheet.write_formula_with_format(at, 2, formula, format)?;
                }
                self.countrys(sheet, at, (place, row), line)?;
                at += 1;
            }
        }
        Ok(())
    }

    /// The rows of a sheet that has none but the country's.
    fn national(
        &self,
        sheet: &mut Worksheet,
        at: &mut u32,
        (place, own): (usize, &Sheet),
    ) -> Result<(), XlsxError> {
        for (row, line) in (HEADINGS + 1..).zip(&own.rows) {
            self.described(sheet, *at, own, line)?;
            self.countrys(sheet, *at, (place, row), line)?;
            *at += 1;
        }
        Ok(())
    }

    fn described(
        &self,
        sheet: &mut Worksheet,
        at: u32,
        own: &Sheet,
        line: &Row,
    ) -> Result<(), XlsxError> {
        let unit = if line.unit == Unit::Datum { "dag" } else { line.unit.name() };
        let rule = line.help.or(line.rule.map(|rule| rule.text)).map(str::to_owned);
        let cell = self.cells_of(line).into_iter().next();
        let source =
            || cell.map_or_else(String::new, |cell| format!("Indata: {}", cell.evidence.source));
        let (rule, words) = (rule.unwrap_or_else(source), in_words(self.plan.trace, line));
        for (column, text) in [(0, line.label.as_str()), (1, unit)] {
            sheet.write_string_with_format(at, column, text, &self.style.text)?;
        }
        for (column, text) in [(4, &words), (5, &rule), (6, &own.name)] {
            sheet.write_string_with_format(at, column, text, &self.style.beside)?;
        }
        let most = lines(&line.label, LABEL).max(lines(&words, 60)).max(lines(&rule, 60));
        set_lines(sheet, at, most)
    }

    fn countrys(
        &self,
        sheet: &mut Worksheet,
        at: u32,
        (place, row): (usize, u32),
        line: &Row,
    ) -> Result<(), XlsxError> {
        let Some(content) = line.cells.get(&0) else { return Ok(()) };
        let cell = CellAt { sheet: place, row, column: BEFORE };
        let writer = Writer { plan: self.plan, sheet: usize::MAX };
        let formula = Formula::new(format!("={}", writer.reference(cell)));
        let formula = formula.set_result(self.plan.result(*content));
        sheet.write_formula_with_format(
            at,
            3,
            formula,
            self.style.number(line.unit, shown(line)),
        )?;
        Ok(())
    }

    fn is_one(&self, holder: usize) -> bool {
        self.plan.holders.get(holder).is_some_and(|(id, _)| id != COUNTRY)
    }

    /// The recipients' cells of a row, as a formula names them from another sheet.
    fn across(&self, place: usize, own: &Sheet, row: u32) -> Option<String> {
        let columns: Vec<u16> = (BEFORE..)
            .zip(&own.columns)
            .filter(|(_, holder)| self.is_one(**holder))
            .map(|(column, _)| column)
            .collect();
        let (first, last) = (*columns.first()?, *columns.last()?);
        let name = &self.plan.sheets.get(place)?.name;
        let [first, last] = [first, last].map(|column| row_col_to_cell_absolute(row, column));
        Some(format!("'{name}'!{first}:{last}"))
    }
}

fn shown(line: &Row) -> Shown {
    if line.help.is_some() { Shown::Helping } else { Shown::Computed }
}
