// Keys, clicks, wheel and fingers inside the pages.
import { isFixed, isRightToLeft } from './book.js'
import { press } from './commands.js'
import { showNote } from './notes.js'
import { openPlace, placeOf } from './places.js'
import { follow, turn } from './reader.js'
import { settings } from './settings.js'
import { on } from './signals.js'

const SWIPE = 45
const REST = 220
const turns = () => isFixed() || settings.flow === 'pages'
let last = 0

on('leaf', (leaf) => {
	const hear = (name, listener) => leaf.document.addEventListener(name, listener, { passive: false })
	let start = null
	hear('keydown', press)
	hear('click', (event) => click(event, leaf))
	hear('auxclick', (event) => event.preventDefault())
	hear('wheel', wheel)
	hear('touchstart', ({ touches }) => {
		start = touches.length === 1 && touches[0]
	})
	hear('touchend', ({ changedTouches: [end] }) => {
		const across = start && end.screenX - start.screenX
		if (turns() && Math.abs(across) > SWIPE && Math.abs(across) > Math.abs(end.screenY - start.screenY)) turn(across < 0 === isRightToLeft() ? -1 : 1)
	})
})

async function click(event, leaf) {
	const link = event.target.closest('a, area')
	const href = link?.href?.baseVal ?? link?.getAttribute('href') ?? null
	const isAsking = event.altKey || event.ctrlKey || event.metaKey
	if (isAsking || href !== null) event.preventDefault()
	if (isAsking) return openPlace(await placeOf(leaf, event.target))
	if (href === null) return undefined
	const { href: url, protocol, origin } = new URL(href, leaf.document.baseURI)
	if ((await showNote(link, url)) || follow(url)) return undefined
	return /^(https?|mailto):$/.test(protocol) && origin !== location.origin && window.open(url, '_blank', 'noopener,noreferrer')
}

function wheel(event) {
	if (!turns() || event.ctrlKey) return
	event.preventDefault()
	const way = Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : event.deltaY
	if (Math.abs(way) < 12 || event.timeStamp - last < REST) return
	last = event.timeStamp
	turn(Math.sign(way))
}
