//! Descriptive metadata, in Dublin Core: what a package and each of its parts are.

use super::xml::{Element, element, text};
use super::{Contents, Part, Predecessor};
use crate::output::Files;

/// Where it lies, from the folder it describes.
pub(super) const PATH: &str = "metadata/descriptive/dc.xml";

/// What the package follows.
const STANDARDS: [&str; 3] = ["E-ARK CSIP 2.1.0", "E-ARK SIP 2.1.0", "FGS Paketstruktur 2.0"];

/// Adds the description of a part.
pub(super) fn add_to_part(part: Part, id: &str, contents: &Contents, files: &mut Files) {
    let about = format!("{}. En del av paketet {id}.", part.title());
    let own = format!("{id}/representations/{}", part.name());
    let document = document(&own, part.title(), &about, part.dcmi_type(), contents)
        .and(text("dcterms:isPartOf", id));
    files.insert(format!("{}{PATH}", part.folder()), document.to_document());
}

/// Adds the description of the package.
pub(super) fn add(id: &str, contents: &Contents, files: &mut Files) {
    let run = &contents.manifest.korning.id;
    let titles: Vec<_> = contents.titles.iter().map(|(_, title)| title.as_str()).collect();
    let replaces = contents.replaces.iter();
    let replaces = replaces
        .map(|Predecessor { package, run }| format!(" Paketet ersätter {package}, körning {run}."));
    let what = match compared(contents) {
        None => format!(
            "Dokumenten om statens medel till regionerna {}, deras uppgifter, arbetsböckerna och mallarna. Körning {run}.",
            contents.manifest.ar
        ),
        Some(sets) => format!(
            "Rättelsen av ett beslut om statens medel till regionerna {}, dess uppgifter, arbetsboken och mallarna. \
             Körning {run}. Rättelsen kommer av två uppsättningar av dokument, som har paket för sig: {sets}.",
            contents.manifest.ar
        ),
    };
    let about =
        format!("{what} Dokumenten: {}.{}", titles.join("; "), replaces.collect::<String>());
    let parts = Part::ALL.iter().map(|part| format!("{id}/representations/{}", part.name()));
    let document = document(id, &contents.title(), &about, "Collection", contents)
        .all(parts.map(|part| text("dcterms:hasPart", part)))
        .all(STANDARDS.map(|standard| text("dcterms:conformsTo", standard)))
        .all(contents.compared().map(|package| text("dcterms:references", package)))
        .all(contents.replaces.iter().map(|one| text("dcterms:replaces", &one.package)));
    files.insert(PATH.to_owned(), document.to_document());
}

/// The sets that a correction compares, the older first; none of what compares nothing.
fn compared(contents: &Contents) -> Option<String> {
    let sets = contents.compared().zip(&contents.manifest.korning.jamfor);
    let sets = sets.map(|(package, set)| {
        format!("{package}, vars manifest.json har SHA-256 {}", set.manifest_sha256)
    });
    Some(sets.collect::<Vec<_>>().join(" och ")).filter(|sets| !sets.is_empty())
}

fn document(id: &str, title: &str, about: &str, kind: &str, contents: &Contents) -> Element {
    let typed = |name, value: &str, kind: &str| text(name, value).with("xsi:type", kind);
    let issuers = contents.issuers.iter().map(|issuer| text("dc:creator", &issuer.name));
    let publisher = contents.issuers.first().map(|issuer| text("dc:publisher", &issuer.name));
    element("qualifieddc")
        .with("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .with("xmlns:dcterms", "http://purl.org/dc/terms/")
        .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .with("xsi:noNamespaceSchemaLocation", "../../schemas/qualifieddc.xsd")
        .and(text("dc:identifier", id))
        .and(text("dc:title", title).with("xml:lang", "sv"))
        .and(text("dc:description", about).with("xml:lang", "sv"))
        .all(issuers.chain(publisher))
        .and(typed("dc:type", kind, "dcterms:DCMIType"))
        .and(typed("dc:language", "swe", "dcterms:ISO639-2"))
        .and(typed("dcterms:created", &contents.date.to_string(), "dcterms:W3CDTF"))
        .and(typed("dcterms:temporal", &contents.manifest.ar.to_string(), "dcterms:W3CDTF"))
}
