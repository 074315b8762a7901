//! What is said of the folder of a year and the files in it, and of documents that are asked for by a name.

use crate::problem::messages;

messages! { "folder":
    folder_unreadable { cause }
        sv "mappen går inte att läsa: {cause}"
        en "the folder cannot be read: {cause}"
    file_unreadable { cause }
        sv "filen går inte att läsa: {cause}"
        en "the file cannot be read: {cause}"
    bad_name {}
        sv "filens namn går inte att använda"
        en "the file's name cannot be used"
    good_name { pattern }
        sv "{pattern}, där NAMN är högst 30 små bokstäver a–z, siffror och bindestreck"
        en "{pattern}, where NAMN is at most 30 small letters a–z, digits and hyphens"
    is_missing { file } sv "{file} saknas" en "{file} is missing"
    no_workbook {}
        sv "ingen av årets arbetsböcker ligger i mappen"
        en "none of the year's workbooks is in the folder"
    not_made { documents }
        sv "arbetsboken ligger inte i mappen, och därför görs inte {documents}"
        en "the workbook is not in the folder, and therefore these are not made: {documents}"
    made_without { documents }
        sv "arbetsboken ligger inte i mappen, och därför saknas den delen i {documents}"
        en "the workbook is not in the folder, and therefore that part is missing in {documents}"
    not_made_or_without { documents, thinner }
        sv "arbetsboken ligger inte i mappen, och därför görs inte {documents}, och i {thinner} saknas den delen"
        en "the workbook is not in the folder, and therefore these are not made: {documents}; and that part is missing in {thinner}"
    decisions_alone {}
        sv "bara beslut om medel ligger i mappen, och därför görs bara besluten"
        en "the folder holds nothing but decisions on money, and therefore only the decisions are made"
    named_not_made { file, documents }
        sv "{file} ligger inte i mappen, och därför görs inte {documents}"
        en "{file} is not in the folder, and therefore these are not made: {documents}"
    named_made_without { file, documents }
        sv "{file} ligger inte i mappen, och därför saknas den här delen i {documents}"
        en "{file} is not in the folder, and therefore this part is missing in {documents}"
    named_not_made_or_without { file, documents, thinner }
        sv "{file} ligger inte i mappen, och därför görs inte {documents}, och i {thinner} saknas den här delen"
        en "{file} is not in the folder, and therefore these are not made: {documents}; and this part is missing in {thinner}"
    named_not_there { file }
        sv "{file} ligger inte i mappen"
        en "{file} is not in the folder"
    put_it_there_or_remove { file, near }
        sv "lägg {file} i mappen, eller ta bort raden om medlen inte ingår{near}"
        en "put {file} in the folder, or remove the row if the money is not included{near}"
    unknown_file {}
        sv "programmet känner inte till filen"
        en "the program does not know the file"
    another_year { year, expected }
        sv "arbetsboken är för {year} men mappen för {expected}"
        en "the workbook is for {year} but the folder for {expected}"

    folder_of_years {}
        sv "i mappen ligger en mapp för varje år, inte ett års arbetsböcker"
        en "the folder holds a folder for each year, not the workbooks of a year"
    name_a_year { path }
        sv "ange ett av åren, till exempel {path}"
        en "name one of the years, for example {path}"
    a_year {}
        sv "en mapp med årets arbetsböcker, till exempel inputs/2024"
        en "a folder with the workbooks of the year, for example inputs/2024"
    workbook_of { grant } sv "arbetsboken för {grant}" en "the workbook for ‘{grant}’"
    one_or_more_of { files }
        sv "en eller flera av {files}"
        en "one or more of {files}"
    only_json {}
        sv "en mapp med bara JSON-filer från tidigare år"
        en "a folder with nothing but JSON files from earlier years"

    misnamed { name } sv "heter {name} fel?" en "is {name} misnamed?"
    meant_workbook { file }
        sv "menade du {file}? Ge i så fall filen det namnet; flytta den annars till en annan mapp"
        en "did you mean {file}? Then give the file that name; otherwise move it to another folder"
    put_it_there { grant }
        sv "ska det göras, lägg arbetsboken för {grant} i mappen"
        en "if it is to be made, put the workbook for {grant} in the folder"
    make_them {}
        sv "statsbidrag new gör dem av föregående års, statsbidrag scaffold gör tomma"
        en "statsbidrag new makes them from last year's, statsbidrag scaffold makes empty ones"
    close_it {}
        sv "stäng den i andra program och kontrollera behörigheten"
        en "close it in other programs and check your permissions"
    move_or_rename {}
        sv "flytta filen till en annan mapp, eller ge den sitt rätta namn"
        en "move the file to another folder, or give it its right name"
    right_year {}
        sv "rätta bidragsåret, eller lägg arbetsboken i rätt mapp"
        en "correct the grant year, or put the workbook in the right folder"

    not_there {} sv "den finns inte" en "it does not exist"
    no_permission {}
        sv "behörighet saknas, eller så är den öppen i ett annat program"
        en "you lack permission, or it is open in another program"
    not_a_folder {} sv "det är inte en mapp" en "it is not a folder"
    disk_full {} sv "disken är full" en "the disk is full"
    read_only {}
        sv "den ligger på en skrivskyddad disk"
        en "it is on a read-only disk"

    no_document { name, near, all }
        sv "det finns inget dokument {name}{near} (de som finns är {all})"
        en "there is no document {name}{near} (there are: {all})"
    a_workbook { name, first, documents }
        sv "{name} är en arbetsbok, inte ett dokument (skriv till exempel --only {first}; de dokument som bygger på den är {documents})"
        en "{name} is a workbook, not a document (write for example --only {first}; the documents based on it are {documents})"
    no_part { name, near, workbooks, documents }
        sv "det finns varken arbetsbok eller dokument som heter {name}{near} (arbetsböckerna är {workbooks}; dokumenten är {documents})"
        en "neither a workbook nor a document is called {name}{near} (the workbooks are {workbooks}; the documents are {documents})"
    no_document_this_year { name, near }
        sv "det finns inget dokument {name} i år{near}"
        en "there is no document {name} this year{near}"
    not_of_one_region { name }
        sv "{name} görs inte för en region i taget; utelämna --region"
        en "{name} is not made for one region at a time; leave --region out"
    none_of_one_region { region }
        sv "inget dokument är för {region} ensam"
        en "no document is for {region} alone"
    one_of_several { name }
        sv "; är det ett beslut heter det {name}"
        en "; if it is a decision, its name is {name}"
    did_you_mean { name } sv "; menade du {name}?" en "; did you mean {name}?"
}
