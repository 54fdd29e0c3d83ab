//! k-means: Lloyd's iteration (1982) from random or k-means++ centres (Arthur and Vassilvitskii
//! 2007), one iteration an update.

use figures::{
    Axis, Field, FieldKind, Figure, Finding, FindingKind, Group, Invalid, Measure, Panel, Plane,
    Sheet,
};
use nets::hash::fnv1a;
use nets::random::Random;

use crate::datasets;
use crate::history::History;
use crate::lab::{Lab, Lane, Source};

/// The lab.
pub struct KMeans;

/// Cells along one side of the map of regions.
const MAP_SIDE: u16 = 60;

/// Stream of the seed.
const CENTRES: u64 = 1;

impl Lab for KMeans {
    fn slug(&self) -> &'static str {
        "k-means"
    }

    fn measures(&self) -> Vec<Measure> {
        vec![Measure::loss("inertia", "inertia", "inertia: sum of squared distances")]
    }

    fn open(&self, source: Source<'_>) -> Result<Box<dyn Lane>, Invalid> {
        let settings = source.settings;
        let sheet = match settings.word("data")? {
            "iris" => datasets::iris(),
            "wine" => datasets::wine(),
            "own" => source.own.cloned().ok_or_else(|| Invalid("Bring a table first.".into()))?,
            other => return Err(Invalid(format!("There is no data set “{other}”."))),
        };
        let sheet = if settings.flag("scale")? { datasets::standardised(sheet) } else { sheet };
        let k = settings.count("k", 1, 10)?.min(sheet.rows());
        let mut random = Random::new(settings.seed()?, CENTRES);
        let centres = match settings.word("start")? {
            "plus" => spread_centres(&sheet, k, &mut random),
            _ => random_centres(&sheet, k, &mut random),
        };
        let mut lane = Clusters { assigned: vec![0; sheet.rows()], sheet, centres, is_done: false };
        lane.assign();
        Ok(Box::new(lane))
    }
}

struct Clusters {
    sheet: Sheet,
    /// Centre by centre, a value a column.
    centres: Vec<Vec<f32>>,
    assigned: Vec<u8>,
    is_done: bool,
}

fn squared_distance(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum()
}

fn random_centres(sheet: &Sheet, k: usize, random: &mut Random) -> Vec<Vec<f32>> {
    let mut rows: Vec<usize> = (0..sheet.rows()).collect();
    random.shuffle(&mut rows);
    rows.into_iter().take(k).map(|row| sheet.row(row).to_vec()).collect()
}

/// Each further centre is a row drawn with a chance in proportion to its squared distance from the
/// centres so far.
fn spread_centres(sheet: &Sheet, k: usize, random: &mut Random) -> Vec<Vec<f32>> {
    let mut centres = vec![sheet.row(random.below(sheet.rows())).to_vec()];
    while centres.len() < k {
        let distance = |row: usize| {
            let all = centres.iter().map(|centre| squared_distance(sheet.row(row), centre));
            all.fold(f32::INFINITY, f32::min)
        };
        let distances: Vec<f32> = (0..sheet.rows()).map(distance).collect();
        let mut left = random.unit() * distances.iter().sum::<f32>();
        let mut chosen = 0;
        for (row, distance) in distances.iter().enumerate().filter(|(_, it)| **it > 0.0) {
            chosen = row;
            left -= distance;
            if left < 0.0 {
                break;
            }
        }
        centres.push(sheet.row(chosen).to_vec());
    }
    centres
}

impl Clusters {
    fn nearest(&self, row: &[f32]) -> u8 {
        let distances = self.centres.iter().map(|centre| squared_distance(row, centre));
        let nearest = distances.enumerate().min_by(|a, b| a.1.total_cmp(&b.1));
        nearest.map_or(0, |(index, _)| index as u8)
    }

    /// Whether any row has changed its centre.
    fn assign(&mut self) -> bool {
        let next: Vec<u8> =
            (0..self.sheet.rows()).map(|row| self.nearest(self.sheet.row(row))).collect();
        let has_changed = next != self.assigned;
        self.assigned = next;
        has_changed
    }

    /// Moves each centre to the mean of its rows; one without rows stays.
    fn move_centres(&mut self) {
        for (index, centre) in self.centres.iter_mut().enumerate() {
            let mine = || {
                let rows = self.assigned.iter().enumerate();
                rows.filter(|(_, it)| usize::from(**it) == index).map(|(row, _)| row)
            };
            let count = mine().count();
            if count == 0 {
                continue;
            }
            for (column, value) in centre.iter_mut().enumerate() {
                let sum: f64 = mine().map(|row| f64::from(self.sheet.row(row)[column])).sum();
                *value = (sum / count as f64) as f32;
            }
        }
    }

    fn inertia(&self) -> f32 {
        let rows = self.assigned.iter().enumerate();
        let distance = |(row, centre): (usize, &u8)| {
            f64::from(squared_distance(self.sheet.row(row), &self.centres[usize::from(*centre)]))
        };
        rows.map(distance).sum::<f64>() as f32
    }

    fn plane(&self) -> Panel {
        let at = |row: &[f32]| (row[0], row.get(1).copied().unwrap_or(0.0));
        let range = |axis: fn((f32, f32)) -> f32| {
            let values = || (0..self.sheet.rows()).map(|row| axis(at(self.sheet.row(row))));
            let low = values().fold(f32::INFINITY, f32::min);
            let high = values().fold(f32::NEG_INFINITY, f32::max);
            let edge = 0.05 * (high - low).max(1e-3);
            (low - edge, high + edge)
        };
        let (x, y) = (range(|it| it.0), range(|it| it.1));
        let groups = (0..self.centres.len()).flat_map(|index| {
            let rows = self.assigned.iter().enumerate();
            let mine = rows.filter(|(_, it)| usize::from(**it) == index);
            let points = mine.map(|(row, _)| at(self.sheet.row(row))).collect();
            let name = format!("cluster {}", index + 1);
            let class = index as u8;
            let centre = vec![at(&self.centres[index])];
            [
                Group { name: name.clone(), class, points, ..Group::default() },
                Group { name, class, is_centre: true, points: centre, ..Group::default() },
            ]
        });
        let name = |column: usize| self.sheet.columns.get(column).cloned().unwrap_or_default();
        let plane = Plane {
            x: Axis::from_to(&name(0), x.0, x.1),
            y: Axis::from_to(&name(1), y.0, y.1),
            field: (self.sheet.columns.len() == 2).then(|| self.regions(x, y)),
            groups: groups.collect(),
            ..Plane::default()
        };
        let says = format!("{} clusters, inertia {:.2}.", self.centres.len(), self.inertia());
        Panel::new("clusters", "Clusters", says, Figure::Plane(plane))
    }

    fn regions(&self, x: (f32, f32), y: (f32, f32)) -> Field {
        let middle = |cell: u16, (low, high): (f32, f32)| {
            low + (high - low) * (f32::from(cell) + 0.5) / f32::from(MAP_SIDE)
        };
        let cells = (0..MAP_SIDE).rev().flat_map(|row| (0..MAP_SIDE).map(move |c| (c, row)));
        let value = |(c, r): (u16, u16)| f32::from(self.nearest(&[middle(c, x), middle(r, y)]));
        Field {
            columns: MAP_SIDE,
            rows: MAP_SIDE,
            values: cells.map(value).collect(),
            kind: FieldKind::Regions,
        }
    }
}

impl Lane for Clusters {
    fn advance(&mut self) {
        self.move_centres();
        self.is_done = !self.assign();
    }

    fn measure(&mut self) -> Vec<f32> {
        vec![self.inertia()]
    }

    fn panels(&mut self, _history: &History) -> Vec<Panel> {
        vec![self.plane()]
    }

    fn findings(&mut self, _history: &History) -> Vec<Finding> {
        let title = if self.is_done { "It has converged" } else { "Centres still move" };
        vec![Finding::new(FindingKind::Note, title, "No row changes its centre any more.")]
    }

    fn is_done(&self) -> bool {
        self.is_done
    }

    fn parameter_count(&self) -> usize {
        self.centres.iter().map(Vec::len).sum()
    }

    fn weights_hash(&self) -> u64 {
        fnv1a(&self.centres.concat())
    }
}
