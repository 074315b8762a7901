//! The words around a problem.

use crate::problem::messages;

messages! { "words":
    quoted { text } sv "”{text}”" one "‘{text}’"
    and { first, last } sv "{first} och {last}" one "{first} and {last}"
    or { first, last } sv "{first} eller {last}" one "{first} or {last}"
    error {} sv "fel" one "error"
    warning {} sv "varning" one "warning"
    expected {} sv "väntade" one "expected"
    help {} sv "hjälp" one "help"
}
