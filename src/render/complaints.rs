//! What Typst says most often of a template, in Swedish with what to do about it. Knows messages, no places.

/// What Typst says, and what the user is told: text and help. The first whose words Typst uses.
const COMPLAINTS: &[(&str, &str, &str)] = &[
    (
        "missing alt text",
        "en bild eller ett diagram saknar alternativtext",
        "säg i ord vad den visar, för den som inte ser den: image(\"…\", alt: \"…\") eller figure(…, alt: \"…\")",
    ),
    (
        "unclosed delimiter",
        "en parentes eller klammer som öppnas här stängs aldrig",
        "stäng den; ska tecknet stå som text efter en funktion skrivs det \\( \\[ eller \\{",
    ),
    (
        "unclosed string",
        "ett citattecken som öppnas här stängs aldrig",
        "stäng det; i löpande text skrivs citattecken ”så”",
    ),
    (
        "unclosed label",
        "ett < som öppnas här stängs aldrig",
        "ska tecknet stå som text skrivs det \\<",
    ),
    (
        "file not found",
        "filen finns inte bland mallarna",
        "mallar läser bara det som ligger i deras mapp; sökvägen börjar där, med /",
    ),
    (
        "access denied",
        "mallar får bara läsa det som ligger i deras mapp",
        "paket kan inte hämtas; lägg det som behövs i mappen",
    ),
    (
        "would escape",
        "sökvägen leder ut ur mallarnas mapp",
        "mallar läser bara det som ligger i deras mapp",
    ),
    (
        "does not exist in the document",
        "hänvisningen leder ingenstans",
        "ska tecknen stå som text skrivs ett omvänt snedstreck före dem",
    ),
];

/// What the user is told of a complaint, and what to do; none where Typst's own words must do.
pub(super) fn in_swedish(message: &str) -> Option<(&'static str, &'static str)> {
    let known = COMPLAINTS.iter().find(|(words, _, _)| message.contains(words));
    known.map(|(_, text, help)| (*text, *help))
}
