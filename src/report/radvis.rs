//! JSON that is read a line at a time: each item of the outer lists on a line of its own. A long list is
//! then searched, compared and reviewed by lines, and an expression does not become a column of words.

use std::io::{Result, Write};

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::Formatter;

/// Breaks lines down to a depth, and not below.
#[derive(Debug)]
struct Radvis {
    hogst: usize,
    djup: usize,
    /// Whether the list or object that is being written has anything in it.
    nagot: bool,
}

impl Radvis {
    fn borja(&mut self, ut: &mut (impl Write + ?Sized), tecken: &[u8]) -> Result<()> {
        self.djup += 1;
        self.nagot = false;
        ut.write_all(tecken)
    }

    fn sluta(&mut self, ut: &mut (impl Write + ?Sized), tecken: &[u8]) -> Result<()> {
        if self.nagot && self.djup <= self.hogst {
            Self::rad(ut, self.djup - 1)?;
        }
        self.djup -= 1;
        ut.write_all(tecken)
    }

    fn del(&mut self, ut: &mut (impl Write + ?Sized), forst: bool) -> Result<()> {
        let bryt = self.djup <= self.hogst;
        match (forst, bryt) {
            (true, _) => {}
            (false, true) => ut.write_all(b",")?,
            (false, false) => ut.write_all(b", ")?,
        }
        if bryt { Self::rad(ut, self.djup) } else { Ok(()) }
    }

    fn rad(ut: &mut (impl Write + ?Sized), djup: usize) -> Result<()> {
        ut.write_all(b"\n")?;
        (0..djup).try_for_each(|_| ut.write_all(b"  "))
    }
}

impl Formatter for Radvis {
    fn begin_array<W: Write + ?Sized>(&mut self, ut: &mut W) -> Result<()> {
        self.borja(ut, b"[")
    }
    fn end_array<W: Write + ?Sized>(&mut self, ut: &mut W) -> Result<()> {
        self.sluta(ut, b"]")
    }
    fn begin_array_value<W: Write + ?Sized>(&mut self, ut: &mut W, forst: bool) -> Result<()> {
        self.del(ut, forst)
    }
    fn end_array_value<W: Write + ?Sized>(&mut self, _: &mut W) -> Result<()> {
        self.nagot = true;
        Ok(())
    }
    fn begin_object<W: Write + ?Sized>(&mut self, ut: &mut W) -> Result<()> {
        self.borja(ut, b"{")
    }
    fn end_object<W: Write + ?Sized>(&mut self, ut: &mut W) -> Result<()> {
        self.sluta(ut, b"}")
    }
    fn begin_object_key<W: Write + ?Sized>(&mut self, ut: &mut W, forst: bool) -> Result<()> {
        self.del(ut, forst)
    }
    fn begin_object_value<W: Write + ?Sized>(&mut self, ut: &mut W) -> Result<()> {
        ut.write_all(b": ")
    }
    fn end_object_value<W: Write + ?Sized>(&mut self, _: &mut W) -> Result<()> {
        self.nagot = true;
        Ok(())
    }
}

/// The bytes of anything published as JSON, with lines broken down to a depth: UTF-8, with a final line
/// break.
pub(super) fn bytes(value: &impl Serialize, hogst: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let formatter = Radvis { hogst, djup: 0, nagot: false };
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
