//! Joins the page's state to the worker that reads checkpoints. It is started for one set of files and
//! ended with it: a WebAssembly program never gives memory back.

use protocol::attention::checkpoint::Opening;
use web_sys::File;
use yew::prelude::*;

use crate::attention::state::{Action, State};
use crate::worker::trainer::{TrainerClient, TrainerProgram, TrainerStatus};

/// Files to be opened, in their order.
#[derive(Clone, Debug, PartialEq)]
pub struct Handed {
    /// What else there is to say.
    pub opening: Opening,
    /// The files themselves. The page does not read them.
    pub files: Vec<File>,
}

/// Starts a worker whenever files are handed to the callback, and ends it when they are given up.
#[hook]
pub fn use_reader(state: &UseReducerHandle<State>) -> Callback<Handed> {
    let client = use_mut_ref(|| None::<TrainerClient>);
    let files = use_mut_ref(Vec::<File>::new);
    let sent = use_mut_ref(|| 0_u64);
    {
        let (client, dispatcher) = (client.clone(), state.dispatcher());
        use_effect_with(state.own.reader(), move |reader| {
            *client.borrow_mut() = reader.map(|_| start(dispatcher));
            move || drop(client.borrow_mut().take())
        });
    }
    {
        let (files, state) = (files.clone(), state.clone());
        let newest = state.own.outbox.last().map(|(number, _)| *number);
        use_effect_with(newest, move |_| {
            let client = client.borrow();
            let Some(client) = client.as_ref() else { return };
            for (number, request) in &state.own.outbox {
                if *number > *sent.borrow() {
                    *sent.borrow_mut() = *number;
                    client.send_with(request.clone(), files.take());
                }
            }
        });
    }
    let dispatcher = state.dispatcher();
    Callback::from(move |handed: Handed| {
        *files.borrow_mut() = handed.files;
        dispatcher.dispatch(Action::OpenOwn(handed.opening));
    })
}

fn start(dispatcher: UseReducerDispatcher<State>) -> TrainerClient {
    let on_event = {
        let dispatcher = dispatcher.clone();
        Callback::from(move |event| dispatcher.dispatch(Action::HeardOwn(event)))
    };
    let on_status = Callback::from(move |status| {
        if let TrainerStatus::Dead { message } = status {
            dispatcher.dispatch(Action::OwnDied(message));
        }
    });
    TrainerClient::start(TrainerProgram::CheckpointReader, on_event, on_status)
}
