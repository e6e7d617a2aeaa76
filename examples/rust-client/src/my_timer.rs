//! A client for a MyTimer server: calls, events and errors. Needs ciborium and serde, and no library.

use crate::messages::*;
use crate::status::Status;
use crate::stream::{Deadline, Stream};
use serde::{de::DeserializeOwned, Serialize};
use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;
use std::{fmt, io};

pub const TIMEOUT: Duration = Duration::from_secs(10);
const NO_PARAMETERS: BTreeMap<&str, ()> = BTreeMap::new();
const MAX_EVENTS: usize = 1024; // unread events kept; past it the oldest are dropped

#[derive(Debug)]
pub enum Error {
    Address(String),
    Connect(String, io::Error),
    Closed,
    /// Nothing came in time. After a call the connection is closed, for its reply may still come.
    Timeout(&'static str, Duration),
    /// The peer sent what a MyTimer server does not send.
    Protocol(String),
    /// The server answered with an error; the connection goes on.
    Refused(Status, String),
}

impl std::error::Error for Error {}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Address(text) => write!(out, "not an address: {text} (use unix:PATH or tcp:HOST:PORT)"),
            Self::Connect(address, error) => {
                let reason = error.to_string();
                let reason = reason.split(" (os error").next().unwrap_or(&reason);
                write!(out, "no server at {address} ({reason})")
            }
            Self::Closed => write!(out, "the server closed the connection in the middle of a reply"),
            Self::Timeout(what, limit) => write!(out, "no {what} within {:.1} s", limit.as_secs_f64()),
            Self::Protocol(text) => write!(out, "not a MyTimer reply: {text}"),
            Self::Refused(status, message) => write!(out, "{message} ({})", status.name().unwrap_or("unknown")),
        }
    }
}

/// A connection to a MyTimer server.
pub struct Timer {
    stream: Option<Stream>,
    timeout: Duration,
    events: VecDeque<Event>,
    calls: u32,
}

impl Timer {
    /// Connects to unix:PATH, tcp:HOST:PORT or tcp:[::1]:PORT; this, and each call, may take `timeout`.
    pub fn connect(address: &str, timeout: Duration) -> Result<Self, Error> {
        Ok(Self { stream: Some(Stream::connect(address, timeout)?), timeout, events: VecDeque::new(), calls: 0 })
    }

    /// Requests sent so far.
    pub fn calls(&self) -> u32 {
        self.calls
    }

    pub fn version(&mut self) -> Result<String, Error> {
        self.call("version", &NO_PARAMETERS)
    }

    pub fn lib_version(&mut self) -> Result<String, Error> {
        self.call("lib_version", &NO_PARAMETERS)
    }

    pub fn echo(&mut self, req: &EchoRequest) -> Result<EchoResponse, Error> {
        self.call("echo", &BTreeMap::from([("req", req)]))
    }

    pub fn complex(&mut self, req: &ComplexRequest) -> Result<ComplexResponse, Error> {
        self.call("complex", &BTreeMap::from([("req", req)]))
    }

    pub fn schedule(
        &mut self,
        job: &JobSpec,
        retry: &RetryPolicy,
        schedule: &ScheduleConfig,
    ) -> Result<ScheduleResult, Error> {
        self.call("schedule", &ScheduleParameters { job, retry, schedule })
    }

    pub fn subscribe(&mut self, event: &str) -> Result<(), Error> {
        self.call("$subscribe", &BTreeMap::from([("event", event)]))
    }

    pub fn unsubscribe(&mut self, event: &str) -> Result<(), Error> {
        self.call("$unsubscribe", &BTreeMap::from([("event", event)]))
    }

    /// The oldest unread event; Error::Timeout when none comes within `timeout`.
    pub fn next_event(&mut self, timeout: Duration) -> Result<Event, Error> {
        loop {
            if let Some(event) = self.events.pop_front() {
                return Ok(event);
            }
            let stream = self.stream.as_mut().ok_or(Error::Closed)?;
            match stream.read_frame(&Deadline::new("event", timeout))? {
                (Status::EVENT, body) => self.keep(&body)?,
                _ => return Err(Error::Protocol("it answers no request".into())),
            }
        }
    }

    /// Calls any method by its wire name. When no whole reply comes, the connection is closed.
    pub fn call<P: Serialize, R: DeserializeOwned>(&mut self, method: &str, parameters: &P) -> Result<R, Error> {
        let frame = frame(method, parameters)?;
        let deadline = Deadline::new("reply", self.timeout);
        let mut stream = self.stream.take().ok_or(Error::Closed)?;
        self.calls += 1;
        stream.write(&frame, &deadline)?;
        let (status, body) = loop {
            match stream.read_frame(&deadline)? {
                (Status::EVENT, body) => self.keep(&body)?,
                reply => break reply,
            }
        };
        self.stream = Some(stream);
        match status {
            Status::OK => decode(&body),
            _ => Err(Error::Refused(status, String::from_utf8_lossy(&body).into())),
        }
    }

    fn keep(&mut self, body: &[u8]) -> Result<(), Error> {
        if self.events.len() == MAX_EVENTS {
            self.events.pop_front();
        }
        self.events.push_back(decode(body)?);
        Ok(())
    }
}

fn frame(method: &str, parameters: &impl Serialize) -> Result<Vec<u8>, Error> {
    let mut payload = Vec::new();
    ciborium::into_writer(parameters, &mut payload).map_err(|error| Error::Protocol(error.to_string()))?;
    let [method_size, payload_size] = [method.len(), payload.len()].map(|size| (size as u32).to_be_bytes());
    Ok([&method_size, method.as_bytes(), &payload_size, &payload].concat())
}

fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, Error> {
    ciborium::from_reader(body).map_err(|error| Error::Protocol(error.to_string()))
}
