//! What a finished PDF has attached.

use lopdf::{Document, Error, Object};

use super::pdf::is_packed_once;

/// The bytes of each file that is attached to a PDF, which may be anyone's. `most` is how many bytes one may be packed
/// in.
///
/// # Errors
/// If the PDF, or what is attached, cannot be read, or is more than that.
pub fn attached(pdf: &[u8], most: usize) -> lopdf::Result<Vec<Vec<u8>>> {
    if !is_packed_once(pdf) {
        return Err(Error::ReferenceLimit);
    }
    let document = Document::load_mem(pdf)?;
    let files = document.objects.values().filter_map(|object| match object {
        Object::Dictionary(own) => own.get(b"EF").ok(),
        _ => None,
    });
    let bytes = |file: &Object| {
        let (_, file) = document.dereference(file)?;
        let stream = file.as_dict()?.get_deref(b"F", &document)?.as_stream()?;
        if stream.content.len() > most {
            return Err(Error::ReferenceLimit);
        }
        if stream.dict.has(b"Filter") {
            stream.decompressed_content()
        } else {
            Ok(stream.content.clone())
        }
    };
    files.map(bytes).collect()
}
