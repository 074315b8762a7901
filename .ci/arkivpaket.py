#!/usr/bin/env python3
"""Validates archive packages (E-ARK CSIP 2.1.0 and SIP 2.1.0, FGS Paketstruktur 2.0), without network.

    arkivpaket.py PACKAGE...      a package: its folder, or a .tar of it

stdout: one line a package, `PASS name` or `FAIL name: reason`. stderr: further errors, warnings (they do not
fail), infos, and `defect`: errors of eark-validator that contradict the specification, see DEFECTS.
Exit code: 0 all pass, 1 some package failed, 2 the call itself was wrong.

The judge is eark-validator (PyPI, E-ARK Foundation): its structure test, its METS XSD, its Schematron of CSIP
and SIP, on the root METS.xml and on each representation's. Round it, because it does not do so itself:
checksums and sizes against the bytes, no file unlisted, PREMIS and Dublin Core by XSD, OAISPACKAGETYPE = SIP.
"""
import hashlib
import os
import re
import sys
import tarfile
import tempfile
import urllib.request
import zipfile
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

HERE = Path(__file__).resolve().parent
VOCABULARIES = HERE / 'vocabularies'
SCHEMAS = HERE.parent / 'src/package/schemas'

# eark-validator unpacks archives into the temporary folder it finds when imported, and leaves them there.
_TEMP = tempfile.TemporaryDirectory(prefix='eark-')
tempfile.tempdir = _TEMP.name


# --- eark-validator, with its four vocabularies from files instead of the network (it reads them when imported) ---
def _local_vocabulary(url, *_args, **_kwargs):
    name = str(url).rsplit('/', 1)[-1]
    if not re.fullmatch(r'CSIPVocabulary\w+\.xml', name) or not (VOCABULARIES / name).is_file():
        raise OSError(f'no network here, and no file {VOCABULARIES / name}')
    return open(VOCABULARIES / name, 'rb')


_real_urlopen = urllib.request.urlopen
urllib.request.urlopen = _local_vocabulary
try:
    from lxml import etree
    from importlib_resources import files
    from eark_validator.infopacks.manifest import Checksummer
    from eark_validator.infopacks.package_handler import PackageHandler
    from eark_validator.ipxml.resources import vocabs
    from eark_validator.ipxml.schema import IP_SCHEMA
    from eark_validator.mets import MetsValidator
    from eark_validator.model import Severity
    from eark_validator.packages import PackageValidator
    from eark_validator.rules import ValidationProfile
    from eark_validator.specifications.specification import SpecificationType, SpecificationVersion
finally:
    urllib.request.urlopen = _real_urlopen

VERSION = SpecificationVersion.V2_1_0
NS = {'m': 'http://www.loc.gov/METS/', 'csip': 'https://DILCIS.eu/XML/METS/CSIPExtensionMETS',
      'xlink': 'http://www.w3.org/1999/xlink', 'p': 'http://www.loc.gov/premis/v3'}
HREF = '{http://www.w3.org/1999/xlink}href'
IANA = set(files(vocabs).joinpath('IANA.txt').read_text('ascii').split())
PARSER = etree.XMLParser(resolve_entities=False, no_network=True)

# --- Rules where eark-validator 1.1.3 contradicts the text of the specifications -------------
# Such an error is not waved through: the rule as the specification words it is tried instead, on the same METS.
_SOFTWARE = ("m:agent[@ROLE='CREATOR'][@TYPE='OTHER'][@OTHERTYPE='SOFTWARE']"
             "[count(m:name)=1][normalize-space(m:name)!=''][count(m:note)=1][normalize-space(m:note)!='']"
             "[m:note/@csip:NOTETYPE='SOFTWARE VERSION']")
_SOFTWARE_OK = (f"count(/m:mets/m:metsHdr/{_SOFTWARE})=1 and not(/m:mets/m:metsHdr/m:agent[@ROLE='CREATOR']"
                "[not(@TYPE='ORGANIZATION' or @TYPE='INDIVIDUAL' or (@TYPE='OTHER' and @OTHERTYPE='SOFTWARE'))])")
_CODES_OK = ("not(/m:mets/m:metsHdr/m:agent[@TYPE='ORGANIZATION']/m:note[not(@csip:NOTETYPE='IDENTIFICATIONCODE')])")
DEFECTS = {
    # CSIP12-16 are about the mandatory software agent; 1.1.3 asks them of every CREATOR, also of the submitting
    # organisation that SIP15-17 demand (the SIP profile's own example has ROLE=CREATOR TYPE=ORGANIZATION).
    'CSIP12': _SOFTWARE_OK, 'CSIP13': _SOFTWARE_OK, 'CSIP15': _SOFTWARE_OK, 'CSIP16': _SOFTWARE_OK,
    # SIP14 is about @csip:NOTETYPE of the archival creator; 1.1.3 asks @NOTETYPE without namespace, which the METS
    # XSD forbids, of every CREATOR, also of the software agent, whose note CSIP16 fixes to SOFTWARE VERSION.
    'SIP14': _CODES_OK,
}


class Findings:
    def __init__(self):
        self.errors, self.warnings, self.infos, self.defects = [], [], [], []

    def error(self, where, text):
        self.errors.append(f'{where}: {text}')

    def result(self, where, result, mets=None):
        """A result of eark-validator."""
        text = f'{where}: {result.rule_id}: {" ".join((result.message or "").split())}'
        if result.severity == Severity.ERROR:
            test = DEFECTS.get(result.rule_id)
            if test is not None and mets is not None and mets.xpath(test, namespaces=NS) is True:
                self.defects.append(text)
            else:
                self.errors.append(text)
        elif result.severity == Severity.WARNING:
            self.warnings.append(text)
        else:
            self.infos.append(text)


_schemas = {}


def schema(name):
    """An XSD out of schemas/, its imports too: those are loaded first, so that no address is looked up."""
    if name not in _schemas:
        first = {'mets': ['xml.xsd', 'xlink.xsd', 'mets.xsd', 'DILCISExtensionMETS.xsd', 'DILCISExtensionSIPMETS.xsd'],
                 'premis': ['premis-v3-0.xsd'],
                 'dc': ['xml.xsd', 'dc.xsd', 'dcmitype.xsd', 'dcterms.xsd', 'qualifieddc.xsd']}[name]
        xs = 'http://www.w3.org/2001/XMLSchema'
        driver = etree.Element(f'{{{xs}}}schema', targetNamespace=f'urn:local:{name}')
        for file in first:
            namespace = etree.parse(str(SCHEMAS / file), PARSER).getroot().get('targetNamespace')
            extra = {'namespace': namespace} if namespace else {}
            etree.SubElement(driver, f'{{{xs}}}import', schemaLocation=(SCHEMAS / file).as_uri(), **extra)
        _schemas[name] = etree.XMLSchema(driver)
    return _schemas[name]


_profiles = {}


def profile(kind):
    if kind not in _profiles:
        _profiles[kind] = ValidationProfile(kind, VERSION)
    return _profiles[kind]


def by_xsd(found, where, document, xsd):
    if not xsd.validate(document):
        for entry in list(xsd.error_log)[:3]:
            found.error(where, f'XSD, line {entry.line}: {entry.message}')


def target(found, where, base, href, root):
    """What an xlink:href points at; None and an error if it is no file of the package."""
    path = unquote(href or '')
    if not path or '://' in path or PurePosixPath(path).is_absolute() or '\\' in path:
        found.error(where, f'reference {href!r} is not a relative path')
        return None
    file = Path(os.path.normpath(base / path))
    if base not in file.parents or root not in file.parents:
        found.error(where, f'reference {href!r} leaves its folder')
        return None
    if not file.is_file() or file.is_symlink():
        found.error(where, f'file {href!r} is missing')
        return None
    return file


def validate_mets(found, root, folder, is_root, listed, ids):
    """One METS.xml. eark-validator has already judged the root's; a representation's is judged here."""
    path = folder / 'METS.xml'
    where = path.relative_to(root).as_posix()
    try:
        document = etree.parse(str(path), PARSER)
    except etree.XMLSyntaxError as error:
        found.error(where, f'not XML: {error}')
        return []
    mets = document.getroot()

    if not is_root:
        judge = MetsValidator(str(folder))
        try:
            judge.validate_mets('METS.xml')
        except (KeyError, ValueError, AttributeError) as error:  # it takes SIZE, CHECKSUM, LABEL for granted
            found.error(where, f'eark-validator: {type(error).__name__}: {error}')
        for result in judge.validation_errors:
            found.result(where, result)
        for kind in (SpecificationType.CSIP, SpecificationType.SIP):
            rules = profile(kind)
            rules.validate(str(path))
            for result in rules.get_all_results():
                found.result(where, result, mets)
    by_xsd(found, where, document, IP_SCHEMA['sip'])
    by_xsd(found, where, document, schema('mets'))

    # What the specifications say and the Schematron does not test.
    if mets.get('OBJID') != folder.name:
        found.error(where, f'CSIP1: OBJID {mets.get("OBJID")!r} is not the name of the folder, {folder.name!r}')
    kind = mets.xpath('string(m:metsHdr/@csip:OAISPACKAGETYPE)', namespaces=NS)
    if kind != 'SIP':
        found.error(where, f'SIP4: OAISPACKAGETYPE is {kind!r}, not SIP')
    if is_root and mets.xpath("count(m:metsHdr/m:agent[@ROLE='CREATOR'][@TYPE='ORGANIZATION' or @TYPE='INDIVIDUAL']"
                              "[normalize-space(m:name)!=''])", namespaces=NS) < 1:
        found.error(where, 'SIP15: no submitting agent')
    for element in mets.iter('{*}*'):
        name = element.get('ID')
        if name is not None:
            if name in ids:
                found.error(where, f'ID {name!r} is also in {ids[name]}; it must be unique in the package')
            ids[name] = where
    labels = [div.get('LABEL') for div in mets.iterfind('.//m:div', NS)]
    if None in labels:
        found.error(where, 'a div has no LABEL')

    entries = [(e, e.find('m:FLocat', NS)) for e in mets.iterfind('.//m:file', NS)]
    entries += [(e, e) for e in mets.iterfind('.//m:mdRef', NS)]
    for entry, locator in entries:
        if locator is None:
            continue  # CSIP76 says it
        file = target(found, where, folder, locator.get(HREF), root)
        if file is None:
            continue
        listed.add(file)
        name = file.relative_to(folder).as_posix()
        if (entry.get('SIZE') or '') != str(file.stat().st_size):
            found.error(where, f'{name}: SIZE {entry.get("SIZE")}, the file has {file.stat().st_size} bytes')
        try:
            digest = Checksummer(entry.get('CHECKSUMTYPE')).hash_file(file).value
        except (ValueError, AttributeError):
            found.error(where, f'{name}: CHECKSUMTYPE {entry.get("CHECKSUMTYPE")!r} is unknown')
            continue
        if digest != (entry.get('CHECKSUM') or '').upper():
            found.error(where, f'{name}: the checksum does not match the bytes')
        if entry.get('MIMETYPE') not in IANA:
            found.error(where, f'{name}: MIMETYPE {entry.get("MIMETYPE")!r} is not in IANA\'s list')

    for entry in mets.iterfind('.//m:mdRef', NS):
        file = folder / unquote(entry.get(HREF) or '')
        xsd = {'PREMIS': 'premis', 'DC': 'dc'}.get(entry.get('MDTYPE'))
        if xsd and file.is_file():
            name = file.relative_to(root).as_posix()
            try:
                metadata = etree.parse(str(file), PARSER)
            except etree.XMLSyntaxError as error:
                found.error(name, f'not XML: {error}')
                continue
            by_xsd(found, name, metadata, schema(xsd))
            if xsd == 'premis':
                validate_premis(found, root, name, metadata, is_root)

    pointers = []
    for pointer in mets.iterfind('.//m:mptr', NS):
        file = target(found, where, folder, pointer.get(HREF), root)
        if file is not None:
            if file not in listed:
                found.error(where, f'{pointer.get(HREF)} has a mptr but no file element')
            pointers.append(file)
    return pointers


def validate_premis(found, root, where, document, is_root):
    """The file objects of PREMIS against the bytes; those of the root name every file of the representations."""
    named = set()
    for item in document.iterfind('.//p:object', NS):
        if not (item.get('{http://www.w3.org/2001/XMLSchema-instance}type') or '').endswith('file'):
            continue
        name = item.findtext('p:originalName', '', NS)
        file = root / name
        if not name or not file.is_file():
            found.error(where, f'object {name!r} is no file of the package')
            continue
        named.add(file)
        digest = item.findtext('.//p:messageDigest', '', NS).lower()
        if digest != hashlib.sha256(file.read_bytes()).hexdigest():
            found.error(where, f'{name}: the checksum does not match the bytes')
        if item.findtext('.//p:size', '', NS) != str(file.stat().st_size):
            found.error(where, f'{name}: the size does not match')
    if is_root:
        for file in sorted(root.glob('representations/*/data/**/*')):
            if file.is_file() and file not in named:
                found.error(where, f'{file.relative_to(root).as_posix()} has no object')


def unsafe(path):
    """The first name in an archive that would be unpacked outside its folder, or is no plain file or folder."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            names = [(n, True) for n in archive.namelist()]
    else:
        with tarfile.open(path) as archive:
            names = [(m.name, m.isfile() or m.isdir()) for m in archive]
    for name, plain in names:
        if not plain or name.startswith('/') or '\\' in name or '..' in PurePosixPath(name).parts:
            return name
    return None


def validate(path):
    found = Findings()
    path = Path(path)
    if not path.is_dir():
        if not PackageHandler.is_archive(path):
            found.error(path.name, 'neither a folder nor a .tar or .zip')
            return found
        bad = unsafe(path)
        if bad is not None:
            found.error(path.name, f'unsafe name in the archive: {bad!r}')
            return found
    try:
        report = PackageValidator(path if not path.is_dir() else path.resolve(), VERSION).validation_report
        root = PackageHandler().prepare_package(path).resolve()
    except Exception as error:  # eark-validator raises where it cannot read a METS.xml
        found.error('METS.xml', f'eark-validator: {type(error).__name__}: {error}')
        return found
    try:
        mets = etree.parse(str(root / 'METS.xml'), PARSER).getroot()
    except (OSError, etree.XMLSyntaxError):
        mets = None
    for result in report.structure.messages:
        found.result('structure', result)
    if report.metadata is None or mets is None:
        if not found.errors:
            found.error('METS.xml', 'eark-validator did not come to the metadata')
        return found
    for result in report.metadata.schema_results.messages + report.metadata.schematron_results.messages:
        found.result('METS.xml', result, mets)

    listed, ids = {root / 'METS.xml'}, {}
    pointers = validate_mets(found, root, root, True, listed, ids)
    for pointer in pointers:
        validate_mets(found, root, pointer.parent, False, listed, ids)
    representations = root / 'representations'
    for folder in sorted(representations.iterdir()) if representations.is_dir() else []:
        if folder / 'METS.xml' not in pointers:
            found.error('METS.xml', f'{folder.relative_to(root).as_posix()} has no mptr')
    for file in sorted(root.rglob('*')):
        if (file.is_symlink() or not file.is_dir()) and file not in listed:
            found.error('package', f'{file.relative_to(root).as_posix()} is in no METS.xml')
    return found


def grouped(texts):
    """Findings `where: rule: text`, a rule once, with its places."""
    rules = {}
    for text in texts:
        where, what = text.split(': ', 1)
        rules.setdefault(what, []).append(where)
    return sorted(rules.items())


def main(arguments):
    if not arguments or arguments[0].startswith('-'):
        print(__doc__, file=sys.stderr)
        return 2
    failed = False
    for argument in arguments:
        name = argument.rstrip('/')
        try:
            found = validate(argument)
        except Exception as error:  # nothing that breaks the validator may pass
            found = Findings()
            found.error('arkivpaket.py', f'{type(error).__name__}: {error}')
        if found.errors:
            failed = True
            rest = f' (and {len(found.errors) - 3} more)' if len(found.errors) > 3 else ''
            print(f'FAIL {name}: ' + '; '.join(found.errors[:3]) + rest, flush=True)
        else:
            print(f'PASS {name}', flush=True)
        for text in found.errors[3:]:
            print(f'  error    {text}', file=sys.stderr)
        for kind, texts in (('warning', found.warnings), ('defect', found.defects)):
            for text, places in grouped(texts):
                print(f'  {kind:8} {text[:160]}  [{", ".join(sorted(set(places)))}]', file=sys.stderr)
        infos = [f'{text.split(": ")[0]} x{len(places)}' for text, places in grouped(found.infos)]
        if infos:
            print('  info     ' + ', '.join(infos), file=sys.stderr)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
