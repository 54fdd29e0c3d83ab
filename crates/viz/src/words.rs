//! Alternative text and tables for the pictures of training: computed from the same numbers.

use crate::format;
use crate::heat;
use crate::network::Network;
use crate::table::Table;

/// A point of the loss curves: step, training loss, test loss.
pub type Losses = (u64, f32, f32);

/// The loss curves in two sentences.
pub fn loss_curve(points: &[Losses]) -> String {
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return "No loss yet: training has not begun.".into();
    };
    let number = |value: f32| format::decimal(f64::from(value));
    let finite = points.iter().filter(|p| p.2.is_finite());
    let best = finite.min_by(|a, b| a.2.total_cmp(&b.2)).unwrap_or(last);
    if first.0 == last.0 {
        return format!(
            "Before training, loss is {} on training and {} on test points.",
            number(first.1),
            number(first.2)
        );
    }
    format!(
        "Over {} steps, training loss goes from {} to {} and test loss from {} to {}. The lowest \
         test loss is {} at step {}.",
        format::count(last.0),
        number(first.1),
        number(last.1),
        number(first.2),
        number(last.2),
        number(best.2),
        format::count(best.0),
    )
}

/// The loss curves as a table.
pub fn loss_table(points: &[Losses]) -> Table {
    let mut table = Table::new("Loss by step", &["step", "train loss", "test loss"]);
    table.rows = points
        .iter()
        .map(|&(step, train, test)| {
            vec![step.to_string(), format!("{train:?}"), format!("{test:?}")]
        })
        .collect();
    table
}

/// A decision map in two sentences: how the plane is shared, and how well that does.
pub fn decision_map(map: &[f32], side: usize, test_accuracy: f32) -> String {
    if map.len() != side * side || map.is_empty() {
        return "The decision map has not been computed yet.".into();
    }
    let share = |is: fn(f32) -> bool| {
        let cells = map.iter().filter(|&&value| is(value)).count();
        format::percent(cells as f64 / map.len() as f64)
    };
    let third = heat::coarse(map, side, 3);
    let corner = |index: usize| if third[index] >= 0.0 { "B" } else { "A" };
    format!(
        "Decision map: class B on {} of the plane, undecided on {}. Middle {}; corners from the \
         top left clockwise {}, {}, {}, {}. {} of the test points lie on the right side.",
        share(|value| value >= 0.0),
        share(|value| value.abs() < 0.2),
        corner(4),
        corner(0),
        corner(2),
        corner(8),
        corner(6),
        format::percent(f64::from(test_accuracy)),
    )
}

/// A decision map as nine by nine means; rows from the top, columns from the left.
pub fn map_table(map: &[f32], side: usize, extent: f32) -> Table {
    const PARTS: usize = 9;
    let middle = |part: usize| {
        let share = (part as f32 + 0.5) / PARTS as f32;
        format::fixed(f64::from((share * 2.0 - 1.0) * extent), 1)
    };
    let headings: Vec<String> =
        std::iter::once("y \\ x".to_owned()).chain((0..PARTS).map(middle)).collect();
    let mut table = Table {
        caption: "Output over the plane, −1 for class A to 1 for class B, mean of each part".into(),
        headings,
        rows: Vec::new(),
    };
    if map.len() == side * side && side >= PARTS {
        let means = heat::coarse(map, side, PARTS);
        for (row, cells) in means.chunks(PARTS).enumerate() {
            let values = cells.iter().map(|&value| format::fixed(f64::from(value), 2));
            table.rows.push(std::iter::once(middle(PARTS - 1 - row)).chain(values).collect());
        }
    }
    table
}

/// Every weight of a network, a row each.
pub fn weights_table(network: &Network, weights: &[f32]) -> Table {
    let mut table = Table::new("Weights", &["from", "to", "weight"]);
    table.rows = network
        .edges
        .iter()
        .filter_map(|edge| {
            let weight = *weights.get(edge.weight)?;
            let value = format::fixed(f64::from(weight), 3);
            Some(vec![network.name(edge.from), network.name(edge.to), value])
        })
        .collect();
    table
}

/// A network in a sentence.
pub fn network(net: &Network, weights: &[f32]) -> String {
    let sizes: Vec<String> = net.sizes.iter().map(ToString::to_string).collect();
    let by_size = |a: &&crate::network::Edge, b: &&crate::network::Edge| {
        let size = |edge: &crate::network::Edge| weights.get(edge.weight).map_or(0.0, |w| w.abs());
        size(a).total_cmp(&size(b))
    };
    let strongest = net.edges.iter().max_by(by_size).and_then(|edge| {
        let weight = *weights.get(edge.weight)?;
        Some(format!(
            " The largest weight, {}, leads from {} to {}.",
            format::decimal(f64::from(weight)),
            net.name(edge.from),
            net.name(edge.to)
        ))
    });
    format!(
        "Network {} with {} weights.{}",
        sizes.join("-"),
        format::count(net.weights() as u64),
        strongest.unwrap_or_default()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        text.replace('\u{a0}', " ").replace('\u{2212}', "-")
    }

    #[test]
    fn a_curve_in_words() {
        let points = [(0, 0.5, 0.52), (200, 0.1, 0.12), (400, 0.05, 0.14)];
        assert_eq!(
            plain(&loss_curve(&points)),
            "Over 400 steps, training loss goes from 0.5 to 0.05 and test loss from 0.52 to 0.14. \
             The lowest test loss is 0.12 at step 200."
        );
        assert!(loss_curve(&points[..1]).starts_with("Before training"));
        assert!(loss_curve(&[]).starts_with("No loss yet"));
        assert!(loss_curve(&[(0, 0.5, 0.5), (9, f32::NAN, f32::NAN)]).contains("not a number"));
        assert_eq!(loss_table(&points).rows[1], ["200", "0.1", "0.12"]);
    }

    #[test]
    fn a_map_in_words() {
        // Left half A, right half B.
        let map: Vec<f32> = (0..81).map(|i| if i % 9 < 4 { -1.0 } else { 1.0 }).collect();
        let words = plain(&decision_map(&map, 9, 0.985));
        assert!(words.contains("class B on 55.6 % of the plane, undecided on 0.0 %"), "{words}");
        assert!(words.contains("clockwise A, B, B, A"), "{words}");
        assert!(words.ends_with("98.5 % of the test points lie on the right side."), "{words}");
        assert!(decision_map(&[], 9, 1.0).contains("not been computed"));
        let table = map_table(&map, 9, 2.0);
        assert_eq!((table.rows.len(), table.headings.len()), (9, 10));
        assert_eq!(plain(&table.rows[0][0]), "1.8");
    }

    #[test]
    fn a_network_in_words() {
        let net = crate::network::network(&[1], (100.0, 100.0));
        let weights = [0.5, -2.0, 0.0, 1.0, 0.0];
        assert_eq!(
            plain(&network(&net, &weights)),
            "Network 2-1-1 with 5 weights. The largest weight, -2, leads from input y to layer 1, \
             unit 1."
        );
        assert_eq!(weights_table(&net, &weights).rows.len(), 3);
    }
}
