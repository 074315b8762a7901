//! What is said of the sheets' items and rows: dates in order, numbers that are such, one row of each.

use crate::problem::messages;

messages! { "regleringsbrev.items":
    without_group {}
        sv "det står inte vilken avräkningsgrupp raden gäller"
        en "it is not said which settlement group the row concerns"
    group_of_last_year {}
        sv "en grupp på bladet Avräkningsgrupper föregående år i lakemedel.xlsx"
        en "a group on the sheet ‘Avräkningsgrupper föregående år’ in lakemedel.xlsx"
    group_of_another { kind }
        sv "{kind} gäller ingen avräkningsgrupp"
        en "{kind} concerns no settlement group"
    no_group {}
        sv "en tom cell; bara vinst/förlust har en grupp"
        en "an empty cell; only ‘vinst/förlust’ has a group"
    column_of_no_group { heading }
        sv "rubriken {heading} nämner ingen avräkningsgrupp"
        en "the heading {heading} names no settlement group"
    heading_of_group {}
        sv "”Vinst/förlust, ” och gruppens namn, till exempel: Vinst/förlust, förmånen"
        en "‘Vinst/förlust, ’ and the group's name, for example: ‘Vinst/förlust, förmånen’"
    group_in_two_columns { heading }
        sv "rubriken {heading} nämner samma avräkningsgrupp som en annan kolumn"
        en "the heading {heading} names the same settlement group as another column"
    first_changes_nothing {}
        sv "beslutet är ett regleringsbrev, det första för budgetåret, men sägs ändra ett annat"
        en "the decision is a ‘regleringsbrev’, the first of the budget year, but is said to change another"
    empty_or_a_change {}
        sv "en tom cell, eller ”ändring av regleringsbrev” på raden Beslutet är"
        en "an empty cell, or ‘ändring av regleringsbrev’ on the row ‘Beslutet är’"
    changed_without_number {}
        sv "beslutet som ändras har datum men inget diarienummer"
        en "the decision that is amended has a date but no registration number"
    changed_without_date {}
        sv "beslutet som ändras har diarienummer men inget datum"
        en "the decision that is amended has a registration number but no date"
    both_or_neither {}
        sv "både datum och diarienummer för det beslut som ändras, eller inget av dem"
        en "both the date and the registration number of the decision that is amended, or neither"
    changes_a_later { own, changed }
        sv "beslutet av den {own} skulle ändra ett som är från den {changed}"
        en "the decision of {own} would amend one of {changed}"
    earlier_date {}
        sv "ett tidigare datum än regleringsbrevets"
        en "an earlier date than that of the appropriation directions"
    decided_another_year { date, budget_year }
        sv "beslutet är från {date} men gäller budgetåret {budget_year}"
        en "the decision is of {date} but applies to the budget year {budget_year}"
    date_in { earlier, later }
        sv "ett datum under {earlier} eller {later}"
        en "a date in {earlier} or {later}"
    agreed_after { agreed, decided }
        sv "överenskommelsen godkändes {agreed}, efter regleringsbrevet {decided}"
        en "the agreement was approved on {agreed}, after the appropriation directions of {decided}"
    date_before {}
        sv "ett datum före regleringsbrevets"
        en "a date before that of the appropriation directions"
    requisition_too_early { requisition, decided }
        sv "medlen ska rekvireras senast {requisition}, före beslutet {decided}"
        en "the funds are to be requisitioned by {requisition}, before the decision of {decided}"
    day_after_decision {}
        sv "en dag efter beslutet"
        en "a day after the decision"
    account_too_early { account, requisition }
        sv "medlen ska redovisas senast {account}, innan de måste rekvireras {requisition}"
        en "the funds are to be accounted for by {account}, before they must be requisitioned on {requisition}"
    day_after_requisition {}
        sv "en dag efter sista rekvisitionsdag"
        en "a day after the last day of requisition"
    nobody_who { role }
        sv "ingen rad har uppgiften {role}"
        en "no row has the task {role}"
    one_of_each_role {}
        sv "en som beslutar och en föredragande"
        en "one who decides (‘beslutar’) and one who presents the matter (‘föredragande’)"

    no_organisation_number { text }
        sv "{text} är inte ett organisationsnummer"
        en "{text} is not an organisation number"
    wrong_check_digit { number, given, expected }
        sv "{number} kan inte vara ett organisationsnummer: kontrollsiffran är {given}, men {expected} följer av de nio andra"
        en "{number} cannot be an organisation number: the check digit is {given}, but {expected} follows from the other nine"
    ten_digits {}
        sv "tio siffror, som 232100-0016"
        en "ten digits, such as 232100-0016"
    same_number { other, region }
        sv "{other} och {region} har samma organisationsnummer"
        en "{other} and {region} have the same organisation number"
    number_of_its_own {}
        sv "ett eget nummer för varje region"
        en "a number of its own for each region"

    the_decision {} sv "regeringsbeslutet" en "the government decision"
    the_date {} sv "beslutsdatumet" en "the date of the decision"
    the_registration_number {} sv "diarienumret" en "the registration number"
    named_otherwise { what, year, own, theirs }
        sv "{what} för avtalsår {year} är {own} men {theirs}"
        en "{what} for agreement year {year} is {own}, but also {theirs}"
    named_otherwise_in { what, year, own, theirs, place }
        sv "{what} för avtalsår {year} är {own} men {theirs} i {place}"
        en "{what} for agreement year {year} is {own}, but {theirs} in {place}"
    same_in_both {}
        sv "samma uppgift i båda arbetsböckerna"
        en "the same value in both workbooks"

    no_deduction { name }
        sv "{name} är inte något avdrag på bladet Avdrag i lakemedel.xlsx"
        en "{name} is no deduction on the sheet ‘Avdrag’ in lakemedel.xlsx"
    no_funds {}
        sv "ingen rad, eftersom överenskommelsen inte har några avdrag"
        en "no row, since the agreement has no deductions"
    funds_twice { name }
        sv "{name} står redan på en rad ovanför"
        en "{name} already stands on a row above"
    funds_missing { name }
        sv "det finns ingen rad för avdraget {name}"
        en "there is no row for the deduction {name}"
    funds_for_each {}
        sv "en rad för varje avdrag som inte är noll"
        en "a row for each deduction that is not zero"

    item_twice { number }
        sv "anslagspost {number} står redan på en rad ovanför"
        en "appropriation item {number} already stands on a row above"
    keep_one {}
        sv "behåll den rad som gäller"
        en "keep the row that applies"
    no_region { text }
        sv "{text} är inte någon av de 21 regionerna"
        en "{text} is none of the 21 regions"
    meant { region }
        sv "menas {region}?"
        en "did you mean {region}?"
    name_of_a_region {}
        sv "en regions namn, till exempel Skåne"
        en "the name of a region, for example ‘Skåne’"
    residual_of_deductions_missing {}
        sv "bladet Reglerade avdrag är ifyllt, men det är inte sagt vem som tar återstoden vid avrundning"
        en "the sheet ‘Reglerade avdrag’ is filled in, but it is not said who takes the residual of rounding"
    choice_of_residual {}
        sv "ett val på raden ”Avdrag, återstod vid avrundning”"
        en "a choice on the row ‘Avdrag, återstod vid avrundning’"
    name_without_letters { name }
        sv "{name} har ingen bokstav eller siffra, så avdragets siffror kan inte heta efter det"
        en "{name} has no letter or digit, so the deduction's figures cannot be named after it"
}
