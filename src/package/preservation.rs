//! Preservation metadata, in PREMIS 3: every file with its checksum and format, the run that made them as an event, and
//! the program as its agent.

use super::part::within;
use super::xml::{Element, element, text};
use super::{Contents, Part, format};
use crate::manifest::{Checksum, Program};
use crate::output::Files;

/// Where it lies, from the folder it describes.
pub(super) const PATH: &str = "metadata/preservation/premis.xml";

/// Adds a part's own: that the run made it, or that it was made of it.
pub(super) fn add_to_part(part: Part, id: &str, contents: &Contents, files: &mut Files) {
    let own = format!("{id}/representations/{}", part.name());
    let object = object("premis:representation", &own).and(event_link(contents));
    files.insert(format!("{}{PATH}", part.folder()), root().and(object).to_document());
}

/// Adds that of the package.
pub(super) fn add(id: &str, contents: &Contents, files: &mut Files) {
    let part_id = |part: Part| format!("{id}/representations/{}", part.name());
    let parts = relationship("structural", "is represented by", Part::ALL.map(part_id));
    let replaces = contents.replaces.iter();
    let replaces =
        replaces.map(|one| relationship("replacement", "supersedes", [one.package.clone()]));
    let compared: Vec<_> = contents.compared().collect();
    let compared =
        (!compared.is_empty()).then(|| relationship("derivation", "has source", compared));
    let package = object("premis:intellectualEntity", id).and(parts).all(compared).all(replaces);
    let representations = Part::ALL.map(|part| {
        let data = part.data();
        let own = within(files, &data).map(|path| format!("{id}/{path}"));
        object("premis:representation", &part_id(part))
            .and(relationship("structural", "has part", own))
            .and(relationship("structural", "represents", [id.to_owned()]))
    });
    let of_part = Part::ALL.iter().flat_map(|part| {
        let data = part.data();
        let paths: Vec<_> = within(files, &data).cloned().collect();
        paths.into_iter().map(|path| (path, part.is_made()))
    });
    let documentation = within(files, "documentation/").map(|path| (path.clone(), false));
    let every_file = documentation.chain(of_part).map(|(path, made)| {
        let bytes = files.get(&path).map(Vec::as_slice).unwrap_or_default();
        let file = file(id, &path, bytes, contents);
        if made { file.and(event_link(contents)) } else { file }
    });
    let document = root()
        .and(package)
        .all(representations)
        .all(every_file)
        .and(event(id, contents))
        .and(agent(contents));
    files.insert(PATH.to_owned(), document.to_document());
}

fn root() -> Element {
    element("premis:premis")
        .with("xmlns:premis", "http://www.loc.gov/premis/v3")
        .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .with("xsi:schemaLocation", "http://www.loc.gov/premis/v3 ../../schemas/premis-v3-0.xsd")
        .with("version", "3.0")
}

fn object(kind: &'static str, id: &str) -> Element {
    let identifier = element("premis:objectIdentifier")
        .and(text("premis:objectIdentifierType", "local"))
        .and(text("premis:objectIdentifierValue", id));
    element("premis:object").with("xsi:type", kind).and(identifier)
}

fn relationship(kind: &str, subkind: &str, ids: impl IntoIterator<Item = String>) -> Element {
    let related = ids.into_iter().map(|id| {
        element("premis:relatedObjectIdentifier")
            .and(text("premis:relatedObjectIdentifierType", "local"))
            .and(text("premis:relatedObjectIdentifierValue", id))
    });
    element("premis:relationship")
        .and(text("premis:relationshipType", kind))
        .and(text("premis:relationshipSubType", subkind))
        .all(related)
}

fn file(id: &str, path: &str, bytes: &[u8], contents: &Contents) -> Element {
    let format = format::of(path, contents.standard());
    let fixity = element("premis:fixity")
        .and(text("premis:messageDigestAlgorithm", "SHA-256"))
        .and(text("premis:messageDigest", Checksum::of(bytes).to_string()));
    let designation =
        element("premis:formatDesignation").and(text("premis:formatName", format.name));
    let registry = format.pronom.map(|key| {
        element("premis:formatRegistry")
            .and(text("premis:formatRegistryName", "PRONOM"))
            .and(text("premis:formatRegistryKey", key))
    });
    let characteristics = element("premis:objectCharacteristics")
        .and(text("premis:compositionLevel", "0"))
        .and(fixity)
        .and(text("premis:size", bytes.len().to_string()))
        .and(element("premis:format").and(designation).all(registry));
    object("premis:file", &format!("{id}/{path}"))
        .and(characteristics)
        .and(text("premis:originalName", path))
}

fn event_link(contents: &Contents) -> Element {
    element("premis:linkingEventIdentifier")
        .and(text("premis:linkingEventIdentifierType", "korning"))
        .and(text("premis:linkingEventIdentifierValue", &contents.manifest.korning.id))
}

fn event(id: &str, contents: &Contents) -> Element {
    let run = &contents.manifest.korning;
    let Program { namn, version, .. } = &run.program;
    let detail = format!(
        "Körning {} av {namn} {version}: {} filer ur {} arbetsböcker och arkiverade filer, PDF-standard {}",
        run.id,
        contents.set.len(),
        contents.inputs.len(),
        contents.standard(),
    );
    let identifier = element("premis:eventIdentifier")
        .and(text("premis:eventIdentifierType", "korning"))
        .and(text("premis:eventIdentifierValue", &run.id));
    let objects = Part::ALL.map(|part| {
        let own = format!("{id}/representations/{}", part.name());
        element("premis:linkingObjectIdentifier")
            .and(text("premis:linkingObjectIdentifierType", "local"))
            .and(text("premis:linkingObjectIdentifierValue", own))
            .and(text(
                "premis:linkingObjectRole",
                if part.is_made() { "outcome" } else { "source" },
            ))
    });
    let by = element("premis:linkingAgentIdentifier")
        .and(text("premis:linkingAgentIdentifierType", "local"))
        .and(text("premis:linkingAgentIdentifierValue", agent_id(contents)))
        .and(text("premis:linkingAgentRole", "executing program"));
    let outcome =
        element("premis:eventOutcomeInformation").and(text("premis:eventOutcome", "success"));
    element("premis:event")
        .and(identifier)
        .and(text("premis:eventType", "creation"))
        .and(text("premis:eventDateTime", contents.created()))
        .and(element("premis:eventDetailInformation").and(text("premis:eventDetail", detail)))
        .and(outcome)
        .and(by)
        .all(objects)
}

fn agent_id(contents: &Contents) -> String {
    let Program { namn, version, .. } = &contents.manifest.korning.program;
    format!("{namn}-{version}")
}

fn agent(contents: &Contents) -> Element {
    let program = &contents.manifest.korning.program;
    let note = format!(
        "källkod SHA-256 {}, Cargo.lock SHA-256 {}",
        program.kallkod_sha256, program.cargo_lock_sha256
    );
    let identifier = element("premis:agentIdentifier")
        .and(text("premis:agentIdentifierType", "local"))
        .and(text("premis:agentIdentifierValue", agent_id(contents)));
    element("premis:agent")
        .and(identifier)
        .and(text("premis:agentName", &program.namn))
        .and(text("premis:agentType", "software"))
        .and(text("premis:agentVersion", &program.version))
        .and(text("premis:agentNote", note))
        .and(event_link(contents))
}
