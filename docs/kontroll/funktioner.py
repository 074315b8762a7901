"""De namngivna funktionerna i spåret, så som docs/spar.md definierar dem. Talen är bråk, utan avrundning."""
from datetime import date, timedelta
from fractions import Fraction
from math import floor


def half_up(tal):
    """Närmaste hela tal; halva bort från noll."""
    return floor(abs(tal) + Fraction(1, 2)) * (-1 if tal < 0 else 1)


def hela(regel, delar, pott, plats=0):
    """Hela kronor av delar, som tillsammans blir potten: regeln säger vem som får kronorna som blir över."""
    tecken = -1 if pott < 0 else 1  # en pott under noll delas som sin motsats
    delar, pott = [tecken * en for en in delar], tecken * pott
    svar = [floor(en) if regel == "största_rest" else half_up(en) for en in delar]
    over = int(pott - sum(svar))
    i_tur = {"största_rest": sorted(range(len(delar)), key=lambda plats: svar[plats] - delar[plats]),
             "rest_till_störst": [delar.index(max(delar))], "rest_till": [int(plats)]}[regel]
    for nummer in range(abs(over)):  # en krona i taget; ska de tas tillbaka är turen den omvända
        svar[(i_tur if over > 0 else i_tur[::-1])[nummer % len(i_tur)]] += 1 if over > 0 else -1
    return [tecken * en for en in svar]


def median(tal):
    tal = sorted(tal)
    return [(tal[(len(tal) - 1) // 2] + tal[len(tal) // 2]) / 2]


def trappsteg(kostnad, starter):
    slut = [*starter[1:], max([kostnad, *starter])]
    return [max(min(kostnad, till) - fran, 0) for fran, till in zip(starter, slut)]


def inom_granser(vikter, pott, golv, tak):
    """Efter vikterna inom gränserna: den som hamnar utanför får gränsen, resten delar på det som är kvar."""
    klara = {}
    while True:
        kvar, fria = pott - sum(klara.values()), [n for n in range(len(vikter)) if n not in klara]
        summa = sum(vikter[n] for n in fria)
        delar = {n: kvar * vikter[n] / summa if summa else Fraction(0) for n in fria}
        granser = {n: min([max([delar[n], *golv]), *tak]) for n in fria}
        saknas = sum(granser[n] - delar[n] for n in fria)
        nya = {n: granser[n] for n in fria if granser[n] != delar[n] and (granser[n] - delar[n]) * saknas >= 0}
        if not nya:
            return [{**klara, **delar}[n] for n in range(len(vikter))]
        klara |= nya


def helgdag(dag):
    a, (b, c) = dag.year % 19, divmod(dag.year, 100)
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    efter_pask = (dag - date(dag.year, 3, 22)).days - (d + e - 7 * ((a + 11 * d + 22 * e) // 451))
    datum, fredag, lordag = (dag.month, dag.day), dag.weekday() == 4, dag.weekday() == 5
    return (datum in [(1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)]
            or efter_pask in [-2, 0, 1, 39, 49] or fredag and (6, 19) <= datum <= (6, 25)
            or lordag and ((6, 20) <= datum <= (6, 26) or (10, 31) <= datum <= (11, 6)))


def forsta(veckodagar, ar, manad):
    dag = date(int(ar + (manad - 1) // 12), int((manad - 1) % 12 + 1), 1)
    while dag.weekday() >= veckodagar or helgdag(dag):
        dag += timedelta(days=1)
    return [dag]


FUNKTION = {
    "plats": lambda tal: [1 + sum(annat > ett for annat in tal) for ett in tal],
    "median": median,
    "antal": lambda tal: [len(tal)],
    "trappsteg": lambda kostnad, starter: trappsteg(*kostnad, starter),
    "inom_gränser": lambda vikter, pott, golv, tak: inom_granser(vikter, *pott, golv, tak),
    "största_rest": lambda delar, pott: hela("största_rest", delar, *pott),
    "rest_till_störst": lambda delar, pott: hela("rest_till_störst", delar, *pott),
    "rest_till": lambda delar, pott, plats: hela("rest_till", delar, *pott, *plats),
    "första_bankdag": lambda ar, manad: forsta(5, *ar, *manad),
    "första_vardag": lambda ar, manad: forsta(6, *ar, *manad),
}
