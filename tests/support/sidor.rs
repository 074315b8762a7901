//! The pages of a PDF as text, as a reviewer reads them: a line for each line set. The id of the run
//! stands on every page and changes with every change of the program; it is left out.

/// The text of each page, its lines without the spaces around and with one between words.
pub(crate) fn sidor(pdf: &[u8]) -> Vec<String> {
    let sidor = pdf_extract::extract_text_from_mem_by_pages(pdf).expect("the text can be read");
    sidor.iter().map(|sida| rader(sida)).collect()
}

fn rader(text: &str) -> String {
    let rader = text.lines().map(|rad| rad.split_whitespace().collect::<Vec<_>>().join(" "));
    rader.filter(|rad| !rad.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The extract that is committed: page by page, without the run's id.
pub(crate) fn utdrag(sidor: &[String], korning: &str) -> String {
    let sidor = sidor
        .iter()
        .zip(1..)
        .map(|(text, sida)| format!("——— sida {sida} ———\n\n{}\n", text.replace(korning, "…")));
    sidor.collect::<Vec<_>>().join("\n")
}

/// Whether a document's pages are reviewed: of the letters, which are alike, two.
pub(crate) fn granskas(namn: &str) -> bool {
    !namn.starts_with("regionbesked-") || namn.ends_with("-gotland") || namn.ends_with("-skane")
}
