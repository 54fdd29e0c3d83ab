//! The server answers as static hosts do, and is gone when it is dropped.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;

use anyhow::Result;
use xtask::files;
use xtask::server::Server;

/// A site of three files, in a folder of the test's own.
fn site(name: &str) -> Result<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    files::write(&folder.join("practice/index.html"), "practice")?;
    files::write(&folder.join("assets/app.wasm"), "\0asm")?;
    files::write(&folder.join("404.html"), "nothing here")?;
    Ok(folder)
}

/// Status line, headers and body of a GET, in lower case.
fn get(server: &Server, path: &str) -> Result<String> {
    let mut stream = TcpStream::connect(server.origin().trim_start_matches("http://"))?;
    write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    Ok(answer.to_ascii_lowercase())
}

fn check(server: &Server, path: &str, status: &str, contains: &str) {
    let answer = get(server, path).expect("the server answers");
    assert!(answer.starts_with(&format!("http/1.1 {status}")), "{path}: {answer}");
    assert!(answer.contains(contains), "{path}: {answer}");
}

#[test]
fn folders_types_and_unknown_addresses() {
    let server = Server::start(&site("at-root").unwrap(), "/", 0).unwrap();
    check(&server, "/practice/", "200", "content-type: text/html");
    check(&server, "/practice", "307", "location: /practice/");
    check(&server, "/assets/app.wasm", "200", "content-type: application/wasm");
    check(&server, "/assets/", "404", "nothing here");
    check(&server, "/elsewhere/", "404", "nothing here");
}

#[test]
fn under_a_prefix() {
    let server = Server::start(&site("under-prefix").unwrap(), "/some/path/", 0).unwrap();
    check(&server, "/some/path/practice/", "200", "practice");
    check(&server, "/some/path/practice", "307", "location: /some/path/practice/");
    check(&server, "/practice/", "404", "");
}

#[test]
fn nothing_answers_after_it_is_dropped() {
    let server = Server::start(&site("dropped").unwrap(), "/", 0).unwrap();
    let address = server.origin().trim_start_matches("http://").to_owned();
    // A connection that is kept open must not keep the server alive.
    let open = TcpStream::connect(&address).unwrap();
    drop(server);
    assert!(TcpStream::connect(&address).is_err());
    drop(open);
}
