// Findings beside the text: a line along the block, and a mark, or a note where there is room.
import { onScreen, seenBox } from './boxes.js'
import { at, button, make, style, unseen } from './elements.js'
import { describe, findingsOf } from './findings.js'
import { reader } from './reader.js'
import { pop } from './say.js'
import { settings } from './settings.js'
import { on } from './signals.js'

const NOTE = 256
const marks = at('marks')

function draw() {
	marks.replaceChildren()
	if (!settings.marks) return
	const home = marks.getBoundingClientRect()
	const right = at('screen').getBoundingClientRect().right - home.left
	const isWide = home.width - right > NOTE
	let free = 0
	for (const [leaf, finding] of reader.leaves.flatMap((one) => findingsOf(one.href).map((each) => [one, each]))) {
		const { code, severity, message, element } = finding
		const box = along(leaf, leaf.element(element || 0), severity)
		if (!box) continue
		const words = isWide ? make('span', '', make('b', '', code), ` ${message}`) : unseen(`${severity} ${code}: ${message}`)
		const mark = button(`mark ${severity}${isWide ? ' wide' : ''}`, () => pop('Finding', mark.getBoundingClientRect(), ...describe(finding)), words)
		marks.append(mark)
		// No mark lies upon another.
		const top = Math.min(Math.max(box.top - home.top, free), home.height - 30)
		style(mark, { top, left: isWide ? right + 26 : Math.min(box.right - home.left + 4, right - 28) })
		free = top + mark.offsetHeight + 6
	}
}

function along(leaf, element, kind) {
	const seen = seenBox(element, leaf.size)
	if (!seen) return null
	const home = marks.getBoundingClientRect()
	const box = onScreen(leaf, { left: seen.left, right: seen.right, top: Math.max(0, seen.top), bottom: Math.min(seen.bottom, leaf.size.height) })
	style(marks.appendChild(make('div', `along ${kind}`)), { left: Math.max(0, box.left - home.left - 10), top: box.top - home.top, height: box.height })
	return box
}

// Draws the eye to a block for a moment; false when it is out of sight.
export function point(leaf, element) {
	const box = along(leaf, element, 'fresh')
	const line = marks.lastElementChild
	if (box) setTimeout(() => line.remove(), 2500)
	return Boolean(box)
}

on('moved', draw)
on('findings', draw)
