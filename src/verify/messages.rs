//! What is said of a set that is verified.

use crate::problem::messages;

messages! { "verify":
    no_manifest {}
        sv "mappen har inget manifest.json"
        en "the folder has no manifest.json"
    no_manifest_of_ours {}
        sv "filen är inget manifest som den här versionen av programmet kan läsa"
        en "the file is no manifest that this version of the program can read"
    a_set {}
        sv "en mapp som statsbidrag generate har skrivit, till exempel output/2024, eller ett arkivpaket"
        en "a folder that statsbidrag generate has written, for example output/2024, or an archive package"
    make_it_again {}
        sv "gör dokumenten på nytt med statsbidrag generate, eller lägg tillbaka det som de gjordes av"
        en "make the documents again with statsbidrag generate, or put back what they were made of"
    no_paper {}
        sv "filen är inget dokument med en JSON-fil bredvid"
        en "the file is no document with a JSON file beside it"
    its_json {}
        sv "ange en fil i mappen som statsbidrag generate skrev, till exempel output/2024/cirkular.pdf"
        en "name a file in the folder that statsbidrag generate wrote, for example output/2024/cirkular.pdf"
    no_document {}
        sv "mappen har inget dokument att arkivera"
        en "the folder has no document to archive"
    no_folder {} sv "mappen finns inte" en "the folder does not exist"
    of_inputs {}
        sv "ange mappen med arbetsböckerna efter --inputs"
        en "name the folder with the workbooks after --inputs"
    not_unpacked {}
        sv "paketets arbetsböcker går inte att packa upp i systemets mapp för tillfälliga filer"
        en "the workbooks of the package cannot be unpacked in the system's folder for temporary files"
    other_template {}
        sv "mallen är inte den som dokumenten gjordes med"
        en "the template is not the one that the documents were made with"
    stranger_in_package {}
        sv "filen ligger i paketet, men manifestet nämner den inte"
        en "the file is in the package, but the manifest does not name it"
    not_of_the_program {}
        sv "filen är inte den som programmet lägger i paketet"
        en "the file is not the one that the program puts in the package"
    too_many_files { count }
        sv "mappen har fler än {count} filer"
        en "the folder has more than {count} files"
    added_workbook {}
        sv "filen läses nu, men ingick inte när dokumenten gjordes"
        en "the file is read now, but was not part of it when the documents were made"
    unreadable {} sv "filen går inte att läsa" en "the file cannot be read"
    no_plain_file {}
        sv "det är ingen vanlig fil, och den läses inte"
        en "it is no plain file, and is not read"
    leads_out {}
        sv "namnet i manifestet leder ut ur mappen, och filen läses inte"
        en "the name in the manifest leads out of the folder, and the file is not read"
    too_large {}
        sv "filen är större än en fil i en uppsättning kan vara, och den läses inte"
        en "the file is larger than a file of a set can be, and is not read"

    not_but { found, expected }
        sv "{expected}, inte {found}"
        en "{expected}, not {found}"
    see_verify {}
        sv "statsbidrag verify visar vad som skiljer"
        en "statsbidrag verify shows what differs"
    made_of_nothing {}
        sv "manifestet säger inte vilka arbetsböcker dokumenten är gjorda av"
        en "the manifest does not say which workbooks the documents were made of"
    of_another_run {}
        sv "bär en annan körnings id än manifestets"
        en "bears the id of another run than the manifest's"
    another_id {}
        sv "körningens id hör inte till det som manifestet säger om körningen"
        en "the id of the run does not belong to what the manifest says of the run"
    not_the_noted_id {}
        sv "körningens id är ett annat än det som angavs med --run-id"
        en "the id of the run is not the one given with --run-id"
    not_the_noted_sum {}
        sv "manifestet har en annan kontrollsumma än den som angavs med --manifest-sha256"
        en "the manifest has another checksum than the one given with --manifest-sha256"
    changed_file {}
        sv "filen har ändrats sedan den skrevs: kontrollsumman är en annan än manifestets"
        en "the file has been changed since it was written: its checksum is not the manifest's"
    renamed_file {}
        sv "filen har fått ett annat namn"
        en "the file has been given another name"
    missing_file {}
        sv "filen saknas, men står i manifestet"
        en "the file is missing, but stands in the manifest"
    added_file {}
        sv "filen står inte i manifestet"
        en "the file does not stand in the manifest"

    no_workbooks { folder }
        sv "arbetsböckerna finns inte i {folder}; ange mappen med --inputs"
        en "the workbooks are not in {folder}; name the folder with --inputs"
    no_workbooks_there { folder }
        sv "arbetsböckerna finns inte i {folder}"
        en "the workbooks are not in {folder}"
    no_workbooks_packed {}
        sv "arbetsböckerna finns inte i paketet"
        en "the workbooks are not in the package"
    without_a_workbook { file }
        sv "{file} saknas, så dokumenten kan inte göras om"
        en "{file} is missing, so the documents cannot be made once more"
    changed_workbook {}
        sv "arbetsboken är inte den som dokumenten gjordes av"
        en "the workbook is not the one that the documents were made of"
    missing_workbook {}
        sv "arbetsboken saknas"
        en "the workbook is missing"

    workbooks_have_problems { count }
        sv "arbetsböckerna går inte att räkna: {count} problem, som statsbidrag check visar"
        en "the workbooks cannot be computed: {count} problems, which statsbidrag check shows"
    packed_workbooks_have_problems { count }
        sv "paketets arbetsböcker går inte att räkna: {count} problem; lägg dem i en mapp, så visar statsbidrag check vilka"
        en "the package's workbooks cannot be computed: {count} problems; put them in a folder, and statsbidrag check shows which"
    unknown_standard {}
        sv "manifestet nämner en PDF-standard som programmet inte känner till"
        en "the manifest names a PDF standard that the program does not know"
    another_program { version, source }
        sv "filerna gjordes av en annan version av programmet ({version}, källkod {source} …), och får skilja sig från dem som den här gör"
        en "the files were made by another version of the program ({version}, source {source} …), and may differ from those that this one makes"
    other_templates { count, first }
        sv "filerna gjordes med andra mallar än programmets ({count} skiljer sig, bland dem {first}); ange mappen med --templates"
        en "the files were made with other templates than the program's ({count} differ, among them {first}); name the folder with --templates"
    others_than_those_templates { count, first }
        sv "filerna gjordes med andra mallar än dem i mappen som angavs med --templates ({count} skiljer sig, bland dem {first})"
        en "the files were made with other templates than those in the folder given with --templates ({count} differ, among them {first})"
    others_than_packed_templates { count, first }
        sv "filerna gjordes med andra mallar än paketets ({count} skiljer sig, bland dem {first})"
        en "the files were made with other templates than the package's ({count} differ, among them {first})"
    other_workbooks {}
        sv "arbetsböckerna är andra än de som dokumenten gjordes av, så filerna skiljer sig ändå"
        en "the workbooks are others than the documents were made of, so the files differ anyhow"

    without_the_sets { runs }
        sv "uppsättningarna som jämförs behövs, och är inte med (körning {runs}); statsbidrag diff gör om jämförelsen av dem"
        en "the sets that are compared are needed, and are not at hand (run {runs}); statsbidrag diff makes the comparison of them again"
    no_issuer {}
        sv "en jämförelse är inget beslut och arkiveras inte för sig; den går att göra om av de två uppsättningarnas paket"
        en "a comparison is no decision and is not archived by itself; it can be made again of the packages of the two sets"
    correct_again {}
        sv "gör rättelsen på nytt med statsbidrag diff, eller lägg tillbaka det som den gjordes av"
        en "make the correction again with statsbidrag diff, or put back what it was made of"
    of_two_sets {}
        sv "filen är en jämförelse av två uppsättningar, och beloppen i den är deras"
        en "the file is a comparison of two sets, and the amounts in it are theirs"
    explain_the_sets {}
        sv "ange en fil i någon av uppsättningarna; vad skillnaderna kommer av står i diff.json bredvid, och visas av statsbidrag diff"
        en "name a file in one of the sets; what the differences come of stands in diff.json beside it, and is shown by statsbidrag diff"

    says_otherwise {} sv "står annat än det som räknas fram" en "says otherwise than what is computed"
    attached_otherwise {}
        sv "JSON-filen som är bifogad i PDF-filen säger annat än den som ligger bredvid"
        en "the JSON file attached to the PDF says otherwise than the one beside it"
    nothing_attached {}
        sv "PDF-filen har ingen JSON-fil bifogad"
        en "the PDF has no JSON file attached"
    text_of_another_value {}
        sv "texten är inte värdet, så som det avrundas"
        en "the text is not the value as it is rounded"
    otherwise_than { file }
        sv "säger annat än {file}"
        en "says otherwise than {file}"
    not_in { file } sv "siffran finns inte i {file}" en "the figure is not in {file}"
    in_no_document {}
        sv "siffran står inte i något av dokumenten"
        en "the figure stands in none of the documents"
    no_longer_readable {}
        sv "filen går inte längre att läsa som det den ska vara"
        en "the file can no longer be read as what it should be"
    lacks {} sv "saknas" en "is missing"
    has_more {} sv "ska inte finnas" en "should not be there"
    not_what_is_made {}
        sv "filen är en annan än den som görs av arbetsböckerna"
        en "the file is not the one that is made of the workbooks"
    not_there {}
        sv "filen görs av arbetsböckerna, men finns inte"
        en "the file is made of the workbooks, but is not there"
    not_made {}
        sv "filen finns, men görs inte av arbetsböckerna"
        en "the file is there, but is not made of the workbooks"
}
