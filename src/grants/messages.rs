//! What is said of texts of a workbook with items in braces, and of the user's own paragraphs.

use crate::problem::messages;

messages! { "texts":
    brace_open {}
        sv "en klammer öppnas men stängs inte"
        en "a brace is opened and not closed"
    brace_closed {}
        sv "en klammer stängs utan att ha öppnats"
        en "a brace is closed and was not opened"
    item_in_braces {}
        sv "en uppgift som finns i arbetsboken, eller en som står överst på bladet"
        en "an item of the workbook, or one that stands at the top of the sheet"
    no_field { name }
        sv "{name} finns inte"
        en "{name} does not exist"
    fields_are { all }
        sv "något av {all}"
        en "one of {all}"
    did_you_mean { near }
        sv "menade du {near}?"
        en "did you mean {near}?"
    no_value { name }
        sv "{name} har inget värde i den här arbetsboken"
        en "{name} has no value in this workbook"
    give_it_a_value {}
        sv "fyll i uppgiften, eller ändra texten"
        en "fill the item in, or change the text"

    no_section { name, document }
        sv "{document} har inget avsnitt {name}"
        en "{document} has no section {name}"
    sections_are { all }
        sv "något av {all}"
        en "one of {all}"
    of_each_region { name }
        sv "{name} finns bara för varje region, och texten är om hela landet"
        en "{name} is there only for each region, and the text is about the whole country"
    not_kronor { name }
        sv "{name} är inte kronor och kan inte skrivas i miljoner"
        en "{name} is not in kronor and cannot be written in millions"
    may_not_be_replaced { name }
        sv "avsnittet {name} får inte ersättas: dokumentet är inte helt utan det"
        en "the section {name} may not be replaced: the document is not whole without it"
    before_or_after { fore, efter, others }
        sv "välj {fore} eller {efter}; det som får ersättas är {others}"
        en "choose {fore} or {efter}; what may be replaced is {others}"
    replaced { name, document }
        sv "i {document} ersätts avsnittet {name} av egna stycken"
        en "in {document} the section {name} is replaced by paragraphs of your own"
    as_you_wrote { }
        sv "det som programmet hade skrivit där trycks inte; kontrollera att texten säger allt som behövs"
        en "what the program would have written there is not printed; check that your text says all that is needed"
}
