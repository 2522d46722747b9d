// The contents, with the number of findings beside each entry.
import { address, book, locate, titleOf } from './book.js'
import { at, make, unseen } from './elements.js'
import { findingsOf, worst } from './findings.js'
import { link, reader } from './reader.js'
import { set, settings } from './settings.js'
import { on } from './signals.js'

const MANY = 12
const toc = at('toc')
let drawn = ''

function draw() {
	const { toc: main, landmarks, pages, spine } = book.state
	const now = JSON.stringify([book.edition, main, landmarks, pages, spine.map(({ href, title }) => [href, title, findingsOf(href).length, worst(href)])])
	if (now === drawn) return
	drawn = now
	const others = [['Landmarks', landmarks], ['Page list', pages], ['Reading order', spine]].filter(([, entries]) => entries.length)
	toc.replaceChildren(list(main), ...others.map(([name, entries]) => make('details', 'more', make('summary', '', name), list(entries))))
	mark()
}

const list = (entries, counted = new Set()) => make('ol', '', entries.map((entry) => item(entry, counted)))

function item({ title, href, children = [] }, counted) {
	const words = make('span', '', title || titleOf(href))
	const label = href ? link(new URL(href, address('')).href, words, badge(href, counted)) : make('span', 'entry', words)
	const deeper = children.length > 0 && list(children, counted)
	return make('li', '', label, children.length > MANY ? make('details', '', make('summary', '', `${children.length} entries`), deeper) : deeper)
}

// The findings of a page, at the first entry that leads to it.
function badge(where, counted) {
	const { href } = locate(where) ?? {}
	const number = findingsOf(href).length
	if (!number || counted.has(href)) return null
	counted.add(href)
	return make('span', `badge ${worst(href)}`, number, unseen(number === 1 ? ' finding' : ' findings'))
}

function mark() {
	toc.querySelector('[aria-current]')?.removeAttribute('aria-current')
	const current = [...toc.querySelectorAll(':scope > ol a')].find((link) => locate(link.href)?.href === reader.href)
	current?.setAttribute('aria-current', 'page')
	current?.closest('details:not(#contents)')?.setAttribute('open', '')
	if (innerWidth <= 900) at('contents').open = false
	if (!toc.contains(document.activeElement)) current?.scrollIntoView({ block: 'nearest' })
}

on('state', draw)
on('findings', draw)
on('opened', mark)
at('contents').open = settings.contents && innerWidth > 900
at('contents').addEventListener('toggle', () => set('contents', at('contents').open))
