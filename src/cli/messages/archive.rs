//! What `archive` says.

use crate::problem::messages;

messages! { "cli.archive":
    packed { count, place }
        sv "Klart: arkivpaketet med {count} filer är {place}"
        en "Done: the archive package of {count} files is {place}"
    not_a_predecessor {}
        sv "paketet är inte som det gjordes, och kan inte ersättas: statsbidrag verify visar vad som skiljer"
        en "the package is not as it was made, and cannot be replaced: statsbidrag verify shows what differs"
    replaces_itself {}
        sv "det nya paketet är samma som det som skulle ersättas"
        en "the new package is the same as the one it would replace"
}
