// A chapter in one long column that scrolls.
import { firstBox, firstSeen } from './boxes.js'

const OVERLAP = 40

export function scroll(leaf, moved) {
	const { root } = leaf
	const room = () => Math.max(1, root.scrollHeight - leaf.size.height)
	const share = () => Math.min(1, root.scrollTop / room())
	leaf.document.addEventListener('scroll', moved)

	function turn(step) {
		const before = root.scrollTop
		root.scrollBy(0, step * (leaf.size.height - OVERLAP))
		return Math.abs(root.scrollTop - before) > 1
	}

	function anchor() {
		const element = root.scrollTop ? firstSeen(leaf.body, leaf.size) : root
		const { top, height } = element.getBoundingClientRect()
		return { element, above: top, into: -top / Math.max(1, height) }
	}

	// A swap keeps the very line; another look or size keeps the place in the block.
	function restore({ element, into, above }, isExact) {
		const { top, height } = element.getBoundingClientRect()
		root.scrollBy(0, top - (isExact ? above : -into * height))
	}

	return {
		leaf, turn, anchor, restore, share,
		lay: (wishes, sizes) => leaf.dress(['scroll', ...wishes], sizes),
		show: (element) => root.scrollBy(0, firstBox(element).top - leaf.size.height * 0.12),
		part: (wish) => root.scrollTo(0, wish * room()),
		describe: () => `${Math.round(share() * 100)} %`,
	}
}
