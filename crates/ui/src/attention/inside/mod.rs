//! Looking inside: the way from tokens to the next token with its real numbers, one stage of it to
//! read, how each number came about; what each layer would say, and where the end comes from.

mod arithmetic;
mod cell_panel;
mod flow;
mod lens;
mod names;
mod numbers;
mod rollout;
#[cfg(test)]
mod samples;
mod softmax;
mod stage_view;
mod thumbnail;
mod way;
mod words;

pub use cell_panel::CellPanel;
pub use flow::Flow;
pub use lens::Lens;
pub use rollout::Rollout;
pub use softmax::share_cell;
pub use stage_view::StageView;
