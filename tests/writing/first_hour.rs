//! What made people stop who wrote their first release here.

use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};

use crate::desk::*;

#[test]
fn a_click_on_a_label_leads_into_its_field() {
    let mut window = window("kk", vec![paragraph("бір")]);
    go(&mut window, "Paragraph 1", 0);
    for label in ["Subhead", "Place", "Date"] {
        window.query_all_by_value(label).find(|node| node.accesskit_node().role() == Role::Label).unwrap().click();
        steps(&mut window);
        assert_eq!(focused_field(&window), label);
    }
}

fn focused_field(window: &Window) -> String {
    let node = window.query_all(egui_kittest::kittest::By::new().predicate(|node| node.is_focused())).next();
    let Some(node) = node else { return String::new() };
    let node = node.accesskit_node();
    node.label().unwrap_or_default()
}
