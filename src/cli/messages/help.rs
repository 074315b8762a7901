//! The headings of the help and of the manual page, and what the version is told with.

use crate::problem::messages;

messages! { "cli.help":
    usage {} sv "Användning" en "Usage"
    commands {} sv "Kommandon" en "Commands"
    arguments {} sv "Anges" en "Arguments"
    options {} sv "Flaggor" en "Options"

    manual {} sv "Användarkommandon" en "User commands"
    man_name {} sv "NAMN" en "NAME"
    man_synopsis {} sv "SYNTAX" en "SYNOPSIS"
    man_description {} sv "BESKRIVNING" en "DESCRIPTION"
    man_options {} sv "FLAGGOR" en "OPTIONS"
    man_commands {} sv "KOMMANDON" en "COMMANDS"
    man_rest {}
        sv "VANLIGA KOMMANDON, SLUTKODER OCH MILJÖ"
        en "COMMON COMMANDS, EXIT CODES AND ENVIRONMENT"

    sha_source { checksum }
        sv "SHA-256 för källkoden:  {checksum}"
        en "SHA-256 of the source:     {checksum}"
    sha_lock { checksum }
        sv "SHA-256 för Cargo.lock: {checksum}"
        en "SHA-256 of Cargo.lock:     {checksum}"
    sha_templates { checksum }
        sv "SHA-256 för mallarna:   {checksum}"
        en "SHA-256 of the templates:  {checksum}"
}
