//! What the letter to a region tells in the past, from which cost a region is compensated, and which parts it has.

use super::says;
use super::variations::read;

#[test]
fn the_letter_tells_what_has_been_in_the_past() {
    says(
        &read("allt i brevet är betalat"),
        &[
            "Region Skåne har fått ",
            "beräknade, när de betalades ut och vad som har ändrats.",
            "Bidraget betalades ut första bankdagen i månaden",
            "Bidraget för 2024 var ",
            "skulle beloppet betalas ut den 1 mars 2024.",
            "beräknades regionen få",
        ],
    );
    says(
        &read("regionbesked-12-skane"),
        &[
            "Region Skåne får ",
            "ingår sektorsbidraget och medlen för försörjningsberedskap enligt 2024 års överenskommelse.",
            "Bidraget för 2023 var ",
            "Bidraget för 2024 är ",
            "Det är inte känt hur mycket som användes av 2023 års medel under 2023.",
        ],
    );
}

#[test]
fn the_letter_says_from_which_cost_a_region_is_compensated() {
    says(
        &read("under tröskeln"),
        &["landets kostnader, ersättningsnivåerna och den lägsta kostnaden för ersättning med"],
    );
    let reached =
        "kronor som krävs för ersättning. Det som överstiger medelkostnaden ersätts stegvis.";
    says(&read("över tröskeln"), &[reached]);
    says(
        &read("över tröskeln till ett steg"),
        &["kronor som krävs för ersättning. Av det som överstiger medelkostnaden ersätts"],
    );
}

#[test]
fn the_letter_speaks_of_what_there_is() {
    let text = read("brevet om bara läkemedelsförmånerna");
    says(
        &text,
        &[
            "Brevet visar hur beloppen är beräknade och vad som har ändrats.",
            "Bidraget för 2024 kan ändras i efterhand. Enligt överenskommelsen avräknas vinst och förlust i januari 2025",
        ],
    );
    for without in [
        "Sektorsbidrag",
        "betalas ut",
        "ningsberedskap",
        "överlappar",
        "Utbetalning under",
        "eddelade",
    ] {
        assert!(!text.contains(without), "{without}: {text}");
    }
    let text = read("brevet utan meddelade medel");
    says(&text, &["Sektorsbidraget är ", "När det gäller sektorsbidrag per invånare är platsen"]);
    assert!(!text.contains("övriga medel") && !text.contains("I beskedet den"), "{text}");
}
