//! Settings that the site has a trained state of: each task's usual ones. Such a run starts where the
//! state stands, and goes on from it bit for bit.

use gloo::utils::window;
use js_sys::{ArrayBuffer, Uint8Array};
use protocol::attention::Config;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;
use yew::prelude::*;

use super::{
    fragment::{TASKS, default_config, name_of},
    state::{Action, Phase, State},
    task::needs_text,
};
use crate::site::Site;

/// The name of the trained state that the site has for these settings.
#[must_use]
pub fn name(config: &Config) -> Option<&'static str> {
    let usual = Config { task: config.task, ..default_config() };
    (*config == usual && !needs_text(config.task)).then(|| name_of(&TASKS, config.task))
}

/// Fetches the trained state that the page waits for. Without it, the run starts untrained.
#[hook]
pub fn use_shipped(state: &UseReducerHandle<State>) {
    let dispatcher = state.dispatcher();
    let state = state.training();
    let wanted = (state.phase == Phase::Fetching).then(|| (state.run, state.shipped()));
    use_effect_with(wanted, move |wanted| {
        let Some((_, Some(name))) = *wanted else { return };
        let address = Site::current().asset(&format!("checkpoints/{name}.bin"));
        spawn_local(async move { dispatcher.dispatch(Action::Fetched(fetch(&address).await)) });
    });
}

async fn fetch(address: &str) -> Option<Vec<u8>> {
    let response = JsFuture::from(window().fetch_with_str(address)).await.ok()?;
    let response: Response = response.dyn_into().ok().filter(Response::ok)?;
    let bytes = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(Uint8Array::new(bytes.unchecked_ref::<ArrayBuffer>()).to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::attention::Task;

    #[test]
    fn usual_settings_of_each_task_have_a_state() {
        let sort = Config { task: Task::Sort, ..default_config() };
        assert_eq!(name(&sort), Some("sort"));
        assert_eq!(name(&Config { seed: 8, ..sort }), None);
    }
}
