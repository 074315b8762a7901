//! Files laid over the templates that nothing would come of: they replace none, and no template names them. Knows
//! names and what templates say, no file system.

use typst::foundations::Bytes;
use typst::text::Font;

use super::mallar::Mallar;

impl Mallar {
    /// The files that are not among those built in, and that neither a template nor a typeface's use names: most
    /// often a name that was misspelled.
    #[must_use]
    pub fn strays(&self) -> Vec<String> {
        let built_in = Self::inbyggda();
        let known = |path: &str| built_in.filer().any(|(own, _)| own == path);
        let texts: Vec<(&str, String)> = self
            .filer()
            .filter(|(path, _)| path.ends_with(".typ") || path.ends_with(super::mallar::TERA))
            .map(|(path, bytes)| (path, String::from_utf8_lossy(bytes).to_lowercase()))
            .collect();
        let used = |path: &str, bytes: &[u8]| {
            let named = names(path, bytes);
            let says = |text: &str| named.iter().any(|name| text.contains(&name.to_lowercase()));
            texts.iter().any(|(own, text)| *own != path && says(text))
        };
        let stray = |(path, bytes): &(&str, &[u8])| !known(path) && !used(path, bytes);
        self.filer().filter(stray).map(|(path, _)| path.to_owned()).collect()
    }
}

/// What a template says to use a file: a typeface's family; any other file's path from the templates' folder, or
/// its name alone at the beginning or the end of a path.
fn names(path: &str, bytes: &[u8]) -> Vec<String> {
    let typeface = [".otf", ".ttf", ".ttc"].iter().any(|end| path.to_lowercase().ends_with(end));
    if typeface {
        let fonts = Font::iter(Bytes::new(bytes.to_vec()));
        return fonts.map(|font| format!("\"{}\"", font.info().family)).collect();
    }
    let name = path.rsplit('/').next().unwrap_or_default();
    vec![format!("\"{path}\""), format!("\"/{path}\""), format!("\"{name}\""), format!("/{name}\"")]
}
