//! The worker that carries burn: the attention page, and the labs that train with it.

use protocol::trainer::Config;
use trainer::{
    attention::AttentionSession,
    lab::LabSession,
    session::{Clock, Opened},
};

fn main() {
    trainer::start(open, nets::device::name());
}

fn open(config: Config, clock: Clock) -> Opened {
    Ok(match config {
        Config::Attention(plan) => Box::new(AttentionSession::open(&plan, clock)?),
        Config::Lab(config) => Box::new(LabSession::open(labs::WITH_BURN, config, clock)?),
    })
}
