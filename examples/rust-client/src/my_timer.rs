//! A client for a MyTimer server: calls, events and errors. Needs ciborium and serde, and no library.

use crate::limits::{check_cbor, shown, MAX_BODY, MAX_EVENTS};
use crate::messages::*;
use crate::status::Status;
use crate::stream::{Deadline, Stream};
use serde::{de::DeserializeOwned, Serialize};
use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;
use std::{fmt, io, mem};

pub const TIMEOUT: Duration = Duration::from_secs(10);
const NO_PARAMETERS: BTreeMap<&str, ()> = BTreeMap::new();

#[derive(Debug)]
pub enum Error {
    Address(String),
    Connect(String, io::Error),
    /// The server closed the connection.
    Lost,
    /// The connection is closed since an earlier call, for this reason.
    Closed(String),
    /// Nothing came in time. After a call the connection is closed, for its reply may still come.
    Timeout(&'static str, Duration),
    /// The peer sent what a MyTimer server does not send.
    Protocol(String),
    /// The server answered with an error; the connection goes on. Display is safe to show, the text is as it came.
    Refused(Status, String),
}

impl Error {
    /// Whether no reply is due after it.
    fn leaves_connection_open(&self) -> bool {
        matches!(self, Self::Refused(..) | Self::Timeout("event", _))
    }
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
            Self::Lost => write!(out, "the server closed the connection in the middle of a reply"),
            Self::Closed(why) => write!(out, "the connection is closed: {why}"),
            Self::Timeout(what, limit) => write!(out, "no {what} within {:.1} s", limit.as_secs_f64()),
            Self::Protocol(text) => write!(out, "not a MyTimer reply: {}", shown(text)),
            Self::Refused(status, message) => match status.name() {
                Some(name) => write!(out, "{} ({name})", shown(message)),
                None => write!(out, "{} (status {})", shown(message), status.0),
            },
        }
    }
}

/// A connection to a MyTimer server.
pub struct Timer {
    stream: Result<Stream, String>, // or why it is closed
    timeout: Duration,
    events: VecDeque<(usize, Event)>, // each with its size; past the limits the oldest are dropped
    calls: u32,
}

impl Timer {
    /// Connects to unix:PATH, tcp:HOST:PORT or tcp:[::1]:PORT; this, and each call, may take `timeout`.
    pub fn connect(address: &str, timeout: Duration) -> Result<Self, Error> {
        Ok(Self { stream: Ok(Stream::connect(address, timeout)?), timeout, events: VecDeque::new(), calls: 0 })
    }

    /// The same for a server that may have a token: Error::Refused with UNAUTHENTICATED says that it is missing or wrong.
    pub fn connect_with(address: &str, timeout: Duration, token: Option<&str>) -> Result<Self, Error> {
        let mut timer = Self::connect(address, timeout)?;
        if let Some(token) = token {
            let _: BTreeMap<String, ciborium::Value> = timer.call("$hello", &BTreeMap::from([("token", token)]))?;
        }
        Ok(timer)
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
        if self.events.is_empty() {
            self.with_stream(|timer, stream| match stream.read_frame(&Deadline::new("event", timeout))? {
                (Status::EVENT, body) => timer.keep(&body),
                _ => Err(Error::Protocol("it answers no request".into())),
            })?;
        }
        self.events.pop_front().map(|(_, event)| event).ok_or(Error::Lost)
    }

    /// Calls any method by its wire name. Whatever stops it but Error::Refused ends the connection.
    pub fn call<P: Serialize, R: DeserializeOwned>(&mut self, method: &str, parameters: &P) -> Result<R, Error> {
        let frame = frame(method, parameters)?;
        self.with_stream(|timer, stream| {
            let deadline = Deadline::new("reply", timer.timeout);
            timer.calls += 1;
            stream.write(&frame, &deadline)?;
            loop {
                match stream.read_frame(&deadline)? {
                    (Status::EVENT, body) => timer.keep(&body)?,
                    (Status::OK, body) => return decode(&body),
                    (status, body) => return Err(Error::Refused(status, String::from_utf8_lossy(&body).into())),
                }
            }
        })
    }

    /// Takes the connection away for `work`: it only comes back if no reply can be due, so not after a panic either.
    fn with_stream<T>(&mut self, work: impl FnOnce(&mut Self, &mut Stream) -> Result<T, Error>) -> Result<T, Error> {
        if let Err(why) = &self.stream {
            return Err(Error::Closed(why.clone()));
        }
        let mut stream =
            mem::replace(&mut self.stream, Err("the last call was interrupted".into())).map_err(Error::Closed)?;
        let result = work(self, &mut stream);
        self.stream = match &result {
            Err(error) if !error.leaves_connection_open() => Err(error.to_string()),
            _ => Ok(stream),
        };
        result
    }

    fn keep(&mut self, body: &[u8]) -> Result<(), Error> {
        self.events.push_back((body.len(), decode(body)?));
        while self.events.len() > MAX_EVENTS || self.events.iter().map(|(size, _)| size).sum::<usize>() > MAX_BODY {
            self.events.pop_front();
        }
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
    check_cbor(body).map_err(Error::Protocol)?;
    ciborium::from_reader(body).map_err(|error| Error::Protocol(error.to_string()))
}
