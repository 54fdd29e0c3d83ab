//! The rounds of a loop, how long each takes, and what belongs to a domain.

use content::{Domain, Seniority, syllabus::ROUNDS};
use serde::{Deserialize, Serialize};

/// A round of the loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Round {
    /// A recruiter asks why, when and what for.
    RecruiterScreen,
    /// An engineer asks a bit of everything, over the phone.
    PhoneScreen,
    /// Data structures and algorithms.
    Coding,
    /// A piece of machine learning by hand.
    MlCoding,
    /// Questions and derivations.
    Theory,
    /// A system, from requirements to limits.
    Design,
    /// The domain of the team.
    Domain,
    /// What one did, and how.
    Behaviour,
    /// The hiring manager.
    Manager,
}

impl Round {
    /// A whole loop, in its usual order.
    pub const ALL: [Self; 9] = [
        Self::RecruiterScreen,
        Self::PhoneScreen,
        Self::Coding,
        Self::MlCoding,
        Self::Theory,
        Self::Design,
        Self::Domain,
        Self::Behaviour,
        Self::Manager,
    ];

    /// The usual length in minutes: an onsite round takes 45 to 60, a screen by a recruiter or the
    /// manager 30. A system takes longer than a question, and a senior has an hour for it.
    #[must_use]
    pub fn minutes(self, seniority: Seniority) -> u16 {
        match (self, seniority) {
            (Self::RecruiterScreen | Self::Manager, _) => 30,
            (Self::Design, Seniority::Senior) => 60,
            (Self::Design, Seniority::Junior) => 50,
            _ => 45,
        }
    }

    /// As addresses and the syllabus name it: `ml-coding`.
    #[must_use]
    pub fn name(self) -> &'static str {
        ROUNDS[self as usize]
    }

    /// The round of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|round| round.name() == name)
    }

    /// What the round is called on the page.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::RecruiterScreen => "Recruiter screen",
            Self::PhoneScreen => "Phone screen",
            Self::Coding => "Coding",
            Self::MlCoding => "Machine-learning coding",
            Self::Theory => "Theory",
            Self::Design => "System design",
            Self::Domain => "Domain",
            Self::Behaviour => "Behaviour",
            Self::Manager => "Hiring manager",
        }
    }
}

/// The topics that belong to a domain, where an item names no domain itself.
#[must_use]
pub fn domain_topics(domain: Domain) -> &'static [&'static str] {
    match domain {
        Domain::Language => &["language", "transformers", "decoding", "generative models"],
        Domain::Vision => &["vision", "convolution"],
        Domain::Audio => &["audio"],
        Domain::Health => &["streams", "recurrent networks", "statistics"],
        Domain::Recommendation => &["recommendation", "retrieval"],
        Domain::Infrastructure => &["monitoring", "data wrangling", "streams", "on-device"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_syllabus_names_the_same_rounds() {
        assert_eq!(Round::ALL.map(Round::name), ROUNDS);
        for round in Round::ALL {
            assert_eq!(serde_json::to_value(round).unwrap(), round.name());
            assert_eq!(Round::from_name(round.name()), Some(round));
        }
        assert_eq!(Round::from_name("lunch"), None);
    }
}
