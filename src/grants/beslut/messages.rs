//! What is said where a decision's workbook does not agree with itself.

use crate::problem::messages;

messages! { "beslut":
    not_a_region { name }
        sv "{name} är ingen region"
        en "{name} is no region"
    a_region {}
        sv "en av de 21 regionerna, eftersom mottagarna är regionerna"
        en "one of the 21 regions, since the recipients are the regions"
    own_list {}
        sv "är mottagarna inte regionerna, välj ”egen lista” på bladet Dokument"
        en "if the recipients are not the regions, choose ‘egen lista’ on the sheet Dokument"
    near_or_own_list { near }
        sv "menade du {near}? Är mottagarna inte regionerna, välj ”egen lista” på bladet Dokument"
        en "did you mean {near}? If the recipients are not the regions, choose ‘egen lista’ on the sheet Dokument"
    numbers_missing { count, all }
        sv "betalningsfilen får inget organisationsnummer för {count} av {all} mottagare"
        en "the payment file gets no organisation number of {count} of {all} recipients"
    fill_in_numbers {}
        sv "fyll i kolumnen Organisationsnummer, eller komplettera filen före betalningen"
        en "fill in the column Organisationsnummer, or complete the file before the payment"
    codes_of_counties { source }
        sv "källan är {source}, fast mottagarna är en egen lista"
        en "the source is {source}, though the recipients are a list of your own"
    state_own_source {}
        sv "ange varifrån koderna är hämtade, eller att de är egna"
        en "state where the codes are taken from, or that they are your own"
    twice { name, row }
        sv "{name} står redan på rad {row}"
        en "{name} already stands on row {row}"
    keep_one {}
        sv "rätta namnet, eller ta bort den ena raden"
        en "correct the name, or remove one of the rows"
    regions_missing { count, names }
        sv "{count} regioner saknas: {names}"
        en "{count} regions are missing: {names}"
    one_region_missing { name }
        sv "regionen {name} saknas"
        en "the region {name} is missing"
    all_regions {}
        sv "en rad för var och en av de 21 regionerna"
        en "a row for each of the 21 regions"
    other_code { name, found }
        sv "{name} har koden {found}"
        en "{name} has the code {found}"
    county_code { code }
        sv "länskoden {code}"
        en "the county code {code}"
    code_of_a_region { code }
        sv "{code} är det namn som en regions siffror bär"
        en "{code} is the name that a region's figures bear"
    another_code {}
        sv "ge mottagaren en annan kod"
        en "give the recipient another code"
    bad_code { code }
        sv "koden {code} går inte att använda"
        en "the code {code} cannot be used"
    good_code {}
        sv "bokstäver a–z, siffror och bindestreck; inte riket"
        en "letters a–z, digits and hyphens; not ‘riket’"
    code_twice { code, row }
        sv "koden {code} står redan på rad {row}"
        en "the code {code} already stands on row {row}"
    no_columns {}
        sv "ingen kolumn med tal att fördela efter"
        en "no column of numbers to allocate by"
    name_a_column {}
        sv "skriv en rubrik i en av de tomma kolumnerna, enheten på raden Enhet och ett tal för varje mottagare"
        en "write a heading in one of the empty columns, the unit on the row Enhet, and a number for each recipient"
    not_whole { number, heading }
        sv "{number} i {heading} är inget helt tal"
        en "{number} in {heading} is no whole number"
    whole_inhabitants {}
        sv "hela invånare, minst 1"
        en "whole inhabitants, at least 1"
    nobody_lives_there { heading }
        sv "”0” i {heading}: en mottagare måste ha invånare"
        en "‘0’ in {heading}: a recipient must have inhabitants"
    give_weights {}
        sv "fyll i kolumnerna på bladet Mottagare, eller namnge andra kolumner här"
        en "fill in the columns on the sheet Mottagare, or name other columns here"
    over_the_ceiling { recipient, amount, limit }
        sv "{recipient} får {amount} kr efter avrundningen, mer än det största beloppet, {limit} kr"
        en "{recipient} gets {amount} kr after rounding, more than the greatest amount, {limit} kr"
    under_the_floor { recipient, amount, limit }
        sv "{recipient} får {amount} kr efter avrundningen, mindre än det minsta beloppet, {limit} kr"
        en "{recipient} gets {amount} kr after rounding, less than the least amount, {limit} kr"
    residual_within_limits {}
        sv "välj largest_remainder, som aldrig går över en gräns, eller låt någon som inte når en gräns ta återstoden"
        en "choose ‘largest_remainder’, which never goes past a limit, or let somebody who is at no limit take the residual"
    change_within_limits {}
        sv "justera någon annans belopp, eller mindre"
        en "change somebody else's amount, or by less"
    adjustments_come_to { sum }
        sv "justeringar som tillsammans är {sum} kr"
        en "adjustments that come to {sum} kr"
    whole_amount {}
        sv "hela kronor"
        en "whole kronor"
    two_populations { first, second }
        sv "både {first} och {second} har enheten invånare"
        en "both {first} and {second} have the unit ‘invånare’"
    one_population {}
        sv "en kolumn med enheten invånare"
        en "one column with the unit ‘invånare’"
    population_of { found }
        sv "befolkningen gäller {found}"
        en "the population holds for {found}"
    population_of_no_day {}
        sv "det står inte vilken dag befolkningen gäller"
        en "it is not said which day the population holds for"
    population_day { wanted }
        sv "{wanted}, som står på bladet Dokument"
        en "{wanted}, which stands on the sheet Dokument"
    no_population {}
        sv "befolkningens dag är angiven, men ingen kolumn har enheten invånare"
        en "a day of the population is stated, but no column has the unit ‘invånare’"
    not_in_inhabitants { heading }
        sv "{heading} har inte enheten invånare, fast beslutet anger vilken dag befolkningen ska avse"
        en "{heading} does not have the unit ‘invånare’, though the decision states the day of the population"
    inhabitants_as_unit {}
        sv "invånare på raden Enhet; är det bara en del av dem, också vilka: invånare 15–24 år"
        en "‘invånare’ on the row Enhet; if they are only some of them, also who: ‘invånare 15–24 år’"
    part_of_population { heading }
        sv "{heading} ser ut att vara en del av befolkningen, men enheten invånare betyder hela"
        en "{heading} seems to be a part of the population, but the unit ‘invånare’ means the whole"
    say_of_whom {}
        sv "skriv vilka på raden Enhet, till exempel invånare 15–24 år: då räknas talen inte som mottagarnas befolkning, och beloppen visas inte per invånare"
        en "write who they are on the row Enhet, for example ‘invånare 15–24 år’: the numbers are then not taken for the recipients' population, and amounts are not shown per inhabitant"
    words_for_recipients { missing }
        sv "mottagarna är en egen lista, men {missing} är inte ifyllt"
        en "the recipients are a list of your own, but {missing} is not filled in"

    no_column { name }
        sv "ingen kolumn på bladet Mottagare heter {name}"
        en "no column on the sheet Mottagare is called {name}"
    put_the_sign {}
        sv "skriv × eller * mellan kolumner som ska multipliceras"
        en "write × or * between columns that are to be multiplied"
    columns_are { all }
        sv "kolumnerna är {all}"
        en "the columns are {all}"
    column_twice { name }
        sv "{name} står två gånger"
        en "{name} stands twice"
    one_column {}
        sv "en enda kolumn, eftersom den håller beloppen"
        en "a single column, since it holds the amounts"
    no_residual {}
        sv "det står inte vem som får det som blir över vid avrundningen"
        en "it is not said who gets what rounding leaves over"
    choose_largest {}
        sv "largest_remainder går alltid jämnt ut; vad de andra betyder står i kolumnrubrikens kommentar"
        en "‘largest_remainder’ always comes out even; the note of the column's heading says what the others mean"
    pot_twice { name, row }
        sv "potten {name} står redan på rad {row}"
        en "the pot {name} already stands on row {row}"
    fixed_has { item }
        sv "beloppen är fasta, men {item} är ifyllt"
        en "the amounts are fixed, but {item} is filled in"
    empty_it {}
        sv "töm cellen, eller välj ”efter nyckel”"
        en "empty the cell, or choose ‘efter nyckel’"
    fixed_sum { sum, pot, difference }
        sv "de fasta beloppen är tillsammans {sum} kr, men potten är {pot} kr: {difference}"
        en "the fixed amounts come to {sum} kr, but the pot is {pot} kr: {difference}"
    taker_not_asked_for { taker, rule }
        sv "{taker} ska ta återstoden, men regeln är {rule}"
        en "{taker} is to take the residual, but the rule is {rule}"
    no_taker {}
        sv "regeln är explicit, men ingen mottagare av återstoden är angiven"
        en "the rule is ‘explicit’, but no taker of the residual is stated"
    no_such_recipient { name }
        sv "{name} står inte på bladet Mottagare"
        en "{name} does not stand on the sheet Mottagare"
    no_such_pot { name }
        sv "{name} står inte på bladet Potter"
        en "{name} does not stand on the sheet Potter"
    no_weight { pot }
        sv "ingen mottagare har någon vikt i potten {pot}: kolumnernas produkt är noll för alla"
        en "no recipient has any weight in the pot {pot}: the product of the columns is zero for all"
    base_too_large { sum, pot }
        sv "grundbeloppen är tillsammans {sum} kr, mer än potten på {pot} kr"
        en "the base amounts come to {sum} kr, more than the pot of {pot} kr"
    floor_too_high { sum, pot }
        sv "de minsta beloppen är tillsammans {sum} kr, mer än potten på {pot} kr"
        en "the least amounts come to {sum} kr, more than the pot of {pot} kr"
    ceiling_too_low { sum, pot }
        sv "de största beloppen är tillsammans {sum} kr, mindre än potten på {pot} kr"
        en "the greatest amounts come to {sum} kr, less than the pot of {pot} kr"
    floor_above_ceiling { floor, ceiling }
        sv "det minsta beloppet, {floor} kr, är större än det största, {ceiling} kr"
        en "the least amount, {floor} kr, is larger than the greatest, {ceiling} kr"
    lower_it {}
        sv "kontrollera beloppet, potten och antalet mottagare"
        en "check the amount, the pot and the number of recipients"

    adjustments_unused { pot }
        sv "justeringen gäller potten {pot}, vars återstod inte fördelas med justeringar"
        en "the adjustment is of the pot {pot}, whose residual is not placed by adjustments"
    choose_adjustments {}
        sv "välj ”justeringar” på pottens rad på bladet Potter, eller ta bort raden"
        en "choose ‘justeringar’ on the pot's row of the sheet Potter, or remove the row"
    no_adjustments { pot }
        sv "återstoden av potten {pot} ska fördelas med justeringar, men bladet Justeringar har ingen rad för den"
        en "the residual of the pot {pot} is to be placed by adjustments, but the sheet Justeringar has no row for it"
    adjusted_twice { name, row }
        sv "{name} justeras redan på rad {row}"
        en "{name} is already adjusted on row {row}"

    not_even { pot, sum, amount, difference }
        sv "{pot}: de avrundade beloppen blir {sum} kr, {amount} kr ska fördelas: {difference}"
        en "{pot}: the rounded amounts come to {sum} kr, and {amount} kr is to be allocated: {difference}"
    too_much { amount }
        sv "{amount} kr för mycket"
        en "{amount} kr too much"
    left { amount }
        sv "{amount} kr återstår"
        en "{amount} kr remains"
    rule_for_residual {}
        sv "en uttalad regel för återstoden"
        en "a stated rule for the residual"
    choose_rule {}
        sv "jämför först potten och kolumnerna med källan: gick det jämnt ut i beslutet är något av dem fel. Säger beslutet vem som får återstoden, välj largest_remainder, half_up_residual_to_largest, explicit eller justeringar"
        en "first compare the pot and the columns with the source: if it came out even in the decision, one of them is wrong. If the decision says who gets the residual, choose ‘largest_remainder’, ‘half_up_residual_to_largest’, ‘explicit’ or ‘justeringar’"
    change_adjustments { amount }
        sv "justeringarna ska tillsammans vara {amount} kr"
        en "the adjustments must come to {amount} kr together"
    cannot_be_paid { recipient, amount }
        sv "{recipient}: beloppet blir {amount} kr"
        en "{recipient}: the amount comes to {amount} kr"
    payable_amount {}
        sv "ett belopp som kan betalas ut, minst 1 kr; den som inte ska få något har talet 0"
        en "an amount that can be paid, at least 1 kr; who is to get nothing has the number 0"

    not_written {}
        sv "stycket är inte skrivet: här står vad det ska handla om"
        en "the paragraph is not written: what stands here says what it is to be about"
    braces_only_in_paragraphs { text }
        sv "klammer fylls i bara i kolumnen Stycke: {text} trycks som det står"
        en "braces are filled in only in the column Stycke: {text} is printed as it stands"
    write_without_braces {}
        sv "skriv ut det som ska stå, utan klammer"
        en "write what is to stand there, without braces"
    write_it_or_remove {}
        sv "skriv stycket, eller ta bort raden"
        en "write the paragraph, or remove the row"
    only_of_population {}
        sv "finns bara när en kolumn på bladet Mottagare har enheten invånare"
        en "is there only where a column of the sheet Mottagare has the unit ‘invånare’"
    anslag_unsaid {}
        sv "inget stycke säger vilket anslag utgiften ska belasta"
        en "no paragraph says which appropriation bears the expenditure"
    payment_unsaid {}
        sv "inget stycke säger när beloppen betalas ut"
        en "no paragraph says when the amounts are paid"
    write_for_example { text }
        sv "skriv till exempel ”{text}”"
        en "write for example ‘{text}’"
    cannot_stand_there { text }
        sv "{text} går inte att skriva där det trycks"
        en "{text} cannot stand where it is printed"
    only_the_anslag {}
        sv "bara anslagets nummer, till exempel 1:6"
        en "only the number of the appropriation, for example 1:6"
    only_the_post {}
        sv "bara anslagspostens nummer, till exempel 4"
        en "only the number of the item, for example 4"
    only_when {}
        sv "bara när, utan verb: så snart som möjligt; den 28 juni 2024"
        en "only when, without a verb: ‘så snart som möjligt’; ‘den 28 juni 2024’"
    begins_as_a_sentence { text }
        sv "{text} börjar med stor bokstav, men står mitt i meningar"
        en "{text} begins with a capital, but stands within sentences"
    small_letter {}
        sv "skriv det med liten bokstav, om det inte är ett namn"
        en "write it with a small letter, unless it is a name"
    month_of_no_year { text }
        sv "utbetalningen är {text}, utan år"
        en "the payment is {text}, without a year"
    name_the_year { year }
        sv "skriv året också, till exempel {year}: breven läses senare än beslutet"
        en "write the year too, for example {year}: the letters are read later than the decision"
    paid_another_year { text, year }
        sv "utbetalningen är {text}, men medlen är för {year}"
        en "the payment is {text}, but the money is for {year}"
    decided_another_year { day, year }
        sv "beslutet är fattat {day}, men medlen är för {year}"
        en "the decision is of {day}, but the money is for {year}"
    day_in_words_only { text }
        sv "utbetalningen är {text}, men raden är tom: betalningsfilen får ingen dag"
        en "the payment is {text}, but the row is empty: the payment file gets no day"
    fill_in_the_day {}
        sv "fyll i samma dag"
        en "fill in the same day"
    same_number { number, other }
        sv "{number} är samma dag numret på beslutet i {other} också"
        en "{number} is on the same day the number of the decision in {other} too"
    number_of_its_own {}
        sv "ge varje beslut sitt eget nummer"
        en "give each decision a number of its own"
    same_case { number, other }
        sv "{number} är diarienumret i {other} också: betalningsfilerna får samma referens"
        en "{number} is the registration number in {other} too: the payment files get the same reference"
    case_of_its_own {}
        sv "rätta det ena, om besluten inte hör till samma ärende"
        en "correct one of them, unless the decisions belong to the same case"
    no_banking_day { day }
        sv "{day} är ingen bankdag"
        en "{day} is no banking day"
    nearest_banking_days { before, after }
        sv "de närmaste bankdagarna är {before} och {after}"
        en "the nearest banking days are {before} and {after}"
    paid_before_decided { day, decided }
        sv "beloppen betalas ut {day}, men beslutet är fattat först {decided}"
        en "the amounts are paid on {day}, but the decision is made only on {decided}"
    another_payment_day { text, day }
        sv "utbetalningen är {text}, men utbetalningsdagen {day}"
        en "the payment is {text}, but the day of payment {day}"
    the_day_in_words { day }
        sv "samma dag, till exempel: den {day}"
        en "the same day, for example: den {day}"
    paid_years_later { day, year }
        sv "beloppen betalas ut {day}, men medlen är för {year}"
        en "the amounts are paid on {day}, but the money is for {year}"
    that_day_or_later { day }
        sv "{day} eller senare"
        en "{day} or later"
}
