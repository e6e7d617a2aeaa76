//! Reads CBOR items with ciborium and writes each again in every form that ciborium can write.
//!
//! usage: recode FILE
//!
//! A line of the file is a method's name and an item in hex. For each a line of forms is printed: typed=HEX value=HEX indefinite=HEX;
//! typed, through a struct of serde's, for the methods that give back what they are given.

mod indefinite;
mod shapes;

use ciborium::Value;
use serde::{de::DeserializeOwned, Serialize};
use std::{env, fs, process::ExitCode};

fn main() -> ExitCode {
    let [_, path] = &env::args().collect::<Vec<_>>()[..] else {
        eprintln!("usage: recode FILE");
        return ExitCode::from(2);
    };
    match recode_file(path) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn recode_file(path: &str) -> Result<(), String> {
    let lines = fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))?;
    for line in lines.lines() {
        let (method, hex) = line.split_once(' ').ok_or_else(|| format!("no item: {line}"))?;
        let forms = recode_line(method, hex).map_err(|e| format!("ciborium, {method} {hex}: {e}"))?;
        println!("{}", forms.join(" "));
    }
    Ok(())
}

fn recode_line(method: &str, hex: &str) -> Result<Vec<String>, String> {
    let bytes = from_hex(hex)?;
    let mut forms = Vec::new();
    if let Some(typed) = shapes::recode(method, &bytes)? {
        forms.push(format!("typed={}", to_hex(&typed)));
    }

    let value: Value = read(&bytes)?;
    forms.push(format!("value={}", to_hex(&write(&value)?)));
    forms.push(format!("indefinite={}", to_hex(&indefinite::write(&value)?)));
    Ok(forms)
}

/// The item that the bytes are.
fn read<T: DeserializeOwned>(mut bytes: &[u8]) -> Result<T, String> {
    let item = ciborium::from_reader(&mut bytes).map_err(|e| e.to_string())?;
    if bytes.is_empty() {
        Ok(item)
    } else {
        Err(format!("{} bytes behind the item", bytes.len()))
    }
}

fn write<T: Serialize>(item: &T) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    ciborium::into_writer(item, &mut bytes).map_err(|e| e.to_string())?;
    Ok(bytes)
}

fn from_hex(text: &str) -> Result<Vec<u8>, String> {
    text.as_bytes()
        .chunks(2)
        .map(|pair| {
            let digits = std::str::from_utf8(pair).map_err(|e| e.to_string())?;
            u8::from_str_radix(digits, 16).map_err(|e| format!("{digits}: {e}"))
        })
        .collect()
}

fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
