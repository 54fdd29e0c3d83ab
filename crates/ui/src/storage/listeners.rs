//! Callbacks that come and go with the components that own them.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use yew::Callback;

/// A list of callbacks.
pub(super) struct Listeners<T> {
    next: Cell<u32>,
    list: RefCell<Vec<(u32, Callback<T>)>>,
}

impl<T> Default for Listeners<T> {
    fn default() -> Self {
        Self { next: Cell::new(0), list: RefCell::default() }
    }
}

impl<T: Clone + 'static> Listeners<T> {
    /// Adds a listener for as long as the subscription lives.
    pub(super) fn add(self: &Rc<Self>, listener: Callback<T>) -> Subscription {
        let id = self.next.replace(self.next.get() + 1);
        self.list.borrow_mut().push((id, listener));
        let weak = Rc::downgrade(self);
        Subscription(Some(Box::new(move || {
            if let Some(listeners) = weak.upgrade() {
                listeners.list.borrow_mut().retain(|(other, _)| *other != id);
            }
        })))
    }

    /// Tells every listener.
    pub(super) fn emit(&self, value: T) {
        // A copy: a listener may subscribe or unsubscribe.
        let listeners = self.list.borrow().clone();
        for (_, listener) in listeners {
            listener.emit(value.clone());
        }
    }
}

/// Keeps a listener registered; dropping it ends that.
#[must_use]
pub struct Subscription(Option<Box<dyn FnOnce()>>);

impl Drop for Subscription {
    fn drop(&mut self) {
        if let Some(end) = self.0.take() {
            end();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dropped_subscription_hears_nothing() {
        let listeners = Rc::new(Listeners::default());
        let heard = Rc::new(Cell::new(0));
        let subscription = listeners.add({
            let heard = Rc::clone(&heard);
            Callback::from(move |value: u32| heard.set(heard.get() + value))
        });
        listeners.emit(2);
        drop(subscription);
        listeners.emit(3);
        assert_eq!(heard.get(), 2);
    }
}
