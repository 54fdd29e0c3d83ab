//! A server on an origin of its own that only notes who knocks: whatever a page, a worker or a
//! visitor's code manages to reach is counted here.

use std::{
    io::{Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

use anyhow::Result;

/// Notes the first line of every request that arrives. Also serves as a proxy that lets nothing
/// through. Listens until the process ends.
pub struct Listener {
    address: SocketAddr,
    heard: Arc<Mutex<Vec<String>>>,
}

impl Listener {
    /// Listens on a free port of this machine.
    ///
    /// # Errors
    /// If there is no free port.
    pub fn start() -> Result<Self> {
        let server = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = server.local_addr()?;
        let heard = Arc::new(Mutex::new(Vec::new()));
        let notes = Arc::clone(&heard);
        thread::spawn(move || {
            for stream in server.incoming().flatten() {
                let notes = Arc::clone(&notes);
                thread::spawn(move || note(stream, &notes));
            }
        });
        Ok(Self { address, heard })
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The first line of each request so far; an empty line for a connection without one.
    #[must_use]
    pub fn heard(&self) -> Vec<String> {
        self.heard.lock().map(|heard| heard.clone()).unwrap_or_default()
    }
}

fn note(mut stream: TcpStream, notes: &Mutex<Vec<String>>) {
    // A connection that says nothing is noted as well, after a while.
    let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
    let mut bytes = [0; 1024];
    let length = stream.read(&mut bytes).unwrap_or(0);
    let text = String::from_utf8_lossy(&bytes[..length]);
    if let Ok(mut notes) = notes.lock() {
        notes.push(text.lines().next().unwrap_or_default().to_owned());
    }
    // Readable from every origin: what is refused is refused by the page's policy, not by this.
    let _ = stream.write_all(
        b"HTTP/1.1 200 OK\r\naccess-control-allow-origin: *\r\ncontent-type: text/javascript\r\n\
          content-length: 0\r\nconnection: close\r\n\r\n",
    );
}
