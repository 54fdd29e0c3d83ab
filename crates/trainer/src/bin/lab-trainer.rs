//! The worker of the labs whose arithmetic is by hand: without burn.

use protocol::trainer::Config;
use trainer::{
    lab::LabSession,
    session::{Clock, Opened},
};

fn main() {
    trainer::start(open, "plain slices");
}

fn open(config: Config, clock: Clock) -> Opened {
    match config {
        Config::Lab(config) => Ok(Box::new(LabSession::open(labs::PLAIN, config, clock)?)),
        Config::Attention(_) => Err("This worker runs labs without burn only.".into()),
    }
}
