//! What a visit may cost.

/// A part of the site, and the bytes that it may take, compressed with gzip as most hosts do.
#[derive(Clone, Copy, Debug)]
pub struct Budget {
    /// As the table calls it.
    pub what: &'static str,
    /// Paths of files that belong to it; `*` stands for a hash.
    pub files: &'static [&'static str],
    /// The most that is allowed, in bytes.
    pub gzip_bytes: usize,
}

/// What every page asks for before anybody touches it, and what `$file` names besides.
macro_rules! shell {
    ($($file:literal),*) => {
        &[
            "assets/app-*.js",
            "assets/app-*.wasm",
            "assets/start-*.js",
            "assets/main-*.css",
            "assets/icon-*.svg",
            "assets/plex-400-*.woff2",
            "assets/plex-600-*.woff2",
            "content/rooms-*.json",
            $($file),*
        ]
    };
}

/// What a frame asks for, and the program that `$file` names.
macro_rules! frame {
    ($($file:literal),*) => {
        &[
            "embed/v1/frame.html",
            "assets/start-*.js",
            "assets/main-*.css",
            "assets/plex-400-*.woff2",
            "assets/plex-600-*.woff2",
            $($file),*
        ]
    };
}

/// First loads and the parts that come later.
pub const BUDGETS: [Budget; 20] = [
    Budget { what: "/", files: shell!["index.html"], gzip_bytes: 300_000 },
    Budget {
        what: "/practice/, its own",
        files: &["practice/index.html", "content/rooms-*.json", "content/tracks-*.json"],
        gzip_bytes: 60_000,
    },
    Budget {
        what: "the study room's list",
        files: &["study/index.html", "content/study-*.json", "content/syllabus-*.json"],
        gzip_bytes: 80_000,
    },
    Budget {
        what: "/study/",
        files: shell![
            "study/index.html",
            "content/study-*.json",
            "content/syllabus-*.json",
            "assets/study-*.js",
            "assets/study-*.wasm"
        ],
        gzip_bytes: 800_000,
    },
    Budget {
        what: "/study/history/",
        files: shell![
            "study/history/index.html",
            "content/study-*.json",
            "content/syllabus-*.json",
            "assets/own-*.js",
            "assets/own-*.wasm"
        ],
        gzip_bytes: 720_000,
    },
    Budget {
        what: "/interview/",
        files: shell![
            "interview/index.html",
            "content/study-*.json",
            "assets/interview-*.js",
            "assets/interview-*.wasm"
        ],
        gzip_bytes: 660_000,
    },
    Budget {
        what: "/privacy/",
        files: shell!["privacy/index.html", "assets/privacy-*.js", "assets/privacy-*.wasm"],
        gzip_bytes: 480_000,
    },
    Budget {
        what: "an exercise",
        files: shell![
            "practice/intersection-over-union/index.html",
            "content/exercises/intersection-over-union-*.json",
            "assets/exercise-*.js",
            "assets/exercise-*.wasm",
            "assets/editor-*.js",
            "assets/stix-math-*.woff2"
        ],
        gzip_bytes: 895_000,
    },
    Budget {
        what: "a lab, without its trainer",
        files: shell!["labs/decision-boundary/index.html", "assets/lab-*.js", "assets/lab-*.wasm"],
        gzip_bytes: 775_000,
    },
    Budget {
        what: "/attention/, the same",
        files: shell!["attention/index.html", "assets/attention-*.js", "assets/attention-*.wasm"],
        gzip_bytes: 680_000,
    },
    Budget { what: "embed loader", files: &["embed/v1/warm-start.js"], gzip_bytes: 3_000 },
    Budget {
        what: "an exercise in a frame",
        files: frame![
            "assets/exercise-*.js",
            "assets/exercise-*.wasm",
            "content/exercises/intersection-over-union-*.json",
            "assets/editor-*.js",
            "assets/stix-math-*.woff2"
        ],
        gzip_bytes: 660_000,
    },
    Budget {
        what: "a lab in a frame",
        files: frame!["assets/lab-*.js", "assets/lab-*.wasm"],
        gzip_bytes: 505_000,
    },
    Budget {
        what: "attention in a frame",
        files: frame!["assets/attention-*.js", "assets/attention-*.wasm"],
        gzip_bytes: 420_000,
    },
    Budget {
        what: "trainer",
        files: &["assets/trainer-*.js", "assets/trainer-*.wasm"],
        gzip_bytes: 800_000,
    },
    Budget {
        what: "trainer without burn",
        files: &["assets/lab-trainer-*.js", "assets/lab-trainer-*.wasm"],
        gzip_bytes: 468_000,
    },
    Budget {
        what: "reader of checkpoints",
        files: &["assets/checkpoint-reader-*.js", "assets/checkpoint-reader-*.wasm"],
        gzip_bytes: 570_000,
    },
    Budget { what: "a trained state", files: &["checkpoints/reverse-*.bin"], gzip_bytes: 400_000 },
    Budget { what: "kernels", files: &["assets/kernels-*.wasm"], gzip_bytes: 130_000 },
    Budget {
        what: "python worker and packages",
        files: &["assets/python-*.js", "assets/python-*.zip"],
        gzip_bytes: 250_000,
    },
];

/// What any exercise's page and content may take beyond the programs, in bytes.
pub const EXERCISE_GZIP_BYTES: usize = 60_000;

/// The slug of an exercise's page: `practice/<slug>/index.html`.
pub fn exercise(path: &str) -> Option<&str> {
    let slug = path.strip_prefix("practice/")?.strip_suffix("/index.html")?;
    (!slug.contains('/')).then_some(slug)
}

/// Whether a path is what a pattern names. `*` stands for one hash, which holds no `-` and no `.`.
pub fn matches(pattern: &str, path: &str) -> bool {
    let Some((before, after)) = pattern.split_once('*') else { return pattern == path };
    let hash = path.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
    hash.is_some_and(|hash| !hash.is_empty() && hash.chars().all(|c| c.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_names_one_file() {
        let check = |pattern, path, expect| assert_eq!(matches(pattern, path), expect, "{path}");
        check("assets/app-*.js", "assets/app-0123456789abcdef.js", true);
        check("assets/app-*.js", "assets/app-.js", false);
        check("assets/app-*.js", "assets/app-shell-0123.js", false);
        check("assets/app-*.wasm", "assets/app-0123.js", false);
        check("index.html", "index.html", true);
        check("index.html", "labs/index.html", false);
    }

    #[test]
    fn a_page_belongs_to_an_exercise() {
        assert_eq!(exercise("practice/k-means/index.html"), Some("k-means"));
        assert_eq!(exercise("practice/index.html"), None);
        assert_eq!(exercise("labs/k-means/index.html"), None);
    }
}
