/** What is wrong with the book: kept here, counted, and listed in a panel. */
import { book } from './book.js';

const ORDER = ['error', 'warning', 'note'];

export const allFindings = () => book.state?.findings ?? [];
export const findingsOf = (href) => allFindings().filter((finding) => finding.href === href);
export const worst = (href) => ORDER.find((severity) => findingsOf(href).some((finding) => finding.severity === severity)) ?? '';
