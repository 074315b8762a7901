//! Which format a file has, by the ending of its name: its media type, and its row in PRONOM, the register of formats
//! that archives share.

/// A format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Format {
    /// The media type.
    pub(super) media_type: &'static str,
    /// What it is called.
    pub(super) name: &'static str,
    /// Its id in PRONOM, where it has one.
    pub(super) pronom: Option<&'static str>,
}

const fn format(
    media_type: &'static str,
    name: &'static str,
    pronom: Option<&'static str>,
) -> Format {
    Format { media_type, name, pronom }
}

/// What is not known by its name.
const UNKNOWN: Format = format("application/octet-stream", "okänt format", None);

/// The formats of a package's files, by the endings of their names in small letters.
const FORMATS: &[(&str, Format)] = &[
    (
        "xlsx",
        format(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "Office Open XML Workbook",
            Some("fmt/214"),
        ),
    ),
    ("json", format("application/json", "JSON", Some("fmt/817"))),
    ("jsonld", format("application/ld+json", "JSON-LD", Some("fmt/880"))),
    ("csv", format("text/csv", "CSV", Some("x-fmt/18"))),
    ("xml", format("application/xml", "XML", Some("fmt/101"))),
    ("xsd", format("application/xml", "XML Schema", Some("x-fmt/280"))),
    ("md", format("text/markdown", "Markdown", Some("fmt/1149"))),
    ("py", format("text/plain", "Python", Some("fmt/938"))),
    ("tera", format("text/plain", "Tera-mall", Some("x-fmt/111"))),
    ("typ", format("text/plain", "Typst", Some("x-fmt/111"))),
    ("txt", format("text/plain", "Text", Some("x-fmt/111"))),
    ("otf", format("font/otf", "OpenType", Some("fmt/520"))),
    ("ttf", format("font/ttf", "TrueType", Some("x-fmt/453"))),
    ("png", format("image/png", "PNG", Some("fmt/13"))),
    ("jpg", format("image/jpeg", "JPEG", Some("fmt/44"))),
    ("svg", format("image/svg+xml", "SVG", Some("fmt/92"))),
];

/// PDF/A-3a, as every PDF is unless another standard was chosen.
const PDF_A_3A: Format = format("application/pdf", "PDF/A-3a", Some("fmt/479"));
/// PDF/A-2a.
const PDF_A_2A: Format = format("application/pdf", "PDF/A-2a", Some("fmt/476"));

/// The format of a file by its name; a PDF's by the standard of its run, as the manifest names it.
pub(super) fn of(name: &str, standard: &str) -> Format {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let ending = ending.unwrap_or_default();
    if ending == "pdf" {
        return if standard == "a-2a" { PDF_A_2A } else { PDF_A_3A };
    }
    FORMATS.iter().find(|(own, _)| *own == ending).map_or(UNKNOWN, |(_, format)| *format)
}
