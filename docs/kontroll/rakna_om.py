"""Räknar om varje siffra i ett spår, ur spåret självt och inget annat, och jämför exakt med den som står där.

    python3 docs/kontroll/rakna_om.py output/2024/trace.json

Spårets form, operationerna och funktionerna står i docs/spar.md, vars provvärden också räknas.
"""
import json, operator, re, sys
from datetime import date
from fractions import Fraction
from math import floor, prod
from pathlib import Path

from funktioner import FUNKTION, half_up

OPERATION = {
    "+": lambda *tal: sum(tal), "-": lambda ett, *annat: ett - annat[0] if annat else -ett,
    "*": lambda *tal: prod(tal), "/": operator.truediv, "half_up": half_up, "nedåt": floor,
    "minst": lambda *tal: min(tal), "störst": lambda *tal: max(tal),
    "=": operator.eq, "<": operator.lt, ">": operator.gt, ">=": operator.ge,
}


def rakna(uttryck, siffror, anrop):
    """Ett uttrycks värde, av siffror och anrop som redan är räknade."""
    if isinstance(uttryck, str):
        return siffror[uttryck]
    if isinstance(uttryck, int):
        return Fraction(uttryck)
    namn, *delar = uttryck
    if namn == "anrop":
        return anrop(delar[0])[delar[1]]
    if namn == "om":
        return rakna(delar[1 if rakna(delar[0], siffror, anrop) else 2], siffror, anrop)
    return OPERATION[namn](*(rakna(en, siffror, anrop) for en in delar))


def anropa(anrop, siffror):
    return FUNKTION[anrop["funktion"]](*([rakna(en, siffror, None) for en in lista] for lista in anrop["av"]))


def last(text):
    """Ett värde som det står: ett heltal, ett decimaltal, ett bråk eller en dag."""
    return date.fromisoformat(text) if re.fullmatch(r"\d+-\d\d-\d\d", str(text)) else Fraction(text)


def prova_spar(spar):
    """Antalet celler och räknade siffror, och det som skiljer."""
    siffror, svar, skiljer = {}, {}, []

    def anrop(nummer):
        if nummer not in svar:
            svar[nummer] = anropa(spar["anrop"][nummer], siffror)
        return svar[nummer]

    for siffra in spar["siffror"]:
        namn, visad = siffra["id"], last(siffra["varde"])
        exakt = last(siffra.get("exakt", siffra["varde"]))
        raknad = exakt if "cell" in siffra else rakna(siffra["uttryck"], siffror, anrop)
        if namn in siffror or exakt != raknad or "exakt" in siffra and visad != half_up(exakt * 10**12) / Fraction(10**12):
            skiljer.append(f"{namn}: {siffra['varde']} ({exakt}) ska vara {raknad}")
        siffror[namn] = raknad
    celler = sum("cell" in siffra for siffra in spar["siffror"])
    return celler, len(siffror) - celler, skiljer


def prova_provvarden(text):
    """Antalet provvärden, och det som skiljer."""
    block = re.findall(r"```json\n(\[\n.*?\n\])\n```", text, re.DOTALL)
    prov = [ett for lista in block for ett in json.loads(lista)]
    raknat = [anropa(ett, {}) if "av" in ett else [rakna(ett["uttryck"], {}, None)] for ett in prov]
    return len(prov), [f"{ett} ger {svar}" for ett, svar in zip(prov, raknat) if svar != [*map(last, ett["svar"])]]


if __name__ == "__main__":
    celler, raknade, skiljer = prova_spar(json.loads(Path(sys.argv[1]).read_text("utf-8")))
    prov, fel = prova_provvarden((Path(__file__).parent.parent / "spar.md").read_text("utf-8"))
    print(f"{raknade} siffror räknade ur {celler} celler, {len(skiljer)} skiljer; {prov} provvärden, {len(fel)} skiljer")
    for rad in skiljer[:5] + fel[:5]:
        print(rad)
    sys.exit(bool(skiljer or fel) or not (celler and raknade and prov))
