//! What is said of the settlement of last year's profit and loss.

use crate::problem::messages;

messages! { "regleringsbrev.settlement":
    half_a_settlement { sheet }
        sv "bladet {sheet} är ifyllt men inte det här"
        en "the sheet {sheet} is filled in but not this one"
    both_sheets {}
        sv "både Avstämning och Utfall ifyllda; eller båda tomma om inget ska stämmas av"
        en "both ‘Avstämning’ and ‘Utfall’ filled in; or both empty if nothing is to be settled"
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
        sv "lämna bladen Avstämning och Utfall tomma om inget ska stämmas av"
        en "leave the sheets ‘Avstämning’ and ‘Utfall’ empty if nothing is to be settled"
}
