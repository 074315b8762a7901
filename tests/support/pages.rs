//! The pages of a PDF as text, as a reviewer reads them: a line for each line set. The id of the run
//! stands on every page and changes with every change of the program; it is left out.

/// The text of each page, its lines without the spaces around and with one between words.
pub(crate) fn pages(pdf: &[u8]) -> Vec<String> {
    let pages = pdf_extract::extract_text_from_mem_by_pages(pdf).expect("the text can be read");
    pages.iter().map(|page| rows(page)).collect()
}

fn rows(text: &str) -> String {
    let rows = text.lines().map(|row| row.split_whitespace().collect::<Vec<_>>().join(" "));
    rows.filter(|row| !row.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The extract that is committed: page by page, without the run's id.
pub(crate) fn excerpt(pages: &[String], run: &str) -> String {
    let pages = pages
        .iter()
        .zip(1..)
        .map(|(text, page)| format!("——— sida {page} ———\n\n{}\n", text.replace(run, "…")));
    pages.collect::<Vec<_>>().join("\n")
}

/// Whether a document's pages are reviewed: of the letters, which are alike, two.
pub(crate) fn is_reviewed(name: &str) -> bool {
    !name.starts_with("regionbesked-") || name.ends_with("-gotland") || name.ends_with("-skane")
}
