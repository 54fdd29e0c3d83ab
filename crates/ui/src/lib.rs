//! Yew components, reducers, worker clients, storage.
