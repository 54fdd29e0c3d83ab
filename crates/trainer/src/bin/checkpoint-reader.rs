//! The worker that opens trained models from the visitor's disk: without burn, with a tokeniser.

use protocol::trainer::Config;
use trainer::{
    checkpoint::{self, Reading},
    session::{Clock, Opened},
    source::Source,
};

fn main() {
    trainer::start(open, "plain slices");
}

fn open(config: Config, files: Vec<Box<dyn Source>>, clock: Clock) -> Result<Opened, String> {
    match config {
        Config::Checkpoint(opening) => {
            let reading = Reading::new(opening, files, checkpoint::allowed_bytes(), clock)?;
            Ok(Opened::Underway(Box::new(reading)))
        }
        _ => Err("This worker opens files only.".into()),
    }
}
