//! The examples' Rust client, one echo at a time: rust-starter ADDRESS MILLISECONDS; prints a line of JSON.

#[path = "../../../../examples/rust-client/src/limits.rs"]
mod limits;
#[path = "../../../../examples/rust-client/src/messages.rs"]
mod messages;
#[allow(dead_code)] // echo is all that is called here
#[path = "../../../../examples/rust-client/src/my_timer.rs"]
mod my_timer;
#[path = "../../../../examples/rust-client/src/status.rs"]
mod status;
#[path = "../../../../examples/rust-client/src/stream.rs"]
mod stream;

use messages::EchoRequest;
use my_timer::{Error, Timer, TIMEOUT};
use std::time::{Duration, Instant};
use std::{env, process::ExitCode};

const WARM_UP: u64 = 100;

fn echo(timer: &mut Timer) -> Result<(), Error> {
    let reply = timer.echo(&EchoRequest { message: "hello", delay_ms: 0 })?;
    assert_eq!(reply.echoed, "hello");
    Ok(())
}

/// The number of calls, and the time they took.
fn measure(address: &str, duration: Duration) -> Result<(u64, Duration), Error> {
    let mut timer = Timer::connect(address, TIMEOUT)?;
    for _ in 0..WARM_UP {
        echo(&mut timer)?;
    }
    let (started, mut calls) = (Instant::now(), 0);
    while started.elapsed() < duration || calls == 0 {
        echo(&mut timer)?;
        calls += 1;
    }
    Ok((calls, started.elapsed()))
}

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [address, milliseconds] = arguments.as_slice() else {
        eprintln!("usage: rust-starter ADDRESS MILLISECONDS");
        return ExitCode::from(2);
    };
    match measure(address, Duration::from_millis(milliseconds.parse().unwrap_or(0))) {
        Ok((calls, elapsed)) => {
            println!("{{\"requests\": {calls}, \"elapsed\": {}}}", elapsed.as_nanos());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
