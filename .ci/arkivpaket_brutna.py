"""Breaks an archive package in many ways; the validator must refuse each, or its silence means nothing.

    arkivpaket_brutna.py PACKAGE FOLDER     a package as a folder, and a folder to work in
"""
import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

from lxml import etree

PACKAGE, WORK = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
METS = '{http://www.loc.gov/METS/}'
HREF = '{http://www.w3.org/1999/xlink}href'
ROOT, PART = 'METS.xml', 'representations/dokument/METS.xml'
PREMIS, DC = 'metadata/preservation/premis.xml', 'metadata/descriptive/dc.xml'


def replaced(name, before, after):
    """A change of the first text in a file that a pattern matches."""
    def change(root):
        text = (root / name).read_text()
        assert re.search(before, text, re.S), (name, before)
        (root / name).write_text(re.sub(before, after, text, count=1, flags=re.S))
    return change


def digit_changed(root):
    file = root / 'representations/data/data/besked.json'
    file.write_bytes(file.read_bytes().replace(b'1', b'2', 1))


def sealed(root):
    """New sizes and checksums in every METS, so that only the fault that was put in is left."""
    for mets in [*sorted(root.glob('representations/*/METS.xml')), root / ROOT]:
        tree = etree.parse(str(mets))
        for entry in tree.iter(METS + 'file', METS + 'mdRef'):
            locator = entry.find(METS + 'FLocat') if entry.tag == METS + 'file' else entry
            file = mets.parent / locator.get(HREF)
            if file.is_file():
                entry.set('SIZE', str(file.stat().st_size))
                entry.set('CHECKSUM', hashlib.sha256(file.read_bytes()).hexdigest())
        tree.write(str(mets), encoding='UTF-8', xml_declaration=True)


# What is done, whether the checksums are made to agree with it, and what must stand in the reason.
BROKEN = [
    (digit_changed, False, 'checksum'),
    (lambda root: (root / 'representations/dokument/data/cirkular.pdf').unlink(), False, 'missing'),
    (lambda root: (root / 'representations/data/data/ny.txt').write_text('x'), False, 'in no METS'),
    (lambda root: (root / PART).unlink(), False, 'missing'),
    (lambda root: (root / ROOT).unlink(), False, 'CSIPSTR4'),
    (replaced(ROOT, ' OBJID="[^"]*"', ''), False, 'CSIP1'),
    (replaced(ROOT, 'OAISPACKAGETYPE="SIP"', 'OAISPACKAGETYPE="AIP"'), False, 'SIP4'),
    (replaced(PART, 'OAISPACKAGETYPE="SIP"', 'OAISPACKAGETYPE="DIP"'), True, 'SIP4'),
    (replaced(ROOT, 'TYPE="Mixed"', 'TYPE="Blandat"'), False, 'CSIP2'),
    (replaced(ROOT, 'E-ARK-SIP.xml', 'E-ARK-CSIP.xml'), False, 'SIP2'),
    (replaced(ROOT, 'OTHERTYPE="SOFTWARE"', 'OTHERTYPE="PROGRAM"'), False, 'CSIP13'),
    (replaced(ROOT, '<mets:agent ROLE="CREATOR" TYPE="ORGANIZATION">.*?</mets:agent>', ''), False, 'SIP15'),
    (replaced(ROOT, ' CREATEDATE="[^"]*"', ''), False, 'CSIP7'),
    (replaced(ROOT, 'LABEL="CSIP"', 'LABEL="E-ARK"'), False, 'CSIP82'),
    (replaced(ROOT, '<mets:div ID="[^"]*" LABEL="Representations/dokument">.*?</mets:div>', ''), False, 'no mptr'),
    (replaced(PREMIS, '<premis:eventDateTime>.*?</premis:eventDateTime>', ''), True, 'XSD'),
    (replaced(PREMIS, '<premis:messageDigest>[0-9a-f]{4}', '<premis:messageDigest>0000'), True, 'checksum'),
    (replaced(DC, '<dcterms:created([^>]*)>[^<]*<', r'<dcterms:created\1>i somras<'), True, 'XSD'),
]

failed = 0
for number, (change, seal, reason) in enumerate(BROKEN, 1):
    root = WORK / str(number) / PACKAGE.name
    shutil.rmtree(root.parent, ignore_errors=True)
    shutil.copytree(PACKAGE, root)
    change(root)
    if seal:
        sealed(root)
    validator = Path(__file__).with_name('arkivpaket.py')
    said = subprocess.run([sys.executable, validator, root], capture_output=True, text=True)
    errors = said.stdout + said.stderr.split('  warning')[0]
    if said.returncode != 1 or not said.stdout.startswith('FAIL') or reason not in errors:
        failed += 1
        print(f'{number}: not refused for {reason}: {said.stdout}{said.stderr}')
    shutil.rmtree(root.parent)
print(f'{len(BROKEN) - failed} of {len(BROKEN)} broken packages are refused')
sys.exit(failed > 0)
