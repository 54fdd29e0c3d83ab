//! A unit's map where the whole network's stands: the plane keeps its points and axes.

use figures::{Field, FieldKind, Figure, Network, Panel};

use crate::format;
use crate::network::{UnitId, dense};

/// The panel with a hidden unit's map instead of its own field; nothing if it is no plane, or if the
/// network has no such map.
pub fn enlarged(panel: &Panel, network: &Network, unit: UnitId) -> Option<Panel> {
    let Figure::Plane(plane) = &panel.figure else { return None };
    let sizes: Vec<usize> = network.sizes.iter().map(|&it| it.into()).collect();
    if unit.0 >= sizes.len() || unit.1 >= sizes[unit.0] {
        return None;
    }
    // Only names and numbers are asked for; the size is of no matter.
    let layout = dense(&sizes, (1.0, 1.0), 1);
    let map = network.maps.get(layout.hidden_index(unit)?)?;
    if map.len() != usize::from(network.map_side).pow(2) {
        return None;
    }
    let field = Field {
        columns: network.map_side,
        rows: network.map_side,
        values: map.clone(),
        kind: FieldKind::Signed,
    };
    let finite = || map.iter().copied().filter(|it| it.is_finite());
    let (low, high) = finite()
        .fold((f32::INFINITY, f32::NEG_INFINITY), |(low, high), it| (low.min(it), high.max(it)));
    let number = |value: f32| format::decimal(f64::from(value));
    let name = layout.name(unit);
    Some(Panel {
        title: format!("{}: {name}", panel.title),
        says: format!("What {name} answers, from {} to {}.", number(low), number(high)),
        figure: Figure::Plane(figures::Plane { field: Some(field), ..plane.clone() }),
        ..panel.clone()
    })
}

#[cfg(test)]
mod tests {
    use figures::Plane;

    use super::*;

    #[test]
    fn a_units_map_takes_the_place_of_the_field() {
        let panel = Panel::new("map", "Map", "All.", Figure::Plane(Plane::default()));
        let net = Network {
            sizes: vec![2, 1, 2, 1],
            maps: vec![vec![0.0; 4], vec![-0.5, 0.0, 0.0, 2.0], vec![1.0; 4]],
            map_side: 2,
            ..Network::default()
        };
        let large = enlarged(&panel, &net, (2, 0)).expect("a hidden unit");
        assert_eq!(large.title, "Map: layer 2, unit 1");
        assert_eq!(large.says, "What layer 2, unit 1 answers, from -0.5 to 2.".replace('-', "−"));
        let Figure::Plane(plane) = &large.figure else { panic!("still a plane") };
        assert_eq!(plane.field.as_ref().map(|it| it.values[3]), Some(2.0));
        for unit in [(0, 0), (3, 0), (1, 1), (9, 0)] {
            assert_eq!(enlarged(&panel, &net, unit), None, "{unit:?}");
        }
    }
}
