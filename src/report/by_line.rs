//! JSON that is read a line at a time: each item of the outer lists on a line of its own. A long list is
//! then searched, compared and reviewed by lines, and an expression does not become a column of words.

use std::io::{Result, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

/// Breaks lines down to a depth, and not below.
#[derive(Debug)]
struct ByLine {
    deepest: usize,
    depth: usize,
    /// Whether the list or object that is being written has anything in it.
    filled: bool,
}

impl ByLine {
    fn open(&mut self, out: &mut (impl Write + ?Sized), sign: &[u8]) -> Result<()> {
        self.depth += 1;
        self.filled = false;
        out.write_all(sign)
    }

    fn close(&mut self, out: &mut (impl Write + ?Sized), sign: &[u8]) -> Result<()> {
        if self.filled && self.depth <= self.deepest {
            Self::line(out, self.depth - 1)?;
        }
        self.depth -= 1;
        out.write_all(sign)
    }

    fn item(&mut self, out: &mut (impl Write + ?Sized), first: bool) -> Result<()> {
        let breaks = self.depth <= self.deepest;
        match (first, breaks) {
            (true, _) => {}
            (false, true) => out.write_all(b",")?,
            (false, false) => out.write_all(b", ")?,
        }
        if breaks { Self::line(out, self.depth) } else { Ok(()) }
    }

    fn line(out: &mut (impl Write + ?Sized), depth: usize) -> Result<()> {
        out.write_all(b"\n")?;
        (0..depth).try_for_each(|_| out.write_all(b"  "))
    }
}

impl Formatter for ByLine {
    fn begin_array<W: Write + ?Sized>(&mut self, out: &mut W) -> Result<()> {
        self.open(out, b"[")
    }
    fn end_array<W: Write + ?Sized>(&mut self, out: &mut W) -> Result<()> {
        self.close(out, b"]")
    }
    fn begin_array_value<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> Result<()> {
        self.item(out, first)
    }
    fn end_array_value<W: Write + ?Sized>(&mut self, _: &mut W) -> Result<()> {
        self.filled = true;
        Ok(())
    }
    fn begin_object<W: Write + ?Sized>(&mut self, out: &mut W) -> Result<()> {
        self.open(out, b"{")
    }
    fn end_object<W: Write + ?Sized>(&mut self, out: &mut W) -> Result<()> {
        self.close(out, b"}")
    }
    fn begin_object_key<W: Write + ?Sized>(&mut self, out: &mut W, first: bool) -> Result<()> {
        self.item(out, first)
    }
    fn begin_object_value<W: Write + ?Sized>(&mut self, out: &mut W) -> Result<()> {
        out.write_all(b": ")
    }
    fn end_object_value<W: Write + ?Sized>(&mut self, _: &mut W) -> Result<()> {
        self.filled = true;
        Ok(())
    }
}

/// The bytes of anything published as JSON, with lines broken down to a depth: UTF-8, with a final line
/// break.
pub(super) fn bytes(value: &impl Serialize, deepest: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let formatter = ByLine { deepest, depth: 0, filled: false };
    value
        .serialize(&mut Serializer::with_formatter(&mut bytes, formatter))
        .unwrap_or_else(|error| panic!("what is published is always JSON: {error}"));
    bytes.push(b'\n');
    bytes
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_line_for_each_item_and_no_break_within() {
        let value = json!({"a": [{"b": [1, ["+", 2]], "c": {}}, "d"], "e": [], "f": {"g": 1}});
        let text = String::from_utf8(bytes(&value, 2)).expect("UTF-8");
        assert_eq!(
            text,
            "{\n  \"a\": [\n    {\"b\": [1, [\"+\", 2]], \"c\": {}},\n    \"d\"\n  ],\n  \"e\": [],\n  \
             \"f\": {\n    \"g\": 1\n  }\n}\n"
        );
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).ok(), Some(value));
    }
}
