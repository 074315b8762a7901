//! What is said of when: agreement years, the annexes' months, and where the adjustments are placed.

use crate::problem::messages;

messages! { "regleringsbrev.schedule":
    year_not_paid { year, budget_year }
        sv "avtalsår {year} betalas inte under budgetåret {budget_year}"
        en "agreement year {year} is not paid during the budget year {budget_year}"
    year_twice { year }
        sv "avtalsår {year} står redan på en rad ovanför"
        en "agreement year {year} already stands on a row above"
    a_row_for_each { earlier, later }
        sv "en rad för {earlier} och en för {later}"
        en "one row for {earlier} and one for {later}"
    year_missing { year }
        sv "avtalsår {year} saknas"
        en "agreement year {year} is missing"
    a_row_for { year }
        sv "en rad för avtalsår {year}"
        en "a row for agreement year {year}"

    months_unpaid { now, year, before, year_before }
        sv "efterslapet är {now} för {year} men var {before} för {year_before}; då betalar ingen utbetalning {year} de sista kostnadsmånaderna av {year_before}"
        en "the time lag is {now} for {year} but was {before} for {year_before}; no payment of {year} would then pay the last months of cost of {year_before}"
    months_without_cost { now, year, before, year_before }
        sv "efterslapet är {now} för {year} men var {before} för {year_before}; då betalas kostnadsmånader av {year_before} två gånger"
        en "the time lag is {now} for {year} but was {before} for {year_before}; months of cost of {year_before} would then be paid twice"
    pay_apart {}
        sv "rätta den uppgift som är fel; är ändringen avtalad kan regleringsbrevet inte räknas, eftersom överenskommelserna inte säger när månaderna i övergången betalas: ta ut regleringsbrev.xlsx ur mappen, så görs de andra dokumenten; året efter är efterslapet åter detsamma för båda åren"
        en "correct the value that is wrong; if the change is agreed, the directions for the appropriation cannot be computed, since the agreements do not say when the months in between are paid: take regleringsbrev.xlsx out of the folder, and the other documents are made; the year after, the time lag is again the same for both years"

    annex_out_of_order { number, expected }
        sv "bilagan har nummer {number}, men {expected} står på tur"
        en "the annex has number {number}, but {expected} is next"
    ends_before_it_begins { annex, first, last }
        sv "bilaga {annex} börjar i månad {first} men slutar i månad {last}"
        en "annex {annex} begins in month {first} but ends in month {last}"
    not_before_the_first {}
        sv "en sista månad som inte ligger före den första"
        en "a last month that is not before the first"
    already_paid { annex, first, other, last }
        sv "bilaga {annex} börjar i månad {first}, men bilaga {other} betalar redan till och med månad {last}"
        en "annex {annex} begins in month {first}, but annex {other} already pays up to and including month {last}"
    months_of_its_own {}
        sv "månader som ingen annan bilaga betalar, i samma ordning som bilagorna"
        en "months that no other annex pays, in the same order as the annexes"
    two_years { annex, lag }
        sv "bilaga {annex} betalar två avtalsår: till och med månad {lag} betalas föregående års kostnader, därefter årets"
        en "annex {annex} pays two agreement years: up to and including month {lag} the previous year's costs are paid, after that this year's"
    in_different_annexes { lag, next }
        sv "månad {lag} och månad {next} i olika bilagor"
        en "month {lag} and month {next} in different annexes"
    never_deducted { name, year }
        sv "{name} regleras för {year}, men är inget av det årets avdrag"
        en "{name} is settled for {year}, but is none of the deductions of that year"
    one_of_its_deductions {}
        sv "ett avdrag på bladet Avdrag föregående år i lakemedel.xlsx"
        en "a deduction on the sheet ‘Avdrag föregående år’ in lakemedel.xlsx"
    state_the_deduction {}
        sv "skriv namnet som där, eller lägg till avdraget där; är bara en del av avdragen kända sägs det på bladet Föregående år riket"
        en "write the name as there, or add the deduction there; if only some of the deductions are known, say so on the sheet ‘Föregående år riket’"

    annex_without_payment { annex }
        sv "bilaga {annex} betalar inget: enligt månadsplanen betalas inget i dess månader, och inget justeras i dem"
        en "annex {annex} pays nothing: by the monthly plan nothing is paid in its months, and nothing is adjusted in them"
    annexes_that_pay {}
        sv "bilagor som betalar något"
        en "annexes that pay something"

    adjustment_twice { kind }
        sv "{kind} står redan på en rad ovanför"
        en "{kind} already stands on a row above"
    one_row_each {}
        sv "varje justering på en enda rad"
        en "each adjustment on one row only"
    deduction_of_another_month {}
        sv "alla avdrag regleras på samma rad; ska ett av dem regleras i en annan månad, ta bort det från bladet Reglerade avdrag, använd ”annan” för den månaden, skriv regionernas belopp i kolumnen Annan justering och säg i skälet vilket avdrag det är"
        en "all deductions are settled on the same row; if one of them is to be settled in another month, remove it from the sheet ‘Reglerade avdrag’, use ‘annan’ for that month, enter the regions' amounts in the column ‘Annan justering’ and say in the reason which deduction it is"
    no_annex { annex }
        sv "bilaga {annex} finns inte"
        en "there is no annex {annex}"
    the_only_annex {}
        sv "bilaga 1, den enda på bladet Bilagor"
        en "annex 1, the only one on the sheet ‘Bilagor’"
    one_of_the_annexes { count }
        sv "någon av bilagorna 1–{count} på bladet Bilagor"
        en "one of the annexes 1–{count} on the sheet ‘Bilagor’"
    month_outside { month, annex }
        sv "månad {month} ligger inte i bilaga {annex}"
        en "month {month} is not in annex {annex}"
    the_only_month { month, annex }
        sv "månad {month}, den som bilaga {annex} betalar"
        en "month {month}, the one that annex {annex} pays"
    one_of_the_months { first, last, annex }
        sv "någon av månaderna {first}–{last}, som bilaga {annex} betalar"
        en "one of the months {first}–{last}, which annex {annex} pays"
    rebate_is_deducted { kind, year }
        sv "{kind} kan inte göras: bidraget för {year} var netto, så statens andel av återbäringen är redan avdragen"
        en "{kind} cannot be made: the grant for {year} was net (‘netto’), so the state's share of the rebates is already deducted"
    no_rebate_of_net {}
        sv "ingen justering av återbäring för ett nettobidrag; det som avviker från prognosen ingår i avstämningen av vinst och förlust"
        en "no adjustment of rebates for a net grant; what differs from the forecast is part of the settlement of profit and loss"
    remove_rebate {}
        sv "ta bort raden och beloppen; gäller de ett tidigare bruttoår, använd ”annan” och skriv det i skälet; var bidraget brutto, rätta kolumnen Återbäring dras av på bladet Komponenter föregående år i lakemedel.xlsx"
        en "remove the row and the amounts; if they concern an earlier gross year, use ‘annan’ and say so in the reason; if the grant was gross, correct the column ‘Återbäring dras av’ on the sheet ‘Komponenter föregående år’ in lakemedel.xlsx"
    no_such_group { kind, year }
        sv "{kind} kan inte göras: överenskommelsen för {year} har ingen sådan avräkningsgrupp"
        en "{kind} cannot be made: the agreement of {year} has no such settlement group"
    nothing_is_shared {}
        sv "ingen rad: den överenskommelsen har ingen vinst- och förlustdelning"
        en "no row: that agreement has no sharing of profit and loss"
    settle_as_agreed {}
        sv "följ överenskommelsen för det året; är uppgiften om den fel, rätta den på bladet Avräkningsgrupper föregående år i lakemedel.xlsx"
        en "follow that year's agreement; if what is said of it is wrong, correct it on the sheet ‘Avräkningsgrupper föregående år’ in lakemedel.xlsx"
    gross_without_rebate { year }
        sv "bidraget för {year} var brutto, men ingen återbäring dras av eller regleras"
        en "the grant for {year} was gross (‘brutto’), but no rebate is deducted or settled"
    row_of_rebate {}
        sv "en rad för ”återbäring, prognos” eller ”återbäring, slutlig”"
        en "a row for ‘återbäring, prognos’ or ‘återbäring, slutlig’"
    if_another_decision {}
        sv "är det ett annat beslut under året som gör det behöver inget ändras"
        en "if another decision in the year does so, nothing needs to be changed"
}
