//! What is said of the settlement of last year's profit and loss.

use crate::problem::messages;

messages! { "regleringsbrev.settlement":
    rebates_alone {}
        sv "utfallet av återbäringen är ifyllt, men bladet Avstämning är tomt"
        en "the outcome of the rebates is filled in, but the sheet ‘Avstämning’ is empty"
    settlement_or_empty {}
        sv "bladet Avstämning ifyllt; eller en tom cell om inget ska stämmas av"
        en "the sheet ‘Avstämning’ filled in; or an empty cell if nothing is to be settled"
    residual_missing {}
        sv "bladet Avstämning är ifyllt, men det står inte vem som får återstoden vid avrundning"
        en "the sheet ‘Avstämning’ is filled in, but it is not said who gets the residual of rounding"
    residual_choice {}
        sv "ett val på raden ”Avstämning, återstod vid avrundning”"
        en "a choice on the row ‘Avstämning, återstod vid avrundning’"
    rebates_missing {}
        sv "återbäring är avdragen i det som stäms av, men utfallet av den saknas"
        en "rebates are subtracted in what is settled, but their outcome is missing"
    rebates_outcome {}
        sv "statens andel av återbäringen för hela landet, i mnkr"
        en "the state's share of the rebates for the whole country, in million kr"
    component_twice { name }
        sv "{name} står redan på en rad ovanför"
        en "{name} already stands on a row above"
    keep_right_row {}
        sv "behåll den rad som är rätt"
        en "keep the row that is right"
    not_settled { name, year }
        sv "komponenten {name} avräknas inte enligt överenskommelsen för {year}"
        en "the component {name} is not settled by the agreement of {year}"
    nothing_is_settled {}
        sv "inget utfall: ingen komponent har en avräkningsgrupp på bladet Komponenter föregående år i lakemedel.xlsx"
        en "no outcome: no component has a settlement group on the sheet ‘Komponenter föregående år’ in lakemedel.xlsx"
    outcome_missing { name }
        sv "utfallet för {name} saknas"
        en "the outcome of {name} is missing"
    a_row_for_each { year }
        sv "en rad för varje komponent som avräknas enligt överenskommelsen för {year}"
        en "a row for each component that is settled by the agreement of {year}"
    rebate_in_gross { year }
        sv "statens andel av återbäringen är ifylld, men enligt bladet Komponenter föregående år i lakemedel.xlsx dras ingen återbäring av från det som avräknas för {year}"
        en "the state's share of the rebates is filled in, but according to the sheet ‘Komponenter föregående år’ in lakemedel.xlsx no rebates are subtracted from what is settled of {year}"
    zero_or_net {}
        sv "0 mnkr; eller ja i kolumnen Återbäring dras av i lakemedel.xlsx"
        en "0 million kr; or ‘ja’ in the column ‘Återbäring dras av’ in lakemedel.xlsx"
    rebate_not_divided {}
        sv "återbäringen dras av från flera avräkningsgrupper, men den är inte delad på dem"
        en "the rebates are subtracted from several settlement groups, but they are not divided between them"
    zero_or_together {}
        sv "0 mnkr, och kostnader efter återbäring; eller en enda grupp med återbäring"
        en "0 million kr, and costs after rebates; or a single group with rebates"
    no_base { part, amount }
        sv "det avtalade beloppet för {part} är {amount} mnkr, så det finns inget att stämma av mot"
        en "the agreed amount for {part} is {amount} million kr, so there is nothing to settle against"
    more_than_zero {}
        sv "mer än 0 mnkr, utan övrigt"
        en "more than 0 million kr, without the amount for other items (‘övrigt’)"
    leave_empty {}
        sv "lämna bladet Avstämning tomt om inget ska stämmas av"
        en "leave the sheet ‘Avstämning’ empty if nothing is to be settled"
}
