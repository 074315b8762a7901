//! The kinds of problems, each with what it is called and what lies behind it, in both languages.

use std::fmt;

use super::{Language, Severity};

macro_rules! codes {
    ($($code:ident $severity:ident
        sv $title:literal $about:literal
        en $title_en:literal $about_en:literal)*) => {
        /// A kind of problem. `F` is about files, `I` about what stands in a sheet, `P` about what looks wrong there, `R` about what the
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
            pub fn title(self, language: Language) -> &'static str {
                match (self, language) { $(
                    (Self::$code, Language::Swedish) => $title,
                    (Self::$code, Language::English) => $title_en,
                )* }
            }
            /// What lies behind it and how it is mended.
            #[must_use]
            pub fn about(self, language: Language) -> &'static str {
                match (self, language) { $(
                    (Self::$code, Language::Swedish) => $about,
                    (Self::$code, Language::English) => $about_en,
                )* }
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
    F01 Error
        sv "mappen eller filen går inte att läsa"
            "Sökvägen finns inte, är inte en mapp eller får inte läsas. Kontrollera stavningen och behörigheten."
        en "the folder or the file cannot be read"
            "The path does not exist, is not a folder, or cannot be read. Check the spelling and your permissions."
    F02 Error
        sv "en arbetsbok saknas"
            "Arbetsboken behövs för det som ska göras. Den har ett bestämt filnamn i årets mapp. Lägg dit den, eller döp om den som ligger där."
        en "a workbook is missing"
            "The workbook is needed for what is to be made. It has a fixed file name in the year's folder. Put it there, or rename the one that is there."
    F03 Error
        sv "en okänd fil ligger i mappen"
            "Bara arbetsböcker som programmet känner till får ligga i årets mapp, så att ingen kopia tas för originalet. Flytta eller döp om filen."
        en "an unknown file is in the folder"
            "Only workbooks that the program knows may be in the year's folder, so that no copy is taken for the original. Move or rename the file."
    F04 Error
        sv "filen är inte en XLSX-arbetsbok"
            "Innehållet är inte ett XLSX-paket. Öppna filen i Excel eller LibreOffice och spara den som .xlsx."
        en "the file is not an XLSX workbook"
            "The content is not an XLSX package. Open the file in Excel or LibreOffice and save it as .xlsx."
    F05 Error
        sv "arbetsboken är krypterad"
            "En lösenordsskyddad arbetsbok kan inte läsas. Ta bort lösenordet och spara om."
        en "the workbook is encrypted"
            "A workbook protected by a password cannot be read. Remove the password and save it again."
    F06 Error
        sv "arbetsboken är skadad"
            "Filen är avkortad eller innehåller sådant som inte hör hemma i en arbetsbok. Hämta den på nytt eller spara om den."
        en "the workbook is damaged"
            "The file is cut short, or holds what does not belong in a workbook. Fetch it again or save it again."
    F07 Error
        sv "arbetsboken är orimligt stor"
            "Filen, något av dess delar eller antalet celler överskrider gränsen för vad en arbetsbok för 21 regioner kan behöva. Spara om den utan det som inte hör dit."
        en "the workbook is unreasonably large"
            "The file, one of its parts or the number of cells exceeds what a workbook for 21 regions can need. Save it again without what does not belong there."
    F08 Error
        sv "en arkiverad fil går inte att använda"
            "I mappen foregaende-ar får bara JSON-filer ligga som programmet skrev ett tidigare år, oförändrade. Kopiera filen på nytt ur det årets resultatmapp."
        en "an archived file cannot be used"
            "The folder ‘foregaende-ar’ may hold only JSON files that the program wrote in an earlier year, unchanged. Copy the file again from that year's output folder."
    F09 Error
        sv "en fil bland mallarna ersätter ingen"
            "En fil i mappen med egna mallar har inget namn som någon mall har, och ingen mall använder den. Oftast är namnet felstavat. Bilder och typsnitt får läggas till, om en mall använder dem."
        en "a file among the templates replaces none"
            "A file in the folder of your own templates has a name that no template has, and no template uses it. Most often the name is misspelt. Pictures and typefaces may be added, if a template uses them."
    F10 Warning
        sv "en arbetsbok ligger inte i mappen"
            "Årets mapp får hålla bara några av arbetsböckerna. Det som bygger på en som inte ligger där görs inte, eller görs utan den delen. Lägg dit arbetsboken om det ska göras."
        en "a workbook is not in the folder"
            "The year's folder may hold only some of the workbooks. What is based on one that is not there is not made, or is made without that part. Put the workbook there if it is to be made."
    F11 Error
        sv "det som ska arkiveras är inte som det var"
            "Ett arkivpaket görs av en mapp med färdiga dokument, oförändrade, och av arbetsböckerna och mallarna som de gjordes av. Något av det saknas eller har ändrats. Gör dokumenten på nytt, eller lägg tillbaka det som har ändrats."
        en "what is to be archived is not as it was"
            "An archive package is made of a folder of finished documents, unchanged, and of the workbooks and templates that they were made of. Something of that is missing or has been changed. Make the documents again, or put back what was changed."
    I01 Error
        sv "ett blad saknas"
            "Bladen känns igen på sina namn. Lägg tillbaka bladet eller ge det sitt rätta namn."
        en "a sheet is missing"
            "Sheets are recognised by their names. Put the sheet back, or give it its right name."
    I02 Error
        sv "en kolumn saknas eller är okänd"
            "Kolumnerna känns igen på sina rubriker. Återställ rubriken; kolumnernas ordning är fri."
        en "a column is missing or unknown"
            "Columns are recognised by their headings. Restore the heading; the columns may stand in any order."
    I03 Error
        sv "en region saknas"
            "Alla 21 regioner ska ha var sin rad."
        en "a region is missing"
            "Each of the 21 regions must have a row of its own."
    I04 Error
        sv "samma rad står två gånger"
            "En region eller uppgift får stå på en enda rad, annars vet ingen vilken som gäller."
        en "the same row occurs twice"
            "A region or an item may stand on one row only; otherwise nobody knows which one applies."
    I05 Error
        sv "okänd region"
            "Namnet är inte någon av de godtagna stavningarna. Välj namnet i listan."
        en "unknown region"
            "The name is none of the accepted spellings. Choose the name from the list."
    I06 Error
        sv "en uppgift saknas"
            "Cellen är tom men måste fyllas i. Tomt är inte noll: skriv 0 om det är noll som menas."
        en "a value is missing"
            "The cell is empty but must be filled in. Empty is not zero: write 0 if zero is meant."
    I07 Error
        sv "värdet är inte av rätt slag"
            "Cellen innehåller något annat än vad kolumnen är till för, till exempel text där ett tal ska stå. Tal skrivs med decimalkomma; mellanrum får skilja tusental."
        en "the value is of the wrong kind"
            "The cell holds something other than what the column is for, for example text where a number should be. Numbers are written with a decimal comma; spaces may separate thousands."
    I08 Error
        sv "värdet ligger utanför sina gränser"
            "Talet är större, mindre eller har fler decimaler än vad uppgiften kan ha."
        en "the value is outside its limits"
            "The number is larger or smaller, or has more decimals, than the item can have."
    I09 Error
        sv "cellen innehåller ett felvärde"
            "Excel visar ett fel (#SAKNAS!, #DIVISION/0! eller liknande). Rätta formeln eller skriv värdet."
        en "the cell holds an error value"
            "Excel shows an error (#N/A, #DIV/0! or the like). Correct the formula, or write the value."
    I10 Error
        sv "formeln saknar beräknat värde"
            "Arbetsboken sparades utan att formlerna räknades om. Öppna den i Excel eller LibreOffice, räkna om och spara."
        en "the formula has no computed value"
            "The workbook was saved without its formulas being calculated. Open it in Excel or LibreOffice, recalculate and save."
    I11 Error
        sv "sammanslagna celler bland uppgifterna"
            "I en sammanslagning finns värdet bara i den första cellen. Dela upp den och fyll i varje cell."
        en "merged cells among the data"
            "In a merged range only the first cell has the value. Split it and fill in each cell."
    I12 Error
        sv "en dold rad eller kolumn bland uppgifterna"
            "Det som inte syns kan inte granskas. Visa raden eller kolumnen, eller ta bort den."
        en "a hidden row or column among the data"
            "What cannot be seen cannot be reviewed. Show the row or the column, or remove it."
    I13 Error
        sv "otillåtet tecken"
            "Texten innehåller styrtecken eller tecken som ändrar skrivriktningen, och kan därför läsas som något annat än den är. Skriv om texten."
        en "forbidden character"
            "The text holds control characters, or characters that change the direction of writing, and can therefore be read as something other than it is. Write the text anew."
    I14 Error
        sv "summan stämmer inte med raderna"
            "Det som står på summaraden eller i summakolumnen är inte summan av delarna. Rätta den ena eller den andra."
        en "the sum does not agree with its rows"
            "What stands on the row or in the column of sums is not the sum of the parts. Correct one or the other."
    I15 Error
        sv "fel datum för uppgiften"
            "Regeln kräver uppgiften vid ett bestämt datum. Hämta rätt uppgift, eller rätta datumet om det skrivits fel."
        en "wrong date for the item"
            "The rule requires the item as of a certain date. Fetch the right item, or correct the date if it is mistyped."
    I16 Error
        sv "källa eller status saknas eller är okänd"
            "Varje uppgift ska ha källa och status (fastställd, härledd, preliminär, exempel eller ej bekräftad)."
        en "source or status is missing or unknown"
            "Each item must have a source and a status (‘fastställd’, ‘härledd’, ‘preliminär’, ‘exempel’ or ‘ej bekräftad’)."
    I17 Error
        sv "okänd rad eller okänt namn"
            "Namnet är inte något av dem som kan stå där: bladets egna rader, eller det som finns på ett annat blad eller i dokumentet. Rätta namnet; egna anteckningar hör hemma på ett eget blad."
        en "unknown row or name"
            "The name is none of those that can stand there: the sheet's own rows, or what there is on another sheet or in the document. Correct the name; notes of your own belong on a sheet of their own."
    I18 Error
        sv "text utanför tabellen"
            "Något står nedanför eller bredvid tabellen där programmet inte läser. Flytta det till ett eget blad så att ingen tror att det räknas."
        en "text outside the table"
            "Something stands below or beside the table, where the program does not read. Move it to a sheet of its own, so that nobody believes it counts."
    I19 Warning
        sv "ett blad som programmet inte läser"
            "Bladet hör inte till arbetsbokens mall. Det är tillåtet att ha egna blad; inget på dem räknas."
        en "a sheet that the program does not read"
            "The sheet is not part of the workbook's layout. Sheets of your own are allowed; nothing on them counts."
    I20 Error
        sv "en uppgift inom klammer finns inte"
            "En text ur arbetsboken har en uppgift inom klammer, och programmet vet inte vad som ska stå där. Vilka uppgifter som finns står överst på bladet."
        en "an item in braces does not exist"
            "A text of the workbook has an item in braces, and the program does not know what is to stand there. The items there are stand at the top of the sheet."
    I21 Warning
        sv "ett avsnitt ersätts av egna stycken"
            "Bladet Egna stycken har stycken som ska stå i stället för ett avsnitt. Det som programmet hade skrivit där trycks då inte. Kontrollera att texten säger allt som behövs, också ett år då uppgifterna är andra."
        en "a section is replaced by paragraphs of your own"
            "The sheet ‘Egna stycken’ has paragraphs that are to stand instead of a section. What the program would have written there is then not printed. Read that the text says all that is needed, also in a year when the data are others."
    P01 Warning
        sv "ett värde är ovanligt stort eller litet"
            "Värdet är utanför det som sådana värden brukar vara. Ofta står det i en annan enhet, eller med en siffra för mycket eller för litet. Jämför med källan."
        en "a value is unusually large or small"
            "The value is beyond what such values usually are. Often it is in another unit, or has a digit too many or too few. Compare it with the source."
    P02 Warning
        sv "ett värde har ändrats mer än sådana brukar"
            "Värdet skiljer sig mer från föregående år, eller från det som det ska jämföras med, än sådana värden brukar. Det kan vara årets värde eller det föregående som är fel."
        en "a value has changed more than such values usually do"
            "The value differs more from the year before, or from what it is compared with, than such values usually do. This year's value may be wrong, or the one before."
    P03 Warning
        sv "rader ser ut att ha bytt plats"
            "Talen passar bättre på andra rader: två rader har bytt plats, kolumnen står en rad fel, eller är sorterad i en annan ordning än namnen."
        en "rows seem to have changed places"
            "The numbers fit better on other rows: two rows have changed places, the column stands one row off, or is sorted in another order than the names."
    P04 Warning
        sv "tidigare års värden står kvar"
            "Kolumnen är på varje rad densamma som för en annan dag. Ofta är det den förra som har kopierats."
        en "values of an earlier year have been left"
            "The column is on every row the same as that of another day. Often the former one has been copied."
    P05 Warning
        sv "två uppgifter om befolkningen stämmer inte med varandra"
            "En regions befolkning en och samma dag är ett tal, och mellan två dagar ändras den bara litet. Det som står på olika blad, eller i olika arbetsböcker, skiljer mer än så."
        en "two items on the population do not agree"
            "A region's population of one day is one number, and between two days it changes but little. What stands on different sheets, or in different workbooks, differs more than that."
    P06 Warning
        sv "ett värde avviker från dem det hör ihop med"
            "Alla andra rader i kolumnen är av ungefär samma storlek, för sig eller per invånare, men inte den här."
        en "a value differs from those it belongs with"
            "All other rows of the column are of about the same size, by themselves or per inhabitant, but not this one."
    P07 Warning
        sv "organisationsnumret är inte regionens"
            "Numret är ett annat än det som regionen har i registret över myndigheter. Pengarna kan gå till någon annan."
        en "the organisation number is not the region's"
            "The number is another than the region has in the register of authorities. The money may go to someone else."
    P08 Warning
        sv "en bekräftelse gäller ingen varning"
            "Raden på bladet Bekräftade varningar svarar inte mot någon varning: koden, bladet, cellen eller värdet är ett annat. Har värdet ändrats ska det nya prövas på nytt."
        en "a confirmation is of no warning"
            "The row of the sheet ‘Bekräftade varningar’ answers to no warning: the code, the sheet, the cell or the value is another. If the value has changed, the new one is to be checked anew."
    P09 Warning
        sv "ett tal är inskrivet bland formler"
            "De andra cellerna i kolumnen räknas fram med formler, men den här har ett inskrivet tal. Det följer inte med när det som formlerna bygger på ändras."
        en "a number is typed among formulas"
            "The other cells of the column are computed by formulas, but this one holds a typed number. It does not follow when what the formulas rest on is changed."
    P10 Warning
        sv "källan är äldre än året"
            "Uppgiften är ny för varje år, men källan nämner bara tidigare år. Ofta har källan, eller hela uppgiften, följt med från ett tidigare år."
        en "the source is older than the year"
            "The item is new every year, but the source names earlier years only. Often the source, or the whole item, has come along from an earlier year."
    R01 Error
        sv "fördelningen går inte jämnt ut"
            "Efter avrundning skiljer sig summan av regionernas belopp från det som ska fördelas. Ange i arbetsboken hur återstoden ska hanteras."
        en "the allocation does not come out even"
            "After rounding, the sum of the regions' amounts differs from what is to be allocated. Say in the workbook how the residual is to be treated."
    R02 Error
        sv "behovsmodellens två underlag säger olika"
            "Arbetsboken innehåller både grupper med prislappar och modellens utfall i kr/inv, och de ger inte samma resultat. Rätta det ena eller ta bort det."
        en "the two inputs of the needs model disagree"
            "The workbook holds both groups with their price tags and the model's outcome in kr/inhabitant, and they do not give the same result. Correct one of them, or remove it."
    R03 Error
        sv "behovsmodellen träffar inte beloppet som ska fördelas"
            "Utfallet i kr/inv gånger befolkningen ska ge det belopp som betalas ut, inom en krona per region. Utfallet räknas inte om: kontrollera att det har minst åtta decimaler och hör till årets belopp och befolkning."
        en "the needs model misses the amount to be allocated"
            "The outcome in kr/inhabitant times the population must give the amount that is paid, within one krona per region. The outcome is not recalculated: check that it has at least eight decimals and belongs to the year's amount and population."
    R04 Error
        sv "uppgifterna motsäger varandra"
            "Två uppgifter som ska stämma med varandra gör det inte. Jämför dem med källorna och rätta den som är fel."
        en "the data contradict each other"
            "Two items that must agree do not. Compare them with their sources, and correct the one that is wrong."
    R05 Error
        sv "en utbetalning är noll eller negativ"
            "En region skulle få en utbetalning som inte kan verkställas. Kontrollera justeringen."
        en "a payment is zero or negative"
            "A region would get a payment that cannot be made. Check the adjustment."
    R06 Error
        sv "en hänvisning leder ingenstans"
            "En fri text nämner en bilaga, ett regeringsbeslut, ett diarienummer eller ett datum som inte finns i arbetsboken, eller en lista ett beslut vars arbetsbok inte ligger i mappen. Rätta hänvisningen, eller det den syftar på."
        en "a reference leads nowhere"
            "A free text mentions an annex, a government decision, a registration number or a date that is not in the workbook, or a list names a decision whose workbook is not in the folder. Correct the reference, or what it refers to."
    R07 Error
        sv "anslaget räcker inte"
            "Budgetårets utbetalningar och medlen på rekvisition är tillsammans större än anslagsposterna. Kontrollera anslagsposterna, justeringarna och vilka månader som betalas."
        en "the appropriation does not suffice"
            "The budget year's payments and the funds on requisition are together larger than the appropriation items. Check the appropriation items, the adjustments and which months are paid."
    R08 Warning
        sv "något kan ha glömts eller blivit fel"
            "Uppgifterna går ihop, men något som brukar följa av dem saknas eller ser fel ut. Kontrollera att det är meningen."
        en "something may have been forgotten or be wrong"
            "The data agree with each other, but something that usually follows from them is missing or looks wrong. Check that it is meant."
    U01 Error
        sv "resultatet går inte att skriva"
            "Mappen får inte skrivas, disken är full eller en fil är öppen i ett annat program. Det som fanns där är orört."
        en "the result cannot be written"
            "The folder cannot be written to, the disk is full, or a file is open in another program. What was there is untouched."
    U02 Error
        sv "dokumentet går inte att sätta"
            "Mallen gav fel när dokumentet skulle sättas. Med egna mallar: rätta mallen på den plats som anges."
        en "the document cannot be typeset"
            "The template failed when the document was to be typeset. With your own templates: correct the template at the place that is named."
    U03 Error
        sv "det satta dokumentet säger inte vad uppgifterna säger"
            "Varje färdig PDF läses tillbaka och jämförs med uppgifterna: varje cell i varje tabell, varje värde i varje diagram och varje tal i texten. Något stämmer inte. Med egna mallar: rätta mallen så att den skriver ut uppgifterna som de är. Annars är det ett fel i programmet."
        en "the finished document does not say what the data say"
            "Every finished PDF is read back and compared with the data: every cell of every table, every value of every diagram and every number in the text. Something differs. With your own templates: correct the template so that it prints the data as they are. Otherwise it is a fault of the program."
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
