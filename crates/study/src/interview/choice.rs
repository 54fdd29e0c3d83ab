//! What is ticked and typed before a loop starts: kept as it stands, so that minutes that are not
//! yet a number are still there after a reload.

use std::collections::{BTreeMap, BTreeSet};

use content::{Domain, Seniority};
use serde::{Deserialize, Serialize};

use super::round::Round;
use super::setup::{LENGTHS, RoundLength, Setup, SetupRefused};
use crate::Day;

/// Characters that a field for minutes keeps.
const MOST_LETTERS: usize = 8;

/// Domain, rounds and minutes as chosen so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What the team works on.
    pub domain: Domain,
    /// The rounds that are ticked.
    pub rounds: BTreeSet<Round>,
    /// Minutes as typed, where they are not the usual ones.
    pub minutes: BTreeMap<Round, String>,
}

/// Rounds that are often wanted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// From the recruiter to the manager.
    Whole,
    /// Five rounds of one day.
    Onsite,
    /// The first of those that are ticked.
    One,
}

impl Default for Choice {
    fn default() -> Self {
        let choice =
            Self { domain: Domain::Language, rounds: BTreeSet::new(), minutes: BTreeMap::new() };
        choice.with(Preset::Onsite)
    }
}

impl Preset {
    /// All, in the order of their buttons.
    pub const ALL: [Self; 3] = [Self::Whole, Self::Onsite, Self::One];

    /// What its button says.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Whole => "Whole loop",
            Self::Onsite => "Onsite",
            Self::One => "One round",
        }
    }
}

impl Choice {
    /// With the rounds of a preset.
    #[must_use]
    pub fn with(&self, preset: Preset) -> Self {
        let rounds = match preset {
            Preset::Whole => Round::ALL.to_vec(),
            Preset::Onsite => {
                vec![Round::Coding, Round::Theory, Round::Design, Round::Domain, Round::Behaviour]
            }
            Preset::One => vec![self.rounds.first().copied().unwrap_or(Round::Theory)],
        };
        Self { rounds: rounds.into_iter().collect(), ..self.clone() }
    }

    /// With a round ticked, or not.
    #[must_use]
    pub fn ticked(&self, round: Round, is_ticked: bool) -> Self {
        let mut next = self.clone();
        if is_ticked {
            next.rounds.insert(round);
        } else {
            next.rounds.remove(&round);
        }
        next
    }

    /// With a round's minutes as they were typed.
    #[must_use]
    pub fn timed(&self, round: Round, typed: &str) -> Self {
        let mut next = self.clone();
        next.minutes.insert(round, typed.chars().take(MOST_LETTERS).collect());
        next
    }

    /// What stands in a round's field: what was typed, else the usual time.
    #[must_use]
    pub fn typed(&self, round: Round, seniority: Seniority) -> String {
        let usual = || round.minutes(seniority).to_string();
        self.minutes.get(&round).map_or_else(usual, |it| it.chars().take(MOST_LETTERS).collect())
    }

    /// A round's minutes.
    ///
    /// # Errors
    /// What is wrong with what stands in its field.
    pub fn length(&self, round: Round, seniority: Seniority) -> Result<RoundLength, SetupRefused> {
        let typed = self.typed(round, seniority);
        let minutes: u16 = typed.trim().parse().map_err(|_| SetupRefused::NoNumber(round))?;
        let length = RoundLength { round, minutes };
        if LENGTHS.contains(&minutes) { Ok(length) } else { Err(SetupRefused::Length(length)) }
    }

    /// The loop to start.
    ///
    /// # Errors
    /// What must be changed first.
    pub fn setup(
        &self,
        seniority: Seniority,
        seed: u32,
        today: Day,
    ) -> Result<Setup, SetupRefused> {
        let lengths = self.rounds.iter().map(|round| self.length(*round, seniority));
        let rounds = lengths.collect::<Result<Vec<_>, _>>()?;
        let setup = Setup { seniority, domain: self.domain, rounds, seed, today };
        setup.check()?;
        Ok(setup)
    }

    /// `5 rounds, 3 h 50 min`; nothing where minutes are missing.
    #[must_use]
    pub fn said(&self, seniority: Seniority) -> Option<String> {
        let setup = self.setup(seniority, 0, 0).ok()?;
        let minutes: u32 = setup.rounds.iter().map(|it| u32::from(it.minutes)).sum();
        let rounds = figures::format::plural(setup.rounds.len(), "round");
        Some(match (minutes / 60, minutes % 60) {
            (0, minutes) => format!("{rounds}, {minutes} min"),
            (hours, 0) => format!("{rounds}, {hours} h"),
            (hours, minutes) => format!("{rounds}, {hours} h {minutes} min"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn presets_tick_rounds_in_their_order() {
        let rounds = |choice: &Choice| choice.rounds.iter().map(|it| it.name()).collect::<Vec<_>>();
        let onsite = Choice::default();
        assert_eq!(rounds(&onsite), ["coding", "theory", "design", "domain", "behaviour"]);
        assert_eq!(onsite.said(Seniority::Junior).unwrap(), "5 rounds, 3 h 50 min");
        assert_eq!(onsite.said(Seniority::Senior).unwrap(), "5 rounds, 4 h");
        assert_eq!(rounds(&onsite.with(Preset::Whole)).len(), 9);
        assert_eq!(rounds(&onsite.with(Preset::One)), ["coding"]);
        assert_eq!(onsite.with(Preset::One).said(Seniority::Junior).unwrap(), "1 round, 45 min");
        let all_off =
            onsite.rounds.iter().fold(onsite.clone(), |it, round| it.ticked(*round, false));
        let refused = all_off.setup(Seniority::Junior, 1, 2).unwrap_err();
        assert_eq!(refused.to_string(), "A loop has 1 to 12 rounds, not 0.");
        assert_eq!(rounds(&all_off.ticked(Round::Manager, true)), ["manager"]);
    }

    #[test]
    fn minutes_are_refused_in_words() {
        let check = |typed: &str, expect: &str| {
            let choice = Choice::default().timed(Round::Coding, typed);
            let refused = choice.setup(Seniority::Junior, 1, 2).unwrap_err();
            assert_eq!(refused.to_string(), expect);
        };
        check("", "Coding: write the minutes as a whole number from 5 to 120.");
        check("70000", "Coding: write the minutes as a whole number from 5 to 120.");
        check("half", "Coding: write the minutes as a whole number from 5 to 120.");
        check("4", "Coding: a round takes 5 to 120 minutes, not 4.");
        check("121", "Coding: a round takes 5 to 120 minutes, not 121.");
        let typed = Choice::default().timed(Round::Coding, " 25 ");
        assert_eq!(typed.setup(Seniority::Junior, 1, 2).unwrap().rounds[0].minutes, 25);
        let kept: Choice = serde_json::from_value(serde_json::to_value(&typed).unwrap()).unwrap();
        assert_eq!(kept, typed);
    }
}
