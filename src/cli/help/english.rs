//! The help in English: each text by the command and the argument it belongs to. `more` is what follows the first
//! line where all is told. That nothing is missing, and nothing too much, is tested.

/// What stands for a value in the help.
pub(super) const VALUE_NAMES: [(&str, &str); 24] = [
    ("ANTAL", "COUNT"),
    ("DOKUMENT", "DOCUMENT"),
    ("FIL", "FILE"),
    ("FLAGGOR", "OPTIONS"),
    ("FORM", "FORMAT"),
    ("GAMMAL", "OLD"),
    ("ID", "RUN-ID"),
    ("KOMMANDO", "COMMAND"),
    ("MAPP", "FOLDER"),
    ("MAPP|FIL|KOD", "FOLDER|FILE|CODE"),
    ("MAPP|PAKET", "FOLDER|PACKAGE"),
    ("PAKET", "PACKAGE"),
    ("NAMN", "NAME"),
    ("NUMMER", "NUMBER"),
    ("NY", "NEW"),
    ("REGION", "REGION"),
    ("SHA-256", "SHA-256"),
    ("SIFFRA", "FIGURE"),
    ("SKAL", "SHELL"),
    ("SPRÅK", "LANGUAGE"),
    ("STANDARD", "STANDARD"),
    ("UPPGIFT=VÄRDE", "INPUT=VALUE"),
    ("ÅR", "YEAR"),
    ("ÅR|MAPP", "YEAR|FOLDER"),
];

const ONLY: &str =
    "Only these documents, separated by commas: cirkular,bilaga-4; ‘bilaga’ is all the annexes";
const PARTS: &str = "Only these workbooks, or those that these documents are based on, separated by commas: lakemedel,besked";
const ONE_REGION: &str = "Only the documents of one region, by any of its names: skane";
const INPUTS: &str = "The folder with the year's workbooks, for example inputs/2024";
const PLAIN: &str = "How the answer is written: text or json";
const PLAIN_MORE: &str = "How the answer is written: text (without the option) or json";
const FORMAT: &str = "How the answer is written: text, json or sarif";
const FORMAT_MORE: &str = "How the answer is written: text (without the option), json or sarif. In json and sarif the answer stands alone on stdout, and the messages on stderr";
const FOR_PEOPLE: &str = "for people";
const FOR_PROGRAMS: &str = "for programs";
const SARIF: &str = "SARIF 2.1.0, for editors and CI";
const WORKBOOKS_OUT: &str = "The folder that the workbooks are put in; it must not exist yet. Without the option inputs/YEAR";

/// What is said, by its key.
pub(super) const TEXTS: &[(&str, &str)] = &[
    (
        "about",
        "Makes the documents that allocate the state's money to the 21 Swedish regions, from Excel workbooks.",
    ),
    ("after", AFTER),
    ("help", "Shows this help; after a command, the help of the command"),
    ("quiet", "Says nothing of what goes well: only problems are shown"),
    (
        "lang",
        "The language of messages: sv or en. Without the option the system's; the documents are always in Swedish",
    ),
    ("lang sv", "Swedish"),
    ("lang en", "English"),
    ("version", "Shows the version of the program, and checksums of its source and templates"),
    ("generate about", "Makes all of the year's documents from the workbooks in a folder"),
    (
        "generate more",
        "Each document becomes PDF (PDF/A and PDF/UA) and JSON, most of them also XLSX. If there is a single error in the workbooks \
         nothing is written, and what is already in the folder of results is untouched. The same workbooks give \
         the same files, byte for byte.\n\n\
         If only some of the year's workbooks are in the folder, the documents that they suffice for are made. \
         With --only or --region only some of the documents are made. Then only the workbooks they are based on \
         are needed, and the result is put in a folder of its own, never in place of the whole year's.",
    ),
    ("generate folder", INPUTS),
    (
        "generate out",
        "The folder that the result is put in; what was there is replaced when everything is done. Without the \
         option output/YEAR, or output/YEAR-urval for a selection",
    ),
    ("generate only", ONLY),
    ("generate region", ONE_REGION),
    (
        "generate templates",
        "Folder with your own templates, typefaces and pictures; a file there replaces the built-in one with the \
         same path (see templates)",
    ),
    ("generate pdf_standard", "Which standard the PDF files follow, besides PDF/UA-1"),
    (
        "generate pdf_standard more",
        "Which standard the PDF files follow, besides PDF/UA-1: a-3a (with the document's JSON attached; applies \
         without the option) or a-2a (without attachment)",
    ),
    (
        "generate archive",
        "Puts the documents, and all that they were made of, in an archive package beside the folder of results too \
         (see archive)",
    ),
    ("generate format", FORMAT),
    ("generate format more", FORMAT_MORE),
    ("generate format text", FOR_PEOPLE),
    ("generate format json", FOR_PROGRAMS),
    ("generate format sarif", SARIF),
    (
        "check about",
        "Reads the workbooks in a folder, checks them and computes. Makes no documents",
    ),
    (
        "check more",
        "Problems on all sheets are shown at once, with file, sheet and cell, what was found there and what was \
         expected; of many on a sheet the first, unless --all is given. If all is well it says what the documents may \
         be used for, and which cells make them examples, drafts or preliminary. The folder may hold only some of the year's workbooks; what then cannot be made is said. \
         The workbooks are never changed. With --annotate, copies of them are put in a folder of their own, with each problem as a comment \
         and a colour on its cell; with --report, all of it is written as a web page.",
    ),
    (
        "check annotate",
        "Puts copies of the workbooks in a folder, with the problems as comments on their cells; it must not exist yet",
    ),
    ("check report", "Writes what was read, checked and found as a web page"),
    ("check folder", INPUTS),
    ("check only", PARTS),
    ("check all", "Shows all problems; without the option, the first on each sheet"),
    ("check format", FORMAT),
    ("check format more", FORMAT_MORE),
    ("check format text", FOR_PEOPLE),
    ("check format json", FOR_PROGRAMS),
    ("check format sarif", SARIF),
    (
        "diff about",
        "Compares two folders of finished documents, or two archive packages: two years, or two runs of one year",
    ),
    (
        "diff more",
        "Says which data of the workbooks are others, which printed amounts differ, in kronor, and what each difference comes of: data, \
         rules or rounding. The parts sum to the difference, to the krona. Only the two folders are read.",
    ),
    ("diff old", "The older folder or package, which the other is compared with"),
    ("diff new", "The newer folder or package"),
    ("diff figure", "Only the amounts of this name, for example statsbidrag"),
    ("diff region", "Only a region's amounts; riket is the whole country's"),
    (
        "diff out",
        "The folder that the comparison is put in, as PDF, XLSX and JSON; it must not exist yet",
    ),
    (
        "diff rattelse",
        "The workbook rattelse.xlsx: it is then the correction of a decision instead of a comparison",
    ),
    ("diff templates", "The folder with your own templates"),
    ("diff all", "Shows all data, amounts and reasons; without the option, the first"),
    ("diff format", PLAIN),
    ("diff format more", PLAIN_MORE),
    ("diff format text", FOR_PEOPLE),
    ("diff format json", FOR_PROGRAMS),
    (
        "simulate about",
        "Shows what each region would get if data in the workbooks were others. No decision",
    ),
    (
        "simulate more",
        "Says for each region and payment what would differ, in kronor, and what the difference comes of. Name the input by its\n\
         figure's name, as explain shows it, or by the cell's place: Sheet!Row, Sheet!Row!Column or Sheet!C14, also after the\n\
         name of the workbook and an exclamation mark. An asterisk stands for all rows or columns. The value is written as it\n\
         would stand in the cell, or as a change in percent:\n\n  \
         statsbidrag simulate inputs/2024 --set lakemedel.2024.uppsala.befolkning=404881\n  \
         statsbidrag simulate inputs/2024 --set \"Befolkning!Uppsala=404 881\" --set \"Befolkning!Halland=+2 %\"\n  \
         statsbidrag simulate inputs/2024 --each\n\n\
         The workbooks are not changed, and no documents are made. The workbooks are checked as they are; the changed data\n\
         are not checked.",
    ),
    ("simulate folder", INPUTS),
    ("simulate set", "An input and the value it is imagined to have; may be given several times"),
    (
        "simulate each",
        "One change at a time, the one that changes most kronor first; without --set every number of the workbooks, one percent higher",
    ),
    (
        "simulate sample",
        "The workbook osakerhet.xlsx: draw the uncertain inputs many times and show how far the amounts are spread",
    ),
    ("simulate draws", "So many draws; without the option 10000"),
    (
        "simulate seed",
        "The number that the draws are made by: the same number gives the same draws. Without the option 1",
    ),
    ("simulate out", "The folder that the result is put in, as XLSX and JSON; it must not exist"),
    ("simulate format", PLAIN),
    ("simulate format more", PLAIN_MORE),
    ("simulate format text", FOR_PEOPLE),
    ("simulate format json", FOR_PROGRAMS),
    (
        "verify about",
        "Checks a folder of finished documents, or an archive package, against the manifest and the workbooks",
    ),
    (
        "verify more",
        "Everything is read, computed and made once more, and compared layer by layer: the files against the checksums \
         of the manifest, the workbooks, the figures, the text, and the files byte for byte. What differs is told with \
         file and place, and with what is found and expected. What cannot be judged, because the workbooks are not \
         there or another version of the program made the documents for example, is told, and is no error without \
         --strict. An archive package is checked against its METS.xml files too, and with the workbooks and templates \
         that are in it. Nothing is fetched, and nothing written but the workbooks of a package in the system's folder \
         for temporary files, while they are computed.",
    ),
    (
        "verify folder",
        "The folder with the documents, for example output/2024; or an archive package, a folder or a tar file",
    ),
    (
        "verify inputs",
        "The folder with the workbooks. Without the option inputs/YEAR beside output",
    ),
    (
        "verify templates",
        "The folder with your own templates, if the documents were made with such",
    ),
    (
        "verify run_id",
        "The id of the run, as it is noted elsewhere: it says which workbooks, templates and program the documents are to \
         be made of, but not what stands in them",
    ),
    (
        "verify manifest_sha256",
        "The SHA-256 of manifest.json, as it is noted elsewhere; it tells that something in the folder has been replaced, \
         also if the manifest has been replaced with it",
    ),
    ("verify strict", "Counts what cannot be judged as an error"),
    ("verify all", "Shows all differences; without the option, the first of each layer"),
    ("verify format", PLAIN),
    ("verify format more", PLAIN_MORE),
    ("verify format text", FOR_PEOPLE),
    ("verify format json", FOR_PROGRAMS),
    (
        "archive about",
        "Puts a folder of finished documents, and all that they were made of, in an archive package",
    ),
    (
        "archive more",
        "The package follows FGS Paketstruktur 2.0 of the National Archives of Sweden (E-ARK CSIP and SIP 2.1.0) and \
         holds the documents, their data, the workbooks, the templates, the rules and how everything is verified, with \
         checksums. The same contents give the same package, byte for byte. If the documents or what they were made of \
         have been changed, no package is made.",
    ),
    ("archive folder", "The folder with the documents, for example output/2024"),
    (
        "archive inputs",
        "The folder with the workbooks. Without the option inputs/YEAR beside output",
    ),
    (
        "archive templates",
        "The folder with your own templates, if the documents were made with such",
    ),
    ("archive replaces", "The earlier package that this one corrects and replaces"),
    (
        "archive out",
        "The folder that the package is put in. Without the option beside the folder with the documents",
    ),
    ("archive unpacked", "Puts the package as a folder instead of as a tar file"),
    ("explain about", "Explains a figure: step by step, down to the cells it is based on"),
    (
        "explain more",
        "The figure is computed again from the cells and compared with the printed one. Point it out by\n\
         its name, as it stands in the JSON files, by its place on the paper, or as the number on a finished paper:\n\n  \
           statsbidrag explain inputs/2024 lakemedel.2024.skane.statsbidrag\n  \
           statsbidrag explain inputs/2024 cirkular.tabell5.skane.statsbidrag\n  \
           statsbidrag explain inputs/2024 --table 5 --region skane\n  \
           statsbidrag explain output/2024/cirkular.pdf \"5 100 738 882\"\n  \
           statsbidrag explain I07",
    ),
    (
        "explain folder",
        "The folder with the year's workbooks; a finished document, for example output/2024/cirkular.pdf; or a problem \
         code, for example I07",
    ),
    (
        "explain number",
        "The figure's name, or its place: document.table.region.figure; of a finished document the number as it is \
         printed",
    ),
    ("explain table", "The number of the table in the document"),
    (
        "explain region",
        "The region, by any of its names; ‘riket’ or ‘totalt’ for the last row, the whole country",
    ),
    (
        "explain document",
        "The document that the table is in. Without the option, the first that has a table with the number",
    ),
    ("explain depth", "So many steps down are shown; without the option three, in json all"),
    ("explain all", "Shows all steps, down to each cell"),
    ("explain format", PLAIN),
    ("explain format more", PLAIN_MORE),
    ("explain format text", FOR_PEOPLE),
    ("explain format json", FOR_PROGRAMS),
    ("scaffold about", "Makes empty workbooks to fill in for a grant year"),
    ("scaffold year", "The grant year, for example 2025"),
    ("scaffold out", WORKBOOKS_OUT),
    ("scaffold only", PARTS),
    (
        "scaffold rattelse",
        "Instead the workbook of a correction, rattelse.xlsx. Without --out it is put in inputs/rattelse-YEAR",
    ),
    (
        "scaffold sample",
        "Instead the workbook for simulate --sample, osakerhet.xlsx. Without --out it is put in inputs/osakerhet-YEAR",
    ),
    (
        "scaffold decision",
        "Instead a decision of your own on money, beslut-NAME.xlsx, put in the folder also where that exists",
    ),
    ("new about", "Makes the workbooks of a new year from those of the year before"),
    (
        "new more",
        "What remains in force is carried over, and is then confirmed once for each sheet. What the year before came to is filled in as data of the previous year, with the run as its source. What \
         is new for the year is left empty. The command check then shows all that is left to fill in.",
    ),
    ("new year", "The new year, for example 2025"),
    (
        "new from",
        "The year before, or the folder with its workbooks; a year by its number means inputs/YEAR",
    ),
    ("new out", WORKBOOKS_OUT),
    ("new only", PARTS),
    ("completions about", "Writes what the shell needs to complete commands and options"),
    (
        "completions more",
        "The script is written on stdout. This is how it is used in bash, in zsh (in a folder that is in\n\
         fpath), in fish and in PowerShell:\n\n  \
           statsbidrag completions bash > ~/.local/share/bash-completion/completions/statsbidrag\n  \
           statsbidrag completions zsh > ~/.zfunc/_statsbidrag\n  \
           statsbidrag completions fish > ~/.config/fish/completions/statsbidrag.fish\n  \
           statsbidrag completions powershell >> $PROFILE",
    ),
    ("completions shell", "The shell: bash, zsh, fish, powershell or elvish"),
    ("man about", "Writes the manual page of the program, for the command man"),
    (
        "man more",
        "The page is written on stdout, in the format roff. This is how it is read, and how it is installed \
         for your own user:\n\n  \
           statsbidrag man | man -l -\n  \
           statsbidrag man > ~/.local/share/man/man1/statsbidrag.1",
    ),
    (
        "templates about",
        "Shows the built-in templates, puts them in a folder to be changed, and tries changed templates",
    ),
    (
        "templates more",
        "The templates are the words, pages and typefaces of the documents. A folder of your own templates needs \
         only the files that are changed. It is used with generate --templates.",
    ),
    (
        "templates list about",
        "Lists the built-in templates: path, size and which document they make",
    ),
    (
        "templates export about",
        "Puts all built-in templates in a new folder, with a description of them in README.md",
    ),
    ("templates export folder", "The folder that the templates are put in; it must not exist yet"),
    (
        "templates check about",
        "Tries your own templates on all documents, with the data of 2024. Needs no workbooks",
    ),
    (
        "templates check more",
        "Each problem is shown with the file and line of the template. With --preview the documents are put as \
         PDF in a folder, to show what they look like; the next run replaces them.",
    ),
    ("templates check folder", "The folder with your own templates, typefaces and pictures"),
    ("templates check preview", "Puts the documents as PDF in a folder"),
    ("templates check only", ONLY),
    ("templates check region", ONE_REGION),
    (
        "templates check inputs",
        "Tries them on the data in a folder of workbooks instead of those of 2024",
    ),
    (
        "templates variables about",
        "Lists the data that a document's templates can print and ask for",
    ),
    ("templates variables document", "The document: cirkular, besked, regionbesked …"),
];

const AFTER: &str = "\
Most common:
  statsbidrag check inputs/2024       reads, checks and computes; writes nothing
  statsbidrag generate inputs/2024    also makes the documents and puts them in output/2024
  statsbidrag explain inputs/2024 --table 5 --region skane
                                      explains the figures of a row, down to the cells
  statsbidrag verify output/2024      checks what is made against the workbooks, file by file and figure by figure
  statsbidrag diff OLD NEW            compares two folders of documents: which amounts differ, and why
  statsbidrag simulate inputs/2024 --each
                                      tries one change at a time: which input moves most, and for whom
  statsbidrag archive output/2024     puts it, and all that it was made of, in an archive package
  statsbidrag new 2025 --from 2024    makes the workbooks of the next year, in inputs/2025

Exit codes:
  0  done
  1  there are problems in the workbooks or templates, or the result could not be written; nothing is changed
  2  the command line is wrong
  101  a bug in the program; nothing is changed

Environment:
  NO_COLOR  if it is set nothing is written in colour; colour is used only on a terminal";
