//! Rows of fields with a separator between, as RFC 4180 writes them: UTF-8, lines ended by CR and LF, and in quotation
//! marks what would else be read as something else.

use csv::{Terminator, WriterBuilder};

/// Rows as a file.
///
/// # Panics
/// If a row has more fields than another: a bug.
pub fn table<R: IntoIterator<Item = String>>(
    separator: u8,
    rows: impl IntoIterator<Item = R>,
) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .delimiter(separator)
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        let written = writer.write_record(row);
        written.unwrap_or_else(|error| panic!("memory takes every row of a table: {error}"));
    }
    writer.into_inner().unwrap_or_else(|error| panic!("memory is written to its end: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_that_could_break_a_row_are_quoted() {
        let fields = ["a", "b;c", "d \"e\"", "f\ng", ""].map(str::to_owned);
        assert_eq!(table(b';', [fields]), b"a;\"b;c\";\"d \"\"e\"\"\";\"f\ng\";\r\n");
        let fields = ["a,b", "c;d"].map(str::to_owned);
        assert_eq!(table(b',', [fields]), b"\"a,b\",c;d\r\n");
    }
}
