//! METS: what a package and each of its parts hold, file by file with its checksum. Follows CSIP 2.1.0 and SIP 2.1.0,
//! whose requirements are named where they are met by more than a name.

use super::part::within;
use super::xml::{Element, element, text};
use super::{Contents, Issuer, METS, Part, descriptive, format, preservation};
use crate::manifest::Checksum;
use crate::output::Files;

/// The profile, by the address that SIP2 asks for.
const PROFILE: &str = "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml";

/// Where each namespace is described, from a METS.
const SCHEMAS: &str = "http://www.loc.gov/METS/ schemas/mets.xsd \
    http://www.w3.org/1999/xlink schemas/xlink.xsd \
    https://DILCIS.eu/XML/METS/CSIPExtensionMETS schemas/DILCISExtensionMETS.xsd \
    https://DILCIS.eu/XML/METS/SIPExtensionMETS schemas/DILCISExtensionSIPMETS.xsd";

/// The largest METS of a whole package, in bytes: some readers take a larger one in pieces and lose their way.
const LARGEST: usize = 32 << 10;

/// Adds the METS of a part, which has its other files already.
pub(super) fn add_to_part(part: Part, contents: &Contents, files: &mut Files) {
    let mets = Mets { folder: part.folder(), contents, files };
    let (category, kind) = category(part);
    let own = format!("{}data/", mets.folder);
    let groups = [
        mets.group("Documentation", "grp-documentation", "Dokumentation", "documentation/"),
        mets.group("Schemas", "grp-schemas", "XML Schema", "schemas/"),
        mets.group_of(
            &format!("Representations/{}/data", part.name()),
            &mets.id("grp-representations"),
            kind,
            within(files, &own),
            "",
        ),
    ];
    let root =
        root(part.name(), part.title(), category).with("csip:CONTENTINFORMATIONTYPE", "OTHER");
    let root = root.with("csip:OTHERCONTENTINFORMATIONTYPE", kind);
    let document = mets.whole(root, mets.header(), groups.into(), part.name(), Vec::new());
    files.insert(part.mets(), document.to_document());
}

/// Adds the METS of the whole package, which has all other files already.
///
/// # Panics
/// If it is larger than readers take: a bug.
pub(super) fn add(id: &str, contents: &Contents, files: &mut Files) {
    let mets = Mets { folder: String::new(), contents, files };
    let all: Vec<_> = Part::ALL.iter().map(|part| part.mets()).collect();
    let mut groups = vec![
        mets.group("Documentation", "grp-documentation", "Dokumentation", "documentation/"),
        mets.group("Schemas", "grp-schemas", "XML Schema", "schemas/"),
        // CSIP103 and 104 ask for a group and a division of this name beside those of each part.
        mets.group_of("Representations", &mets.id("grp-representations"), "METS", &all, "-alla"),
    ];
    let mut divisions = Vec::new();
    for part in Part::ALL {
        let (label, group) =
            (format!("Representations/{}", part.name()), xml_id("grp", &part.folder()));
        groups.push(mets.group_of(&label, &group, category(part).1, &[part.mets()], ""));
        let pointer = mets.link(element("mets:mptr"), &part.mets()).with("xlink:title", &group);
        let division = element("mets:div").with("ID", xml_id("div", &part.folder()));
        divisions.push(division.with("LABEL", label).and(pointer));
    }
    let header = match &contents.replaces {
        None => mets.header().with("RECORDSTATUS", "NEW"),
        Some(earlier) => {
            let earlier = text("mets:altRecordID", &earlier.package);
            mets.header()
                .with("RECORDSTATUS", "REPLACEMENT")
                .and(earlier.with("TYPE", "PREVIOUSREFERENCECODE"))
        }
    };
    let root = root(id, &contents.title(), "Mixed").with("csip:CONTENTINFORMATIONTYPE", "MIXED");
    let document = mets.whole(root, header, groups, id, divisions).to_document();
    assert!(document.len() < LARGEST, "the METS of the package is {} bytes", document.len());
    files.insert(METS.to_owned(), document);
}

/// A part's category, a word of CSIP's vocabulary, and what it holds in our own.
fn category(part: Part) -> (&'static str, &'static str) {
    match part {
        Part::Documents => ("Textual works – Digital", "Beslutsdokument"),
        Part::Data => ("Datasets", "Beslutsdata"),
        Part::Inputs => ("Datasets", "Arbetsböcker"),
        Part::Templates => ("Software", "Dokumentmallar"),
    }
}

/// An id that XML allows, one to one with a name: what it does not allow becomes `_` and two hexadecimal digits.
fn xml_id(kind: &str, name: &str) -> String {
    let sign = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' => char::from(byte).to_string(),
        other => format!("_{other:02x}"),
    };
    let name: String = name.bytes().map(sign).collect();
    if name.is_empty() { format!("ID-{kind}") } else { format!("ID-{kind}-{name}") }
}

/// A path as an address: everything but what addresses may hold as `%` and two hexadecimal digits.
pub(super) fn address(path: &str) -> String {
    let sign = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => {
            char::from(byte).to_string()
        }
        other => format!("%{other:02X}"),
    };
    path.bytes().map(sign).collect()
}

/// A METS on the way: of what folder, with `/` last, nothing for the package.
struct Mets<'a> {
    folder: String,
    contents: &'a Contents,
    files: &'a Files,
}

impl Mets<'_> {
    fn id(&self, kind: &str) -> String {
        xml_id(kind, &self.folder)
    }

    /// Who made it and who hands it over: the program (CSIP10–16), those who issued the documents (SIP9–14), and the
    /// first of them again as the one that submits (SIP15–20).
    fn header(&self) -> Element {
        let (created, program) = (self.contents.created(), &self.contents.manifest.korning.program);
        let version = text("mets:note", &program.version).with("csip:NOTETYPE", "SOFTWARE VERSION");
        let software = element("mets:agent").with("ROLE", "CREATOR").with("TYPE", "OTHER");
        let software = software.with("OTHERTYPE", "SOFTWARE").and(text("mets:name", &program.namn));
        let issuers = &self.contents.issuers;
        let archivists = issuers.iter().map(|issuer| organisation("ARCHIVIST", issuer));
        let submits = issuers.iter().take(1).map(|issuer| organisation("CREATOR", issuer));
        element("mets:metsHdr")
            .with("CREATEDATE", &created)
            .with("LASTMODDATE", &created)
            .with("csip:OAISPACKAGETYPE", "SIP")
            .and(software.and(version))
            .all(archivists.chain(submits))
    }

    fn whole(
        &self,
        root: Element,
        header: Element,
        groups: Vec<Element>,
        label: &str,
        divisions: Vec<Element>,
    ) -> Element {
        let created = self.contents.created();
        let section = |name, id: String| {
            element(name).with("ID", id).with("CREATED", &created).with("STATUS", "CURRENT")
        };
        let (dmd, digiprov) = (self.id("dmd"), self.id("digiprov"));
        let descriptive = self.metadata(descriptive::PATH, "DC", "2008-02-11");
        let preservation = self.metadata(preservation::PATH, "PREMIS", "3.0");
        let digiprov_section = section("mets:digiprovMD", digiprov.clone()).and(preservation);
        let division = |kind: &str, label: &str| {
            element("mets:div").with("ID", self.id(&format!("div-{kind}"))).with("LABEL", label)
        };
        let of_group = |kind: &str, label: &str| {
            let group = element("mets:fptr").with("FILEID", self.id(&format!("grp-{kind}")));
            division(kind, label).and(group)
        };
        let metadata = division("metadata", "Metadata").with("ADMID", digiprov).with("DMDID", &dmd);
        let package = division("paket", label)
            .and(metadata)
            .and(of_group("documentation", "Documentation"))
            .and(of_group("schemas", "Schemas"))
            .and(of_group("representations", "Representations"))
            .all(divisions);
        let map = element("mets:structMap").with("ID", self.id("struct"));
        root.and(header)
            .and(section("mets:dmdSec", dmd).and(descriptive))
            .and(element("mets:amdSec").with("ID", self.id("amd")).and(digiprov_section))
            .and(element("mets:fileSec").with("ID", self.id("filesec")).all(groups))
            .and(map.with("TYPE", "PHYSICAL").with("LABEL", "CSIP").and(package))
    }

    fn metadata(&self, path: &str, kind: &str, version: &str) -> Element {
        let path = format!("{}{path}", self.folder);
        let element = self.link(element("mets:mdRef"), &path);
        self.facts(element.with("MDTYPE", kind).with("MDTYPEVERSION", version), &path)
    }

    /// The files of a folder within this one.
    fn group(&self, label: &str, kind: &str, content: &str, folder: &str) -> Element {
        let folder = format!("{}{folder}", self.folder);
        self.group_of(label, &self.id(kind), content, within(self.files, &folder), "")
    }

    /// Files as a group; `apart` sets the ids of files that stand in two groups apart.
    fn group_of<'p>(
        &self,
        label: &str,
        id: &str,
        content: &str,
        paths: impl IntoIterator<Item = &'p String>,
        apart: &str,
    ) -> Element {
        // CSIP63 asks for the kind of content of every group.
        let group = element("mets:fileGrp").with("ID", id).with("USE", label);
        let group = group.with("csip:CONTENTINFORMATIONTYPE", "OTHER");
        let group = group.with("csip:OTHERCONTENTINFORMATIONTYPE", content);
        group.all(paths.into_iter().map(|path| self.file(path, apart)))
    }

    fn file(&self, path: &str, apart: &str) -> Element {
        let format = format::of(path, self.contents.standard());
        let file = element("mets:file").with("ID", xml_id(&format!("fil{apart}"), path));
        let file = self.facts(file, path).with("sip:FILEFORMATNAME", format.name);
        let file = match format.pronom {
            Some(key) => {
                file.with("sip:FORMATREGISTRY", "PRONOM").with("sip:FORMATREGISTRYKEY", key)
            }
            None => file,
        };
        file.and(self.link(element("mets:FLocat"), path))
    }

    /// Where a file lies, from this METS.
    fn link(&self, element: Element, path: &str) -> Element {
        let own = path.strip_prefix(self.folder.as_str()).unwrap_or(path);
        let element = element.with("LOCTYPE", "URL").with("xlink:type", "simple");
        element.with("xlink:href", address(own))
    }

    /// What a file is: its kind, size and checksum.
    fn facts(&self, element: Element, path: &str) -> Element {
        let bytes = self.files.get(path).unwrap_or_else(|| panic!("{path} is in the package"));
        element
            .with("MIMETYPE", format::of(path, self.contents.standard()).media_type)
            .with("SIZE", bytes.len().to_string())
            .with("CREATED", self.contents.created())
            .with("CHECKSUM", Checksum::of(bytes).to_string())
            .with("CHECKSUMTYPE", "SHA-256")
    }
}

/// The outermost element: what is described, and by which schemas.
fn root(id: &str, label: &str, category: &str) -> Element {
    element("mets:mets")
        .with("xmlns:mets", "http://www.loc.gov/METS/")
        .with("xmlns:csip", "https://DILCIS.eu/XML/METS/CSIPExtensionMETS")
        .with("xmlns:sip", "https://DILCIS.eu/XML/METS/SIPExtensionMETS")
        .with("xmlns:xlink", "http://www.w3.org/1999/xlink")
        .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
        .with("xsi:schemaLocation", SCHEMAS)
        .with("OBJID", id)
        .with("LABEL", label)
        .with("TYPE", category)
        .with("PROFILE", PROFILE)
}

fn organisation(role: &str, issuer: &Issuer) -> Element {
    let agent = element("mets:agent").with("ROLE", role).with("TYPE", "ORGANIZATION");
    let agent = agent.and(text("mets:name", &issuer.name));
    let number = issuer.organisation_number.as_ref().map(|number| {
        text("mets:note", format!("ORG:{number}")).with("csip:NOTETYPE", "IDENTIFICATIONCODE")
    });
    agent.all(number)
}
