//! Links into a lab's settings, `/labs/optimisers/#rule=adam`, must name what the lab has: its page
//! passes over names that it does not know, so that nobody would see the slip.
//!
//! Headings and fields of the frame around the lab are not settings; they are left alone.

use super::library::Reading;
use super::reader::Reader;
use crate::Lab;

/// What the frame around every lab reads besides the lab's controls.
const FRAME: [&str; 4] = ["exp", "lanes", "step", "points"];

/// Lanes after the first set their own with these before the name.
const LANES: [&str; 3] = ["a.", "b.", "c."];

/// Reports every link whose fragment names what its lab does not have.
pub fn check(reader: &mut Reader, labs: &[Reading]) {
    let mut problems = Vec::new();
    for link in &reader.links {
        let Some((path, fragment)) = link.target.split_once('#') else { continue };
        let slug = path.strip_prefix("/labs/").map(|rest| rest.trim_end_matches('/'));
        let mut declared = labs.iter().filter_map(|it| it.lab.as_ref());
        let Some(lab) = declared.find(|lab| Some(lab.slug.as_str()) == slug) else { continue };
        for pair in fragment.split('&').filter_map(|pair| pair.split_once('=')) {
            if let Some(message) = objection(lab, pair) {
                problems.push((link.file.clone(), link.line, message));
            }
        }
    }
    for (file, line, message) in problems {
        reader.problem(&file, Some(line), message);
    }
}

fn objection(lab: &Lab, (name, value): (&str, &str)) -> Option<String> {
    let slug = &lab.slug;
    if name == "exp" && lab.experiment(value).is_none() {
        return Some(format!("the lab {slug} has no experiment {value:?}"));
    }
    if FRAME.contains(&name) {
        return None;
    }
    let of_lane = LANES.iter().find_map(|lane| name.strip_prefix(lane));
    let Some(control) = lab.control(of_lane.unwrap_or(name)) else {
        let known: Vec<&str> = lab.controls.iter().map(|it| it.name.as_str()).collect();
        return Some(format!("the lab {slug} has no control {name:?}: {}", known.join(", ")));
    };
    let value = value.replace("%2C", ",");
    match control.kind.read(&value) {
        Some(_) => None,
        None => Some(format!("the control {name} of the lab {slug} cannot be {value:?}")),
    }
}
