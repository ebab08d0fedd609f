//! How much a drawing is once all its references are followed.
//!
//! Ten parts that each show the one before ten times are a small file and ten thousand million shapes.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::{MOST_DEPTH, PhotoError, refused, style};

const MOST_SHAPES: u64 = 200_000;

/// Counts what a drawing comes to.
///
/// # Errors
/// It comes to more than any logo, or shows itself within itself.
pub(super) fn check(root: Node) -> Result<(), PhotoError> {
    let mut by_id = BTreeMap::new();
    for node in root.descendants() {
        if let Some(id) = node.attribute("id")
            && by_id.insert(id, node).is_some()
        {
            // Readers differ in which of them they show.
            return Err(refused("error-logo-same-id"));
        }
    }
    let mut count = Count { by_id, known: BTreeMap::new() };
    count.of(root, 0).map(|_| ())
}

struct Count<'a, 'input> {
    by_id: BTreeMap<&'a str, Node<'a, 'input>>,
    /// What was counted; `None` while it is being counted.
    known: BTreeMap<u32, Option<u64>>,
}

impl<'a, 'input> Count<'a, 'input> {
    fn of(&mut self, node: Node<'a, 'input>, depth: usize) -> Result<u64, PhotoError> {
        match self.known.get(&node.id().get()) {
            Some(Some(shapes)) => return Ok(*shapes),
            Some(None) => return Err(refused("error-logo-shows-itself")),
            None => {}
        }
        if depth > 2 * MOST_DEPTH {
            return Err(refused("error-logo-deep-references"));
        }
        self.known.insert(node.id().get(), None);
        let mut shapes = 1;
        for part in node.children().filter(Node::is_element).chain(self.referred(node)) {
            shapes += self.of(part, depth + 1)?;
            if shapes > MOST_SHAPES {
                return Err(refused("error-logo-repeats"));
            }
        }
        self.known.insert(node.id().get(), Some(shapes));
        Ok(shapes)
    }

    /// The parts that this one shows or paints with.
    fn referred(&self, node: Node<'a, 'input>) -> Vec<Node<'a, 'input>> {
        let names = node.attributes().flat_map(|attribute| {
            let link = (attribute.name() == "href").then(|| attribute.value().trim().trim_start_matches('#'));
            link.into_iter().chain(style::references(attribute.value()))
        });
        names.filter_map(|name| self.by_id.get(name).copied()).collect()
    }
}
