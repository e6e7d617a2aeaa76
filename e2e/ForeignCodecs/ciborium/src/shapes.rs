//! The types of the fixtures, as a user of serde writes them.

use ciborium::tag::Required;
use serde::de::{Deserializer, Error, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use std::fmt;

/// The item that a method gives back, once it has been what the method's type is; None for methods that do other things.
pub fn recode(method: &str, bytes: &[u8]) -> Result<Option<Vec<u8>>, String> {
    let recoded = match method {
        "keep_bool" => through::<bool>(bytes),
        "keep_int8" => through::<i8>(bytes),
        "keep_uint8" => through::<u8>(bytes),
        "keep_int16" => through::<i16>(bytes),
        "keep_uint16" => through::<u16>(bytes),
        "keep_int32" => through::<i32>(bytes),
        "keep_uint32" => through::<u32>(bytes),
        "keep_int64" => through::<i64>(bytes),
        "keep_uint64" => through::<u64>(bytes),
        "keep_float" => through::<f32>(bytes),
        "keep_double" => through::<f64>(bytes),
        "keep_scalars" => through::<Scalars>(bytes),
        "keep_text" => through::<String>(bytes),
        "keep_optional_text" => through::<Option<String>>(bytes),
        "keep_bytes" | "keep_memory" => through::<Bytes>(bytes),
        "keep_optional_bytes" => through::<Option<Bytes>>(bytes),
        "keep_blob" => through::<Blob>(bytes),
        "keep_color" => through::<Color>(bytes),
        "keep_optional_color" => through::<Option<Color>>(bytes),
        "keep_numbers" => through::<Vec<i32>>(bytes),
        "keep_texts" => through::<Vec<String>>(bytes),
        "keep_points" => through::<Vec<Point>>(bytes),
        "keep_lists" => through::<Lists>(bytes),
        "keep_number_lists" => through::<NumberLists>(bytes),
        "keep_grids" => through::<Grids>(bytes),
        "keep_sparse" => through::<Sparse>(bytes),
        "keep_optional_list" => through::<Option<Vec<Color>>>(bytes),
        "keep_company" => through::<Company>(bytes),
        "keep_tree" => through::<Node>(bytes),
        "keep_chain" => through::<Link>(bytes),
        "keep_optional_int32" => through::<Option<i32>>(bytes),
        "keep_optional_point" => through::<Option<Point>>(bytes),
        "keep_optionals" => through::<Option<Optionals>>(bytes),
        "keep_optional_numbers" => through::<OptionalNumbers>(bytes),
        "keep_optional_lists" => through::<OptionalLists>(bytes),
        "keep_immutable" => through::<Vec<String>>(bytes),
        "keep_set" => through::<Vec<i32>>(bytes),
        "keep_sequence" => through::<Vec<Point>>(bytes),
        "keep_collections" => through::<Collections>(bytes),
        "keep_page" => through::<Page<Point>>(bytes),
        "keep_text_page" => through::<Option<Page<Option<String>>>>(bytes),
        "keep_pages" => through::<Page<Page<Point>>>(bytes),
        "keep_char" => through::<char>(bytes),
        "keep_half" => through::<f32>(bytes),
        "keep_uuid" => through::<Uuid>(bytes),
        "keep_date" => through::<Date>(bytes),
        "keep_time" | "keep_utc_time" => through::<Time>(bytes),
        "keep_duration" => through::<i64>(bytes),
        "keep_decimal" => through::<Decimal>(bytes),
        "keep_uri" => through::<Uri>(bytes),
        "keep_optional_date" => through::<Option<Date>>(bytes),
        "keep_optional_decimal" => through::<Option<Decimal>>(bytes),
        "keep_optional_uri" => through::<Option<Uri>>(bytes),
        "keep_durations" => through::<Vec<i64>>(bytes),
        "keep_framework_values" => through::<FrameworkValues>(bytes),
        "keep_optional_values" => through::<OptionalValues>(bytes),
        "keep_value_lists" => through::<ValueLists>(bytes),
        other if other.starts_with("keep_") => Err(String::from("no type for this method in shapes.rs")),
        _ => return Ok(None),
    };
    recoded.map(Some)
}

fn through<T: serde::de::DeserializeOwned + Serialize>(bytes: &[u8]) -> Result<Vec<u8>, String> {
    crate::write(&crate::read::<T>(bytes)?)
}

type Time = Required<String, 0>;
type Date = Required<String, 1004>;
type Uri = Required<String, 32>;
type Uuid = Required<Bytes, 37>;

/// An exponent of ten and a mantissa.
type Decimal = Required<(i8, i128), 4>;

/// serde takes a Vec<u8> for a list of numbers.
struct Bytes(Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct BytesVisitor;

        impl Visitor<'_> for BytesVisitor {
            type Value = Bytes;

            fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
                out.write_str("bytes")
            }

            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Bytes, E> {
                Ok(Bytes(bytes.to_vec()))
            }
        }

        deserializer.deserialize_bytes(BytesVisitor)
    }
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Color {
    Red,
    DarkGreen,
    None,
}

#[derive(Serialize, Deserialize)]
struct Point {
    x: f64,
    y: f64,
}

#[derive(Serialize, Deserialize)]
struct Label {
    text: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Scalars {
    flag: bool,
    int8: i8,
    u_int8: u8,
    int16: i16,
    u_int16: u16,
    int32: i32,
    u_int32: u32,
    int64: i64,
    u_int64: u64,
    single: f32,
    number: f64,
}

#[derive(Serialize, Deserialize)]
struct Blob {
    data: Bytes,
    view: Bytes,
    checksum: Option<Bytes>,
    seal: Option<Bytes>,
}

#[derive(Serialize, Deserialize)]
struct Lists {
    flags: Vec<bool>,
    longs: Vec<i64>,
    floats: Vec<f32>,
    texts: Vec<String>,
    blobs: Vec<Bytes>,
    colors: Vec<Color>,
    points: Vec<Point>,
    matrix: Vec<Vec<i32>>,
    gaps: Vec<Option<i32>>,
    holes: Vec<Option<String>>,
    spots: Vec<Option<Point>>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct NumberLists {
    int8: Vec<i8>,
    u_int8: Vec<u8>,
    int16: Vec<i16>,
    u_int16: Vec<u16>,
    int32: Vec<i32>,
    u_int32: Vec<u32>,
    u_int64: Vec<u64>,
    doubles: Vec<f64>,
}

#[derive(Serialize, Deserialize)]
struct Grids {
    texts: Vec<Vec<String>>,
    blobs: Vec<Vec<Bytes>>,
    colors: Vec<Vec<Color>>,
    points: Vec<Vec<Point>>,
    desks: Vec<Vec<Desk>>,
    cube: Vec<Vec<Vec<bool>>>,
    gaps: Vec<Vec<Option<i64>>>,
    rows: Vec<Option<Vec<f32>>>,
}

#[derive(Serialize, Deserialize)]
struct Sparse {
    flags: Vec<Option<bool>>,
    doubles: Vec<Option<f64>>,
    colors: Vec<Option<Color>>,
    blobs: Vec<Option<Bytes>>,
    views: Vec<Option<Bytes>>,
    labels: Vec<Option<Label>>,
}

#[derive(Serialize, Deserialize)]
struct Optionals {
    flag: Option<bool>,
    number: Option<f64>,
    text: Option<String>,
    data: Option<Bytes>,
    color: Option<Color>,
    items: Option<Vec<i32>>,
    spot: Option<Point>,
    label: Option<Label>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct OptionalNumbers {
    int8: Option<i8>,
    u_int8: Option<u8>,
    int16: Option<i16>,
    u_int16: Option<u16>,
    int32: Option<i32>,
    u_int32: Option<u32>,
    int64: Option<i64>,
    u_int64: Option<u64>,
    single: Option<f32>,
}

#[derive(Serialize, Deserialize)]
struct OptionalLists {
    flags: Option<Vec<bool>>,
    texts: Option<Vec<String>>,
    blobs: Option<Vec<Bytes>>,
    colors: Option<Vec<Color>>,
    points: Option<Vec<Point>>,
    labels: Option<Vec<Label>>,
    matrix: Option<Vec<Vec<f64>>>,
}

#[derive(Serialize, Deserialize)]
struct Company {
    name: String,
    office: Office,
}

#[derive(Serialize, Deserialize)]
struct Office {
    desks: Vec<Desk>,
    main: Desk,
}

#[derive(Serialize, Deserialize)]
struct Desk {
    owner: Owner,
}

#[derive(Serialize, Deserialize)]
struct Owner {
    name: String,
    age: u8,
}

#[derive(Serialize, Deserialize)]
struct Node {
    value: i32,
    children: Vec<Node>,
}

#[derive(Serialize, Deserialize)]
struct Link {
    value: i32,
    next: Option<Box<Link>>,
}

#[derive(Serialize, Deserialize)]
struct Collections {
    tags: Vec<String>,
    sizes: Option<Vec<i64>>,
    names: Option<Vec<String>>,
    rows: Vec<Vec<i32>>,
    colors: Option<Vec<Color>>,
}

#[derive(Serialize, Deserialize)]
struct Page<T> {
    items: Vec<T>,
    next: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct FrameworkValues {
    letter: char,
    small: f32,
    id: Uuid,
    day: Date,
    time: Time,
    utc: Time,
    pause: i64,
    price: Decimal,
    link: Uri,
}

#[derive(Serialize, Deserialize)]
struct OptionalValues {
    letter: Option<char>,
    small: Option<f32>,
    id: Option<Uuid>,
    day: Option<Date>,
    time: Option<Time>,
    utc: Option<Time>,
    pause: Option<i64>,
    price: Option<Decimal>,
    link: Option<Uri>,
}

#[derive(Serialize, Deserialize)]
struct ValueLists {
    letters: Vec<char>,
    smalls: Vec<f32>,
    ids: Vec<Uuid>,
    days: Vec<Option<Date>>,
    times: Vec<Time>,
    utcs: Vec<Option<Time>>,
    pauses: Vec<Option<i64>>,
    prices: Vec<Decimal>,
    fees: Vec<Option<Decimal>>,
    links: Vec<Uri>,
}
