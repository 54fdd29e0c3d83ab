//! The worker of the labs whose arithmetic is by hand: without burn.

use protocol::trainer::Config;
use trainer::{
    lab::LabSession,
    session::{Clock, Opened},
    source::Source,
};

fn main() {
    trainer::start(open, "plain slices");
}

fn open(config: Config, _files: Vec<Box<dyn Source>>, clock: Clock) -> Result<Opened, String> {
    match config {
        Config::Lab(config) => Ok(Opened::ready(LabSession::open(labs::PLAIN, config, clock)?)),
        _ => Err("This worker runs labs without burn only.".into()),
    }
}
