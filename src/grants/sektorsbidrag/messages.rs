//! What is said where the amount cannot be shared out.

use crate::problem::messages;

messages! { "sektorsbidrag":
    not_even { sum, amount, difference }
        sv "regionernas avrundade belopp blir {sum} kr, {amount} kr ska fördelas: {difference}"
        en "the regions' rounded amounts come to {sum} kr, and {amount} kr is to be allocated: {difference}"
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
        sv "välj largest_remainder eller half_up_residual_to_largest"
        en "choose ‘largest_remainder’ or ‘half_up_residual_to_largest’"
    cannot_be_paid { region, amount }
        sv "{region}: sektorsbidraget blir {amount} kr"
        en "{region}: the sector grant comes to {amount} kr"
    payable_amount {}
        sv "ett belopp som kan betalas ut, minst 1 kr"
        en "an amount that can be paid, at least 1 kr"
    check_amount {}
        sv "kontrollera beloppet som fördelas"
        en "check the amount that is allocated"
}
