//! What is said of templates: the folder they lie in, what they print, and the workbook of a document's tables.

use crate::problem::messages;

messages! { "template":
    no_templates {} sv "mappen har inga mallar" en "the folder has no templates"
    export {}
        sv "statsbidrag templates export gör en ny mapp med alla mallar som går att ändra"
        en "statsbidrag templates export makes a new folder with every template that can be changed"
    replaces_none { near }
        sv "filen ersätter ingen mall, och ingen mall använder den{near}"
        en "the file replaces no template, and no template uses it{near}"
    rename_or_remove {}
        sv "ge den namnet på mallen som den ska ersätta (statsbidrag templates list visar dem), eller ta bort den"
        en "give it the name of the template that it is to replace (statsbidrag templates list shows them), or remove it"
    too_deep {}
        sv "mappen ligger för djupt bland mallarna"
        en "the folder lies too deep among the templates"
    unreadable { cause }
        sv "mappen med mallar går inte att läsa: {cause}"
        en "the folder of templates cannot be read: {cause}"
    file_unreadable { cause }
        sv "filen går inte att läsa: {cause}"
        en "the file cannot be read: {cause}"
    name_unreadable {}
        sv "filens namn går inte att läsa"
        en "the name of the file cannot be read"
    link {}
        sv "en länk läses inte; lägg själva filen i mappen"
        en "a link is not read; put the file itself in the folder"
    not_a_file {} sv "det är inte en vanlig fil" en "it is not an ordinary file"
    folder_too_large {}
        sv "mappen är större än mallar kan behöva; den lästes inte längre"
        en "the folder is larger than templates can need; it was read no further"
    file_too_large {}
        sv "filen är större än en mall kan behöva"
        en "the file is larger than a template can need"

    not_utf8 {} sv "mallen är inte text i UTF-8" en "the template is not text in UTF-8"
    control_character {}
        sv "mallen innehåller ett styrtecken"
        en "the template contains a control character"
    prints_value {}
        sv "mallen skriver ut ett tals värde, utan det märke som visar att talet är preliminärt"
        en "the template prints a figure's bare value, without the mark that shows it is preliminary"
    print_figure { example }
        sv "skriv {example}, som ger talet med sitt märke; värdet är till för villkor"
        en "write {example}, which gives the figure with its mark; the value is for conditions"
    prints_several {}
        sv "mallen skriver ut flera uppgifter i ett"
        en "the template prints several fields as one"
    prints_missing { example }
        sv "mallen skriver ut en uppgift som saknas; fråga efter den först, med {example}"
        en "the template prints a field that is missing; ask for it first, with {example}"
    prints_nothing {}
        sv "mallen skriver ut något som inte finns"
        en "the template prints something that does not exist"
    prints_list { example }
        sv "mallen skriver ut något som varken är en text eller ett tal; en lista skrivs med {example}"
        en "the template prints something that is neither a text nor a number; a list is written with {example}"
    asks_for { name }
        sv "mallen frågar efter {name}, som inte finns"
        en "the template asks for {name}, which does not exist"
    ends_within { open, close }
        sv "mallen tar slut mitt i något som inte är stängt, till exempel {open} utan {close}"
        en "the template ends within something that is not closed, for example {open} without {close}"
    unknown_tag {}
        sv "det finns ingen sådan tagg"
        en "there is no such tag"
    unknown_filter { name }
        sv "mallen använder filtret {name}, som inte finns"
        en "the template uses the filter {name}, which does not exist"
    unknown_test { name }
        sv "mallen använder testet {name}, som inte finns"
        en "the template uses the test {name}, which does not exist"
    unknown_function { name }
        sv "mallen använder funktionen {name}, som inte finns"
        en "the template uses the function {name}, which does not exist"
    unknown_component { name }
        sv "mallen använder komponenten {name}, som inte finns"
        en "the template uses the component {name}, which does not exist"
    unknown_template { name }
        sv "mallen hämtar in {name}, som inte finns"
        en "the template includes {name}, which does not exist"
    meant { name } sv "menade du {name}?" en "did you mean {name}?"
    circular { chain }
        sv "mallen hämtar in sig själv: {chain}"
        en "the template includes itself: {chain}"
    found_instead { found, expected }
        sv "mallens kod går inte att läsa: här väntades {expected}, inte {found}"
        en "the template's code cannot be read: {expected} was expected here, not {found}"
    tera_says { text }
        sv "mallens kod går inte att läsa; Tera säger: {text}"
        en "the template's code cannot be read; Tera says: {text}"
    safe {}
        sv "Tera: filtret `safe` får inte användas: text ur arbetsböcker kunde då bli Typst-kod"
        en "Tera: the filter `safe` may not be used: text from workbooks could then become Typst code"
    there_is { names } sv "det som finns: {names}" en "what there is: {names}"
    not_found {} sv "mallen finns inte" en "the template does not exist"
    leading_number {}
        sv "ett tal inleder ett stycke och skulle läsas som en lista"
        en "a number begins a paragraph and would be read as a list"
    filled_line { line }
        sv "ifylld lyder raden: {line}"
        en "filled in, the line reads: {line}"
    workbook { error } sv "arbetsboken: {error}" en "the workbook: {error}"
}
