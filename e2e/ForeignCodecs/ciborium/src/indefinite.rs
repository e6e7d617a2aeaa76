//! Lists and maps that end with a break, and strings in chunks.

use ciborium::Value;
use ciborium_ll::{simple, Encoder, Header};

const CHUNK: usize = 4;

/// The bytes of a value in this form.
pub fn write(value: &Value) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    push(&mut Encoder::from(&mut bytes), value)?;
    Ok(bytes)
}

fn push(encoder: &mut Encoder<&mut Vec<u8>>, value: &Value) -> Result<(), String> {
    match value {
        Value::Integer(number) => header(encoder, integer(i128::from(*number))?),
        Value::Float(number) => header(encoder, Header::Float(*number)),
        Value::Bool(true) => header(encoder, Header::Simple(simple::TRUE)),
        Value::Bool(false) => header(encoder, Header::Simple(simple::FALSE)),
        Value::Null => header(encoder, Header::Simple(simple::NULL)),
        // A very long string is cut into few chunks.
        Value::Bytes(bytes) => encoder.bytes(bytes, CHUNK.max(bytes.len() / 100)).map_err(|e| e.to_string()),
        Value::Text(text) => encoder.text(text, CHUNK.max(text.len() / 100)).map_err(|e| e.to_string()),
        Value::Tag(tag, inner) => {
            header(encoder, Header::Tag(*tag))?;
            push(encoder, inner)
        }
        Value::Array(items) => {
            header(encoder, Header::Array(None))?;
            items.iter().try_for_each(|item| push(encoder, item))?;
            header(encoder, Header::Break)
        }
        Value::Map(pairs) => {
            header(encoder, Header::Map(None))?;
            for (key, item) in pairs {
                push(encoder, key)?;
                push(encoder, item)?;
            }
            header(encoder, Header::Break)
        }
        other => Err(format!("no form for {other:?}")),
    }
}

fn header(encoder: &mut Encoder<&mut Vec<u8>>, header: Header) -> Result<(), String> {
    encoder.push(header).map_err(|e| e.to_string())
}

fn integer(number: i128) -> Result<Header, String> {
    let (positive, magnitude) = if number < 0 { (false, -1 - number) } else { (true, number) };
    let magnitude = u64::try_from(magnitude).map_err(|e| e.to_string())?;
    Ok(if positive { Header::Positive(magnitude) } else { Header::Negative(magnitude) })
}
