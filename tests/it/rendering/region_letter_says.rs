//! What the letter to a region says of what was used, and of what changes afterwards.

use super::says;
use super::variations::read;

#[test]
fn the_letter_says_what_is_used_and_which_goals_are_met() {
    says(
        &read("regionbesked-12-skane"),
        &[
            "procent, mer än medelvärdet av regionernas andelar",
            "Att den befolkningen används för 2023 och 2024 års medel är ett antagande.",
            "Det är inte känt hur mycket som användes av 2023 års medel under 2023.",
            "Överenskommelsen för 2024 anger ingen dag.",
            "är nått.",
            "Tal som är märkta med * är preliminära.",
        ],
    );
    says(
        &read("allt är använt och ett mål missat"),
        &["har regionen använt allt, mer än", "en vecka. Målet, minst fyra veckor, är inte nått."],
    );
    let text = read("mindre använt än genomsnittet");
    says(
        &text,
        &[
            "har regionen använt allt utom ",
            "kronor, mindre än medelvärdet av regionernas andelar",
            "För 2022 års medel har den dagen passerat.",
        ],
    );
    assert!(!text.contains("antagande") && !text.contains("tar resten. mars"), "{text}");
}

#[test]
fn what_does_not_change_afterwards_or_is_over_is_told_so() {
    says(
        &read("det som kunde ändras har passerat"),
        &[
            "Bidraget för 2024 kunde ändras i efterhand. \
             Enligt överenskommelsen skulle vinst och förlust avräknas i januari 2025",
            "skulle enligt överenskommelsen regleras senast i utbetalningen i februari 2025, \
             om skillnaden mot avdraget var större än 100 000 kronor.",
        ],
    );
    let text = read("inget ändras i efterhand i brevet");
    says(&text, &["Bidraget för 2024 ändras inte i efterhand."]);
    assert!(!text.contains("avräknas vinst och förlust"), "{text}");
    says(
        &read("utfallet blev inom gränserna i brevet"),
        &[
            "Vinst/förlust förmånen 2023: Utfallet för läkemedelsförmånen 2023",
            "Utfallet höll sig inom gränserna, och inget fördelas.",
            "Medel som inte hade använts skulle vara återbetalade senast den dag som står i tabell 4.",
        ],
    );
}
