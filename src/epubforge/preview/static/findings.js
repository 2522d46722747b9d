// What is wrong with the book, counted and listed; marks.js shows it beside the text.
import { book, place, titleOf } from './book.js'
import { at, button, count, make, marked, unseen } from './elements.js'
import { point } from './marks.js'
import { nameOf, openPlace } from './places.js'
import { goTo, leafOf } from './reader.js'
import { on, tell } from './signals.js'

const GRADES = ['error', 'warning', 'note']
const MOST = 400
let checked = []
let current = -1

const unsorted = () => [...book.state.findings, ...checked]

// In the order of the text; at the end those without a place in it.
function all() {
	const order = ({ href, element }) => (place(href) < 0 ? 1e12 : place(href) * 1e6 + (element ?? 0))
	return unsorted().sort((one, other) => order(one) - order(other))
}

const worstOf = (findings) => GRADES.find((grade) => findings.some(({ severity }) => severity === grade))
export const findingsOf = (href) => unsorted().filter((finding) => finding.href === href)
export const worst = (href) => worstOf(findingsOf(href))

export function addChecked(findings) {
	checked = findings
	tell('findings')
}

export function stepFinding(step) {
	const placed = all().filter(({ href }) => place(href) >= 0)
	current = (Math.max(current, step > 0 ? -1 : 0) + step + placed.length) % placed.length
	if (placed.length) show(placed[current])
}

async function show(finding) {
	await goTo(finding.href, finding)
	const leaf = leafOf(finding.href)
	setTimeout(() => leaf && point(leaf, leaf.element(finding.element)), 50)
}

export function describe(finding) {
	const { code, severity, message, hint, source, excerpt, caret } = finding
	return [
		make('b', `grade ${severity}`, `${severity} ${code}${source === 'epubforge' ? '' : ` ${source}`}`),
		make('p', '', message),
		excerpt && make('pre', '', marked(excerpt, ...(caret ?? [0, 0]))),
		hint && make('p', 'quiet', hint),
		button('link', () => openPlace(finding), nameOf(finding)),
	]
}

const item = (finding) => make('li', '', describe(finding), place(finding.href) >= 0 && button('link', () => show(finding), 'Show in the text', unseen(`: ${finding.message}`)))

function draw() {
	const found = all()
	const worst = worstOf(found)
	Object.assign(at('count'), { hidden: !worst, className: `count ${worst}`, textContent: found.length })
	if (!at('findings').open) return
	const groups = Map.groupBy(found.slice(0, MOST), ({ href }) => (place(href) < 0 ? 'The book' : titleOf(href)))
	const sums = Object.entries(Object.groupBy(found, ({ severity }) => severity)).map(([grade, { length }]) => count(length, grade))
	at('found').replaceChildren(
		make('p', 'quiet', sums.join(', ') || 'Nothing is found wrong.', found.length > MOST && ` The first ${MOST}:`),
		...[...groups].flatMap(([title, findings]) => [make('h3', '', title), make('ol', '', findings.map(item))]),
	)
}

at('findings').addEventListener('toggle', draw)
on('state', draw)
on('findings', draw)
