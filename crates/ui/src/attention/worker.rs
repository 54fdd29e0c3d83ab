//! Joins the page's state to the worker that trains: what it says becomes actions, what lies in
//! the outbox is sent.

use yew::prelude::*;

use super::state::{Action, Phase, State};
use crate::worker::trainer::{TrainerClient, TrainerProgram, TrainerStatus};

/// Starts a worker for as long as the component lives.
#[hook]
pub fn use_trainer(state: &UseReducerHandle<State>) {
    let client = use_mut_ref(|| None::<TrainerClient>);
    let sent = use_mut_ref(|| 0_u64);
    {
        let (client, dispatcher) = (client.clone(), state.dispatcher());
        use_effect_with((), move |()| {
            let on_event = {
                let dispatcher = dispatcher.clone();
                Callback::from(move |event| dispatcher.dispatch(Action::Heard(event)))
            };
            let on_status = Callback::from(move |status| {
                if let TrainerStatus::Dead { message } = status {
                    dispatcher.dispatch(Action::Died(message));
                }
            });
            *client.borrow_mut() =
                Some(TrainerClient::start(TrainerProgram::WithBurn, on_event, on_status));
            move || drop(client.borrow_mut().take())
        });
    }
    let state = state.clone();
    let newest = state.training().outbox.last().map(|(number, _)| *number);
    use_effect_with(newest, move |_| {
        let client = client.borrow();
        let Some(client) = client.as_ref() else { return };
        let state = state.training();
        if matches!(state.phase, Phase::Lost(_)) {
            return;
        }
        if matches!(client.status(), TrainerStatus::Dead { .. }) {
            client.restart();
        }
        for (number, request) in &state.outbox {
            if *number > *sent.borrow() {
                *sent.borrow_mut() = *number;
                client.send(request.clone());
            }
        }
    });
}
