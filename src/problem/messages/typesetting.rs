//! What is said of a template whose pages cannot be set. Only a build that sets pages says it.
#![cfg_attr(
    not(feature = "typeset"),
    expect(dead_code, reason = "no page is set without the feature")
)]

use crate::problem::messages;

messages! { "typesetting":
    no_fonts {}
        sv "det finns inga typsnitt bland mallarna"
        en "there are no typefaces among the templates"
    font_unreadable {} sv "typsnittet går inte att läsa" en "the typeface cannot be read"
    path_leads_out {}
        sv "sökvägen leder ut ur mallarna"
        en "the path leads out of the templates"
    line_reads { line } sv "raden lyder: {line}" en "the line reads: {line}"

    no_alt_text {}
        sv "en bild eller ett diagram saknar alternativtext"
        en "a picture or a diagram has no alternative text"
    give_alt_text {}
        sv "säg i ord vad den visar, för den som inte ser den: image(\"…\", alt: \"…\") eller figure(…, alt: \"…\")"
        en "say in words what it shows, for those who cannot see it: image(\"…\", alt: \"…\") or figure(…, alt: \"…\")"
    unclosed_bracket {}
        sv "ett tecken som öppnas här, till exempel * _ $ eller en parentes, stängs aldrig"
        en "a character that is opened here, for example * _ $ or a parenthesis, is never closed"
    close_bracket { brace }
        sv "stäng det; ska tecknet stå som text skrivs ett omvänt snedstreck före: \\* \\_ \\$ \\( \\[ \\{brace}"
        en "close it; if the character is to stand as text, write a backslash before it: \\* \\_ \\$ \\( \\[ \\{brace}"
    unclosed_quote {}
        sv "ett citattecken som öppnas här stängs aldrig"
        en "a quotation mark that is opened here is never closed"
    close_quote {}
        sv "stäng det; i löpande text skrivs citattecken ”så”"
        en "close it; in running text, typographic quotation marks are written"
    unclosed_label {}
        sv "ett < som öppnas här stängs aldrig"
        en "a < that is opened here is never closed"
    close_label {}
        sv "ska tecknet stå som text skrivs det \\<"
        en "if the character is to stand as text, it is written \\<"
    file_not_found {}
        sv "filen finns inte bland mallarna"
        en "the file is not among the templates"
    path_begins_there {}
        sv "mallar läser bara det som ligger i deras mapp; sökvägen börjar där, med /"
        en "templates read only what is in their folder; the path begins there, with /"
    access_denied {}
        sv "mallar får bara läsa det som ligger i deras mapp"
        en "templates may only read what is in their folder"
    no_packages {}
        sv "paket kan inte hämtas; lägg det som behövs i mappen"
        en "packages cannot be fetched; put what is needed in the folder"
    path_escapes {}
        sv "sökvägen leder ut ur mallarnas mapp"
        en "the path leads out of the folder of the templates"
    only_their_folder {}
        sv "mallar läser bara det som ligger i deras mapp"
        en "templates read only what is in their folder"
    no_target {}
        sv "hänvisningen leder ingenstans"
        en "the reference leads nowhere"
    escape_it {}
        sv "ska tecknen stå som text skrivs ett omvänt snedstreck före dem"
        en "if the characters are to stand as text, write a backslash before them"
}
