//! The words around a problem.

use crate::problem::messages;

messages! { "words":
    word { text } sv "{text}" en "‘{text}’"
    quoted { text } sv "”{text}”" en "‘{text}’"
    and { first, last } sv "{first} och {last}" en "{first} and {last}"
    or { first, last } sv "{first} eller {last}" en "{first} or {last}"
    error {} sv "fel" en "error"
    warning {} sv "varning" en "warning"
    expected {} sv "väntade" en "expected"
    help {} sv "hjälp" en "help"
    at_stake {} sv "rör" en "moves"
}
