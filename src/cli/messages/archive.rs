//! What `archive` says.

use crate::problem::messages;

messages! { "cli.archive":
    packed { count, place }
        sv "Klart: arkivpaketet med {count} filer är {place}"
        en "Done: the archive package of {count} files is {place}"
    no_run {}
        sv "paketet säger inte vilken körning det är av"
        en "the package does not say which run it is of"
}
