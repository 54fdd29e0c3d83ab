//! A recommender's tables, requests and arithmetic.

use serde::Serialize;

use super::field::{Limits, Trouble, inputs};
use super::value::Value;
use super::{Description, Formula};

inputs! {
    /// Listeners, tracks, and how often they are asked for.
    RecommenderCapacity {
        users: "Users", "", 1e8, Limits::from(1.0, 1e12);
        items: "Items", "", 1e8, Limits::from(1.0, 1e12);
        dimensions: "Width of an embedding", "", 128.0, Limits::from(1.0, 1e5);
        bytes_per_number: "Bytes per number", "byte", 2.0, Limits::from(0.125, 8.0);
        daily_active_users: "Daily active users", "", 5e7, Limits::from(0.0, 1e12);
        requests_per_user_per_day: "Requests per user and day", "/day", 20.0,
            Limits::from(0.0, 1e6);
        peak_factor: "Peak over mean", "×", 3.0, Limits::from(1.0, 1e3);
        candidates_per_request: "Candidates scored per request", "", 500.0,
            Limits::from(1.0, 1e12);
    }
}

/// What must be held and computed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct RecommenderCapacityResult {
    /// The table of users.
    pub user_table_gigabytes: f64,
    /// The table of items.
    pub item_table_gigabytes: f64,
    /// Requests a second, over a day.
    pub mean_requests_per_second: f64,
    /// Requests a second, at the peak.
    pub peak_requests_per_second: f64,
    /// Dot products with the candidates alone, at the peak.
    pub candidate_giga_multiply_adds_per_second: f64,
    /// Dot products with every item, at the peak: what retrieval without an index would take.
    pub exhaustive_giga_multiply_adds_per_second: f64,
    /// Embeddings read for one request.
    pub kilobytes_read_per_request: f64,
}

pub(super) const DESCRIPTION: Description = Description {
    name: "recommender-capacity",
    title: "Capacity of a recommender",
    question: "What must be held in memory, and what does the peak ask for?",
    fields: RecommenderCapacity::FIELDS,
    formulas: &[
        Formula { text: "table = rows × width × bytes per number", source: "" },
        Formula {
            text: "requests per second = active users × requests ÷ 86 400, times peak over mean",
            source: "",
        },
        Formula {
            text: "candidates first, then scores: candidates × width multiply-adds per request",
            source: "Covington, Adams, Sargin, Deep Neural Networks for YouTube Recommendations, \
                     RecSys 2016, section 2",
        },
    ],
};

impl RecommenderCapacity {
    /// # Errors
    /// What is wrong with which field; more active users than users, more candidates than items.
    pub fn calculate(&self) -> Result<RecommenderCapacityResult, Vec<Trouble>> {
        self.in_range()?;
        let mut troubles = Vec::new();
        if self.daily_active_users > self.users {
            let words = "There cannot be more daily active users than users.";
            troubles.push(Trouble::new("daily_active_users", words));
        }
        if self.candidates_per_request > self.items {
            let words = "There cannot be more candidates than items.";
            troubles.push(Trouble::new("candidates_per_request", words));
        }
        if !troubles.is_empty() {
            return Err(troubles);
        }
        let row_bytes = self.dimensions * self.bytes_per_number;
        let mean = self.daily_active_users * self.requests_per_user_per_day / 86_400.0;
        let peak = mean * self.peak_factor;
        let giga = |items: f64| peak * items * self.dimensions / 1e9;
        Ok(RecommenderCapacityResult {
            user_table_gigabytes: self.users * row_bytes / 1e9,
            item_table_gigabytes: self.items * row_bytes / 1e9,
            mean_requests_per_second: mean,
            peak_requests_per_second: peak,
            candidate_giga_multiply_adds_per_second: giga(self.candidates_per_request),
            exhaustive_giga_multiply_adds_per_second: giga(self.items),
            kilobytes_read_per_request: (self.candidates_per_request + 1.0) * row_bytes / 1e3,
        })
    }
}

impl RecommenderCapacityResult {
    /// For a form.
    #[must_use]
    pub fn values(&self) -> Vec<Value> {
        vec![
            Value::new(
                "user_table_gigabytes",
                "Table of users",
                "GB",
                self.user_table_gigabytes,
                "for all users",
            ),
            Value::new(
                "item_table_gigabytes",
                "Table of items",
                "GB",
                self.item_table_gigabytes,
                "for all items",
            ),
            Value::new(
                "mean_requests_per_second",
                "Requests, mean",
                "/s",
                self.mean_requests_per_second,
                "over the day",
            ),
            Value::new(
                "peak_requests_per_second",
                "Requests, peak",
                "/s",
                self.peak_requests_per_second,
                "at the peak",
            ),
            Value::new(
                "candidate_giga_multiply_adds_per_second",
                "Scoring candidates",
                "GMAC/s",
                self.candidate_giga_multiply_adds_per_second,
                "at the peak, for the candidates",
            ),
            Value::new(
                "exhaustive_giga_multiply_adds_per_second",
                "Scoring everything",
                "GMAC/s",
                self.exhaustive_giga_multiply_adds_per_second,
                "at the peak, if every item were scored",
            ),
            Value::new(
                "kilobytes_read_per_request",
                "Read per request",
                "kB",
                self.kilobytes_read_per_request,
                "of embeddings a request",
            ),
        ]
    }
}
