//! What is said of cells that are to hold something else, and cannot.

use crate::problem::messages;

messages! { "simulation":
    no_change { text }
        sv "{text} är inget nytt värde: skriv det som det skulle stå i cellen, eller en förändring i procent med tecken, till exempel +2 %"
        en "{text} is no new value: write it as it would stand in the cell, or a change in percent with its sign, for example +2 %"
    no_place { text }
        sv "{text} pekar inte ut någon cell: skriv Blad!Rad, Blad!Rad!Kolumn eller Blad!C14"
        en "{text} names no cell: write Sheet!Row, Sheet!Row!Column or Sheet!C14"
    no_sheet { sheet, near }
        sv "inget blad som siffrorna bygger på heter {sheet}{near}"
        en "no sheet that the figures rest on is called {sheet}{near}"
    not_on_sheet { text, sheet, near }
        sv "{text} är inget tal på bladet {sheet} som någon siffra bygger på{near}"
        en "{text} is no number on the sheet {sheet} that any figure rests on{near}"
    several { text, ways }
        sv "{text} kan vara flera celler; skriv en av dem, eller * för alla rader eller kolumner:{ways}"
        en "{text} can be several cells; write one of them, or * for all rows or columns:{ways}"
    is_it { name } sv "; menas {name}?" en "; is {name} meant?"
    no_figure { text, near }
        sv "ingen cell ger siffran {text}; de här heter nästan så:{near}"
        en "no cell gives the figure {text}; these are called nearly so:{near}"
    no_number { text }
        sv "siffran {text} räknas fram, eller är inget tal; ändra någon av cellerna som explain visar att den vilar på"
        en "the figure {text} is computed, or is no number; change one of the cells that explain shows it rests on"
    not_uncertain { text }
        sv "{text} är ett årtal, månader eller ett ordningsnummer och kan inte vara osäkert på det här sättet"
        en "{text} is a year, months or a number in a series and cannot be uncertain in this way"
    twice { text }
        sv "{text} står på flera rader"
        en "{text} stands in several rows"
    bounds_in_order {}
        sv "Lägst måste vara mindre än Högst"
        en "the least must be less than the greatest"
    likeliest_between {}
        sv "en triangel har ett troligaste värde från det lägsta till det högsta"
        en "a triangle has a likeliest value from the least to the greatest"
    likeliest_only_of_triangles {}
        sv "ett troligaste värde har bara en triangel"
        en "only a triangle has a likeliest value"
    beyond_the_cell { bound }
        sv "cellen kan inte innehålla {bound}"
        en "the cell cannot hold {bound}"
    make_one {}
        sv "statsbidrag scaffold ÅR --sample gör en tom att fylla i"
        en "statsbidrag scaffold YEAR --sample makes an empty one to fill in"
    another_year { year, own }
        sv "osäkerheten gäller {year}, och arbetsböckerna {own}"
        en "the uncertainty is of {year}, and the workbooks of {own}"
}
