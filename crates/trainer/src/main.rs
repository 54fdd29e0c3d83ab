//! The worker that carries burn: the attention page, and the labs that train with it.

use protocol::trainer::Config;
use trainer::{
    attention::AttentionSession,
    lab::LabSession,
    session::{Clock, Opened},
    source::Source,
};

fn main() {
    trainer::start(open, nets::device::name());
}

fn open(config: Config, _files: Vec<Box<dyn Source>>, clock: Clock) -> Result<Opened, String> {
    Ok(match config {
        Config::Attention(plan) => Opened::ready(AttentionSession::open(&plan, clock)?),
        Config::Lab(config) => Opened::ready(LabSession::open(labs::WITH_BURN, config, clock)?),
        Config::Checkpoint(_) => return Err("This worker trains; it opens no files.".into()),
    })
}
