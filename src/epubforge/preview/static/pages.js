// A chapter in pages: columns as wide as the screen (page.css), moved by whole screens.
import { firstBox, firstSeen } from './boxes.js'

export function pages(leaf, moved) {
	const { root } = leaf
	const { direction, writingMode } = getComputedStyle(leaf.body)
	const isBackwards = direction === 'rtl'
	const isVertical = writingMode.startsWith('vertical')
	let [index, count, step] = [0, 1, 1]
	Object.assign(root.style, { direction, writingMode })

	const offset = () => Math.abs(root[isVertical ? 'scrollTop' : 'scrollLeft'])

	function go(page) {
		index = Math.min(Math.max(page, 0), count - 1)
		const to = index * step
		root.scrollTo(isVertical ? 0 : isBackwards ? -to : to, isVertical ? to : 0)
	}

	function turn(by) {
		const before = index
		go(before + by)
		if (index !== before) moved()
		return index !== before
	}

	function lay(wishes, sizes) {
		const { width, height } = leaf.size
		const columns = !isVertical && width >= 900 && width > height * 1.1 ? 2 : 1
		const dress = (end) => leaf.dress(['pages', isVertical && 'vertical', ...wishes], { ...sizes, columns, width: `${width}px`, height: `${height}px`, end: `${end}px` })
		step = isVertical ? height : width
		dress(1)
		count = Math.max(1, Math.ceil((root[isVertical ? 'scrollHeight' : 'scrollWidth'] - 2) / step))
		dress(count * step)
		go(index)
	}

	function pageOf({ top, left, right }) {
		const from = isVertical ? top : isBackwards ? leaf.size.width - right : left
		return Math.floor((from + 1 + offset()) / step)
	}

	function extent(element) {
		const first = pageOf(firstBox(element))
		const last = pageOf([...element.getClientRects()].at(-1) ?? firstBox(element))
		return [first, Math.max(1, last - first + 1)]
	}

	// The block being read, and how far into it the page is; the beginning stays the beginning.
	function anchor() {
		const element = index ? firstSeen(leaf.body, leaf.size) : root
		const [first, many] = extent(element)
		return { element, into: (index - first) / many }
	}

	function restore({ element, into }) {
		const [first, many] = extent(element)
		go(first + Math.min(many - 1, Math.floor(into * many + 0.25)))
	}

	// Browsers scroll to what gets the focus: then to the page that holds it.
	leaf.document.addEventListener('scroll', () => Math.abs(offset() - index * step) >= 1 && turn(Math.round(offset() / step) - index))

	return {
		leaf, lay, turn, anchor, restore,
		show: (element) => go(pageOf(firstBox(element))),
		part: (share) => go(Math.floor(share * count)),
		share: () => index / count,
		describe: () => `Page ${index + 1} of ${count}`,
	}
}
