// Search in the whole book; the words are marked on the page.
import { ask, inEdition, titleOf } from './book.js'
import { at, button, count, make, marked } from './elements.js'
import { goTo, reader } from './reader.js'
import { calmly, on } from './signals.js'

const PAUSE = 180
const query = at('query')
const wanted = () => query.value.trim().toLowerCase()

query.addEventListener('input', calmly(find, PAUSE))

async function find() {
	const words = wanted()
	const hits = words.length > 1 ? await ask(`${inEdition('/search')}&q=${encodeURIComponent(words)}`) : []
	if (words !== wanted()) return
	at('hits').textContent = words.length > 1 ? count(hits.length, 'place') : ''
	at('results').replaceChildren(...hits.map(({ href, element, excerpt }) => make('li', '',
		button('', () => goTo(href, { element }), make('b', '', titleOf(href)), make('span', '', marked(excerpt, found(excerpt, words)[0] ?? 0, words.length))))))
	reader.leaves.forEach(light)
}

function found(words, wish) {
	const lower = words.toLowerCase()
	const starts = []
	for (let from = lower.indexOf(wish); from >= 0; from = lower.indexOf(wish, from + wish.length)) starts.push(from)
	return starts
}

// Without touching the elements of the page.
function light({ document: page }) {
	const { CSS, Highlight, NodeFilter } = page.defaultView
	const words = wanted()
	const ranges = []
	const texts = page.createTreeWalker(page.documentElement, NodeFilter.SHOW_TEXT)
	while (words.length > 1 && texts.nextNode()) {
		const node = texts.currentNode
		for (const start of found(node.data, words)) {
			const range = page.createRange()
			range.setStart(node, start)
			range.setEnd(node, Math.min(node.length, start + words.length))
			ranges.push(range)
		}
	}
	if (Highlight) CSS.highlights.set('found', new Highlight(...ranges))
}

on('leaf', light)
on('renewed', light)
