//! What is said of a package that is read or made.

use crate::problem::messages;

messages! { "archive.package":
    unreadable { path } sv "{path} går inte att läsa" en "{path} cannot be read"
    no_tar {}
        sv "filen är inget arkivpaket: den går inte att läsa som tar"
        en "the file is no archive package: it cannot be read as tar"
    no_plain_file { path }
        sv "{path} i paketet är ingen vanlig fil, och paketet läses inte"
        en "{path} in the package is no plain file, and the package is not read"
    leads_out { path }
        sv "sökvägen {path} leder ut ur paketet, och det läses inte"
        en "the path {path} leads out of the package, and it is not read"
    twice { path }
        sv "{path} ligger två gånger i paketet, och det läses inte"
        en "{path} is in the package twice, and it is not read"
    too_large { path }
        sv "paketet är större än ett arkivpaket kan vara ({path}), och det läses inte"
        en "the package is larger than an archive package can be ({path}), and it is not read"
    no_root {}
        sv "paketet har inte en enda rotmapp med en METS.xml i"
        en "the package does not have one single root folder with a METS.xml in it"
    a_package {}
        sv "ett arkivpaket som statsbidrag archive har skrivit, eller en mapp som generate har skrivit"
        en "an archive package that statsbidrag archive has written, or a folder that generate has written"

    mets_unreadable {}
        sv "filen går inte att läsa som METS"
        en "the file cannot be read as METS"
    not_listed {}
        sv "filen ligger i paketet men står inte i någon METS.xml"
        en "the file is in the package but stands in no METS.xml"
    listed_twice {}
        sv "två METS-filer anger olika kontrollsummor för filen"
        en "two METS files give the file different checksums"
    listed_not_there {}
        sv "filen står i METS.xml men ligger inte i paketet"
        en "the file stands in METS.xml but is not in the package"
    other_checksum {}
        sv "filen har ändrats sedan paketet gjordes: kontrollsumman är en annan än i METS.xml"
        en "the file has been changed since the package was made: its checksum is not the one in METS.xml"
    misplaced {}
        sv "filen ligger i fel del av paketet: PDF-filer hör till dokumenten, allt annat till data"
        en "the file is in the wrong part of the package: PDF files belong to the documents, all else to the data"
    other_name {}
        sv "paketet har fått ett annat namn än det har i METS.xml"
        en "the package has been given another name than it has in METS.xml"
}
