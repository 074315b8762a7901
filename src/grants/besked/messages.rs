//! What is said where the overview does not agree with itself or with a decision.

use crate::problem::messages;

messages! { "besked":
    less_than_decisions { region, amount, decided }
        sv "{region}: medlen är {amount} mnkr men bara de beslut som ingår är {decided} mnkr"
        en "{region}: the money is {amount} million kr but the decisions included are {decided} million kr alone"
    not_what_was_spoken_of { sum, spoken }
        sv "medlen per region är tillsammans {sum} mnkr, men det belopp som har nämnts är {spoken} mnkr"
        en "the money per region comes to {sum} million kr, but the amount spoken of is {spoken} million kr"
    check_both {}
        sv "kontrollera beloppen på bladet Medel per region, deras enhet, och det belopp som har nämnts"
        en "check the amounts on the sheet ‘Medel per region’, their unit, and the amount spoken of"
    decisions_included {}
        sv "medel där de beslut som står på bladet ”Beslut som ingår” är inräknade"
        en "money that includes the decisions on the sheet ‘Beslut som ingår’"
    check_unit {}
        sv "kontrollera att beloppet är i miljoner kronor och att besluten är inräknade"
        en "check that the amount is in millions of kronor and that the decisions are counted in"
    decision_twice { name }
        sv "beslutet {name} står redan på bladet"
        en "the decision {name} already stands on the sheet"
    keep_one {}
        sv "ta bort raden: medlen får bara räknas in en gång"
        en "remove the row: the money may be counted in only once"
    not_to_regions { name }
        sv "mottagarna i beslutet {name} är inte regionerna"
        en "the recipients of the decision {name} are not the regions"
    population_day {}
        sv "dagen som befolkningen gäller saknas"
        en "the day that the population holds for is missing"
    write_the_day {}
        sv "skriv dagen på raden Per datum"
        en "write the day on the row Per datum"
    no_population {}
        sv "ingen befolkning att dela medlen med: inget beslut som ingår har någon"
        en "no population to divide the money by: no decision included has one"
    fill_in_population {}
        sv "fyll i bladet Befolkning"
        en "fill in the sheet Befolkning"
    not_so_even { amount, step }
        sv "det nämnda beloppet, {amount} mnkr, är inte avrundat till närmaste {step} mnkr"
        en "the stated amount, {amount} million kr, is not rounded to the nearest {step} million kr"
    as_even_as_said {}
        sv "ett belopp så jämnt som avrundningen säger"
        en "an amount rounded as the rounding row says"
    correct_amount_or_step {}
        sv "rätta beloppet, eller raden som säger vad det är avrundat till"
        en "correct the amount, or the row that says what it is rounded to"
}
