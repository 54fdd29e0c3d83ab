//! Recorded answers: what is known of a take, which kinds of sound and picture are taken, how fast
//! somebody spoke.

use serde::Serialize;
use serde_json::Value;

/// Longest take, in milliseconds.
pub const LONGEST_MS: f64 = 600_000.0;
/// Most bytes of a take: the longest with picture, twice over.
pub const MOST_BYTES: u64 = 96_000_000;
/// Most words that somebody says they have said.
const MOST_WORDS: u64 = 5_000;

/// A recorded answer. Its sound and picture are kept beside it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Take {
    /// When it began, in milliseconds since 1970.
    pub at_ms: f64,
    /// How long it is, in milliseconds.
    pub length_ms: f64,
    /// Its media type, one of those that [`is_media`] takes.
    #[serde(rename = "type")]
    pub media: String,
    /// Its size.
    pub bytes: u64,
    /// How many words were said, if the visitor has counted them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<u32>,
}

impl Take {
    /// Reads a record, which may have been imported: nothing if anything of it cannot be.
    #[must_use]
    pub fn read(value: &Value) -> Option<Self> {
        let number = |name: &str, most: f64| {
            value.get(name)?.as_f64().filter(|it| (0.0..=most).contains(it))
        };
        Some(Self {
            at_ms: number("at_ms", 8.64e15)?,
            // A recorder stops a moment after it is told to.
            length_ms: number("length_ms", LONGEST_MS * 2.0)?,
            media: value.get("type")?.as_str().filter(|it| is_media(it))?.to_owned(),
            bytes: value.get("bytes")?.as_u64().filter(|it| *it <= MOST_BYTES)?,
            words: value.get("words").and_then(Value::as_u64).and_then(counted),
        })
    }

    /// Whether there is a picture.
    #[must_use]
    pub fn is_video(&self) -> bool {
        self.media.starts_with("video/")
    }

    /// How its file's name ends.
    #[must_use]
    pub fn extension(&self) -> &'static str {
        let container = self.media.split(';').next().unwrap_or_default();
        match container.split('/').nth(1).unwrap_or_default() {
            "mp4" if self.is_video() => "mp4",
            "mp4" => "m4a",
            "ogg" => "ogg",
            _ => "webm",
        }
    }
}

/// A number of words that somebody can have said.
fn counted(words: u64) -> Option<u32> {
    u32::try_from(words).ok().filter(|_| (1..=MOST_WORDS).contains(&words))
}

/// A number of words as it is typed; nothing for what is none.
#[must_use]
pub fn words_from(typed: &str) -> Option<u32> {
    typed.trim().parse().ok().and_then(counted)
}

/// Whether a media type is one that a recorder gives: sound or picture and nothing else, so that a
/// record from elsewhere can never be a page.
#[must_use]
pub fn is_media(media: &str) -> bool {
    let (container, codecs) = media.split_once(';').unwrap_or((media, ""));
    let is_known =
        matches!(container, "audio/webm" | "audio/mp4" | "audio/ogg" | "video/webm" | "video/mp4");
    let is_plain = |it: char| it.is_ascii_alphanumeric() || " =.,-\"".contains(it);
    is_known && codecs.len() <= 60 && codecs.chars().all(is_plain)
}

/// What a recorder is asked for, the best first.
#[must_use]
pub fn wanted(is_video: bool) -> &'static [&'static str] {
    if is_video {
        &["video/webm;codecs=vp8,opus", "video/mp4", "video/webm"]
    } else {
        &["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus", "audio/webm"]
    }
}

/// A length as a clock shows it: `1:05`.
#[must_use]
pub fn clock(ms: f64) -> String {
    let seconds = (ms / 1000.0).max(0.0) as u64;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// Words a minute; nothing where one of the two says too little.
#[must_use]
pub fn rate(words: u32, length_ms: f64) -> Option<u32> {
    let is_enough = words > 0 && length_ms >= 5_000.0;
    is_enough.then(|| (f64::from(words) * 60_000.0 / length_ms).round() as u32)
}

/// What the length of a take says beside the words that were noted or counted.
#[must_use]
pub fn pace(take: &Take, noted: u32) -> String {
    let (words, whose) = match take.words {
        Some(words) => (words, "You said"),
        None => (noted, "Your notes have"),
    };
    let length = clock(take.length_ms);
    let count = if words == 1 { "1 word".to_owned() } else { format!("{words} words") };
    let Some(rate) = rate(words, take.length_ms) else {
        return match words {
            0 => "Note your answer, or count the words you said, to see how fast you spoke.".into(),
            _ => format!("{length} is too short to say how fast you spoke."),
        };
    };
    let told = match take.words {
        Some(_) => format!("{whose} {count} in {length}: {rate} a minute"),
        None => format!("{whose} {count}; said in {length} that is {rate} a minute"),
    };
    let advice = match (rate, take.words) {
        (0..100, Some(_)) => "slow to listen to",
        (0..100, None) => "slow to listen to, or more was said than is noted",
        (100..=170, _) => return format!("{told}, easy to follow."),
        (_, Some(_)) => "hard to follow",
        (_, None) => "hard to follow, or less was said than is noted",
    };
    format!("{told}, {advice}: 100 to 170 is easy to follow.")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn take() -> Take {
        Take {
            at_ms: 1.76e12,
            length_ms: 125_900.0,
            media: "audio/webm;codecs=opus".into(),
            bytes: 700_000,
            words: None,
        }
    }

    #[test]
    fn a_take_is_read_as_it_was_written() {
        for words in [None, Some(280)] {
            let take = Take { words, ..take() };
            assert_eq!(Take::read(&serde_json::to_value(&take).unwrap()), Some(take));
        }
    }

    #[test]
    fn what_is_no_take_is_not_read() {
        let with = |name: &str, value: Value| {
            let mut record = serde_json::to_value(take()).unwrap();
            record[name] = value;
            Take::read(&record)
        };
        for media in ["text/html", "audio/webm;<b>", "image/svg+xml", "video/webm\n", ""] {
            assert_eq!(with("type", json!(media)), None, "{media}");
        }
        assert_eq!(with("length_ms", json!(-1)), None);
        assert_eq!(with("length_ms", json!(1e12)), None);
        assert_eq!(with("bytes", json!(1e12)), None);
        assert_eq!(with("at_ms", json!("now")), None);
        assert_eq!(with("words", json!("many")), Some(take()));
        assert_eq!(Take::read(&json!([1])), None);
    }

    #[test]
    fn every_kind_that_is_asked_for_is_taken() {
        for media in [wanted(true), wanted(false)].concat() {
            assert!(is_media(media), "{media}");
            let is_video = Take { media: media.into(), ..take() }.is_video();
            assert_eq!(is_video, media.starts_with("video"));
        }
        assert!(is_media("video/mp4;codecs=avc1.42E01E,mp4a.40.2"));
        assert!(is_media("audio/ogg; codecs=opus"));
    }

    #[test]
    fn files_are_called_after_what_is_in_them() {
        let named = |media: &str| Take { media: media.into(), ..take() }.extension();
        assert_eq!(named("audio/mp4"), "m4a");
        assert_eq!(named("video/mp4;codecs=avc1"), "mp4");
        assert_eq!(named("audio/ogg"), "ogg");
        assert_eq!(named("video/webm"), "webm");
    }

    #[test]
    fn pace_is_words_by_minutes() {
        assert_eq!(rate(280, 120_000.0), Some(140));
        assert_eq!((rate(0, 120_000.0), rate(9, 900.0)), (None, None));
        let said = pace(&take(), 280);
        assert!(
            said.starts_with("Your notes have 280 words; said in 2:05 that is 133 a"),
            "{said}"
        );
        let said = pace(&Take { words: Some(400), ..take() }, 280);
        assert!(said.starts_with("You said 400 words in 2:05: 191 a minute, hard"), "{said}");
        let slow = |words| pace(&Take { words, ..take() }, 150);
        assert!(slow(None).ends_with("noted: 100 to 170 is easy to follow."));
        assert!(slow(Some(150)).ends_with("slow to listen to: 100 to 170 is easy to follow."));
        assert!(pace(&take(), 0).contains("count the words"));
        assert_eq!(clock(65_999.0), "1:05");
        assert_eq!(
            (words_from(" 280 "), words_from("-3"), words_from("0")),
            (Some(280), None, None)
        );
    }
}
