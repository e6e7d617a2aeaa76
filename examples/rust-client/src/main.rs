//! Calls every method of a MyTimer server and checks every reply: timer-client ADDRESS

mod limits;
mod messages;
mod my_timer;
mod status;
mod stream;

use messages::*;
use my_timer::{Error, Timer, TIMEOUT};
use std::{env, process::ExitCode, time::Instant};

const MESSAGE: &str = "hello over the wire";

/// The number of mismatches: 0 or 1.
fn row(name: &str, actual: impl ToString, expected: &str) -> u32 {
    let actual = limits::shown(&actual.to_string());
    println!("[rust] {name:<27} = {actual}");
    if actual != expected {
        eprintln!("[rust] mismatch: {name} is \"{actual}\", expected \"{expected}\"");
    }
    u32::from(actual != expected)
}

fn wait_for_echo(timer: &mut Timer) -> Result<EchoEvent, Error> {
    let started = Instant::now();
    loop {
        match timer.next_event(TIMEOUT.saturating_sub(started.elapsed()))?.payload {
            Payload::EchoFired(event) if event.message == MESSAGE => return Ok(event),
            _ => {} // others may be echoing too
        }
    }
}

fn demo(mut timer: Timer) -> Result<u32, Error> {
    let mut mismatches = row("version", timer.version()?, "csharp-timer v0.1.0");
    mismatches += row("lib_version", timer.lib_version()?, "my_timer 0.1.0");
    timer.subscribe("on_echo_fired")?;
    let echo = timer.echo(&EchoRequest { message: MESSAGE, delay_ms: 10 })?;
    mismatches += row("echo.echoed", echo.echoed, MESSAGE);
    mismatches += row("echo.timerName", echo.timer_name, "ipc-server");
    mismatches += row("on_echo_fired.message", wait_for_echo(&mut timer)?.message, MESSAGE);
    let messages = &["one", "two"].map(|message| EchoRequest { message, delay_ms: 0 });
    let complex = timer.complex(&ComplexRequest { messages, tags: &["a", "b"], note: None, retries: Some(3) })?;
    mismatches += row("complex.summary", complex.summary, "received 2 messages, note=<none>, retries=3");
    mismatches += row("complex.itemCount", complex.item_count, "2");
    mismatches += row("complex.hasNote", complex.has_note, "false");
    let job = JobSpec { name: "nightly", payload: &["dump", "upload"], priority: Priority::High };
    let retry = RetryPolicy { max_attempts: 3, backoff_ms: 500, retry_on: &["timeout"] };
    let times = ScheduleConfig { start_at_ms: 1000, interval_ms: 5000, jitter: Some(15) };
    let result = timer.schedule(&job, &retry, &times)?;
    mismatches += row("schedule.jobId", result.job_id, "ipc-server:nightly");
    mismatches += row("schedule.willRunCount", result.will_run_count, "12");
    mismatches += row("schedule.firstRunAtMs", result.first_run_at_ms, "1015");
    mismatches += row("schedule.effectiveBackoffMs", result.effective_backoff_ms, "250");
    mismatches += row("schedule.priority", result.priority, "high");
    let (status, message) = match timer.echo(&EchoRequest { message: "too late", delay_ms: 5001 }) {
        Err(Error::Refused(status, message)) => (status, message),
        other => other.map(|_| (status::Status::OK, String::new()))?,
    };
    mismatches += row("refused.status", status, "1 (ERROR)");
    mismatches += row("refused.message", message, "delayMs must be between 0 and 5000, got 5001");
    timer.unsubscribe("on_echo_fired")?;
    let verdict = if mismatches == 0 { "ok" } else { "failed" };
    println!("[rust] {verdict:<27} = {} calls, {mismatches} mismatches", timer.calls());
    Ok(mismatches)
}

fn main() -> ExitCode {
    let Some(address) = env::args().skip(1).chain(env::var("MY_TIMER_ADDRESS")).find(|text| !text.is_empty()) else {
        eprintln!("usage: timer-client ADDRESS   (or MY_TIMER_ADDRESS; unix:PATH or tcp:HOST:PORT)");
        return ExitCode::from(2);
    };
    let token = env::var("MY_TIMER_TOKEN").ok().filter(|text| !text.is_empty());
    let mismatches = Timer::connect_with(&address, TIMEOUT, token.as_deref()).and_then(demo).unwrap_or_else(|error| {
        eprintln!("[rust] error: {error}");
        1
    });
    ExitCode::from(u8::from(mismatches != 0))
}
