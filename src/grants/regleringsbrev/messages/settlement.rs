//! What is said of the settlement of last year's profit and loss.

use crate::problem::messages;

messages! { "regleringsbrev.settlement":
    the_benefit {} sv "läkemedelsförmånen" en "the pharmaceutical benefit"
    hepatitis_c {} sv "hepatit C" en "hepatitis C"
    both_together {}
        sv "läkemedelsförmånen och hepatit C"
        en "the pharmaceutical benefit and hepatitis C"

    settled_otherwise { own, theirs }
        sv "förmånen och hepatit C avräknas {own}, men {theirs} enligt bladet Föregående år riket i lakemedel.xlsx"
        en "the pharmaceutical benefit and hepatitis C are settled {own}, but {theirs} according to the sheet ‘Föregående år riket’ in lakemedel.xlsx"
    same_choice {}
        sv "samma val i båda arbetsböckerna"
        en "the same choice in both workbooks"
    see_the_agreement {}
        sv "se efter i överenskommelsen vilket som gäller, och rätta det andra"
        en "see in the agreement which one applies, and correct the other"
    rebate_in_gross { year }
        sv "statens andel av återbäringen dras av i basen, men bidraget för {year} var brutto enligt bladet Föregående år riket i lakemedel.xlsx"
        en "the state's share of the rebate is deducted from the base, but the grant for {year} was gross according to the sheet ‘Föregående år riket’ in lakemedel.xlsx"
    zero_or_net {}
        sv "0 mnkr; eller ett nettobidrag i båda arbetsböckerna"
        en "0 million kr; or a net grant in both workbooks"
    rebate_not_divided {}
        sv "återbäringen dras av, men den är inte delad på förmånen och hepatit C, som avräknas var för sig"
        en "the rebate is deducted, but it is not divided between the pharmaceutical benefit and hepatitis C, which are settled separately"
    zero_or_together {}
        sv "0 mnkr, och belopp före återbäring; eller avräkning tillsammans"
        en "0 million kr, and amounts before rebate; or settlement together"
    no_base { part, amount }
        sv "det avtalade beloppet för {part} är {amount} mnkr, så det finns inget att stämma av mot"
        en "the agreed amount for {part} is {amount} million kr, so there is nothing to settle against"
    more_than_zero {}
        sv "mer än 0 mnkr, utan övrigt"
        en "more than 0 million kr, without the amount for other items (‘övrigt’)"
    leave_empty {}
        sv "lämna hela bladet tomt om inget ska stämmas av"
        en "leave the whole sheet empty if nothing is to be settled"
}
