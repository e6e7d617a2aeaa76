//! What a client takes from a server, and how it shows texts that come from there.

/// Bytes of a reply or an event, and of all unread events.
pub const MAX_BODY: usize = 16 * 1024 * 1024;
/// Unread events.
pub const MAX_EVENTS: usize = 1024;
const MAX_ITEMS: usize = 1_000_000; // in a reply or an event
const MAX_DEPTH: usize = 64; // arrays and maps inside each other
const MAX_SHOWN: usize = 200; // characters of a text

/// Refuses what is too much to decode: an item of one byte may take dozens in memory.
pub fn check_cbor(body: &[u8]) -> Result<(), String> {
    let mut rest = body;
    let mut left = vec![1i128]; // items still to come in each open array and map; negative: until a break
    let mut announced = 0;
    for _ in 0..MAX_ITEMS {
        let Some((head, tail)) = rest.split_first() else { return Ok(()) }; // cut short: the decoder says so
        let (major, info) = (head >> 5, head & 31);
        let size = if (24..28).contains(&info) { 1 << (info - 24) } else { 0 };
        let argument = tail.iter().take(size).fold(0, |value, byte| value << 8 | i128::from(*byte));
        rest = tail.get(size..).unwrap_or_default();
        let value = match info {
            0..=23 => i128::from(info),
            24..=27 => argument,
            _ => -1, // no length, or a break
        };
        if *head == 0xFF {
            left.pop();
        } else {
            if let Some(count) = left.last_mut() {
                *count -= 1;
            }
            match major {
                6 => return Err("it has a tag".into()), // a server sends none
                5 => left.push(2 * value),
                4 => left.push(value),
                2 | 3 if value >= 0 => rest = rest.get(value as usize..).unwrap_or_default(),
                _ if value < 0 => left.push(value),
                _ => {}
            }
            announced += if matches!(major, 4 | 5) { value.max(0) } else { 0 };
        }
        if announced > MAX_ITEMS as i128 {
            break;
        }
        if left.len() > MAX_DEPTH + 1 {
            return Err(format!("it nests deeper than {MAX_DEPTH} levels"));
        }
        while left.last() == Some(&0) {
            left.pop();
        }
        if left.is_empty() {
            return Ok(());
        }
    }
    Err(format!("it has more than {MAX_ITEMS} items"))
}

/// The text in one line, shortened, without anything that a terminal would obey.
pub fn shown(text: &str) -> String {
    let mut line = String::new();
    for char in text.chars() {
        if line.chars().count() >= MAX_SHOWN {
            return line + "...";
        }
        match char {
            '"' | '\'' | '\\' => line.push(char),
            _ => line.extend(char.escape_debug()),
        }
    }
    line
}
