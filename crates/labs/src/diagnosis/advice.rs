//! What to change, in terms of the controls that a lab has: advice that cannot be followed is none.

use super::Evidence;

/// What a lab's controls can do about a finding.
#[derive(Clone, Copy, Debug)]
pub struct Controls {
    /// The control of the learning rate and its values in rising order.
    pub rate: (&'static str, &'static [f32]),
    /// Everything else that advice may name, with its control.
    pub offers: &'static [(Offer, &'static str)],
}

/// A change that some labs offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Adam instead of another optimiser.
    Adam,
    /// Rows an update.
    Batch,
    /// Rows to train on.
    Rows,
    /// A penalty on squares of weights.
    L2,
    /// Weight decay.
    Decay,
    /// Units in a layer.
    Units,
    /// Layers.
    Layers,
    /// The activation of hidden layers.
    Activation,
    /// The size of first weights.
    Start,
    /// Clipping of gradients.
    Clipping,
}

/// A setting as its control writes it: `0.0001`, never `1.0e−4`.
pub fn setting(value: f32) -> String {
    value.to_string()
}

/// The largest of 0.1, 0.3, 1, 3 and so on that is no more than this.
pub fn rounded_down(value: f32) -> f32 {
    let steps = (-4..=2).flat_map(|power| {
        let unit = libm::exp10(f64::from(power));
        [unit as f32, (3.0 * unit) as f32]
    });
    steps.filter(|step| *step <= value).fold(1e-4, f32::max)
}

/// What one can do, as a sentence: `Train on more rows, or raise L2.`; nothing where there is nothing.
pub fn any_of(ways: &[&str]) -> String {
    let Some((last, others)) = ways.split_last() else { return String::new() };
    let sentence = match others {
        [] => format!("{last}."),
        _ => format!("{}, or {last}.", others.join(", ")),
    };
    let (first, rest) = sentence.split_at(1);
    first.to_ascii_uppercase() + rest
}

impl Controls {
    /// A learning rate of the scale below this one, as near to this part of it as there is.
    pub fn slower_rate(&self, rate: f32, factor: f32) -> Option<f32> {
        let below = self.rate.1.iter().copied().filter(|it| *it < 0.99 * rate);
        nearest(below, rate / factor)
    }

    /// One above it, as near to this multiple of it as there is.
    pub fn faster_rate(&self, rate: f32, factor: f32) -> Option<f32> {
        let above = self.rate.1.iter().copied().filter(|it| *it > 1.01 * rate);
        nearest(above, rate * factor)
    }

    /// A lower learning rate, as a sentence.
    pub fn slower(&self, rate: f32, factor: f32) -> String {
        match self.slower_rate(rate, factor) {
            Some(to) => {
                format!("Lower the learning rate from {} to {}.", setting(rate), setting(to))
            }
            None => format!("The learning rate of {} is the lowest here.", setting(rate)),
        }
    }
}

/// By ratio, not by difference.
fn nearest(rates: impl Iterator<Item = f32>, wanted: f32) -> Option<f32> {
    let apart = |rate: f32| (rate / wanted).max(wanted / rate);
    rates.min_by(|a, b| apart(*a).total_cmp(&apart(*b)))
}

impl Evidence<'_> {
    pub(super) fn offers(&self, offer: Offer) -> bool {
        self.controls.offers.iter().any(|(known, _)| *known == offer)
    }

    /// Of these ways, those that the lab has a control for; ways without one are always there.
    pub(super) fn ways(&self, ways: &[(Option<Offer>, &str)]) -> String {
        let is_there = |offer: Option<Offer>| offer.is_none_or(|offer| self.offers(offer));
        let ways: Vec<&str> =
            ways.iter().filter(|(offer, _)| is_there(*offer)).map(|(_, way)| *way).collect();
        any_of(&ways)
    }

    /// A lower learning rate, as a sentence.
    pub(super) fn slower(&self, factor: f32) -> String {
        self.controls.slower(self.setup.learning_rate, factor)
    }

    /// A higher learning rate or another optimiser, as a sentence.
    pub(super) fn faster(&self) -> String {
        let rate = self.setup.learning_rate;
        let raised = self
            .controls
            .faster_rate(rate, 3.0)
            .map(|to| format!("raise the learning rate from {} to {}", setting(rate), setting(to)));
        let adam = (!self.setup.is_adaptive && self.offers(Offer::Adam)).then_some("use Adam");
        any_of(&raised.as_deref().into_iter().chain(adam).collect::<Vec<_>>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn advice_stays_on_the_scale() {
        let controls =
            Controls { rate: ("rate", &[1e-4, 3e-4, 0.01, 0.03, 0.1, 1.0]), offers: &[] };
        assert_eq!(controls.slower(0.1, 3.0), "Lower the learning rate from 0.1 to 0.03.");
        assert_eq!(controls.slower(0.01, 10.0), "Lower the learning rate from 0.01 to 0.0003.");
        assert_eq!(controls.slower(1e-4, 10.0), "The learning rate of 0.0001 is the lowest here.");
        assert_eq!(controls.faster_rate(1e-4, 3.0), Some(3e-4));
        assert_eq!(controls.faster_rate(1.0, 3.0), None);
        assert_eq!([0.0333, 0.0299, 3.0, 1e-9].map(rounded_down), [0.03, 0.01, 3.0, 1e-4]);
    }

    #[test]
    fn ways_are_listed_as_in_a_sentence() {
        assert_eq!(any_of(&[]), "");
        assert_eq!(any_of(&["raise L2"]), "Raise L2.");
        assert_eq!(any_of(&["stop there", "raise L2", "wait"]), "Stop there, raise L2, or wait.");
    }
}
