//! Files laid over the templates that nothing would come of: they replace none, and no template names them. Knows
//! names and what templates say, no file system.

use super::templates::{TERA, Templates};

/// The end of the names of files that are Typst alone.
const TYPST: &str = ".typ";

impl Templates {
    /// The files that are not among those built in, and that neither a template nor a typeface's use names: most
    /// often a name that was misspelled.
    #[must_use]
    pub fn strays(&self) -> Vec<String> {
        let built_in = Self::builtin();
        let known = |path: &str| built_in.files().any(|(own, _)| own == path);
        let texts: Vec<(&str, String)> = self
            .files()
            .filter(|(path, _)| [TYPST, TERA].iter().any(|end| path.ends_with(end)))
            .map(|(path, bytes)| (path, String::from_utf8_lossy(bytes).into_owned()))
            .collect();
        let used = |path: &str, bytes: &[u8]| {
            let names = names(path, bytes);
            texts.iter().filter(|(own, _)| *own != path).any(|(own, text)| {
                let quoted = || text.split('"');
                quoted().any(|quoted| quoted == path || path_from(own, quoted) == path)
                    || names.iter().any(|name| text.to_lowercase().contains(name))
            })
        };
        let stray = |(path, bytes): &(&str, &[u8])| !known(path) && !used(path, bytes);
        self.files().filter(stray).map(|(path, _)| path.to_owned()).collect()
    }
}

/// Where a path that is written in a file leads, from the templates' folder.
fn path_from(file: &str, written: &str) -> String {
    let mut parts: Vec<_> =
        if written.starts_with('/') { Vec::new() } else { file.split('/').collect() };
    parts.pop();
    for part in written.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// What a template says, in lower case, to use a file other than by its path: a typeface's family, a component that
/// is defined in it.
fn names(path: &str, bytes: &[u8]) -> Vec<String> {
    if [".otf", ".ttf", ".ttc"].iter().any(|end| path.to_lowercase().ends_with(end)) {
        return families(bytes).iter().map(|family| format!("\"{family}\"")).collect();
    }
    let text = String::from_utf8_lossy(bytes).to_lowercase();
    let defined = text.split("{% component ").skip(1).filter_map(|rest| rest.split('(').next());
    defined.map(|component| format!("<{component} ")).collect()
}

/// The typefaces of a font file, in lower case.
#[cfg(feature = "typeset")]
fn families(bytes: &[u8]) -> Vec<String> {
    let fonts = typst::text::Font::iter(typst::foundations::Bytes::new(bytes.to_vec()));
    fonts.map(|font| font.info().family.to_lowercase()).collect()
}

/// The typefaces of a font file: not known where no page is set.
#[cfg(not(feature = "typeset"))]
fn families(_: &[u8]) -> Vec<String> {
    Vec::new()
}
