"""What shops say of the book's accessibility."""

from __future__ import annotations

from epubforge.inventory.take import Inventory
from epubforge.report.layout import Layout, Said


def shop_card(page: Layout, inventory: Inventory) -> None:
    """The card's sections, each under its own title."""
    page.heading("Accessibility, as shops show it")
    for title, said in inventory.accessibility.card.sections:
        page.line(Said(title, "cyan"), 2)
        if len(said) == 1 and len(said[0]) > 80:
            page.line(said[0], 4)
        else:
            page.points(said, 4)
