//! Pages that are no room: home, lists, embed, privacy, and the one for wrong addresses.

mod embed;
mod home;
mod labs;
mod list;
mod missing;
mod numpy;
mod order;
mod pictures;
mod practice;
mod privacy;
mod requests;
mod stored;

pub use embed::EmbedPage;
pub use home::Home;
pub use labs::{LabList, LabPage, LabPageProps};
pub(crate) use list::{fetch_failure, fetching, level_name};
pub use missing::NotFound;
pub use numpy::NumpyNames;
pub(crate) use order::sorted;
pub use practice::PracticeList;
pub(crate) use practice::{LEVELS, capitalised, level, level_value};
pub use privacy::Privacy;
