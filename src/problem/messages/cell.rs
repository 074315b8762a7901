//! What is said of what stands in a cell: numbers, dates, texts and choices, and what a field expects.

use crate::problem::messages;

messages! { "cell":
    whole_number {} sv "ett heltal" en "a whole number"
    number {} sv "ett tal" en "a number"
    is_not { content, what } sv "{content} är inte {what}" en "{content} is not {what}"
    is_percentage { content } sv "{content} är ett procenttal" en "{content} is a percentage"
    not_an_interval { content }
        sv "{content} är varken ett heltal eller ett intervall"
        en "{content} is neither a whole number nor an interval"
    not_text { content } sv "{content} är inte text" en "{content} is not text"
    not_a_date { content } sv "{content} är inte ett datum" en "{content} is not a date"
    not_a_choice { content }
        sv "{content} är inte något av valen"
        en "{content} is not one of the choices"
    too_large { content } sv "{content} är för stort" en "{content} is too large"
    too_small { content } sv "{content} är för litet" en "{content} is too small"
    negative { content } sv "{content} är negativt" en "{content} is negative"
    unsound {} sv "talet är för stort eller för litet" en "the number is too large or too small"
    has_decimals { content, count }
        sv "{content} har {count} decimaler"
        en "{content} has {count} decimals"
    is_long { content, count }
        sv "{content} är {count} tecken lång"
        en "{content} is {count} characters long"
    contains { content, character }
        sv "{content} innehåller {character}"
        en "{content} contains {character}"
    holds_time {} sv "cellen innehåller ett klockslag" en "the cell holds a time of day"
    holds_error { value }
        sv "cellen innehåller felvärdet {value}"
        en "the cell holds the error value {value}"
    without_value {} sv "formeln har inget beräknat värde" en "the formula has no computed value"

    error_value { swedish, english }
        sv "{swedish} ({english})"
        en "{english} (‘{swedish}’ in a Swedish spreadsheet)"
    the_number {} sv "talet" en "the number"
    the_date { date } sv "datumet {date}" en "the date {date}"
    the_time {} sv "klockslaget" en "the time of day"
    the_formula {} sv "formeln" en "the formula"
    yes {} sv "SANT" en "TRUE"
    no {} sv "FALSKT" en "FALSE"

    tab { code } sv "{code} (tabb)" en "{code} (tab)"
    line_break { code } sv "{code} (radbrytning)" en "{code} (line break)"
    soft_hyphen { code } sv "{code} (mjukt bindestreck)" en "{code} (soft hyphen)"
    invisible { code } sv "{code} (osynligt tecken)" en "{code} (invisible character)"
    turns_direction { code }
        sv "{code} (ändrar skrivriktningen)"
        en "{code} (changes the direction of writing)"
    replaces_lost { code }
        sv "{code} (ersätter ett tecken som gått förlorat)"
        en "{code} (stands for a character that was lost)"
    control { code } sv "{code} (styrtecken)" en "{code} (control character)"

    thousand_kronor {} sv "tkr" en "thousands of kronor"
    million_kronor {} sv "mnkr" en "millions of kronor"
    billion_kronor {} sv "mdkr" en "billions of kronor"
    kronor_per_inhabitant {} sv "kr/inv" en "kr/inhabitant"
    inhabitants {} sv "invånare" en "inhabitants"
    months {} sv "månader" en "months"
    weeks {} sv "veckor" en "weeks"
    month {} sv "månad" en "month"
    whole_number_unit {} sv "heltal" en "a whole number"
    number_unit {} sv "tal" en "a number"
    from_to { from, to } sv "{from} till {to}" en "{from} to {to}"
    decimals_at_most { number, decimals }
        sv "{number}, högst {decimals} decimaler"
        en "{number}, at most {decimals} decimals"
    or_an_interval { number }
        sv "{number}, eller ett intervall som 4–6, av vilket det lägsta räknas"
        en "{number}, or an interval such as 4–6, of which the lowest number counts"
    text_at_most { characters }
        sv "text, högst {characters} tecken"
        en "text, at most {characters} characters"
    a_date {} sv "ett datum, som 2024-04-18" en "a date, such as 2024-04-18"
    one_of { words } sv "något av {words}" en "one of {words}"

    round {}
        sv "avrunda värdet i cellen; att visa färre decimaler räcker inte"
        en "round the value in the cell; showing fewer decimals is not enough"
    mend_formula {}
        sv "rätta formeln, eller skriv värdet i stället"
        en "correct the formula, or write the value instead"
    compute_again {}
        sv "öppna arbetsboken i Excel eller LibreOffice, räkna om och spara"
        en "open the workbook in Excel or LibreOffice, recalculate and save"
    write_by_hand {}
        sv "skriv om texten för hand i stället för att klistra in den"
        en "type the text by hand instead of pasting it"
    percentage_to_number {}
        sv "ändra cellens talformat från procent till tal och skriv värdet på nytt"
        en "change the number format of the cell from percentage to number and write the value again"
    date_to_number {}
        sv "ändra cellens talformat från datum till tal och skriv värdet på nytt"
        en "change the number format of the cell from date to number and write the value again"
    number_to_text {}
        sv "ändra cellens talformat till text och skriv värdet på nytt"
        en "change the number format of the cell to text and write the value again"
    number_to_date {}
        sv "ändra cellens talformat till datum och skriv datumet på nytt"
        en "change the number format of the cell to date and write the date again"
    taken_as_date {}
        sv "kalkylprogrammet har tagit intervallet för ett datum; ändra cellens talformat till text och skriv det på nytt"
        en "the spreadsheet program has taken the interval for a date; change the number format of the cell to text and write it again"
    shorten {} sv "korta texten" en "shorten the text"
    write_date {}
        sv "skriv år, månad och dag: 2024-04-18"
        en "write year, month and day: 2024-04-18"
    no_such_day {}
        sv "den dagen finns inte i kalendern"
        en "there is no such day in the calendar"
    only_date {} sv "skriv bara datumet" en "write the date only"
    is_meant { word } sv "menas {word}?" en "is {word} meant?"
    choose {} sv "välj i listan i cellen" en "choose from the list in the cell"

    too_many_digits {}
        sv "talet har fler siffror än programmet kan hålla exakt"
        en "the number has more digits than the program can hold exactly"
    zero_or_empty {}
        sv "skriv 0 om det är noll som menas, lämna annars cellen tom"
        en "write 0 if zero is meant, otherwise leave the cell empty"
    letter_o {}
        sv "bokstaven O står där en nolla väntas"
        en "the letter O stands where a zero is expected"
    letter_l {}
        sv "bokstaven l eller I står där en etta väntas"
        en "the letter l or I stands where a one is expected"
    minus_sign { suggestion }
        sv "skriv minustecken i stället för tankstreck: {suggestion}"
        en "write a minus sign instead of a dash: {suggestion}"
    one_comma {}
        sv "kommat är decimaltecken och får stå en gång; skilj tusental med mellanrum"
        en "the comma is the decimal sign and may occur only once; separate thousands with spaces"
    without_percent {} sv "skriv talet utan procenttecken" en "write the number without the percent sign"
    groups_of_three {}
        sv "mellanrum ska skilja tusental i grupper om tre siffror, som i 12 345 678"
        en "spaces must separate thousands in groups of three digits, as in 12 345 678"
    only_number {}
        sv "skriv bara talet i cellen; enheten står i rubriken"
        en "write only the number in the cell; the unit is in the heading"
    comma_or_space { comma, spaces }
        sv "skriv decimalkomma ({comma}) eller mellanrum mellan tusental ({spaces})"
        en "write a decimal comma ({comma}) or spaces between thousands ({spaces})"
    decimal_comma { suggestion }
        sv "skriv decimalkomma: {suggestion}"
        en "write a decimal comma: {suggestion}"
    comma_and_spaces {}
        sv "skriv decimalkomma, och skilj tusental med mellanrum: 12 345,67"
        en "write a decimal comma, and separate thousands with spaces: 12 345,67"
    rounded_down {}
        sv "skriv hela tal, avrundade nedåt"
        en "write whole numbers, rounded down"
    lowest_first { suggestion }
        sv "skriv det lägsta först: {suggestion}"
        en "write the lowest first: {suggestion}"
    number_or_interval {}
        sv "skriv ett tal, som 4, eller ett intervall, som 4–6"
        en "write a number, such as 4, or an interval, such as 4–6"
    more_digits { field, number }
        sv "{field}: {number} har fler siffror än ett kalkylblad kan hålla"
        en "{field}: {number} has more digits than a spreadsheet can hold"
}
