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

    adjustment_twice { kind }
        sv "{kind} står redan på en rad ovanför"
        en "{kind} already stands on a row above"
    one_row_each {}
        sv "varje justering på en enda rad"
        en "each adjustment on one row only"
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
    settled_twice {}
        sv "vinst och förlust avräknas både tillsammans och var för sig"
        en "profit and loss are settled both together and separately"
    settled_one_way {}
        sv "antingen en rad för båda, eller en för förmånen och en för hepatit C"
        en "either one row for both, or one for the pharmaceutical benefit and one for hepatitis C"
}
