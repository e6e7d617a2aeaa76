//! Calls `version` twice with the Rust client to copy, and says how each call ended: caller ADDRESS [leave]
//! With "leave" the first call panics when it decodes its reply.

#[path = "../../../../examples/rust-client/src/limits.rs"]
mod limits;
#[path = "../../../../examples/rust-client/src/messages.rs"]
mod messages;
#[allow(dead_code)] // few methods are called here
#[path = "../../../../examples/rust-client/src/my_timer.rs"]
mod my_timer;
#[path = "../../../../examples/rust-client/src/status.rs"]
mod status;
#[path = "../../../../examples/rust-client/src/stream.rs"]
mod stream;

use messages::Payload;
use my_timer::{Error, Timer, TIMEOUT};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use std::panic::{catch_unwind, set_hook, AssertUnwindSafe};
use std::{env, time::Duration};

struct Panics;

impl<'de> Deserialize<'de> for Panics {
    fn deserialize<D: Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        panic!("left")
    }
}

fn say(name: &str, result: Result<String, Error>) {
    println!("{name}: {}", result.unwrap_or_else(|error| error.to_string()));
}

fn main() -> Result<(), Error> {
    let address = env::args().nth(1).unwrap_or_default();
    let mut timer = Timer::connect(&address, TIMEOUT)?;
    if env::args().nth(2).as_deref() == Some("leave") {
        set_hook(Box::new(|_| {}));
        let parameters = BTreeMap::<&str, ()>::new();
        let left = catch_unwind(AssertUnwindSafe(|| timer.call::<_, Panics>("version", &parameters)));
        println!("first: {}", if left.is_err() { "left" } else { "not left" });
    } else {
        say("first", timer.version());
    }
    say("second", timer.version());
    say(
        "event",
        timer.next_event(Duration::from_millis(100)).map(|event| match event.payload {
            Payload::EchoFired(echo) => echo.message,
            Payload::JobScheduled(job) => job.job_id,
        }),
    );
    Ok(())
}
