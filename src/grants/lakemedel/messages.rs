//! What is said where the workbook does not hang together.

use crate::problem::messages;

messages! { "lakemedel":
    not_last_years { name }
        sv "{name} står inte på bladet Avdrag föregående år"
        en "{name} does not stand on the sheet ‘Avdrag föregående år’"
    last_years_are { all }
        sv "ett av föregående års avdrag: {all}"
        en "one of last year's deductions: {all}"
    another_was_that { name }
        sv "mer än ett avdrag hette {name} föregående år"
        en "more than one deduction was called {name} last year"
    one_was_that {}
        sv "ange namnet bara på den rad som är samma avdrag, och inte när avdraget heter så än"
        en "state the name only on the row that is the same deduction, and not while a deduction is still called that"
    same_purpose { name, old }
        sv "{name} är nytt och {old} borta, men de är för samma ändamål"
        en "{name} is new and {old} is gone, but they are for the same purpose"
    say_what_it_was { old }
        sv "är det samma avdrag, skriv {old} i kolumnen ”Hette föregående år”"
        en "if it is the same deduction, write {old} in the column ‘Hette föregående år’"
    total_control { stated, computed }
        sv "kontrollbeloppet är {stated} mnkr men raderna ger {computed} mnkr"
        en "the control amount is {stated} million kr but the rows give {computed} million kr"
    total_is {}
        sv "komponenterna − återbäring + övrigt"
        en "the components − rebates + other"
    total_is_within { unit }
        sv "komponenterna − återbäring + övrigt, så när som på mindre än {unit} mnkr, den noggrannhet som kontrollbeloppet är angivet med"
        en "the components − rebates + other, to within less than {unit} million kr, the precision that the control amount is stated with"
    total_precision {}
        sv "rätta raden som är fel; är totalen avtalad i avrundade miljoner, ange det på raden ”Kontrollbeloppets noggrannhet”"
        en "correct the row that is wrong; if the total is agreed in rounded millions, say so on the row ‘Kontrollbeloppets noggrannhet’"
    name_without_letters { name }
        sv "{name} har ingen bokstav eller siffra, så radens siffror kan inte heta efter det"
        en "{name} has no letter or digit, so the row's figures cannot be named after it"
    a_short_name {}
        sv "ett kort namn, till exempel IHSI"
        en "a short name, for example ‘IHSI’"
    name_twice { name }
        sv "{name} står redan på en rad ovanför"
        en "{name} already stands on a row above"
    one_row {}
        sv "behåll den rad som gäller, eller ge avdragen olika namn"
        en "keep the row that applies, or give the deductions different names"
    currency_in_part { currency }
        sv "{currency} är vald, men beloppet i valutan eller kursen saknas"
        en "{currency} is chosen, but the amount in the currency or the rate is missing"
    amount_and_rate {}
        sv "valuta, belopp i valutan och kurs på samma rad"
        en "the currency, the amount in the currency and the rate on the same row"
    deduction_without_amount { name }
        sv "{name} saknar belopp"
        en "{name} has no amount"
    kronor_or_currency {}
        sv "ett belopp i kronor, eller valuta med belopp och kurs; 0 om inget dras av"
        en "an amount in kronor, or a currency with its amount and rate; 0 if nothing is deducted"
    amount_without_currency {}
        sv "ett belopp i valuta eller en kurs är ifylld, men ingen valuta är vald"
        en "an amount in a currency or a rate is filled in, but no currency is chosen"
    currency_or_kronor {}
        sv "en valuta; eller bara ett belopp i kronor"
        en "a currency; or only an amount in kronor"
    settled_without_terms {}
        sv "avdraget regleras i efterhand, men gränsen eller månaden saknas"
        en "the deduction is settled afterwards, but the limit or the month is missing"
    terms_without_settlement {}
        sv "avdraget regleras inte i efterhand, men en gräns eller månad är ifylld"
        en "the deduction is not settled afterwards, but a limit or a month is filled in"
    limit_and_month {}
        sv "ja med både gräns och senaste månad; eller nej, och båda tomma"
        en "‘ja’ with both the limit and the latest month; or ‘nej’, and both empty"
    deduction_differs { name, agreed, computed, difference }
        sv "{name} är {agreed} kr enligt överenskommelsen, men beloppet i valutan gånger kursen är {computed} kr: {difference} kr isär"
        en "{name} is {agreed} kr according to the agreement, but the amount in the currency times the rate is {computed} kr: {difference} kr apart"
    within_tolerance { amount }
        sv "en skillnad på högst {amount} kr, enligt raden ”Avdrag i valuta, tillåten skillnad”"
        en "a difference of at most {amount} kr, by the row ‘Avdrag i valuta, tillåten skillnad’"
    check_rate {}
        sv "kontrollera belopp och kurs; ska det avtalade beloppet gälla ändå, höj den tillåtna skillnaden på bladet Överenskommelse"
        en "check the amounts and the rate; if the agreed amount is to apply all the same, raise the permitted difference on the sheet ‘Överenskommelse’"
    payment_control { stated, computed }
        sv "kontrollbeloppet är {stated} kr men raderna ger {computed} kr"
        en "the control amount is {stated} kr but the rows give {computed} kr"
    payment_is {}
        sv "det totala bidraget minus avdragen"
        en "the total grant less the deductions"
    nothing_to_pay { amount }
        sv "{amount} kr återstår att betala ut till regionerna"
        en "{amount} kr is left to pay out to the regions"
    forecast_without_date {}
        sv "återbäring dras av, men prognosen om den har inget datum"
        en "rebates are subtracted, but their forecast has no date"
    day_of_forecast {}
        sv "dagen för TLV:s prognos"
        en "the day of TLV's forecast"
    no_component {}
        sv "bladet har ingen komponent"
        en "the sheet has no component"
    one_component {}
        sv "minst en rad: det som bidraget är till för, och det avtalade beloppet"
        en "one row at least: what the grant is for, and the amount agreed"
    a_component {}
        sv "ett kort namn, till exempel hepatit C"
        en "a short name, for example ‘hepatit C’"
    a_group {}
        sv "ett kort namn, till exempel förmånen"
        en "a short name, for example ‘förmånen’"
    own_names {}
        sv "behåll den rad som gäller, eller ge raderna olika namn"
        en "keep the row that applies, or give the rows different names"
    no_group { name, sheet }
        sv "avräkningsgruppen {name} finns inte på bladet {sheet}"
        en "the settlement group {name} is not on the sheet {sheet}"
    group_on_its_sheet {}
        sv "en grupp på det bladet; tomt om komponenten inte ingår i vinst- och förlustdelningen"
        en "a group on that sheet; empty if the component is no part of the sharing of profit and loss"
    or_add_the_group {}
        sv "eller lägg till gruppen, med gränser och statens andel; lämna cellen tom om komponenten inte ingår i vinst- och förlustdelningen"
        en "or add the group, with its limits and the state's share; leave the cell empty if the component is no part of the sharing of profit and loss"
    empty_group { name }
        sv "ingen komponent avräknas i gruppen {name}"
        en "no component is settled in the group {name}"
    component_in_group { sheet }
        sv "minst en komponent på bladet {sheet} med gruppens namn; ta annars bort raden"
        en "at least one component on the sheet {sheet} with the group's name; otherwise remove the row"
    gross_with_rebates {}
        sv "återbäring är ifylld, men den dras inte av från någon komponent"
        en "an amount of rebates is filled in, but it is subtracted from no component"
    net_or_no_rebates {}
        sv "ja i kolumnen Återbäring dras av för de komponenter som den gäller; eller 0 mnkr om bidraget är brutto"
        en "‘ja’ in the column ‘Återbäring dras av’ for the components concerned; or 0 million kr if the grant is gross (‘brutto’)"

    rebates_not_divided { one, another }
        sv "återbäringen dras av från både {one} och {another}, men den är inte delad på dem, och de avräknas inte i samma grupp"
        en "the rebates are subtracted from both {one} and {another}, but they are not divided between them, and those are not settled in the same group"
    together_or_gross {}
        sv "samma avräkningsgrupp för alla komponenter som återbäring dras av från; eller nej för dem som den inte gäller"
        en "the same settlement group for all components that rebates are subtracted from; or ‘nej’ for those not concerned"

    region_without_groups { region }
        sv "alla grupper i {region} är noll"
        en "all groups of {region} are zero"
    price_tags_zero {}
        sv "modellen kostar noll kronor: alla prislappar är noll"
        en "the model costs zero kronor: all price tags are zero"
    model_without_inputs {}
        sv "behovsmodellen saknar underlag"
        en "the needs model has no inputs"
    groups_or_outcome {}
        sv "grupper med prislappar, eller modellens utfall i kr/inv för alla regioner"
        en "groups with their price tags, or the model's outcome in kr/inhabitant for all regions"
    fill_in_model {}
        sv "fyll i bladen Grupper och Prislappar, eller bladet Behovsmodell"
        en "fill in the sheets ‘Grupper’ and ‘Prislappar’, or the sheet ‘Behovsmodell’"
    half_of_model { other }
        sv "bladet är inte helt ifyllt fast bladet {other} är det"
        en "the sheet is not completely filled in, although the sheet ‘{other}’ is"
    groups_and_price_tags {}
        sv "alla 22 grupper för alla 21 regioner, och en prislapp för varje grupp"
        en "all 22 groups for all 21 regions, and a price tag for each group"
    both_or_neither {}
        sv "fyll i båda bladen, eller töm båda och använd bladet Behovsmodell"
        en "fill in both sheets, or empty both and use the sheet ‘Behovsmodell’"
    outcome_differs { region, outcome, groups }
        sv "{region}: utfallet är {outcome} kr/inv men grupperna ger {groups} kr/inv"
        en "{region}: the outcome is {outcome} kr/inhabitant but the groups give {groups} kr/inhabitant"
    krona_for_region {}
        sv "skillnad på högst en krona för hela regionen"
        en "a difference of at most one krona for the whole region"
    correct_one_or_empty {}
        sv "rätta det ena underlaget, eller töm det"
        en "correct one of the inputs, or empty it"
    outcome_misses { difference, amount }
        sv "utfallet gånger befolkningen skiljer {difference} kr från de {amount} kr som ska betalas ut"
        en "the outcome times the population differs by {difference} kr from the {amount} kr to be paid out"
    krona_per_region { count }
        sv "en skillnad på högst {count} kr, en krona per region"
        en "a difference of at most {count} kr, one krona per region"
    check_outcome {}
        sv "kontrollera att utfallet har minst åtta decimaler och hör till årets belopp och befolkning"
        en "check that the outcome has at least eight decimals and belongs to the year's amount and population"

    ladder_empty {}
        sv "trappan har inget steg"
        en "the ladder has no step"
    one_step_at_least {}
        sv "minst ett steg, räknat från medelkostnaden"
        en "at least one step, counted from the mean cost"
    levels_in_order {}
        sv "nivåerna ska numreras från 1 i stigande ordning"
        en "the levels are to be numbered from 1 in rising order"
    only_first_from_mean {}
        sv "det första steget, och bara det, räknas från medelkostnaden"
        en "the first step, and no other, is counted from the mean cost (‘medelkostnaden’)"
    amount_on_all_but_first {}
        sv "beloppet ska stå på alla steg utom det första, som börjar vid landets medeltal"
        en "the amount is to be given on every step but the first, which begins at the country's mean"
    step_does_not_rise { level, begins, before, before_begins }
        sv "nivå {level} börjar vid {begins} kr/inv, inte högre än nivå {before} som börjar vid {before_begins} kr/inv"
        en "level {level} begins at {begins} kr/inhabitant, no higher than level {before}, which begins at {before_begins} kr/inhabitant"
    rising_steps {}
        sv "steg som stiger, det första från medelkostnaden"
        en "steps that rise, the first one from the mean cost"
    check_steps {}
        sv "kontrollera stegens belopp mot årets medelkostnad"
        en "check the amounts of the steps against the year's mean cost"
    months_in_order {}
        sv "kostnadsmånaderna ska stå i ordning från 1"
        en "the months of cost are to stand in order from 1"
    months_missing { count }
        sv "planen har {count} månader"
        en "the plan has {count} months"
    twelve_months {}
        sv "en rad för varje månad, 1–12"
        en "a row for each month, 1–12"
    one_of_share_and_amount { month }
        sv "månad {month} ska ha antingen en andel eller ett belopp"
        en "month {month} is to have either a share or an amount"
    shares_and_amounts {}
        sv "några månader har belopp och andra andelar"
        en "some months have amounts and others shares"
    shares_or_amounts {}
        sv "andelar för alla månader, eller belopp för alla månader"
        en "shares for all months, or amounts for all months"
    shares_sum_to { percent }
        sv "andelarna är tillsammans {percent} procent"
        en "the shares come to {percent} percent"
    the_whole_year {}
        sv "100 procent, hela årets bidrag"
        en "100 percent, the whole year's grant"
    amounts_sum_to { sum, grant }
        sv "planens belopp är tillsammans {sum} kr men bidraget {grant} kr"
        en "the amounts of the plan come to {sum} kr, but the grant is {grant} kr"
    the_grant { grant }
        sv "{grant} kr, på kronan"
        en "{grant} kr, to the krona"
    paid_before_settled { paid, settled }
        sv "vinst och förlust regleras i månad {paid}, men avräknas först i månad {settled}"
        en "profit and loss are adjusted in month {paid}, but settled only in month {settled}"
    settled_month_or_later { settled }
        sv "månad {settled} eller senare"
        en "month {settled} or later"
    disease_without_column { name }
        sv "{name} är inte någon av sjukdomarna på bladet Solidariska läkemedel"
        en "{name} is none of the diseases on the sheet ‘Solidariska läkemedel’"
    one_of_the_diseases { names }
        sv "{names}, som i rubrikerna på det bladet"
        en "{names}, as in the headings of that sheet"
    correct_or_remove_remark {}
        sv "rätta namnet, eller ta bort raden om sjukdomen inte omfattas längre"
        en "correct the name, or remove the row if the disease is no longer covered"
    no_disease {}
        sv "det finns ingen kolumn för någon sjukdom"
        en "there is no column for any disease"
    disease_column {}
        sv "minst en kolumn med en sjukdoms namn som rubrik"
        en "at least one column with the name of a disease as its heading"
    name_disease {}
        sv "skriv sjukdomens namn som rubrik mellan Region och Summa"
        en "write the name of the disease as a heading between ‘Region’ and ‘Summa’"

    not_even { sum, amount, difference }
        sv "regionernas avrundade bidrag blir {sum} kr, {amount} kr ska fördelas: {difference}"
        en "the regions' rounded grants come to {sum} kr, and {amount} kr is to be allocated: {difference}"
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
        sv "jämför först befolkningen och kostnaderna med källan: gick det jämnt ut i överenskommelsen är något av dem fel. Säger överenskommelsen vem som får återstoden anges det på raden ”Återstod vid avrundning av statsbidraget”: largest_remainder, half_up_residual_to_largest eller explicit"
        en "first compare the population and the costs with the source: if it came out even in the agreement, one of them is wrong. If the agreement says who gets the residual, say so on the row ‘Återstod vid avrundning av statsbidraget’: ‘largest_remainder’, ‘half_up_residual_to_largest’ or ‘explicit’"
    taker_not_asked_for { region, word }
        sv "{region} ska få återstoden, men {word} ger den inte till någon viss region"
        en "{region} is to get the residual, but {word} gives it to no region in particular"
    choose_explicit { row }
        sv "välj explicit på raden {row}, eller töm cellen"
        en "choose ‘explicit’ on the row {row}, or empty the cell"
    explicit_without_region {}
        sv "”explicit” kräver en region"
        en "‘explicit’ requires a region"
    region_on_row {}
        sv "en region på raden ”Region som får återstoden”"
        en "a region on the row ‘Region som får återstoden’"
    taker_without_rule { region }
        sv "{region} ska ha fått återstoden, men inte enligt vad"
        en "{region} is said to have got the residual, but not by which rule"
    explicit_on_row {}
        sv "explicit på raden ”Återstod vid avrundning av bidraget”"
        en "‘explicit’ on the row ‘Återstod vid avrundning av bidraget’"
    fill_in_row_or_empty {}
        sv "fyll i den raden, eller töm cellen"
        en "fill in that row, or empty the cell"
    no_such_region { name }
        sv "{name} är inte någon av de 21 regionerna"
        en "{name} is none of the 21 regions"
    a_region {}
        sv "en regions namn, till exempel Skåne"
        en "the name of a region, for example ‘Skåne’"

    last_year_missing {}
        sv "föregående års statsbidrag saknas"
        en "last year's state grants are missing"
    column_for_all_regions {}
        sv "kolumnen Statsbidrag ifylld för alla regioner"
        en "the column ‘Statsbidrag’ filled in for all regions"
    or_archive_it {}
        sv "eller lägg föregående års cirkular.json i mappen foregaende-ar"
        en "or put last year's ‘cirkular.json’ in the folder ‘foregaende-ar’"
    archive_lacks { year, regions }
        sv "filen har inte statsbidraget {year} för {regions}"
        en "the file does not have the state grant of {year} for {regions}"
    all_or_none { count }
        sv "{count} regioners statsbidrag, eller ingens"
        en "the state grants of {count} regions, or of none"
    archive_it_whole {}
        sv "lägg hela föregående års cirkular.json i mappen"
        en "put the whole of last year's ‘cirkular.json’ in the folder"
    archived_amount { region, amount }
        sv "{region} fick {amount} kr i statsbidrag"
        en "{region} got a state grant of {amount} kr"
    one_krona_at_least {}
        sv "minst 1 kr"
        en "at least 1 kr"
    period_ends_before { from, to }
        sv "perioden för de solidariska kostnaderna går från {from} till {to}"
        en "the period of the costs of solidarity drugs goes from {from} to {to}"
    last_year_differs { region, grant, computed }
        sv "{region}: bidraget är {grant} kr men behovsmodell och solidariskt netto gånger befolkningen ger {computed} kr"
        en "{region}: the grant is {grant} kr but the needs model and the solidarity net times the population give {computed} kr"
    within_a_krona {}
        sv "skillnad på högst en krona"
        en "a difference of at most one krona"
    within { amount }
        sv "skillnad på högst {amount} kr, med återstoden"
        en "a difference of at most {amount} kr, the residual included"
    unrounded {}
        sv "fyll i oavrundade kronor per invånare från föregående års beräkning"
        en "fill in unrounded kronor per inhabitant from last year's calculation"
}
