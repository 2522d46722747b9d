// Takes over every change, or says why it cannot.
import { book, place, titleOf } from './book.js'
import { at, make } from './elements.js'
import { describe } from './findings.js'
import { point } from './marks.js'
import { goTo, leafOf, open, reader, refresh, renew, reopen } from './reader.js'
import { chip } from './say.js'
import { on, tell } from './signals.js'

let waiting = null
let isBusy = false
let latest = null
let said = 'null'

// News that come meanwhile are taken over together.
on('news', async ({ changed, isMissed }) => {
	waiting = { changed: [...(waiting?.changed ?? []), ...changed], isMissed: waiting?.isMissed || isMissed }
	if (isBusy) return
	isBusy = true
	while (waiting) {
		const now = waiting
		waiting = null
		// What cannot be fetched now will be news again.
		await take(now).catch((fault) => fault.name === 'Refused' || reportError(fault))
	}
	isBusy = false
})

async function take({ changed, isMissed }) {
	const before = new Map(book.state.spine.map(({ href, digest }) => [href, digest]))
	const href = await renew()
	const { spine } = book.state
	if (!reader.leaves.length || !reader.leaves.every(({ href }) => place(href) >= 0)) return open(href, { share: reader.view?.share() }, true)
	const stale = reader.leaves.filter(({ href, digest }) => spine[place(href)].digest !== digest)
	const isAnew = isMissed || changed.some(isSeen)
	let fresh = await refresh(stale)
	if (isAnew) {
		// Their numbers hold for the page that is loaded anew.
		const numbers = fresh.map((element) => reader.view.leaf.numberOf(element))
		await reopen()
		fresh = numbers.map((number) => reader.view.leaf.element(number))
	}
	reader.leaves.forEach((leaf) => tell('renewed', leaf))
	const other = spine.find(({ href, digest }) => before.get(href) !== digest && !leafOf(href) && changed.includes(href))
	if (fresh.length) return showFresh(fresh)
	return other && !stale.length && remember(other.href)
}

// A picture of what is shown, or a style or font, which any page may use.
function isSeen(href) {
	const name = href.split('/').at(-1)
	return place(href) < 0 && (/\.(css|[ot]tf|woff2?)$/.test(name) || reader.leaves.some(({ root }) => root.outerHTML.includes(name)))
}

function showFresh(fresh) {
	const leaf = reader.leaves.find(({ document: page }) => page === fresh[0].ownerDocument)
	if (leaf && !fresh.filter((element) => point(leaf, element)).length) remember(leaf.href, leaf.numberOf(fresh[0]))
}

function remember(href, element = 0) {
	latest = { href, element }
	chip(`Changed in ${titleOf(href)}`, { go: goToChange })
}

export const goToChange = () => latest && goTo(latest.href, latest)

// The card above the page while the newest state of the manuscript cannot be shown.
on('state', () => {
	const { error } = book.state
	const now = JSON.stringify(error)
	if (now === said) return
	said = now
	at('errors').replaceChildren(error ? card(error) : '')
	at('urgent').textContent = error ? `Error: ${error.message}` : 'Mended: the page shows the manuscript as it is'
})

function card({ message, findings }) {
	return make('details', { class: 'card', open: true },
		make('summary', '', make('strong', '', message), book.state.spine.length > 0 && make('span', 'quiet', 'Below is the last good state.')),
		findings.map((finding) => make('article', '', describe(finding))))
}
