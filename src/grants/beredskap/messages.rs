//! What is said where the workbook does not hang together.

use crate::problem::messages;

messages! { "beredskap":
    nothing_allocated { region, amount, year }
        sv "{region} tilldelas {amount} kr av {year} års medel"
        en "{region} is allocated {amount} kr of the money of {year}"
    krona_each {}
        sv "ett belopp som ger varje region minst en krona"
        en "an amount that gives each region at least one krona"
    used_too_much { region, excess, year, allocated }
        sv "{region} har använt {excess} kr mer av {year} års medel än de {allocated} kr som regionen har tilldelats"
        en "{region} has used {excess} kr more of the money of {year} than the {allocated} kr that it has been allocated"
    use_within_allocated {}
        sv "användning som tillsammans ryms i det tilldelade"
        en "uses that together fit in what was allocated"
    check_answers { sheet }
        sv "kontrollera svaret på bladet {sheet}, alla år"
        en "check the answer on the sheet ‘{sheet}’, all years"

    heading_unknown { heading }
        sv "rubriken {heading} säger inte vilka medel och vilket år den gäller"
        en "the heading {heading} does not say which money and which year it is about"
    any_heading { headings }
        sv "någon av {headings}"
        en "one of {headings}"
    correct_heading {}
        sv "rätta kolumnens rubrik"
        en "correct the heading of the column"
    outside_period { agreement, year }
        sv "{agreement} års medel får inte användas {year}"
        en "the money of {agreement} may not be used in {year}"
    year_in_period { from, to }
        sv "ett år i perioden {from}–{to}"
        en "a year in the period {from}–{to}"
    year_not_over { year, follow_up }
        sv "{year} är inte slut när uppföljningen för {follow_up} görs"
        en "{year} is not over when the follow-up for {follow_up} is made"
    use_until { year }
        sv "användning till och med {year}"
        en "use up to and including {year}"

    no_population { day }
        sv "bladet Befolkning har ingen kolumn för {day}"
        en "the sheet ‘Befolkning’ has no column for {day}"
    column_headed { heading }
        sv "en kolumn på bladet Befolkning med rubriken {heading}"
        en "a column on the sheet ‘Befolkning’ headed {heading}"
    population_unknown { heading }
        sv "rubriken {heading} är inte befolkningen den dag som någon överenskommelses medel fördelas efter"
        en "the heading {heading} is not the population of a day that the money of any agreement is allocated by"
    correct_heading_or_day {}
        sv "rätta rubriken eller dagen på bladet Överenskommelser, eller ta bort kolumnen"
        en "correct the heading, or the day on the sheet ‘Överenskommelser’, or remove the column"
    counted_another_day { column, day }
        sv "{column} gäller {day}"
        en "{column} holds for {day}"

    agreement_twice { year }
        sv "överenskommelsen {year} står två gånger"
        en "the agreement of {year} occurs twice"
    keep_row {}
        sv "behåll den rad som gäller"
        en "keep the row that applies"
    agreement_after { year, before }
        sv "överenskommelsen {year} står efter den för {before}"
        en "the agreement of {year} stands after that of {before}"
    oldest_first {}
        sv "överenskommelserna i tidsordning, den äldsta först"
        en "the agreements in order of time, the oldest first"
    period_backwards { from, to }
        sv "medlen får användas från {from} men bara till {to}"
        en "the money may be used from {from} but only until {to}"
    first_not_after_last {}
        sv "ett första år som inte ligger efter det sista"
        en "a first year that is not after the last"
    repaid_too_early { day, to }
        sv "oanvända medel ska återbetalas {day} fast de får användas till och med {to}"
        en "unused money is to be repaid on {day} although it may be used up to and including {to}"
    day_after_last_year {}
        sv "en dag efter det sista året som medlen får användas"
        en "a day after the last year in which the money may be used"

    list_unknown { name }
        sv "listan {name} finns inte bland de andra listorna"
        en "the list {name} is not among the other lists"
    name_of_list {}
        sv "namnet på en annan lista på bladet"
        en "the name of another list on the sheet"
    part_is_longer { part, whole }
        sv "listan har {part} substanser men den lista den ingår i bara {whole}"
        en "the list has {part} substances but the list that it is part of only {whole}"
    no_longer_than_whole {}
        sv "högst lika många substanser som i hela listan"
        en "at most as many substances as the whole list has"
    earlier_incomplete { column }
        sv "kolumnen {column} är tom fast den andra om tidigare version är ifylld"
        en "the column {column} is empty although the other one about the earlier version is filled in"
    both_or_neither {}
        sv "fyll i båda, eller töm båda"
        en "fill in both, or empty both"

    goal_twice { care }
        sv "{care} har redan ett utvärderat mål"
        en "{care} already has an evaluated goal"
    keep_one_goal {}
        sv "behåll ett utvärderat mål för varje vårdtyp"
        en "keep one evaluated goal for each type of care"
    no_answers { care }
        sv "ingen kolumn har svaren för {care}"
        en "no column has the answers for {care}"
    column_for_each_goal {}
        sv "en kolumn för varje vårdtyp vars mål har utvärderats"
        en "a column for each type of care whose goal has been evaluated"
    add_column {}
        sv "lägg till kolumnen, eller skriv nej i målets kolumn Utvärderat"
        en "add the column, or write ‘nej’ in the goal's column ‘Utvärderat’"
    goal_incomplete { column }
        sv "målet är utvärderat men kolumnen {column} är tom"
        en "the goal has been evaluated but the column {column} is empty"
    fill_in_goal {}
        sv "fyll i den, eller skriv nej i kolumnen Utvärderat"
        en "fill it in, or write ‘nej’ in the column ‘Utvärderat’"
    answers_without_goal { care }
        sv "{care} har svar men inget utvärderat mål"
        en "{care} has answers but no evaluated goal"
    an_evaluated_goal {}
        sv "ett mål med ja i kolumnen Utvärderat på bladet Mål"
        en "a goal with ‘ja’ in the column ‘Utvärderat’ on the sheet ‘Mål’"
    level_out_of_order { level, number }
        sv "nivå {level} står där nivå {number} väntas"
        en "level {level} stands where level {number} is expected"
    levels_in_order {}
        sv "nivåer numrerade från 1 i stigande ordning"
        en "levels numbered from 1 in rising order"
}
