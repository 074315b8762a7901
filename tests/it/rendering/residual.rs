//! What annexes and the plan say of the residual of twelve months, and of what no annex pays; the variations are the
//! letter's.

use super::says;
use super::variations::read;

#[test]
fn the_residual_is_stated_placed_or_absent() {
    for (name, phrases) in [
        (
            "bilaga-4",
            ["tillsammans 36 kronor mer än", "Skillnaden regleras inte i någon utbetalning."],
        ),
        (
            "återstoden placeras",
            [
                "36 kronor mer än bidraget för 2024",
                "Skillnaden regleras i utbetalningen i februari 2025, avtalsårets sista.",
            ],
        ),
        (
            "tolv månader räcker inte",
            ["36 kronor mindre än bidraget för 2024", "Skillnaden regleras"],
        ),
        ("ingen återstod", ["Tolv månadsbelopp är tillsammans lika med", "bidraget för 2024, "]),
        (
            "återstoden placeras i planen",
            ["Skillnaden regleras i den sista utbetalningen.", "Justering Återstod Totalt"],
        ),
    ] {
        says(&read(name), &phrases);
    }
    assert!(!read("betalningsplan").contains("Justering Återstod"), "no empty column");
}

#[test]
fn the_plan_says_what_it_leaves_out_and_what_is_meant() {
    says(
        &read("betalningsplan"),
        &[
            "Justeringarna minskar utbetalningarna med 1 224 440 974 kronor.",
            "3 200 979 143 kronor, ingår i planen men inte i någon bilaga till beslutet.",
            "Den har 252 poster, och kontrollsumman är 36 697 844 208 kronor.",
        ],
    );
    let text = read("planen utan justeringar");
    says(
        &text,
        &[
            "Ingen utbetalning justeras.",
            "Alla utbetalningar följer bilagorna till regeringens beslut II:1 den 18 april 2024.",
        ],
    );
    assert!(!text.contains("Justeringar"), "{text}");
    says(&read("planen med justeringar uppåt"), &["Justeringarna ökar utbetalningarna med"]);
    says(
        &read("planen med justeringar som tar ut varandra"),
        &["Justeringarna ändrar inte summan."],
    );
    let text = read("medgivna belopp");
    says(&text, &["Gotland, februari 2024: Återbäringen är större än månadsbeloppet."]);
}

#[test]
fn an_outcome_within_the_limits_changes_no_payment() {
    let text = read("utfallet blev inom gränserna");
    says(
        &text,
        &[
            "förlustdelningen för läkemedelsförmånen för 2023 ändrar ingen utbetalning, eftersom utfallet höll sig inom gränserna.",
            "förlustdelningen för 2023 ändrar ingen utbetalning",
        ],
    );
    assert!(!text.contains("vilket inte ändrar summan"), "{text}");
    says(&read("planen med en justering"), &["Justeringen minskar utbetalningarna med"]);
    says(
        &read("utfallet utanför gränserna delas inte"),
        &[
            "Utfallet ligger utanför gränserna, men staten tar ingen del av det och inget regleras.",
            "Utfallet ligger mellan gränserna, och inget regleras.",
        ],
    );
}
