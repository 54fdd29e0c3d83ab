//! A program whose output is read line by line as it comes.

use std::io::{BufRead, BufReader, IsTerminal, Read};
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, Sender};
use std::thread;

use anyhow::{Context, Result};

use crate::command;

/// Runs a program, passes each line of both its outputs to `read`; whether it succeeded.
///
/// # Errors
/// When it cannot be started.
pub fn run(mut command: Command, mut read: impl FnMut(&str)) -> Result<bool> {
    if std::io::stdout().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always");
    }
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {}", command::line(&command)))?;
    let (sender, lines) = mpsc::channel();
    follow(child.stdout.take(), sender.clone());
    follow(child.stderr.take(), sender);
    for line in lines {
        read(&line);
    }
    Ok(child.wait()?.success())
}

/// Sends what comes out line by line, until the program closes it.
fn follow(output: Option<impl Read + Send + 'static>, sender: Sender<String>) {
    let Some(output) = output else { return };
    thread::spawn(move || {
        let mut reader = BufReader::new(output);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line).is_ok_and(|length| length > 0) {
            let text = String::from_utf8_lossy(&line).trim_end_matches(['\r', '\n']).to_owned();
            if sender.send(text).is_err() {
                return;
            }
            line.clear();
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_outputs_are_read_and_failure_is_told() {
        let mut shell = Command::new("sh");
        shell.args(["-c", "echo out; echo err >&2; exit 3"]);
        let mut lines = Vec::new();
        let succeeded = run(shell, |line| lines.push(line.to_owned())).unwrap();
        lines.sort();
        assert_eq!((succeeded, lines), (false, vec!["err".to_owned(), "out".to_owned()]));
    }
}
