//! What is said of sets that cannot be held against each other.

use crate::problem::messages;

messages! { "comparison":
    no_trace {}
        sv "siffrorna går inte att läsa"
        en "the figures cannot be read"
    another_trace { version, own }
        sv "spåret har version {version}, och det här programmet läser version {own}"
        en "the trace is of version {version}, and this program reads version {own}"
    does_not_follow { figure }
        sv "siffran {figure} följer inte av dem den sägs vara räknad ur"
        en "the figure {figure} does not follow from those it is said to be computed from"
    no_workbook {}
        sv "arbetsboken finns inte, eller går inte att läsa"
        en "the workbook is not there, or cannot be read"
    make_one {}
        sv "statsbidrag scaffold ÅR --rattelse gör en tom att fylla i"
        en "statsbidrag scaffold YEAR --rattelse makes an empty one to fill in"
    not_of_the_year { year, old, new }
        sv "en rättelse är av två uppsättningar för samma år: arbetsboken gäller {year}, och uppsättningarna {old} och {new}"
        en "a correction is of two sets of the same year: the workbook is of {year}, and the sets of {old} and {new}"
    corrected_before {}
        sv "ett beslut kan inte rättas före den dag det fattades"
        en "a decision cannot be corrected before the day it was made"
    beyond_bounds { figure, limit }
        sv "siffran {figure} är större än {limit}, vilket inga statsbidrag är"
        en "the figure {figure} is larger than {limit}, which no grant is"
    they_have { names }
        sv "något av det som båda uppsättningarna har: {names}"
        en "something that both sets have: {names}"
    nobody_decided {}
        sv "inget, eftersom uppsättningarna inte har något beslut gemensamt"
        en "nothing, since the sets have no decision in common"
    not_paid_in { month, first, last }
        sv "planen har ingen utbetalning i {month}: den går från {first} till {last}"
        en "the plan has no payment in {month}: it goes from {first} to {last}"
    paid_by_then { month, day }
        sv "utbetalningen i {month} görs den {day}, före rättelsens datum"
        en "the payment in {month} is made on {day}, before the date of the correction"
    a_later_payment {}
        sv "en dag i den månad vars utbetalning ska reglera skillnaden, eller efter planens slut"
        en "a day in the month whose payment is to settle the difference, or after the end of the plan"
    settled_before {}
        sv "skillnaden kan inte regleras före rättelsens datum"
        en "the difference cannot be settled before the date of the correction"
    no_such_decision { name }
        sv "båda uppsättningarna har inte något beslut som heter {name}"
        en "not both sets have a decision named {name}"
    not_of_the_decision { said }
        sv "{said} är inte vad det beslut som rättas har i den äldre uppsättningen"
        en "{said} is not what the decision that is corrected has in the older set"
    as_in_the_decision {}
        sv "skriv som i beslutet som rättas; är det ett annat beslut, ange det på raden Rättelsen avser"
        en "write as in the decision that is corrected; if it is another decision, name it on the row ‘Rättelsen avser’"
    nothing_to_correct { name }
        sv "inget belopp i {name} skiljer mellan uppsättningarna"
        en "no amount of {name} differs between the sets"
    verify_it {}
        sv "pröva uppsättningen med statsbidrag verify"
        en "verify the set with statsbidrag verify"
}
