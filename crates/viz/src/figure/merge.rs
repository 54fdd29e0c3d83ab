//! One panel out of the lanes' panels of one name.

use figures::{Figure, Group, Lines, Panel, Path, Plane, Series, Style};

/// Lines, paths, arrows and groups of all lanes in the first lane's panel, each named after its lane:
/// `B loss`. What is the same in every lane (a reference line, the data) is there once and keeps its
/// name. Figures of other kinds stay those of the first lane.
pub fn merged(lanes: &[(String, &Panel)]) -> Panel {
    let Some((_, first)) = lanes.first() else {
        return Panel::new("", "", "", Figure::Text(figures::Text::default()));
    };
    let figure = match &first.figure {
        Figure::Lines(own) => Figure::Lines(lines(own, lanes)),
        Figure::Plane(own) => Figure::Plane(plane(own, lanes)),
        other => other.clone(),
    };
    let says: Vec<String> =
        lanes.iter().map(|(lane, panel)| said(lane, &panel.says, lanes.len())).collect();
    Panel { says: says.join(" "), figure, ..(*first).clone() }
}

fn said(lane: &str, says: &str, count: usize) -> String {
    if count > 1 && !lane.is_empty() { format!("{lane}: {says}") } else { says.to_owned() }
}

fn named(lane: &str, name: &str) -> String {
    format!("{lane} {name}").trim().to_owned()
}

fn lines(first: &Lines, lanes: &[(String, &Panel)]) -> Lines {
    let all: Vec<(&str, &Lines)> = lanes
        .iter()
        .filter_map(|(lane, panel)| match &panel.figure {
            Figure::Lines(lines) => Some((lane.as_str(), lines)),
            _ => None,
        })
        .collect();
    let is_common = |series: &Series| {
        series.style == Style::Dashed && all.iter().all(|(_, lines)| lines.series.contains(series))
    };
    let mut series: Vec<Series> = Vec::new();
    for (index, (lane, lines)) in all.iter().enumerate() {
        for it in &lines.series {
            match is_common(it) {
                true if index == 0 => series.push(it.clone()),
                true => {}
                false => series.push(Series { name: named(lane, &it.name), ..it.clone() }),
            }
        }
    }
    Lines { series, ..first.clone() }
}

fn plane(first: &Plane, lanes: &[(String, &Panel)]) -> Plane {
    let mut out =
        Plane { groups: Vec::new(), paths: Vec::new(), arrows: Vec::new(), ..first.clone() };
    for (lane, panel) in lanes {
        let Figure::Plane(plane) = &panel.figure else { continue };
        for group in &plane.groups {
            let is_common = first.groups.contains(group);
            if !is_common {
                out.groups.push(Group { name: named(lane, &group.name), ..group.clone() });
            } else if !out.groups.contains(group) {
                out.groups.push(group.clone());
            }
        }
        let paths = plane.paths.iter();
        out.paths.extend(paths.map(|it| Path { name: named(lane, &it.name), ..it.clone() }));
        let is_new = |it: &&figures::Arrow| !first.arrows.contains(it);
        let own = plane.arrows.iter().filter(is_new);
        out.arrows
            .extend(own.map(|it| figures::Arrow { name: named(lane, &it.name), ..it.clone() }));
    }
    out.arrows.splice(0..0, first.arrows.iter().cloned());
    out
}
