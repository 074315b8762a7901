//! What is said of amounts: adjustments, payments and the appropriation.

use crate::problem::messages;

messages! { "regleringsbrev.amounts":
    difference { region, stated, computed }
        sv "{region}: skillnaden är {stated} kr men slutlig återbäring minus prognos är {computed} kr"
        en "{region}: the difference is {stated} kr, but the final rebate less the forecast is {computed} kr"
    same_to_the_ore {}
        sv "samma belopp på öret"
        en "the same amount, to the ‘öre’"
    two_amounts { region, kind, stated, computed }
        sv "{region}: {kind} är {stated} kr i arbetsboken men räknas till {computed} kr"
        en "{region}: {kind} is {stated} kr in the workbook but is computed as {computed} kr"
    same_to_the_krona {}
        sv "samma belopp på kronan"
        en "the same amount, to the krona"
    correct_or_clear {}
        sv "rätta kolumnen eller det beloppet räknas ur, eller töm den ena"
        en "correct the column or what the amount is computed from, or clear one of them"
    uneven { sum, whole }
        sv "regionernas avrundade delar blir {sum} kr, {whole} kr ska fördelas"
        en "the regions' rounded shares come to {sum} kr, but {whole} kr is to be allocated"
    rule_for_residual {}
        sv "en uttalad regel för återstoden"
        en "a stated rule for the residual"
    choose_rule {}
        sv "jämför först beloppen och befolkningen med källan. Säger beslutet vem som får återstoden, välj largest_remainder eller half_up_residual_to_largest"
        en "first compare the amounts and the population with the source. If the decision says who gets the residual, choose ‘largest_remainder’ or ‘half_up_residual_to_largest’"
    no_forecast {}
        sv "slutlig återbäring är ifylld, men inte prognosen"
        en "the final rebate is filled in, but the forecast is not"
    both_columns {}
        sv "båda kolumnerna; eller bara skillnaden mellan dem"
        en "both columns; or only the difference between them"
    no_amounts { kind }
        sv "{kind} ska göras, men det finns inga belopp för den"
        en "{kind} is to be made, but there are no amounts for it"
    not_to_be_made { kind }
        sv "det finns belopp för {kind}, men den ska inte göras"
        en "there are amounts for {kind}, but it is not to be made"
    row_for { kind }
        sv "en rad för {kind} på bladet Justeringar"
        en "a row for {kind} on the sheet ‘Justeringar’"
    say_where_or_clear {}
        sv "säg i vilken bilaga och månad den görs, eller töm beloppen"
        en "say in which annex and month it is made, or clear the amounts"
    appropriation_exceeded { used, granted, excess }
        sv "årets utbetalningar och medlen på rekvisition är {used} kr, men anslagsposterna {granted} kr: {excess} kr för mycket"
        en "the year's payments and the funds on requisition are {used} kr, but the appropriation items are {granted} kr: {excess} kr too much"
    sufficient_items {}
        sv "anslagsposter som räcker till årets utbetalningar"
        en "appropriation items that suffice for the year's payments"

    forecast_rebate_from {}
        sv "statens andel av prognostiserad återbäring; eller prognosen för alla regioner, och statens andel i procent"
        en "the state's share of the forecast rebate; or the forecast for all regions, and the state's share in percent"
    deductions_from {}
        sv "kolumnen Avdrag, reglering; eller bladet Reglerade avdrag ifyllt"
        en "the column ‘Avdrag, reglering’; or the sheet ‘Reglerade avdrag’ filled in"
    profit_or_loss_from {}
        sv "kolumnen med samma namn; eller bladet Avstämning ifyllt"
        en "the column of the same name; or the sheet ‘Avstämning’ filled in"
    final_rebate_from {}
        sv "slutlig minus prognos, eller båda för sig, för alla regioner; och statens andel i procent"
        en "the final rebate less the forecast, or each by itself, for all regions; and the state's share in percent"
    other_from {}
        sv "kolumnen Annan justering ifylld för alla regioner"
        en "the column ‘Annan justering’ filled in for all regions"

    permitted_twice { region, month }
        sv "{region} har redan ett medgivande för månad {month}"
        en "{region} already has a permission for month {month}"
    one_row_each {}
        sv "en rad per region och månad"
        en "one row for each region and month"
    permission_not_needed { region, amount, month }
        sv "{region} får {amount} kr i månad {month} och behöver inget medgivande"
        en "{region} gets {amount} kr in month {month} and needs no permission"
    only_zero_or_negative {}
        sv "bara utbetalningar som är noll eller negativa"
        en "only payments that are zero or negative"
    remove_row {}
        sv "ta bort raden"
        en "remove the row"
    payment_becomes { region, month, amount }
        sv "{region}: utbetalningen i {month} blir {amount} kr"
        en "{region}: the payment in {month} becomes {amount} kr"
    grant_too_small { region, month, amount }
        sv "{region}: utbetalningen i {month} blir {amount} kr, för att årets bidrag inte räcker till mer"
        en "{region}: the payment in {month} becomes {amount} kr, because the year's grant does not suffice for more"
    check_adjustment {}
        sv "kontrollera justeringen; är beloppet rätt, medge det på bladet Medgivna belopp"
        en "check the adjustment; if the amount is right, permit it on the sheet ‘Medgivna belopp’"
    payable {}
        sv "ett belopp som kan betalas ut, minst 1 kr"
        en "an amount that can be paid, at least 1 kr"
}
