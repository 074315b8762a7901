//! What is said where a set of files cannot be written.

use crate::problem::messages;

messages! { "output":
    no_name {}
        sv "målet måste vara en mapp med ett namn"
        en "the target must be a folder with a name"
    taken {}
        sv "en annan körning skriver till samma mapp"
        en "another run is writing to the same folder"
    exists {}
        sv "mappen finns redan"
        en "the folder already exists"
    file_exists {}
        sv "filen finns redan"
        en "the file already exists"
    move_or_elsewhere {}
        sv "flytta filen, eller lägg den nya i en annan mapp med --out"
        en "move the file, or put the new one in another folder with --out"
    move_it {}
        sv "flytta filen, eller välj ett annat namn"
        en "move the file, or choose another name"
    whole_year {}
        sv "mappen innehåller ett helt års dokument, och ett urval får inte ersätta dem"
        en "the folder holds the documents of a whole year, and a selection may not replace them"
    stranger { name }
        sv "{name} ligger i mappen men är inget som programmet skriver där"
        en "{name} is in the folder but is not something that the program writes there"
    strangers { name, more }
        sv "{name} (och {more} till) ligger i mappen men är inget som programmet skriver där"
        en "{name} (and {more} more) are in the folder but are not something that the program writes there"
    held {}
        sv "mappen eller en fil i den får inte skrivas"
        en "the folder or a file in it cannot be written to"
    disk_full {}
        sv "disken är full"
        en "the disk is full"
    file_too_large {}
        sv "en fil blir större än disken eller kvoten tillåter"
        en "a file becomes larger than the disk or the quota allows"
    read_only {}
        sv "disken är skrivskyddad"
        en "the disk is read-only"
    a_folder_is_there {} sv "där ligger en mapp" en "a folder is there"
    name_a_file {} sv "ange en fil, till exempel granskning.html" en "name a file, for example granskning.html"
    in_the_way {}
        sv "något annat än en mapp ligger i vägen"
        en "something other than a folder is in the way"
    not_there {}
        sv "mappen går inte att skapa där"
        en "the folder cannot be created there"
    system_says { error }
        sv "systemet säger: {error}"
        en "the system says: {error}"

    name_another {}
        sv "ange en annan mapp"
        en "name another folder"
    made_of_more { files }
        sv "mappen innehåller dokument som bygger på {files}, som inte ligger i underlaget nu, och de får inte försvinna"
        en "the folder holds documents that are based on {files}, not among the workbooks now, and they may not disappear"
    put_back_or_name_another {}
        sv "lägg tillbaka det som saknas, eller ange en annan mapp med --out"
        en "put back what is missing, or name another folder with --out"
    name_another_or_all {}
        sv "ange en annan mapp, eller utelämna flaggan"
        en "name another folder, or leave the option out"
    move_or_name_another {}
        sv "flytta den, eller ange en annan mapp"
        en "move the folder, or name another"
    move_it_or_name_another {}
        sv "flytta det, eller ange en annan mapp"
        en "move it, or name another folder"
    wait {}
        sv "vänta tills den är klar"
        en "wait until it is done"
    close_and_check_rights {}
        sv "stäng filer som är öppna i andra program, och kontrollera behörigheten"
        en "close files that are open in other programs, and check your permissions"
    close_and_run_again {}
        sv "stäng filer som är öppna i andra program, och kör igen"
        en "close files that are open in other programs, and run again"
    free_space {}
        sv "frigör utrymme och kör igen"
        en "free some space and run again"
    free_space_or_name_another {}
        sv "frigör utrymme, eller ange en annan mapp"
        en "free some space, or name another folder"
}
