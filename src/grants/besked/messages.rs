//! What is said where the overview does not agree with itself or with sektorsbidraget.

use crate::problem::messages;

messages! { "besked":
    less_than_sector_grant { region, amount, sector_grant }
        sv "{region}: medlen är {amount} mnkr men bara sektorsbidraget är {sector_grant} mnkr"
        en "{region}: the money is {amount} million kr but the sector grant alone is {sector_grant} million kr"
    sector_grant_included {}
        sv "medel där sektorsbidraget ingår"
        en "money that includes the sector grant"
    check_unit {}
        sv "kontrollera att beloppet är i miljoner kronor och att sektorsbidraget är inräknat"
        en "check that the amount is in millions of kronor and that the sector grant is counted in"
    not_so_even { amount, step }
        sv "det nämnda beloppet, {amount} mnkr, är inte avrundat till närmaste {step} mnkr"
        en "the amount spoken of, {amount} million kr, is not rounded to the nearest {step} million kr"
    as_even_as_said {}
        sv "ett belopp så jämnt som avrundningen säger"
        en "an amount as even as the rounding says"
    correct_amount_or_step {}
        sv "rätta beloppet, eller raden som säger vad det är avrundat till"
        en "correct the amount, or the row that says what it is rounded to"
}
