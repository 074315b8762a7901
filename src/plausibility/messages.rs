//! What is said of what looks wrong.

use crate::problem::messages;

messages! { "plausibility":
    beyond { name, value }
        sv "{name} är {value}, och brukar inte vara det"
        en "{name} is {value}, and usually is not"
    usually { least, greatest }
        sv "vanligen mellan {least} och {greatest}"
        en "usually between {least} and {greatest}"
    another_unit { other }
        sv "står det i en annan enhet? {other} vore vanligt"
        en "is it in another unit? {other} would be usual"
    less_than_a_percent { name, value }
        sv "{name} är {value}, alltså mindre än en procent"
        en "{name} is {value}, which is less than one percent"
    check_or_confirm {}
        sv "jämför med källan; är det rätt, bekräfta det på bladet Bekräftade varningar"
        en "compare it with the source; if it is right, confirm it on the sheet ‘Bekräftade varningar’"
    changed { name, whose, value, before }
        sv "{name}{whose}: {value}, mot {before} året före eller efter, är en större ändring än vanligt"
        en "{name}{whose}: {value}, against {before} the year before or after, is a larger change than usual"
    unlike { name, whose, value, other }
        sv "{name}{whose}: {value} är av en annan storlek än {other}, som det ska jämföras med"
        en "{name}{whose}: {value} is of another size than {other}, with which it is compared"
    exchanged { name, one, two }
        sv "{name}: {one} och {two} ser ut att ha bytt plats"
        en "{name}: {one} and {two} seem to have changed places"
    rows_moved { name, day }
        sv "{name} ser ut att stå en rad fel: raderna stämmer med grannradens folkmängd den {day}"
        en "{name} seems to stand one row off: the rows agree with the population of the row beside on {day}"
    rows_reordered { name, day }
        sv "{name} ser ut att stå i en annan ordning än regionerna: talen är ungefär de som gällde den {day}, men på andra rader"
        en "{name} seems to stand in another order than the regions: the numbers are about those of {day}, but on other rows"
    put_in_order {}
        sv "klistra in kolumnen på nytt, med regionerna i samma ordning som i källan"
        en "paste the column again, with the regions in the same order as in the source"
    left_from_before { name, day, before }
        sv "{name} den {day} är på varje rad densamma som den {before}: ser ut att stå kvar från tidigare"
        en "{name} of {day} is on every row the same as on {before}: it seems to have been left from before"
    another_population { region, own, day, other, other_day }
        sv "{region}: {own} invånare den {day} stämmer inte med {other} den {other_day}, som står på ett annat blad"
        en "{region}: {own} inhabitants on {day} do not agree with {other} on {other_day}, which stand on another sheet"
    out_of_proportion { name, whose, value }
        sv "{name}, {whose}: {value} avviker från alla andra"
        en "{name}, {whose}: {value} differs from all others"
    like_the_others {}
        sv "ett tal av samma storlek som de andra"
        en "a number of the same size as the others"
    like_the_others_per_inhabitant {}
        sv "ungefär lika mycket per invånare som de andra"
        en "about as much per inhabitant as the others"
    unlike_the_one_beside { key, value, beside, other }
        sv "{key}: {value} avviker från {beside}, {other}"
        en "{key}: {value} differs from {beside}, {other}"
    another_payee { number, region }
        sv "{number} är inte organisationsnumret för Region {region}"
        en "{number} is not the organisation number of Region {region}"
    confirms_nothing { code, sheet, cell, value }
        sv "det finns ingen varning {code} om {value} på bladet {sheet}, cell {cell}"
        en "there is no warning {code} about {value} on the sheet {sheet}, cell {cell}"
    correct_or_remove {}
        sv "rätta raden efter varningen, eller ta bort den"
        en "correct the row after the warning, or remove it"
    old_source { name, source, year }
        sv "{name}: källan {source} nämner inget senare år än {year}"
        en "{name}: the source {source} names no later year than {year}"
    in_the_register { number }
        sv "{number}, som i registret över regionerna"
        en "{number}, as in the register of the regions"
}
