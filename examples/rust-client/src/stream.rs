//! Whole frames over unix and TCP sockets, each within a deadline.

use crate::limits::MAX_BODY;
use crate::my_timer::Error;
use crate::status::Status;
use std::io::{self, Read, Write};
#[cfg(unix)]
use std::os::unix::net::UnixStream;
use std::time::{Duration, Instant};
use std::{mem, net::TcpStream, sync::mpsc, thread};

/// A time limit over any number of reads and writes, and what they wait for.
pub struct Deadline {
    started: Instant,
    limit: Duration,
    what: &'static str,
}

impl Deadline {
    pub fn new(what: &'static str, limit: Duration) -> Self {
        Self { started: Instant::now(), limit, what }
    }

    fn left(&self) -> Result<Duration, Error> {
        match self.limit.checked_sub(self.started.elapsed()) {
            Some(left) if !left.is_zero() => Ok(left),
            _ => Err(Error::Timeout(self.what, self.limit)),
        }
    }
}

trait Socket: Read + Write + Send {
    fn set_timeout(&self, limit: Duration) -> io::Result<()>;
}

macro_rules! impl_socket {
    ($stream:ty) => {
        impl Socket for $stream {
            fn set_timeout(&self, limit: Duration) -> io::Result<()> {
                self.set_read_timeout(Some(limit))?;
                self.set_write_timeout(Some(limit))
            }
        }
    };
}
impl_socket!(TcpStream);
#[cfg(unix)]
impl_socket!(UnixStream);

enum Address {
    #[cfg(unix)]
    Unix(String),
    Tcp(String, u16),
}

impl Address {
    fn parse(text: &str) -> Option<Self> {
        #[cfg(unix)]
        if let Some(path) = text.strip_prefix("unix:") {
            return (!path.is_empty()).then(|| Self::Unix(path.into()));
        }
        let (host, port) = text.strip_prefix("tcp:")?.rsplit_once(':')?;
        let host = host.trim_matches(['[', ']']);
        let port = port.parse().ok()?;
        (!host.is_empty()).then(|| Self::Tcp(host.into(), port))
    }

    fn open(&self) -> io::Result<Box<dyn Socket>> {
        match self {
            #[cfg(unix)]
            Self::Unix(path) => Ok(Box::new(UnixStream::connect(path)?)),
            Self::Tcp(host, port) => {
                let socket = TcpStream::connect((host.as_str(), *port))?;
                socket.set_nodelay(true)?;
                Ok(Box::new(socket))
            }
        }
    }
}

pub struct Stream {
    socket: Box<dyn Socket>,
    inbox: Vec<u8>,
}

impl Stream {
    pub fn connect(address: &str, limit: Duration) -> Result<Self, Error> {
        let target = Address::parse(address).ok_or_else(|| Error::Address(address.into()))?;
        let (sender, opened) = mpsc::channel();
        thread::spawn(move || sender.send(target.open())); // std has no time limit of its own here
        let socket = opened.recv_timeout(limit).unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()));
        Ok(Self { socket: socket.map_err(|error| Error::Connect(address.into(), error))?, inbox: Vec::new() })
    }

    pub fn write(&mut self, mut frame: &[u8], deadline: &Deadline) -> Result<(), Error> {
        while !frame.is_empty() {
            self.limit_to(deadline)?;
            match self.socket.write(frame) {
                Ok(count) => frame = &frame[count..],
                Err(error) if is_worth_a_retry(&error) => {}
                Err(_) => break, // a server that hangs up may have said why: that is read next
            }
        }
        Ok(())
    }

    /// When the time is up, what has come of the frame stays in the inbox.
    pub fn read_frame(&mut self, deadline: &Deadline) -> Result<(Status, Vec<u8>), Error> {
        self.fill(8, deadline)?;
        let header = u64::from_be_bytes(*self.inbox.first_chunk().ok_or(Error::Lost)?);
        let (status, size) = (Status((header >> 32) as i32), header as u32 as usize);
        if size > MAX_BODY {
            return Err(Error::Protocol(format!("{size} bytes exceed the limit of {MAX_BODY}")));
        }
        if status.0 < Status::EVENT.0 || status == Status::PROGRESS {
            return Err(Error::Protocol(format!("a frame of status {}", status.0)));
            // neither an event nor the end of a call
        }
        self.fill(8 + size, deadline)?;
        Ok((status, mem::take(&mut self.inbox).split_off(8)))
    }

    /// Memory grows as bytes arrive, never by an announced length.
    fn fill(&mut self, size: usize, deadline: &Deadline) -> Result<(), Error> {
        let mut chunk = [0; 16 * 1024];
        while self.inbox.len() < size {
            self.limit_to(deadline)?;
            let wanted = chunk.len().min(size - self.inbox.len());
            match self.socket.read(&mut chunk[..wanted]) {
                Ok(0) => return Err(Error::Lost),
                Ok(count) => self.inbox.extend_from_slice(&chunk[..count]),
                Err(error) if is_worth_a_retry(&error) => {}
                Err(_) => return Err(Error::Lost),
            }
        }
        Ok(())
    }

    fn limit_to(&self, deadline: &Deadline) -> Result<(), Error> {
        // Some systems refuse it once the peer has closed; nothing blocks then.
        let _ = self.socket.set_timeout(deadline.left()?);
        Ok(())
    }
}

/// A read that timed out meets its deadline at the next turn.
fn is_worth_a_retry(error: &io::Error) -> bool {
    use io::ErrorKind::{Interrupted, TimedOut, WouldBlock};
    matches!(error.kind(), Interrupted | TimedOut | WouldBlock)
}
