//! The headings of the help and of the manual page, and what the version is told with.

use crate::problem::messages;

messages! { "cli.help":
    usage {} sv "Användning" one "Usage"
    commands {} sv "Kommandon" one "Commands"
    arguments {} sv "Anges" one "Arguments"
    options {} sv "Flaggor" one "Options"

    manual {} sv "Användarkommandon" one "User commands"
    man_name {} sv "NAMN" one "NAME"
    man_synopsis {} sv "SYNTAX" one "SYNOPSIS"
    man_description {} sv "BESKRIVNING" one "DESCRIPTION"
    man_options {} sv "FLAGGOR" one "OPTIONS"
    man_commands {} sv "KOMMANDON" one "COMMANDS"
    man_rest {}
        sv "VANLIGA KOMMANDON, SLUTKODER OCH MILJÖ"
        one "COMMON COMMANDS, EXIT CODES AND ENVIRONMENT"

    sha_source { checksum }
        sv "SHA-256 för källkoden:  {checksum}"
        one "SHA-256 of the source:     {checksum}"
    sha_lock { checksum }
        sv "SHA-256 för Cargo.lock: {checksum}"
        one "SHA-256 of Cargo.lock:     {checksum}"
    sha_templates { checksum }
        sv "SHA-256 för mallarna:   {checksum}"
        one "SHA-256 of the templates:  {checksum}"
}
