// What is open, and every move through the book.
import { address, book, fetchState, isFixed, isRightToLeft, linear, locate, neighbour, place, text, titleOf } from './book.js'
import { layDevice } from './devices.js'
import { at, make, style } from './elements.js'
import { Leaf } from './leaf.js'
import { pages } from './pages.js'
import { scroll } from './scroll.js'
import { settings } from './settings.js'
import { tell } from './signals.js'
import { spread, spreads } from './spreads.js'

export const reader = { view: null, leaves: [], href: null }
let size = null
let latest = 0
let kept = null

// The block that is read stays the same through all looks, until the reader moves.
function moved() {
	kept = null
	tell('moved')
}
export const leafOf = (href) => reader.leaves.find((leaf) => leaf.href === href)

// By the wishes of the reader, as page.css knows them.
function lay() {
	const { theme, font, margins, size: percent, lines, spacing } = settings
	reader.view.lay(['flow', theme, font, margins, percent !== 100 && 'sized', lines !== 'publisher' && 'lined', spacing && 'spacing'], { size: `${0.16 * percent}px`, lines }, size)
	const { gutter } = reader.view
	document.querySelector('.gutter')?.remove()
	if (gutter) style(at('screen').appendChild(make('div', 'gutter')), gutter)
}

// Opens a page at {fragment}, {element}, {share} or {anchor}.
export async function open(href, where = {}, anew = false) {
	if (!book.state.spine.length) return
	const wanted = place(href) < 0 ? linear()[0].href : href
	if (leafOf(wanted) && !anew) return settleAt(where, wanted)
	const mine = (latest += 1)
	size = layDevice()
	const { hrefs, view } = isFixed() ? spreadOf(wanted) : { hrefs: [wanted], view: ([leaf]) => (settings.flow === 'pages' ? pages : scroll)(leaf, moved) }
	const leaves = await Promise.all(hrefs.map((one) => one && Leaf.load(at('screen'), one, (isFixed() && book.state.viewport) || size)))
	const shown = leaves.filter(Boolean)
	if (mine !== latest) return shown.forEach(({ frame }) => frame.remove())
	const gone = reader.leaves
	Object.assign(reader, { leaves: shown, view: view(leaves) })
	lay()
	shown.forEach((leaf) => tell('leaf', leaf))
	settleAt(where, wanted)
	shown.forEach(({ frame }) => frame.classList.remove('coming'))
	gone.forEach(({ frame }) => frame.remove())
	tell('opened')
	// A font that came late moves the lines.
	const { fonts } = shown[0].document
	if (fonts.status === 'loading') fonts.ready.then(() => mine === latest && relay())
}

function settleAt({ fragment, element, share = 0, anchor }, href) {
	const { view } = reader
	const leaf = leafOf(href) ?? view.leaf
	reader.href = leaf.href
	const target = fragment ? leaf.document.getElementById(fragment) : element > 0 && leaf.element(element)
	if (target) view.show?.(target)
	else if (anchor) view.restore?.({ ...anchor, element: leaf.element(anchor.number) })
	else view.part?.(share)
	moved()
}

function spreadOf(href) {
	const all = spreads(size)
	const index = Math.max(0, all.findIndex((pair) => pair.some((page) => page?.href === href)))
	return { hrefs: all[index].map((page) => page?.href), view: (leaves) => spread(leaves, all, index) }
}

// One page on or back, over the end of the chapter too.
export function turn(step) {
	const { view } = reader
	const turned = view?.turn(step)
	if (turned === true) return
	const next = isFixed() ? turned?.find(Boolean) : neighbour(reader.href, step)
	if (next) open(next.href, { share: step < 0 ? 1 : 0 })
	else tell('edge', step)
}

export const sideways = (step) => turn(isRightToLeft() ? -step : step)

// The next or previous of the first level of the contents.
export function chapter(step) {
	const starts = [0, ...book.state.toc.map(({ href }) => place(locate(href ?? '')?.href))]
	const now = place(reader.href)
	const next = step > 0 ? starts.find((start) => start > now) : starts.findLast((start) => start >= 0 && start < now)
	if (next >= 0) open(book.state.spine[next].href)
	else tell('edge', step)
}

export const end = (which) => open(linear().at(which).href, { share: -which })

// The same block at another size or look.
export function relay() {
	const { view, leaves, href } = reader
	if (!view) return
	kept ??= view.anchor?.()
	size = layDevice()
	if (isFixed() && spreadOf(href).hrefs.join() !== view.leaves.map((leaf) => leaf?.href).join()) return open(href, {}, true)
	for (const { frame } of leaves) style(frame, size)
	lay()
	view.restore?.(kept)
	tell('moved')
}

// To come back to when the page has been loaded anew.
export function whereabouts() {
	const { view } = reader
	const anchor = view?.anchor?.()
	return anchor ? { anchor: { ...anchor, number: view.leaf.numberOf(anchor.element) } } : {}
}

export const reopen = () => open(reader.href, whereabouts(), true)

// The state anew; answers what is now the open page: it, or one of its title, or at its place.
export async function renew(edition) {
	const { href } = reader
	const [index, title] = [place(href), titleOf(href)]
	await fetchState(edition)
	const { spine } = book.state
	return place(href) < 0 ? (spine.find((page) => page.title === title) ?? spine[index])?.href : href
}

// Takes over the new state of pages; answers the elements that are new.
export async function refresh(leaves) {
	const fresh = new Set()
	for (const leaf of leaves) {
		// Asked for after the state, and so never older than it.
		const source = await text(address(leaf.href))
		if (leafOf(leaf.href) !== leaf) continue
		const { view } = reader
		const anchor = view.anchor?.()
		const replaced = leaf.refresh(source)
		if (!replaced) {
			await reopen()
			continue
		}
		lay()
		if (anchor) view.restore({ ...anchor, element: successor(anchor.element, replaced) }, true)
		for (const node of replaced.values()) if (node.nodeType === 1) fresh.add(node)
		kept = null
	}
	tell('moved')
	return [...fresh]
}

function successor(element, replaced) {
	let found = element
	for (let near = element; near; near = near.parentNode) found = replaced.get(near) ?? found
	return found.nodeType === 1 ? found : found.parentNode
}

// Follows a link of the book; false when it leads out of it.
export function follow(url) {
	const there = locate(url)
	return there && place(there.href) >= 0 && goTo(there.href, there)
}

export function link(url, ...words) {
	const go = (event) => {
		event.preventDefault()
		follow(url)
	}
	return make('a', { href: url, onclick: go }, words)
}

// A jump from which the browser's way back leads back.
export function goTo(href, where) {
	tell('leaving')
	return open(href, where)
}
