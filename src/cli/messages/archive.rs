//! What `archive` says.

use crate::problem::messages;

messages! { "cli.archive":
    packed { count, place }
        sv "Klart: arkivpaketet med {count} filer är {place}"
        en "Done: the archive package of {count} files is {place}"
    not_a_predecessor {}
        sv "paketet är inte som det gjordes, och kan inte ersättas: statsbidrag verify visar vad som skiljer"
        en "the package is not as it was made, and cannot be replaced: statsbidrag verify shows what differs"
    no_room {}
        sv "filens namn får inte plats i ett arkivpaket, eller har tecken som inte alla system klarar"
        en "the file's name has no room in an archive package, or has signs that not every system takes"
    rename_it {}
        sv "ge filen ett kortare namn, utan kolon och omvänt snedstreck"
        en "give the file a shorter name, without colons and backslashes"
    replaces_another_year {}
        sv "paketet är av ett annat slag eller ett annat år, och kan inte ersättas av det här"
        en "the package is of another kind or another year, and cannot be replaced by this one"
    replaces_itself {}
        sv "det nya paketet är samma som det som skulle ersättas"
        en "the new package is the same as the one it would replace"
}
