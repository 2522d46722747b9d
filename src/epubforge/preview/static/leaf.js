// One page or chapter of the book in its frame: no scripts, our styles added from outside.
import { address, book, place, text, titleOf } from './book.js'
import { make, style } from './elements.js'
import { settings } from './settings.js'
import { swap } from './swap.js'

const css = text('/viewer/page.css')
const part = (root, name) => [...root.children].find((element) => element.localName === name)

export class Leaf {
	// Out of sight beside what is shown, so that nothing flashes.
	static async load(screen, href, size) {
		const frame = make('iframe', { class: 'leaf coming', sandbox: 'allow-same-origin', title: `Text of the book: ${titleOf(href)}`, src: address(href) })
		style(frame, size)
		const loaded = new Promise((ready) => frame.addEventListener('load', ready, { once: true }))
		screen.append(frame)
		await loaded
		return new Leaf(frame, href, await css)
	}

	constructor(frame, href, styles) {
		const page = frame.contentDocument
		const root = page.documentElement
		const sheet = page.createElementNS('http://www.w3.org/1999/xhtml', 'style')
		Object.assign(this, { frame, href, document: page, root, body: page.body ?? root, sheet, pristine: root.cloneNode(true) })
		this.digest = book.state.spine[place(href)]?.digest
		sheet.textContent = styles
		// At the end, where it changes the number of no element.
		root.append(sheet)
		this.alter()
	}

	get size() {
		return { width: this.frame.offsetWidth, height: this.frame.offsetHeight }
	}

	// Says to page.css what is wished.
	dress(wishes, sizes = {}) {
		this.root.setAttribute('data-ef', wishes.filter(Boolean).join(' '))
		for (const [name, value] of Object.entries(sizes)) this.root.style.setProperty(`--ef-${name}`, value)
	}

	// Never changes the number of elements.
	alter() {
		if (settings.described) this.body.querySelectorAll('img, svg:not(svg svg)').forEach(describe)
		if (!settings.unstyled) return
		for (const each of this.document.styleSheets) each.disabled = each.ownerNode !== this.sheet
		for (const element of this.body.querySelectorAll('[style]')) element.removeAttribute('style')
	}

	element(number) {
		return this.document.querySelectorAll('*')[number] ?? this.body
	}

	numberOf(element) {
		return [...this.document.querySelectorAll('*')].indexOf(element)
	}

	// A map from old to new nodes; null when the page must be loaded anew.
	refresh(source) {
		const fresh = new DOMParser().parseFromString(source, 'application/xhtml+xml').documentElement
		const [body, old] = [part(fresh, 'body'), part(this.pristine, 'body')]
		if (!body || !old || !part(fresh, 'head')?.isEqualNode(part(this.pristine, 'head'))) return null
		const replaced = swap(this.body, old, body)
		this.pristine = fresh
		this.digest = book.state.spine[place(this.href)].digest
		this.alter()
		return replaced
	}
}

function describe(picture) {
	const span = () => picture.ownerDocument.createElementNS('http://www.w3.org/1999/xhtml', 'span')
	const alt = picture.getAttribute('alt') ?? picture.getAttribute('aria-label') ?? picture.querySelector('title')?.textContent
	const words = span()
	words.id = picture.id
	words.setAttribute('data-described', alt === undefined ? 'missing' : 'yes')
	words.textContent = alt === '' ? 'Decorative picture' : (alt ?? 'Picture without a description')
	// As many elements as the picture had in it.
	words.append(...[...picture.querySelectorAll('*')].map(span))
	picture.replaceWith(words)
}
