// The book as the server last described it, and what is asked of the server.
import { tell } from './signals.js'

export const meta = (name) => document.querySelector(`meta[name="epubforge-${name}"]`).content

// A path of the server, each part encoded: path('book', 'main', 'text/a b.xhtml').
export const path = (...parts) => `/${parts.join('/').split('/').map(encodeURIComponent).join('/')}`

async function answered(url, wish) {
	const answer = await fetch(url, wish).catch(() => null)
	if (answer?.ok) return answer
	const { message } = (await answer?.json().catch(() => null)) ?? { message: `No answer: ${url}` }
	throw Object.assign(new Error(message), { name: 'Refused' })
}

export const ask = async (url) => (await answered(url)).json()
export const text = async (url) => (await answered(url, { cache: 'no-cache' })).text()

export const inEdition = (url) => `${url}?edition=${encodeURIComponent(book.edition)}`

// What acts or writes carries this run's token.
export const send = (url, wish = {}) => answered(inEdition(url), {
	method: 'POST',
	headers: { 'Content-Type': 'application/json', 'X-Epubforge-Token': meta('token') },
	body: JSON.stringify(wish),
})

export const book = { edition: meta('edition'), state: null }

export async function fetchState(edition = book.edition) {
	const state = await ask(path('state', edition))
	Object.assign(book, { edition, state, places: new Map(state.spine.map(({ href }, index) => [href, index])) })
	tell('state')
}

export const address = (href) => location.origin + path('book', book.edition, href)

// Where in the book an address leads: {href, fragment}, or null when it leads out of it.
export function locate(where) {
	const home = address('')
	const [page, fragment] = new URL(where, home).href.split('#')
	if (!page.startsWith(home)) return null
	try {
		return { href: decodeURIComponent(page.slice(home.length)), fragment: fragment && decodeURIComponent(fragment) }
	} catch {
		return null
	}
}

export const place = (href) => book.places.get(href) ?? -1
export const titleOf = (href) => book.state.spine[place(href)]?.title || href
export const linear = () => book.state.spine.filter((page) => page.linear !== false)
export const isFixed = () => book.state.layout === 'fixed'
export const isRightToLeft = () => book.state.direction === 'rtl'

// The page to read before or after one.
export function neighbour(href, step) {
	let index = place(href) + step
	while (book.state.spine[index]?.linear === false) index += step
	return book.state.spine[index]
}
