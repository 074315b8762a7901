//! What is said of references that lead nowhere.

use crate::problem::messages;

messages! { "regleringsbrev.references":
    annex { number }
        sv "texten nämner bilaga {number}, som inte finns"
        en "the text mentions annex {number}, which does not exist"
    annexes { numbers }
        sv "bilaga {numbers} på bladet Bilagor"
        en "an annex on the sheet ‘Bilagor’: {numbers}"
    registration_number { text }
        sv "texten nämner {text}, som inte är något av arbetsbokens diarienummer"
        en "the text mentions {text}, which is none of the workbook's registration numbers"
    decision { text }
        sv "texten nämner regeringsbeslut {text}, som inte finns i arbetsboken"
        en "the text mentions government decision {text}, which is not in the workbook"
    no_day { text }
        sv "texten nämner {text}, som inte är någon dag"
        en "the text mentions {text}, which is not a real date"
    a_real_date {}
        sv "ett datum som finns"
        en "a date that exists"
    date { text }
        sv "texten nämner {text}, som inte är något av arbetsbokens datum"
        en "the text mentions {text}, which is none of the workbook's dates"
    correct_reference {}
        sv "rätta hänvisningen, eller det den syftar på"
        en "correct the reference, or what it refers to"
}
