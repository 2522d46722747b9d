"""An inventory for people."""

from __future__ import annotations

from epubforge.inventory.take import Inventory
from epubforge.report.inspection.about import head, in_numbers, metadata
from epubforge.report.inspection.files import fonts, pictures, sizes
from epubforge.report.inspection.shops import shop_card
from epubforge.report.inspection.ways import contents, landmarks, page_list, reading_order, unread
from epubforge.report.layout import Layout
from epubforge.report.report import Screen


def inspection_text(file: str, inventory: Inventory, screen: Screen, *, whole: bool = False) -> str:
    """What is in a book, section by section; lists are shortened unless `whole`."""
    page = Layout(screen)
    folder = folder_of(inventory.package)
    head(page, file, inventory)
    metadata(page, inventory)
    in_numbers(page, inventory)
    shop_card(page, inventory)
    contents(page, inventory, whole)
    landmarks(page, inventory, folder)
    page_list(page, inventory)
    reading_order(page, inventory, folder, whole)
    sizes(page, inventory, folder)
    pictures(page, inventory, folder, whole)
    fonts(page, inventory, folder)
    unread(page, inventory, folder)
    return page.text


def folder_of(package: str) -> str:
    """The folder of a package document, which the paths of nearly all files begin with."""
    return package[: package.rfind("/") + 1]
