//! Problems: what is wrong with the user's data, where, and what to do about it.
//!
//! A problem belongs to the data and the user can mend it; a bug is a panic. Readers and checks
//! collect problems and go on, so that the user sees all of them at once. Every kind of problem
//! is a row of [`Code::ALLA`], from which the codes are also explained.

use std::collections::BTreeSet;
use std::fmt;

/// Where a problem is. What is unknown is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Location {
    /// The file or folder, relative to what the user named.
    pub file: String,
    /// The sheet.
    pub sheet: Option<String>,
    /// The cell; row and column, one-based, so that places sort as a reader meets them.
    pub cell: Option<Cell>,
}

/// A cell's place: one-based row, then one-based column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// The row, 1 is the first.
    pub row: u32,
    /// The column, 1 is A.
    pub column: u32,
}

impl Location {
    /// A whole file or folder.
    #[must_use]
    pub fn file(file: impl Into<String>) -> Self {
        Self { file: file.into(), sheet: None, cell: None }
    }

    /// A sheet of a file.
    #[must_use]
    pub fn sheet(file: impl Into<String>, sheet: impl Into<String>) -> Self {
        Self { file: file.into(), sheet: Some(sheet.into()), cell: None }
    }

    /// The same place, narrowed to a cell.
    #[must_use]
    pub fn at(&self, cell: Cell) -> Self {
        Self { cell: Some(cell), ..self.clone() }
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut rest = self.column;
        while let Some(left) = rest.checked_sub(1) {
            letters.push(char::from(b'A' + u8::try_from(left % 26).unwrap_or(0)));
            rest = left / 26;
        }
        let letters: String = letters.into_iter().rev().collect();
        write!(f, "{letters}{}", self.row)
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(sheet) = &self.sheet {
            write!(f, " › {sheet}")?;
        }
        if let Some(cell) = self.cell {
            write!(f, " › {cell}")?;
        }
        Ok(())
    }
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is written until it is mended.
    Error,
    /// Worth knowing; the work goes on.
    Warning,
}

macro_rules! codes {
    ($($code:ident $severity:ident $title:literal $about:literal)*) => {
        /// A kind of problem. `F` is about files, `I` about what stands in a sheet, `R` about what the
        /// rules make of it, `U` about the output.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code { $(#[doc = $title] $code,)* }

        impl Code {
            /// Every code, in order.
            pub const ALL: &'static [Self] = &[$(Self::$code,)*];

            /// The code as it is printed.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$code => stringify!($code),)* }
            }
            /// What kind of problem it is, in one line.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self { $(Self::$code => $title,)* }
            }
            /// What lies behind it and how it is mended.
            #[must_use]
            pub fn about(self) -> &'static str {
                match self { $(Self::$code => $about,)* }
            }
            /// How bad it is.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$code => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    F01 Error "mappen eller filen går inte att läsa"
        "Sökvägen finns inte, är inte en mapp eller får inte läsas. Kontrollera stavningen och behörigheten."
    F02 Error "en arbetsbok saknas"
        "Varje bidrag har en arbetsbok med ett bestämt filnamn i årets mapp. Lägg dit den, eller döp om den som ligger där."
    F03 Error "en okänd fil ligger i mappen"
        "Bara arbetsböcker som programmet känner till får ligga i årets mapp, så att ingen kopia tas för originalet. Flytta eller döp om filen."
    F04 Error "filen är inte en XLSX-arbetsbok"
        "Innehållet är inte ett XLSX-paket. Öppna filen i Excel eller LibreOffice och spara den som .xlsx."
    F05 Error "arbetsboken är krypterad"
        "En lösenordsskyddad arbetsbok kan inte läsas. Ta bort lösenordet och spara om."
    F06 Error "arbetsboken är skadad"
        "Filen är avkortad eller innehåller sådant som inte hör hemma i en arbetsbok. Hämta den på nytt eller spara om den."
    F07 Error "arbetsboken är orimligt stor"
        "Filen, något av dess delar eller antalet celler överskrider gränsen för vad en arbetsbok för 21 regioner kan behöva. Spara om den utan det som inte hör dit."
    F08 Error "en arkiverad fil går inte att använda"
        "I mappen foregaende-ar får bara JSON-filer ligga som programmet skrev ett tidigare år, oförändrade. Kopiera filen på nytt ur det årets resultatmapp."
    F09 Error "en fil bland mallarna ersätter ingen"
        "En fil i mappen med egna mallar har inget namn som någon mall har, och ingen mall använder den. Oftast är namnet felstavat. Bilder och typsnitt får läggas till, om en mall använder dem."
    I01 Error "ett blad saknas"
        "Bladen känns igen på sina namn. Lägg tillbaka bladet eller ge det sitt rätta namn."
    I02 Error "en kolumn saknas eller är okänd"
        "Kolumnerna känns igen på sina rubriker. Återställ rubriken; kolumnernas ordning är fri."
    I03 Error "en region saknas"
        "Alla 21 regioner ska ha var sin rad."
    I04 Error "samma rad står två gånger"
        "En region eller uppgift får stå på en enda rad, annars vet ingen vilken som gäller."
    I05 Error "okänd region"
        "Namnet är inte någon av de godtagna stavningarna. Välj namnet i listan."
    I06 Error "en uppgift saknas"
        "Cellen är tom men måste fyllas i. Tomt är inte noll: skriv 0 om det är noll som menas."
    I07 Error "värdet är inte av rätt slag"
        "Cellen innehåller något annat än vad kolumnen är till för, till exempel text där ett tal ska stå. Tal skrivs med decimalkomma; mellanrum får skilja tusental."
    I08 Error "värdet ligger utanför sina gränser"
        "Talet är större, mindre eller har fler decimaler än vad uppgiften kan ha."
    I09 Error "cellen innehåller ett felvärde"
        "Excel visar ett fel (#SAKNAS!, #DIVISION/0! eller liknande). Rätta formeln eller skriv värdet."
    I10 Error "formeln saknar beräknat värde"
        "Arbetsboken sparades utan att formlerna räknades om. Öppna den i Excel eller LibreOffice, räkna om och spara."
    I11 Error "sammanslagna celler bland uppgifterna"
        "I en sammanslagning finns värdet bara i den första cellen. Dela upp den och fyll i varje cell."
    I12 Error "en dold rad eller kolumn bland uppgifterna"
        "Det som inte syns kan inte granskas. Visa raden eller kolumnen, eller ta bort den."
    I13 Error "otillåtet tecken"
        "Texten innehåller styrtecken eller tecken som ändrar skrivriktningen, och kan därför läsas som något annat än den är. Skriv om texten."
    I14 Error "summan stämmer inte med raderna"
        "Det som står på summaraden eller i summakolumnen är inte summan av delarna. Rätta den ena eller den andra."
    I15 Error "fel datum för uppgiften"
        "Regeln kräver uppgiften vid ett bestämt datum. Hämta rätt uppgift, eller rätta datumet om det skrivits fel."
    I16 Error "källa eller status saknas eller är okänd"
        "Varje uppgift ska ha källa och status (fastställd, härledd, preliminär, exempel eller ej bekräftad)."
    I17 Error "okänd rad"
        "Bladet har bestämda rader, och den här är inte någon av dem. Rätta namnet; egna anteckningar hör hemma på ett eget blad."
    I18 Error "text utanför tabellen"
        "Något står nedanför eller bredvid tabellen där programmet inte läser. Flytta det till ett eget blad så att ingen tror att det räknas."
    I19 Warning "ett blad som programmet inte läser"
        "Bladet hör inte till arbetsbokens mall. Det är tillåtet att ha egna blad; inget på dem räknas."
    R01 Error "fördelningen går inte jämnt ut"
        "Efter avrundning skiljer sig summan av regionernas belopp från det som ska fördelas. Ange i arbetsboken hur återstoden ska hanteras."
    R02 Error "behovsmodellens två underlag säger olika"
        "Arbetsboken innehåller både grupper med prislappar och modellens utfall i kr/inv, och de ger inte samma resultat. Rätta det ena eller ta bort det."
    R03 Error "behovsmodellen träffar inte beloppet som ska fördelas"
        "Utfallet i kr/inv gånger befolkningen ska ge det belopp som betalas ut, inom en krona per region. Utfallet räknas inte om: kontrollera att det har minst åtta decimaler och hör till årets belopp och befolkning."
    R04 Error "uppgifterna motsäger varandra"
        "Två uppgifter som ska stämma med varandra gör det inte."
    R05 Error "en utbetalning är noll eller negativ"
        "En region skulle få en utbetalning som inte kan verkställas. Kontrollera justeringen."
    R06 Error "en hänvisning leder ingenstans"
        "En fri text nämner en bilaga, ett regeringsbeslut, ett diarienummer eller ett datum som inte finns i arbetsboken. Rätta hänvisningen, eller det den syftar på."
    R07 Error "anslaget räcker inte"
        "Budgetårets utbetalningar och medlen på rekvisition är tillsammans större än anslagsposterna. Kontrollera anslagsposterna, justeringarna och vilka månader som betalas."
    U01 Error "resultatet går inte att skriva"
        "Mappen får inte skrivas, disken är full eller en fil är öppen i ett annat program. Det som fanns där är orört."
    U02 Error "dokumentet går inte att sätta"
        "Mallen gav fel när dokumentet skulle sättas. Med egna mallar: rätta mallen på den plats som anges."
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// One problem: what was found, what was expected, what to do. Sorts by place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Where.
    pub location: Location,
    /// Which kind.
    pub code: Code,
    /// What was found.
    pub message: String,
    /// What was expected, where that says more.
    pub expected: Option<String>,
    /// What to do, where that says more.
    pub help: Option<String>,
}

impl Problem {
    /// A problem with its place and what was found there.
    #[must_use]
    pub fn new(code: Code, location: Location, message: impl Into<String>) -> Self {
        Self { location, code, message: message.into(), expected: None, help: None }
    }

    /// Adds what was expected.
    #[must_use]
    pub fn expected(mut self, text: impl Into<String>) -> Self {
        self.expected = Some(text.into());
        self
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.code.severity() {
            Severity::Error => "fel",
            Severity::Warning => "varning",
        };
        write!(f, "{severity}[{}] {}: {}", self.code, self.location, self.message)?;
        if let Some(expected) = &self.expected {
            write!(f, "\n  väntade: {expected}")?;
        }
        if let Some(help) = &self.help {
            write!(f, "\n  hjälp:   {help}")?;
        }
        Ok(())
    }
}

/// All problems found so far: sorted by place, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(BTreeSet<Problem>);

impl Problems {
    /// None.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn add(&mut self, problem: Problem) {
        self.0.insert(problem);
    }

    /// Adds all of another collection.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// How many there are of a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.iter().filter(|problem| problem.code.severity() == severity).count()
    }

    /// True if nothing may be written.
    #[must_use]
    pub fn stop(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// The problems, by place.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }
}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self(BTreeSet::from([problem]))
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in self.iter() {
            writeln!(f, "{problem}\n")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_reads_as_designed() {
        let place = Location::sheet("lakemedel.xlsx", "Befolkning").at(Cell { row: 14, column: 3 });
        let problem = Problem::new(Code::I07, place, "”12 3O4” är inte ett heltal")
            .expected("invånare, 1–20 000 000")
            .help("bokstaven O står där en nolla väntas");
        assert_eq!(
            problem.to_string(),
            "fel[I07] lakemedel.xlsx › Befolkning › C14: ”12 3O4” är inte ett heltal\n  \
             väntade: invånare, 1–20 000 000\n  \
             hjälp:   bokstaven O står där en nolla väntas"
        );
    }

    #[test]
    fn cells_are_named_as_excel_names_them() {
        for (column, name) in [(1, "A7"), (26, "Z7"), (27, "AA7"), (703, "AAA7"), (16_384, "XFD7")]
        {
            assert_eq!(Cell { row: 7, column }.to_string(), name);
        }
    }

    #[test]
    fn problems_sort_by_place_and_stand_once() {
        let at = |row| Location::sheet("a.xlsx", "B").at(Cell { row, column: 1 });
        let mut problems = Problems::new();
        problems.add(Problem::new(Code::I06, at(10), "tom"));
        problems.add(Problem::new(Code::I08, at(9), "stor"));
        problems.add(Problem::new(Code::I06, at(10), "tom"));
        let rows: Vec<_> = problems.iter().filter_map(|p| p.location.cell).map(|c| c.row).collect();
        assert_eq!(rows, [9, 10]);
    }
}
