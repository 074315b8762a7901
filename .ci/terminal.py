"""A terminal's text as a picture: reads what a program wrote, writes SVG with the text as text.

    terminal.py TITLE < output > picture.svg
"""

import sys
from html import escape

SIZE, LINE, ADVANCE, MARGIN = 14, 20, 8.45, 16


def picture(title, lines):
    """Lines of text on a light ground, prompts in bold."""
    width = round(max(map(len, lines)) * ADVANCE + 2 * MARGIN)
    height = len(lines) * LINE + 2 * MARGIN - 4
    yield f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" role="img" aria-labelledby="t">'
    yield f'<title id="t">{escape(title)}</title>'
    yield f'<rect width="{width}" height="{height}" rx="6" fill="#f6f8fa" stroke="#d0d7de"/>'
    yield f'<g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,\'DejaVu Sans Mono\',monospace" font-size="{SIZE}" fill="#1f2328">'
    for number, line in enumerate(lines):
        if not line:
            continue
        weight = ' font-weight="bold"' if line.startswith("$ ") else ""
        # A width of its own keeps a line within the frame, whatever font there is.
        length = round(len(line) * ADVANCE, 1)
        y = MARGIN + SIZE + number * LINE
        yield (
            f'<text x="{MARGIN}" y="{y}" textLength="{length}" lengthAdjust="spacingAndGlyphs" '
            f'xml:space="preserve"{weight}>{escape(line)}</text>'
        )
    yield "</g>"
    yield "</svg>"


def main():
    """From standard input to standard output."""
    lines = sys.stdin.read().rstrip("\n").split("\n")
    print("\n".join(picture(sys.argv[1], lines)))


if __name__ == "__main__":
    main()
