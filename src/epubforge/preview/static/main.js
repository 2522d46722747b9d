// Opens the book where the address says, and keeps the address in step.
import { book, fetchState, place } from './book.js'
import './contents.js'
import { at } from './elements.js'
import './hands.js'
import { listen } from './live.js'
import { open, reader, relay, reopen, whereabouts } from './reader.js'
import './search.js'
import { calmly, on } from './signals.js'

// #EDITION/HREF~NUMBER,SHARE: the block that was read last, and how far.
async function show() {
	const [, edition = book.edition, href, number, into] = /^#([^/]+)\/(.*?)(?:~(\d+),(.*))?$/.exec(decodeURI(location.hash)) ?? []
	const where = number ? { anchor: { number, into } } : {}
	if (book.state && edition === book.edition) return open(href, where)
	await fetchState(edition).catch(() => fetchState())
	return open(place(href) < 0 ? book.state.chapter : href, where, true)
}

function write() {
	const { anchor } = whereabouts()
	if (reader.href) history.replaceState(null, '', `/#${book.edition}/${encodeURI(reader.href)}${anchor ? `~${anchor.number},${anchor.into.toFixed(3)}` : ''}`)
}

on('setting', (name) => (/flow|described|unstyled/.test(name) ? reopen() : relay()))
on('moved', calmly(write, 300))
// The way back from a jump is the browser's own.
on('leaving', () => {
	write()
	history.pushState(null, '', location.href)
})
addEventListener('popstate', show)
new ResizeObserver(calmly(relay, 60)).observe(at('device').parentElement)

await show()
at('stage').classList.add('ready')
listen()
